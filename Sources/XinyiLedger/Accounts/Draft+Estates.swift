/// Balances whose holder is gone go over to who comes after (S6.2, S6.3).
extension Draft {
  /// Moves what dead people hold, as far as it could be used today, to the head of their last
  /// household, and whatever came late to a household that was merged to where it went.
  ///
  /// Called by whatever may change one of these: a death, a new head, a merger, and points that
  /// take effect. A balance below zero is never anybody's claim and stays with the dead.
  public mutating func settleEstates() throws {
    switch ledger.opened.account {
    case .person: try settleEstatesOfTheDead()
    case .household: try settleMergedHouseholds()
    }
  }

  private mutating func settleEstatesOfTheDead() throws {
    for person in ledger.roster.order where ledger.roster[person]?.status(on: today) == .dead {
      let account = Account.person(person)
      let held = ledger.spendable(of: account, on: today)
      guard held > .zero, let household = ledger.roster[person]?.household(on: today),
        let head = ledger.roster.head(of: household, on: today)
      else { continue }
      try append(
        .balanceMoved(
          .init(
            from: account, to: .person(head),
            spendable: ledger.share(held, of: account, on: today), rating: [],
            why: Self.estate)))
    }
  }

  private mutating func settleMergedHouseholds() throws {
    var gone: [HouseholdNumber] = []
    for move in ledger.moves {
      guard case .household(let household) = move.moved.from, !gone.contains(household),
        ledger.roster.everybody(of: household, on: today).isEmpty
      else { continue }
      gone.append(household)
    }
    // Once for every household at most, since a later merger follows an earlier one.
    for household in gone {
      guard let heir = ledger.heir(of: household) else { continue }
      let late = ledger.everything(of: household, to: heir, why: Self.afterMerger)
      if !late.spendable.isEmpty || !late.rating.isEmpty { try append(.balanceMoved(late)) }
    }
  }

  /// Takes back what went to a head when somebody was said to have died who had not. What has been
  /// spent meanwhile leaves the head below zero, as a reversal does.
  mutating func returnEstate(of person: PersonNumber, since day: Day) throws {
    let account = Account.person(person)
    for move in ledger.moves.filter({ $0.moved.from == account && $0.on >= day }) {
      try append(
        .balanceMoved(
          .init(
            from: move.moved.to, to: account, spendable: move.moved.spendable, rating: [],
            why: Self.returned)))
    }
  }

  static let estate = "去世，由户主承接"
  static let afterMerger = "并户后生效，随户转入"
  static let returned = "去世登记有误，退回本人"
}

extension Ledger {
  /// So many of the points that an account can spend on a day, by year, the oldest first.
  func share(_ points: Points, of account: Account, on day: Day) -> [Event.YearPoints] {
    accounts[account]?.spendable
      .share(points, on: day, by: settings(on: day).carryRule) ?? []
  }

  /// All that a household's account holds, year by year, as it goes over to another one.
  func everything(
    of household: HouseholdNumber, to other: HouseholdNumber, why: String
  ) -> Event.BalanceMoved {
    let account = accounts[.household(household)]
    let rating = (account?.rating ?? [:]).filter { $0.value != .zero }.sorted { $0.key < $1.key }
    return Event.BalanceMoved(
      from: .household(household), to: .household(other),
      spendable: account?.spendable.byYear ?? [],
      rating: rating.map { .init(year: $0.key, points: $0.value) }, why: why)
  }

  /// The household that the account of a merged one went to in the end.
  fileprivate func heir(of household: HouseholdNumber) -> HouseholdNumber? {
    var seen: Set<HouseholdNumber> = [household]
    var current = household
    while roster.everybody(of: current, on: lastAt.day).isEmpty,
      let move = moves.last(where: { $0.moved.from == .household(current) }),
      case .household(let next) = move.moved.to, seen.insert(next).inserted
    {
      current = next
    }
    return current == household ? nil : current
  }
}
