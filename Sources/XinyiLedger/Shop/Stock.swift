/// What the shop has of each of its goods, and at which price.
public struct Stock: Equatable, Sendable {
  public private(set) var goods: [ItemCode: Goods] = [:]
  /// In the order they were added.
  public private(set) var order: [ItemCode] = []

  public subscript(item: ItemCode) -> Goods? { goods[item] }

  public struct Goods: Equatable, Sendable {
    public internal(set) var price: Points
    /// Pieces on the shelf.
    public internal(set) var count: Int
  }

  mutating func setPrice(_ price: Points, of item: ItemCode) {
    if goods[item] == nil {
      goods[item] = Goods(price: price, count: 0)
      order.append(item)
    } else {
      goods[item]?.price = price
    }
  }

  mutating func add(_ count: Int, of item: ItemCode) throws(HistoryFault) {
    guard let held = goods[item] else { throw .unknownItem(item) }
    let (sum, overflow) = held.count.addingReportingOverflow(count)
    guard !overflow, sum >= 0 else { throw .stockBelowZero(item) }
    goods[item]?.count = sum
  }
}

/// One basket that went over the counter.
public struct Redemption: Equatable, Sendable {
  public let receipt: ReceiptKey
  public let sequence: Int
  public let at: Moment
  public let by: Operator
  /// The slip's number (单号): month, day and the serial of the day, `1103-02`.
  public let slip: String
  public let redeemed: Event.Redeemed
  /// The account it was paid from.
  public let account: Account?
  /// What was left on the account right after.
  public let spendableAfter: Points
}
