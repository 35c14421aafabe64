/// Households that split (分户), merge (并户) or get another head (换户主).
extension Draft {
  /// Some members of a household make a new one from a day on (S6.3).
  ///
  /// - Parameter points: of the household's spendable points so many go along, the oldest first;
  ///   nothing goes by itself. Only where accounts are kept by household.
  public mutating func split(
    _ people: [PersonNumber], into new: HouseholdNumber, head: PersonNumber?, points: Points,
    on day: Day, why: String
  ) throws {
    guard day <= today else { throw Refusal.futureDay(day, today: today) }
    let old = try ledger.commonHousehold(of: people, on: day)
    guard [day, today].allSatisfy({ ledger.roster.everybody(of: new, on: $0).isEmpty }) else {
      throw Refusal.householdInUse(new)
    }
    guard ledger.roster.members(of: old, on: day).contains(where: { !people.contains($0) })
    else { throw Refusal.nobodyStays(old, on: day) }
    let newHead = head ?? (people.count == 1 ? people[0] : nil)
    if let newHead, !people.contains(newHead) {
      throw Refusal.notOfHousehold(newHead, new, on: day)
    }
    let moved = try share(points, of: old, why: why, to: new)
    for person in people { try change(person, .household, new.text, from: day, why: why) }
    if let newHead { try change(newHead, .head, new.text, from: day) }
    if let moved { try append(.balanceMoved(moved)) }
  }

  private func share(
    _ points: Points, of old: HouseholdNumber, why: String, to new: HouseholdNumber
  ) throws -> Event.BalanceMoved? {
    guard points > .zero else { return nil }
    guard ledger.opened.account == .household else { throw Refusal.pointsArePersonal(old) }
    let account = Account.household(old)
    let held = max(ledger.spendable(of: account, on: today), .zero)
    guard points <= held else {
      throw Refusal.shareTooLarge(old, held: held, asked: points)
    }
    return Event.BalanceMoved(
      from: account, to: .household(new),
      spendable: ledger.share(points, of: account, on: today), rating: [], why: why)
  }

  /// A household goes into another one, with everybody and, where accounts are kept by household,
  /// all that its account holds, below zero or not (S6.3).
  public mutating func merge(
    _ household: HouseholdNumber, into other: HouseholdNumber, head: PersonNumber?, on day: Day,
    why: String
  ) throws {
    guard day <= today else { throw Refusal.futureDay(day, today: today) }
    guard !ledger.roster.members(of: household, on: day).isEmpty else {
      throw Refusal.nobodyStays(household, on: day)
    }
    for person in ledger.roster.everybody(of: household, on: day) {
      try change(person, .household, other.text, from: day, why: why)
    }
    if let head { try nameHead(head, of: other, from: day) }
    if ledger.opened.account == .household {
      // Also where there is nothing to move: what takes effect later follows this line.
      try append(.balanceMoved(ledger.everything(of: household, to: other, why: why)))
    }
    try settleEstates()
  }

  /// A member becomes the head from a day on; what dead members of the household hold goes to the
  /// new head.
  public mutating func nameHead(
    _ person: PersonNumber, of household: HouseholdNumber, from day: Day
  ) throws {
    guard day <= today else { throw Refusal.futureDay(day, today: today) }
    guard ledger.roster.members(of: household, on: day).contains(person) else {
      throw Refusal.notOfHousehold(person, household, on: day)
    }
    if ledger.roster.head(of: household, on: day) != person {
      try change(person, .head, household.text, from: day)
    }
    try settleEstates()
  }
}

extension Ledger {
  /// The one household of all these people on a day.
  fileprivate func commonHousehold(
    of people: [PersonNumber], on day: Day
  ) throws(Refusal) -> HouseholdNumber {
    let households = Set(people.compactMap { roster[$0]?.household(on: day) })
    guard let old = households.first, households.count == 1 else {
      throw .severalHouseholds(people, on: day)
    }
    let members = roster.members(of: old, on: day)
    if let stranger = people.first(where: { !members.contains($0) }) {
      throw .notOfHousehold(stranger, old, on: day)
    }
    return old
  }
}
