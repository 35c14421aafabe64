import Foundation
import TestSupport
import Testing
import XinyiFiles
import XinyiLedger

@Suite struct LedgerWriterTests {
  @Test func `appended lines are there for the next reader`() throws {
    let small = try SmallLedger()
    let commit = try small.append(3)
    let scan = try small.folder.readLedger()
    #expect(commit.first == 6)
    #expect(commit.head == scan.head)
    #expect(commit.hashes == scan.lines.lines.suffix(3).map(\.hash))
    #expect(scan.lines.count == 8)
    #expect(scan.damage == nil)
  }

  @Test func `a line ends in 75 bytes and a line end`() throws {
    let small = try SmallLedger(lines: 1)
    let body = SmallLedger.body(seq: 1, prev: .zero)
    #expect(small.ledger == SmallLedger.line(body))
    #expect(small.ledger.count == body.count + 75 + 1)
  }

  @Test func `the head has one spelling`() throws {
    let small = try SmallLedger()
    let lines = try small.folder.readLedger().lines
    let end = small.ledger.count
    #expect(small.head == SmallLedger.head(seq: 5, end: end, last: lines.lastHash))
  }

  @Test func `an append is written, made durable and acknowledged in this order`() throws {
    let small = try SmallLedger()
    let before = small.system.trace.count
    _ = try small.append(2)
    #expect(
      Array(small.system.trace[before...]) == [
        "open lock", "status lock", "lock lock",
        "open head.json", "status head.json", "read head.json", "read head.json",
        "open ledger.jsonl", "status ledger.jsonl", "read ledger.jsonl",
        "write ledger.jsonl", "synchronize ledger.jsonl", "status ledger.jsonl",
        "open head.json.tmp", "write head.json.tmp", "synchronize head.json.tmp",
        "rename head.json", "synchronize village",
      ])
  }

  @Test func `an interrupted call is made again`() throws {
    let small = try SmallLedger()
    let steps: [(SystemFailure.Call, String)] = [
      (.open, "lock"), (.lock, "lock"), (.read, "head.json"), (.open, "ledger.jsonl"),
      (.status, "ledger.jsonl"), (.read, "ledger.jsonl"), (.write, "ledger.jsonl"),
      (.synchronize, "ledger.jsonl"), (.open, "head.json.tmp"), (.write, "head.json.tmp"),
      (.synchronize, "head.json.tmp"), (.rename, "head.json"), (.synchronize, "village"),
    ]
    for (call, name) in steps { small.system.fail(call, name, with: EINTR, EINTR) }
    #expect(try small.append(1).head.seq == 6)
    #expect(try small.folder.readLedger().damage == nil)
  }

  @Test func `writes that take few bytes at a time lose nothing`() throws {
    let small = try SmallLedger()
    small.system.limitWrites(to: 7)
    #expect(try small.append(3).head.seq == 8)
    let scan = try small.folder.readLedger()
    #expect(scan.damage == nil && scan.lines.count == 8)
  }

  @Test(arguments: [ENOSPC, EIO, EDQUOT, EFBIG])
  func `a failed write records nothing and leaves the ledger as it was`(_ number: Int32) throws {
    let small = try SmallLedger()
    let (ledger, head) = (small.ledger, small.head)
    small.system.limitWrites(to: 40)
    // The first piece is taken, the second is not.
    small.system.failAfterWrites(1, to: "ledger.jsonl", with: number)
    let found = failure { _ = try small.append(2) }
    guard case .notWritten(let cause) = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(cause.call == .write && cause.number == number && cause.name == "ledger.jsonl")
    #expect(small.ledger == ledger && small.head == head)
    #expect(try small.append(2).head.seq == 7)
  }

  @Test func `a write that failed and could not be cut back is a tail for the next writer`()
    throws
  {
    let small = try SmallLedger()
    let ledger = small.ledger
    small.system.limitWrites(to: 40)
    small.system.failAfterWrites(1, to: "ledger.jsonl", with: ENOSPC)
    small.system.fail(.truncate, "ledger.jsonl", with: EIO)
    let found = failure { _ = try small.append(1) }
    guard case .notWritten = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(small.ledger.count == ledger.count + 40)
    #expect(try small.folder.readLedger().tail == 40)
    #expect(try small.append(1).head.seq == 6)
    #expect(small.temporary.names("village/quarantine") == ["tail-5-1"])
  }

  @Test func `a failed fsync is never tried again and leaves the outcome open`() throws {
    let small = try SmallLedger()
    let before = small.system.trace.count
    small.system.fail(.synchronize, "ledger.jsonl", with: EIO)
    let found = failure { _ = try small.append(1) }
    #expect(found == .outcomeUnknown(SystemFailure(.synchronize, EIO, "ledger.jsonl")))
    let synchronized = small.system.trace[before...].filter { $0 == "synchronize ledger.jsonl" }
    #expect(synchronized.count == 1)
    #expect(small.system.trace.last == "truncate ledger.jsonl")
    #expect(try small.append(1).head.seq == 6)
  }

  @Test(arguments: [
    (SystemFailure.Call.open, "head.json.tmp"), (.write, "head.json.tmp"),
    (.synchronize, "head.json.tmp"), (.rename, "head.json"), (.synchronize, "village"),
  ])
  func `a head that cannot be replaced leaves the outcome open, and the ledger sound`(
    _ step: (call: SystemFailure.Call, name: String)
  ) throws {
    let small = try SmallLedger()
    small.system.fail(step.call, step.name, with: EIO)
    let found = failure { _ = try small.append(1) }
    #expect(found == .outcomeUnknown(SystemFailure(step.call, EIO, step.name)))
    let known = try small.folder.readLedger()
    #expect(known.damage == nil)
    #expect(known.lines.count == (step.name == "village" ? 6 : 5))
    #expect(try small.append(1).head.seq == known.lines.count + 1)
  }

  @Test func `bytes that another program adds meanwhile leave the outcome open`() throws {
    let small = try SmallLedger()
    let path = small.temporary.path("village/ledger.jsonl")
    let found = failure {
      try small.folder.withWriter { writer in
        _ = try writer.append(count: 1) { seq, prev in
          let handle = FileHandle(forWritingAtPath: path)
          _ = try? handle?.seekToEnd()
          try? handle?.write(contentsOf: Data("x".utf8))
          return SmallLedger.body(seq: seq, prev: prev)
        }
      }
    }
    #expect(found == .outcomeUnknown(SystemFailure(.checkSize, EIO, "ledger.jsonl")))
    #expect(try small.folder.readLedger().lines.count == 5)
    #expect(try small.append(1).head.seq == 6)
  }

  @Test func `after a failure the same writer does nothing more`() throws {
    let small = try SmallLedger()
    small.system.fail(.synchronize, "ledger.jsonl", with: EIO)
    try small.folder.withWriter { writer in
      for _ in 0..<2 {
        #expect(throws: LedgerWriteFailure.self) {
          _ = try writer.append(count: 1, SmallLedger.body)
        }
      }
    }
    #expect(try small.folder.readLedger().lines.count == 5)
  }

  @Test func `a writer may append several times, each time for good`() throws {
    let small = try SmallLedger()
    try small.folder.withWriter { writer in
      let firsts = [
        try writer.append(count: 1, SmallLedger.body).first,
        try writer.append(count: 2, SmallLedger.body).first,
      ]
      #expect(firsts == [6, 7])
      let head = writer.head
      #expect(head.seq == 8)
    }
    #expect(try small.folder.readLedger().lines.count == 8)
  }

  @Test func `a decision against writing changes nothing`() throws {
    let small = try SmallLedger()
    let (ledger, head) = (small.ledger, small.head)
    let answer = try small.folder.withWriter { writer in
      try writer.ensureDurable()
      return writer.scan.lines.count
    }
    #expect(answer == 5)
    #expect(small.ledger == ledger && small.head == head)
  }

  @Test func `a body that does not fit its place is refused and nothing is written`() throws {
    let small = try SmallLedger()
    let ledger = small.ledger
    let beginning = { (seq: Int, prev: Digest) in LedgerFormat.beginning(seq: seq, prev: prev) }
    let long = [UInt8](repeating: 0x20, count: LedgerFormat.maximumBody)
    let cases: [(LedgerWriteFailure.UnfitBody, (Int, Digest) -> [UInt8])] = [
      (.beginning, { seq, prev in beginning(seq + 1, prev) }),
      (.beginning, { seq, _ in beginning(seq, SHA256.digest(of: [])) }),
      (.lineEnd, { seq, prev in beginning(seq, prev) + [10] }),
      (
        .tooLong(long.count + beginning(6, .zero).count),
        { seq, prev in beginning(seq, prev) + long }
      ),
    ]
    for (fault, body) in cases {
      let found = failure {
        try small.folder.withWriter { writer in _ = try writer.append(count: 1, body) }
      }
      #expect(found == .unfitBody(seq: 6, fault))
    }
    let none = failure { _ = try small.append(0) }
    #expect(none == .unfitBody(seq: 6, .none))
    #expect(small.ledger == ledger)
  }
}

@Suite struct LedgerTailTests {
  /// What a stopped writer may have left: part of a line, whole lines, zeros, anything.
  static let tails: [[UInt8]] = [
    [0x7B], Array(#"{"seq":6,"prev":""#.utf8), [UInt8](repeating: 0, count: 512), [10, 10],
    [0xFF, 0x00, 0x0A],
  ]

  @Test(arguments: tails)
  func `a torn tail is counted by readers and put aside by the next writer`(
    _ tail: [UInt8]
  ) throws {
    let small = try SmallLedger()
    let sound = small.ledger
    try small.setLedger(sound + tail)
    let scan = try small.folder.readLedger()
    #expect(scan.damage == nil && scan.tail == tail.count && scan.lines.count == 5)
    #expect(small.ledger == sound + tail)
    #expect(small.temporary.names("village/quarantine").isEmpty)

    let refused = try small.folder.withWriter { $0.discarded }
    #expect(refused == nil)
    #expect(small.ledger == sound + tail, "a command that records nothing leaves all as it was")

    let discarded = try small.folder.withWriter { writer in
      _ = try writer.append(count: 1, SmallLedger.body)
      return writer.discarded
    }
    #expect(discarded == DiscardedTail(count: tail.count, name: "tail-5-1"))
    #expect(small.ledger.prefix(sound.count) == sound[...])
    #expect(try small.folder.readLedger().lines.count == 6)
    #expect(small.temporary.bytes("village/quarantine/tail-5-1") == tail)
    #expect(small.temporary.mode("village/quarantine") == 0o700)
    #expect(small.temporary.mode("village/quarantine/tail-5-1") == 0o600)
  }

  @Test func `a whole, well-made line that was never acknowledged is put aside as well`() throws {
    let small = try SmallLedger()
    let last = try small.folder.readLedger().lines.lastHash
    let line = SmallLedger.line(SmallLedger.body(seq: 6, prev: last))
    try small.setLedger(small.ledger + line)
    #expect(try small.folder.readLedger().lines.count == 5)
    _ = try small.append(1)
    #expect(try small.folder.readLedger().lines.count == 6)
    #expect(small.temporary.bytes("village/quarantine/tail-5-1") == line)
  }

  @Test func `what is put aside is never overwritten`() throws {
    let small = try SmallLedger()
    let (ledger, head) = (small.ledger, small.head)
    for tail in ["a", "b", "c"] {
      try small.setLedger(ledger + Array(tail.utf8))
      try small.setHead(head)
      _ = try small.append(1)
    }
    #expect(
      small.temporary.names("village/quarantine") == ["tail-5-1", "tail-5-2", "tail-5-3"])
    #expect(small.temporary.bytes("village/quarantine/tail-5-3") == Array("c".utf8))
  }

  @Test func `a tail is durable in its new place before it leaves the old one`() throws {
    let small = try SmallLedger()
    try small.setLedger(small.ledger + [0x7B])
    let before = small.system.trace.count
    _ = try small.append(1)
    let trace = small.system.trace[before...].drop { $0 != "makeFolder quarantine" }
    #expect(
      trace.filter { !$0.hasPrefix("read") }.prefix(9) == [
        "makeFolder quarantine", "synchronize village", "open quarantine", "open tail-5-1",
        "write tail-5-1", "synchronize tail-5-1", "synchronize quarantine",
        "truncate ledger.jsonl", "synchronize ledger.jsonl",
      ])
  }

  @Test func `a tail that cannot be kept is not cut off`() throws {
    let small = try SmallLedger()
    let torn = small.ledger + [0x7B]
    try small.setLedger(torn)
    small.system.fail(.write, "tail-5-1", with: ENOSPC)
    let found = failure { _ = try small.append(1) }
    #expect(found == .notWritten(SystemFailure(.write, ENOSPC, "tail-5-1")))
    #expect(small.ledger == torn)
  }

  @Test func `damage is never taken for a tail`() throws {
    let small = try SmallLedger()
    var bytes = small.ledger
    bytes[bytes.count - 2] = 0x20
    try small.setLedger(bytes + [0x7B])
    #expect(failure { _ = try small.append(1) } != nil)
    #expect(small.ledger == bytes + [0x7B])
    #expect(small.temporary.names("village/quarantine").isEmpty)
  }
}
