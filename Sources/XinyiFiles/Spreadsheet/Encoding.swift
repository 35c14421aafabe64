import Foundation

/// Text from a file that a spreadsheet or an editor wrote.
public struct DecodedText: Hashable, Sendable {
  public enum Encoding: Hashable, Sendable { case utf8, utf8WithMark, gb18030 }

  public let text: String
  public let encoding: Encoding

  /// One line without its line end, counted from 1, to be shown beside a fault.
  public func line(_ number: Int) -> String {
    let lines = Self.lines(of: text)
    return lines.indices.contains(number - 1) ? String(lines[number - 1]) : ""
  }

  /// CR, LF and CR LF all end a line; CR LF is one `Character`.
  private static func lines(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
  }
}

extension DecodedText {
  /// Reads UTF-8 with or without a byte order mark, and otherwise GB 18030, which is what
  /// spreadsheets in China write when they are not told to do otherwise.
  ///
  /// Text that is UTF-8 up to a spoilt place is not taken for GB 18030: it would be read as other
  /// characters without a complaint. Throws `CSVFault` of kind `.undecodable` with the place.
  public init(_ bytes: [UInt8]) throws(CSVFault) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let hasMark = bytes.starts(with: mark)
    let content = hasMark ? bytes.dropFirst(3) : bytes[...]
    let (end, longForms) = Self.soundPrefix(of: content)
    if end == content.count {
      // Every byte is sound. Foundation would drop a second mark, which is a character.
      self.init(
        text: String(decoding: content, as: UTF8.self),
        encoding: hasMark ? .utf8WithMark : .utf8)
      return
    }
    guard !hasMark, longForms < 2, let text = Self.gb18030(bytes) else {
      throw Self.undecodable(after: content.prefix(end))
    }
    self.init(text: text, encoding: .gb18030)
  }

  private static func gb18030(_ bytes: [UInt8]) -> String? {
    String(data: Data(bytes), encoding: String.Encoding(rawValue: 0x8000_0632))
  }

  /// Where the first bytes stand that are not UTF-8, and how many characters before them took three
  /// bytes or more. Two of those do not come about by chance in GB 18030, where the text would have
  /// to go on without one character of the common plane.
  private static func soundPrefix(of bytes: ArraySlice<UInt8>) -> (end: Int, longForms: Int) {
    let bytes = Array(bytes)
    var end = 0
    var longForms = 0
    while end < bytes.count {
      let length = JSONString.scalarLength(bytes, at: end)
      if length == 0 { break }
      if length > 2 { longForms += 1 }
      end += length
    }
    return (end, longForms)
  }

  /// The place behind bytes that are sound.
  private static func undecodable(after sound: ArraySlice<UInt8>) -> CSVFault {
    var line = 1
    var column = 1
    var last: UInt8 = 0
    for byte in sound {
      if byte == 10 || byte == 13 {
        if !(byte == 10 && last == 13) { line += 1 }
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      last = byte
    }
    return CSVFault(line: line, column: column, kind: .undecodable)
  }
}

/// The one spelling that is kept of characters that can be composed in several ways: NFC.
public func nfc(_ text: String) -> String {
  text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
}
