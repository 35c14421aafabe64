/// The one spelling of texts and numbers.
enum JSONSpelling {
  /// A text in quotes. Only what must be escaped is escaped.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(.quote)
    if text.utf8.allSatisfy(isPlain) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for byte in text.utf8 {
        if isPlain(byte) { bytes.append(byte) } else { appendEscape(of: byte, to: &bytes) }
      }
    }
    bytes.append(.quote)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != .quote && byte != .backslash
  }

  private static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(.backslash)
    switch byte {
    case .quote, .backslash: bytes.append(byte)
    case 8: bytes.append(UInt8(ascii: "b"))
    case 9: bytes.append(UInt8(ascii: "t"))
    case 10: bytes.append(UInt8(ascii: "n"))
    case 12: bytes.append(UInt8(ascii: "f"))
    case 13: bytes.append(UInt8(ascii: "r"))
    default:
      let low = byte & 15
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(contentsOf: [48 + byte >> 4, low < 10 ? 48 + low : 87 + low])
    }
  }

  /// The shortest digits of a binary number; nil for infinity and what is not a number.
  ///
  /// Tenths come here as binary numbers; up to fifteen digits their shortest digits are exact.
  static func digits(of value: Double) -> String? {
    guard value.isFinite else { return nil }
    if value == 0 { return "0" }
    let digits = value.description
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }
}
