import Foundation
import TestSupport
import XinyiFiles

/// R7, with everything a command writes besides its lines.
let villagePowerCuts = Check(
  "R7", "After any power cut the books and the kept papers agree with the ledger",
  figure: 5_000, of: "crash states"
) { trial in
  let disk = try MemoryVillage.disk()
  trial.each(trial.share(2_500, smallOneIn: 50)) { number in
    var history = VillageHistory(disk, trial.random(case: number))
    try history.play()
    // The case itself is counted as one.
    trial.held(history.crashes - 1)
  }
}

/// R7, at the very beginning.
let foundingPowerCuts = Check(
  "R7", "A village whose founding is cut off is there whole or is no village", figure: 400,
  of: "crash states"
) { trial in
  let plain = MemorySystem()
  try MemoryVillage.found(on: plain)
  let count = plain.operations
  trial.each(trial.share(14 * count, smallOneIn: 20)) { number in
    var random = trial.random(case: number)
    let system = MemorySystem()
    // Some are not cut off before they have ended, and the last calls are those that decide.
    let place =
      switch number % 7 {
      case 0: count + 1
      case 1: Int.random(in: count - 15...count, using: &random)
      default:
        trial.weight == .full ? number / 7 % count + 1 : Int.random(in: 1...count, using: &random)
      }
    system.faults = [MemoryFault(moment: .operation(place), kind: .stop)]
    let isFounded = (try? MemoryVillage.found(on: system)) != nil
    system.crash(&random)
    try requireWholeOrNothing(on: system, isFounded: isFounded, "cut at call \(place)")
  }
}

private func requireWholeOrNothing(
  on system: MemorySystem, isFounded: Bool, _ what: String
) throws {
  let folder: VillageFolder
  do {
    folder = try VillageFolder.open(MemoryVillage.path, files: system.files)
  } catch {
    if isFounded { throw Broken("\(what): the village is not there: \(error)") }
    return
  }
  let snapshot = try folder.readVillage()
  try snapshot.requireSound(what)
  guard snapshot.events.count == 3 else { throw Broken("\(what): \(snapshot.events.count) lines") }
  _ = try folder.withWriter(patience: 0) { $0.head }
}

extension VillageHistory {
  fileprivate mutating func play() throws {
    for index in commands.indices {
      try carryOut(index, faults())
      if system.isStopped { system.restart() }
    }
    try carryOut(commands.count - 1, [cut()])
    try crash()
    while random.oneIn(3) {
      try carryOut(Int.random(in: commands.indices, using: &random), [cut()])
      try crash()
    }
    for index in commands.indices {
      try carryOut(index, [])
      guard answers[index] == .recorded else { throw Broken("said again, it was not recorded") }
      try requireTidy()
    }
    try crash()
  }

  /// Anywhere, or where one file is about to take the place of another.
  private mutating func cut() -> MemoryFault {
    let names = ["head.json", "roster.json", "shop.json", "village.json", "shop.json.new"]
    let moment =
      random.oneIn(2)
      ? MemoryFault.Moment.operation(system.operations + place())
      : .call(.rename, random.pick(names))
    return MemoryFault(moment: moment, kind: .stop)
  }

  /// A command needs at most about so many calls.
  private mutating func place() -> Int { Int.random(in: 1...95, using: &random) }

  private mutating func faults() -> [MemoryFault] {
    let moment = MemoryFault.Moment.operation(system.operations + place())
    let number = random.pick([EIO, ENOSPC, EDQUOT, EMFILE, EROFS])
    let name = random.pick(["ledger.jsonl", "roster.json.tmp", "shop.json.tmp", "village"])
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<3: return [MemoryFault(moment: moment, kind: .fails(number))]
    case 3: return [MemoryFault(moment: moment, kind: .keepsFailing(number))]
    case 4: return [MemoryFault(moment: .call(.synchronize, name), kind: .fails(number))]
    case 5..<7: return [MemoryFault(moment: moment, kind: .stop)]
    default: return []
    }
  }
}
