public import XinyiLedger

/// Ledger lines whose hashes, chain and numbers were checked, exactly as they lie on the disk.
public struct LedgerLines: Sendable {
  public struct Line: Hashable, Sendable {
    /// Where the line lies in `bytes`, without its line end.
    public let range: Range<Int>
    public let hash: Digest

    /// Where the part before `,"hash":"` lies in `bytes`.
    public var body: Range<Int> {
      range.lowerBound..<range.upperBound - LedgerFormat.endingLength
    }
  }

  /// At least the lines; bytes that were found wanting may follow.
  public let bytes: [UInt8]
  /// Where each line ends in `bytes`, and with it where the next one begins. A ledger has many
  /// lines, and whatever else is to be known of one stands in its bytes.
  private let ends: [UInt32]

  init(bytes: [UInt8], ends: [UInt32]) {
    self.bytes = bytes
    self.ends = ends
  }

  static let none = LedgerLines(bytes: [], ends: [])

  public var count: Int { ends.count }
  /// How many bytes the lines have with their line ends.
  public var length: Int { ends.last.map { Int($0) + 1 } ?? 0 }
  /// 64 zeros when there is no line.
  public var lastHash: Digest { count > 0 ? self[line: count].hash : .zero }

  /// The line with number n stands at n − 1.
  public var lines: LazyMapCollection<Range<Int>, Line> {
    (0..<count).lazy.map { self[line: $0 + 1] }
  }

  /// The line with a number from 1 to `count`.
  public subscript(line number: Int) -> Line {
    let range = range(number)
    let hash = bytes.withUnsafeBytes { LedgerFormat.writtenHash(of: .init(rebasing: $0[range])) }
    // The scan has found a hash there.
    return Line(range: range, hash: hash ?? .zero)
  }

  /// The bytes of one line without its line end; nil unless it is one of 1…`count`.
  public subscript(number: Int) -> ArraySlice<UInt8>? {
    ends.indices.contains(number - 1) ? bytes[range(number)] : nil
  }

  /// The part of one line before `,"hash":"`; nil unless it is one of 1…`count`.
  public func body(_ number: Int) -> ArraySlice<UInt8>? {
    self[number]?.dropLast(LedgerFormat.endingLength)
  }

  func range(_ number: Int) -> Range<Int> { start(number)..<Int(ends[number - 1]) }

  /// Where a line begins; of the line behind the last one, where the lines end.
  private func start(_ number: Int) -> Int { number > 1 ? Int(ends[number - 2]) + 1 : 0 }
}

extension LedgerLines {
  /// 账本校验码 of the first `count` lines: what `head -n COUNT ledger.jsonl | sha256sum` prints.
  /// nil when there are fewer.
  public func fingerprint(lines count: Int) -> Digest? {
    guard (0...self.count).contains(count) else { return nil }
    return SHA256.digest(of: bytes[..<start(count + 1)])
  }

  /// 账本校验码 of several beginnings of the ledger, in one pass; counts that there are not are
  /// left out.
  public func fingerprints(lines counts: [Int]) -> [Int: Digest] {
    var hash = SHA256()
    var place = 0
    var digests: [Int: Digest] = [:]
    bytes.withUnsafeBytes { all in
      for count in Set(counts).sorted() where ends.indices.contains(count - 1) {
        let end = start(count + 1)
        hash.update(UnsafeRawBufferPointer(rebasing: all[place..<end]))
        place = end
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
      var place = 0
      for number in 1..<count + 1 {
        let end = start(number + 1)
        hash.update(UnsafeRawBufferPointer(rebasing: all[place..<end]))
        place = end
        let words = hash.finalWords
        if UInt64(words[0]) << 32 | UInt64(words[1]) == leading,
          prefix.matches(hash.finalize())
        {
          return number
        }
      }
      return nil
    }
  }
}
