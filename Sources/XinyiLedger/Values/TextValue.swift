/// A value that has exactly one spelling, used alike in files, in answers and on the command line.
///
/// The spelling is the value: reading `description` gives an equal value back, and no other text
/// is accepted. In JSON it stands as one string.
public protocol TextValue: Codable, Hashable, Sendable, CustomStringConvertible {
  /// Reads the one spelling; nil for every other text.
  init?(_ text: String)

  /// What a person is told to write instead, in Chinese: “月份，写成 2026-10”.
  static var expectation: String { get }

  /// Stands in for a faulty value while a reader goes on to collect the other faults of a file.
  /// A reader that found a fault never hands the value on.
  static var placeholder: Self { get }
}

extension TextValue {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Self(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: Self.expectation)
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A closed set of words, such as the states of an entry: one spelling each, used in JSON.
public protocol WordValue: TextValue, CaseIterable, RawRepresentable where RawValue == String {}

extension WordValue {
  // Said here again: with the one of `TextValue` and the one of `RawRepresentable` at hand, the
  // compiler takes neither and writes `{"case":{}}`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = Self(rawValue: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: Self.expectation)
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  public init?(_ text: String) { self.init(rawValue: text) }
  public var description: String { rawValue }
  public static var expectation: String {
    allCases.map(\.rawValue).joined(separator: "、") + " 之一"
  }
  public static var placeholder: Self { allCases[allCases.startIndex] }
}

/// A number with at most one decimal, written in JSON as a number and read without rounding.
public protocol TenthsValue: Codable, Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The value in whole tenths.
  var tenths: Int { get }
  /// nil when the magnitude is beyond what one written amount may have.
  init?(tenths: Int)
  /// What a person is told to write instead, in Chinese.
  static var expectation: String { get }
  static var placeholder: Self { get }
}

extension TenthsValue {
  /// Reads the shortest spelling only: `2`, `0.5`, `-10`; not `2.0`, `+2`, `02`, `.5` or `1e2`.
  public init?(_ text: String) {
    var digits = Substring(text)
    let isNegative = digits.first == "-"
    if isNegative { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Self.digits(parts[0]) else { return nil }
    var tenths = whole * 10
    if parts.count == 2 {
      guard parts[1].utf8.count == 1, let tenth = Self.digits(parts[1]), tenth != 0 else {
        return nil
      }
      tenths += tenth
    }
    if isNegative && tenths == 0 { return nil }
    self.init(tenths: isNegative ? -tenths : tenths)
  }

  /// At most nine digits, without a leading zero.
  private static func digits(_ text: Substring) -> Int? {
    let bytes = text.utf8
    guard (1...9).contains(bytes.count), bytes.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    if bytes.count > 1 && bytes.first == 48 { return nil }
    return Int(text)
  }

  /// The shortest spelling, also the JSON form: `2`, `0.5`, `-10`.
  public var description: String {
    let magnitude = tenths.magnitude
    let sign = tenths < 0 ? "-" : ""
    let whole = "\(sign)\(magnitude / 10)"
    return magnitude % 10 == 0 ? whole : "\(whole).\(magnitude % 10)"
  }

  public static func < (left: Self, right: Self) -> Bool { left.tenths < right.tenths }

  /// For decoders that know numbers only as binary floating point; our own reader takes the
  /// digits of the file instead.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let number = try container.decode(Double.self)
    guard abs(number) < 1e9, case let tenths = Int(number * 10 + (number < 0 ? -0.5 : 0.5)),
      abs(number * 10 - Double(tenths)) < 1e-6, let value = Self(tenths: tenths)
    else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: Self.expectation)
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Double(tenths) / 10)
  }
}
