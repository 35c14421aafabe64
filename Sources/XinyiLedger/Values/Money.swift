/// An amount of money in whole fen, never negative: what goods cost, `9.90`.
public struct Money: TextValue, Comparable {
  public let fen: Int

  public static let expectation = "金额，多少元，至多两位小数，如 9.90"
  public static let zero = Money(sum: 0)
  public static let placeholder = zero

  /// The largest amount that is written down: ten million yuan.
  private static let limit = 1_000_000_000

  private init(sum fen: Int) { self.fen = fen }

  /// A sum of amounts, never below nothing.
  init(fen: Int) { self.init(sum: max(fen, 0)) }

  public init?(_ text: String) {
    guard let money = Money(typed: text), money.description == text else { return nil }
    self = money
  }

  /// What a person types: `9`, `9.9` or `9.90`.
  public init?(typed text: String) {
    let parts = text.utf8.split(separator: 46, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let yuan = decimal(parts[0]), yuan < Self.limit else {
      return nil
    }
    var fen = 0
    if parts.count == 2 {
      guard (1...2).contains(parts[1].count), let digits = decimal(parts[1]) else { return nil }
      fen = parts[1].count == 1 ? digits * 10 : digits
    }
    guard yuan * 100 + fen <= Self.limit else { return nil }
    self.init(sum: yuan * 100 + fen)
  }

  public var description: String { "\(fen / 100).\(padded(fen % 100, 2))" }

  public static func + (left: Money, right: Money) -> Money { Money(sum: left.fen + right.fen) }
  /// Never below nothing.
  public static func - (left: Money, right: Money) -> Money {
    Money(sum: max(left.fen - right.fen, 0))
  }
  public static func * (left: Money, count: Int) -> Money { Money(sum: left.fen * count) }
  public static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
}
