/// One month in the run of months that the secretary's page draws.
public struct MonthTrend: Equatable, Sendable {
  public let month: Month
  public let counted: CountedPoints
  /// nil while the shop has no goods.
  public let shop: ShopSummary?
}

/// What the gifts have cost since the year began, and what they come to by its end at this pace.
public struct GiftCost: Equatable, Sendable {
  public let year: Year
  /// The last day that is counted.
  public let through: Day
  /// What went over the counter had cost so much, less what was brought back.
  public let soFar: Money
  public let byYearEnd: Money
  /// Pieces that went out and whose cost nobody has written down: the sums are too low by these.
  public let piecesWithoutCost: Int
}

extension Ledger {
  /// The months up to one, at most twelve, the earliest first.
  public func trend(upTo month: Month) -> [MonthTrend] {
    var months = [month]
    while let first = months.first, first > opened.firstMonth, months.count < 12 {
      months.insert(first.previous, at: 0)
    }
    return months.map { month in
      MonthTrend(
        month: month, counted: CountedPoints(countedLines(of: month)),
        shop: shopSummary(of: month))
    }
  }

  /// The pace is that of all days since the year or the ledger began, `through` included; nil
  /// while nothing has gone out.
  public func giftCost(through day: Day) -> GiftCost? {
    guard let january = Month(year: day.year.number, month: 1),
      let december = Month(year: day.year.number, month: 12)
    else { return nil }
    let yearStart = max(january, opened.firstMonth).firstDay
    let moves = stock.moves.filter {
      ($0.cause == .redeemed || $0.cause == .refunded) && $0.on >= yearStart && $0.on <= day
    }
    guard moves.contains(where: { $0.cause == .redeemed }) else { return nil }
    var (fen, unpriced) = (0, 0)
    for move in moves {
      if let cost = stock[move.item]?[move.batch]?.cost {
        fen -= cost.fen * move.count
      } else {
        unpriced -= move.count
      }
    }
    let days = day - yearStart + 1
    let left = december.lastDay - day
    let soFar = Money(fen: max(fen, 0))
    return GiftCost(
      year: day.year, through: day, soFar: soFar,
      byYearEnd: Money(fen: soFar.fen + soFar.fen * left / days),
      piecesWithoutCost: max(unpriced, 0))
  }
}
