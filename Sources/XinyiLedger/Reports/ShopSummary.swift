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

  private func outstanding(on day: Day) -> Points {
    var balances: [Account: Points] = [:]
    for entry in entries where entry.effectiveOn.map({ $0 <= day }) == true {
      balances[account(of: entry.recorded), default: .zero] += entry.effect.spendable
    }
    for redemption in redemptions where redemption.redeemed.on <= day {
      guard let account = redemption.account else { continue }
      balances[account, default: .zero] -= redemption.redeemed.total
    }
    return balances.values.reduce(.zero) { $0 + max($1, .zero) }
  }

  private func stockValue(on day: Day) -> Points {
    var givenOut: [ItemCode: Int] = [:]
    for redemption in redemptions where redemption.redeemed.on <= day {
      for line in redemption.redeemed.lines { givenOut[line.item, default: 0] += line.count }
    }
    return stock.value(on: day, givenOut: givenOut)
  }
}
