/// What went over the counter on one day (日结).
public struct DayClose: Equatable, Sendable {
  public let day: Day
  public let redemptions: [Redemption]
  public let refunds: [Refund]
  /// Pieces given out, less what was put back on the shelf, in the order of the list.
  public let goods: [(item: ItemCode, count: Int)]
  /// The cards' denominations, rising: taken in and given out on the day, in the till now.
  public let cards: [CardLine]
  /// The last count of the till on the day.
  public let count: CardBook.Count?
  /// The last line of the ledger up to the end of the day.
  public let lastLine: Int

  public struct CardLine: Equatable, Sendable {
    public let value: Int
    public let taken: Int
    public let given: Int
    public let till: Int
  }

  public static func == (left: DayClose, right: DayClose) -> Bool {
    left.day == right.day && left.redemptions == right.redemptions
      && left.refunds == right.refunds && left.cards == right.cards && left.count == right.count
      && left.lastLine == right.lastLine && left.goods.elementsEqual(right.goods, by: ==)
  }

  public var redeemed: Points { redemptions.reduce(.zero) { $0 + $1.redeemed.total } }
  public var refunded: Points { refunds.reduce(.zero) { $0 + $1.total } }
}

extension Ledger {
  /// - Parameter lastLine: the number of the last line written up to the end of the day.
  public func dayClose(of day: Day, lastLine: Int) -> DayClose {
    let ofDay = redemptions.filter { $0.redeemed.on == day }
    let back = refunds.filter { $0.at.day == day }
    var pieces: [ItemCode: Int] = [:]
    for line in ofDay.flatMap(\.redeemed.lines) { pieces[line.item, default: 0] += line.count }
    let restocked = back.filter(\.refunded.restock)
    for line in restocked.flatMap(\.refunded.lines) { pieces[line.item, default: 0] -= line.count }
    let taken = ofDay.flatMap(\.redeemed.paidBy.cards)
    let given = ofDay.flatMap(\.redeemed.paidBy.change) + back.flatMap { $0.refunded.cards ?? [] }
    let till = cards.till
    let values = Set(till.keys).union((taken + given).map(\.value))
    return DayClose(
      day: day, redemptions: ofDay, refunds: back,
      goods: stock.order.compactMap { item in pieces[item].map { (item, $0) } },
      cards: values.sorted().map { value in
        DayClose.CardLine(
          value: value, taken: taken.count { $0.value == value },
          given: given.count { $0.value == value }, till: till[value] ?? 0)
      },
      count: cards.counts.last { $0.at.day == day }, lastLine: lastLine)
  }
}
