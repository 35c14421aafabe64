import TestSupport
import Testing
import XinyiLedger

@Suite struct `What goes to the town, and what comes back` {
  /// One confirmed month: 0001 agreed to the platform, 0002 did not.
  private func village(
    _ requests: [RecordRequest], hidden: [EntryNumber] = []
  ) throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001", "0002"], on: "2026-03-01")
    try village.on("2026-03-02") { try $0.consent(of: "0001", to: .platform, given: true) }
    for request in requests { _ = try village.record(request, on: "2026-03-20") }
    try village.finish("2026-03", on: "2026-03-26")
    if !hidden.isEmpty {
      try village.on("2026-04-02") {
        try $0.append(.entriesHidden(.init(entries: hidden, hidden: true, why: "本人要求")))
      }
    }
    return village
  }

  private func reasons(_ village: TestVillage) -> [PlatformPackage.Reason] {
    village.ledger.platformPackage(of: "2026-03").left.map(\.reason)
  }

  private func export(_ village: inout TestVillage, on day: Day = "2026-04-05") throws {
    try village.on(day) {
      _ = try $0.export($0.ledger.platformPackage(of: "2026-03"), of: "2026-03")
    }
  }

  private func answer(
    _ entry: EntryNumber, _ outcome: PlatformOutcome, number: String? = nil, why: String? = nil,
    package: PackageNumber? = nil
  ) -> TownAnswer {
    TownAnswer(entry: entry, outcome: outcome, number: number, why: why, package: package)
  }

  @Test func `consent and document open the way, nothing opens it for items that never leave`()
    throws
  {
    let village = try village([
      .init("DY03", ["0001", "0002"], on: "2026-03-10"),
      .init("CX03", ["0002"], on: "2026-03-11"),
      .init("CX03", ["0001"], on: "2026-03-11").with { $0.document = "市监罚2026-1号" },
      .init("GI01", ["0001"], on: "2026-03-12").with { $0.quantity = Quantity(tenths: 80) },
      .init("XF07", ["0002"], on: "2026-03-13").with { $0.document = "民判2026-2号" },
      .init("DY12", ["0001"], on: "2026-03-14"),
    ])
    let package = village.ledger.platformPackage(of: "2026-03")
    #expect(package.rows.map(\.recorded.rule.text) == ["DY03", "CX03", "GI01"])
    #expect(package.left.map(\.reason) == [.noConsent, .noDocument, .never, .never])
  }

  @Test func `lines at level T that stay are for the town to check, but nothing of the family is`()
    throws
  {
    let village = try village([
      .init("DY03", ["0002"], on: "2026-03-10"), .init("CX03", ["0002"], on: "2026-03-11"),
      .init("DY12", ["0001"], on: "2026-03-14"), .init("XF07", ["0002"], on: "2026-03-13"),
      .init("GI04", ["0002"], on: "2026-03-15"),
    ])
    let recheck = village.ledger.platformPackage(of: "2026-03").recheck
    #expect(recheck.map(\.recorded.rule.text) == ["DY03", "CX03", "DY12"])
  }

  @Test func `what a person wants hidden stays in the village`() throws {
    let village = try village(
      [.init("DY03", ["0001"], on: "2026-03-10")], hidden: ["2026-03-0001"])
    #expect(village.ledger.platformPackage(of: "2026-03").rows.isEmpty)
    #expect(reasons(village) == [.hidden])
  }

  @Test func `an answer enters a line with its number, or sends it back with a reason`() throws {
    var village = try village([
      .init("DY03", ["0001"], on: "2026-03-10"), .init("GI04", ["0001"], on: "2026-03-11"),
    ])
    try export(&village)
    try village.on("2026-04-09") {
      try $0.take([
        answer("2026-03-0002", .returned, why: "缺照片"),
        answer("2026-03-0001", .entered, number: "LC-77", package: "P-2026-03-01"),
      ])
    }
    let ledger = village.ledger
    #expect(ledger["2026-03-0001"]?.state == .entered)
    #expect(ledger["2026-03-0001"]?.platformAnswer?.number == "LC-77")
    #expect(ledger["2026-03-0002"]?.state == .returned)
    #expect(ledger.returnedEntries.map(\.number) == ["2026-03-0002"])
    #expect(village.rating("0001", on: "2026-04-09") == .whole(1012))
    #expect(ledger.platformPackage(of: "2026-03").rows.map(\.number) == ["2026-03-0002"])
  }

  @Test func `the same answer again changes nothing, another one is a fault`() throws {
    var village = try village([.init("DY03", ["0001"], on: "2026-03-10")])
    try export(&village)
    let first = answer("2026-03-0001", .entered, number: "LC-77")
    try village.on("2026-04-09") { try $0.take([first]) }
    let before = village.ledger.sequence
    try village.on("2026-04-10") { try $0.take([first]) }
    #expect(village.ledger.sequence == before)
    let other = answer("2026-03-0001", .returned, why: "重复")
    #expect(
      village.ledger.fault(in: other)
        == .answered(
          .init(entry: "2026-03-0001", outcome: .entered, number: "LC-77", why: nil)))
  }

  @Test func `a line that was sent back can go again, and the old answer is not taken for new`()
    throws
  {
    var village = try village([.init("DY03", ["0001"], on: "2026-03-10")])
    try export(&village)
    let first = answer("2026-03-0001", .returned, why: "缺照片", package: "P-2026-03-01")
    try village.on("2026-04-09") { try $0.take([first]) }
    try export(&village, on: "2026-04-12")
    #expect(village.ledger.lastPackage(of: "2026-03-0001") == "P-2026-03-02")
    #expect(village.ledger.isTaken(first))
    try village.on("2026-04-15") { try $0.take([first, answer("2026-03-0001", .entered)]) }
    #expect(village.ledger["2026-03-0001"]?.state == .entered)
  }

  @Test func `an answer must be for an entry of a package, and a return needs its reason`() throws {
    var village = try village([
      .init("DY03", ["0001", "0002"], on: "2026-03-10")
    ])
    try export(&village)
    let ledger = village.ledger
    #expect(ledger.fault(in: answer("2026-03-0009", .entered)) == .unknownEntry)
    #expect(ledger.fault(in: answer("2026-03-0002", .entered)) == .notInPackage(last: nil))
    #expect(ledger.fault(in: answer("2026-03-0001", .returned)) == .noReason)
    let wrong: PackageNumber = "P-2026-05-01"
    #expect(
      ledger.fault(in: answer("2026-03-0001", .entered, package: wrong)) == .unknownPackage(wrong))
    #expect(ledger.fault(in: answer("2026-03-0001", .entered)) == nil)
  }

  @Test func `the town's returns wait until a meeting has heard of them`() throws {
    var village = try village([.init("DY03", ["0001"], on: "2026-03-10")])
    try export(&village)
    try village.on("2026-04-09") {
      try $0.take([answer("2026-03-0001", .returned, why: "缺照片")])
    }
    #expect(village.ledger.status(on: "2026-04-10").waiting == [.returned(count: 1)])
    try village.finish("2026-04", on: "2026-04-26")
    #expect(village.ledger.status(on: "2026-05-10").waiting == [])
  }

  @Test func `in December the points of the year that nobody used are told`() throws {
    let village = try village([.init("GI04", ["0001", "0002"], on: "2026-03-11")])
    let told = MonthStatus.Waiting.expiring(
      Year(number: 2026), points: .whole(4), accounts: 2, until: "2027-01-31")
    func tells(_ day: Day) -> Bool { village.ledger.status(on: day).waiting.contains(told) }
    #expect(!tells("2026-11-30"))
    #expect(tells("2026-12-01"))
    #expect(tells("2027-01-31"))
    #expect(!tells("2027-02-01"))
  }
}
