public import XinyiLedger

/// The bytes of a ledger line, and nothing about what the line says.
///
///     {"seq":57,"prev":"<64 hex>",…,"hash":"<64 hex>"}⏎
///     └─────────── body ─────────┘└──── ending ─────┘
///
/// The ending is 75 bytes long (`,"hash":"` 9, digits 64, `"}` 2), 76 with the line end, so that
/// the boundary is found from the end. `hash` is the SHA-256 of the body's exact bytes; `prev` is
/// the `hash` of the line before, 64 zeros in the first line.
public enum LedgerFormat {
  /// The longest line with its line end, in bytes.
  public static let maximumLine = 65_536
  /// The longest body, in bytes. What would be longer is to be split over several lines.
  public static let maximumBody = maximumLine - endingLength - 1
  /// The largest ledger that is read, in bytes: 1 GiB, some millions of lines.
  public static let maximumLedger = 1 << 30

  static let endingLength = 75
  static let endingStart = Array(#","hash":""#.utf8)
  static let endingClose = Array(#""}"#.utf8)
  static let beginningStart = Array(#"{"seq":"#.utf8)
  static let beginningMiddle = Array(#","prev":""#.utf8)
  static let beginningClose = Array(#"","#.utf8)
  static let newline: UInt8 = 10

  static let ledger = LedgerDamage.File.ledger.rawValue
  static let head = LedgerDamage.File.head.rawValue
  static let newHead = "head.json.tmp"
  static let newLedger = "ledger.jsonl.tmp"
  static let lock = LedgerDamage.File.lock.rawValue
  static let quarantine = "quarantine"
  static let cache = "cache"

  /// What the body of a line begins with: `{"seq":57,"prev":"…",`.
  public static func beginning(seq: Int, prev: Digest) -> [UInt8] {
    Array(#"{"seq":\#(seq),"prev":"\#(prev)","#.utf8)
  }

  /// The whole line with its line end.
  static func line(body: [UInt8], hash: Digest) -> [UInt8] {
    body + endingStart + Array(hash.description.utf8) + endingClose + [newline]
  }

  /// Whether a line without its line end ends as it should with this hash.
  static func hasEnding(_ line: UnsafeRawBufferPointer, _ words: SIMD8<UInt32>) -> Bool {
    let start = line.count - endingLength
    guard start > 0, line.has(endingStart, at: start),
      line.has(endingClose, at: line.count - endingClose.count)
    else { return false }
    for index in 0..<8 {
      let offset = start + endingStart.count + index * 8
      let digits = line.loadUnaligned(fromByteOffset: offset, as: UInt64.self).bigEndian
      guard digits == hexadecimalDigits(of: words[index]) else { return false }
    }
    return true
  }

  /// Whether a line begins as it should with this number and the digits of this predecessor, none
  /// for the first line.
  static func hasBeginning(
    _ line: UnsafeRawBufferPointer, seq: Int, prev: UnsafeRawBufferPointer?
  ) -> Bool {
    var offset = beginningStart.count
    guard line.has(beginningStart, at: 0), line.has(number: seq, at: &offset),
      line.has(beginningMiddle, at: offset)
    else { return false }
    offset += beginningMiddle.count
    guard offset + 64 + beginningClose.count <= line.count - endingLength else { return false }
    let found = UnsafeRawBufferPointer(rebasing: line[offset..<offset + 64])
    return (prev.map { found.isEqual(to: $0) } ?? found.allSatisfy { $0 == 48 })
      && line.has(beginningClose, at: offset + 64)
  }

  /// The 64 digits of the hash of the line that ends before `position`; nil where no line does.
  static func digits(
    before position: Int, in all: UnsafeRawBufferPointer
  ) -> UnsafeRawBufferPointer? {
    let end = position - 1 - endingClose.count
    return end >= 64 ? UnsafeRawBufferPointer(rebasing: all[end - 64..<end]) : nil
  }

  /// The hash that a line without its line end gives; nil unless it ends exactly as it should.
  static func writtenHash(of line: UnsafeRawBufferPointer) -> Digest? {
    guard line.count > endingLength else { return nil }
    let ending = line.suffix(endingLength)
    guard ending.starts(with: endingStart), ending.suffix(2).elementsEqual(endingClose) else {
      return nil
    }
    return Digest(
      digits: UnsafeRawBufferPointer(rebasing: ending.dropFirst(endingStart.count).prefix(64)))
  }

  /// The two values of a line's beginning, from any line that has one; for telling what is wrong.
  static func parseBeginning(_ line: UnsafeRawBufferPointer) -> (seq: Int, prev: Digest)? {
    let start = beginningStart.count
    let digits = line.dropFirst(start).prefix(18).prefix { (48...57).contains($0) }
    let hex = line[digits.endIndex...].dropFirst(beginningMiddle.count).prefix(64)
    guard let seq = Int(String(decoding: digits, as: UTF8.self)),
      let prev = Digest(String(decoding: hex, as: UTF8.self)),
      line.starts(with: beginning(seq: seq, prev: prev))
    else { return nil }
    return (seq, prev)
  }
}

extension UnsafeRawBufferPointer {
  /// Whether these bytes lie at this offset.
  fileprivate func has(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, bytes.count <= count - offset else { return false }
    for index in bytes.indices where self[offset + index] != bytes[index] { return false }
    return true
  }

  /// Whether the digits of a number lie at this offset, which moves behind them.
  fileprivate func has(number: Int, at offset: inout Int) -> Bool {
    var value = 0
    let start = offset
    while offset < count, offset - start < 18, self[offset].isDigit {
      value = value * 10 + Int(self[offset] - 48)
      offset += 1
    }
    return value == number && self[start] != 48
  }
}
