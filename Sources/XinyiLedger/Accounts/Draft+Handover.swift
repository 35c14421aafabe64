extension Draft {
  /// Puts one operator in another's place (交接). It holds at once, and for every later month that
  /// settings have been set for.
  public mutating func handOver(from giver: Operator, to taker: Operator) throws {
    var wanted = ledger.latestSettings
    let isKnown = wanted.operators.contains(taker)
    wanted.operators = wanted.operators.compactMap { $0 == giver ? (isKnown ? nil : taker) : $0 }
    try set(.operators, as: wanted, from: today.month, why: "交接")
  }
}
