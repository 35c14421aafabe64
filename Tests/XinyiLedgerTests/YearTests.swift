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
    try close(&village, on: "2027-01-12")
    let closed = try #require(village.ledger.years[Year(number: 2026)])
    #expect(closed.carried.map(\.entry) == [dumping[0].number])
    #expect(closed.grades.first { $0.account == .person("0001") }?.rating == 995)
    #expect(closed.grades.first { $0.account == .person("0002") }?.grade == "一星")
    #expect(village.rating("0001", on: "2027-01-12") == 995)
    #expect(village.rating("0002", on: "2027-01-12") == 1000)
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
    #expect(village.ledger.invariantFaults().isEmpty)
  }
}

@Suite struct `Campaigns` {
  private func village(
    _ change: (inout Event.CampaignSet) -> Void = { _ in }
  ) throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001", "0002", "0003"], on: "2026-03-01")
    var campaign = Event.CampaignSet(
      campaign: CampaignCode(unchecked: "C1"), title: "信义+人居环境", from: "2026-03-05",
      to: "2026-03-20", rules: ["GI04"], bonus: 1, percent: nil, budget: nil, groups: [],
      heading: nil)
    change(&campaign)
    try village.on("2026-03-01") { try $0.setCampaign(campaign) }
    return village
  }

  private func cleaning(_ people: [String], _ day: Day, rule: String = "GI04") -> RecordRequest {
    RecordRequest(rule, people, on: day).with { $0.campaign = CampaignCode(unchecked: "C1") }
  }

  private func points(_ village: TestVillage) -> [Points] {
    village.ledger.entries.map { village.ledger.assessment(of: $0).points }
  }

  @Test func `a bonus comes behind the cap and does not use it`() throws {
    var village = try village()
    for day in ["2026-03-05", "2026-03-06", "2026-03-07", "2026-03-08", "2026-03-09"] as [Day] {
      _ = try village.record(cleaning(["0001"], day), on: day)
    }
    #expect(points(village) == [3, 3, 3, 3, 1])
    try village.finish("2026-03", on: "2026-03-26")
    #expect(village.spendable("0001", on: "2026-04-10") == 13)
    #expect(village.ledger.entries.map(\.bonus) == [1, 1, 1, 1, 1])
    #expect(village.ledger.invariantFaults().isEmpty)
  }

  @Test func `a line belongs to it by the day it happened, its item and its group`() throws {
    var village = try village { $0.groups = ["2组"] }
    let code = CampaignCode(unchecked: "C1")
    #expect(
      throws: Refusal.notInCampaign(code, .outside(from: "2026-03-05", to: "2026-03-20"))
    ) { _ = try village.record(cleaning(["0001"], "2026-03-04"), on: "2026-03-22") }
    #expect(throws: Refusal.notInCampaign(code, .item)) {
      _ = try village.record(cleaning(["0001"], "2026-03-06", rule: "DD04"), on: "2026-03-06")
    }
    #expect(throws: Refusal.notInCampaign(code, .group("1组"))) {
      _ = try village.record(cleaning(["1001"], "2026-03-06"), on: "2026-03-06")
    }
    let late = try village.record(cleaning(["0001"], "2026-03-20"), on: "2026-03-25")
    #expect(village.ledger.assessment(of: late[0]).points == 3)
  }

  @Test func `it ends with its budget`() throws {
    var village = try village { $0.budget = 8 }
    _ = try village.record(cleaning(["0001", "0002", "0003"], "2026-03-06"), on: "2026-03-06")
    _ = try village.record(cleaning(["0001"], "2026-03-07"), on: "2026-03-07")
    #expect(points(village) == [3, 3, 2, 2])
    let result = village.ledger.result(
      of: try #require(village.ledger.campaigns[CampaignCode(unchecked: "C1")]))
    #expect(result.points == 10)
    #expect(result.bonus == 2)
    #expect(result.ranking.map(\.rank) == [1, 2, 3])
    #expect(result.ranking.first?.account == .person("0001"))
  }

  @Test func `one and a half times the points`() throws {
    var village = try village {
      $0.bonus = nil
      $0.percent = 150
    }
    _ = try village.record(cleaning(["0001"], "2026-03-06"), on: "2026-03-06")
    #expect(points(village) == [3])
  }

  @Test func `only plus items of the list, and no campaign that ends before it begins`() throws {
    #expect(throws: Refusal.campaignItem("RJ01")) {
      _ = try village { $0.rules = ["RJ01"] }
    }
    #expect(throws: Refusal.campaignBackwards(from: "2026-03-05", to: "2026-03-04")) {
      _ = try village { $0.to = "2026-03-04" }
    }
  }
}

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

  @Test func `a plus line is no breach`() throws {
    var village = try village()
    let entry = try village.record(.init("GI04", ["0001"], on: "2026-03-05"), on: "2026-03-05")[0]
    #expect(throws: Refusal.notABreach(entry.number)) { try redress(&village, entry.number, 1) }
  }
}

@Suite struct `Putting an entry right by its stage` {
  private func village() throws -> (TestVillage, EntryNumber) {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001", "0002"], on: "2026-03-01")
    let entry = try village.record(.init("GI04", ["0001"], on: "2026-03-05"), on: "2026-03-05")[0]
    return (village, entry.number)
  }

  private let other = Correction(recipient: .person("0002"))

  private func fix(
    _ village: inout TestVillage, _ number: EntryNumber, on day: Day
  ) throws -> [FixWay] {
    try village.on(day) { try $0.fix([number], other, why: "写错了人") }
  }

  @Test func `before the review it is withdrawn and recorded again`() throws {
    var (village, number) = try village()
    #expect(try fix(&village, number, on: "2026-03-06") == [.withdrawn])
    let again = try #require(village.ledger.entries.last)
    #expect(village.ledger[number]?.state == .withdrawn)
    #expect(again.recorded.person == "0002")
    #expect(again.recorded.corrects == number)
  }

  @Test func `in the meeting the council decides`() throws {
    var (village, number) = try village()
    try village.openReview("2026-03", on: "2026-03-26")
    #expect(throws: Refusal.notFixable(number, .pending, .inReview)) {
      _ = try fix(&village, number, on: "2026-03-26")
    }
  }

  @Test func `on notice the village itself objects`() throws {
    var (village, number) = try village()
    try village.reviewAndPost("2026-03", on: "2026-03-26")
    #expect(try fix(&village, number, on: "2026-03-28") == [.objected("O-2026-03-01")])
    #expect(village.ledger.entries.count == 1)
    #expect(village.ledger[number]?.state == .objected)
  }

  @Test func `after effect it is reversed, with the right entry beside`() throws {
    var (village, number) = try village()
    try village.finish("2026-03", on: "2026-03-26")
    #expect(try fix(&village, number, on: "2026-04-05") == [.reversed])
    let lines = village.ledger.entries.suffix(2)
    #expect(lines.map(\.recorded.reverses) == [number, nil])
    #expect(lines.map(\.recorded.corrects) == [nil, number])
    try village.finishLeaders("2026-04", on: "2026-04-26")
    #expect(village.spendable("0001", on: "2026-05-10") == 0)
    #expect(village.spendable("0002", on: "2026-05-10") == 2)
  }

  @Test func `the right entry is worked out as if the wrong one were gone`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001"], on: "2026-03-01")
    var numbers: [EntryNumber] = []
    for day in ["2026-03-09", "2026-03-14"] as [Day] {
      numbers.append(try village.record(.init("DD04", ["0001"], on: day), on: day)[0].number)
    }
    try village.finish("2026-03", on: "2026-03-26")
    _ = try village.on("2026-04-05") {
      try $0.fix([numbers[1]], Correction(on: "2026-03-16"), why: "日期写错")
    }
    let right = try #require(village.ledger.entries.last)
    #expect(village.ledger.assessment(of: right).points == 1)
    try village.finishLeaders("2026-04", on: "2026-04-26")
    #expect(village.spendable("0001", on: "2026-05-10") == 2)
  }
}
