/// What the shop has of each of its goods, by batch, and at which price.
public struct Stock: Equatable, Sendable {
  public package(set) var goods = LongTable<ItemCode, Goods>()
  /// In the order they were added.
  public package(set) var order: [ItemCode] = []
  var prices = LongList<PriceChange>()
  /// Everything that moved pieces, as it was written down.
  public package(set) var moves = LongList<Move>()

  struct PriceChange: Codable, Equatable {
    let on: Day
    let item: ItemCode
    let price: Points
  }

  /// More pieces than this in one arrival are a slip of the finger.
  public static let largestArrival = 100_000

  public subscript(item: ItemCode) -> Goods? { goods[item] }

  public struct Goods: Codable, Equatable, Sendable {
    public internal(set) var price: Points
    /// There is no stock of it: a haircut, an hour of help.
    public let isService: Bool
    /// Still given out; false once it was taken off the list (下架).
    public internal(set) var isListed = true
    /// In the order they arrived; one that is used up stays, since slips refer to it.
    public internal(set) var lots: [Lot] = []

    /// Pieces on the shelf, expired ones too.
    public var count: Int { lots.reduce(0) { $0 + $1.count } }

    /// Pieces that can be given out on a day.
    public func usable(on day: Day) -> Int {
      lots.reduce(0) { $0 + ($1.isUsable(on: day) ? $1.count : 0) }
    }

    public subscript(batch: String?) -> Lot? { lots.first { $0.batch == batch } }
  }

  /// The pieces of one batch (批次).
  public struct Lot: Codable, Equatable, Sendable {
    public let batch: String?
    /// The last day on which they can be given out.
    public let expires: Day?
    public let from: String?
    public let payer: Event.Payer?
    /// What one piece cost.
    public let cost: Money?
    public internal(set) var count: Int

    public func isUsable(on day: Day) -> Bool { expires.map { day <= $0 } ?? true }
  }

  /// Pieces that came or went.
  public struct Move: Codable, Equatable, Sendable {
    public enum Cause: String, Codable, Sendable {
      case received, counted, writtenOff, sentBack, redeemed, refunded
    }
    public let on: Day
    public let item: ItemCode
    public let batch: String?
    /// Negative when they went.
    public let count: Int
    public let cause: Cause
  }

  mutating func setPrice(_ event: Event.PriceSet, on day: Day) {
    let item = event.item
    prices.append(PriceChange(on: day, item: item, price: event.price))
    if goods[item] == nil {
      goods[item] = Goods(price: event.price, isService: event.service == true)
      order.append(item)
    } else {
      goods[item]?.price = event.price
      goods[item]?.isListed = true
    }
  }

  mutating func delist(_ item: ItemCode) throws(HistoryFault) {
    guard goods[item] != nil else { throw .unknownItem(item) }
    goods[item]?.isListed = false
  }

  mutating func receive(_ event: Event.GoodsReceived, on day: Day) throws(HistoryFault) {
    guard (1...Self.largestArrival).contains(event.count) else { throw .badCount(event.count) }
    guard let held = goods[event.item], !held.isService else { throw .unknownItem(event.item) }
    if held[event.batch] == nil {
      goods[event.item]?.lots.append(
        Lot(
          batch: event.batch, expires: event.expires, from: event.from, payer: event.payer,
          cost: event.cost, count: 0))
    }
    try move(event.count, of: event.item, batch: event.batch, .received, on: day)
  }

  /// Adds pieces to a batch, or takes some away.
  mutating func move(
    _ count: Int, of item: ItemCode, batch: String?, _ cause: Move.Cause, on day: Day
  ) throws(HistoryFault) {
    guard let held = goods[item] else { throw .unknownItem(item) }
    if held.isService {
      guard batch == nil, cause == .redeemed || cause == .refunded else {
        throw .unknownItem(item)
      }
      return
    }
    guard let index = held.lots.firstIndex(where: { $0.batch == batch }) else {
      throw .stockBelowZero(item)
    }
    let (sum, overflow) = held.lots[index].count.addingReportingOverflow(count)
    guard !overflow, sum >= 0 else { throw .stockBelowZero(item) }
    goods[item]?.lots[index].count = sum
    moves.append(Move(on: day, item: item, batch: batch, count: count, cause: cause))
  }

  /// How often goods have had a price set.
  public func pricings(of item: ItemCode) -> Int { prices.count { $0.item == item } }

  /// Pieces that came as one batch, whatever became of them.
  public func received(_ item: ItemCode, batch: String?) -> Int {
    moves.reduce(0) { sum, move in
      move.item == item && move.batch == batch && move.cause == .received ? sum + move.count : sum
    }
  }

  /// What one piece cost in points on a day; for a day before the goods were listed, what it costs
  /// now.
  func price(of item: ItemCode, on day: Day) -> Points {
    prices.last { $0.item == item && $0.on <= day }?.price ?? goods[item]?.price ?? .zero
  }

  /// What was on the shelf on a day is worth at the prices of that day.
  func value(on day: Day) -> Points {
    var counts: [ItemCode: Int] = [:]
    for move in moves where move.on <= day { counts[move.item, default: 0] += move.count }
    return order.reduce(.zero) { sum, item in
      let price = prices.last { $0.item == item && $0.on <= day }?.price ?? .zero
      return sum + (price.multiplied(by: counts[item] ?? 0) ?? .zero)
    }
  }
}

extension Stock.Goods {
  /// The batches out of which so many pieces go, what expires first going first; nil when there
  /// are fewer.
  ///
  /// - Parameter day: leaves out what has expired by then; nil takes any batch.
  func outOf(_ count: Int, on day: Day?) -> [(batch: String?, count: Int)]? {
    var rest = count
    var parts: [(batch: String?, count: Int)] = []
    for lot in firstExpired where rest > 0 && lot.count > 0 {
      if let day, !lot.isUsable(on: day) { continue }
      let part = min(rest, lot.count)
      parts.append((lot.batch, part))
      rest -= part
    }
    return rest == 0 ? parts : nil
  }

  /// What expires first stands first, and what never does last; those of one day as they arrived.
  private var firstExpired: [Stock.Lot] {
    lots.enumerated().sorted { left, right in
      switch (left.element.expires, right.element.expires) {
      case (let one?, let other?): (one, left.offset) < (other, right.offset)
      case (nil, nil): left.offset < right.offset
      case (let one, _): one != nil
      }
    }.map(\.element)
  }
}
