/// `shop.json`: what the goods are called and how they are limited. The prices are a copy of the
/// ledger's for people to read, and are checked against it.
public struct ShopList: Codable, Equatable, Sendable {
  public var format: Int
  public var goods: [Row]

  public struct Row: Codable, Equatable, Sendable {
    public var item: ItemCode
    public var name: String
    public var unit: String
    /// Points of one piece.
    public var price: Points
    /// At most so many pieces per person and month.
    public var limit: Int?

    public init(item: ItemCode, name: String, unit: String, price: Points, limit: Int?) {
      self.item = item
      self.name = name
      self.unit = unit
      self.price = price
      self.limit = limit
    }
  }

  public init(goods: [Row]) {
    self.format = 1
    self.goods = goods
  }

  public subscript(item: ItemCode) -> Row? { goods.first { $0.item == item } }

  /// The list with the prices that a ledger holds, for the goods the ledger knows.
  public func updated(from stock: Stock) -> ShopList {
    let rows = Dictionary(goods.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
    return ShopList(
      goods: stock.order.map { item in
        Row(
          item: item, name: rows[item]?.name ?? item.text, unit: rows[item]?.unit ?? "件",
          price: stock[item]?.price ?? .zero, limit: rows[item]?.limit)
      })
  }

  /// The goods on which list and ledger differ; empty when they agree.
  public func differences(from stock: Stock) -> [ItemCode] {
    let known = goods.filter { stock[$0.item]?.price != $0.price }.map(\.item)
    let listed = Set(goods.map(\.item))
    return known + stock.order.filter { !listed.contains($0) }
  }
}
