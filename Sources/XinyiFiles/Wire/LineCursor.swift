import XinyiLedger

/// Steps through the bytes of a line that is spelled as this program spells it, and stops at
/// whatever is spelled otherwise.
///
/// It takes the one spelling that `JSONWriter.compact` gives: keys in the order of the type's
/// properties, no space, no escape, the shortest numbers. A line in another spelling may still be
/// JSON; what is wrong with it, if anything, is for the strict reader to say.
///
/// In a page, which people may have edited, spaces and line ends may stand wherever JSON allows them.
struct LineCursor {
  /// Thrown for every byte that this reader does not know its way by.
  struct Unfamiliar: Error {}

  private var position: UnsafeRawPointer
  private let end: UnsafeRawPointer
  private let isPage: Bool
  /// Behind the brace that opens an object, where no comma stands before the first key.
  private var isBehindBrace = false
  let texts: SharedTexts?

  /// `line` stays where it is for as long as the cursor is used.
  init(_ line: UnsafeRawBufferPointer, sharing texts: SharedTexts?) throws(Unfamiliar) {
    guard let start = line.baseAddress else { throw Unfamiliar() }
    position = start
    end = start + line.count
    isPage = false
    self.texts = texts
  }

  /// `page` stays where it is for as long as the cursor is used.
  init(page: UnsafeRawBufferPointer) throws(Unfamiliar) {
    guard let start = page.baseAddress else { throw Unfamiliar() }
    position = start
    end = start + page.count
    isPage = true
    texts = nil
    skipSpaces()
  }
}

/// What is read from a line in its one spelling.
protocol LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar)
}

// MARK: - Bytes

extension LineCursor {
  var isAtEnd: Bool { position == end }

  /// Whether these bytes come next; they are stepped over if they do.
  @inline(__always)
  mutating func skips(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    let bytes = UnsafeRawPointer(literal.utf8Start)
    guard end - position >= count else { return false }
    var index = 0
    while count - index >= 8 {
      let here = (position + index).loadUnaligned(as: UInt64.self)
      guard here == (bytes + index).loadUnaligned(as: UInt64.self) else { return false }
      index += 8
    }
    while index < count {
      let here = position.load(fromByteOffset: index, as: UInt8.self)
      guard here == bytes.load(fromByteOffset: index, as: UInt8.self) else { return false }
      index += 1
    }
    position += count
    return true
  }

  @inline(__always)
  mutating func skip(_ literal: StaticString) throws(Unfamiliar) {
    guard skips(literal) else { throw Unfamiliar() }
  }

  /// The next byte, which is stepped over.
  @inline(__always)
  mutating func byte() throws(Unfamiliar) -> UInt8 {
    guard position < end else { throw Unfamiliar() }
    defer { position += 1 }
    return position.load(as: UInt8.self)
  }

  /// The next byte; nil at the end.
  @inline(__always)
  var next: UInt8? { position < end ? position.load(as: UInt8.self) : nil }

  /// As many bytes as are asked for, which are stepped over.
  @inline(__always)
  mutating func bytes(_ count: Int) throws(Unfamiliar) -> UnsafeRawBufferPointer {
    guard end - position >= count else { throw Unfamiliar() }
    defer { position += count }
    return UnsafeRawBufferPointer(start: position, count: count)
  }

  /// What stands in quotes: bytes that need no escape, as they are.
  mutating func quoted() throws(Unfamiliar) -> (bytes: UnsafeRawBufferPointer, isASCII: Bool) {
    try skip("\"")
    let start = position
    var seen: UInt8 = 0
    while position < end {
      let byte = position.load(as: UInt8.self)
      if byte == .quote {
        defer { position += 1 }
        return (UnsafeRawBufferPointer(start: start, count: position - start), seen < 0x80)
      }
      guard byte >= 0x20, byte != .backslash else { break }
      seen |= byte
      position += 1
    }
    throw Unfamiliar()
  }
}

extension LineCursor {
  /// What stands in quotes where only a code may stand (`AsciiCode`).
  @inline(__always)
  mutating func code() throws(Unfamiliar) -> UnsafeRawBufferPointer {
    try skip("\"")
    let start = position
    while let byte = next, Self.codeBytes[Int(byte)] { position += 1 }
    let code = UnsafeRawBufferPointer(start: start, count: position - start)
    try skip("\"")
    guard (1...40).contains(code.count) else { throw Unfamiliar() }
    return code
  }

  private static let codeBytes: InlineArray<256, Bool> = .init { byte in
    PersonNumber(String(UnicodeScalar(UInt8(byte)))) != nil
  }
}

// MARK: - Objects and lists

extension LineCursor {
  /// A brace, bracket, comma or colon with the spaces that a page may have before and behind it.
  @inline(__always)
  fileprivate mutating func skips(mark: StaticString) -> Bool {
    guard isPage else { return skips(mark) }
    let before = position
    skipSpaces()
    guard skips(mark) else {
      position = before
      return false
    }
    skipSpaces()
    return true
  }

  @inline(__always)
  fileprivate mutating func skip(mark: StaticString) throws(Unfamiliar) {
    guard skips(mark: mark) else { throw Unfamiliar() }
  }

  private mutating func skipSpaces() {
    while end - position >= 8,
      position.loadUnaligned(as: UInt64.self) == 0x2020_2020_2020_2020
    { position += 8 }
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  /// Steps over a key with what stands before and behind it.
  @inline(__always)
  mutating func skip(key: StaticString) throws(Unfamiliar) {
    guard skips(key: key) else { throw Unfamiliar() }
  }

  @inline(__always)
  private mutating func skips(key: StaticString) -> Bool {
    let before = position
    let isFound =
      isPage
      ? (isBehindBrace || skips(mark: ",")) && skips("\"") && skips(key) && skips("\"")
        && skips(mark: ":")
      : (isBehindBrace || skips(",")) && skips("\"") && skips(key) && skips("\":")
    if isFound { isBehindBrace = false } else { position = before }
    return isFound
  }

  /// The value of the key that has to come next.
  @inline(__always)
  mutating func value<Value: LineReadable>(_ key: StaticString) throws(Unfamiliar) -> Value {
    try skip(key: key)
    return try Value(reading: &self)
  }

  /// The value of a key that is left out where there is none.
  @inline(__always)
  mutating func value<Value: LineReadable>(
    ifAny key: StaticString
  ) throws(Unfamiliar) -> Value? {
    skips(key: key) ? try Value(reading: &self) : nil
  }

  /// The brace that opens an object whose end is not read.
  @inline(__always)
  mutating func skipOpeningBrace() throws(Unfamiliar) {
    try skip(mark: "{")
    isBehindBrace = true
  }

  /// Whatever stands between two braces.
  @inline(__always)
  mutating func object<Value>(
    _ read: (inout LineCursor) throws(Unfamiliar) -> Value
  ) throws(Unfamiliar) -> Value {
    try skipOpeningBrace()
    let value = try read(&self)
    isBehindBrace = false
    try skip(mark: "}")
    return value
  }
}

extension Array: LineReadable where Element: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = []
    try line.skip(mark: "[")
    if line.skips(mark: "]") { return }
    repeat { append(try Element(reading: &line)) } while line.skips(mark: ",")
    try line.skip(mark: "]")
  }
}
