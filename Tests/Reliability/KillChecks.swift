import Foundation
import Synchronization
import TestSupport
import XinyiFiles

/// Writers that are stopped at any moment, again and again.
let killChecks: [Check] = [
  Check(
    "R11", "a writer that is killed at any moment loses nothing that was acknowledged",
    figure: 2_000, of: "kills"
  ) { trial in
    let workshop = try Workshop()
    var tally = KillTally()
    let rounds = trial.share(10, smallOneIn: 10)
    for round in 0..<rounds {
      let ledger = try RawLedger.found(workshop.path("v-\(round)"))
      let acknowledgements = workshop.path("acks-\(round)")
      let kills = trial.share(200, smallOneIn: 10)
      try killWriters(of: ledger, acknowledgements, kills, trial, round: round)
      let acknowledged = Acknowledgement.all(in: acknowledgements)
      let scan = try ledger.require(acknowledged)
      // Whoever comes next finds a ledger that can be written to.
      _ = try ledger.append("after")
      guard try ledger.require(acknowledged).tail == 0 else { throw Broken("a tail is left") }
      tally.acknowledged += acknowledged.count
      tally.tails += scan.tail > 0 ? 1 : 0
      tally.quarantined += try FileManager.default
        .subpathsOfDirectory(atPath: ledger.path).count { $0.hasPrefix("quarantine/") }
      trial.held(kills)
      try FileManager.default.removeItem(atPath: ledger.path)
    }
    print("    \(tally.acknowledged) lines acknowledged, \(tally.quarantined) tails put aside")
    if trial.weight == .full, tally.acknowledged < 500 || tally.quarantined == 0 {
      throw Broken("the kills did not meet writers at work")
    }
  }
]

private struct KillTally {
  var acknowledged = 0
  var tails = 0
  var quarantined = 0
}

/// Eight writers at a time, each killed some milliseconds after it was started.
private func killWriters(
  of ledger: RawLedger, _ acknowledgements: String, _ kills: Int, _ trial: Trial, round: Int
) throws {
  let next = Atomic<Int>(0)
  let faults = Mutex<[String]>([])
  let threads = (0..<8).map { _ in
    Thread {
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < kills else { return }
        var random = trial.random(case: round * 100_000 + number)
        let pause = UInt32.random(in: 0...60_000, using: &random)
        do {
          try killOne(of: ledger, acknowledgements, name: "w\(number)", after: pause)
        } catch {
          faults.withLock { $0.append("\(error)") }
        }
      }
    }
  }
  for thread in threads { thread.start() }
  while threads.contains(where: { !$0.isFinished }) { usleep(2_000) }
  if let fault = faults.withLock({ $0.first }) { throw Broken(fault) }
}

/// `pause` is in microseconds.
private func killOne(
  of ledger: RawLedger, _ acknowledgements: String, name: String, after pause: UInt32
) throws {
  let writer = try Worker.append(
    folder: ledger.path, acknowledgements: acknowledgements, name: name, count: 0
  ).start()
  usleep(pause)
  kill(writer.process, SIGKILL)
  let run = try writer.wait()
  guard run.status == 137 else { throw Broken("a writer ended by itself: \(run.complaint)") }
}
