/// A person to be added, with the facts that hold from the first day on.
public struct NewPerson: Equatable, Sendable {
  public var number: PersonNumber
  public var household: HouseholdNumber
  public var group: String?
  public var isHead: Bool
  public var roles: [Role]
  public var from: Day

  public init(
    number: PersonNumber, household: HouseholdNumber, group: String?, isHead: Bool,
    roles: [Role], from: Day
  ) {
    self.number = number
    self.household = household
    self.group = group
    self.isHead = isHead
    self.roles = roles
    self.from = from
  }
}

extension Draft {
  public mutating func add(_ person: NewPerson) throws {
    guard ledger.roster[person.number] == nil else { throw Refusal.numberTaken(person.number) }
    if person.isHead, let head = ledger.roster.head(of: person.household, on: person.from) {
      throw Refusal.householdHasHead(person.household, head: head)
    }
    try change(person.number, .household, person.household.text, from: person.from)
    if person.isHead { try change(person.number, .head, person.household.text, from: person.from) }
    if let group = person.group { try change(person.number, .group, group, from: person.from) }
    for role in person.roles { try assign(role, to: person.number, from: person.from, to: nil) }
  }

  /// Gives a role from a day on, ended after `to` where one is named.
  public mutating func assign(
    _ role: Role, to person: PersonNumber, from: Day?, to last: Day?
  ) throws {
    if let from {
      try ledger.checkRole(role, of: person, from: from, to: last)
      try change(person, .role, role.rawValue, from: from)
    }
    if let last, from == nil, ledger.roster[person]?.has(role, on: last + 1) != true {
      throw Refusal.roleNotHeld(person, role, on: last + 1)
    }
    if let last { try change(person, .role, "-" + role.rawValue, from: last + 1) }
  }

  /// Sets a status from a day on: moved out, dead, student…
  ///
  /// Who has died stays so, and who has moved out comes back by `rejoin` only.
  public mutating func setStatus(
    _ status: ResidentStatus, of person: PersonNumber, from: Day
  ) throws {
    guard from <= today else { throw Refusal.futureDay(from, today: today) }
    let held = ledger.roster[person]?.status(on: from) ?? .resident
    if held == status || held == .dead || held == .left && status != .dead {
      let since = ledger.roster[person]?.statusSince(on: from) ?? from
      throw Refusal.alreadyGone(person, held, since: since)
    }
    try change(person, .status, status.rawValue, from: from)
  }

  public mutating func consent(
    of person: PersonNumber, to scope: ConsentScope, given: Bool
  ) throws {
    try append(.consentChanged(.init(person: person, scope: scope, given: given)))
  }

  mutating func change(
    _ person: PersonNumber, _ what: RosterFact.Topic, _ value: String, from: Day,
    why: String? = nil
  ) throws {
    try append(
      .rosterChanged(.init(person: person, from: from, what: what, value: value, why: why)))
  }
}

extension Roster {
  /// The next free number: one more than the largest that consists of digits.
  public var nextNumber: PersonNumber {
    let largest = order.filter { $0.text.utf8.count <= 9 }.compactMap { Int($0.text) }.max() ?? 0
    return PersonNumber(unchecked: padded(largest + 1, 4))
  }
}
