import TestSupport
import Testing
import XinyiLedger

@Suite struct `Reminders and redress` {
  private func village(
    _ change: (inout Settings) -> Void = { _ in }
  ) throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01", settings: change)
    try village.add(["0001", "0002"], on: "2026-03-01")
    return village
  }

  private func remind(_ village: inout TestVillage, _ rule: RuleCode = "RJ01", on day: Day) throws
    -> ReminderNumber
  {
    try village.on(day) { try $0.remind(.person("0001"), of: rule) }
  }

  @Test func `what is put right within the term costs nothing`() throws {
    var village = try village()
    let number = try remind(&village, on: "2026-03-05")
    #expect(village.ledger.reminders[number]?.issued.due == "2026-03-08")
    #expect(throws: Refusal.reminderNotDue(number, due: "2026-03-08", today: "2026-03-08")) {
      _ = try village.record(.init("RJ01", ["0001"], on: "2026-03-05"), on: "2026-03-08")
    }
    try village.on("2026-03-10") { try $0.closeReminder(number, .putRight, on: "2026-03-08") }
    #expect(village.ledger.reminders[number]?.outcome == .putRight)
    #expect(throws: Refusal.reminderClosed(number)) {
      try village.on("2026-03-11") { try $0.closeReminder(number, .putRight, on: "2026-03-08") }
    }
  }

  @Test func `overdue it goes into the agenda and closes with the entry`() throws {
    var village = try village()
    let number = try remind(&village, on: "2026-03-05")
    #expect(throws: Refusal.reminderOverdue(number, due: "2026-03-08", on: "2026-03-09")) {
      try village.on("2026-03-09") { try $0.closeReminder(number, .putRight, on: "2026-03-09") }
    }
    let entry = try village.record(.init("RJ01", ["0001"], on: "2026-03-05"), on: "2026-03-09")[0]
    #expect(village.ledger.reminders[number]?.outcome == .recorded)
    #expect(village.ledger.flags(of: entry).isEmpty)
    let other = try village.record(.init("RJ01", ["0002"], on: "2026-03-05"), on: "2026-03-09")[0]
    #expect(village.ledger.flags(of: other) == [.notReminded])
  }

  @Test func `one reminder is open per person and item, of household items per household`() throws {
    var village = try village()
    let number = try remind(&village, on: "2026-03-05")
    #expect(throws: Refusal.reminderOpen(number, due: "2026-03-08")) {
      _ = try remind(&village, on: "2026-03-06")
    }
    #expect(throws: Refusal.notRemindable("RJ04")) {
      _ = try remind(&village, "RJ04", on: "2026-03-06")
    }
    #expect(throws: Refusal.notRemindable("GI04")) {
      _ = try remind(&village, "GI04", on: "2026-03-06")
    }
  }

  @Test func `where the village wants it, no breach is recorded without a reminder`() throws {
    var village = try village { $0.remindFirst = .require }
    #expect(throws: Refusal.reminderMissing("RJ01")) {
      _ = try village.record(.init("RJ01", ["0001"], on: "2026-03-05"), on: "2026-03-05")
    }
    _ = try remind(&village, on: "2026-03-05")
    #expect(throws: Never.self) {
      _ = try village.record(.init("RJ01", ["0001"], on: "2026-03-05"), on: "2026-03-09")
    }
    // Nothing is reminded of where there is nothing to put right.
    #expect(throws: Never.self) {
      _ = try village.record(.init("RJ04", ["0001"], on: "2026-03-05"), on: "2026-03-09")
    }
  }

  @Test func `a redress gives back at most what the breach still takes, through review and notice`()
    throws
  {
    var village = try village()
    let breach = try village.record(.init("RJ12", ["0001"], on: "2026-03-05"), on: "2026-03-05")[0]
      .number
    #expect(throws: Refusal.notEffective(breach, .pending)) { try redress(&village, breach, 5) }
    try village.finish("2026-03", on: "2026-03-26")
    #expect(throws: Refusal.tooMuchGivenBack(breach, asked: 11, left: 10)) {
      try redress(&village, breach, 11)
    }
    let line = try redress(&village, breach, 6)
    #expect(throws: Refusal.correctionUnderWay(breach, by: line)) {
      try redress(&village, breach, 4)
    }
    try village.openReview("2026-04", on: "2026-04-26")
    #expect(village.ledger.rest(of: "2026-04").isEmpty)
    try village.on("2026-04-26") { draft in
      try draft.decide([line], .amend(4), votes: nil, why: "改了一半")
      try draft.closeReview(of: "2026-04")
    }
    try village.post("2026-04", on: "2026-04-26")
    try village.confirm("2026-04")
    #expect(village.rating("0001", on: "2026-05-10") == 994)
    #expect(village.ledger.stillTaken(by: try #require(village.ledger[breach])) == 6)
    // A reversal takes back only what is still taken.
    let reversal = try village.on("2026-05-10") { try $0.reverse(breach, why: "认错了狗") }[0]
    #expect(village.ledger[reversal]?.recorded.asked == 6)
    try village.finishLeaders("2026-05", on: "2026-05-26")
    #expect(village.rating("0001", on: "2026-06-10") == 1000)
    #expect(village.spendable("0001", on: "2026-06-10") == 0)
  }

  @discardableResult
  private func redress(
    _ village: inout TestVillage, _ breach: EntryNumber, _ points: Points
  ) throws -> EntryNumber {
    try village.on("2026-04-05") {
      try $0.redress(breach, points: points, promise: "拴绳", evidence: ["照片"], why: nil)
    }
  }

  @Test func `a breach and what was given back of it are not taken back side by side`() throws {
    var village = try village()
    let breach = try village.record(.init("RJ12", ["0001"], on: "2026-03-05"), on: "2026-03-05")[0]
      .number
    try village.finish("2026-03", on: "2026-03-26")
    let line = try redress(&village, breach, 6)
    try village.finish("2026-04", on: "2026-04-26")
    var other = village
    let first = try village.on("2026-05-10") { try $0.reverse(line, why: "没有改") }[0]
    #expect(throws: Refusal.correctionUnderWay(breach, by: first)) {
      try village.on("2026-05-11") { try $0.reverse(breach, why: "认错了狗") }
    }
    let whole = try other.on("2026-05-10") { try $0.reverse(breach, why: "认错了狗") }[0]
    #expect(throws: Refusal.correctionUnderWay(line, by: whole)) {
      try other.on("2026-05-11") { try $0.reverse(line, why: "没有改") }
    }
  }

  @Test func `a plus line is no breach`() throws {
    var village = try village()
    let entry = try village.record(.init("GI04", ["0001"], on: "2026-03-05"), on: "2026-03-05")[0]
    #expect(throws: Refusal.notABreach(entry.number)) { try redress(&village, entry.number, 1) }
  }
}
