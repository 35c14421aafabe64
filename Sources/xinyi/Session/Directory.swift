import XinyiFiles
import XinyiLedger
import XinyiText

/// Finds what a typed word means among a village's people, rules, goods and entries.
struct Directory {
  private(set) var ledger: Ledger
  let roster: RosterBook
  let shop: ShopList
  let today: Day
  /// The language in which answers quote commands.
  let language: Language
  /// Columns of the screen.
  let width: Int
  let naming: Naming
  let spellings: SpellingIndex

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
    spellings = SpellingIndex(roster: roster, shop: shop)
  }

  /// The same after a command, with the books that it changed.
  func after(_ ledger: Ledger, _ books: BookChanges) -> Directory {
    guard books.roster == nil, books.shop == nil else {
      return Directory(
        ledger: ledger, roster: books.roster ?? roster, shop: books.shop ?? shop, today: today,
        language: language, width: width)
    }
    var directory = self
    directory.ledger = ledger
    return directory
  }

  /// A command line, given in English words, in the language of the person.
  func command(_ english: String...) -> String { commandText(english, language) }

  func born(_ person: PersonNumber) -> Day? { naming.born(person) }

  /// The month a bare entry number is looked for in (S8.3).
  enum EntryPlace {
    case inReview, onNotice, open
  }
}

// MARK: - People

extension Directory {
  /// A number, a whole name, a part of one, or pinyin; several or none is a fault.
  func person(_ typed: String) throws(WordFault) -> PersonNumber {
    if let number = numbered(typed) { return number }
    let found = people(matching: typed)
    if found.count == 1 { return found[0] }
    guard found.isEmpty else { throw .ambiguousPerson(typed, found, self) }
    throw .unknownPerson(typed, people(near: typed), self)
  }

  /// Somebody by number, with or without leading zeros.
  func numbered(_ typed: String) -> PersonNumber? {
    PersonNumber(typed: InputText.normalised(typed)).flatMap {
      ledger.roster[$0] == nil ? nil : $0
    }
  }

  /// Everybody who has an account today, household by household.
  var peopleByDoor: [PersonNumber] {
    let people = roster.people.map(\.person).filter { ledger.account(of: $0, on: today) != nil }
    func door(_ person: PersonNumber) -> (String, String) {
      let known = ledger.roster[person]
      return (known?.group(on: today) ?? "", known?.household(on: today)?.text ?? "")
    }
    return people.sorted { left, right in
      let (here, there) = (door(left), door(right))
      return here == there ? left < right : here < there
    }
  }

  /// Everybody a word may mean: whole names first, then parts of names, then whole names by their
  /// sound, then parts by their sound. Only the first kind that fits anybody counts.
  func people(matching typed: String) -> [PersonNumber] {
    let known = knownPeople
    let key = NameKey(typed)
    let whole = known.filter { $0.key == key }
    if !whole.isEmpty { return whole.map(\.number) }
    let part = known.filter { $0.key.text.contains(key.text) }
    if !part.isEmpty || key.text.isEmpty { return part.map(\.number) }
    return best(of: known.map { ($0.number, $0.spelling) }, SpelledWord(typed))
  }

  /// Everybody in the roster's book whom the ledger knows too.
  private var knownPeople: [SpellingIndex.KnownPerson] {
    let numbers = Set(ledger.roster.order)
    return spellings.people.filter { numbers.contains($0.number) }
  }

  /// Who sounds like a name that nobody has, or else has one character otherwise.
  func people(near typed: String) -> [PersonNumber] {
    let key = NameKey(typed)
    guard key.text.count > 1 else { return [] }
    let known = knownPeople
    let sound = Spelling(name: key.text, HanReadings(of: [key.text])).pinyin
    let isHan = key.text.contains(where: \.isHan)
    let alike = isHan ? known.filter { $0.spelling.pinyin == sound } : []
    let near = known.filter { Suggestion.distance(key.text, $0.key.text) == 1 }
    return Array((alike.isEmpty ? near : alike).map(\.number).prefix(5))
  }

  /// Somebody as shown in a list to choose from, where a name alone may be that of several:
  /// `张伟（0108） 108户 3组`.
  func toldApart(_ person: PersonNumber) -> String {
    let known = ledger.roster[person]
    let household = known?.household(on: today).map { " \($0)户" } ?? ""
    let group = known?.group(on: today).map { " " + safe($0) } ?? ""
    return naming.person(person) + household + group
  }

  /// What letters fit as a whole, or where there is nothing, in part.
  private func best<Found>(
    of known: [(found: Found, spelling: Spelling)], _ word: SpelledWord?
  ) -> [Found] {
    guard let word else { return [] }
    let fits = known.map { ($0.found, $0.spelling.fit(word)) }
    let whole = fits.filter { $0.1 == .whole }.map(\.0)
    return whole.isEmpty ? fits.filter { $0.1 == .part }.map(\.0) : whole
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
    guard let number = HouseholdNumber(typed), ledger.roster.knows(number) else {
      throw .unknownHousehold(typed)
    }
    return number
  }
}

// MARK: - Rules and goods

extension Directory {
  private var catalog: Catalog? { ledger.catalog(on: today) }

  /// A code, a whole title, a part of one, or pinyin.
  /// The catalog is that of the event's day, where one is given.
  func rule(_ typed: String, on day: Day? = nil) throws(WordFault) -> Catalog.Item {
    let found = rules(matching: typed, in: ledger.catalog(on: day ?? today))
    if found.count == 1 { return found[0] }
    guard found.isEmpty else { throw .ambiguousRule(typed, found) }
    // An item of another version: who decides says that there was none on that day (R103).
    if let item = RuleCode(typed.uppercased()).flatMap({ ledger.latestItem($0) }) { return item }
    throw .unknownRule(typed, rules(near: typed, on: day))
  }

  func rules(matching typed: String) -> [Catalog.Item] { rules(matching: typed, in: catalog) }

  /// What a word may mean: one code, also without its zeros (`GI4`), a whole title, parts of titles
  /// and beginnings of codes, and then sounds.
  private func rules(matching typed: String, in catalog: Catalog?) -> [Catalog.Item] {
    let word = InputText.normalised(typed)
    guard let catalog, !word.isEmpty else { return [] }
    let upper = word.uppercased()
    let coded = catalog.items.filter { $0.code.text == upper || $0.code.short == upper }
    if !coded.isEmpty { return coded }
    let whole = catalog.items.filter { InputText.normalised($0.title) == word }
    if !whole.isEmpty { return whole }
    let part = catalog.items.filter {
      InputText.normalised($0.title).contains(word) || $0.group == word
        || $0.code.text.hasPrefix(upper)
    }
    if !part.isEmpty { return part }
    let titles = spellings.titles(of: catalog)
    return best(
      of: catalog.items.compactMap { item in titles[item.code].map { (item, $0) } },
      SpelledWord(typed))
  }

  private func rules(near typed: String, on day: Day?) -> [Catalog.Item] {
    let items = ledger.catalog(on: day ?? today)?.items ?? []
    let word = InputText.normalised(typed).uppercased()
    return Array(
      items.filter {
        Suggestion.distance(word, $0.code.text) == 1 || Suggestion.distance(word, $0.title) == 1
      }.prefix(5))
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
    return best(
      of: known.compactMap { row in spellings.goods[row.item].map { (row.item, $0) } },
      SpelledWord(typed))
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

extension RuleCode {
  /// Without the zeros before its digits: `GI4` for `GI04`.
  fileprivate var short: String {
    let letters = text.prefix { !$0.isNumber }
    return String(letters + text.dropFirst(letters.count).drop { $0 == "0" })
  }
}
