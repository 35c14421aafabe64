import TestSupport
import Testing
import XinyiLedger

@Suite struct `What a rejection or a cancellation does to other lines` {
  private func village() throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001"], on: "2026-03-01")
    return village
  }

  private func help(_ village: inout TestVillage, days: [Day]) throws -> [EntryNumber] {
    try days.map { try village.record(.init("DD04", ["0001"], on: $0), on: $0)[0].number }
  }

  @Test func `a rejection that frees a cap proposes the cut part anew, in the open month`() throws {
    var village = try village()
    let lines = try help(&village, days: ["2026-03-09", "2026-03-14", "2026-03-22"])
    try village.openReview("2026-03", on: "2026-03-26")
    try village.on("2026-03-26") {
      try $0.decide(Array(lines[1...]), .approve, votes: nil, why: nil)
    }
    #expect(lines[1...].map { village.ledger[$0]?.frozen } == [1, 0])
    try village.on("2026-03-26") { try $0.decide([lines[0]], .reject, votes: nil, why: "查无此事") }
    let adjustment = try #require(village.ledger.entries.last)
    #expect(adjustment.recorded.adjusts == lines[2])
    #expect(adjustment.recorded.asked == 1)
    #expect(adjustment.month == "2026-04")
    #expect(village.ledger.assessment(of: adjustment).points == 1)
    #expect(village.ledger.flags(of: adjustment).isEmpty)
  }

  @Test func `a line cancelled after an objection frees the cap for the line that was cut`() throws
  {
    var village = try village()
    let lines = try help(&village, days: ["2026-03-09", "2026-03-14", "2026-03-22"])
    try village.reviewAndPost("2026-03", on: "2026-03-26")
    let objection = try village.on("2026-03-27") {
      try $0.object(to: lines[0], why: "没有这回事", by: nil)
    }
    try village.on("2026-03-28") {
      try $0.resolve(
        objection,
        Resolution(outcome: .cancelled, why: "属实", authority: .document("侯政〔2026〕5号")))
    }
    let adjustment = try #require(village.ledger.entries.last)
    #expect(adjustment.recorded.adjusts == lines[2])
    try village.confirm("2026-03")
    #expect(village.spendable("0001", on: "2026-04-10") == 1)
    try village.finish("2026-04", on: "2026-04-26")
    #expect(village.spendable("0001", on: "2026-05-10") == 2)
    #expect(village.rating("0001", on: "2026-05-10") == 1002)
    #expect(village.ledger.invariantFaults().isEmpty)
  }

  @Test func `hours that fall away change what later hours gave`() throws {
    var village = try village()
    func hours(_ tenths: Int, _ day: Day) -> RecordRequest {
      RecordRequest("GI01", ["0001"], on: day).with { $0.quantity = Quantity(tenths: tenths) }
    }
    let first = try village.record(hours(70, "2026-03-07"), on: "2026-03-07")[0].number
    let second = try village.record(hours(90, "2026-03-14"), on: "2026-03-14")[0].number
    try village.reviewAndPost("2026-03", on: "2026-03-26")
    #expect(village.ledger[second]?.frozen == 3)
    let objection = try village.on("2026-03-27") {
      try $0.object(to: first, why: "没有来", by: nil)
    }
    try village.on("2026-03-28") {
      try $0.resolve(
        objection, Resolution(outcome: .cancelled, why: "属实", authority: .document("5号")))
    }
    let adjustment = try #require(
      village.ledger.entries.last { $0.recorded.adjusts == second })
    #expect(adjustment.recorded.asked == -1)
    try village.confirm("2026-03")
    try village.finish("2026-04", on: "2026-04-26")
    #expect(village.spendable("0001", on: "2026-05-10") == 2)
  }

  @Test func `a line that the council amended gets no adjustment`() throws {
    var village = try village()
    let lines = try help(&village, days: ["2026-03-09", "2026-03-14", "2026-03-22"])
    try village.openReview("2026-03", on: "2026-03-26")
    try village.on("2026-03-26") { draft in
      try draft.decide([lines[1]], .approve, votes: nil, why: nil)
      try draft.decide([lines[2]], .amend(0), votes: nil, why: "时间很短")
      try draft.decide([lines[0]], .reject, votes: nil, why: "查无此事")
    }
    #expect(village.ledger.entries.count == 3)
  }

  @Test func `a rejection that changes nothing for others proposes nothing`() throws {
    var village = try village()
    let lines = try help(&village, days: ["2026-03-09", "2026-03-14"])
    try village.openReview("2026-03", on: "2026-03-26")
    try village.on("2026-03-26") { draft in
      try draft.decide([lines[1]], .approve, votes: nil, why: nil)
      try draft.decide([lines[0]], .reject, votes: nil, why: "查无此事")
    }
    #expect(village.ledger.entries.count == 2)
  }
}
