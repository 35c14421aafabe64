import Dispatch
import Foundation
import Synchronization
import TestSupport
import XinyiFiles
import XinyiLedger

/// Many processes write one ledger at once.
let writerChecks: [Check] = [
  Check(
    "R10", "many writers lose no line and double none, and no reader is alarmed",
    figure: 1_600 + 600, of: "lines and readings"
  ) { trial in
    let workshop = try Workshop()
    let ledger = try RawLedger.found(workshop.path("v"))
    let lines = trial.share(100, smallOneIn: 20)
    let writers = try (0..<16).map { number in
      try Worker.append(
        folder: ledger.path, acknowledgements: workshop.path("acks-\(number)"),
        name: "w\(number)", count: lines
      ).start()
    }
    let readings = try readings(of: ledger, atLeast: trial.share(600), while: writers)
    trial.held(readings)
    let acknowledged = (0..<16).flatMap { Acknowledgement.all(in: workshop.path("acks-\($0)")) }
    let scan = try ledger.require(acknowledged)
    guard Set(acknowledged.map(\.text)).count == 16 * lines, scan.lines.count == 16 * lines + 1
    else { throw Broken("\(scan.lines.count - 1) lines, \(acknowledged.count) acknowledged") }
    trial.held(acknowledged.count)
    print("    \(acknowledged.count) lines by 16 processes, \(readings) readings meanwhile")
  },
  Check(
    "R10", "the program at many counters at once records every request, and one receipt once",
    figure: 16 * 5 + 16 * 40, of: "runs"
  ) { trial in
    let workshop = try Workshop()
    guard let village = try SmallVillage.stages(in: workshop)[.effective] else { return }
    let folder = workshop.path("v")
    try village.put(in: folder)
    let different = trial.share(16 * 5, smallOneIn: 10)
    let runs = try atOnce(16, different) { number in
      try say("shop receive PEN 1", in: folder, receipt: "d-\(number)")
    }
    for run in runs where run.status != 0 { throw Broken("\(run.status): \(run.complaint)") }
    let same = trial.share(16 * 40, smallOneIn: 40)
    let answers = try atOnce(16, same) { _ in
      try say("redeem 0012 PEN", in: folder, receipt: "s-1")
    }
    let texts = Set(
      answers.map { $0.text.replacing(#""repeated":false"#, with: #""repeated":true"#) })
    let firsts = answers.count { $0.text.contains(#""repeated":false"#) }
    guard texts.count == 1, firsts == 1, answers.allSatisfy({ $0.status == 0 }) else {
      throw Broken("one receipt has \(texts.count) answers, \(firsts) of them new")
    }
    let snapshot = try SmallVillage.requireSound(folder)
    for receipt in ["s-1"] + (0..<different).map({ "d-\($0)" }) {
      guard try snapshot.lines(of: receipt)?.count == 1 else {
        throw Broken("\(receipt) is not recorded once")
      }
    }
    trial.held(different + same)
  },
  Check(
    "R10", "of 16 counters each basket with a slip is recorded once, and nothing falls below zero",
    figure: 16 * 100, of: "baskets"
  ) { trial in
    let workshop = try Workshop()
    guard let village = try SmallVillage.stages(in: workshop)[.effective] else { return }
    let folder = workshop.path("v")
    try village.put(in: folder)
    try stockUp(folder)
    let baskets = trial.share(16 * 100, smallOneIn: 100)
    let runs = try atOnce(16, baskets) { number in
      try say(
        "redeem \(buyers[number % buyers.count]) PEN --again", in: folder,
        receipt: "b-\(number)", on: "2026-12-10")
    }
    if let run = runs.first(where: { $0.status > 1 }) {
      throw Broken("\(run.status): \(run.complaint)")
    }
    let given = runs.indices.filter { runs[$0].status == 0 }
    // There are more points than pieces, so that the last piece is wanted by many.
    guard given.count == min(baskets, pieces) else {
      throw Broken("\(given.count) slips for \(baskets) baskets and \(pieces) pieces")
    }
    let snapshot = try SmallVillage.requireSound(folder)
    let recorded = snapshot.events.filter { if case .redeemed = $0.event { true } else { false } }
      .map(\.receipt.text)
    guard recorded.sorted() == given.map({ "b-\($0)" }).sorted() else {
      throw Broken("\(recorded.count) baskets are recorded, \(given.count) had a slip")
    }
    try requireNothingBelowZero(snapshot)
    trial.held(baskets)
    print("    \(given.count) slips, \(baskets - given.count) refused")
  },
]

private let buyers = ["0001", "0002", "0003", "0004", "0005", "0012"]
private let pieces = 900

/// Brings two hundred points to each of the buyers, and the pieces into the shop.
private func stockUp(_ folder: String) throws {
  let records = (1...20).map { day in
    (
      today: "2026-11-25",
      line: "record DY03 \(buyers.joined(separator: " ")) --evidence 照片 --on 2026-11-"
        + (day < 10 ? "0\(day)" : "\(day)")
    )
  }
  let rest = [
    ("2026-11-26", "review open --present 1,2,3,4,5 --chair 1"),
    ("2026-11-26", "review approve --rest"), ("2026-11-26", "review close"),
    ("2026-11-27", "notice publish"), ("2026-12-10", "confirm"),
    ("2026-12-10", "shop receive PEN \(pieces - 200)"),
  ]
  for (today, line) in records + rest {
    let run = try Binary.run(SmallVillage.words(line, in: folder, on: today))
    guard run.status == 0 else { throw Broken("\(line): \(run.complaint)") }
  }
}

/// Adds up what each buyer spent, and what left the shelf, from the lines alone.
private func requireNothingBelowZero(_ snapshot: VillageSnapshot) throws {
  var points: [PersonNumber: Points] = [:]
  var shelf = 0
  for recorded in snapshot.events {
    switch recorded.event {
    case .confirmed(let event):
      for line in event.lines {
        guard let person = snapshot.ledger[line.entry]?.recorded.person else { continue }
        points[person, default: .zero] += line.spendable
      }
    case .goodsReceived(let event): shelf += event.count
    case .redeemed(let event):
      for line in event.lines { shelf -= line.count }
      if let person = event.person { points[person, default: .zero] -= event.total }
    default: break
    }
    guard shelf >= 0, points.values.allSatisfy({ $0 >= .zero }) else {
      throw Broken("line \(recorded.sequence) leaves \(shelf) pieces and \(points) points")
    }
  }
}

private func say(
  _ line: String, in folder: String, receipt: String, on day: String = "2026-11-03"
) throws -> Run {
  let line = "\(line) --json --receipt \(receipt)"
  return try Binary.run(SmallVillage.words(line, in: folder, on: day))
}

/// Runs 0..<count, so many of them at a time.
private func atOnce(
  _ width: Int, _ count: Int, _ body: @escaping @Sendable (Int) throws -> Run
) throws -> [Run] {
  let runs = Mutex<[Int: Result<Run, any Error>]>([:])
  let next = Atomic<Int>(0)
  let threads = (0..<width).map { _ in
    Thread {
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < count else { return }
        let result = Result { try body(number) }
        runs.withLock { $0[number] = result }
      }
    }
  }
  for thread in threads { thread.start() }
  while threads.contains(where: { !$0.isFinished }) { usleep(2_000) }
  return try runs.withLock { runs in try (0..<count).compactMap { try runs[$0]?.get() } }
}

/// Reads the ledger over and over while the writers are at work, and as often as is asked for;
/// throws `Broken` at the first alarm, or when a writer ended otherwise than with 0.
private func readings(
  of ledger: RawLedger, atLeast count: Int, while writers: [Started]
) throws -> Int {
  let atWork = Atomic<Int>(writers.count)
  let faults = Mutex<[String]>([])
  for writer in writers {
    Thread.detachNewThread {
      let run = try? writer.wait()
      if run?.status != 0 {
        faults.withLock { $0.append("a writer ended: \(run?.complaint ?? "")") }
      }
      atWork.wrappingSubtract(1, ordering: .releasing)
    }
  }
  var readings = 0
  var seen = 0
  let folder = try VillageFolder.open(ledger.path)
  while atWork.load(ordering: .acquiring) > 0 || readings < count {
    let scan = try folder.readLedger()
    if let damage = scan.damage { throw Broken("a false alarm: \(damage)") }
    guard scan.lines.count >= seen else { throw Broken("lines went away") }
    seen = scan.lines.count
    readings += 1
  }
  if let fault = faults.withLock({ $0.first }) { throw Broken(fault) }
  return readings
}
