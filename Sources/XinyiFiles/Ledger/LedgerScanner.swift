import XinyiLedger

/// Checks lines one after the other, from the first byte on.
///
/// Every command begins with this, so it compares bytes where they lie and makes values only to
/// tell what is wrong.
struct LedgerScanner {
  private(set) var lines: [LedgerLines.Line] = []
  private var position = 0
  /// The digits of the last computed hash.
  private var digits = [UInt8](repeating: 0x30, count: 64)
  /// The digits that the next line is to name as its predecessor.
  private var prev = [UInt8](repeating: 0x30, count: 64)

  /// Checks on through bytes that have grown since the last call; answers the first damage.
  ///
  /// Bytes behind the last line end wait for the next call, unless these are all there will be.
  mutating func scan(_ bytes: [UInt8], areAll: Bool) -> LedgerDamage? {
    bytes.withUnsafeBytes { all in
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
  }

  private func damage(_ kind: LedgerDamage.Kind) -> LedgerDamage {
    LedgerDamage(line: lines.count + 1, kind: kind)
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
    var end = position
    while end < stop, all[end] != LedgerFormat.newline { end += 1 }
    guard end < stop else {
      return stop - position < limit ? .unfinished : .wrong(.lineTooLong(limit: limit))
    }
    let line = UnsafeRawBufferPointer(rebasing: all[position..<end])
    let words = Self.hash(ofBodyOf: line)
    Self.spell(words, into: &digits)
    guard LedgerFormat.hasEnding(line, digits) else { return .wrong(unfitEnding(of: line, words)) }
    if let kind = misplacement(of: line) { return .wrong(kind) }
    lines.append(.init(range: position..<end, words: words))
    swap(&prev, &digits)
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
  private func misplacement(of line: UnsafeRawBufferPointer) -> LedgerDamage.Kind? {
    let seq = lines.count + 1
    if LedgerFormat.hasBeginning(line, seq: seq, prev: prev) { return nil }
    let body = UnsafeRawBufferPointer(rebasing: line.dropLast(LedgerFormat.endingLength))
    guard let found = LedgerFormat.parseBeginning(body) else { return .beginningMalformed }
    if found.seq != seq { return .sequenceWrong(expected: seq, found: found.seq) }
    return .chainBroken(expected: lines.last?.hash ?? .zero, found: found.prev)
  }

  private static func hash(ofBodyOf line: UnsafeRawBufferPointer) -> SIMD8<UInt32> {
    var hash = SHA256()
    let length = max(0, line.count - LedgerFormat.endingLength)
    hash.update(UnsafeRawBufferPointer(rebasing: line[..<length]))
    return hash.finalWords
  }

  /// The 64 hexadecimal digits of a hash.
  private static func spell(_ words: SIMD8<UInt32>, into digits: inout [UInt8]) {
    for index in 0..<64 {
      let nibble = UInt8(words[index >> 3] >> UInt32(28 - (index & 7) << 2) & 15)
      digits[index] = nibble < 10 ? nibble + 48 : nibble + 87
    }
  }
}
