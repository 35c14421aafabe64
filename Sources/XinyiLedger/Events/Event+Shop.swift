extension Event {
  public struct GoodsReceived: Codable, Equatable, Sendable {
    public var item: ItemCode
    public var batch: String?
    public var count: Int
    public var expires: Day?
    public var from: String?

    public init(item: ItemCode, batch: String?, count: Int, expires: Day?, from: String?) {
      self.item = item
      self.batch = batch
      self.count = count
      self.expires = expires
      self.from = from
    }
  }

  public struct PriceSet: Codable, Equatable, Sendable {
    public var item: ItemCode
    public var price: Points

    public init(item: ItemCode, price: Points) {
      self.item = item
      self.price = price
    }
  }

  /// One basket over the counter: points and goods move in this one line.
  public struct Redeemed: Codable, Equatable, Sendable {
    public var on: Day
    public var person: PersonNumber?
    public var proxy: PersonNumber?
    public var lines: [BasketLine]
    public var total: Points
    public var paidBy: Payment
  }

  public struct BasketLine: Codable, Equatable, Sendable {
    public var item: ItemCode
    public var batch: String?
    public var count: Int
    /// Points of one piece on that day.
    public var price: Points
  }

  /// How a basket was paid: from the account, and with paper cards less the change given.
  public struct Payment: Codable, Equatable, Sendable {
    public var account: Points
    public var cards: [String]
    public var change: [String]
  }
}
