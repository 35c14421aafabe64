/// Whether the shop can honour all points: a month's money and goods, and how they stand (2.5 of the
/// shop's page).
public struct ShopReport: Equatable, Sendable {
  public let month: Month
  public let on: Day
  public let redemptions: Int
  public let refunds: Int
  /// Redeemed in the month less what was brought back.
  public let redeemed: Points
  /// Points that all accounts together can spend, and the cards that are out.
  public let onAccounts: Points
  public let onCards: Points
  /// The stock that can be given out, at today's prices.
  public let stock: Points
  public let payers: [PayerLine]
  /// In the order in which they were listed.
  public let goods: [GoodsLine]

  /// Money of one payer in the month.
  public struct PayerLine: Equatable, Sendable {
    public let payer: Event.Payer
    /// What arrived in the month cost so much, less what was sent back.
    public let received: Money
    /// What went over the counter in the month had cost so much: to be settled.
    public let givenOut: Money
    /// What is still on the shelf had cost so much.
    public let onShelf: Money
  }

  public struct GoodsLine: Equatable, Sendable {
    public let item: ItemCode
    public let price: Points
    /// nil for a service.
    public let stock: Int?
    /// Pieces in the month.
    public let redeemed: Int
    /// Days for which the stock lasts at the pace of the last `paceDays` days; nil when none went.
    public let daysLeft: Int?
    /// The earliest last day of what is on the shelf.
    public let expires: Day?
    public let isListed: Bool

    /// On the shelf for `paceDays` days, and nobody has wanted any in them.
    public let isDead: Bool
    /// Will be used up within two weeks, or is.
    public var isLow: Bool { isListed && stock.map { $0 == 0 || daysLeft ?? .max < 14 } ?? false }
    public func isExpiring(by day: Day) -> Bool { expires.map { $0 <= day + 30 } ?? false }
  }

  /// What the pace of goods is measured by.
  public static let paceDays = 90
}

extension Ledger {
  public func shopReport(of month: Month, on today: Day) -> ShopReport {
    let ofMonth = redemptions.filter { $0.redeemed.on.month == month }
    let back = refunds.filter { $0.at.day.month == month }
    let rule = settings(on: today).carryRule
    return ShopReport(
      month: month, on: today, redemptions: ofMonth.count, refunds: back.count,
      redeemed: ofMonth.reduce(.zero) { $0 + $1.redeemed.total }
        - back.reduce(.zero) { $0 + $1.total },
      onAccounts: accounts.values.reduce(.zero) {
        $0 + max($1.spendable.available(on: today, by: rule), .zero)
      },
      onCards: cards.outstanding(on: today, by: rule),
      stock: stock.order.reduce(.zero) { sum, item in
        let held = stock[item]
        return sum + (held?.price.multiplied(by: held?.usable(on: today) ?? 0) ?? .zero)
      },
      payers: payerLines(of: month), goods: stock.order.map { goodsLine($0, month, today) })
  }

  private func payerLines(of month: Month) -> [ShopReport.PayerLine] {
    Event.Payer.allCases.compactMap { payer in
      func cost(_ causes: [Stock.Move.Cause]) -> Money {
        stock.moves.filter { $0.on.month == month && causes.contains($0.cause) }
          .reduce(.zero) { sum, move in
            let lot = stock[move.item]?[move.batch]
            guard lot?.payer == payer, let cost = lot?.cost else { return sum }
            return sum + cost * abs(move.count)
          }
      }
      let lots = stock.order.flatMap { stock[$0]?.lots ?? [] }.filter { $0.payer == payer }
      if lots.isEmpty { return nil }
      let back = cost([.refunded])
      return ShopReport.PayerLine(
        payer: payer, received: cost([.received]) - cost([.sentBack]),
        givenOut: cost([.redeemed]) - back,
        onShelf: lots.reduce(.zero) { $0 + ($1.cost ?? .zero) * $1.count })
    }
  }

  /// How goods stand on a day, and what went of them in a month.
  public func goodsLine(_ item: ItemCode, _ month: Month, _ today: Day) -> ShopReport.GoodsLine {
    let held = stock[item]
    let gone = redemptions.filter { $0.redeemed.on > today + -ShopReport.paceDays }
      .flatMap(\.kept).filter { $0.item == item }.reduce(0) { $0 + $1.count }
    let count = held?.isService == true ? nil : held?.count ?? 0
    let isOld = stock.moves.contains {
      $0.item == item && $0.cause == .received && $0.on <= today + -ShopReport.paceDays
    }
    return ShopReport.GoodsLine(
      item: item, price: held?.price ?? .zero, stock: count,
      redeemed: redemptions.filter { $0.redeemed.on.month == month }.flatMap(\.kept)
        .filter { $0.item == item }.reduce(0) { $0 + $1.count },
      daysLeft: gone == 0 ? nil : (count ?? 0) * ShopReport.paceDays / gone,
      expires: held?.lots.filter { $0.count > 0 }.compactMap(\.expires).min(),
      isListed: held?.isListed ?? false, isDead: isOld && gone == 0 && count ?? 0 > 0)
  }
}
