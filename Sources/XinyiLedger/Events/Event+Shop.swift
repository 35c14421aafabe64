extension Event {
  public struct GoodsReceived: Codable, Equatable, Sendable {
    public var item: ItemCode
    public var batch: String?
    public var count: Int
    public var expires: Day?
    public var from: String?
    /// Who pays for them.
    public var payer: Payer?
    /// What one piece costs.
    public var cost: Money?

    public init(
      item: ItemCode, batch: String?, count: Int, expires: Day?, from: String?,
      payer: Payer? = nil, cost: Money? = nil
    ) {
      self.item = item
      self.batch = batch
      self.count = count
      self.expires = expires
      self.from = from
      self.payer = payer
      self.cost = cost
    }
  }

  /// Who pays for goods: the village collective (村集体), the town (镇), or a donor (捐赠).
  public enum Payer: String, WordValue { case village, town, donor }

  /// What was found of a batch at the stock-taking (盘点).
  public struct GoodsCounted: Codable, Equatable, Sendable {
    public var item: ItemCode
    public var batch: String?
    public var count: Int

    package init(item: ItemCode, batch: String? = nil, count: Int) {
      self.item = item
      self.batch = batch
      self.count = count
    }
  }

  /// Spoilt or lost goods that two operators have seen (报损).
  public struct GoodsWrittenOff: Codable, Equatable, Sendable {
    public var item: ItemCode
    public var batch: String?
    public var count: Int
    public var why: String
    public var second: Operator
  }

  /// Goods that went back to where they came from (退供应商).
  public struct GoodsReturned: Codable, Equatable, Sendable {
    public var item: ItemCode
    public var batch: String?
    public var count: Int
    public var why: String
  }

  /// Goods that are not given out any more (下架); a price puts them on the list again.
  public struct GoodsDelisted: Codable, Equatable, Sendable {
    public var item: ItemCode
  }

  public struct PriceSet: Codable, Equatable, Sendable {
    public var item: ItemCode
    public var price: Points
    /// A service, of which there is no stock; said when it is put on the list, and never changed.
    public var service: Bool?

    public init(item: ItemCode, price: Points, service: Bool? = nil) {
      self.item = item
      self.price = price
      self.service = service
    }
  }

  /// One basket over the counter: points and goods move in this one line.
  public struct Redeemed: Codable, Equatable, Sendable {
    public var on: Day
    public var person: PersonNumber?
    public var proxy: PersonNumber?
    /// Why somebody of another household came instead.
    public var note: String?
    public var lines: [BasketLine]
    public var total: Points
    public var paidBy: Payment

    package init(
      on: Day, person: PersonNumber? = nil, proxy: PersonNumber? = nil, note: String? = nil,
      lines: [BasketLine], total: Points, paidBy: Payment
    ) {
      self.on = on
      self.person = person
      self.proxy = proxy
      self.note = note
      self.lines = lines
      self.total = total
      self.paidBy = paidBy
    }
  }

  public struct BasketLine: Codable, Equatable, Sendable {
    public var item: ItemCode
    public var batch: String?
    public var count: Int
    /// Points of one piece on that day.
    public var price: Points

    public init(item: ItemCode, batch: String? = nil, count: Int, price: Points) {
      self.item = item
      self.batch = batch
      self.count = count
      self.price = price
    }
  }

  /// How a basket was paid: from the account, or with paper cards less the change given.
  public struct Payment: Codable, Equatable, Sendable {
    public var account: Points
    public var cards: [CardNumber]
    public var change: [CardNumber]

    package init(account: Points, cards: [CardNumber], change: [CardNumber]) {
      self.account = account
      self.cards = cards
      self.change = change
    }
  }

  /// Goods that were brought back (退货), with the points they had cost.
  public struct Refunded: Codable, Equatable, Sendable {
    /// The receipt of the redemption.
    public var of: ReceiptKey
    public var lines: [BasketLine]
    /// Whether the goods are on the shelf again; else they are written off.
    public var restock: Bool
    public var why: String
    /// For a basket that was paid with cards: the cards from the till that went back.
    public var cards: [CardNumber]?
  }
}
