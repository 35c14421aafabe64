/// An exact amount of points (分), in whole tenths of a point; may be negative.
///
/// One written amount is at most `limit`. Sums of amounts need no overflow check: it would take
/// more lines than a disk can hold to leave the range of `Int`.
public struct Points: TenthsValue {
  public let tenths: Int

  /// The largest magnitude of one written amount, in tenths: ten million points.
  public static let limit = 100_000_000

  public init?(tenths: Int) {
    guard tenths.magnitude <= Self.limit else { return nil }
    self.tenths = tenths
  }

  /// For sums and differences of amounts that were each checked when they were read.
  private init(sum tenths: Int) { self.tenths = tenths }

  /// A sum as it was saved.
  package init(saved tenths: Int) { self.tenths = tenths }

  public static let zero = Points(sum: 0)
  public static let expectation = "分值，写成数字，至多一位小数，如 5 或 0.5"
  public static let placeholder = zero

  /// A whole number of points, for values that stand in the program.
  public static func whole(_ points: Int32) -> Points { Points(sum: Int(points) * 10) }

  public static func + (left: Points, right: Points) -> Points {
    Points(sum: left.tenths + right.tenths)
  }
  public static func - (left: Points, right: Points) -> Points {
    Points(sum: left.tenths - right.tenths)
  }
  public static prefix func - (points: Points) -> Points { Points(sum: -points.tenths) }
  public static func += (left: inout Points, right: Points) { left = left + right }
  public static func -= (left: inout Points, right: Points) { left = left - right }

  /// The product, or nil beyond `limit`.
  public func multiplied(by factor: Int) -> Points? {
    let (product, overflow) = tenths.multipliedReportingOverflow(by: factor)
    return overflow ? nil : Points(tenths: product)
  }

  public var magnitude: Points { tenths < 0 ? -self : self }
  public var isNegative: Bool { tenths < 0 }
}

/// A measured amount such as hours, yuan or months, in whole tenths; always positive.
public struct Quantity: TenthsValue {
  public let tenths: Int

  /// The largest amount one line may carry, in tenths: a hundred thousand.
  public static let limit = 1_000_000

  public init?(tenths: Int) {
    guard tenths > 0, tenths <= Self.limit else { return nil }
    self.tenths = tenths
  }

  public static let expectation = "数量，大于 0，不超过 100000，至多一位小数，如 4 或 2.5"
  public static let placeholder = Quantity(tenths: 10)!
}
