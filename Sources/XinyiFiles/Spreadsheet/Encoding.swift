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
    if let text = String(bytes: content, encoding: .utf8) {
      self.init(text: text, encoding: hasMark ? .utf8WithMark : .utf8)
      return
    }
    let sound = Self.soundPrefix(of: content)
    guard !hasMark, Self.countOfLongForms(in: sound) < 2, let text = Self.gb18030(bytes) else {
      throw Self.undecodable(after: sound)
    }
    self.init(text: text, encoding: .gb18030)
  }

  private static func gb18030(_ bytes: [UInt8]) -> String? {
    String(data: Data(bytes), encoding: String.Encoding(rawValue: 0x8000_0632))
  }

  /// The characters before the first bytes that are not UTF-8.
  private static func soundPrefix(of bytes: ArraySlice<UInt8>) -> String.UnicodeScalarView {
    var sound = String.UnicodeScalarView()
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { sound.append(scalar) }
    return sound
  }

  /// How many characters took three bytes or more. Two of them do not come about by chance in
  /// GB 18030, where the text would have to go on without one character of the common plane.
  private static func countOfLongForms(in scalars: String.UnicodeScalarView) -> Int {
    scalars.lazy.filter { $0.value >= 0x800 }.prefix(2).count
  }

  private static func undecodable(after sound: String.UnicodeScalarView) -> CSVFault {
    let lines = lines(of: String(sound))
    return CSVFault(
      line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1, kind: .undecodable)
  }
}

/// The one spelling that is kept of characters that can be composed in several ways: NFC.
public func nfc(_ text: String) -> String {
  text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
}
