/// The village's ledger as a value: everything that the recorded events add up to.
///
///     ledger.jsonl ── events, one a line
///           │ apply, in order: carries no rules, fails only on a line that cannot be true
///           ▼
///        Ledger ── accounts, entries and their states, months, notices, objections, stock
///           │ decide…(request) → events, or a Refusal
///           ▼
///        Draft ── the ledger with the new events applied, ready to be written
///
/// Nothing here is stored as truth; the same events always give an equal value. People are numbers:
/// names stand in the roster file and never here.
public struct Ledger: Equatable, Sendable {
  /// The first line.
  public let opened: Event.LedgerOpened
  /// The catalog files the ledger may refer to, by version.
  public internal(set) var catalogs: [Int: Catalog]
  /// The items of each catalog that concern households; asked for with every entry.
  var householdItems: [Int: Set<RuleCode>]

  public internal(set) var sequence: Int
  public internal(set) var lastAt: Moment
  var settingsHistory: [Event.SettingsSet] = []
  public internal(set) var adoptions: [Event.CatalogAdopted] = []
  public internal(set) var roster = Roster()
  public internal(set) var accounts = LongTable<Account, AccountState>()

  /// In the order they were recorded.
  public internal(set) var entries = LongList<Entry>()
  var entryIndex = EntryPlaces()
  package internal(set) var index = LedgerIndex()
  /// Reversals, with the adjustments that were proposed with them.
  var correctionsByBatch = LongTable<BatchNumber, [Int]>()
  /// By the month in whose review each is decided.
  var entriesByMonth = LongTable<Month, [Int]>()
  /// The entries that take another one back, adjust it, stand in its place or give it back.
  var referring = LongTable<EntryNumber, [Int]>()
  var serials: [Month: Int] = [:]

  var unsettled = UnsettledPlaces()

  public internal(set) var months = LongTable<Month, ReviewMonth>()
  public internal(set) var notices = LongTable<NoticeNumber, Notice>()
  public internal(set) var noticeOrder: [NoticeNumber] = []
  /// What took effect at once, by two operators, and has not stood on a notice yet.
  public internal(set) var uninformed: [EntryNumber] = []
  public internal(set) var objections = LongTable<ObjectionNumber, Objection>()
  public internal(set) var packages = LongTable<PackageNumber, [EntryNumber]>()
  public internal(set) var reminders = LongTable<ReminderNumber, Reminder>()
  public internal(set) var reminderOrder = LongList<ReminderNumber>()
  /// Of these, the ones that nobody has closed.
  var unclosedReminders: [ReminderNumber] = []
  public internal(set) var campaigns = LongTable<CampaignCode, Event.CampaignSet>()
  public internal(set) var years = LongTable<Year, ClosedYear>()
  var carriedBreaches = LongTable<Account, [CarriedBreach]>()
  public internal(set) var moves = LongList<BalanceMove>()
  public internal(set) var expiries = LongList<Expiry>()

  public internal(set) var stock = Stock()
  public internal(set) var redemptions = LongList<Redemption>()
  var redemptionsByReceipt = LongTable<ReceiptKey, Int>()
  /// Of two slips with the same number, years apart, the later one.
  var redemptionsBySlip = LongTable<String, Int>()
  public internal(set) var refunds = LongList<Refund>()
  public internal(set) var cards = CardBook()
  public internal(set) var cardMoves = LongList<CardMove>()
  var cardFlows = LongList<CardFlow>()
  /// What besides entries has moved each account, in order.
  var bookings = LongTable<Account, [Booking]>()
  var slipSerials = LongTable<Day, Int>()
  public internal(set) var repairs: [Repair] = []

  /// Opens a ledger with its first line.
  public init(
    opening first: RecordedEvent, catalogs: [Int: Catalog]
  ) throws(HistoryFault) {
    guard case .ledgerOpened(let opened) = first.event, first.sequence == 1 else {
      throw .notOpened
    }
    guard opened.format == 1 else { throw .unsupportedFormat(opened.format) }
    self.opened = opened
    self.catalogs = catalogs
    self.householdItems = catalogs.mapValues(\.householdItems)
    self.sequence = 1
    self.lastAt = first.at
    try index.add(first)
  }
}

/// A time when the ledger's files were mended.
public struct Repair: Codable, Equatable, Sendable {
  public let line: Int
  public let at: Moment
  public let by: Operator
  public let repaired: Event.Repaired
}

// MARK: - Looking things up

extension Ledger {
  /// Takes in the file that the next `catalogAdopted` line is about.
  package mutating func admit(_ catalog: Catalog) {
    catalogs[catalog.version] = catalog
    householdItems[catalog.version] = catalog.householdItems
  }

  /// The lines of every command by its receipt.
  public var receipts: LongTable<ReceiptKey, ReceiptUse> { index.receipts }

  public subscript(entry: EntryNumber) -> Entry? { entryIndex[entry].map { entries[$0] } }

  public func entries(of batch: BatchNumber) -> [Entry] {
    (index.byBatch[batch] ?? []).map { entries[$0] }
  }

  public func entries(of person: PersonNumber) -> [Entry] {
    (index.byPerson[person]?.places ?? []).map { entries[$0] }
  }

  func entries(of household: HouseholdNumber) -> [Entry] {
    (index.byHousehold[household]?.places ?? []).map { entries[$0] }
  }

  /// The settings that hold in a month.
  public func settings(in month: Month) -> Settings { settings(in: month, withoutLast: 0) }

  /// The settings that held in a month before the last so many `settingsSet` lines.
  public func settings(in month: Month, withoutLast count: Int) -> Settings {
    let held = settingsHistory.dropLast(count).last { $0.from <= month } ?? settingsHistory.first
    return held?.settings ?? .standard(operator: opened.operator)
  }

  public func settings(on day: Day) -> Settings { settings(in: day.month) }

  /// The settings as they were set last, whether or not their month has come.
  public var latestSettings: Settings {
    settingsHistory.last?.settings ?? .standard(operator: opened.operator)
  }

  /// The catalog version in force on a day; the first one for days before it.
  public func catalog(on day: Day) -> Catalog? {
    var adopted = adoptions.first
    for adoption in adoptions where adoption.from <= day { adopted = adoption }
    return adopted.flatMap { catalogs[$0.version] }
  }

  /// The item under which an entry was recorded.
  public func item(of entry: Entry) -> Catalog.Item? {
    catalogs[entry.recorded.catalog]?[entry.recorded.rule]
  }

  /// A month's place in the round; every month from the first is open until it is reviewed.
  public func reviewMonth(_ month: Month) -> ReviewMonth {
    months[month] ?? ReviewMonth(month: month)
  }

  /// The account of a person on a day: the person's own, or the household's.
  public func account(of person: PersonNumber, on day: Day) -> Account? {
    switch opened.account {
    case .person: roster.people.contains(person) ? .person(person) : nil
    case .household: roster[person]?.household(on: day).map(Account.household)
    }
  }

  /// The account that an entry moves.
  public func account(of entry: Event.Recorded) -> Account {
    switch opened.account {
    case .person: .person(entry.person)
    case .household: .household(entry.household)
    }
  }

  /// For whom an entry's caps and repeats count: the person, or for household items the household.
  func subject(of entry: Event.Recorded) -> ItemSubject {
    ItemSubject(
      rule: entry.rule,
      account: isOfHousehold(entry) ? .household(entry.household) : .person(entry.person))
  }

  func isOfHousehold(_ entry: Event.Recorded) -> Bool {
    householdItems[entry.catalog]?.contains(entry.rule) == true
  }

  /// The places of all entries that count together, in ledger order.
  func places(of subject: ItemSubject) -> [Int] {
    let known =
      switch subject.account {
      case .person(let person): index.byPerson[person]
      case .household(let household): index.byHousehold[household]
      }
    return (known?.places(of: subject.rule) ?? []).filter {
      self.subject(of: entries[$0].recorded) == subject
    }
  }

  /// The first month, not before `month`, whose review has not been opened.
  public func firstUnopenedMonth(from month: Month) -> Month {
    var candidate = max(month, opened.firstMonth)
    while reviewMonth(candidate).state > .open { candidate = candidate.next }
    return candidate
  }
}
