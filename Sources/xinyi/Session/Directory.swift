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

  /// A command line, given in English words, in the language of the person.
  func command(_ english: String...) -> String { commandText(english, language) }

  var naming: Naming { Naming(roster: roster, shop: shop) }

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
    guard typed.utf8.allSatisfy({ $0 < 0x80 }), typed.utf8.count > 1 else { return [] }
    let sound = typed.lowercased()
    return known.filter { row in
      let syllables = row.name.map { pinyin(of: String($0)) }
      return String(syllables.compactMap(\.first)) == sound || syllables.joined() == sound
    }.map(\.person)
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
      guard let number = HouseholdNumber(String(parts[1])),
        ledger.roster.households.contains(number)
      else { throw .unknownHousehold(typed) }
      return .household(number)
    }
    return .person(try person(typed))
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
    let whole = known.filter { $0.name == typed }
    let found = whole.isEmpty ? known.filter { $0.name.contains(typed) } : whole
    if found.count == 1 { return found[0].item }
    guard found.isEmpty else { throw .ambiguousItem(typed, found) }
    throw .unknownItem(
      typed,
      known.filter {
        Suggestion.distance(typed, $0.name) == 1 || Suggestion.distance(typed, $0.item.text) == 1
      })
  }

  /// `肥皂x2`: goods of that very code first, then the goods before the count.
  func basketLine(_ line: BasketLine) throws(WordFault) -> (item: ItemCode, count: Int) {
    if line.count == 1 || ItemCode(line.typed).map({ ledger.stock[$0] != nil }) == true {
      if let item = try? item(line.typed) { return (item, 1) }
    }
    return (try item(line.item), line.count)
  }
}

// MARK: - Entries

extension Directory {
  /// A whole number, or the short forms of S8.3.
  func entry(_ typed: String, _ place: EntryPlace) throws(WordFault) -> EntryNumber {
    if let number = EntryNumber(typed) {
      guard ledger[number] != nil else { throw .unknownEntry(typed) }
      return number
    }
    let digits = typed.split(whereSeparator: { !("0"..."9").contains($0) }).map { Int($0) ?? 0 }
    let candidates =
      switch digits.count {
      case 1: months(of: place).map { EntryNumber(month: $0, serial: digits[0]) }
      case 2: shortForm(month: digits[0], serial: digits[1])
      case 3:
        Month(year: digits[0], month: digits[1]).map {
          [EntryNumber(month: $0, serial: digits[2])]
        } ?? []
      default: [EntryNumber]()
      }
    let found = candidates.filter { ledger[$0] != nil }
    if found.count == 1 { return found[0] }
    throw found.isEmpty ? .unknownEntry(typed) : .ambiguousEntry(typed, found)
  }

  /// The entry of that month and serial in every year of the ledger.
  private func shortForm(month: Int, serial: Int) -> [EntryNumber] {
    (ledger.opened.firstMonth.year.number...today.year.number + 1).compactMap { year in
      Month(year: year, month: month).map { EntryNumber(month: $0, serial: serial) }
    }
  }

  private func months(of place: EntryPlace) -> [Month] {
    let states: [ReviewMonth.State] =
      switch place {
      case .inReview: [.inReview]
      case .onNotice: [.onNotice]
      case .open: []
      }
    let found = ledger.months.values.filter { states.contains($0.state) }.map(\.month)
    if !found.isEmpty { return found.sorted() }
    return [ledger.firstUnopenedMonth(from: ledger.opened.firstMonth)]
  }

  /// The entries of a batch, or one entry.
  func entries(ofBatchOr typed: String, _ place: EntryPlace) throws(WordFault) -> [EntryNumber] {
    if let batch = BatchNumber(typed.uppercased()) {
      let entries = ledger.entries(of: batch)
      if !entries.isEmpty { return entries.map(\.number) }
    }
    return [try entry(typed, place)]
  }

  func objection(_ number: ObjectionNumber?) throws(WordFault) -> Objection {
    guard let number, let objection = ledger.objections[number] else {
      throw .unknownObjection(number?.description ?? "")
    }
    return objection
  }

  /// The month named, or the only one in a state; none or several is a fault.
  func month(
    _ named: Month?, in state: ReviewMonth.State, orElse other: Month? = nil
  ) throws(WordFault) -> Month {
    if let named { return named }
    let found = ledger.months.values.filter { $0.state == state }.map(\.month).sorted()
    if found.count == 1 { return found[0] }
    if let other, found.isEmpty { return other }
    throw found.isEmpty ? .noMonth(state) : .severalMonths(state, found)
  }
}
