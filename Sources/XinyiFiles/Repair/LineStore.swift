import XinyiLedger

/// The sound lines of several files, wherever in them they lay.
///
/// A line is known by its hash, which covers its number and its predecessor. So a chain that is put
/// together from these lines and ends on a trusted hash is the ledger as it was, whatever happened
/// to the file: a byte order mark, other line ends, lines doubled, moved or put between.
struct LineStore {
  private struct Line {
    let seq: Int
    let previous: Digest
    let content: ArraySlice<UInt8>
  }

  private var lines: [Digest: Line] = [:]
  /// In the order they were added.
  private var order: [Digest] = []

  /// Adds every line of a file that is sound in itself.
  mutating func add(_ bytes: [UInt8]) {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    for line in rest.split(separator: LedgerFormat.newline) {
      add(line: line.last == 13 ? line.dropLast() : line)
    }
  }

  private mutating func add(line: ArraySlice<UInt8>) {
    guard line.count < LedgerFormat.maximumLine else { return }
    let found = line.withUnsafeBytes { bytes -> (hash: Digest, Line)? in
      let body = UnsafeRawBufferPointer(
        rebasing: bytes.dropLast(LedgerFormat.endingLength))
      guard let hash = LedgerFormat.writtenHash(of: bytes),
        let (seq, previous) = LedgerFormat.parseBeginning(body),
        SHA256.digest(of: body) == hash
      else { return nil }
      return (hash, Line(seq: seq, previous: previous, content: line))
    }
    guard let found, lines.updateValue(found.1, forKey: found.hash) == nil else { return }
    order.append(found.hash)
  }
}

extension LineStore {
  /// The lines that a ledger could begin with, by their hashes.
  var beginnings: [Digest] {
    order.filter { lines[$0]?.seq == 1 && lines[$0]?.previous == .zero }
  }

  /// The line with this hash, which is here.
  func content(of hash: Digest) -> ArraySlice<UInt8> { lines[hash]?.content ?? [] }

  /// Whether all these lines are here.
  func holds(_ chain: [Digest]) -> Bool { chain.allSatisfy { lines[$0] != nil } }

  /// The whole chain that ends on this line; nil when a line of it is not here.
  func chain(endingOn last: Digest, seq: Int) -> [Digest]? {
    guard firstMissing(before: last, seq: seq) == nil else { return nil }
    var chain: [Digest] = []
    var hash = last
    while let line = lines[hash] {
      chain.append(hash)
      hash = line.previous
    }
    return chain.reversed()
  }

  /// The highest line number at which the way back from a line ends early; nil when it does not.
  func firstMissing(before last: Digest, seq: Int) -> Int? {
    var hash = last
    for number in stride(from: seq, through: 1, by: -1) {
      guard let line = lines[hash], line.seq == number else { return number }
      hash = line.previous
    }
    return hash == .zero ? nil : 0
  }

  /// The longest way on from a line, or from the beginning; of two as long, the one added first.
  func longestChain(after start: Digest = .zero) -> [Digest] {
    var best: [Digest: (next: Digest, length: Int)] = [:]
    let descending = order.enumerated().sorted {
      let (left, right) = (lines[$0.element]?.seq ?? 0, lines[$1.element]?.seq ?? 0)
      return left == right ? $0.offset < $1.offset : left > right
    }
    for (_, hash) in descending {
      guard let line = lines[hash], isAfter(line) else { continue }
      let length = (best[hash]?.length ?? 0) + 1
      if length > best[line.previous]?.length ?? 0 { best[line.previous] = (hash, length) }
    }
    var chain: [Digest] = []
    var hash = start
    while let next = best[hash]?.next {
      chain.append(next)
      hash = next
    }
    return chain
  }

  /// Whether the line's number is the one after its predecessor's, where that is here.
  private func isAfter(_ line: Line) -> Bool {
    line.previous == .zero ? line.seq == 1 : lines[line.previous].map { $0.seq + 1 } == line.seq
  }

  /// The ledger that consists of these lines.
  func bytes(of chain: [Digest]) -> [UInt8] {
    var bytes: [UInt8] = []
    for hash in chain {
      bytes += lines[hash]?.content ?? []
      bytes.append(LedgerFormat.newline)
    }
    return bytes
  }
}
