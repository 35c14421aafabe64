import TestSupport
import Testing
import XinyiLedger

@Suite struct `Objections to a posted line` {
  private let line: EntryNumber = "2026-03-0001"
  private let other: EntryNumber = "2026-03-0002"

  /// Posted on Thursday 26 March; the last day is Tuesday 31 March.
  private func posted(from: Day = "2026-03-26") throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001", "0002"], on: "2026-03-01")
    let found = RecordRequest("DD10", ["0001"], on: "2026-03-10").with { $0.level = "超1万元" }
    _ = try village.record(found, on: "2026-03-10")
    _ = try village.record(.init("GI04", ["0002"], on: "2026-03-10"), on: "2026-03-10")
    try village.openReview("2026-03", on: "2026-03-26")
    try village.approveAll(of: "2026-03", on: "2026-03-26")
    try village.on("2026-03-26") { draft in
      try draft.closeReview(of: "2026-03")
      let plan = try draft.ledger.planNotice(
        of: "2026-03", from: from, today: draft.today, calendar: .weekdays)
      try draft.publish(plan, body: .zero)
    }
    return village
  }

  private func object(
    _ village: inout TestVillage, on day: Day = "2026-03-27", to number: EntryNumber? = nil
  ) throws -> ObjectionNumber {
    try village.on(day) { try $0.object(to: number ?? line, why: "数额不对", by: "0002") }
  }

  private func resolve(
    _ village: inout TestVillage, _ number: ObjectionNumber, on day: Day,
    _ outcome: ObjectionOutcome, points: Points? = nil,
    by authority: Resolution.Authority? = .document("侯政〔2026〕5号")
  ) throws {
    try village.on(day) {
      try $0.resolve(
        number, Resolution(outcome: outcome, points: points, why: "核实", authority: authority))
    }
  }

  private func effective(_ village: TestVillage) -> [EntryNumber] {
    village.ledger.entries.filter(\.state.isEffective).map(\.number)
  }

  private func supplement(_ village: inout TestVillage, on day: Day) throws -> NoticePlan {
    try village.on(day) { draft in
      let plan = try draft.ledger.planSupplement(
        of: "2026-03", from: day, today: day, calendar: .weekdays)
      try draft.publish(plan, body: .zero)
      return plan
    }
  }

  @Test(
    arguments: [
      (.dismissed, "2026-03-31", .onNotice), (.withdrawn, "2026-03-31", .onNotice),
      (.amended, "2026-03-31", .approved), (.cancelled, "2026-03-31", .cancelled),
      (.dismissed, "2026-04-01", .effective), (.withdrawn, "2026-04-01", .effective),
      (.amended, "2026-04-01", .approved), (.cancelled, "2026-04-01", .cancelled),
    ] as [(ObjectionOutcome, Day, Entry.State)])
  func `how it goes on depends on the answer and on whether the term is over`(
    outcome: ObjectionOutcome, day: Day, state: Entry.State
  ) throws {
    var village = try posted()
    let objection = try object(&village)
    #expect(village.ledger[line]?.state == .objected)
    try resolve(&village, objection, on: day, outcome, points: outcome == .amended ? 3 : nil)
    let entry = try #require(village.ledger[line])
    #expect(entry.state == state)
    #expect(entry.openObjection == nil)
    #expect(entry.effectiveOn == (state == .effective ? day : nil))
    #expect(village.spendable("0001", on: day) == (state == .effective ? 10 : 0))
    #expect(village.ledger.objections[objection]?.resolvedOn == day)
    #expect(village.ledger[other]?.state == .onNotice)
    #expect(village.ledger.invariantFaults().isEmpty)
  }

  @Test func `a line with an open objection waits alone, the others take effect on time`() throws {
    var village = try posted()
    let objection = try object(&village)
    try village.confirm("2026-03")
    #expect(effective(village) == [other])
    #expect(village.ledger[line]?.state == .objected)
    #expect(village.ledger.reviewMonth("2026-03").state == .confirmed)
    try resolve(&village, objection, on: "2026-04-03", .dismissed)
    #expect(village.ledger[line]?.effectiveOn == "2026-04-03")
    #expect(village.spendable("0001", on: "2026-04-03") == 10)
  }

  @Test func `a line put back on the notice takes effect with the rest`() throws {
    var village = try posted()
    try resolve(&village, try object(&village), on: "2026-03-30", .withdrawn, by: nil)
    try village.on("2026-04-01") { _ = try $0.confirm("2026-03") }
    #expect(effective(village) == [line, other])
  }

  @Test func `a cancelled line never takes effect`() throws {
    var village = try posted()
    try resolve(&village, try object(&village), on: "2026-03-30", .cancelled)
    try village.confirm("2026-03")
    #expect(village.ledger[line]?.state == .cancelled)
    #expect(village.spendable("0001", on: "2026-04-10") == 0)
  }

  @Test func `a correction stays within the item's set`() throws {
    var village = try posted()
    let objection = try object(&village)
    #expect(
      throws: Refusal.outOfSet("DD10", asked: 4, allowed: .values([1, 2, 3, 5, 10]))
    ) { try resolve(&village, objection, on: "2026-03-30", .amended, points: 4) }
    #expect(village.ledger[line]?.state == .objected)
    try resolve(&village, objection, on: "2026-03-30", .amended, points: 3)
    #expect(village.ledger[line]?.frozen == 3)
  }

  @Test func `corrected lines hang on numbered supplements with terms of their own`() throws {
    var village = try posted()
    try resolve(&village, try object(&village), on: "2026-03-30", .amended, points: 3)
    let first = try supplement(&village, on: "2026-03-31")
    #expect(first.number.description == "2026-03-2")
    #expect(first.to == "2026-04-03")
    #expect(first.lines == [.init(entry: line, points: 3)])
    try village.on("2026-04-01") { _ = try $0.confirm("2026-03") }
    #expect(effective(village) == [other])
    let again = try object(&village, on: "2026-04-02")
    #expect(again.description == "O-2026-04-01")
    try resolve(&village, again, on: "2026-04-02", .amended, points: 2)
    let second = try supplement(&village, on: "2026-04-02")
    #expect(second.number.description == "2026-03-3")
    #expect(second.to == "2026-04-06")
    #expect(throws: Refusal.noticeStillHangs("2026-03-3", to: "2026-04-06", today: "2026-04-06")) {
      try village.on("2026-04-06") {
        _ = try $0.confirm("2026-03")
        _ = try $0.confirm("2026-03")
      }
    }
    try village.confirm("2026-03")
    #expect(village.ledger[line]?.effectiveOn == "2026-04-07")
    #expect(village.spendable("0001", on: "2026-04-07") == 2)
    #expect(village.rating("0001", on: "2026-04-07") == 1002)
  }

  @Test func `there is no supplement without a corrected line, nor before the notice`() throws {
    var village = try posted()
    #expect(throws: Refusal.nothingToSupplement("2026-03")) {
      try supplement(&village, on: "2026-03-30")
    }
    #expect(throws: Refusal.monthIs("2026-04", .open, needed: .onNotice)) {
      try village.ledger.planSupplement(
        of: "2026-04", from: "2026-04-01", today: "2026-04-01", calendar: .weekdays)
    }
  }

  @Test func `one objection is open per line at a time`() throws {
    var village = try posted()
    let first = try object(&village)
    #expect(throws: Refusal.objectionOpen(line, first)) {
      try object(&village, on: "2026-03-28")
    }
    #expect(try object(&village, on: "2026-03-28", to: other).description == "O-2026-03-02")
    try resolve(&village, first, on: "2026-03-30", .dismissed)
    #expect(try object(&village, on: "2026-03-31").description == "O-2026-03-03")
    #expect(throws: Refusal.objectionClosed(first)) {
      try resolve(&village, first, on: "2026-03-31", .dismissed)
    }
  }

  @Test func `an objection can be filed from the posting day on, and still after effect`() throws {
    var village = try posted(from: "2026-03-30")
    #expect(throws: Refusal.noticeNotBegun(line, from: "2026-03-30")) {
      try object(&village, on: "2026-03-29")
    }
    #expect(throws: Never.self) { try object(&village, on: "2026-03-30") }
    try village.on("2026-04-10") { try $0.object(to: other, why: "不知情", by: nil) }
    #expect(village.ledger[other]?.state == .objected)
    var finished = try posted()
    try finished.confirm("2026-03")
    _ = try object(&finished, on: "2026-04-10")
    #expect(finished.ledger[line]?.state == .effective)
    #expect(finished.ledger[line]?.openObjection == "O-2026-04-01")
  }

  @Test(arguments: [
    (
      Votes(for: 3, against: 1, abstain: 0),
      Refusal.resolutionNotPassed("O-2026-03-01", for: 3, needed: 4)
    ),
    (
      Votes(for: 3, against: 3, abstain: 0), .resolutionNotPassed("O-2026-03-01", for: 3, needed: 4)
    ),
    (Votes(for: 3, against: 0, abstain: 0), .noQuorum(present: 3, quorum: 4, members: 7)),
    (Votes(for: 8, against: 0, abstain: 0), .votesDiffer(given: 8, voters: 7)),
  ])
  func `an answer of the meeting needs the meeting's votes`(votes: Votes, refusal: Refusal) throws {
    var village = try posted()
    let objection = try object(&village)
    #expect(throws: refusal) {
      try resolve(
        &village, objection, on: "2026-03-30", .dismissed, by: .meeting("2026-03", votes))
    }
    try resolve(
      &village, objection, on: "2026-03-30", .dismissed,
      by: .meeting("2026-03", Votes(for: 4, against: 3, abstain: 0)))
    let resolved = try #require(village.ledger.objections[objection]?.resolved)
    #expect(resolved.meeting == "2026-03")
    #expect([resolved.for, resolved.against, resolved.abstain] == [4, 3, 0])
    #expect(resolved.document == nil)
  }

  @Test(
    arguments: [
      ("2026-03-26", "2026-04-06"), ("2026-03-27", "2026-04-07"), ("2026-03-28", "2026-04-07"),
      ("2026-03-30", "2026-04-08"),
    ] as [(Day, Day)])
  func `the answer is due after seven working days, the day of filing not counted`(
    filed: Day, due: Day
  ) throws {
    var village = try posted()
    let objection = try object(&village, on: filed)
    #expect(village.ledger.objections[objection]?.filed.due == due)
    #expect(village.ledger.openObjections.map(\.filed.objection) == [objection])
  }
}
