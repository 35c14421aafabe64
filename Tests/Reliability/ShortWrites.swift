import Foundation
import TestSupport
import XinyiFiles
import XinyiLedger

/// R6: a write that stops in the middle leaves the old state or the new one.
let shortWrites = Check(
  "R6", "A write that takes only a part leaves the old state or the new one, nothing in between",
  figure: 2_000, of: "short writes"
) { trial in
  let disk = try BareLedger.disk(lines: 3)
  let cases = ShortWrite.all
  let step = trial.weight == .full ? 1 : 17
  trial.each((cases.count + step - 1) / step) { number in
    try cases[number * step].carryOut(on: disk, trial.random(case: number * step))
  }
}

/// R6: interruptions do not count.
let interruptedCalls = Check(
  "R6", "A call that a signal interrupts is made again, whichever it is", figure: 80,
  of: "interrupted calls"
) { trial in
  let disk = try BareLedger.disk(lines: 3)
  for tail in [[], [UInt8](repeating: 0x7B, count: 700)] {
    let plain = try BareLedger(disk)
    plain.setLedger(plain.ledger + tail)
    let torn = plain.system.disk
    let opened = plain.system.operations
    _ = try plain.append(2, mark: "plain")
    let count = plain.system.operations - opened
    trial.each(count * 2) { number in
      let bare = try BareLedger(torn)
      let place = bare.system.operations + number / 2 + 1
      bare.system.faults = (0...number % 2).map {
        MemoryFault(moment: .operation(place + $0), kind: .fails(EINTR))
      }
      _ = try bare.append(2, mark: "interrupted")
      try bare.requireSound(lines: 5, "interrupted at call \(place)")
    }
  }
}

private struct ShortWrite {
  enum Ending: CaseIterable { case goesOn, powerCut, diskFull }

  let file: String
  /// How many bytes the first write takes.
  let count: Int
  let ending: Ending

  static let filler = 540
  private static let head = "head.json.tmp"

  /// Every length of a line and of a head, with every ending.
  static let all: [ShortWrite] = {
    let line = BareLedger.line(BareLedger.body(seq: 4, prev: .zero, mark: "cut", filler: filler))
    let head = BareLedger.head(seq: 4, end: 1_000, last: .zero)
    return [("ledger.jsonl", line.count), (Self.head, head.count)].flatMap { file, length in
      (0..<length).flatMap { count in
        Ending.allCases.filter { $0 != .goesOn || count > 0 }.map {
          ShortWrite(file: file, count: count, ending: $0)
        }
      }
    }
  }()

  private var faults: [MemoryFault] {
    let short = MemoryFault(moment: .call(.write, file), kind: .shortWrite(count))
    // A write that takes nothing is an error of its own, and no second one follows it.
    switch ending {
    case .goesOn: return [short]
    case .powerCut where count == 0:
      return [MemoryFault(moment: .call(.write, file), kind: .stop)]
    case .powerCut: return [short, MemoryFault(moment: .call(.write, file), kind: .stop)]
    case .diskFull where count == 0:
      return [MemoryFault(moment: .call(.write, file), kind: .fails(ENOSPC))]
    case .diskFull: return [short, MemoryFault(moment: .call(.write, file), kind: .fails(ENOSPC))]
    }
  }

  func carryOut(on disk: MemoryDisk, _ seeded: SeededRandom) throws {
    var random = seeded
    let bare = try BareLedger(disk)
    let before = (bare.ledger, bare.head)
    bare.system.faults = faults
    let failure = try append(to: bare)
    try requireExpected(failure)
    if failure != nil, ending == .diskFull { try requireUndone(bare, before) }
    bare.system.crash(&random)
    let after = try bare.again()
    try after.requireSound(lines: failure == nil ? 4 : 3, "after the cut")
    guard try failure == nil || append(to: after) == nil else {
      throw Broken("\(self): not recorded the second time")
    }
    after.system.crash(&random)
    try after.again().requireSound(lines: 4, "in the end")
  }

  private func append(to bare: BareLedger) throws -> LedgerWriteFailure? {
    do {
      try bare.folder.withWriter(patience: 0) { writer in
        _ = try writer.append(count: 1) {
          BareLedger.body(seq: $0, prev: $1, mark: "cut", filler: Self.filler)
        }
      }
      return nil
    } catch let failure as LedgerWriteFailure {
      return failure
    }
  }

  private func requireExpected(_ failure: LedgerWriteFailure?) throws {
    switch (ending, failure) {
    case (.goesOn, nil), (.powerCut, .some): return
    case (.diskFull, .notWritten) where file != Self.head: return
    case (.diskFull, .outcomeUnknown) where file == Self.head: return
    default: throw Broken("\(self) ended in \(failure.map { "\($0)" } ?? "yes")")
    }
  }

  /// What can still be undone is undone at once, not left to the next writer.
  private func requireUndone(_ bare: BareLedger, _ before: ([UInt8], [UInt8])) throws {
    guard bare.head == before.1, file == Self.head || bare.ledger == before.0,
      !bare.system.disk.names(BareLedger.path).contains(Self.head)
    else { throw Broken("\(self): something half written stayed") }
  }
}
