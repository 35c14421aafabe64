import Foundation
import XinyiFiles
import XinyiLedger

/// What this machine can do at best, in bytes a second of one processor.
struct Limits {
  var sha256 = 0.0
  var memory = 0.0
  /// Seconds that one line takes to the disk.
  var fsync = 0.0

  init(sha256: Double = 0, memory: Double = 0, fsync: Double = 0) {
    self.sha256 = sha256
    self.memory = memory
    self.fsync = fsync
  }

  /// As a process of its own measures them.
  init(_ machine: Machine) throws {
    let told = try machine.time(1) { [machine.own, "limits"] }.output
    let numbers = told.split { $0 == " " || $0.isNewline }.compactMap { Double($0) }
    guard numbers.count == 3 else { throw BenchmarkFault(told) }
    self.init(sha256: numbers[0], memory: numbers[1], fsync: numbers[2])
  }

  static func measure() throws -> Limits {
    var bytes = [UInt8](repeating: 0, count: 256 << 20)
    for index in stride(from: 0, to: bytes.count, by: 64) { bytes[index] = UInt8(index >> 6 & 255) }
    let digest = best(of: 3) { _ = SHA256.digest(of: bytes) }
    let copy = best(of: 3) {
      let copy = [UInt8](unsafeUninitializedCapacity: bytes.count) { target, count in
        target.baseAddress?.update(from: bytes, count: bytes.count)
        count = bytes.count
      }
      precondition(copy.last == bytes.last)
    }
    return Limits(
      sha256: Double(bytes.count) / digest, memory: Double(bytes.count) / copy,
      fsync: try syncing())
  }

  static func best(of runs: Int, _ body: () -> Void) -> Double {
    (0..<runs).map { _ in ContinuousClock().measure(body) / .seconds(1) }.min() ?? 0
  }

  private static func syncing() throws -> Double {
    let path = NSTemporaryDirectory() + "xinyi-fsync"
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    guard file >= 0 else { throw BenchmarkFault("no temporary file") }
    defer {
      close(file)
      unlink(path)
    }
    let line = [UInt8](repeating: 65, count: 500)
    let times = (0..<51).map { _ in
      ContinuousClock().measure {
        _ = Foundation.write(file, line, line.count)
        _ = Foundation.fsync(file)
      } / .seconds(1)
    }
    return times.sorted()[25]
  }
}

/// One village replayed by us and by the peers.
struct ReplayComparison {
  let village: BenchmarkVillage
  let replay: Measured
  let verify: Measured
  let ledger: Measured
  let hledger: Measured

  init(_ village: BenchmarkVillage, _ machine: Machine) throws {
    self.village = village
    print("replaying \(village.lines) lines …")
    for format in ["ledger", "hledger"] {
      let words = [
        machine.program, "export", format, "--output", "\(village.path).\(format)", "-C",
        village.path, "--today", "\(village.today)",
      ]
      _ = try machine.time(1) { words }
    }
    replay = try machine.time(5) { [machine.own, "replay", village.path] }
    verify = try machine.time(3) { [machine.program, "verify", "-C", village.path] }
    ledger = try machine.time(3) { ["ledger", "-f", "\(village.path).ledger", "balance"] }
    hledger = try machine.time(1) { ["hledger", "-f", "\(village.path).hledger", "balance"] }
  }

  /// Bytes a second.
  var throughput: Double { Double(village.bytes) / replay.seconds }
}

/// What is done all day, in one village.
struct CommandTimes {
  let village: BenchmarkVillage
  let redeem: Measured
  let record: Measured
  let balance: Measured
  let statement: Measured
  /// The first one, which finds no saved state.
  let first: Measured

  init(_ village: BenchmarkVillage, _ machine: Machine) throws {
    self.village = village
    print("commands on \(village.lines) lines …")
    let common = ["-C", village.path, "--today", "\(village.today)"]
    var buyers = try machine.time(1) { [machine.own, "people", village.path] }.output
      .split(separator: "\n").map(String.init)
    guard let somebody = buyers.first else { throw BenchmarkFault("nobody lives there") }
    buyers.removeFirst()
    func run(_ words: String...) -> [String] { [machine.program] + words + common }
    first = try machine.time(1) { run("balance", somebody) }
    balance = try machine.time(15) { run("balance", somebody) }
    statement = try machine.time(15) { run("statement", somebody) }
    redeem = try machine.time(15) {
      guard let buyer = buyers.popLast() else { throw BenchmarkFault("nobody has points") }
      return run("redeem", buyer, "SY")
    }
    var deed = 0
    record = try machine.time(15) {
      deed += 1
      return run("record", "GI04", somebody, "--evidence", "照片", "--deed", "bench-\(deed)")
    }
  }
}

/// Instructions of verified replay, per event: the same on every machine.
struct Instructions {
  let lines: (Int, Int)
  let counts: (Int, Int)

  var perEvent: Int { (counts.1 - counts.0) / (lines.1 - lines.0) }

  static func count(_ villages: BenchmarkVillages, _ machine: Machine) throws -> Instructions {
    let small = try villages.village(events: 5_000)
    let large = try villages.village(events: 25_000)
    // Older valgrinds give up on the debugging information that the compiler writes.
    let program = small.path + "-program"
    _ = try machine.time(1) { ["strip", "-g", "-o", program, machine.own] }
    return Instructions(
      lines: (small.lines, large.lines),
      counts: (
        try count(small, with: program, machine), try count(large, with: program, machine)
      ))
  }

  private static func count(
    _ village: BenchmarkVillage, with program: String, _ machine: Machine
  ) throws -> Int {
    print("counting instructions on \(village.lines) lines …")
    let run = try machine.time(1) {
      [
        "valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, "replay",
        village.path,
      ]
    }
    let line = run.output.split(separator: "\n").last { $0.contains("Collected") }
    guard let count = line?.split(separator: " ").last.flatMap({ Int($0) }) else {
      throw BenchmarkFault("valgrind counted nothing: \(run.output)")
    }
    return count
  }
}
