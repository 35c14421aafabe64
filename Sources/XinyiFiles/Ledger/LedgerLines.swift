public import XinyiLedger

/// Ledger lines whose hashes, chain and numbers were checked, exactly as they lie on the disk.
public struct LedgerLines: Sendable {
  public struct Line: Hashable, Sendable {
    /// Where the line lies in `bytes`, without its line end.
    public let range: Range<Int>
    /// Kept as words: a ledger has many lines, and few of their digests are ever asked for.
    let words: SIMD8<UInt32>

    public var hash: Digest { Digest(words) }

    /// Where the part before `,"hash":"` lies in `bytes`.
    public var body: Range<Int> {
      range.lowerBound..<range.upperBound - LedgerFormat.endingLength
    }
  }

  /// At least the lines; bytes that were found wanting may follow.
  public let bytes: [UInt8]
  /// The line with number n stands at n − 1.
  public let lines: [Line]

  static let none = LedgerLines(bytes: [], lines: [])

  public var count: Int { lines.count }
  /// How many bytes the lines have with their line ends.
  public var length: Int { lines.last.map { $0.range.upperBound + 1 } ?? 0 }
  /// 64 zeros when there is no line.
  public var lastHash: Digest { lines.last?.hash ?? .zero }

  /// The bytes of one line without its line end; nil unless it is one of 1…`count`.
  public subscript(number: Int) -> ArraySlice<UInt8>? {
    lines.indices.contains(number - 1) ? bytes[lines[number - 1].range] : nil
  }

  /// The part of one line before `,"hash":"`; nil unless it is one of 1…`count`.
  public func body(_ number: Int) -> ArraySlice<UInt8>? {
    lines.indices.contains(number - 1) ? bytes[lines[number - 1].body] : nil
  }
}

extension LedgerLines {
  /// 账本校验码 of the first `count` lines: what `head -n COUNT ledger.jsonl | sha256sum` prints.
  /// nil when there are fewer.
  public func fingerprint(lines count: Int) -> Digest? {
    guard (0...lines.count).contains(count) else { return nil }
    let end = count == 0 ? 0 : lines[count - 1].range.upperBound + 1
    return SHA256.digest(of: bytes[..<end])
  }

  /// 账本校验码 of several beginnings of the ledger, in one pass; counts that there are not are
  /// left out.
  public func fingerprints(lines counts: [Int]) -> [Int: Digest] {
    var hash = SHA256()
    var start = 0
    var digests: [Int: Digest] = [:]
    bytes.withUnsafeBytes { all in
      for count in Set(counts).sorted() where lines.indices.contains(count - 1) {
        let end = lines[count - 1].range.upperBound + 1
        hash.update(UnsafeRawBufferPointer(rebasing: all[start..<end]))
        start = end
        digests[count] = hash.finalize()
      }
    }
    return digests
  }

  /// The number of lines whose 账本校验码 begins so, the smallest if there are several; nil if
  /// none does. Reads the ledger once.
  public func findFingerprint(_ prefix: DigestPrefix) -> Int? {
    let leading = prefix.leading
    var hash = SHA256()
    return bytes.withUnsafeBytes { all in
      var start = 0
      for (index, line) in lines.enumerated() {
        let end = line.range.upperBound + 1
        hash.update(UnsafeRawBufferPointer(rebasing: all[start..<end]))
        start = end
        let words = hash.finalWords
        if UInt64(words[0]) << 32 | UInt64(words[1]) == leading,
          prefix.matches(hash.finalize())
        {
          return index + 1
        }
      }
      return nil
    }
  }
}
