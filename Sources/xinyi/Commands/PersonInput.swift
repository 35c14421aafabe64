import XinyiLedger

/// A person as typed or as a row of a table gives one.
struct PersonInput {
  /// nil where none was given: the next free one.
  var number: PersonNumber?
  var name: String
  /// nil for what the name says by itself.
  var pinyin: Pinyin?
  var born: Day?
  var household: HouseholdNumber
  var group: String?
  var isHead: Bool
  var roles: [Role]

  /// The characters a group may have; it stands in the ledger and in narrow columns.
  static let longestGroup = 20
}

extension PersonInput {
  /// What stands in the ledger is held to the rules for free words (S8.5): no identity number.
  init(_ arguments: Arguments) throws {
    let typed = try arguments.words(.number, limit: FreeText.limit)
    let number = typed.flatMap { PersonNumber(typed: $0) }
    if let typed, number == nil {
      throw arguments.usage(.malformed(.number, typed, PersonNumber.expectation))
    }
    let householdText = try arguments.words(.household, limit: FreeText.limit) ?? ""
    guard let household = HouseholdNumber(householdText) else {
      throw arguments.usage(.malformed(.household, householdText, HouseholdNumber.expectation))
    }
    self.init(
      number: number, name: try arguments.personName(.word(.name)) ?? "", pinyin: nil,
      born: arguments[.born].day,
      household: household, group: try arguments.words(.group, limit: Self.longestGroup),
      isHead: arguments[.head].isGiven,
      roles: arguments[.role].choices.compactMap { Role($0) })
  }
}

extension UsageFault {
  fileprivate static func malformed(
    _ option: OptionName, _ typed: String, _ expectation: String
  ) -> UsageFault {
    .invalidValue(.option(option), typed: typed, .malformed(expectation: expectation))
  }
}

extension Arguments {
  /// Somebody's name; nil where it was left out.
  func personName(_ slot: Slot) throws -> String? {
    let name: String? =
      switch slot {
      case .word(let word): self[word: word].text
      case .option(let option): self[option].text
      }
    guard let name, name.looksLikeFormula else { return name }
    throw usage(
      .invalidValue(slot, typed: name, .malformed(expectation: String.nameExpectation)))
  }

  /// An option's text by the rules for free words; nil where it was left out.
  func words(_ option: OptionName, limit: Int) throws -> String? {
    guard let text = self[option].text else { return nil }
    do throws(ValueProblem) {
      return try FreeText.checked(text, .noLongNumber, limit: limit)
    } catch {
      throw usage(.invalidValue(.option(option), typed: text, error))
    }
  }
}

extension Change {
  /// Adds people to the ledger and, with their names, to the roster's book. Who was there before
  /// the ledger is known from its first day on.
  mutating func add(_ people: [PersonInput]) throws {
    try add(people, from: ledger.opened.firstMonth.firstDay)
  }

  mutating func add(_ people: [PersonInput], from day: Day) throws {
    var free = FreeNumbers(beside: ledger.roster, except: people.compactMap(\.number))
    var rows: [RosterBook.Row] = []
    for (index, person) in people.enumerated() {
      folder.files.progress.note(.people, index, of: people.count)
      let number = person.number ?? free.next()
      try draft.add(
        NewPerson(
          number: number, household: person.household, group: person.group,
          isHead: person.isHead, roles: person.roles, from: day))
      rows.append(
        RosterBook.Row(
          person: number, name: person.name, pinyin: person.pinyin, born: person.born, facts: []))
    }
    let numbers = Set(rows.map(\.person))
    roster.people.removeAll { numbers.contains($0.person) }
    roster.people += rows
  }
}

extension Change {
  /// Corrects what stands in the roster's book alone. A new name is spelled anew.
  mutating func correct(_ person: PersonNumber, name: String?, pinyin: Pinyin?, born: Day?) {
    guard let index = roster.people.firstIndex(where: { $0.person == person }) else { return }
    if let name, name != roster.people[index].name {
      roster.people[index].name = name
      roster.people[index].pinyin = nil
    }
    if let pinyin {
      roster.people[index].pinyin = pinyin.unlessPlain(for: roster.people[index].name)
    }
    if let born { roster.people[index].born = born }
  }
}

/// The numbers to be given to people who come without one, in order.
private struct FreeNumbers {
  private var nextNumber: PersonNumber
  private var taken: Set<PersonNumber>

  init(beside roster: Roster, except taken: [PersonNumber]) {
    self.nextNumber = roster.nextNumber
    self.taken = Set(taken)
  }

  mutating func next() -> PersonNumber {
    var number = nextNumber
    while !taken.insert(number).inserted { number = number.successor }
    nextNumber = number.successor
    return number
  }
}

extension PersonNumber {
  /// The number after this one, which consists of digits.
  fileprivate var successor: PersonNumber {
    PersonNumber(typed: String((Int(text) ?? 0) + 1)) ?? self
  }
}

extension String {
  static let nameExpectation = "姓名，不能以 = + - @ 开头"

  /// A spreadsheet would take it for a formula and calculate. No name begins so.
  var looksLikeFormula: Bool {
    InputText.normalised(self).first.map { "=+-@".contains($0) } ?? false
  }
}
