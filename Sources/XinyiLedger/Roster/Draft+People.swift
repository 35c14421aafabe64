/// What people live through (S6): coming back, dying, being away for a time, being related.
extension Draft {
  /// Somebody who had moved out is back from a day on, in the old household or another one.
  public mutating func rejoin(
    _ person: PersonNumber, on day: Day, household: HouseholdNumber?, group: String?,
    isHead: Bool
  ) throws {
    guard day <= today else { throw Refusal.futureDay(day, today: today) }
    let held = ledger.roster[person]?.status(on: day) ?? .resident
    guard held == .left else { throw Refusal.notGone(person, held, on: day) }
    let old = ledger.roster[person]?.household(on: day)
    guard let home = household ?? old else { throw Refusal.noHousehold(person, on: day) }
    if isHead, let head = ledger.roster.head(of: home, on: day) {
      throw Refusal.householdHasHead(home, head: head)
    }
    try change(person, .status, ResidentStatus.resident.rawValue, from: day)
    if home != old { try change(person, .household, home.text, from: day) }
    if isHead { try change(person, .head, home.text, from: day) }
    if let group, group != ledger.roster[person]?.group(on: day) {
      try change(person, .group, group, from: day)
    }
  }

  /// Somebody has died. What the shop would still give goes to the head of the household (S6.2);
  /// where the dead was the head, to the new one, as soon as one is named.
  public mutating func die(
    _ person: PersonNumber, on day: Day, newHead: PersonNumber?
  ) throws {
    let household = ledger.roster[person]?.household(on: day)
    try setStatus(.dead, of: person, from: day)
    if let newHead, let household {
      if let head = ledger.roster.head(of: household, on: day), head != newHead {
        throw Refusal.householdHasHead(household, head: head)
      }
      try nameHead(newHead, of: household, from: day)
    }
    try settleEstates()
  }

  /// A resident takes no part for a time: at school, a soldier, away, under inquiry.
  public mutating func suspend(
    _ person: PersonNumber, as status: ResidentStatus, from day: Day
  ) throws {
    try setStatus(status, of: person, from: day)
  }

  /// Takes part again from a day on. Said for the very day of a death it takes the death back,
  /// which was an error, and with it what went to the head.
  public mutating func resume(_ person: PersonNumber, on day: Day) throws {
    guard day <= today else { throw Refusal.futureDay(day, today: today) }
    let known = ledger.roster[person]
    let held = known?.status(on: day) ?? .resident
    switch held {
    case .student, .soldier, .away, .inquiry: break
    case .dead:
      guard known?.statusSince(on: day) == day else {
        throw Refusal.notSuspended(person, held, on: day)
      }
    case .resident, .left: throw Refusal.notSuspended(person, held, on: day)
    }
    try change(person, .status, ResidentStatus.resident.rawValue, from: day)
    if held == .dead { try returnEstate(of: person, since: day) }
  }

  /// One declares to be related to another, from a day on; either may say it for both (S5.2).
  public mutating func relate(
    _ one: PersonNumber, to other: PersonNumber, as kind: String, from day: Day
  ) throws {
    try change(one, .relation, "\(other):\(kind)", from: day)
  }

  /// Ends what one of two has declared; the last day still counts.
  public mutating func endRelation(
    _ one: PersonNumber, to other: PersonNumber, last: Day
  ) throws {
    var ended = false
    for (person, relative) in [(one, other), (other, one)] {
      let relations = ledger.roster[person]?.relations(on: last + 1) ?? []
      guard relations.contains(where: { $0.person == relative }) else { continue }
      try change(person, .relation, "\(relative):\(Person.endedRelation)", from: last + 1)
      ended = true
    }
    if !ended { throw Refusal.notRelated(one, other, on: last + 1) }
  }

  /// Moves a person to another group, or household, from a day on.
  public mutating func move(
    _ person: PersonNumber, group: String?, household: HouseholdNumber?, from day: Day
  ) throws {
    guard day <= today else { throw Refusal.futureDay(day, today: today) }
    if let group, group != ledger.roster[person]?.group(on: day) {
      try change(person, .group, group, from: day)
    }
    let old = ledger.roster[person]?.household(on: day)
    guard let household, household != old else { return }
    if let old, ledger.opened.account == .household,
      ledger.roster.members(of: old, on: day) == [person]
    {
      // The household's points would stay behind with nobody to spend them.
      throw Refusal.nobodyStays(old, on: day)
    }
    try change(person, .household, household.text, from: day)
  }
}
