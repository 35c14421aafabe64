import Foundation
import Synchronization
import TestSupport
import XinyiFiles

/// Power cuts, on a disk that forgets what was not forced onto it.
let powerCutChecks: [Check] = [
  Check(
    "R8", "a power cut loses nothing that was acknowledged", figure: 6, of: "power cuts"
  ) { trial in
    let workshop = try Workshop()
    let village = try SmallVillage.stages(in: workshop)[.effective]
    var disks = [try LoopDevice("ext4", megabytes: 64, in: workshop)]
    do {
      disks.append(try LoopDevice("xfs", megabytes: 320, in: workshop))
    } catch let skipped as Skipped {
      print("    without XFS: \(skipped.reason)")
    }
    for (number, disk) in disks.enumerated() {
      var cuts = PowerCuts(disk: disk, workshop: workshop, trial: trial, case: number)
      let end = ContinuousClock.now + .seconds(trial.seconds / Double(disks.count))
      repeat {
        try cuts.cut(village)
        trial.held()
      } while ContinuousClock.now < end && trial.weight == .full
      print(
        "    \(cuts.count) power cuts, \(cuts.acknowledged) lines acknowledged, "
          + "\(cuts.runs) by the program itself")
    }
  },
  Check(
    "R8", "without fsync a power cut loses an acknowledged line within three cuts",
    figure: 1, of: "losses found"
  ) { trial in
    let workshop = try Workshop()
    let shim = try FaultShim()
    let disk = try LoopDevice("ext4", megabytes: 64, in: workshop)
    var cuts = PowerCuts(disk: disk, workshop: workshop, trial: trial, case: 9)
    cuts.environment = shim.environmentWithoutSynchronizing()
    for _ in 0..<3 {
      do {
        try cuts.cut(nil)
      } catch let loss as LostLine {
        print("    \(loss)")
        trial.held()
        return
      }
    }
    throw Broken("nothing was lost, so that the check above shows nothing")
  },
]

/// Writers at work on a disk, and one power cut after the other.
private struct PowerCuts {
  let disk: LoopDevice
  let workshop: Workshop
  let trial: Trial
  let `case`: Int
  /// For the writers of raw lines.
  var environment = Binary.environment
  private(set) var count = 0
  private(set) var acknowledged = 0
  private(set) var runs = 0

  init(disk: LoopDevice, workshop: Workshop, trial: Trial, case: Int) {
    self.disk = disk
    self.workshop = workshop
    self.trial = trial
    self.case = `case`
  }

  /// Lets writers work for a while, cuts the power, and looks for every line that was
  /// acknowledged before.
  mutating func cut(_ village: SmallVillage?) throws {
    count += 1
    var random = trial.random(case: `case` * 100_000 + count)
    let ledger = try RawLedger.found("\(disk.path)/v-\(count)")
    let folder = "\(disk.path)/p-\(count)"
    if let village {
      try village.put(in: folder)
      try disk.synchronize()
    }
    let acknowledgements = workshop.path("acks-\(disk.path.hashValue)-\(count)")
    let writers = try (0..<3).map { number in
      try Worker.append(
        folder: ledger.path, acknowledgements: acknowledgements, name: "w\(number)", count: 0
      ).start(environment: environment)
    }
    let counter = village.map { _ in Counter(folder: folder) }
    counter?.start()
    usleep(UInt32.random(in: 60_000...400_000, using: &random))
    // What is answered from here on, no living machine could have answered: a file system that is
    // being shut down says yes to a call that is under way (seen with XFS) and keeps nothing of it.
    let lines = Acknowledgement.all(in: acknowledgements)
    let receipts = counter?.handedOut ?? []
    try disk.cutPower()
    // Their calls fail now, and so do they; one that waits for the lock is stopped.
    usleep(30_000)
    for writer in writers {
      kill(writer.process, SIGKILL)
      _ = try writer.wait()
    }
    counter?.awaitEnd()
    try disk.startAgain()
    try ledger.require(lines)
    try requireSlips(receipts, in: folder)
    acknowledged += lines.count + receipts.count
    runs += receipts.count
    for path in [ledger.path, folder] { try? FileManager.default.removeItem(atPath: path) }
  }

  private func requireSlips(_ receipts: [String], in folder: String) throws {
    guard !receipts.isEmpty else { return }
    let snapshot = try SmallVillage.requireSound(folder)
    for receipt in receipts {
      guard try snapshot.lines(of: receipt)?.count == 1 else {
        throw Broken("\(receipt) was handed out and is lost")
      }
    }
  }
}

/// Somebody who redeems with the program itself, one slip after the other, until it fails.
private final class Counter: Sendable {
  private let folder: String
  private let receipts = Mutex<[String]>([])
  private let isDone = Atomic<Bool>(false)

  init(folder: String) { self.folder = folder }

  func start() {
    Thread.detachNewThread { [self] in
      for number in 0... {
        let line = "redeem 0012 PEN --again --receipt p-\(number)"
        let words = SmallVillage.words(line, in: folder, on: "2026-11-03")
        guard let run = try? Binary.run(words), run.status == 0 else { break }
        receipts.withLock { $0.append("p-\(number)") }
      }
      isDone.store(true, ordering: .releasing)
    }
  }

  /// The receipts so far.
  var handedOut: [String] { receipts.withLock { $0 } }

  /// Waits until a redemption fails, which it does once the power is gone.
  func awaitEnd() {
    while !isDone.load(ordering: .acquiring) { usleep(1_000) }
  }
}
