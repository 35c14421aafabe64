/// A short label of ASCII letters, digits, `.`, `_` and `-`, compared as bytes, 1…40 of them.
public protocol AsciiCode: TextValue, Comparable {
  var text: String { get }
  init(unchecked text: String)
  static var noun: String { get }
}

extension AsciiCode {
  public init?(_ text: String) {
    guard (1...40).contains(text.utf8.count), text.utf8.allSatisfy(isCodeByte) else { return nil }
    self.init(unchecked: text)
  }
  public var description: String { text }
  public static var expectation: String { "\(noun)，只用字母、数字和 . _ -，至多 40 个" }
  public static var placeholder: Self { Self(unchecked: "-") }
  public static func < (left: Self, right: Self) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

private func isCodeByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 48...57, 65...90, 97...122, 45, 46, 95: true
  default: false
  }
}

/// The stable number of a person (编号); a name is only a label.
public struct PersonNumber: AsciiCode {
  public let text: String
  public init(unchecked text: String) { self.text = text }
  public static let noun = "人员编号"

  /// What a person types: digits alone are filled up to four, so that `12` is `0012`.
  public init?(typed text: String) {
    let isShort = text.utf8.count < 4 && text.utf8.allSatisfy { (48...57).contains($0) }
    let filled = isShort && !text.isEmpty ? String(repeating: "0", count: 4 - text.utf8.count) : ""
    self.init(filled + text)
  }
}

/// The number of a household (户号), as typed.
public struct HouseholdNumber: AsciiCode {
  public let text: String
  public init(unchecked text: String) { self.text = text }
  public static let noun = "户号"
}

/// The code of a catalog item (细则编码), such as `GI04`.
public struct RuleCode: AsciiCode {
  public let text: String
  public init(unchecked text: String) { self.text = text }
  public static let noun = "细则编码"
}

/// The code of goods in the shop (商品编码).
public struct ItemCode: AsciiCode {
  public let text: String
  public init(unchecked text: String) { self.text = text }
  public static let noun = "商品编码"
}

/// The key that makes a command happen once (回执号): same key, same request, same answer.
public struct ReceiptKey: AsciiCode {
  public let text: String
  public init(unchecked text: String) { self.text = text }
  public static let noun = "单号"
}

/// The label of who works at the keyboard (经手人), never a name.
public struct Operator: AsciiCode {
  public let text: String
  public init(unchecked text: String) { self.text = text }
  public static let noun = "经手人代号"
}

/// The number of one `record` command and all its entries (批号): `B0042`.
public struct BatchNumber: AsciiCode {
  public let text: String
  public init(unchecked text: String) { self.text = text }
  public static let noun = "批号"
}

/// What tells two cases of one person, rule and day apart, and ties one deed's entries (事件号).
public struct DeedNumber: AsciiCode {
  public let text: String
  public init(unchecked text: String) { self.text = text }
  public static let noun = "事件号"
}
