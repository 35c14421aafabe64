/// What the shop has of each of its goods, and at which price.
public struct Stock: Equatable, Sendable {
  public private(set) var goods: [ItemCode: Goods] = [:]
  /// In the order they were added.
  public private(set) var order: [ItemCode] = []
  /// Every price that was ever set, and every arrival, with their days.
  private var prices: [(on: Day, item: ItemCode, price: Points)] = []
  private var arrivals: [(on: Day, item: ItemCode, count: Int)] = []

  public static func == (left: Stock, right: Stock) -> Bool {
    left.goods == right.goods && left.order == right.order
  }

  /// More pieces than this in one arrival are a slip of the finger.
  public static let largestArrival = 100_000

  public subscript(item: ItemCode) -> Goods? { goods[item] }

  public struct Goods: Equatable, Sendable {
    public internal(set) var price: Points
    /// Pieces on the shelf.
    public internal(set) var count: Int
  }

  mutating func setPrice(_ price: Points, of item: ItemCode, on day: Day) {
    prices.append((day, item, price))
    if goods[item] == nil {
      goods[item] = Goods(price: price, count: 0)
      order.append(item)
    } else {
      goods[item]?.price = price
    }
  }

  mutating func receive(_ count: Int, of item: ItemCode, on day: Day) throws(HistoryFault) {
    try add(count, of: item)
    arrivals.append((day, item, count))
  }

  /// What the arrivals up to a day, less the pieces given out up to then, are worth at the prices
  /// of that day.
  func value(on day: Day, givenOut: [ItemCode: Int]) -> Points {
    order.reduce(.zero) { sum, item in
      let arrived = arrivals.filter { $0.item == item && $0.on <= day }
        .reduce(0) { $0 + $1.count }
      let price = prices.last { $0.item == item && $0.on <= day }?.price ?? .zero
      return sum + (price.multiplied(by: arrived - (givenOut[item] ?? 0)) ?? .zero)
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
