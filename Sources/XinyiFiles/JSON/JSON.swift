public import XinyiLedger

/// A JSON value put together by hand, with its members in the order they were given.
///
/// The answers of `--json` are built from it: there `null` says that something is not known.
public enum JSON: Sendable, Equatable {
  case object([Member])
  case array([JSON])
  case string(String)
  case int(Int)
  /// The digits of a number as they shall stand.
  case number(String)
  case bool(Bool)
  case null

  public struct Member: Sendable, Equatable {
    public let key: String
    public let value: JSON

    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }
}

extension JSON {
  public static func object(_ members: [(String, JSON)]) -> JSON {
    .object(members.map { Member($0.0, $0.1) })
  }
  public static func text(_ value: some TextValue) -> JSON { .string(value.description) }
  public static func tenths(_ value: some TenthsValue) -> JSON { .number(value.description) }

  /// The value, or `null` for nil.
  public static func optional(_ value: JSON?) -> JSON { value ?? .null }
  public static func optional(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }
  public static func optional(_ value: Int?) -> JSON { value.map(JSON.int) ?? .null }
  public static func optional(_ value: Bool?) -> JSON { value.map(JSON.bool) ?? .null }
  public static func optional(_ value: (some TextValue)?) -> JSON {
    value.map { JSON.text($0) } ?? .null
  }
  public static func optional(_ value: (some TenthsValue)?) -> JSON {
    value.map { JSON.tenths($0) } ?? .null
  }

  /// Without any space, and without a newline at the end.
  public var compact: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes
  }

  /// The form for people, ending with a newline.
  public var page: [UInt8] { JSONPage.page(ofCompact: compact) }

  private func append(to bytes: inout [UInt8]) {
    switch self {
    case .string(let text): JSONSpelling.append(text, to: &bytes)
    case .int(let value): bytes.append(contentsOf: String(value).utf8)
    case .number(let digits): bytes.append(contentsOf: digits.utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .null: bytes.append(contentsOf: "null".utf8)
    case .array(let elements):
      bytes.append(.openBracket)
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(.comma) }
        element.append(to: &bytes)
      }
      bytes.append(.closeBracket)
    case .object(let members):
      bytes.append(.openBrace)
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(.comma) }
        JSONSpelling.append(member.key, to: &bytes)
        bytes.append(.colon)
        member.value.append(to: &bytes)
      }
      bytes.append(.closeBrace)
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .int(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
}

extension JSON: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(dictionaryLiteral members: (String, JSON)...) { self = .object(members) }
}
