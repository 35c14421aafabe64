/// A person as the ledger knows one: a number and dated facts. Names are kept outside the ledger.
public struct Person: Codable, Equatable, Sendable {
  public let number: PersonNumber
  /// In the order they were recorded.
  public private(set) var facts: [RosterFact]
  /// The moment each consent was given; a withdrawn one is not there.
  public private(set) var consents: [ConsentScope: Moment] = [:]

  init(number: PersonNumber) {
    self.number = number
    self.facts = []
  }

  mutating func add(_ fact: RosterFact) { facts.append(fact) }

  mutating func set(_ scope: ConsentScope, given: Bool, at moment: Moment) {
    consents[scope] = given ? moment : nil
  }

  public func household(on day: Day) -> HouseholdNumber? {
    latest(.household, on: day).map { HouseholdNumber(unchecked: $0.value) }
  }

  public func group(on day: Day) -> String? { latest(.group, on: day)?.value }

  public func status(on day: Day) -> ResidentStatus {
    latest(.status, on: day).flatMap { ResidentStatus($0.value) } ?? .resident
  }

  /// The first day of the status that holds on a day; nil while it is the original one.
  public func statusSince(on day: Day) -> Day? { latest(.status, on: day)?.from }

  public func has(_ role: Role, on day: Day) -> Bool {
    let fact = latest(.role, on: day) { $0 == role.rawValue || $0 == "-" + role.rawValue }
    return fact?.value == role.rawValue
  }

  public func roles(on day: Day) -> [Role] { Role.allCases.filter { has($0, on: day) } }

  /// The people this person has declared a relation to that holds on a day, each once.
  ///
  /// A relation ends by the kind `-`; of facts with the same first day the one recorded later holds.
  public func relations(on day: Day) -> [(person: PersonNumber, kind: String)] {
    var held: [(from: Day, person: PersonNumber, kind: String)] = []
    for fact in facts where fact.what == .relation && fact.from <= day {
      let parts = fact.value.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      let declared = (from: fact.from, person: PersonNumber(unchecked: parts[0]), kind: parts[1])
      if let index = held.firstIndex(where: { $0.person == declared.person }) {
        if held[index].from <= declared.from { held[index] = declared }
      } else {
        held.append(declared)
      }
    }
    return held.filter { $0.kind != Self.endedRelation }.map { ($0.person, $0.kind) }
  }

  /// The kind that ends a relation.
  public static let endedRelation = "-"

  /// The day of the eighteenth birthday of somebody born on a day; who was born on 29 February
  /// comes of age on 1 March.
  public static func comesOfAge(born: Day) -> Day? {
    let year = born.year.number + 18
    return Day(year: year, month: born.month.monthOfYear, day: born.dayOfMonth)
      ?? Day(year: year, month: 3, day: 1)
  }

  /// Of facts with the same first day the one recorded later holds.
  private func latest(
    _ topic: RosterFact.Topic, on day: Day, where holds: (String) -> Bool = { _ in true }
  ) -> RosterFact? {
    var found: RosterFact?
    for fact in facts
    where fact.what == topic && fact.from <= day && holds(fact.value)
      && fact.from >= (found?.from ?? fact.from)
    {
      found = fact
    }
    return found
  }
}
