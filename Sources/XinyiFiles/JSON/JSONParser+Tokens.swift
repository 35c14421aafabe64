import XinyiLedger

extension JSONParser {
  // MARK: Strings

  mutating func string() {
    let start = position
    var flags: JSONTape.Flags = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case .quote:
        position += 1
        return append(.string, from: start, flags: flags)
      case .backslash:
        flags.insert(.escaped)
        escape(&flags)
      case 0x20..<0x80:
        position += 1
      case 0x80...:
        let length = JSONString.scalarLength(bytes, at: position)
        if length == 0 { reportInvalid(&flags) } else { position += length }
      default:
        if endsLine(position) { return unterminated(start, flags) }
        report(position..<position + 1, .controlCharacter(byte))
        flags.insert(.faulty)
        position += 1
      }
    }
    unterminated(start, flags)
  }

  private func endsLine(_ index: Int) -> Bool {
    if bytes[index] == .newline { return true }
    return bytes[index] == 13 && (index + 1 == bytes.count || bytes[index + 1] == .newline)
  }

  private mutating func escape(_ flags: inout JSONTape.Flags) {
    let window = bytes[position..<min(position + 12, bytes.count)]
    if let (_, length) = JSONString.escape(window) {
      position += length
      return
    }
    var length = 1
    if position + 1 < bytes.count, bytes[position + 1] >= 0x20 {
      length += max(1, JSONString.scalarLength(bytes, at: position + 1))
    }
    if length == 2, bytes[position + 1] == UInt8(ascii: "u") {
      length += window.dropFirst(2).prefix(4).prefix { $0.hexValue != nil }.count
    }
    let range = position..<position + length
    report(range, .badEscape(String(decoding: bytes[range], as: UTF8.self)))
    flags.insert(.faulty)
    position += length
  }

  /// Bytes of another encoding spoil the whole string: one fault tells it.
  private mutating func reportInvalid(_ flags: inout JSONTape.Flags) {
    let start = position
    while position < bytes.count, bytes[position] >= 0x80,
      JSONString.scalarLength(bytes, at: position) == 0
    { position += 1 }
    report(start..<position, .invalidUTF8)
    flags.insert(.faulty)
    while position < bytes.count, bytes[position] != .quote, !endsLine(position) {
      position += bytes[position] == .backslash && position + 1 < bytes.count ? 2 : 1
    }
  }

  /// A string that the line's end cuts off. Commas and brackets that end the line are taken for
  /// what they most likely are.
  private mutating func unterminated(_ start: Int, _ flags: JSONTape.Flags) {
    let end = position
    while position > start + 1, isSeparator(bytes[position - 1]) || bytes[position - 1] == 32 {
      position -= 1
    }
    if position == end {
      isForgiving = true
      if end == bytes.count { lostAt = min(lostAt, start + 1) }
    }
    report(start..<position, .unterminatedString)
    append(.faulty, from: start, flags: flags.union(.faulty))
  }

  // MARK: Numbers and words

  mutating func number() {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let first = position
    var isValid = digits()
    if position - first > 1, bytes[first] == 48 { isValid = false }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      if !digits() { isValid = false }
    }
    let hasExponent = position < bytes.count && bytes[position] | 32 == UInt8(ascii: "e")
    if hasExponent {
      position += 1
      if position < bytes.count, bytes[position] == 43 || bytes[position] == 45 { position += 1 }
      if !digits() { isValid = false }
    }
    let end = tokenEnd(position)
    guard isValid, end == position else { return malformedNumber(from: start, to: end) }
    if hasExponent || end - start > 300, !isReadableElsewhere(start..<end) {
      return hugeNumber(start)
    }
    append(.number, from: start)
  }

  /// Most programs read numbers as binary ones, and refuse what is beyond them.
  private func isReadableElsewhere(_ range: Range<Int>) -> Bool {
    guard range.count <= 400 else { return false }
    return Double(String(decoding: bytes[range], as: UTF8.self))?.isFinite ?? false
  }

  private mutating func hugeNumber(_ start: Int) {
    let digits = bytes[start..<min(start + 40, position)]
    let source = String(decoding: digits, as: UTF8.self)
    report(
      start..<position, .outOfRange(bounds: nil, expectation: nil, key: nil, source: source))
    append(.faulty, from: start, flags: .faulty)
  }

  private mutating func malformedNumber(from start: Int, to end: Int) {
    position = max(end, position)
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    reportStructure(start..<position, .malformedNumber(text))
    append(.faulty, from: start, flags: .faulty)
  }

  private func isDigit(_ index: Int) -> Bool { index < bytes.count && bytes[index].isDigit }

  private mutating func digits() -> Bool {
    let start = position
    while isDigit(position) { position += 1 }
    return position > start
  }

  /// `true`, `false`, `null`, or something that is no value.
  /// As much of a word as anybody wants to be told: a word of a file may have no end.
  func beginning(of word: Range<Int>) -> String {
    var end = min(word.upperBound, word.lowerBound + 400)
    while end < word.upperBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: bytes[word.lowerBound..<end], as: UTF8.self)
  }

  mutating func word() {
    let start = position
    guard isWordStart(start) else { return oddValue() }
    let end = wordEnd(start)
    let kind: JSONTape.Node.Kind? =
      switch end - start {
      case 4 where bytes[start..<end].elementsEqual("true".utf8): .yes
      case 4 where bytes[start..<end].elementsEqual("null".utf8): .null
      case 5 where bytes[start..<end].elementsEqual("false".utf8): .no
      default: nil
      }
    position = end
    if let kind { return append(kind, from: start) }
    reportStructure(start..<end, .unquotedWord(beginning(of: start..<end)))
    append(.faulty, from: start, flags: .faulty)
  }

  private mutating func oddValue() {
    let start = position
    if bytes[start] == 43 || bytes[start] == 46 {
      return malformedNumber(from: start, to: tokenEnd(start + 1))
    }
    reportUnexpected()
    if let end = mistypedQuotesEnd(start) {
      position = end.whole
    } else {
      position += max(1, JSONString.scalarLength(bytes, at: start))
      synchronise()
    }
    append(.faulty, from: start, flags: .faulty)
  }

  /// Whether a value can begin at the position.
  var standsAtValue: Bool {
    guard position < bytes.count else { return false }
    switch bytes[position] {
    case .quote, .openBrace, .openBracket, UInt8(ascii: "-"), 48...57: return true
    default:
      let word = bytes[position..<min(position + 5, bytes.count)]
      return word.starts(with: "true".utf8) || word.starts(with: "null".utf8)
        || word.starts(with: "false".utf8)
    }
  }
}
