public import XinyiLedger

/// A label for the shelf (价签).
public struct ShelfLabel: Sendable, Equatable {
  public var code: String
  public var name: String
  public var unit: String
  public var price: Points

  public init(code: String, name: String, unit: String, price: Points) {
    self.code = code
    self.name = name
    self.unit = unit
    self.price = price
  }
}

/// Labels to cut out, three side by side. Nothing on them is of a village, and nothing is practice.
public func labelSheet(_ labels: [ShelfLabel]) -> Sheet {
  let cards = labels.map { [$0.name, "", "\($0.price.fixed) 分 / \($0.unit)", $0.code] }
  return Sheet(
    name: "价签", banner: [], parts: [.cards(cards)], ending: [], size: .a4, numbering: .none)
}
