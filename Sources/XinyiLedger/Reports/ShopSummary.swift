/// The shop in one month: what was redeemed, and at its end the points out against the stock.
public struct ShopSummary: Equatable, Sendable {
  public let month: Month
  public let redemptions: Int
  public let redeemed: Points
  /// Spendable points that nobody has redeemed; debts do not count against others' points.
  public let outstanding: Points
  /// The stock at the prices of the last day.
  public let stock: Points
}

extension Ledger {
  /// The shop's summary of a month; nil while the shop has no goods.
  public func shopSummary(of month: Month) -> ShopSummary? {
    guard !stock.order.isEmpty else { return nil }
    let last = month.lastDay
    let ofMonth = redemptions.filter { $0.redeemed.on.month == month }
    return ShopSummary(
      month: month, redemptions: ofMonth.count,
      redeemed: ofMonth.reduce(.zero) { $0 + $1.redeemed.total },
      outstanding: outstanding(on: last), stock: stockValue(on: last))
  }

  /// What all accounts together could spend on a day, debts left out and what has run out too.
  private func outstanding(on day: Day) -> Points {
    let gains = entries.compactMap { entry in
      entry.effectiveOn.map { ($0, account(of: entry.recorded), entry.effect.spendable) }
    }
    let takings = redemptions.compactMap { redemption in
      redemption.account.map { (redemption.redeemed.on, $0, -redemption.redeemed.total) }
    }
    var spendable: [Account: SpendableByYear] = [:]
    for (on, account, points) in gains.filter({ $0.0 <= day }) {
      spendable[account, default: SpendableByYear()].add(points, in: on.year)
    }
    for (on, account, points) in takings.filter({ $0.0 <= day }) {
      spendable[account, default: SpendableByYear()].take(
        -points, on: on, by: settings(on: on).carryRule)
    }
    let rule = settings(on: day).carryRule
    return spendable.values.reduce(.zero) {
      $0 + max($1.available(on: day, by: rule), .zero)
    }
  }

  private func stockValue(on day: Day) -> Points {
    var givenOut: [ItemCode: Int] = [:]
    for redemption in redemptions where redemption.redeemed.on <= day {
      for line in redemption.redeemed.lines { givenOut[line.item, default: 0] += line.count }
    }
    return stock.value(on: day, givenOut: givenOut)
  }
}
