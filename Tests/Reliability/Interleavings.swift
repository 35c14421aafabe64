import TestSupport
import XinyiFiles
import XinyiLedger

/// R10: two writers at once, in every order that there is.
let interleavedWriters = Check(
  "R10",
  "A second writer at any moment of the first is refused as busy or comes before or after it",
  figure: 300, of: "interleavings"
) { trial in
  try overWriters(trial) { stage, place in
    var second: LedgerCommit?
    let first = try stage.append(during: place) { other in
      second = try unlessBusy { try other.append(2, mark: "second") }
    }
    let scan = try stage.bare.requireSound(
      lines: stage.lines + 1 + (second == nil ? 0 : 2), "\(place)")
    try require(first, "first", in: scan.lines)
    if let second { try require(second, "second", in: scan.lines) }
    guard try stage.bare.append(1, mark: "third").first == scan.lines.count + 1 else {
      throw Broken("the next line is not the next")
    }
  }
}

/// R10: the lock is given to who waits for it.
let waitingWriters = Check(
  "R10", "A writer that waits gets the lock as soon as it is free, and gives up after its patience",
  figure: 100, of: "waits"
) { trial in
  let disk = try BareLedger.disk(lines: 3)
  trial.each(100) { number in
    let bare = try BareLedger(disk)
    let other = try bare.again()
    var waits = 0
    bare.system.whenPausing = { waits += 1 }
    try other.folder.withWriter { _ in
      guard try unlessBusy({ try bare.append(1, mark: "early", patience: 20 * number) }) == nil
      else { throw Broken("two were let in at once") }
    }
    guard waits == number else { throw Broken("\(waits) waits instead of \(number)") }
    try requireTurn(of: bare, after: other, waits: number + 1)
  }
}

/// R10: who does not even ask for the lock.
let lawlessWriters = Check(
  "R10", "Bytes that somebody without the lock adds at any moment are noticed before yes is said",
  figure: 150, of: "interleavings"
) { trial in
  try overWriters(trial) { stage, place in
    let foreign = Array("somebody else\n".utf8)
    let commit = try? stage.append(during: place) { other in other.setLedger(other.ledger + foreign)
    }
    let scan = try stage.bare.requireSound(
      lines: stage.lines + (commit == nil ? 0 : 1), "foreign bytes at call \(place)")
    if let commit { try require(commit, "first", in: scan.lines) }
  }
}

/// R10: readers take no lock, and see no damage where there is none.
let interleavedReaders = Check(
  "R10", "A reader beside writers at work never raises a false alarm", figure: 600, of: "reads"
) { trial in
  try overWriters(trial) { stage, place in
    _ = try stage.append(during: place) { other in
      try other.requireSound("a reader at call \(place) of a writer")
    }
  }
  let disk = try BareLedger.disk(lines: 3)
  let reads = try operations(on: disk) { _ = try $0.folder.readLedger() }
  trial.each(trial.share(reads * reads * 12, smallOneIn: 4)) { number in
    let moments = [number % reads + 1, number / reads % reads + 1]
    try requireNoAlarm(on: disk, moments: moments, kind: number / (reads * reads))
  }
}

/// The first writer, before which some lines, and perhaps a tail, are there.
private struct Stage {
  let bare: BareLedger
  let lines: Int

  /// Appends one line; at the given call of that, somebody else does something.
  func append(during place: Int, _ other: @escaping (BareLedger) throws -> Void) throws
    -> LedgerCommit
  {
    let start = bare.system.operations
    bare.system.before = { operation in
      guard operation.number == start + place else { return }
      try other(try bare.again())
    }
    let commit = try bare.append(1, mark: "first")
    bare.system.before = nil
    if let error = bare.system.hookError { throw error }
    return commit
  }
}

/// Tries every call of a writer, over ledgers of several lengths, with and without a tail.
private func overWriters(
  _ trial: Trial, _ body: @escaping @Sendable (Stage, _ place: Int) throws -> Void
) throws {
  for lines in trial.weight == .full ? 1...5 : 3...3 {
    for tail in [0, 1, 700] {
      let plain = try BareLedger(try BareLedger.disk(lines: lines))
      plain.setLedger(plain.ledger + [UInt8](repeating: 0x7B, count: tail))
      let disk = plain.system.disk
      let count = try operations(on: disk) { _ = try $0.append(1, mark: "first") }
      trial.each(count) { number in
        try body(Stage(bare: try BareLedger(disk), lines: lines), number + 1)
      }
    }
  }
}

private func operations(
  on disk: MemoryDisk, of body: (BareLedger) throws -> Void
) throws -> Int {
  let bare = try BareLedger(disk)
  let start = bare.system.operations
  try body(bare)
  return bare.system.operations - start
}

private func unlessBusy<Answer>(_ body: () throws -> Answer) throws -> Answer? {
  do { return try body() } catch LedgerWriteFailure.busy { return nil }
}

/// What was recorded is there, in the place that was told, with the mark that was meant.
private func require(_ commit: LedgerCommit, _ mark: String, in lines: LedgerLines) throws {
  for (index, hash) in commit.hashes.enumerated() {
    let number = commit.first + index
    let text = lines.body(number).map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard text.contains(#""mark":"\#(mark)""#), lines.lines[number - 1].hash == hash else {
      throw Broken("line \(number) is not what was recorded")
    }
  }
}

/// The first waits while the other holds the lock, and records when the other has ended.
private func requireTurn(of bare: BareLedger, after other: BareLedger, waits: Int) throws {
  let holder = Holder(other)
  var left = waits
  bare.system.whenPausing = {
    left -= 1
    if left == 0 { holder.letGo() }
  }
  guard try bare.append(1, mark: "patient", patience: VillageFolder.patience).first == 4 else {
    throw Broken("the line of who waited is not the next")
  }
}

/// Somebody who holds the lock until told otherwise.
private final class Holder {
  private let system: MemorySystem
  private var descriptor: Int32?

  init(_ bare: BareLedger) {
    system = bare.system
    let path = BareLedger.path + "/lock"
    descriptor = try? system.open(path, in: nil, for: .locking)
    _ = descriptor.map { try? system.lock($0) }
  }

  func letGo() {
    descriptor.map { system.close($0) }
    descriptor = nil
  }
}

/// At two moments of a reader a whole writer comes and goes, and may leave a tail.
private func requireNoAlarm(on disk: MemoryDisk, moments: [Int], kind: Int) throws {
  let bare = try BareLedger(disk)
  let start = bare.system.operations
  bare.system.before = { operation in
    guard moments.contains(operation.number - start) else { return }
    let other = try bare.again()
    _ = try other.append(kind % 6 + 1, mark: "meanwhile")
    if kind >= 6 { other.setLedger(other.ledger + [UInt8](repeating: 0x7B, count: 600)) }
  }
  let scan = try bare.requireSound("writers at calls \(moments)")
  if let error = bare.system.hookError { throw error }
  bare.system.before = nil
  guard scan.lines.count >= 3, scan.lines.count == scan.head?.seq else {
    throw Broken("\(scan.lines.count) lines were read under head \(scan.head?.seq ?? 0)")
  }
}
