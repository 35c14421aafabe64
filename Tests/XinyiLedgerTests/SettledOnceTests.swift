import TestSupport
import Testing
import XinyiLedger

/// What the second model of the rules found.
@Suite struct `Corrections that meet each other` {
  private func village(
    _ change: (inout Settings) -> Void = { _ in }
  ) throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01", settings: change)
    try village.add(["0001"], on: "2026-03-01")
    return village
  }

  /// Three times on one item of which two count a month.
  private func help(_ village: inout TestVillage) throws -> [EntryNumber] {
    let days: [Day] = ["2026-03-09", "2026-03-14", "2026-03-22"]
    return try days.map {
      try village.record(.init("DD04", ["0001"], on: $0), on: $0)[0].number
    }
  }

  private func cancel(
    _ number: EntryNumber, on day: Day, _ village: inout TestVillage
  ) throws {
    try village.on(day) { draft in
      let objection = try draft.object(to: number, why: "没有这回事", by: nil)
      try draft.resolve(
        objection, Resolution(outcome: .cancelled, why: "属实", authority: .document("5号")))
    }
  }

  /// What a line counts with its live adjustments.
  private func sum(_ number: EntryNumber, _ village: TestVillage) -> Points {
    village.ledger.entries.filter { $0.number == number || $0.recorded.adjusts == number }
      .reduce(.zero) { $0 + village.ledger.assessment(of: $1).points }
  }

  @Test func `a decision that is taken back takes the line's adjustment with it`() throws {
    var village = try village()
    func hours(_ tenths: Int, _ day: Day) -> RecordRequest {
      RecordRequest("GI01", ["0001"], on: day).with { $0.quantity = Quantity(tenths: tenths) }
    }
    let first = try village.record(hours(70, "2026-03-09"), on: "2026-03-09")[0].number
    let second = try village.record(hours(90, "2026-03-10"), on: "2026-03-10")[0].number
    try village.openReview("2026-03", on: "2026-03-26")
    try village.on("2026-03-26") { draft in
      try draft.decide([first, second], .approve, votes: nil, why: nil)
      try draft.decide([first], .undo, votes: nil, why: nil)
      try draft.decide([first], .reject, votes: nil, why: "查无此事")
    }
    let adjustment = try #require(
      village.ledger.entries.first { $0.recorded.adjusts == second })
    #expect(adjustment.recorded.asked == -1)
    try village.on("2026-03-26") { draft in
      try draft.decide([second], .undo, votes: nil, why: nil)
      try draft.decide([second], .approve, votes: nil, why: nil)
    }
    #expect(village.ledger[adjustment.number]?.state == .withdrawn)
    #expect(village.ledger[second]?.frozen == 2)
  }

  @Test func `a cancelled line leaves no adjustment behind`() throws {
    var village = try village()
    let lines = try help(&village)
    try village.reviewAndPost("2026-03", on: "2026-03-26")
    try cancel(lines[0], on: "2026-03-27", &village)
    #expect(sum(lines[2], village) == 1)
    try cancel(lines[2], on: "2026-03-28", &village)
    #expect(sum(lines[2], village) == .zero)
    #expect(village.ledger.invariantFaults().isEmpty)
  }

  @Test func `a reversal is withdrawn with what follows from it, which never goes alone`() throws {
    var village = try village()
    let lines = try help(&village)
    try village.finish("2026-03", on: "2026-03-26")
    let reversal = try village.on("2026-04-15") { try $0.reverse(lines[0], why: "查错了") }
    #expect(throws: Refusal.followsReversal(reversal[1], leader: reversal[0])) {
      try village.on("2026-04-15") { try $0.withdraw([reversal[1]], why: "写错") }
    }
    try village.on("2026-04-15") { try $0.withdraw([reversal[0]], why: "写错") }
    #expect(reversal.map { village.ledger[$0]?.state } == [.withdrawn, .withdrawn])
  }

  @Test func `a cap that two corrections free gives a line its points once`() throws {
    var village = try village()
    let lines = try help(&village)
    try village.finish("2026-03", on: "2026-03-26")
    let first = try village.on("2026-04-15") { try $0.reverse(lines[0], why: "查错了") }
    let second = try village.on("2026-04-15") { try $0.reverse(lines[1], why: "查错了") }
    let adjusted = [first, second].map { village.ledger[$0[1]]?.recorded.adjusts }
    #expect(adjusted == [lines[2], lines[2]])
    try village.finishLeaders("2026-04", on: "2026-04-26")
    #expect(sum(lines[2], village) == 1)
    try village.finish("2026-05", on: "2026-05-26")
    #expect(village.spendable("0001", on: "2026-06-10") == 1)
  }

  @Test func `what is given back moves the scores that the breach moved`() throws {
    var village = try village { $0.minusSpendable = false }
    let breach = try village.record(.init("RJ01", ["0001"], on: "2026-03-10"), on: "2026-03-10")
    try village.finish("2026-03", on: "2026-03-26")
    try village.on("2026-04-15") { draft in
      var settings = draft.ledger.settings(in: "2026-04")
      settings.minusSpendable = true
      try draft.append(.settingsSet(.init(from: "2026-04", settings: settings, why: nil)))
      try draft.redress(breach[0].number, points: 2, promise: "改正", evidence: [], why: nil)
    }
    try village.finish("2026-04", on: "2026-04-26")
    #expect(village.spendable("0001", on: "2026-05-10") == .zero)
    let lines = try village.on("2026-05-10") { try $0.reverse(breach[0].number, why: "查错了") }
    try village.finish("2026-05", on: "2026-05-26")
    #expect(village.ledger[lines[0]]?.effect == ScoreDelta(rating: 3, spendable: .zero))
  }

  @Test func `what is being taken back is not given other points beside it`() throws {
    var village = try village()
    let found = RecordRequest("DD10", ["0001"], on: "2026-03-10").with { $0.level = "超1万元" }
    let line = try village.record(found, on: "2026-03-10")[0].number
    try village.finish("2026-03", on: "2026-03-26")
    let objection = try village.on("2026-04-09") {
      try $0.object(to: line, why: "数额不对", by: nil)
    }
    let reversal = try village.on("2026-04-10") { try $0.reverse(line, why: "重复") }[0]
    func answer(_ outcome: ObjectionOutcome, points: Points?) throws {
      try village.on("2026-04-11") {
        try $0.resolve(
          objection,
          Resolution(outcome: outcome, points: points, why: "核实", authority: .document("5号")))
      }
    }
    #expect(throws: Refusal.alreadyReversed(line, by: reversal)) {
      try answer(.amended, points: 3)
    }
    try answer(.dismissed, points: nil)
    try village.finish("2026-04", on: "2026-04-26")
    #expect(village.spendable("0001", on: "2026-05-10") == 0)
  }
}
