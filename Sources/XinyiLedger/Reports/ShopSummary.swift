/// The shop in one month: what was redeemed, and at its end the points out against the stock.
public struct ShopSummary: Equatable, Sendable {
  public let month: Month
  public let redemptions: Int
  public let redeemed: Points
  /// Spendable points that nobody has redeemed, on accounts and on cards; debts do not count against others' points.
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
      outstanding: outstanding(on: last) + onCards(on: last), stock: stock.value(on: last))
  }

  /// What the cards in people's hands were worth on a day.
  private func onCards(on day: Day) -> Points {
    let rule = settings(on: day).carryRule
    return cardFlows.filter { $0.on <= day && rule.isUsable($0.year, on: day) }
      .reduce(.zero) { $0 + $1.points }
  }

  /// What all accounts together could spend on a day, debts left out and what has run out too.
  private func outstanding(on day: Day) -> Points {
    var spendable: [Account: SpendableByYear] = [:]
    // What takes effect adds to the year of its own day, of which only later days' lines take any:
    // all of it may stand before everything else.
    for entry in entries {
      guard let on = entry.effectiveOn, on <= day else { continue }
      spendable[account(of: entry.recorded), default: SpendableByYear()].add(
        entry.effect.spendable, in: on.year)
    }
    for booking in bookings(through: day) { booking.change(&spendable) }
    let rule = settings(on: day).carryRule
    return spendable.values.reduce(.zero) {
      $0 + max($1.available(on: day, by: rule), .zero)
    }
  }

  /// What took or moved spendable points up to a day, in the order of the ledger's lines.
  private func bookings(through day: Day) -> [SpendableBooking] {
    let taken = redemptions.filter { $0.redeemed.on <= day }.compactMap { redemption in
      redemption.account.map { account in
        let (on, total) = (redemption.redeemed.on, redemption.redeemed.total)
        let rule = settings(on: on).carryRule
        return SpendableBooking(line: redemption.sequence) {
          $0[account, default: SpendableByYear()].take(total, on: on, by: rule)
        }
      }
    }
    let moved = moves.filter { $0.on <= day }.map { move in
      SpendableBooking(line: move.sequence) { spendable in
        for part in move.moved.spendable {
          spendable[move.moved.from, default: SpendableByYear()].add(-part.points, in: part.year)
          spendable[move.moved.to, default: SpendableByYear()].add(part.points, in: part.year)
        }
      }
    }
    let expired = expiries.filter { $0.on <= day }.map { expiry in
      SpendableBooking(line: expiry.sequence) { spendable in
        for line in expiry.expired.lines {
          spendable[line.account, default: SpendableByYear()].add(
            -line.points, in: expiry.expired.year)
        }
      }
    }
    let returned = refunds.filter { $0.at.day <= day }.compactMap { refund in
      refund.account.map { booking(of: refund.returned, on: $0, line: refund.sequence) }
    }
    let onCards = cardMoves.filter { $0.on <= day }.map {
      booking(of: $0.points, on: $0.account, line: $0.sequence)
    }
    return (taken + moved + expired + returned + onCards).sorted { $0.line < $1.line }
  }

  private func booking(
    of parts: [Event.YearPoints], on account: Account, line: Int
  ) -> SpendableBooking {
    SpendableBooking(line: line) { spendable in
      for part in parts {
        spendable[account, default: SpendableByYear()].add(part.points, in: part.year)
      }
    }
  }
}

/// One change of spendable scores, with its line of the ledger.
private struct SpendableBooking {
  let line: Int
  let change: (inout [Account: SpendableByYear]) -> Void
}
