import TestSupport
import XinyiFiles
import XinyiLedger

/// R3: a cut is told as what it is, and what was never acknowledged is never taken for a record.
let cutEnds = Check(
  "R3", "A ledger cut anywhere is told as rolled back, a head cut anywhere as damaged",
  figure: 4_200, of: "cuts"
) { trial in
  let disk = try BareLedger.disk(lines: 20)
  let whole = try BareLedger(disk)
  let (ledger, head) = (whole.ledger, whole.head)
  let step = trial.weight == .full ? 1 : 41
  trial.each((ledger.count + step - 1) / step) { number in
    let bare = try BareLedger(disk)
    bare.setLedger(Array(ledger.prefix(number * step)))
    let damage = try bare.requireRefusal("\(number * step) bytes left of the ledger").damage
    guard damage.isRollback else { throw Broken("told as \(damage) instead of rolled back") }
  }
  trial.each((head.count + step - 1) / step) { number in
    let bare = try BareLedger(disk)
    bare.setHead(Array(head.prefix(number * step)))
    let damage = try bare.requireRefusal("\(number * step) bytes left of the head").damage
    guard damage.kind == .headMalformed else { throw Broken("told as \(damage)") }
  }
}

let unacknowledgedTails = Check(
  "R3", "Readers pass over an unacknowledged tail; the next writer keeps it aside and records",
  figure: 2_400, of: "tails"
) { trial in
  let disk = try BareLedger.disk(lines: 20)
  let tails = try tails(after: try BareLedger(disk).folder.readLedger().lines.lastHash, trial)
  let step = trial.weight == .full ? 1 : 41
  trial.each((tails.count + step - 1) / step) { number in
    try requireSetAside(tails[number * step], after: disk)
  }
}

/// Everything a writer that was stopped may have left behind: whole further lines, every beginning
/// of one, zeros, and garbage, up to more than two sectors long.
private func tails(after last: Digest, _ trial: Trial) throws -> [[UInt8]] {
  var lines: [[UInt8]] = []
  for seq in 21...24 {
    let prev = lines.last.map(BareLedger.hash(of:)) ?? last
    lines.append(
      BareLedger.line(BareLedger.body(seq: seq, prev: prev, mark: "unsaid", filler: 90)))
  }
  var tails = (1...lines.count).map { Array(lines.prefix($0).joined()) }
  tails += (1..<lines[0].count).map { Array(lines[0].prefix($0)) }
  var random = trial.random(case: 0)
  for length in 1...1_100 {
    tails.append([UInt8](repeating: 0, count: length))
    tails.append((0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) })
  }
  return tails
}

private func requireSetAside(_ tail: [UInt8], after disk: MemoryDisk) throws {
  let bare = try BareLedger(disk)
  let acknowledged = bare.ledger
  bare.setLedger(acknowledged + tail)
  let scan = try bare.requireSound(lines: 20, "a tail of \(tail.count) bytes")
  guard scan.tail == tail.count else { throw Broken("\(scan.tail) instead of \(tail.count)") }
  let discarded = try bare.folder.withWriter { writer in
    _ = try writer.append(count: 1) {
      BareLedger.body(seq: $0, prev: $1, mark: "next", filler: 45)
    }
    return writer.discarded
  }
  let kept = discarded.flatMap { bare.system.disk.content("/village/quarantine/\($0.name)") }
  guard kept == tail, discarded?.count == tail.count else {
    throw Broken("a tail of \(tail.count) bytes was not kept byte for byte")
  }
  try bare.requireSound(lines: 21, "the line after a tail")
  guard bare.ledger.starts(with: acknowledged) else { throw Broken("acknowledged bytes changed") }
}
