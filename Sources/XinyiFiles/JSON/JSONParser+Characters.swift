import XinyiLedger

/// Characters of a Chinese keyboard that are easily typed for those of JSON.
private let mistyped: [(String, meant: String)] = [
  ("，", ","), ("、", ","), ("；", ","), ("：", ":"), ("“", "\""), ("”", "\""), ("「", "\""),
  ("」", "\""), ("‘", "\""), ("’", "\""), ("＂", "\""), ("｛", "{"), ("｝", "}"), ("［", "["),
  ("］", "]"),
  ("【", "["), ("】", "]"), ("　", " "),
]

extension JSONParser {
  /// The character that was probably meant by the one at `index`.
  func meant(_ index: Int) -> String? {
    switch bytes[index] {
    case UInt8(ascii: "="): return ":"
    case UInt8(ascii: ";"): return ","
    case UInt8(ascii: "'"): return "\""
    case 0xE2, 0xE3, 0xEF:
      let bytes = bytes[index..<min(index + 3, bytes.count)]
      return mistyped.first { bytes.elementsEqual($0.0.utf8) }?.meant
    default: return nil
    }
  }

  /// The end of a text in quotes of the wrong kind, and the end of what stands between them.
  ///
  /// Quotes that do not close in the same line reach up to its last word.
  func mistypedQuotesEnd(_ start: Int) -> (content: Int, whole: Int)? {
    guard meant(start) == "\"" else { return nil }
    let content = start + width(start)
    var index = content
    while index < bytes.count, bytes[index] != .newline {
      if bytes[index] == .quote || meant(index) == "\"" { return (index, index + width(index)) }
      index += 1
    }
    while index > content, isSeparator(bytes[index - 1]) || bytes[index - 1] <= 32 { index -= 1 }
    return (index, index)
  }

  /// The length of the character at `index`; 1 for a byte that is no text.
  func width(_ index: Int) -> Int { max(1, JSONString.scalarLength(bytes, at: index)) }

  // MARK: Words

  /// A letter of any script, outside of quotes.
  func isWordStart(_ index: Int) -> Bool {
    switch bytes[index] {
    case 48...57, 65...90, 97...122, 95: true
    case 0x80...: JSONString.scalarLength(bytes, at: index) > 1 && meant(index) == nil
    default: false
    }
  }

  /// A word with the quote that may close it.
  func wordEnd(_ start: Int) -> Int {
    let end = tokenEnd(start)
    return end < bytes.count && bytes[end] == .quote ? end + 1 : end
  }

  /// The end of a run of characters that belong to no punctuation.
  func tokenEnd(_ start: Int) -> Int {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0...32, .comma, .colon, .quote, .openBrace, .closeBrace, .openBracket, .closeBracket,
        UInt8(ascii: "/"), UInt8(ascii: "#"):
        return index
      case 0x80...:
        let length = JSONString.scalarLength(bytes, at: index)
        if length == 0 || meant(index) != nil { return index }
        index += length
      default: index += 1
      }
    }
    return index
  }

  // MARK: Space

  mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 32, 10, 13, 9: position += 1
      case UInt8(ascii: "/"), UInt8(ascii: "#"): if !skipComment() { return }
      case 0xE3, 0xC2: if !skipWideSpace() { return }
      default: return
      }
    }
  }

  private mutating func skipComment() -> Bool {
    let start = position
    let rest = bytes[start...].dropFirst().first
    guard bytes[start] == UInt8(ascii: "#") || rest == UInt8(ascii: "/") || rest == 42 else {
      return false
    }
    let isBlock = bytes[start] != UInt8(ascii: "#") && rest == 42
    position += isBlock ? 2 : 1
    while position < bytes.count {
      if isBlock, bytes[position] == 42, position + 1 < bytes.count, bytes[position + 1] == 47 {
        position += 2
        break
      }
      if !isBlock, bytes[position] == .newline { break }
      position += 1
    }
    reportStructure(start..<position, .comment)
    return true
  }

  /// Full-width and no-break spaces look like spaces and are none.
  private mutating func skipWideSpace() -> Bool {
    let start = position
    while position < bytes.count {
      let rest = bytes[position..<min(position + 3, bytes.count)]
      let length = rest.elementsEqual("　".utf8) ? 3 : rest.starts(with: [0xC2, 0xA0]) ? 2 : 0
      if length == 0 { break }
      position += length
    }
    guard position > start else { return false }
    let text = String(decoding: bytes[start..<start + width(start)], as: UTF8.self)
    reportStructure(start..<position, .unexpectedCharacter(text, meant: " "))
    return true
  }
}
