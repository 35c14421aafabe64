extension Ledger {
  /// The rating (评级分) of an account on a day: base, the effective lines of that year, and what
  /// breaches of earlier years that nobody has put right still take (S3.5).
  public func rating(of account: Account, on day: Day) -> Points {
    settings(on: day).base + (accounts[account]?.rating[day.year] ?? .zero)
      + carried(on: account, into: day.year)
  }

  public func rating(of person: PersonNumber, on day: Day) -> Points {
    account(of: person, on: day).map { rating(of: $0, on: day) } ?? settings(on: day).base
  }

  /// What carried breaches (整改) take from an account's rating of a year; a breach that was
  /// reversed takes nothing any more.
  func carried(on account: Account, into year: Year) -> Points {
    (carriedBreaches[account] ?? []).filter { $0.into == year && !isReversed($0.entry) }
      .reduce(.zero) { $0 + $1.points }
  }

  /// What a carried breach took from the rating of a day's year, which ends when the reversal
  /// given takes effect on that day; zero for every other entry.
  func carried(by reversal: Entry, on day: Day) -> Points {
    guard let reversed = reversal.recorded.reverses, let entry = self[reversed] else {
      return .zero
    }
    return (carriedBreaches[account(of: entry.recorded)] ?? [])
      .filter { $0.entry == reversed && $0.into == day.year }
      .reduce(.zero) { $0 + $1.points }
  }

  /// The reversal that took an entry's points back and still stands.
  public func reversal(of number: EntryNumber) -> Entry? {
    for place in referring[number] ?? [] {
      let entry = entries[place]
      if entry.recorded.reverses == number && entry.state.isEffective && !isReversed(entry.number) {
        return entry
      }
    }
    return nil
  }

  public func isReversed(_ number: EntryNumber) -> Bool { reversal(of: number) != nil }

  /// What a line would move if it took effect with so many points; signed.
  public func effect(of entry: Entry, points: Points, on day: Day) -> ScoreDelta {
    if let reversed = entry.recorded.reverses { return points == .zero ? .zero : taking(reversed) }
    guard let item = item(of: entry) else { return .zero }
    // What corrects a line moves the scores that the line moved.
    let moved = (entry.recorded.adjusts ?? entry.recorded.redresses).flatMap { number in
      effectiveParts(of: number).first { $0.effect.rating != .zero }?.effect
    }
    let minusSpendable =
      moved.map { $0.spendable != .zero } ?? settings(on: day).minusSpendable
    func delta(_ points: Points) -> ScoreDelta {
      item.account.delta(of: points, minusSpendable: minusSpendable)
    }
    guard let adjusted = entry.recorded.adjusts.flatMap({ self[$0] }) else { return delta(points) }
    // What is moved less what had been moved: a limit per line cuts the sum once.
    let before = pointsWithCorrections(of: adjusted, before: entry)
    let after = delta(before + points)
    let earlier = delta(before)
    return ScoreDelta(
      rating: after.rating - earlier.rating, spendable: after.spendable - earlier.spendable)
  }

  /// Exactly what an entry, its adjustments and what was given back of it have moved, the other
  /// way (S2.5).
  private func taking(_ number: EntryNumber) -> ScoreDelta {
    let moved = effectiveParts(of: number).reduce(ScoreDelta.zero) { $0 + $1.effect }
    return ScoreDelta(rating: -moved.rating, spendable: -moved.spendable)
  }

  /// An effective entry with the effective lines that adjust it or give some of it back.
  func effectiveParts(of number: EntryNumber) -> [Entry] {
    let parts = referring(to: number).filter { part in
      (part.recorded.adjusts == number || part.recorded.redresses == number)
        && part.state.isEffective && !isReversed(part.number)
    }
    return (self[number].map { [$0] } ?? []) + parts
  }

  /// The spendable effect of everything recorded that has not taken effect (S2.7), of some accounts.
  public func pendingSpendable(of accounts: [Account], on day: Day) -> [Account: Points] {
    let asked = Set(accounts)
    var pending: [Account: Points] = [:]
    for entry in unsettledEntries(of: asked)
    where entry.state.isLive && !entry.state.isEffective {
      let account = account(of: entry.recorded)
      guard asked.contains(account) else { continue }
      let points = assessment(of: entry).points
      pending[account, default: .zero] += effect(of: entry, points: points, on: day).spendable
    }
    return pending
  }

  /// The entries that may still move some accounts.
  private func unsettledEntries(of accounts: Set<Account>) -> [Entry] {
    accounts.flatMap { account -> [Entry] in
      let places =
        switch account {
        case .person(let number): index.byPerson[number]?.places
        case .household(let number): index.byHousehold[number]?.places
        }
      return unsettled.among(places ?? []).map { entries[$0] }
    }
  }
}
