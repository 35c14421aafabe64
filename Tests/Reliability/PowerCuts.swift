import Foundation
import TestSupport
import XinyiFiles

/// R7: what was answered survives; what was not is there whole or not at all.
let powerCuts = Check(
  "R7", "After any power cut what was answered is there, and nothing is there in part",
  figure: 100_000, of: "crash states"
) { trial in
  let disks = try (1...3).map { try BareLedger.disk(lines: $0, filler: 45 + 150 * $0) }
  trial.each(trial.share(50_000)) { number in
    let random = trial.random(case: number)
    let lines = number % disks.count + 1
    var history = LedgerHistory(disks[lines - 1], lines: lines, random)
    try history.play()
    // The case itself is counted as one.
    trial.held(history.crashes - 1)
  }
}

extension LedgerHistory {
  /// Commands with all sorts of faults, a power cut in the last of them, recoveries that may be
  /// cut as well, and in the end every command once more, and a last power cut.
  fileprivate mutating func play() throws {
    for index in commands.indices {
      try carryOut(index, faults())
      if system.isStopped { system.restart() }
    }
    try carryOut(commands.count - 1, [cut()])
    try crash()
    while random.oneIn(3) {
      let index = Int.random(in: commands.indices, using: &random)
      try carryOut(index, [cut()])
      try crash()
    }
    for index in commands.indices {
      try carryOut(index, [])
      guard case .recorded = commands[index].answer else {
        throw Broken("\(commands[index].mark), said again, was not recorded")
      }
    }
    try crash()
    try requireCutOffKept()
  }

  private mutating func cut() -> MemoryFault {
    MemoryFault(moment: .operation(system.operations + place()), kind: .stop)
  }

  /// A command needs at most about so many calls.
  private mutating func place() -> Int { Int.random(in: 1...45, using: &random) }

  /// What goes wrong in a command, which in most cases is nothing.
  private mutating func faults() -> [MemoryFault] {
    let moment = MemoryFault.Moment.operation(system.operations + place())
    let number = random.pick([EIO, ENOSPC, EDQUOT, EACCES, EMFILE, EROFS, ENOMEM])
    let written = random.pick(["ledger.jsonl", "head.json.tmp", "tail-1-1", "tail-2-1"])
    let short = MemoryFault(
      moment: .call(.write, written), kind: .shortWrite(Int.random(in: 1...400, using: &random)))
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<3: return [MemoryFault(moment: moment, kind: .fails(number))]
    case 3: return [MemoryFault(moment: moment, kind: .keepsFailing(number))]
    case 4..<7:
      let name = random.pick(["ledger.jsonl", "ledger.jsonl", "head.json.tmp", "village"])
      return [MemoryFault(moment: .call(.synchronize, name), kind: .fails(number))]
    case 7: return [MemoryFault(moment: moment, kind: .fails(EINTR))]
    case 8: return [short]
    case 9: return [short, MemoryFault(moment: .call(.write, written), kind: .fails(number))]
    case 10: return [short, MemoryFault(moment: .call(.write, written), kind: .stop)]
    case 11..<13: return [MemoryFault(moment: moment, kind: .stop)]
    default: return []
    }
  }
}
