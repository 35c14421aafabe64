import TestSupport
import Testing
import XinyiLedger

@Suite struct `Spendable points by year, and the statement that shows them` {
  private let account = Account.person("0001")

  /// Six points of 2026 and four that took effect on 5 January 2027, in a shop of one-point salt.
  private func overTheYear() throws -> TestVillage {
    var village = try TestVillage(opened: "2026-11-01")
    try village.add(["0001"], on: "2026-11-01")
    try record("GI04", on: ["2026-11-03", "2026-11-04", "2026-11-05"], in: &village)
    try village.finish("2026-11", on: "2026-11-26")
    try record("GI04", on: ["2026-12-03", "2026-12-04"], in: &village)
    try village.finish("2026-12", on: "2026-12-28")
    try village.on("2027-01-05") { draft in
      try draft.setPrice(1, of: "salt")
      try draft.receive(
        .init(item: "salt", batch: nil, count: 100, expires: nil, from: nil))
    }
    return village
  }

  private func record(
    _ rule: String, on days: [Day], in village: inout TestVillage
  ) throws {
    for day in days { _ = try village.record(.init(rule, ["0001"], on: day), on: day) }
  }

  private func redeem(_ count: Int, on day: Day, in village: inout TestVillage) throws {
    let basket: [RedeemRequest.Piece] = [.init("salt", count)]
    let request = try #require(
      RedeemRequest(
        .person("0001"), basket: basket, on: day, again: true, limits: [:]))
    try village.on(day) { try $0.redeem(request) }
  }

  private func statement(_ village: TestVillage, _ from: Day, _ to: Day) -> Statement {
    village.ledger.statement(of: account, from: from, to: to)
  }

  @Test func `last year's points are good on the carry-over day and gone the day after`() throws {
    let village = try overTheYear()
    #expect(village.spendable("0001", on: "2027-01-31") == 10)
    #expect(village.spendable("0001", on: "2027-02-01") == 4)
  }

  @Test func `a basket uses the oldest year first`() throws {
    var village = try overTheYear()
    try redeem(8, on: "2027-01-20", in: &village)
    #expect(village.spendable("0001", on: "2027-01-20") == 2)
    #expect(village.spendable("0001", on: "2027-02-01") == 2)
  }

  @Test func `what a basket leaves of the old year still runs out`() throws {
    var village = try overTheYear()
    try redeem(5, on: "2027-01-31", in: &village)
    #expect(village.spendable("0001", on: "2027-01-31") == 5)
    #expect(village.spendable("0001", on: "2027-02-01") == 4)
    #expect(throws: Refusal.self) { try redeem(5, on: "2027-02-01", in: &village) }
  }

  @Test func `the village chooses the carry-over day`() throws {
    var village = try TestVillage(opened: "2026-11-01") {
      $0.carryUntil = MonthDay("02-29") ?? $0.carryUntil
    }
    try village.add(["0001"], on: "2026-11-01")
    try record("GI04", on: ["2026-11-03"], in: &village)
    try village.finish("2026-11", on: "2026-11-26")
    #expect(village.spendable("0001", on: "2027-02-28") == 2)
    #expect(village.spendable("0001", on: "2027-03-01") == 0)
  }

  @Test func `a year below zero weighs on the next, whatever its age`() throws {
    var village = try TestVillage(opened: "2026-11-01")
    try village.add(["0001"], on: "2026-11-01")
    try record("RJ01", on: ["2026-11-03"], in: &village)
    try village.finish("2026-11", on: "2026-11-26")
    try village.finish("2026-12", on: "2026-12-28")
    try record("DY03", on: ["2027-01-10"], in: &village)
    #expect(village.spendable("0001", on: "2027-02-01") == -5)
    try village.finish("2027-01", on: "2027-01-27")
    #expect(village.spendable("0001", on: "2027-02-10") == 5)
    for month in (2...12).compactMap({ Month(year: 2027, month: $0) }) {
      try village.finish(month, on: month.firstDay + 20)
    }
    #expect(village.spendable("0001", on: "2028-01-31") == 5)
    #expect(village.spendable("0001", on: "2028-02-01") == 0)
  }

  @Test func `a December line confirmed in January is December's rating and January's points`()
    throws
  {
    let village = try overTheYear()
    #expect(village.ledger["2026-12-0001"]?.effectiveOn == "2027-01-05")
    #expect(village.rating("0001", on: "2026-12-31") == 1010)
    #expect(village.rating("0001", on: "2027-01-05") == 1000)
    let lines = statement(village, "2027-01-05", "2027-01-05").lines
    #expect(lines.map(\.change) == Array(repeating: .init(rating: 0, spendable: 2), count: 2))
  }

  @Test func `a statement opens with what was there at the start of its first day`() throws {
    var village = try overTheYear()
    try redeem(1, on: "2027-01-10", in: &village)
    try redeem(2, on: "2027-01-20", in: &village)
    let fromStart = statement(village, "2026-11-01", "2027-01-31")
    #expect(fromStart.opening == .init(rating: 1000, spendable: 0))
    let later = statement(village, "2027-01-20", "2027-01-31")
    #expect(later.opening == .init(rating: 1000, spendable: 9))
    #expect(later.lines.map(\.change.spendable) == [-2])
    #expect(later.closing == fromStart.closing)
    let quiet = statement(village, "2027-01-21", "2027-01-31")
    #expect(quiet.lines.isEmpty)
    #expect(quiet.closing == .init(rating: 1000, spendable: 7))
  }

  @Test func `a statement shows the new year's base and what ran out`() throws {
    let village = try overTheYear()
    let lines = statement(village, "2026-12-31", "2027-02-10").lines
    #expect(
      lines.map(\.cause) == [
        .yearBase(.init(number: 2027)), .entry("2026-12-0001"), .entry("2026-12-0002"), .expired,
      ])
    #expect(lines.map(\.on) == ["2027-01-01", "2027-01-05", "2027-01-05", "2027-02-01"])
    #expect(lines[0].change == .init(rating: -6, spendable: 0))
    #expect(lines[3].change == .init(rating: 0, spendable: -6))
    #expect(lines[3].after == .init(rating: 1000, spendable: 4))
  }
}

@Suite struct `Statements of random accounts` {
  private static let seeds: [UInt64] = Array(1...6)

  @Test(arguments: seeds)
  func `every running balance follows from the one before, and the last is the ledger's`(
    seed: UInt64
  ) throws {
    var random = try RandomVillage(seed: seed, opened: "2026-10-01")
    var compared = 0
    while random.today < "2027-04-20" {
      try random.step()
      compared += try compare(random.village.ledger, on: random.today, seed: seed)
    }
    #expect(compared > 200, "seed \(seed)")
  }

  private func compare(_ ledger: Ledger, on today: Day, seed: UInt64) throws -> Int {
    let first = ledger.opened.firstMonth.firstDay
    for account in ledger.allAccounts(on: today) {
      let whole = ledger.statement(of: account, from: first, to: today)
      let now = ScoreDelta(
        rating: ledger.rating(of: account, on: today),
        spendable: ledger.spendable(of: account, on: today))
      try #require(whole.closing == now, "seed \(seed), \(account), \(today)")
      var running = whole.opening
      for line in whole.lines {
        running = running + line.change
        try #require(running == line.after, "seed \(seed), \(account), \(line)")
      }
      let middle = first + (today - first) / 2
      let later = ledger.statement(of: account, from: middle, to: today)
      try #require(
        later.opening == ledger.statement(of: account, from: first, to: middle + -1).closing)
      try #require(later.lines == whole.lines.filter { $0.on >= middle })
    }
    return 1
  }
}
