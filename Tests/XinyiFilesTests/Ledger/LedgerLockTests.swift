import Foundation
import TestSupport
import Testing
import XinyiFiles
import XinyiLedger

@Suite struct LedgerLockTests {
  @Test func `while one writes, another waits as long as told and then gives up`() throws {
    let small = try SmallLedger()
    let other = ScriptedSystem()
    let second = try VillageFolder.open(
      small.temporary.path("village"), files: FileSystem(calls: other))
    let ledger = small.ledger
    try small.folder.withWriter { _ in
      let found = failure {
        _ = try second.withWriter(patience: 300) { try $0.append(count: 1, SmallLedger.body) }
      }
      #expect(found == .busy)
      #expect(other.pausedMilliseconds == 300)
      let damage = try second.readLedger().damage
      #expect(damage == nil)
    }
    #expect(small.ledger == ledger)
    #expect(VillageFolder.patience == 10_000)
  }

  @Test func `the lock is free again after a refusal and after an error`() throws {
    struct Refusal: Error {}
    let small = try SmallLedger()
    #expect(throws: Refusal.self) {
      try small.folder.withWriter { _ in throw Refusal() }
    }
    small.system.fail(.synchronize, "ledger.jsonl", with: EIO)
    #expect(failure { _ = try small.append(1) } != nil)
    _ = try small.folder.withWriter(patience: 0) { $0.head }
  }

  @Test func `the lock is held until the decision has ended, also after the append`() throws {
    let small = try SmallLedger()
    let path = small.temporary.path("village")
    try small.folder.withWriter { writer in
      _ = try writer.append(count: 1, SmallLedger.body)
      let found = failure {
        _ = try VillageFolder.open(path).withWriter(patience: 0) { $0.head }
      }
      #expect(found == .busy)
    }
  }

  @Test func `many writers at once lose no line and make no line twice`() async throws {
    let small = try SmallLedger(lines: 1)
    let path = small.temporary.path("village")
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var failures = 0
          for _ in 0..<10 {
            let found = failure {
              _ = try VillageFolder.open(path).withWriter(patience: 60_000) {
                try $0.append(count: 1, SmallLedger.body)
              }
            }
            failures += found == nil ? 0 : 1
          }
          return failures
        }
      }
      for await failures in group { #expect(failures == 0) }
    }
    let scan = try small.folder.readLedger()
    #expect(scan.damage == nil && scan.tail == 0)
    #expect(scan.lines.count == 41)
  }

  @Test func `readers beside a writer never see damage`() async throws {
    let small = try SmallLedger(lines: 1)
    let path = small.temporary.path("village")
    let writing = Task {
      for _ in 0..<60 {
        _ = try VillageFolder.open(path).withWriter { try $0.append(count: 1, SmallLedger.body) }
      }
    }
    var seen = 0
    while seen < 61 {
      let scan = try small.folder.readLedger()
      #expect(scan.damage == nil)
      #expect(scan.lines.count >= seen)
      seen = scan.lines.count
      if scan.damage != nil { break }
      await Task.yield()
    }
    try await writing.value
  }
}

@Suite struct LedgerCreationTests {
  @Test func `a new ledger has a lock, a head and modes for its owner alone`() throws {
    let small = try SmallLedger(lines: 2)
    #expect(
      small.temporary.names("village") == [
        "head.json", "ledger.jsonl", "lock", "village.json",
      ])
    for name in small.temporary.names("village") {
      #expect(small.temporary.mode("village/\(name)") == 0o600, "\(name)")
    }
    #expect(small.temporary.mode("village") == 0o700)
    #expect(small.temporary.bytes("village/lock") == [])
    #expect(try small.folder.readLedger().lines.count == 2)
  }

  @Test func `the first line names 64 zeros as its predecessor`() throws {
    let small = try SmallLedger(lines: 1)
    let zeros = String(repeating: "0", count: 64)
    #expect(small.ledger.starts(with: #"{"seq":1,"prev":"\#(zeros)","#.utf8))
  }

  @Test func `a ledger is never made twice`() throws {
    let small = try SmallLedger()
    let ledger = small.ledger
    let found = failure {
      _ = try small.folder.createLedger { try $0.append(count: 1, SmallLedger.body) }
    }
    guard case .notWritten(let cause) = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(cause.reason == .alreadyThere)
    #expect(small.ledger == ledger)
  }

  @Test func `the mode of the head stays for its owner alone when it is replaced`() throws {
    let small = try SmallLedger()
    _ = try small.append(1)
    #expect(small.temporary.mode("village/head.json") == 0o600)
  }

  @Test func `what a stopped writer left of a new head is no obstacle`() throws {
    let small = try SmallLedger()
    try small.temporary.write("{", to: "village/head.json.tmp")
    #expect(try small.append(1).head.seq == 6)
    #expect(!small.temporary.names("village").contains("head.json.tmp"))
  }
}

@Suite struct FingerprintTests {
  @Test func `the code of the first lines is what head and sha256sum print`() throws {
    let small = try SmallLedger()
    let lines = try small.folder.readLedger().lines
    let path = small.temporary.path("village/ledger.jsonl")
    for count in 0...5 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "head -n \(count) '\(path)' | (sha256sum || shasum -a 256)"]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let output = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      let printed = String(decoding: output.prefix(64), as: UTF8.self)
      #expect(lines.fingerprint(lines: count)?.description == printed)
    }
    #expect(lines.fingerprint(lines: 6) == nil)
    let several = lines.fingerprints(lines: [4, 2, 6, 2, 0])
    #expect(several == [2: lines.fingerprint(lines: 2), 4: lines.fingerprint(lines: 4)])
    #expect(lines.fingerprint(lines: -1) == nil)
  }

  @Test func `a code is found again by any beginning of 16 digits or more`() throws {
    let small = try SmallLedger()
    let lines = try small.folder.readLedger().lines
    for count in 1...5 {
      let code = try #require(lines.fingerprint(lines: count)).description
      for length in [16, 17, 40, 64] {
        let prefix = try #require(DigestPrefix(typed: String(code.prefix(length))))
        #expect(lines.findFingerprint(prefix) == count)
      }
    }
  }

  @Test func `a code of another history is not found`() throws {
    let small = try SmallLedger()
    let lines = try small.folder.readLedger().lines
    let code = try #require(lines.fingerprint(lines: 3)).description
    let other = String(code.prefix(16)) + (code.utf8.last == 0x30 ? "1" : "0")
    let longer = code.dropLast() + (code.utf8.last == 0x30 ? "1" : "0")
    #expect(lines.findFingerprint(try #require(DigestPrefix(typed: String(longer)))) == nil)
    let isBeginning = code.hasPrefix(other)
    let found = lines.findFingerprint(try #require(DigestPrefix(typed: other)))
    #expect(found == (isBeginning ? 3 : nil))
  }
}
