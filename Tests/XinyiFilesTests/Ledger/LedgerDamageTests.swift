import Foundation
import TestSupport
import Testing
import XinyiFiles
import XinyiLedger

@Suite struct LedgerDamageTests {
  /// Reads, and makes sure that writing is refused with the same damage.
  private func damage(_ ledger: SmallLedger) throws -> LedgerDamage? {
    let damage = try ledger.folder.readLedger().damage
    let refusal = failure { _ = try ledger.append(1) }
    #expect(refusal == damage.map { .damaged($0) })
    return damage
  }

  @Test func `a sound ledger has no damage`() throws {
    let small = try SmallLedger()
    let scan = try small.folder.readLedger()
    #expect(scan.damage == nil)
    #expect(scan.lines.count == 5)
    #expect(scan.tail == 0)
    #expect(scan.head?.seq == 5)
    #expect(scan.head?.last == scan.lines.lastHash)
    #expect(scan.status?.size == scan.lines.length)
  }

  @Test func `lines are handed over as they lie in the file`() throws {
    let small = try SmallLedger()
    let lines = try small.folder.readLedger().lines
    #expect(lines[0] == nil && lines[6] == nil && lines.body(6) == nil)
    #expect(lines[2].map { Array($0) + [10] } == small.lines[1])
    let body = try #require(lines.body(3))
    #expect(SHA256.digest(of: body) == lines.lines[2].hash)
    #expect(Array(body) == SmallLedger.body(seq: 3, prev: lines.lines[1].hash))
  }

  @Test func `a missing head is damage and hides no sound line`() throws {
    let small = try SmallLedger()
    try small.temporary.remove("village/head.json")
    #expect(try damage(small) == LedgerDamage(line: nil, kind: .headMissing))
    #expect(try small.folder.readLedger().lines.count == 5)
  }

  @Test(arguments: [
    "", "{}", #"{"seq":5}"#, "x", #"{"seq":05,"end":1,"last":""}"#,
    String(repeating: "9", count: 300),
  ])
  func `a head in any other form is damage`(_ text: String) throws {
    let small = try SmallLedger()
    try small.setHead(Array(text.utf8))
    #expect(try damage(small) == LedgerDamage(line: nil, kind: .headMalformed))
  }

  @Test func `every single bit of the head counts, and so does its length`() throws {
    let small = try SmallLedger()
    let head = small.head
    #expect(LedgerHead(bytes: head) != nil)
    for index in head.indices {
      for bit in 0..<8 {
        var changed = head
        changed[index] ^= 1 << bit
        #expect(LedgerHead(bytes: changed) == nil, "bit \(bit) of byte \(index)")
      }
      #expect(LedgerHead(bytes: Array(head.prefix(index))) == nil)
    }
    #expect(LedgerHead(bytes: head + [10]) == nil)
  }

  @Test func `a head with the number zero is no head`() {
    #expect(LedgerHead(bytes: SmallLedger.head(seq: 0, end: 9, last: .zero)) == nil)
    #expect(LedgerHead(bytes: SmallLedger.head(seq: 1, end: 0, last: .zero)) == nil)
    #expect(LedgerHead(bytes: SmallLedger.head(seq: 1, end: 9, last: .zero)) != nil)
  }

  @Test func `a linked head is damage`() throws {
    let small = try SmallLedger()
    try small.temporary.write(small.head, to: "elsewhere")
    try small.temporary.remove("village/head.json")
    try small.temporary.link("village/head.json", to: small.temporary.path("elsewhere"))
    #expect(try damage(small)?.kind == .headNotPlainFile)
  }

  @Test func `a missing ledger is damage`() throws {
    let small = try SmallLedger()
    try small.temporary.remove("village/ledger.jsonl")
    #expect(try damage(small) == LedgerDamage(line: nil, kind: .ledgerMissing))
  }

  @Test func `a linked ledger is damage`() throws {
    let small = try SmallLedger()
    try small.temporary.write(small.ledger, to: "elsewhere")
    try small.temporary.remove("village/ledger.jsonl")
    try small.temporary.link("village/ledger.jsonl", to: small.temporary.path("elsewhere"))
    #expect(try damage(small)?.kind == .ledgerNotPlainFile(names: 1))
  }

  @Test func `a ledger with two names is damage`() throws {
    let small = try SmallLedger()
    try small.temporary.hardLink("second", to: "village/ledger.jsonl")
    #expect(try damage(small)?.kind == .ledgerNotPlainFile(names: 2))
  }

  @Test func `a folder or a pipe in the place of a file is damage and nobody waits for it`()
    throws
  {
    for name in ["ledger.jsonl", "head.json"] {
      for makesPipe in [false, true] {
        let small = try SmallLedger()
        try small.temporary.remove("village/\(name)")
        if makesPipe {
          #expect(mkfifo(small.temporary.path("village/\(name)"), 0o600) == 0)
        } else {
          try small.temporary.makeFolder("village/\(name)")
        }
        let damage = try #require(try small.folder.readLedger().damage)
        #expect(damage.file.rawValue == name)
        #expect(["V103", "V105"].contains(damage.code))
        #expect(failure { _ = try small.append(1) } == .damaged(damage))
      }
    }
  }

  @Test func `without a plain lock file nothing is written`() throws {
    let small = try SmallLedger()
    try small.temporary.remove("village/lock")
    let missing = failure { _ = try small.append(1) }
    #expect(missing == .damaged(LedgerDamage(line: nil, kind: .lockMissing)))
    try small.temporary.makeFolder("village/lock")
    let odd = failure { _ = try small.append(1) }
    #expect(odd == .damaged(LedgerDamage(line: nil, kind: .lockNotPlainFile)))
  }

  @Test func `an older ledger under a newer head is a rollback`() throws {
    let small = try SmallLedger()
    let old = small.ledger
    _ = try small.append(1)
    let size = small.ledger.count
    try small.setLedger(old)
    let found = try #require(try damage(small))
    #expect(found.kind == .rolledBack(size: old.count, acknowledged: size))
    #expect(found.isRollback)
    #expect(try small.folder.readLedger().lines.count == 5)
  }

  @Test func `a sparse file of enormous size is refused before it is read`() throws {
    let small = try SmallLedger()
    let huge = 1 << 40
    try small.setHead(SmallLedger.head(seq: 5, end: huge, last: .zero))
    #expect(truncate(small.temporary.path("village/ledger.jsonl"), huge) == 0)
    let limit = LedgerFormat.maximumLedger
    #expect(try damage(small)?.kind == .ledgerTooLarge(size: huge, limit: limit))
  }
}

/// Ledgers of more than one piece, which are read and checked piece by piece.
@Suite struct LargeLedgerTests {
  /// A sound ledger of some 60,000-byte lines: no line end lies at the end of a piece.
  private func largeLedger(lines count: Int = 60) throws -> SmallLedger {
    let small = try SmallLedger(lines: 1)
    let filling = Array(#""note":""#.utf8) + [UInt8](repeating: 0x61, count: 60_000) + [0x22]
    _ = try small.folder.withWriter { writer in
      try writer.append(count: count - 1) { seq, prev in
        LedgerFormat.beginning(seq: seq, prev: prev) + filling
      }
    }
    return small
  }

  @Test func `a ledger of several pieces is read whole`() throws {
    let small = try largeLedger()
    let scan = try small.folder.readLedger()
    #expect(small.ledger.count > 3 << 20)
    #expect(scan.damage == nil && scan.lines.count == 60 && scan.tail == 0)
    #expect(scan.lines.bytes == small.ledger)
    #expect(try small.append(1).first == 61)
    try small.setLedger(small.ledger + [0x7B])
    #expect(try small.append(1).first == 62)
    #expect(small.temporary.bytes("village/quarantine/tail-61-1") == [0x7B])
  }

  @Test func `every cut of a ledger of several pieces is a rollback`() throws {
    let small = try largeLedger(lines: 40)
    let ledger = small.ledger
    for size in [1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 2 << 20, ledger.count - 1] {
      try small.setLedger(Array(ledger.prefix(size)))
      let scan = try small.folder.readLedger()
      #expect(scan.damage?.kind == .rolledBack(size: size, acknowledged: ledger.count))
      #expect(scan.lines.count == ledger.prefix(size).count { $0 == 10 })
    }
  }

  @Test(arguments: [2, 17, 18, 19, 36, 40])
  func `a damage in any piece is found, with the lines before it`(_ line: Int) throws {
    let small = try largeLedger(lines: 40)
    var lines = small.lines
    lines[line - 1][1_000] ^= 1
    try small.setLedger(joined(lines))
    let scan = try small.folder.readLedger()
    #expect(scan.damage?.line == line && scan.damage?.code == "V114")
    #expect(scan.lines.count == line - 1)
  }

  @Test func `what lies behind the first damage is not read`() throws {
    let small = try SmallLedger()
    let huge = LedgerFormat.maximumLedger
    try small.temporary.remove("village/head.json")
    #expect(truncate(small.temporary.path("village/ledger.jsonl"), huge) == 0)
    let before = small.system.trace.count
    let scan = try small.folder.readLedger()
    #expect(scan.damage?.kind == .headMissing && scan.lines.count == 5)
    #expect(small.system.trace[before...].count { $0 == "read ledger.jsonl" } == 1)
  }
}

@Suite struct LedgerLineDamageTests {
  private func damage(_ small: SmallLedger) throws -> LedgerDamage? {
    let scan = try small.folder.readLedger()
    if let line = scan.damage?.line { #expect(scan.lines.count <= line) }
    return scan.damage
  }

  @Test func `a line longer than 64 KiB is damage, one of exactly 64 KiB is not`() throws {
    for excess in [0, 1] {
      let small = try SmallLedger(lines: 1)
      let start = LedgerFormat.beginning(seq: 1, prev: .zero) + Array(#""note":""#.utf8)
      let room = LedgerFormat.maximumBody - start.count - 1 + excess
      let body = start + [UInt8](repeating: 0x61, count: room) + [0x22]
      try small.forge([SmallLedger.line(body)])
      let expected: LedgerDamage.Kind? =
        excess == 0 ? nil : .lineTooLong(limit: LedgerFormat.maximumLine)
      #expect(try damage(small)?.kind == expected)
    }
  }

  @Test func `acknowledged bytes that end inside a line are damage`() throws {
    let small = try SmallLedger()
    let bytes = small.ledger.dropLast()
    try small.setLedger(Array(bytes))
    try small.setHead(SmallLedger.head(seq: 5, end: bytes.count, last: .zero))
    #expect(try damage(small) == LedgerDamage(line: 5, kind: .lineWithoutEnd))
  }

  @Test func `a line without its hash is damage`() throws {
    let small = try SmallLedger()
    var lines = small.lines
    lines[2] = Array("{}\n".utf8)
    try small.forge(lines)
    #expect(try damage(small) == LedgerDamage(line: 3, kind: .hashMissing))
    #expect(try small.folder.readLedger().lines.count == 2)
  }

  @Test func `a changed content is damage that shows both hashes`() throws {
    let small = try SmallLedger()
    var lines = small.lines
    let body = lines[3].dropLast(76)
    let written = try #require(
      Digest(String(decoding: lines[3].dropLast(3).suffix(64), as: UTF8.self)))
    let changed = body.map { $0 == 0x34 ? 0x39 : $0 }
    lines[3] = changed + lines[3].suffix(76)
    try small.forge(lines)
    let computed = SHA256.digest(of: changed)
    #expect(
      try damage(small)
        == LedgerDamage(line: 4, kind: .hashWrong(written: written, computed: computed)))
  }

  @Test(arguments: [
    "", "[", #"{"seq":1}"#, #"{"prev":"","seq":1"#, #"{"seq":-1,"prev":""#,
    #"{"seq":1,"prev":"00"#, #"{"seq":99999999999999999999,"prev":"#,
  ])
  func `a line that begins otherwise is damage`(_ body: String) throws {
    let small = try SmallLedger(lines: 1)
    try small.forge([SmallLedger.line(Array(body.utf8) + [0x22])])
    #expect(try damage(small) == LedgerDamage(line: 1, kind: .beginningMalformed))
  }

  @Test func `a removed, doubled or moved line is damage`() throws {
    let small = try SmallLedger()
    let lines = small.lines
    try small.forge([lines[0], lines[2], lines[3]])
    #expect(
      try damage(small) == LedgerDamage(line: 2, kind: .sequenceWrong(expected: 2, found: 3)))
    try small.forge([lines[0], lines[1], lines[1]])
    #expect(
      try damage(small) == LedgerDamage(line: 3, kind: .sequenceWrong(expected: 3, found: 2)))
    try small.forge([lines[1], lines[0]])
    #expect(
      try damage(small) == LedgerDamage(line: 1, kind: .sequenceWrong(expected: 1, found: 2)))
  }

  @Test func `a line of another history is damage although its own hash fits`() throws {
    let small = try SmallLedger()
    let other = SHA256.digest(of: "elsewhere".utf8)
    var lines = small.lines
    lines[2] = SmallLedger.line(SmallLedger.body(seq: 3, prev: other))
    try small.forge(lines)
    let expected = try small.folder.readLedger().lines.lines[1].hash
    #expect(
      try damage(small)
        == LedgerDamage(line: 3, kind: .chainBroken(expected: expected, found: other)))
  }

  @Test func `a head that counts other lines than there are is damage`() throws {
    let small = try SmallLedger()
    try small.forge(small.lines, seq: 6)
    #expect(
      try damage(small) == LedgerDamage(line: nil, kind: .countWrong(head: 6, ledger: 5)))
  }

  @Test func `a head over another last line is damage`() throws {
    let small = try SmallLedger()
    let last = try small.folder.readLedger().lines.lastHash
    try small.forge(small.lines, last: .zero)
    #expect(
      try damage(small)
        == LedgerDamage(line: 5, kind: .lastHashWrong(head: .zero, ledger: last)))
  }

  @Test func `every single bit of the acknowledged lines counts`() throws {
    let small = try SmallLedger()
    let ledger = small.ledger
    for index in ledger.indices {
      for bit in 0..<8 {
        var changed = ledger
        changed[index] ^= 1 << bit
        try small.setLedger(changed)
        let scan = try small.folder.readLedger()
        let line = ledger[..<index].count { $0 == 10 } + 1
        #expect(scan.damage?.line == line, "bit \(bit) of byte \(index)")
        #expect(scan.lines.count == line - 1)
      }
    }
  }

  @Test func `every truncation of the acknowledged lines is a rollback`() throws {
    let small = try SmallLedger()
    let ledger = small.ledger
    for size in 0..<ledger.count {
      try small.setLedger(Array(ledger.prefix(size)))
      let scan = try small.folder.readLedger()
      #expect(scan.damage?.kind == .rolledBack(size: size, acknowledged: ledger.count))
      #expect(scan.lines.count == ledger.prefix(size).count { $0 == 10 })
    }
  }

  @Test func `each kind of damage has a code of its own`() {
    let kinds: [LedgerDamage.Kind] = [
      .headMissing, .headMalformed, .headNotPlainFile, .ledgerMissing,
      .ledgerNotPlainFile(names: 1), .ledgerTooLarge(size: 1, limit: 0), .lockMissing,
      .lockNotPlainFile, .rolledBack(size: 0, acknowledged: 1), .lineTooLong(limit: 1),
      .lineWithoutEnd, .hashMissing, .hashWrong(written: .zero, computed: .zero),
      .beginningMalformed, .sequenceWrong(expected: 1, found: 2),
      .chainBroken(expected: .zero, found: .zero), .countWrong(head: 1, ledger: 2),
      .lastHashWrong(head: .zero, ledger: .zero),
    ]
    let codes = kinds.map { LedgerDamage(line: nil, kind: $0).code }
    #expect(Set(codes).count == kinds.count)
    #expect(codes.allSatisfy { $0.hasPrefix("V1") && $0.count == 4 })
  }
}
