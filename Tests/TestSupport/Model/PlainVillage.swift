import XinyiLedger

/// The village a second time: its rules (docs/rules.md) in the plainest way, for the tests.
///
/// Flat lists of what happened, and every question answered from scratch: no sum is kept, nothing
/// is looked up in an index, and nothing that decides is shared with the program. Points are whole
/// tenths. It is slow, and meant to be read beside the rules.
struct PlainVillage {
  let catalog: Catalog
  let holder: AccountHolder
  let firstMonth: Month
  /// The moment of the command that runs.
  var now = Moment(seconds: 0)
  /// The lines from this place on were recorded by the command that runs.
  var newFrom = 0
  var settings: [(from: Month, settings: Settings)] = []
  var facts: [PlainFact] = []
  var platformConsents: [PersonNumber] = []
  /// In the order they were recorded; a line refers to another by its place.
  var lines: [PlainLine] = []
  var batches = 0
  var months: [PlainMonth] = []
  var notices: [PlainNotice] = []
  var objections: [PlainObjection] = []
  var reminders: [PlainReminder] = []
  var campaigns: [Event.CampaignSet] = []
  var packages: [(number: PackageNumber, lines: [Int])] = []
  var closedYears: [(year: Year, grades: [Event.YearGrade])] = []
  var carried: [PlainCarried] = []
  /// Everything that moved spendable points, in order.
  var bookings: [PlainBooking] = []
  var goods: [PlainGoods] = []
  var redemptions: [PlainRedemption] = []

  var today: Day { now.day }
}

/// A rule of the village says no.
struct PlainRefusal: Error {
  let code: String
  init(_ code: String) { self.code = code }
}

/// A word that the command cannot use; the program says it with exit status 2.
struct PlainWordFault: Error {}

struct PlainFact {
  let person: PersonNumber
  let from: Day
  let what: RosterFact.Topic
  let value: String
}

/// An entry and what has become of it.
struct PlainLine {
  let number: EntryNumber
  let batch: Int
  let person: PersonNumber
  let household: HouseholdNumber
  let rule: RuleCode
  /// The item concerns households.
  let isOfHousehold: Bool
  let on: Day
  var quantity: Int?
  var deed: DeedNumber?
  var campaign: CampaignCode?
  var hasDocument = false
  var evidence: [String] = []
  var collector: PersonNumber?
  var level: String?
  var choice: Points?
  var isLate = false
  var notReminded = false
  var asked: Int
  var reverses: Int?
  var adjusts: Int?
  var corrects: Int?
  var redresses: Int?
  var isClerical = false

  var month: Month
  var state = Entry.State.pending
  var decision: DecisionOutcome?
  var isSpecial = false
  var frozen: Int?
  var isAmended = false
  var bonus = 0
  var stayAway: [PersonNumber] = []
  var notice: Int?
  var objection: Int?
  var answer: TownAnswer?
  var effectiveOn: Day?
  var rating = 0
  var spendable = 0

  /// A case of its own.
  var isCase: Bool { reverses == nil && adjusts == nil && redresses == nil }

  var isLive: Bool {
    state != .rejected && state != .cancelled && state != .withdrawn
  }
  var isEffective: Bool {
    state == .effective || state == .sent || state == .returned || state == .entered
  }
  var isUndecided: Bool { state == .pending || state == .deferred }
}

struct PlainMonth {
  let month: Month
  var state = ReviewMonth.State.open
  var openedOn: Day?
  var present: [PersonNumber] = []
  var members: [PersonNumber] = []
  var putOff: [Int] = []
}

struct PlainNotice {
  let number: NoticeNumber
  let from: Day
  let to: Day
  let lines: [Int]
  let isSupplement: Bool
  var isDone = false
  var isVoid = false
}

struct PlainObjection {
  let number: ObjectionNumber
  let line: Int
  let due: Day
  var isOpen = true
}

struct PlainReminder {
  let number: ReminderNumber
  let person: PersonNumber
  let household: HouseholdNumber?
  let rule: RuleCode
  let due: Day
  var isOpen = true
}

/// A breach that a closed year carried into the next, and what had been adjusted of it by then.
struct PlainCarried {
  let line: Int
  let into: Year
  let points: Int
}

/// Spendable points that came, went, or were taken by the oldest year first.
struct PlainBooking {
  enum Kind {
    case added(Year, Int)
    case taken(Int, asOf: Settings)
  }
  let account: Account
  let on: Day
  let kind: Kind
}

struct PlainGoods {
  let item: ItemCode
  var price: Points
  var count = 0
}

struct PlainRedemption {
  let at: Moment
  let account: Account
  let request: RedeemRequest
}

// MARK: - Looking up

extension PlainVillage {
  func settings(in month: Month) -> Settings {
    var held = settings[0].settings
    for change in settings where change.from <= month { held = change.settings }
    return held
  }

  func settings(on day: Day) -> Settings { settings(in: day.month) }

  func item(_ line: PlainLine) -> Catalog.Item {
    guard let item = catalog.items.first(where: { $0.code == line.rule }) else {
      preconditionFailure("no item \(line.rule)")
    }
    return item
  }

  func month(_ month: Month) -> PlainMonth {
    months.first { $0.month == month } ?? PlainMonth(month: month)
  }

  mutating func change(_ month: Month, _ body: (inout PlainMonth) -> Void) {
    if let place = months.firstIndex(where: { $0.month == month }) {
      body(&months[place])
    } else {
      var new = PlainMonth(month: month)
      body(&new)
      months.append(new)
    }
  }

  func place(of number: EntryNumber) -> Int? { lines.firstIndex { $0.number == number } }

  func nextNumber(in month: Month) -> EntryNumber {
    let serials = lines.filter { $0.number.month == month }.map(\.number.serial)
    return EntryNumber(month: month, serial: (serials.max() ?? 0) + 1)
  }

  func firstOpenMonth(from earliest: Month) -> Month {
    var candidate = max(earliest, firstMonth)
    while month(candidate).state != .open { candidate = candidate.next }
    return candidate
  }

  /// The agenda's lines by number.
  func agenda(of month: Month) -> [Int] {
    lines.indices.filter { lines[$0].month == month && lines[$0].state != .withdrawn }
      .sorted { lines[$0].number < lines[$1].number }
  }

  func account(of line: PlainLine) -> Account {
    holder == .person ? .person(line.person) : .household(line.household)
  }

  func account(of person: PersonNumber, on day: Day) -> Account? {
    switch holder {
    case .person: facts.contains { $0.person == person } ? .person(person) : nil
    case .household: household(of: person, on: day).map(Account.household)
    }
  }
}

// MARK: - People

extension PlainVillage {
  func fact(
    _ what: RosterFact.Topic, of person: PersonNumber, on day: Day,
    where holds: (String) -> Bool = { _ in true }
  ) -> PlainFact? {
    var found: PlainFact?
    for fact in facts
    where fact.person == person && fact.what == what && fact.from <= day && holds(fact.value) {
      if found == nil || fact.from >= found!.from { found = fact }
    }
    return found
  }

  func household(of person: PersonNumber, on day: Day) -> HouseholdNumber? {
    (fact(.household, of: person, on: day)?.value).map { HouseholdNumber(unchecked: $0) }
  }

  func status(of person: PersonNumber, on day: Day) -> ResidentStatus {
    (fact(.status, of: person, on: day)?.value).flatMap { ResidentStatus($0) } ?? .resident
  }

  func isGone(_ person: PersonNumber, on day: Day) -> Bool {
    let status = status(of: person, on: day)
    return status == .left || status == .dead
  }

  func has(_ role: Role, _ person: PersonNumber, on day: Day) -> Bool {
    let word = role.rawValue
    return fact(.role, of: person, on: day) { $0 == word || $0 == "-" + word }?.value == word
  }

  var everybody: [PersonNumber] { Set(facts.map(\.person)).sorted() }

  func councillors(on day: Day) -> [PersonNumber] {
    everybody.filter { has(.council, $0, on: day) && !isGone($0, on: day) }
  }

  func members(of household: HouseholdNumber, on day: Day) -> [PersonNumber] {
    everybody.filter { self.household(of: $0, on: day) == household && !isGone($0, on: day) }
  }

  /// The head named last, while a living member of the household.
  func head(of household: HouseholdNumber, on day: Day) -> PersonNumber? {
    var named: PlainFact?
    for fact in facts
    where fact.what == .head && fact.value == household.text && fact.from <= day {
      if named == nil || fact.from >= named!.from { named = fact }
    }
    guard let person = named?.person, members(of: household, on: day).contains(person) else {
      return nil
    }
    return person
  }

  func areRelated(_ one: PersonNumber, _ other: PersonNumber, on day: Day) -> Bool {
    facts.contains {
      $0.what == .relation && $0.from <= day
        && (($0.person == one && $0.value.hasPrefix("\(other):"))
          || ($0.person == other && $0.value.hasPrefix("\(one):")))
    }
  }

  /// The person itself, the household, or a declared relation (S5.2, S8.1).
  func isNear(_ person: PersonNumber, to line: PlainLine, on day: Day) -> Bool {
    if person == line.person || areRelated(person, line.person, on: day) { return true }
    guard let household = household(of: person, on: day) else { return false }
    return household == line.household || household == self.household(of: line.person, on: day)
  }
}
