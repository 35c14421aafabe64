import TestSupport
import Testing
import XinyiLedger

@Suite struct `Settings that are changed while the village is at work` {
  private func set(
    _ key: Settings.Key, from month: Month, on day: Day, in village: inout TestVillage,
    _ change: (inout Settings) -> Void
  ) throws {
    var wanted = village.ledger.latestSettings
    change(&wanted)
    try village.on(day) { try $0.set(key, as: wanted, from: month, why: "村民会议决定") }
  }

  @Test func `a notice of a month hangs as long as that month's settings say`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    try set(.noticeDays, from: "2026-04", on: "2026-03-10", in: &village) { $0.noticeDays = 9 }
    try village.reviewAndPost("2026-03", on: "2026-03-26")
    #expect(village.ledger.notices.values.first?.to == "2026-03-31")
    try village.confirm("2026-03")
    try village.reviewAndPost("2026-04", on: "2026-04-27")
    #expect(
      village.ledger.noticeOrder.last.flatMap { village.ledger.notices[$0]?.to } == "2026-05-06")
  }

  @Test func `points that the council fixed stay when the factor for repeats changes`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001"], on: "2026-03-01")
    _ = try village.record(.init("RJ01", ["0001"], on: "2026-03-03"), on: "2026-03-03")
    try village.finish("2026-03", on: "2026-03-26")
    _ = try village.record(.init("RJ01", ["0001"], on: "2026-04-13"), on: "2026-04-13")
    try village.openReview("2026-04", on: "2026-04-26")
    try village.approveAll(of: "2026-04", on: "2026-04-26")
    let frozen = village.ledger["2026-04-0001"]?.frozen
    let first = village.ledger["2026-03-0001"]?.frozen
    #expect(frozen?.tenths == first.map { $0.tenths * 2 })
    try set(.repeatFactor, from: "2026-04", on: "2026-04-27", in: &village) {
      $0.repeatFactor = 3
    }
    #expect(village.ledger["2026-04-0001"]?.frozen == frozen)
    try village.on("2026-04-27") { try $0.closeReview(of: "2026-04") }
    try village.post("2026-04", on: "2026-04-27")
    try village.confirm("2026-04")
    #expect(village.ledger["2026-04-0001"]?.effect.rating == frozen)
  }

  @Test func `a change set for a later month keeps what is set before it`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    try set(.noticeDays, from: "2026-07", on: "2026-03-10", in: &village) { $0.noticeDays = 9 }
    try set(.lateDays, from: "2026-05", on: "2026-03-11", in: &village) { $0.lateDays = 60 }
    let ledger = village.ledger
    #expect(ledger.settings(in: "2026-04").lateDays == 31)
    #expect(ledger.settings(in: "2026-05").lateDays == 60)
    #expect(ledger.settings(in: "2026-05").noticeDays == 5)
    #expect(ledger.settings(in: "2026-07").lateDays == 60)
    #expect(ledger.settings(in: "2026-07").noticeDays == 9)
    #expect(ledger.latestSettings == ledger.settings(in: "2026-07"))
  }

  @Test func `a later change of the same setting stands`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    try set(.noticeDays, from: "2026-07", on: "2026-03-10", in: &village) { $0.noticeDays = 9 }
    try set(.noticeDays, from: "2026-05", on: "2026-03-11", in: &village) { $0.noticeDays = 7 }
    #expect(village.ledger.settings(in: "2026-06").noticeDays == 7)
    #expect(village.ledger.settings(in: "2026-07").noticeDays == 9)
  }

  @Test func `an operator comes at once, whatever is set for later`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    try set(.noticeDays, from: "2026-07", on: "2026-03-10", in: &village) { $0.noticeDays = 9 }
    try set(.operators, from: "2026-03", on: "2026-03-11", in: &village) {
      $0.operators.append(Operator("op2")!)
    }
    #expect(village.ledger.latestSettings.operators.count == 2)
    #expect(village.ledger.settings(in: "2026-03").operators.count == 2)
    #expect(village.ledger.settings(in: "2026-03").noticeDays == 5)
  }

  @Test func `nothing is changed for months that are over`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    #expect(throws: Refusal.settingInPast(.noticeDays, "2026-03", current: "2026-04")) {
      try set(.noticeDays, from: "2026-03", on: "2026-04-01", in: &village) { $0.noticeDays = 9 }
    }
  }

  @Test func `what a year is counted by changes with the year`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    #expect(throws: Refusal.settingByYear(.base, "2026-07", next: "2027-01")) {
      try set(.base, from: "2026-07", on: "2026-04-01", in: &village) { $0.base = 900 }
    }
    try set(.base, from: "2027-01", on: "2026-04-01", in: &village) { $0.base = 900 }
    try village.add(["0001"], on: "2026-04-01")
    #expect(village.rating("0001", on: "2026-12-31") == 1000)
    #expect(village.rating("0001", on: "2027-01-01") == 900)
    let statement = village.ledger.statement(
      of: .person("0001"), from: "2026-12-31", to: "2027-01-01")
    #expect(statement.closing.rating == 900)
  }

  @Test func `what is so already is not written again`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    let before = village.ledger.sequence
    try set(.noticeDays, from: "2026-05", on: "2026-03-10", in: &village) { $0.noticeDays = 5 }
    #expect(village.ledger.sequence == before)
  }
}
