/// The number of a paper card (积分卡): its denomination in points and a serial, `5-0031`.
public struct CardNumber: TextValue, Comparable {
  /// What the card is worth, in whole points.
  public let value: Int
  /// From 1, one after the other for each denomination, over all years.
  public let serial: Int

  public static let expectation = "卡号，写成 5-0031"
  public static let placeholder = CardNumber(value: 1, serial: 1)

  /// The largest denomination, in points.
  public static let largestValue = 1_000

  init(value: Int, serial: Int) {
    self.value = value
    self.serial = serial
  }

  public init?(_ text: String) {
    let parts = text.utf8.split(separator: 45, omittingEmptySubsequences: false)
    guard parts.count == 2, let value = decimal(parts[0]), let serial = decimal(parts[1]),
      (1...Self.largestValue).contains(value), (1...9_999_999).contains(serial)
    else { return nil }
    self.init(value: value, serial: serial)
    if description != text { return nil }
  }

  /// What a person types: `5-31` is `5-0031`.
  public init?(typed text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count < 4 else {
      self.init(text)
      return
    }
    self.init(parts[0] + "-" + String(repeating: "0", count: 4 - parts[1].utf8.count) + parts[1])
  }

  public var description: String { "\(value)-\(padded(serial, 4))" }

  /// What the card is worth.
  public var points: Points { .whole(Int32(value)) }

  public static func < (left: CardNumber, right: CardNumber) -> Bool {
    (left.value, left.serial) < (right.value, right.serial)
  }
}

extension Sequence<CardNumber> {
  /// What the cards are worth together.
  public var points: Points { reduce(.zero) { $0 + $1.points } }
}
