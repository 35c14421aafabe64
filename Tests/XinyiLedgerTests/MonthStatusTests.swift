import TestSupport
import Testing
import XinyiLedger

@Suite struct `What the month waits for` {
  private func village() throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001", "0002"], on: "2026-03-01")
    return village
  }

  private func next(_ village: TestVillage, on day: Day) -> MonthStatus.NextStep {
    village.ledger.status(on: day).next
  }

  @Test func `a new village adds its people first`() throws {
    let clerk = Operator(unchecked: "clerk")
    let opening = RecordedEvent(
      sequence: 1, at: Moment(day: "2026-03-01", secondOfDay: 0), by: clerk,
      receipt: ReceiptKey(unchecked: "open"), request: .zero,
      event: .ledgerOpened(
        .init(
          village: Village(name: "苏庄村", town: "侯营镇", county: "东昌府区", code: nil),
          account: .person, practice: true, origin: "", firstMonth: "2026-03", operator: clerk)))
    let ledger = try Ledger(opening: opening, catalogs: [:])
    #expect(ledger.status(on: "2026-03-30").next == .addPeople)
  }

  @Test func `before the meeting's time the village records, then it opens the review`() throws {
    let village = try village()
    #expect(next(village, on: "2026-03-24") == .record)
    #expect(next(village, on: "2026-03-25") == .openReview("2026-03"))
    #expect(next(village, on: "2026-04-10") == .openReview("2026-03"))
  }

  @Test func `without five council members there is no meeting`() throws {
    var village = try village()
    try village.on("2026-03-02") { draft in
      for member in TestVillage.council.dropFirst(4) {
        try draft.assign(.council, to: member, from: nil, to: "2026-03-01")
      }
    }
    #expect(next(village, on: "2026-03-24") == .record)
    #expect(next(village, on: "2026-03-26") == .nameCouncil(members: 4))
  }

  @Test func `December is best reviewed after the year's end`() throws {
    var village = try TestVillage(opened: "2026-12-01")
    try village.add(["0001"], on: "2026-12-01")
    #expect(next(village, on: "2026-12-28") == .record)
    #expect(next(village, on: "2026-12-31") == .record)
    #expect(next(village, on: "2027-01-01") == .openReview("2026-12"))
    #expect(throws: Never.self) { try village.openReview("2026-12", on: "2026-12-31") }
  }

  @Test func `each state names its next step`() throws {
    var village = try village()
    _ = try village.record(.init("GI04", ["0001"], on: "2026-03-10"), on: "2026-03-10")
    _ = try village.record(.init("RJ01", ["0002"], on: "2026-03-10"), on: "2026-03-10")
    let day: Day = "2026-03-26"
    try village.openReview("2026-03", on: day)
    #expect(next(village, on: day) == .decideRest("2026-03"))
    #expect(village.ledger.status(on: day).waiting == [.undecided("2026-03", count: 2)])
    try village.on(day) { draft in
      let rest = draft.ledger.rest(of: "2026-03").map(\.number)
      try draft.decide(rest, .approve, votes: nil, why: nil)
    }
    #expect(next(village, on: day) == .decideEach("2026-03"))
    try village.on(day) { try $0.decide(["2026-03-0002"], .defer, votes: nil, why: nil) }
    #expect(next(village, on: day) == .closeReview("2026-03"))
    try village.on(day) { try $0.closeReview(of: "2026-03") }
    #expect(next(village, on: day) == .publish("2026-03"))
    try village.post("2026-03", on: day)
    #expect(next(village, on: "2026-03-31") == .awaitNotice("2026-03", until: "2026-03-31"))
    #expect(
      village.ledger.status(on: "2026-03-31").waiting == [.notice("2026-03", to: "2026-03-31")])
    #expect(next(village, on: "2026-04-01") == .confirm("2026-03"))
    try village.confirm("2026-03")
    let status = village.ledger.status(on: "2026-04-01")
    #expect(status.month == "2026-04")
    #expect(status.state == .open)
    #expect(status.next == .record)
    #expect(status.waiting.isEmpty)
  }

  @Test func `an objection is answered, and a corrected line goes on a supplement`() throws {
    var village = try village()
    _ = try village.record(
      .init("DD10", ["0001"], on: "2026-03-10").with { $0.level = "超1万元" }, on: "2026-03-10")
    try village.reviewAndPost("2026-03", on: "2026-03-26")
    let objection = try village.on("2026-03-27") {
      try $0.object(to: "2026-03-0001", why: "数额不对", by: nil)
    }
    #expect(next(village, on: "2026-03-27") == .resolve(objection))
    #expect(
      village.ledger.status(on: "2026-03-27").waiting == [
        .notice("2026-03", to: "2026-03-31"),
        .objection(objection, entry: "2026-03-0001", due: "2026-04-07"),
      ])
    try village.confirm("2026-03")
    #expect(next(village, on: "2026-04-06") == .record)
    #expect(next(village, on: "2026-04-07") == .resolve(objection))
    try village.on("2026-04-02") {
      try $0.resolve(
        objection,
        Resolution(outcome: .amended, points: 3, why: "核实", authority: .document("5号")))
    }
    #expect(next(village, on: "2026-04-02") == .supplement("2026-03"))
    #expect(village.ledger.status(on: "2026-04-02").waiting == [.corrected("2026-03", count: 1)])
    try village.on("2026-04-02") { draft in
      let plan = try draft.ledger.planSupplement(
        of: "2026-03", from: "2026-04-02", today: draft.today, calendar: .weekdays)
      try draft.publish(plan, body: .zero)
    }
    #expect(next(village, on: "2026-04-06") == .record)
    #expect(next(village, on: "2026-04-07") == .confirm("2026-03"))
  }

  @Test func `what may go to the platform waits after its month`() throws {
    var village = try village()
    _ = try village.record(.init("GI04", ["0001"], on: "2026-03-10"), on: "2026-03-10")
    try village.on("2026-03-11") { try $0.consent(of: "0001", to: .platform, given: true) }
    try village.finish("2026-03", on: "2026-03-26")
    #expect(village.ledger.status(on: "2026-04-02").waiting == [.unsent("2026-03", count: 1)])
    try village.on("2026-04-02") {
      _ = try $0.export($0.ledger.platformPackage(of: "2026-03"), of: "2026-03")
    }
    #expect(village.ledger.status(on: "2026-04-02").waiting == [])
  }
}
