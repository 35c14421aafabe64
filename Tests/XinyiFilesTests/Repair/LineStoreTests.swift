import TestSupport
import Testing
import XinyiLedger

@testable import XinyiFiles

/// Lines are put together by their hashes alone, wherever they lay.
@Suite struct LineStoreTests {
  /// A chain of so many lines, each with its line end.
  private static func chain(_ count: Int, note: String = "") -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var prev = Digest.zero
    for seq in 1...count {
      let body =
        LedgerFormat.beginning(seq: seq, prev: prev) + Array(#""note":"第 \#(seq) 行\#(note)""#.utf8)
      prev = SHA256.digest(of: body)
      lines.append(LedgerFormat.line(body: body, hash: prev))
    }
    return lines
  }

  private static func hash(_ line: [UInt8]) -> Digest {
    line.dropLast().withUnsafeBytes { LedgerFormat.writtenHash(of: $0) } ?? .zero
  }

  /// What hands, editors and other systems do to a file, without losing a line.
  private static func disturbed(_ lines: [[UInt8]], _ random: inout SeededRandom) -> [UInt8] {
    var lines = lines
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let index = Int.random(in: lines.indices, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: lines.insert(lines[index], at: Int.random(in: 0...lines.count, using: &random))
      case 1: lines.swapAt(index, Int.random(in: lines.indices, using: &random))
      case 2: lines.insert(Array("改过\n".utf8), at: index)
      case 3: lines = lines.map { $0.last == 10 ? $0.dropLast() + [13, 10] : $0 }
      default: lines.insert([0xEF, 0xBB, 0xBF], at: 0)
      }
    }
    return Array(lines.joined())
  }

  @Test func `Whatever happened around sound lines, they are put together as they were`() {
    let lines = Self.chain(12)
    var whole = 0
    for seed in 1...500 as ClosedRange<UInt64> {
      var random = SeededRandom(seed: seed)
      var store = LineStore()
      store.add(Self.disturbed(lines, &random))
      let chain = store.chain(endingOn: Self.hash(lines[11]), seq: 12)
      // A mark in front of the file goes; one in front of a line in the middle spoils that line.
      guard let chain else {
        #expect(store.firstMissing(before: Self.hash(lines[11]), seq: 12) != nil, "seed \(seed)")
        continue
      }
      #expect(store.bytes(of: chain) == Array(lines.joined()), "seed \(seed)")
      whole += 1
    }
    #expect(whole > 300)
    print("\(whole) of 500 disturbed ledgers were put together")
  }

  @Test func `A line that was changed is missing, whatever else is there`() {
    let lines = Self.chain(12)
    let other = Self.chain(12, note: "!")
    for number in 1...12 {
      var changed = lines
      changed[number - 1][30] ^= 1
      var store = LineStore()
      store.add(Array(changed.joined()))
      store.add(Array(other.joined()))
      let last = Self.hash(lines[11])
      #expect(store.chain(endingOn: last, seq: 12) == nil)
      #expect(store.firstMissing(before: last, seq: 12) == number)
      store.add(lines[number - 1])
      #expect(store.chain(endingOn: last, seq: 12)?.count == 12)
    }
  }

  @Test func `Without an end the longest way on is taken, the first added of two`() {
    let lines = Self.chain(12)
    var store = LineStore()
    store.add(Array(lines.prefix(7).joined()))
    let fork = Self.chain(5, note: "?")
    store.add(Array(fork.joined()))
    #expect(store.longestChain().last == Self.hash(lines[6]))
    #expect(store.longestChain(after: Self.hash(lines[2])).count == 4)
    #expect(store.beginnings.count == 2)
    var equal = LineStore()
    equal.add(Array(fork.joined()))
    equal.add(Array(lines.prefix(5).joined()))
    #expect(equal.longestChain().last == Self.hash(fork[4]))
  }

  @Test func `A line whose number leaps is no way on`() {
    let first = Self.chain(1)[0]
    let body = LedgerFormat.beginning(seq: 3, prev: Self.hash(first)) + Array(#""note":"3""#.utf8)
    let leap = LedgerFormat.line(body: body, hash: SHA256.digest(of: body))
    var store = LineStore()
    store.add(first + leap)
    #expect(store.longestChain() == [Self.hash(first)])
    #expect(store.chain(endingOn: Self.hash(leap), seq: 3) == nil)
  }
}
