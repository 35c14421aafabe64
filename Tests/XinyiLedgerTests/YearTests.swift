import TestSupport
import Testing
import XinyiLedger

@Suite struct `The end of a year` {
  private static let months: [Month] = ["2026-10", "2026-11", "2026-12"]

  private func village(
    _ change: (inout Settings) -> Void = { _ in }
  ) throws -> TestVillage {
    var village = try TestVillage(opened: "2026-10-01", settings: change)
    try village.add(["0001", "0002"], on: "2026-10-01")
    return village
  }

  /// Lets the months of the year take effect, the last one in January.
  private func finishYear(_ village: inout TestVillage, from first: Int = 0) throws {
    for month in Self.months[first...] {
      try village.finishLeaders(month, on: month == "2026-12" ? "2027-01-04" : month.firstDay + 25)
    }
  }

  private func close(
    _ village: inout TestVillage, _ year: Int = 2026, on day: Day
  ) throws {
    try village.on(day) { try $0.closeYear(Year(number: year), body: .zero) }
  }

  @Test func `grades stand, the rating starts anew, and what nobody put right goes on weighing`()
    throws
  {
    var village = try village()
    let dumping = try village.record(.init("RJ01", ["0001"], on: "2026-10-10"), on: "2026-10-10")
    // A fight cannot be put right: it is over with the year.
    _ = try village.record(.init("ZX02", ["0002"], on: "2026-10-11"), on: "2026-10-11")
    try finishYear(&village)
    try village.add(["0003"], on: "2027-01-11", from: "2027-01-11")
    try close(&village, on: "2027-01-12")
    let closed = try #require(village.ledger.years[Year(number: 2026)])
    #expect(closed.carried.map(\.entry) == [dumping[0].number])
    // Who came in the new year has no grade of the old one.
    #expect(!closed.grades.contains { $0.account == .person("0003") })
    #expect(closed.grades.first { $0.account == .person("0001") }?.rating == 995)
    #expect(closed.grades.first { $0.account == .person("0002") }?.grade == "一星")
    #expect(village.rating("0001", on: "2027-01-12") == 995)
    #expect(village.rating("0002", on: "2027-01-12") == 1000)
    let ranked = village.ledger.ranking(on: "2027-01-12", upTo: "2027-01", in: nil)
    #expect(ranked.first { $0.standing.account == .person("0001") }?.standing.rating == 995)
    let statement = village.ledger.statement(
      of: .person("0001"), from: "2027-01-01", to: "2027-01-31")
    #expect(statement.closing.rating == 995)
    #expect(village.ledger.invariantFaults().isEmpty)
  }

  @Test func `a breach put right in the new year gives its points back and doubles nothing more`()
    throws
  {
    var village = try village()
    let dumping = try village.record(.init("RJ01", ["0001"], on: "2026-10-10"), on: "2026-10-10")
    try finishYear(&village)
    try close(&village, on: "2027-01-12")
    let again = try village.record(.init("RJ01", ["0001"], on: "2027-01-14"), on: "2027-01-14")
    #expect(village.ledger.assessment(of: again[0]).points == -10)
    try village.on("2027-01-14") { try $0.withdraw([again[0].number], why: "记错人") }
    _ = try village.on("2027-01-15") {
      try $0.redress(
        dumping[0].number, points: 5, promise: "不再乱倒", evidence: ["清理照片"], why: nil)
    }
    try village.finish("2027-01", on: "2027-01-26")
    #expect(village.rating("0001", on: "2027-02-10") == 1000)
    let later = try village.record(.init("RJ01", ["0001"], on: "2027-03-01"), on: "2027-03-01")
    #expect(village.ledger.assessment(of: later[0]).points == -5)
    try village.on("2027-03-01") { try $0.withdraw([later[0].number], why: "记错人") }
    #expect(village.ledger.openBreaches.isEmpty)
  }

  @Test func `a breach of a closed year that is reversed weighs no more`() throws {
    var village = try village()
    let dumping = try village.record(.init("RJ01", ["0001"], on: "2026-10-10"), on: "2026-10-10")
    try finishYear(&village)
    try close(&village, on: "2027-01-12")
    _ = try village.on("2027-01-15") { try $0.reverse(dumping[0].number, why: "查错了人") }
    try village.finish("2027-01", on: "2027-01-26")
    #expect(village.rating("0001", on: "2027-02-10") == 1000)
    #expect(village.ledger.years[Year(number: 2026)]?.grades.first?.rating == 995)
    #expect(village.spendable("0001", on: "2027-02-10") == 0)
    let statement = village.ledger.statement(
      of: .person("0001"), from: "2027-01-01", to: "2027-02-10")
    #expect(statement.closing.rating == 1000)
  }

  @Test func `a year is closed when it is over, in order, once, and with every line settled`()
    throws
  {
    var village = try village()
    let entry = try village.record(.init("GI04", ["0001"], on: "2026-10-10"), on: "2026-10-10")
    let year = Year(number: 2026)
    #expect(throws: Refusal.yearNotOver(year, today: "2026-12-30")) {
      try close(&village, on: "2026-12-30")
    }
    #expect(throws: Refusal.yearMonthOpen(year, "2026-10", .open)) {
      try close(&village, on: "2027-01-02")
    }
    try finishYear(&village)
    let objection = try village.on("2027-01-11") {
      try $0.object(to: entry[0].number, why: "没有来", by: nil)
    }
    #expect(throws: Refusal.yearLineOpen(year, entry[0].number, .effective)) {
      try close(&village, on: "2027-01-12")
    }
    try village.on("2027-01-12") {
      try $0.resolve(
        objection, Resolution(outcome: .dismissed, why: "有照片", authority: .document("1号")))
    }
    #expect(throws: Refusal.yearBeforeFirst(Year(number: 2025), first: "2026-10")) {
      try close(&village, 2025, on: "2027-01-12")
    }
    try close(&village, on: "2027-01-12")
    #expect(throws: Refusal.yearAlreadyClosed(year)) { try close(&village, on: "2027-01-13") }
    #expect(throws: Refusal.earlierYearFirst(Year(number: 2028), earlier: Year(number: 2027))) {
      try close(&village, 2028, on: "2029-01-13")
    }
  }

  @Test func `points that have run out are written off once, behind older debts`() throws {
    var village = try village()
    _ = try village.record(.init("GI04", ["0001"], on: "2026-10-10"), on: "2026-10-10")
    try village.finish("2026-10", on: "2026-10-26")
    #expect(village.spendable("0001", on: "2027-01-31") == 2)
    #expect(throws: Refusal.nothingExpired("2027-01-31")) {
      try village.on("2027-01-31") { try $0.expireSpendable() }
    }
    try village.on("2027-02-01") { try $0.expireSpendable() }
    #expect(village.ledger.accounts[.person("0001")]?.spendable.byYear == [])
    #expect(throws: Refusal.nothingExpired("2027-02-02")) {
      try village.on("2027-02-02") { try $0.expireSpendable() }
    }
    #expect(village.ledger.invariantFaults().isEmpty)
  }

  @Test func `where the village limits what is carried over, the rest is written off at the close`()
    throws
  {
    var village = try village { $0.carryLimit = 3 }
    _ = try village.record(.init("DY03", ["0001"], on: "2026-10-10"), on: "2026-10-10")
    try finishYear(&village)
    #expect(village.spendable("0001", on: "2027-01-12") == 10)
    try close(&village, on: "2027-01-12")
    #expect(village.spendable("0001", on: "2027-01-12") == 3)
    let statement = village.ledger.statement(
      of: .person("0001"), from: "2027-01-12", to: "2027-01-12")
    #expect(statement.lines.map(\.cause) == [.cut])
    #expect(statement.closing.spendable == 3)
    #expect(village.ledger.invariantFaults().isEmpty)
  }
}
