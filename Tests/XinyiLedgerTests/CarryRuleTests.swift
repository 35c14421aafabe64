import TestSupport
import Testing
import XinyiLedger

@Suite struct `How long spendable points last` {
  /// Two points of 2026, in a village with the rule.
  private func village(_ change: (inout Settings) -> Void) throws -> TestVillage {
    var village = try TestVillage(opened: "2026-11-01", settings: change)
    try village.add(["0001"], on: "2026-11-01")
    _ = try village.record(.init("GI04", ["0001"], on: "2026-11-03"), on: "2026-11-03")
    try village.finish("2026-11", on: "2026-11-26")
    return village
  }

  /// The balance of a day is what the statement of that day ends with.
  private func balance(_ village: TestVillage, on day: Day) -> Points {
    let statement = village.ledger.statement(of: .person("0001"), from: "2026-11-01", to: day)
    #expect(statement.closing.spendable == village.spendable("0001", on: day), "\(day)")
    let sum = statement.lines.reduce(statement.opening.spendable) { $0 + $1.change.spendable }
    #expect(sum == statement.closing.spendable, "\(day)")
    return statement.closing.spendable
  }

  @Test func `until a day of the next year, which is still good`() throws {
    let village = try village { $0.carry = .until }
    #expect(balance(village, on: "2026-12-31") == 2)
    #expect(balance(village, on: "2027-01-31") == 2)
    #expect(balance(village, on: "2027-02-01") == 0)
  }

  @Test func `without end`() throws {
    let village = try village { $0.carry = .all }
    #expect(balance(village, on: "2027-02-01") == 2)
    #expect(balance(village, on: "2031-12-31") == 2)
  }

  @Test func `to the end of their own year`() throws {
    let village = try village { $0.carry = .nothing }
    #expect(balance(village, on: "2026-12-31") == 2)
    #expect(balance(village, on: "2027-01-01") == 0)
    let lines = village.ledger.statement(
      of: .person("0001"), from: "2027-01-01", to: "2027-01-01"
    ).lines
    #expect(lines.map(\.change.spendable) == [-2, 0])
  }

  @Test func `another rule holds from its month on`() throws {
    var village = try village { $0.carry = .all }
    var wanted = village.ledger.latestSettings
    wanted.carry = .until
    try village.on("2027-01-10") {
      try $0.set(.carry, as: wanted, from: "2027-06", why: "村民会议决定")
    }
    #expect(balance(village, on: "2027-05-31") == 2)
    #expect(balance(village, on: "2027-06-01") == 0)
    #expect(balance(village, on: "2028-03-01") == 0)
  }

  @Test func `a limit below zero, columns without a title and grades of one name are no settings`()
  {
    func faults(_ change: (inout Settings) -> Void) -> [SettingsFault] {
      var settings = Settings.standard(operator: .placeholder)
      change(&settings)
      return settings.faults()
    }
    #expect(faults { $0.carryLimit = 0 } == [])
    #expect(faults { $0.carryLimit = -1 } == [.carryLimitNegative])
    #expect(faults { $0.platformColumns = [] } == [.badColumns])
    #expect(faults { $0.platformColumns = [.init(field: .on, title: "")] } == [.badColumns])
    #expect(
      faults {
        $0.platformColumns = [.init(field: .on, title: "日期"), .init(field: .rule, title: "日期")]
      }
        == [.badColumns])
    #expect(faults { $0.platformColumns = [.init(field: .on, title: "日期")] } == [])
    #expect(faults { $0.topGrade = "四星" } == [.badGradeNames])
    #expect(faults { $0.bands[0].name = "" } == [.badGradeNames])
  }
}
