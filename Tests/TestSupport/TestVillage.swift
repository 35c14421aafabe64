import XinyiFiles
public import XinyiLedger

/// A small practice village in memory, driven by decisions alone: no files, no clock.
///
/// Seven council members live in households 101…107, the people of the tests in households of
/// their own choosing. Days are stated with every step, and never run backwards.
public struct TestVillage: Sendable {
  public private(set) var ledger: Ledger
  public private(set) var events: [Event] = []
  private var serial = 0

  /// Opens the ledger on a day, with the default catalog and settings changed as told.
  public init(
    opened: Day, account: AccountHolder = .person,
    settings change: (inout Settings) -> Void = { _ in }
  ) throws {
    let clerk = Operator(unchecked: "clerk")
    var settings = Settings.standard(operator: clerk)
    change(&settings)
    let opening = RecordedEvent(
      sequence: 1, at: Moment(day: opened, secondOfDay: 8 * 3600), by: clerk,
      receipt: ReceiptKey(unchecked: "open"), request: .zero,
      event: .ledgerOpened(
        .init(
          village: Village(name: "苏庄村", town: "侯营镇", county: "东昌府区", code: nil),
          account: account, practice: true, origin: String(repeating: "0", count: 32),
          firstMonth: opened.month, operator: clerk)))
    ledger = try Ledger(opening: opening, catalogs: [1: try defaultCatalog()])
    try on(opened) { draft in
      try draft.append(.settingsSet(.init(from: opened.month, settings: settings, why: nil)))
      try draft.append(
        .catalogAdopted(
          .init(version: 1, from: opened.month.firstDay, sha256: .zero, plus: 66, minus: 87)))
      for index in 1...7 {
        try draft.add(
          NewPerson(
            number: PersonNumber(unchecked: "100\(index)"),
            household: HouseholdNumber(unchecked: "10\(index)"), group: "1组", isHead: true,
            roles: [.council], from: opened.month.firstDay))
      }
    }
  }

  /// Lets a command happen on a day: all of it, or nothing when it throws.
  @discardableResult
  public mutating func on<Answer>(
    _ day: Day, clock: Int = 9 * 3600, _ body: (inout Draft) throws -> Answer
  ) throws -> Answer {
    serial += 1
    let moment = max(ledger.lastAt, Moment(day: day, secondOfDay: clock))
    var draft = Draft(
      ledger,
      stamp: Draft.Stamp(
        at: moment, by: Operator(unchecked: "clerk"),
        receipt: ReceiptKey(unchecked: "t\(serial)"), request: .zero))
    let answer = try body(&draft)
    ledger = draft.ledger
    events += draft.events
    return answer
  }
}

extension TestVillage {
  /// Adds people `0001`, `0002`… of one household each, heads of it, in 2组.
  public mutating func add(
    _ numbers: [String], household: String? = nil, on day: Day, from first: Day? = nil
  ) throws {
    let from = first ?? ledger.opened.firstMonth.firstDay
    try on(day) { draft in
      for (index, number) in numbers.enumerated() {
        try draft.add(
          NewPerson(
            number: PersonNumber(unchecked: number),
            household: HouseholdNumber(unchecked: household ?? number), group: "2组",
            isHead: household == nil || index == 0, roles: [],
            from: from))
      }
    }
  }

  public mutating func record(_ request: RecordRequest, on day: Day) throws -> [Entry] {
    let (_, numbers) = try on(day) { try $0.record(request) }
    return numbers.compactMap { ledger[$0] }
  }

  public static let council = (1...7).map { PersonNumber(unchecked: "100\($0)") }

  public mutating func openReview(_ month: Month, on day: Day) throws {
    try on(day) {
      try $0.openReview(of: month, present: Self.council, chair: Self.council[0])
    }
  }

  /// Opens the review, approves everything line by line, closes it, and posts the notice.
  public mutating func reviewAndPost(_ month: Month, on day: Day) throws {
    try openReview(month, on: day)
    try approveAll(of: month, on: day)
    try on(day) { try $0.closeReview(of: month) }
    try post(month, on: day)
  }

  public mutating func approveAll(of month: Month, on day: Day) throws {
    let pending = ledger.agenda(of: month).filter { $0.state == .pending }.map(\.number)
    try on(day) { try $0.decide(pending, .approve, votes: nil, why: nil) }
  }

  public mutating func post(_ month: Month, on day: Day) throws {
    try on(day) { draft in
      let plan = try draft.ledger.planNotice(of: month, from: day, today: day, calendar: .weekdays)
      try draft.publish(plan, body: .zero)
    }
  }

  /// Reviews a month on a day and confirms it on the first day it can be.
  public mutating func finish(_ month: Month, on day: Day) throws {
    try reviewAndPost(month, on: day)
    try confirm(month)
  }

  /// Confirms a month on the day after its last notice's term.
  public mutating func confirm(_ month: Month) throws {
    let last = ledger.reviewMonth(month).notices.compactMap { ledger.notices[$0]?.to }.max()
    try on((last ?? month.lastDay) + 1) { try $0.confirm(month) }
  }

  /// Confirms a month on a day: what took effect by it, and what waits for an answer.
  @discardableResult
  public mutating func confirmed(
    _ month: Month, on day: Day
  ) throws -> (effective: [EntryNumber], waiting: [EntryNumber]) {
    let before = Set(ledger.entries.filter(\.state.isEffective).map(\.number))
    try on(day) { try $0.confirm(month) }
    let after = ledger.entries.filter { $0.state.isEffective && !before.contains($0.number) }
    let waiting = ledger.entries.filter { $0.state == .objected && $0.month == month }
    return (after.map(\.number), waiting.map(\.number))
  }

  public func spendable(_ person: String, on day: Day) -> Points {
    ledger.spendable(of: .person(PersonNumber(unchecked: person)), on: day)
  }

  public func rating(_ person: String, on day: Day) -> Points {
    ledger.rating(of: PersonNumber(unchecked: person), on: day)
  }
}

extension RecordRequest {
  /// A request for tests: code, people and day as they are written.
  public init(_ rule: String, _ people: [String], on day: Day) {
    self.init(
      rule: RuleCode(unchecked: rule),
      recipients: people.map { .person(PersonNumber(unchecked: $0)) },
      on: day, evidence: ["照片"])
  }

  public func with(_ change: (inout RecordRequest) -> Void) -> RecordRequest {
    var copy = self
    change(&copy)
    return copy
  }
}
