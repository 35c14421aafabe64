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

  /// What precedes the lines that are here, known by what it adds up to and by its last line.
  struct Beginning: Sendable {
    let head: LedgerHead
    /// Over all bytes up to `head`.
    let fingerprint: SHA256
    /// How long its last line is, with its line end: the bytes begin with it.
    let lastLine: Int

    static let none = Beginning(head: .origin, fingerprint: SHA256(), lastLine: 0)
  }

  let beginning: Beginning
  /// At least the lines; bytes that were found wanting may follow.
  public let bytes: [UInt8]
  /// Where each line ends in `bytes`, and with it where the next one begins. A ledger has many
  /// lines, and whatever else is to be known of one stands in its bytes.
  private let ends: [UInt32]

  init(after beginning: Beginning = .none, bytes: [UInt8], ends: [UInt32]) {
    self.beginning = beginning
    self.bytes = bytes
    self.ends = ends
  }

  static let none = LedgerLines(bytes: [], ends: [])

  public var count: Int { beginning.head.seq + ends.count }
  /// How many bytes the lines have with their line ends, those of the beginning too.
  public var length: Int { beginning.head.end - beginning.lastLine + start(count + 1) }
  /// 64 zeros when there is no line.
  public var lastHash: Digest { hash(of: count) ?? .zero }

  /// These lines and the ones that were just written behind them.
  public func followed(by commit: LedgerCommit) -> LedgerLines {
    let start = start(count + 1)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(start + commit.bytes.count)
    bytes += self.bytes[..<start]
    bytes += commit.bytes
    let added = bytes[start...].indices.lazy.filter { bytes[$0] == LedgerFormat.newline }
    return LedgerLines(after: beginning, bytes: bytes, ends: ends + added.map { UInt32($0) })
  }

  /// The lines that are here. Without a beginning the one with number n stands at n − 1.
  public var lines: LazyMapCollection<Range<Int>, Line> {
    (beginning.head.seq..<count).lazy.map { self[line: $0 + 1] }
  }

  /// The hash of one line; nil when it is not here.
  public func hash(of number: Int) -> Digest? {
    if isHere(number) { return self[line: number].hash }
    return number == beginning.head.seq && number > 0 ? beginning.head.last : nil
  }

  /// The line with a number, one of those that are here.
  public subscript(line number: Int) -> Line {
    let range = range(number)
    let hash = bytes.withUnsafeBytes { LedgerFormat.writtenHash(of: .init(rebasing: $0[range])) }
    // The scan has found a hash there.
    return Line(range: range, hash: hash ?? .zero)
  }

  /// The bytes of one line without its line end; nil when it is not here.
  public subscript(number: Int) -> ArraySlice<UInt8>? {
    isHere(number) ? bytes[range(number)] : nil
  }

  /// The part of one line before `,"hash":"`; nil when it is not here.
  public func body(_ number: Int) -> ArraySlice<UInt8>? {
    self[number]?.dropLast(LedgerFormat.endingLength)
  }

  func range(_ number: Int) -> Range<Int> { start(number)..<Int(ends[place(number)]) }

  private func place(_ number: Int) -> Int { number - beginning.head.seq - 1 }

  private func isHere(_ number: Int) -> Bool { ends.indices.contains(place(number)) }

  /// Where a line begins; of the line behind the last one, where the lines end.
  private func start(_ number: Int) -> Int {
    place(number) > 0 ? Int(ends[place(number) - 1]) + 1 : beginning.lastLine
  }
}

extension LedgerLines {
  /// 账本校验码 of the first `count` lines: what `head -n COUNT ledger.jsonl | sha256sum` prints.
  /// nil when there are fewer, or these end before the lines that are here.
  public func fingerprint(lines count: Int) -> Digest? {
    if count == 0 { return SHA256().finalize() }
    return fingerprints(lines: [count])[count]
  }

  /// 账本校验码 of several beginnings of the ledger, in one pass; counts that there are not are
  /// left out, and those of beginnings that end before the lines that are here.
  public func fingerprints(lines counts: [Int]) -> [Int: Digest] {
    var hash = beginning.fingerprint
    var place = beginning.lastLine
    var digests: [Int: Digest] = [:]
    bytes.withUnsafeBytes { all in
      for count in Set(counts).sorted() where self.hash(of: count) != nil {
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
