import TestSupport
import Testing
import XinyiLedger

@Suite struct `A notice that is taken down` {
  private let line: EntryNumber = "2026-03-0001"

  /// Two lines, posted on Thursday 26 March; the last day is Tuesday 31 March.
  private func posted() throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001", "0002"], on: "2026-03-01")
    let found = RecordRequest("DD10", ["0001"], on: "2026-03-10").with { $0.level = "超1万元" }
    _ = try village.record(found, on: "2026-03-10")
    _ = try village.record(.init("GI04", ["0002"], on: "2026-03-10"), on: "2026-03-10")
    try village.reviewAndPost("2026-03", on: "2026-03-26")
    return village
  }

  private func void(
    _ village: inout TestVillage, _ number: NoticeNumber = "2026-03", on day: Day
  ) throws {
    try village.on(day) { try $0.void(number, why: "写错了日期") }
  }

  @Test func `its lines wait again and are posted anew under the month's next number`() throws {
    var village = try posted()
    try void(&village, on: "2026-03-27")
    #expect(village.ledger.reviewMonth("2026-03").state == .closed)
    #expect(village.ledger[line]?.state == .approved)
    #expect(village.ledger[line]?.notice == nil)
    #expect(village.ledger.notices["2026-03"]?.voidedOn == "2026-03-27")
    #expect(village.ledger.invariantFaults().isEmpty)
    let plan = try village.ledger.planNotice(
      of: "2026-03", from: "2026-03-27", today: "2026-03-27", calendar: .weekdays)
    #expect(plan.number == "2026-03-2")
    #expect(!plan.isSupplement)
    #expect(plan.lines.count == 2)
    // Friday and five days: Wednesday.
    #expect(plan.to == "2026-04-01")
    try village.post("2026-03", on: "2026-03-27")
    #expect(village.ledger.notices["2026-03-2"]?.isSupplement == false)
    #expect(village.ledger.reviewMonth("2026-03").state == .onNotice)
    #expect(throws: Refusal.noticeStillHangs("2026-03-2", to: "2026-04-01", today: "2026-04-01")) {
      try village.on("2026-04-01") { try $0.confirm("2026-03") }
    }
    try village.confirm("2026-03")
    #expect(village.ledger.reviewMonth("2026-03").state == .confirmed)
    #expect(village.ledger[line]?.effectiveOn == "2026-04-02")
    #expect(village.ledger.invariantFaults().isEmpty)
  }

  @Test func `before it is posted anew the meeting may go on`() throws {
    var village = try posted()
    try void(&village, on: "2026-03-27")
    try village.on("2026-03-27") { draft in
      try draft.reopenReview(of: "2026-03", why: "重议一条")
      try draft.decide([line], .undo, votes: nil, why: nil)
      try draft.decide([line], .reject, votes: nil, why: "不实")
      try draft.closeReview(of: "2026-03")
    }
    try village.post("2026-03", on: "2026-03-27")
    #expect(village.ledger.notices["2026-03-2"]?.lines.map(\.entry) == ["2026-03-0002"])
  }

  @Test func `not while an objection to it is open`() throws {
    var village = try posted()
    let objection = try village.on("2026-03-27") {
      try $0.object(to: line, why: "数额不对", by: nil)
    }
    #expect(throws: Refusal.noticeObjected("2026-03", objection)) {
      try void(&village, on: "2026-03-27")
    }
    try village.on("2026-03-28") {
      try $0.resolve(
        objection, Resolution(outcome: .cancelled, why: "查实", authority: .document("侯政1号")))
    }
    try void(&village, on: "2026-03-28")
    #expect(village.ledger[line]?.state == .cancelled)
    try village.post("2026-03", on: "2026-03-28")
    #expect(village.ledger.notices["2026-03-2"]?.lines.map(\.entry) == ["2026-03-0002"])
    #expect(village.ledger.invariantFaults().isEmpty)
  }

  @Test func `not once a line of it counts, and not twice`() throws {
    var village = try posted()
    try void(&village, on: "2026-03-27")
    #expect(throws: Refusal.noticeOver("2026-03", isVoid: true)) {
      try void(&village, on: "2026-03-27")
    }
    try village.post("2026-03", on: "2026-03-27")
    try village.confirm("2026-03")
    #expect(throws: Refusal.noticeInEffect("2026-03-2", lines: 2)) {
      try void(&village, "2026-03-2", on: "2026-04-02")
    }
    try village.finish("2026-04", on: "2026-04-26")
    #expect(throws: Refusal.noticeOver("2026-04", isVoid: false)) {
      try void(&village, "2026-04", on: "2026-05-10")
    }
  }

  /// The first line was amended after an objection and stands on a supplement.
  private func supplemented() throws -> TestVillage {
    var village = try posted()
    try village.on("2026-03-27") { draft in
      let objection = try draft.object(to: line, why: "数额不对", by: nil)
      try draft.resolve(
        objection,
        Resolution(outcome: .amended, points: 5, why: "核实", authority: .document("侯政1号")))
    }
    try village.on("2026-03-27") { try Self.supplement(&$0) }
    return village
  }

  private static func supplement(_ draft: inout Draft) throws {
    let plan = try draft.ledger.planSupplement(
      of: "2026-03", from: draft.today, today: draft.today, calendar: .weekdays)
    try draft.publish(plan, body: .zero)
  }

  @Test func `a supplement is taken down by itself and posted as a supplement again`() throws {
    var village = try supplemented()
    #expect(throws: Refusal.supplementHangs("2026-03", "2026-03-2")) {
      try void(&village, on: "2026-03-27")
    }
    try void(&village, "2026-03-2", on: "2026-03-28")
    #expect(village.ledger.reviewMonth("2026-03").state == .onNotice)
    try village.on("2026-03-28") { try Self.supplement(&$0) }
    let again = try #require(village.ledger.notices["2026-03-3"])
    #expect(again.isSupplement)
    #expect(again.lines.map(\.points) == [5])
    #expect(village.ledger.monthNotice(before: "2026-03-3")?.number == "2026-03")
    let replaced = ["2026-03-2", "2026-03-3"].map { (number: NoticeNumber) in
      village.ledger.voidNotice(before: number, isSupplement: true)?.number
    }
    #expect(replaced == [nil, "2026-03-2"])
    try village.confirm("2026-03")
    #expect(village.ledger[line]?.frozen == 5)
    #expect(village.ledger[line]?.state == .effective)
    #expect(village.ledger.invariantFaults().isEmpty)
  }

  @Test func `with its supplements down too, a corrected line is posted with the rest`() throws {
    var village = try supplemented()
    try void(&village, "2026-03-2", on: "2026-03-28")
    try void(&village, on: "2026-03-28")
    try village.post("2026-03", on: "2026-03-28")
    let again = try #require(village.ledger.notices["2026-03-3"])
    #expect(!again.isSupplement)
    #expect(again.lines.map(\.points) == [5, 2])
  }
}
