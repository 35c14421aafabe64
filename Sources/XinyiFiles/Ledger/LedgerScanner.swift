import XinyiLedger

/// Checks lines one after the other, from the first byte on or from any line that begins in the
/// middle.
///
/// Every command begins with this, so it compares bytes where they lie and makes values only to
/// tell what is wrong.
struct LedgerScanner: Sendable {
  /// Where each line ends, without its line end.
  private(set) var ends: [UInt32] = []
  /// Where it began, and how many lines come before.
  private let start: Int
  private let before: Int
  private var position: Int

  init() { self.init(at: 0, after: 0) }

  /// Begins with the line at `position`, before which there are `count` lines.
  private init(at position: Int, after count: Int) {
    start = position
    before = count
    self.position = position
  }

  /// Begins with the line at `position`, whatever its number is: the one it says itself, to be held
  /// against the lines before it once they are checked.
  init(at position: Int, in all: UnsafeRawBufferPointer) {
    let line = UnsafeRawBufferPointer(rebasing: all[position...])
    self.init(at: position, after: (LedgerFormat.parseBeginning(line)?.seq ?? 1) - 1)
  }

  /// The number of lines up to where the scan has come.
  var count: Int { before + ends.count }

  /// Checks on through bytes that have grown since the last call; answers the first damage.
  ///
  /// Bytes behind the last line end wait for the next call, unless these are all there will be.
  mutating func scan(_ bytes: [UInt8], areAll: Bool) -> LedgerDamage? {
    bytes.withUnsafeBytes { scan($0, areAll: areAll) }
  }

  mutating func scan(_ all: UnsafeRawBufferPointer, areAll: Bool) -> LedgerDamage? {
    while position < all.count {
      switch next(in: all) {
      case .taken: continue
      case .unfinished where !areAll: return nil
      case .unfinished: return damage(.lineWithoutEnd)
      case .wrong(let kind): return damage(kind)
      }
    }
    return nil
  }

  /// Takes over what another scanner found behind these lines; false where it did not begin with
  /// the line that comes next, so that what it found means nothing.
  mutating func append(_ other: LedgerScanner) -> Bool {
    guard other.start == position, other.before == count else { return false }
    ends += other.ends
    position = other.position
    return true
  }

  private func damage(_ kind: LedgerDamage.Kind) -> LedgerDamage {
    LedgerDamage(line: count + 1, kind: kind)
  }

  private enum Step {
    case taken
    /// The line end is not there yet.
    case unfinished
    case wrong(LedgerDamage.Kind)
  }

  /// Takes the line that begins at `position`, or answers what is wrong with it.
  private mutating func next(in all: UnsafeRawBufferPointer) -> Step {
    let limit = LedgerFormat.maximumLine
    let stop = min(position + limit, all.count)
    guard let end = all.firstNewline(in: position..<stop) else {
      return stop - position < limit ? .unfinished : .wrong(.lineTooLong(limit: limit))
    }
    let line = UnsafeRawBufferPointer(rebasing: all[position..<end])
    let words = Self.hash(ofBodyOf: line)
    guard LedgerFormat.hasEnding(line, words) else { return .wrong(unfitEnding(of: line, words)) }
    let prev = LedgerFormat.digits(before: position, in: all)
    guard LedgerFormat.hasBeginning(line, seq: count + 1, prev: prev) else {
      return .wrong(misplacement(of: line, in: all))
    }
    ends.append(UInt32(end))
    position = end + 1
    return .taken
  }

  private func unfitEnding(
    of line: UnsafeRawBufferPointer, _ words: SIMD8<UInt32>
  ) -> LedgerDamage.Kind {
    guard let written = LedgerFormat.writtenHash(of: line) else { return .hashMissing }
    return .hashWrong(written: written, computed: Digest(words))
  }

  /// What a line that is whole in itself has to do with the line before it.
  private func misplacement(
    of line: UnsafeRawBufferPointer, in all: UnsafeRawBufferPointer
  ) -> LedgerDamage.Kind {
    let body = UnsafeRawBufferPointer(rebasing: line.dropLast(LedgerFormat.endingLength))
    guard let found = LedgerFormat.parseBeginning(body) else { return .beginningMalformed }
    if found.seq != count + 1 { return .sequenceWrong(expected: count + 1, found: found.seq) }
    let expected = LedgerFormat.digits(before: position, in: all).flatMap { Digest(digits: $0) }
    return .chainBroken(expected: expected ?? .zero, found: found.prev)
  }

  private static func hash(ofBodyOf line: UnsafeRawBufferPointer) -> SIMD8<UInt32> {
    var hash = SHA256()
    let length = max(0, line.count - LedgerFormat.endingLength)
    hash.update(UnsafeRawBufferPointer(rebasing: line[..<length]))
    return hash.finalWords
  }
}

extension UnsafeRawBufferPointer {
  /// The offset of the first line end among these bytes, looked for in eight bytes at a time.
  fileprivate func firstNewline(in range: Range<Int>) -> Int? {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    var index = range.lowerBound
    while range.upperBound - index >= 8 {
      let eight = UInt64(littleEndian: loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let marked = eight ^ ones &* UInt64(LedgerFormat.newline)
      // The lowest byte that was a line end, and none below it, has its highest bit set.
      let found = (marked &- ones) & ~marked & highs
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    return self[index..<range.upperBound].firstIndex(of: LedgerFormat.newline)
  }
}
