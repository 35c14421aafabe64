import XinyiLedger
import XinyiText

/// Finds what a typed word means among a village's people, rules, goods and entries.
struct Directory {
  let ledger: Ledger
  let roster: RosterBook
  let shop: ShopList
  let today: Day
  /// The language in which answers quote commands.
  let language: Language
  /// Columns of the screen.
  let width: Int
  let naming: Naming
  private let births: [PersonNumber: Day]

  init(
    ledger: Ledger, roster: RosterBook, shop: ShopList, today: Day, language: Language,
    width: Int
  ) {
    self.ledger = ledger
    self.roster = roster
    self.shop = shop
    self.today = today
    self.language = language
    self.width = width
    naming = Naming(roster: roster, shop: shop)
    births = roster.people.reduce(into: [:]) { $0[$1.person] = $1.born }
  }

  /// A command line, given in English words, in the language of the person.
  func command(_ english: String...) -> String { commandText(english, language) }

  func born(_ person: PersonNumber) -> Day? { births[person] }

  /// The month a bare entry number is looked for in (S8.3).
  enum EntryPlace {
    case inReview, onNotice, open
  }
}

// MARK: - People

extension Directory {
  /// A number, a whole name, a part of one, or pinyin initials; several or none is a fault.
  func person(_ typed: String) throws(WordFault) -> PersonNumber {
    if let number = PersonNumber(typed: typed), ledger.roster[number] != nil { return number }
    let found = people(matching: typed)
    if found.count == 1 { return found[0] }
    guard found.isEmpty else { throw .ambiguousPerson(typed, found, self) }
    throw .unknownPerson(typed, nearestPeople(to: typed), self)
  }

  /// Everybody a word may mean: whole names first, then parts of names, then sounds.
  func people(matching typed: String) -> [PersonNumber] {
    let known = roster.people.filter { ledger.roster[$0.person] != nil }
    let whole = known.filter { $0.name == typed }
    if !whole.isEmpty { return whole.map(\.person) }
    let part = known.filter { $0.name.contains(typed) }
    if !part.isEmpty || typed.isEmpty { return part.map(\.person) }
    return known.filter { sounds($0.name, like: typed) }.map(\.person)
  }

  /// Pinyin initials or whole pinyin.
  private func sounds(_ name: String, like typed: String) -> Bool {
    guard typed.utf8.allSatisfy({ $0 < 0x80 }), typed.utf8.count > 1 else { return false }
    let sound = typed.lowercased()
    let syllables = name.map { pinyin(of: String($0)) }
    return String(syllables.compactMap(\.first)) == sound || syllables.joined() == sound
  }

  private func nearestPeople(to typed: String) -> [PersonNumber] {
    guard typed.count > 1 else { return [] }
    return roster.people.filter {
      ledger.roster[$0.person] != nil && Suggestion.distance(typed, $0.name) == 1
    }.prefix(5).map(\.person)
  }

  /// A person, or for household items `户:012`.
  func recipient(_ typed: String) throws(WordFault) -> RecordRequest.Recipient {
    let parts = typed.split(separator: ":", maxSplits: 1)
    if parts.count == 2, parts[0] == "户" {
      return .household(try household(String(parts[1])))
    }
    return .person(try person(typed))
  }

  /// A household that somebody belongs to or did, by its number as it was given.
  func household(_ typed: String) throws(WordFault) -> HouseholdNumber {
    guard let number = HouseholdNumber(typed), ledger.roster.households.contains(number) else {
      throw .unknownHousehold(typed)
    }
    return number
  }
}

// MARK: - Rules and goods

extension Directory {
  private var catalog: Catalog? { ledger.catalog(on: today) }

  /// A code, a whole title, or a part of one.
  /// The catalog is that of the event's day, where one is given.
  func rule(_ typed: String, on day: Day? = nil) throws(WordFault) -> Catalog.Item {
    let items = ledger.catalog(on: day ?? today)?.items ?? []
    if let item = items.first(where: { $0.code.text == typed.uppercased() }) { return item }
    let whole = items.filter { $0.title == typed }
    let found = whole.isEmpty ? rules(matching: typed) : whole
    if found.count == 1 { return found[0] }
    guard found.isEmpty else { throw .ambiguousRule(typed, found) }
    // An item of another version: who decides says that there was none on that day (R103).
    if let item = RuleCode(typed.uppercased()).flatMap({ ledger.latestItem($0) }) { return item }
    let near = items.filter { Suggestion.distance(typed.uppercased(), $0.code.text) == 1 }
    throw .unknownRule(typed, Array(near.prefix(5)))
  }

  func rules(matching typed: String) -> [Catalog.Item] {
    guard !typed.isEmpty else { return [] }
    return (catalog?.items ?? []).filter {
      $0.title.contains(typed) || $0.group == typed || $0.code.text.hasPrefix(typed.uppercased())
    }
  }

  func item(_ typed: String) throws(WordFault) -> ItemCode {
    if let code = ItemCode(typed), ledger.stock[code] != nil { return code }
    let known = shop.goods.filter { ledger.stock[$0.item] != nil }
    let found = goods(matching: typed).compactMap { shop[$0] }
    if found.count == 1 { return found[0].item }
    guard found.isEmpty else { throw .ambiguousItem(typed, found) }
    throw .unknownItem(
      typed,
      known.filter {
        Suggestion.distance(typed, $0.name) == 1 || Suggestion.distance(typed, $0.item.text) == 1
      })
  }

  /// All goods that a word may mean: a code, whole names, parts of names, then sounds.
  func goods(matching typed: String) -> [ItemCode] {
    if let code = ItemCode(typed), ledger.stock[code] != nil { return [code] }
    let known = shop.goods.filter { ledger.stock[$0.item] != nil }
    let whole = known.filter { $0.name == typed }
    if !whole.isEmpty { return whole.map(\.item) }
    let part = known.filter { $0.name.contains(typed) }
    if !part.isEmpty { return part.map(\.item) }
    return known.filter { sounds($0.name, like: typed) }.map(\.item)
  }

  /// `肥皂x2`.
  func basketLine(_ line: BasketLine) throws(WordFault) -> RedeemRequest.Piece {
    RedeemRequest.Piece(try item(line.item), line.count)
  }
}

// MARK: - Entries

extension Directory {
  /// A whole number, or one of the short forms of S8.3: `17`, `10-17`, `10月17`, `10月第017条`.
  ///
  /// A bare number is of the month named, where one is, or else of the place's.
  func entry(
    _ typed: String, _ place: EntryPlace, of month: Month? = nil
  ) throws(WordFault) -> EntryNumber {
    if let number = EntryNumber(typed) {
      guard ledger[number] != nil else { throw .unknownEntry(typed) }
      return number
    }
    guard let form = ShortEntry(typed) else { throw .unknownEntry(typed) }
    let months: [Month] =
      switch (form.year, form.month) {
      case (let year?, let number?):
        Month(year: year, month: number).map { [$0] } ?? []
      case (nil, let number?): everyYear.compactMap { Month(year: $0, month: number) }
      case (_, nil): month.map { [$0] } ?? self.months(of: place)
      }
    let found = months.map { EntryNumber(month: $0, serial: form.serial) }
      .filter { ledger[$0] != nil }
    if found.count == 1 { return found[0] }
    throw found.isEmpty ? .unknownEntry(typed) : .ambiguousEntry(typed, found)
  }

  private var everyYear: ClosedRange<Int> {
    let first = ledger.opened.firstMonth.year.number
    return first...max(first, today.year.number + 1)
  }

  private func months(of place: EntryPlace) -> [Month] {
    switch place {
    case .inReview:
      ledger.months.values.filter { $0.state == .inReview }.map(\.month).sorted()
    case .onNotice:
      ledger.notices.values.filter(\.isHanging).map(\.month).unique.sorted()
    case .open: [ledger.firstUnopenedMonth(from: ledger.opened.firstMonth)]
    }
  }

  /// The entries of a batch, or one entry.
  func entries(ofBatchOr typed: String, _ place: EntryPlace) throws(WordFault) -> [EntryNumber] {
    guard typed.uppercased().hasPrefix("B") else { return [try entry(typed, place)] }
    let entries = BatchNumber(typed.uppercased()).map { ledger.entries(of: $0) } ?? []
    guard !entries.isEmpty else { throw .unknownBatch(typed) }
    return entries.map(\.number)
  }

  func objection(_ number: ObjectionNumber?) throws(WordFault) -> Objection {
    guard let number, let objection = ledger.objections[number] else {
      throw .unknownObjection(number?.description ?? "")
    }
    return objection
  }

  /// A reminder's number, whole or said short: `T-2026-10-01`, `T-10-01`, `10-01`. Of several
  /// years the one that is still open.
  func reminder(_ typed: String) throws(WordFault) -> Reminder {
    let upper = typed.uppercased()
    let digits = upper.hasPrefix("T-") ? String(upper.dropFirst(2)) : upper
    if let number = ReminderNumber("T-" + digits), let known = ledger.reminders[number] {
      return known
    }
    let found = ledger.reminderOrder.filter { $0.description.dropFirst(7) == digits }
      .compactMap { ledger.reminders[$0] }
    let open = found.filter(\.isOpen)
    guard let one = open.count == 1 ? open.first : found.count == 1 ? found.first : nil else {
      throw .unknownReminder(typed)
    }
    return one
  }

  /// The month named, or the only one in a state: none is refused, of several one must be named.
  func month(
    _ named: Month?, in state: ReviewMonth.State, orElse other: Month? = nil
  ) throws -> Month {
    if let named { return named }
    let found = ledger.months.values.filter { $0.state == state }.map(\.month).sorted()
    if found.count == 1 { return found[0] }
    if let other, found.isEmpty { return other }
    if found.isEmpty { throw Refusal.noMonthIn(state) }
    throw WordFault.severalMonths(state, found)
  }
}

/// The parts of a short entry number, read whole: nothing else may stand in the word.
private struct ShortEntry {
  let year: Int?
  let month: Int?
  let serial: Int

  init?(_ typed: String) {
    var text = typed
    if text.contains("月"), text.hasSuffix("条") { text.removeLast() }
    if let place = text.firstRange(of: "月第") { text.replaceSubrange(place, with: "-") }
    let parts = text.split(omittingEmptySubsequences: false) { "-年月".contains($0) }
    let numbers = parts.compactMap { part -> Int? in
      part.utf8.count <= 9 && part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == parts.count, (1...3).contains(numbers.count),
      let serial = numbers.last, serial >= 1
    else { return nil }
    self.serial = serial
    self.month = numbers.count > 1 ? numbers[numbers.count - 2] : nil
    self.year = numbers.count > 2 ? numbers[0] : nil
  }
}
