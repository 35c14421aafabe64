import Foundation
import Synchronization
import TestSupport
import XinyiFiles

/// What is written where there is no more room.
let fullDiskChecks: [Check] = [
  Check(
    "R12", "a file that cannot grow by so many bytes leaves nothing recorded", figure: 350,
    of: "limits"
  ) { trial in
    let workshop = try Workshop()
    guard let village = try SmallVillage.stages(in: workshop)[.effective] else { return }
    let request = FaultRequest(.effective, "2026-11-03", "redeem 0012 PEN")
    let bench = try Bench(workshop, 0)
    let reference = try FaultReference(request, from: village, at: bench, try FaultShim())
    let start = village.files["ledger.jsonl"]?.count ?? 0
    let length = (reference.after.village.files["ledger.jsonl"]?.count ?? 0) - start
    let benches = Mutex(try (1...processors).map { try Bench(workshop, $0) })
    let step = trial.weight == .full ? 1 : 100
    trial.each((length + 1) / step) { number in
      guard let bench = benches.withLock({ $0.popLast() }) else { throw Broken("no bench") }
      defer { benches.withLock { $0.append(bench) } }
      let room = number * step
      try runWithLimit(start + room, isEnough: room == length, reference, at: bench)
    }
  },
  Check(
    "R12", "on a disk with a few free pages every request is recorded whole or not at all",
    figure: 120, of: "requests"
  ) { trial in
    let workshop = try Workshop()
    let stages = try SmallVillage.stages(in: workshop)
    let disk = try SmallDisk(in: workshop)
    let bench = try Bench(root: disk.path)
    var refused = 0
    for request in FaultRequest.all {
      for pages in 0..<trial.share(9, smallOneIn: 9) {
        guard let village = stages[request.stage] else { continue }
        let status = try disk.run(request, from: village, freePages: pages, at: bench)
        refused += status == 0 ? 0 : 1
        trial.held()
      }
    }
    print("    \(refused) of them found no room at first")
    guard refused > 0 else { throw Broken("the disk was never full") }
  },
  Check(
    "R12", "an answer that cannot be printed is told by the status of every command",
    figure: 2 * 45, of: "runs"
  ) { trial in
    try EveryCommand.requireAll()
    let workshop = try Workshop()
    let stages = try SmallVillage.stages(in: workshop)
    let commands = trial.weight == .full ? EveryCommand.all : Array(EveryCommand.all.prefix(3))
    let tables = [
      ("{table}", "姓名,编号,户号\n赵新,50,050\n"), ("{entries}", "细则,编号,日期\nGI04,12,10-04\n"),
      ("{goods}", "编码,名称,单价\nMJ,毛巾,5\n"),
    ].map { place, text in (place, text, workshop.path(String(place.dropFirst().dropLast()))) }
    for (_, text, path) in tables { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
    trial.each(commands.count) { number in
      let command = commands[number]
      let bench = try Bench(workshop, number)
      guard let village = stages[command.stage] else { throw Broken("no such stage") }
      let named = command.line.replacing("{folder}", with: bench.village)
        .replacing("{outside}", with: bench.root)
      let line = tables.reduce(named) { $0.replacing($1.0, with: $1.2) }
      let words = SmallVillage.words(line, in: bench.village, on: command.today)
      for isQuiet in [true, false] {
        let state = Bench.State(village: village, isThere: !village.files.isEmpty, output: nil)
        try bench.put(state)
        try requireStatus(of: words, command.effect, village, isQuiet, at: bench)
      }
      trial.held()
    }
  },
]

/// Runs the words with a full standard output, and if it is not quiet a full standard error too.
private func requireStatus(
  of words: [String], _ effect: EveryCommand.Effect, _ before: SmallVillage, _ isQuiet: Bool,
  at bench: Bench
) throws {
  let full = Binary.Sink.file("/dev/full")
  let run = try Binary.start(
    Binary.path, words, answer: full, messages: isQuiet ? .kept : full
  ).wait()
  let ledger = SmallVillage(in: bench.village).files["ledger.jsonl"]
  let hasRecorded = ledger != before.files["ledger.jsonl"]
  let expected: (Int32, Bool) =
    switch effect {
    case .records: (8, true)
    case .exports: (8, false)
    case .looks: (6, false)
    }
  guard (run.status, hasRecorded) == expected else {
    throw Broken(
      "\(words.joined(separator: " ")): \(run.status), recorded: \(hasRecorded), "
        + run.complaint)
  }
  if hasRecorded { try SmallVillage.requireSound(bench.village) }
}

/// Runs the request where no file can become longer than so many bytes, and then without a limit.
private func runWithLimit(
  _ bytes: Int, isEnough: Bool, _ reference: FaultReference, at bench: Bench
) throws {
  try bench.put(reference.before)
  let words = reference.request.words(in: bench)
  let run = try Worker.limit(bytes: UInt64(bytes), program: Binary.path, words: words)
    .start().wait()
  let lines = try SmallVillage.requireSound(bench.village).lines(of: "t-1")?.count ?? 0
  guard run.status == (isEnough ? 0 : 6), lines == (isEnough ? 1 : 0) else {
    throw Broken("\(bytes) bytes: \(run.status), \(lines) lines, \(run.complaint)")
  }
  // Where it has left no trace, it was not there.
  if bench.state() == reference.before { return }
  let again = try Binary.run(words)
  guard again.status == 0, bench.state().settled == reference.after.settled else {
    throw Broken("\(bytes) bytes, said again: \(again.status), \(again.complaint)")
  }
}

/// A disk in memory that is nearly full.
private final class SmallDisk {
  let path: String
  /// Removed only after the disk is unmounted.
  private let workshop: Workshop

  /// Throws `Skipped` where it cannot be mounted.
  init(in workshop: Workshop) throws {
    self.workshop = workshop
    path = workshop.path("disk")
    guard geteuid() == 0 else {
      throw Skipped("it mounts a small disk: sudo .build/release/reliability R12")
    }
    mkdir(path, 0o700)
    let run = try shell("mount -t tmpfs -o size=400k none \(path)")
    guard run.status == 0 else { throw Skipped("no mount: \(run.complaint)") }
  }

  deinit { _ = try? shell("umount \(path)") }

  /// The status of the request with so many free pages; said again with room, it is recorded.
  func run(
    _ request: FaultRequest, from village: SmallVillage, freePages: Int, at bench: Bench
  ) throws -> Int32 {
    try bench.put(
      Bench.State(village: village, isThere: !village.files.isEmpty, output: nil))
    try fill(but: freePages)
    let words = request.words(in: bench)
    let run = try Binary.run(words)
    unlink(path + "/filler")
    let isThere = access(bench.village + "/village.json", F_OK) == 0
    let lines = isThere ? try SmallVillage.requireSound(bench.village).lines(of: "t-1") : nil
    let mayBe: [Int32: [Bool]] = [0: [true], 8: [true], 6: [false], 3: [false]]
    guard run.status == 7 || mayBe[run.status]?.contains(lines != nil) == true else {
      throw Broken(
        "\(request.line), \(freePages) pages: \(run.status), \(String(describing: lines)), "
          + run.complaint)
    }
    let again = try Binary.run(words)
    guard again.status == 0,
      let after = try SmallVillage.requireSound(bench.village).lines(of: "t-1"),
      lines == nil || lines == after
    else { throw Broken("\(request.line) said again: \(again.status), \(again.complaint)") }
    return run.status
  }

  private func fill(but pages: Int) throws {
    let filler = open(path + "/filler", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard filler >= 0 else { throw Broken("the disk cannot be filled") }
    defer { close(filler) }
    let page = [UInt8](repeating: 1, count: 4096)
    var size = 0
    while write(filler, page, page.count) == page.count { size += page.count }
    ftruncate(filler, off_t(max(0, size - pages * page.count)))
  }
}
