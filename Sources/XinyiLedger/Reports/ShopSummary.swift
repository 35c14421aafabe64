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
    var spendable: [Account: SpendableByYear] = [:]
    for booking in bookings(through: day) {
      switch booking.change {
      case .gain(let account, let points):
        spendable[account, default: SpendableByYear()].add(points, in: booking.on.year)
      case .redemption(let account, let redeemed):
        spendable[account, default: SpendableByYear()].take(
          redeemed.total, on: redeemed.on, by: settings(on: redeemed.on).carryRule)
      case .move(let moved):
        for part in moved.spendable {
          spendable[moved.from, default: SpendableByYear()].add(-part.points, in: part.year)
          spendable[moved.to, default: SpendableByYear()].add(part.points, in: part.year)
        }
      case .expiry(let expired):
        for line in expired.lines {
          spendable[line.account, default: SpendableByYear()].add(-line.points, in: expired.year)
        }
      }
    }
    let rule = settings(on: day).carryRule
    return spendable.values.reduce(.zero) {
      $0 + max($1.available(on: day, by: rule), .zero)
    }
  }

  /// Whatever changed a spendable score up to a day, as the ledger has it: what took effect on a
  /// day stands before that day's other lines, since it adds to the day's own year alone.
  private func bookings(through day: Day) -> [SpendableBooking] {
    let gains = entries.compactMap { entry in
      entry.effectiveOn.map {
        SpendableBooking(
          on: $0, line: 0, change: .gain(account(of: entry.recorded), entry.effect.spendable))
      }
    }
    let takings = redemptions.filter { $0.redeemed.on <= day }.compactMap { redemption in
      redemption.account.map {
        SpendableBooking(
          on: redemption.at.day, line: redemption.sequence,
          change: .redemption($0, redemption.redeemed))
      }
    }
    let moved = moves.map {
      SpendableBooking(on: $0.on, line: $0.sequence, change: .move($0.moved))
    }
    let expired = expiries.map {
      SpendableBooking(on: $0.on, line: $0.sequence, change: .expiry($0.expired))
    }
    let dated = (gains + moved + expired).filter { $0.on <= day }
    return (dated + takings).sorted { ($0.on, $0.line) < ($1.on, $1.line) }
  }

  private func stockValue(on day: Day) -> Points {
    var givenOut: [ItemCode: Int] = [:]
    for redemption in redemptions where redemption.redeemed.on <= day {
      for line in redemption.redeemed.lines { givenOut[line.item, default: 0] += line.count }
    }
    return stock.value(on: day, givenOut: givenOut)
  }
}

/// One change of spendable scores, with its day and its line of the ledger.
private struct SpendableBooking {
  let on: Day
  let line: Int
  let change: Change

  enum Change {
    case gain(Account, Points)
    case redemption(Account, Event.Redeemed)
    case move(Event.BalanceMoved)
    case expiry(Event.SpendableExpired)
  }
}
