public import XinyiLedger

/// A person on a paper, as the roster has him on the day of the paper.
public struct PaperPerson: Sendable, Equatable {
  public var number: PersonNumber
  public var name: String
  public var group: String
  public var household: HouseholdNumber?

  public init(
    number: PersonNumber, name: String, group: String, household: HouseholdNumber?
  ) {
    self.number = number
    self.name = name
    self.group = group
    self.household = household
  }
}

/// The two forms of a person's name on one paper, each told apart from the others of the paper.
public struct PaperName: Sendable, Equatable {
  /// `苏*强`, or `苏*强（012户）`.
  public let masked: String
  /// `苏玉强`, for those who agreed to be named; minus lines stay masked even then.
  public let full: String
}

/// The names of the people of one paper (S7.4).
///
/// The household number is added where group and name do not tell two people apart; where the
/// household does not either, the person's number stands instead. Naming one person twice is
/// the same as naming him once.
public func paperNames(for people: [PaperPerson]) -> [PersonNumber: PaperName] {
  let people = Dictionary(people.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
  let masked = distinctNames(of: people) { maskedName($0.name) }
  let full = distinctNames(of: people) { safe(withoutLongNumbers($0.name)) }
  var names: [PersonNumber: PaperName] = [:]
  for number in people.keys {
    names[number] = PaperName(masked: masked[number] ?? "*", full: full[number] ?? "*")
  }
  return names
}

/// What a reader of the paper has before him besides the name itself.
private struct Appearance: Hashable {
  var name: String
  var group: String
  var household: HouseholdNumber?
}

private func distinctNames(
  of people: [PersonNumber: PaperPerson], form: (PaperPerson) -> String
) -> [PersonNumber: String] {
  var byName: [Appearance: Int] = [:]
  var byHousehold: [Appearance: Int] = [:]
  for person in people.values {
    let name = form(person)
    byName[Appearance(name: name, group: person.group), default: 0] += 1
    byHousehold[
      Appearance(name: name, group: person.group, household: person.household), default: 0] += 1
  }
  return people.mapValues { person in
    let name = form(person)
    if byName[Appearance(name: name, group: person.group)] == 1 { return name }
    let appearance = Appearance(name: name, group: person.group, household: person.household)
    if let household = person.household, byHousehold[appearance] == 1 {
      return "\(name)（\(household)户）"
    }
    return "\(name)（\(person.number)号）"
  }
}
