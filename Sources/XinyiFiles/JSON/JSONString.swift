/// The bytes that JSON gives a meaning to.
extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  static let comma = UInt8(ascii: ",")
  static let colon = UInt8(ascii: ":")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let newline = UInt8(ascii: "\n")

  var isDigit: Bool { self >= 48 && self <= 57 }

  /// The value of a hexadecimal digit.
  var hexValue: UInt32? {
    switch self {
    case 48...57: UInt32(self) - 48
    case 65...70: UInt32(self) - 55
    case 97...102: UInt32(self) - 87
    default: nil
    }
  }
}

/// From the spelling of a string to its text.
enum JSONString {
  static func text(of node: JSONTape.Node, in bytes: [UInt8]) -> String {
    let isBare = node.flags.contains(.bare)
    let start = Int(node.start) + (isBare ? 0 : 1)
    var end = Int(node.end)
    if !isBare, end > start, bytes[end - 1] == .quote { end -= 1 }
    let content = bytes[start..<end]
    return String(
      decoding: node.flags.contains(.escaped) ? unescaped(content)[...] : content, as: UTF8.self)
  }

  /// Escapes that are not valid were reported by the parser and stand here as they are.
  private static func unescaped(_ content: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var index = content.startIndex
    while index < content.endIndex {
      if content[index] == .backslash, let (scalar, length) = escape(content[index...]) {
        result.append(contentsOf: Array(String(Character(scalar)).utf8))
        index += length
      } else {
        result.append(content[index])
        index += 1
      }
    }
    return result
  }

  /// The scalar that an escape stands for, and how many bytes the escape has; nil for a bad one.
  static func escape(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, length: Int)? {
    guard bytes.count >= 2 else { return nil }
    switch bytes[bytes.startIndex + 1] {
    case .quote: return ("\"", 2)
    case .backslash: return ("\\", 2)
    case UInt8(ascii: "/"): return ("/", 2)
    case UInt8(ascii: "b"): return ("\u{8}", 2)
    case UInt8(ascii: "f"): return ("\u{c}", 2)
    case UInt8(ascii: "n"): return ("\n", 2)
    case UInt8(ascii: "r"): return ("\r", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case UInt8(ascii: "u"): return unicodeEscape(bytes)
    default: return nil
    }
  }

  /// `\u4e94`, or a pair of surrogates; half a pair is not text.
  private static func unicodeEscape(
    _ bytes: ArraySlice<UInt8>
  ) -> (Unicode.Scalar, length: Int)? {
    guard let high = unit(bytes) else { return nil }
    if let scalar = Unicode.Scalar(high) { return (scalar, 6) }
    let rest = bytes.dropFirst(6)
    guard high < 0xDC00, rest.starts(with: [.backslash, UInt8(ascii: "u")]), let low = unit(rest),
      (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { return nil }
    return (scalar, 12)
  }

  private static func unit(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    guard bytes.count >= 6 else { return nil }
    var value: UInt32 = 0
    for byte in bytes.dropFirst(2).prefix(4) {
      guard let digit = byte.hexValue else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  /// The length of the UTF-8 sequence that begins at `index`; 0 when it is not valid.
  static func scalarLength(_ bytes: [UInt8], at index: Int) -> Int {
    let first = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0..<0x80: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    if length > 2, bytes[index + 2] & 0xC0 != 0x80 { return 0 }
    if length > 3, bytes[index + 3] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
