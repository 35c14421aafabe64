import TestSupport
import Testing
import XinyiFiles
import XinyiLedger

/// Ledgers that are read in several pieces, with the first damage in any of them.
@Suite struct LedgerPiecesTests {
  private static let count = 60

  /// Some 3 MB in long lines, so that most lines lie across the ends of pieces somewhere.
  private static let lines: [[UInt8]] = {
    var prev = Digest.zero
    return (1...count).map { seq in
      let note = String(repeating: "长", count: 16_000 + seq * 61 % 5_000)
      let body =
        LedgerFormat.beginning(seq: seq, prev: prev) + Array(#""note":"\#(note)""#.utf8)
      prev = SHA256.digest(of: body)
      return SmallLedger.line(body)
    }
  }()

  private func scan(_ bytes: [UInt8], forging lines: [[UInt8]]? = nil) throws -> LedgerScan {
    let small = try SmallLedger()
    try small.forge(lines ?? Self.lines)
    try small.setLedger(bytes)
    return try small.folder.readLedger()
  }

  @Test func `lines that lie across the ends of pieces are whole`() throws {
    let found = try scan(joined(Self.lines))
    #expect(found.damage == nil)
    #expect(found.lines.count == Self.count)
    for (index, line) in Self.lines.enumerated() {
      #expect(found.lines[index + 1].map { Array($0) + [10] } == line)
    }
  }

  @Test(arguments: [1, 2, 19, 20, 21, 22, 40, 41, 59, 60])
  func `the first damage is told, wherever it is, and nothing of what follows`(
    _ number: Int
  ) throws {
    var lines = Self.lines
    lines[number - 1][500] ^= 1
    if number < Self.count { lines[Self.count - 1][500] ^= 1 }
    let found = try scan(joined(lines))
    #expect(found.damage?.line == number)
    guard case .hashWrong? = found.damage?.kind else {
      Issue.record("\(String(describing: found.damage))")
      return
    }
    #expect(found.lines.count == number - 1)
  }

  @Test(arguments: [1, 20, 21, 40, 59])
  func `a line that is missing or doubled breaks the chain where it is`(_ number: Int) throws {
    var lines = Self.lines
    lines.remove(at: number - 1)
    var found = try scan(joined(lines), forging: lines)
    #expect(found.damage?.line == number)
    #expect(found.damage?.kind == .sequenceWrong(expected: number, found: number + 1))
    lines = Self.lines
    lines.insert(lines[number - 1], at: number)
    found = try scan(joined(lines), forging: lines)
    #expect(found.damage?.line == number + 1)
    #expect(found.damage?.kind == .sequenceWrong(expected: number + 1, found: number))
  }

  @Test(arguments: [21, 41]) func `another chain is told where it begins`(_ number: Int) throws {
    var lines = Self.lines
    let body = LedgerFormat.beginning(seq: number, prev: .zero) + Array(#""note":"x""#.utf8)
    lines[number - 1] = SmallLedger.line(body)
    let found = try scan(joined(lines), forging: lines)
    #expect(found.damage?.line == number)
    #expect(
      found.damage?.kind
        == .chainBroken(expected: SHA256.digest(of: bodyOf(lines[number - 2])), found: .zero))
  }

  private func bodyOf(_ line: [UInt8]) -> ArraySlice<UInt8> { line.dropLast(76) }

  @Test func `garbage without an end is one line that is too long`() throws {
    let garbage = [UInt8](repeating: 0x61, count: 3 << 20)
    let start = Self.lines.prefix(20)
    let found = try scan(
      joined(start) + garbage, forging: Array(start) + [garbage + Self.lines[20]])
    #expect(found.damage?.line == 21)
    #expect(found.damage?.kind == .lineTooLong(limit: LedgerFormat.maximumLine))
    #expect(found.lines.count == 20)
  }

  @Test func `a ledger cut in a later piece is rolled back, up to its last whole line`() throws {
    let bytes = joined(Self.lines)
    let found = try scan(Array(bytes.prefix(bytes.count - 70_000)))
    #expect(found.damage?.isRollback == true)
    #expect(found.lines.count == Self.count - 2)
  }
}
