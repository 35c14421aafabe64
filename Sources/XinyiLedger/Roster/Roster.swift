/// Everybody the ledger knows, by number, with the households they make.
public struct Roster: Equatable, Sendable {
  public package(set) var people = LongTable<PersonNumber, Person>()
  /// In the order they were added.
  public package(set) var order: [PersonNumber] = []
  /// Every label that a group was ever given.
  public package(set) var groupLabels: Set<String> = []
  /// Everybody who ever had a role, in the order in which they got their first.
  package var officers: [PersonNumber] = []
  /// Everybody who ever belonged to a household.
  package var members = LongTable<HouseholdNumber, [PersonNumber]>()
  /// Who became head when, in the order recorded.
  package var heads = LongTable<HouseholdNumber, [NamedHead]>()

  /// Somebody became head of a household on a day.
  package struct NamedHead: Codable, Equatable, Sendable {
    package let from: Day
    package let person: PersonNumber
  }

  public subscript(number: PersonNumber) -> Person? { people[number] }

  public var households: [HouseholdNumber] { members.keys.sorted() }

  /// Whether anybody ever belonged to a household.
  public func knows(_ household: HouseholdNumber) -> Bool { members[household] != nil }

  mutating func apply(_ change: Event.RosterChanged) {
    if people[change.person] == nil {
      people[change.person] = Person(number: change.person)
      order.append(change.person)
    }
    people[change.person]?.add(
      RosterFact(from: change.from, what: change.what, value: change.value))
    let household = HouseholdNumber(unchecked: change.value)
    switch change.what {
    case .household:
      if members[household]?.contains(change.person) != true {
        members[household, default: []].append(change.person)
      }
    case .head:
      heads[household, default: []].append(NamedHead(from: change.from, person: change.person))
    case .group: groupLabels.insert(change.value)
    case .role:
      if !officers.contains(change.person) { officers.append(change.person) }
    case .status, .relation: break
    }
  }

  mutating func apply(_ change: Event.ConsentChanged, at moment: Moment) {
    people[change.person]?.set(change.scope, given: change.given, at: moment)
  }

  /// The head on a day: the last one named, while still a living member of the household.
  public func head(of household: HouseholdNumber, on day: Day) -> PersonNumber? {
    var head: NamedHead?
    for named in heads[household] ?? []
    where named.from <= day && named.from >= (head?.from ?? named.from) {
      head = named
    }
    guard let person = head?.person, isMember(person, of: household, on: day) else { return nil }
    return person
  }

  /// Everybody who was ever named head of a household, in the order recorded.
  public func headsNamed(of household: HouseholdNumber) -> [PersonNumber] {
    (heads[household] ?? []).map(\.person)
  }

  /// The members of a household on a day, by number; those who moved out or died are none.
  public func members(of household: HouseholdNumber, on day: Day) -> [PersonNumber] {
    (members[household] ?? []).filter { isMember($0, of: household, on: day) }.sorted()
  }

  /// Everybody whose household this is on a day, also those who moved out or died in it.
  public func everybody(of household: HouseholdNumber, on day: Day) -> [PersonNumber] {
    (members[household] ?? []).filter { people[$0]?.household(on: day) == household }.sorted()
  }

  /// Whether one of two people has declared a relation to the other that holds on a day.
  public func areRelated(_ one: PersonNumber, _ other: PersonNumber, on day: Day) -> Bool {
    people[one]?.relations(on: day).contains { $0.person == other } == true
      || people[other]?.relations(on: day).contains { $0.person == one } == true
  }

  private func isMember(
    _ person: PersonNumber, of household: HouseholdNumber, on day: Day
  ) -> Bool {
    guard let person = people[person] else { return false }
    return person.household(on: day) == household && person.status(on: day).isHouseholdMember
  }

  /// Everybody who has a role on a day, by number; who moved out or died has none any more.
  public func holders(of role: Role, on day: Day) -> [PersonNumber] {
    officers.filter { number in
      guard let person = people[number] else { return false }
      return person.has(role, on: day) && person.status(on: day).isHouseholdMember
    }.sorted()
  }
}
