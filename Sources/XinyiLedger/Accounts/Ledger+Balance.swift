extension Ledger {
  /// The rating (评级分) of an account on a day: base and the effective lines of that year (S3.5).
  public func rating(of account: Account, on day: Day) -> Points {
    settings(on: day).base + (accounts[account]?.rating[day.year] ?? .zero)
  }

  public func rating(of person: PersonNumber, on day: Day) -> Points {
    account(of: person, on: day).map { rating(of: $0, on: day) } ?? settings(on: day).base
  }

  /// What a line would move if it took effect with so many points; signed.
  public func effect(of entry: Entry, points: Points, on day: Day) -> ScoreDelta {
    item(of: entry)?.account.delta(
      of: points, minusSpendable: settings(on: day).minusSpendable) ?? .zero
  }

  /// The spendable effect of everything recorded that has not taken effect (S2.7), by account.
  public func pendingSpendable(on day: Day) -> [Account: Points] {
    var pending: [Account: Points] = [:]
    for entry in entries where entry.state.isLive && !entry.state.isEffective {
      let points = assessment(of: entry).points
      pending[account(of: entry.recorded), default: .zero] +=
        effect(of: entry, points: points, on: day).spendable
    }
    return pending
  }
}
