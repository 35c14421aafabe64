import Foundation
import Synchronization
import TestSupport
import XinyiFiles

let faultChecks: [Check] = [
  Check(
    "R5", "whatever a file call answers, the exit status tells the truth and the next try heals",
    figure: 4_000, of: "runs with a fault"
  ) { trial in
    let shim = try FaultShim()
    let workshop = try Workshop()
    let stages = try SmallVillage.stages(in: workshop)
    let bench = try Bench(workshop, 0)
    let references = try FaultRequest.all.compactMap { request in
      try stages[request.stage].map {
        try FaultReference(request, from: $0, at: bench, shim)
      }
    }
    let cases = faultCases(references, trial)
    let benches = try (0..<processors).map { try Bench(workshop, $0) }
    let free = Mutex(benches)
    let trials = FaultTrials(shim: shim)
    trial.each(cases.count) { number in
      guard let bench = free.withLock({ $0.popLast() }) else { throw Broken("no bench is free") }
      defer { free.withLock { $0.append(bench) } }
      try trials.run(cases[number], references[cases[number].request], at: bench)
    }
    let calls = references.map(\.calls.count).reduce(0, +)
    print("    \(references.count) commands, \(calls) file calls, \(trials.tally)")
  }
]

/// One call of one command, and what happens to it.
struct FaultCase: Hashable, Sendable {
  let request: Int
  /// From 1.
  let call: Int
  let fault: FaultShim.Fault
}

/// Every call with every fault, in an order drawn by chance.
///
/// Only after a write is there something else to be stopped in than before the next call. A call
/// that only looks fails for two reasons of five that the seed draws; of the names of a folder, the
/// first and the last are enough. Two minutes have room for 4,300 runs: all calls that change
/// something, and as many others as the seed draws.
private func faultCases(_ references: [FaultReference], _ trial: Trial) -> [FaultCase] {
  var random = trial.random(case: 0)
  var changing: [FaultCase] = []
  var looking: [FaultCase] = []
  for (index, reference) in references.enumerated() {
    let calls = reference.calls
    for (position, call) in calls.enumerated() {
      let isOneOfMany =
        call == "readdir" && position > 0 && calls[position - 1] == call
        && calls[position + 1] == call
      guard !isOneOfMany else { continue }
      let found = faults(of: call, &random).map {
        FaultCase(request: index, call: position + 1, fault: $0)
      }
      if isLooking(call) { looking += found } else { changing += found }
    }
  }
  let others = looking.shuffled(using: &random).prefix(max(0, 4_300 - changing.count))
  let cases = (changing + others).shuffled(using: &random)
  return Array(cases.prefix(trial.share(cases.count, smallOneIn: 200)))
}

private func faults(of call: String, _ random: inout SeededRandom) -> [FaultShim.Fault] {
  let reasons = [ENOSPC, EACCES, EMFILE, EDQUOT, EROFS].shuffled(using: &random)
  let drawn = isLooking(call) ? Array(reasons.prefix(2)) : reasons
  let faults = ([EIO, EINTR] + drawn).map { FaultShim.Fault.error($0) } + [.killBefore]
  return call == "write" ? faults + [.killAfter, .shortWrite] : faults
}

/// Whether the call can leave nothing behind.
private func isLooking(_ call: String) -> Bool {
  let names = ["read", "fstat", "fstatat", "close", "fdopendir", "readdir", "closedir"]
  return names.contains(call.split(separator: " ").first.map(String.init) ?? call)
}

/// Runs the cases, and remembers what was found of what they leave: many leave the same.
private final class FaultTrials: Sendable {
  private let shim: FaultShim
  private let seen = Mutex<[Leftover: Int]>([:])
  private let visible = Mutex(0)

  private struct Leftover: Hashable {
    let request: Int
    let state: Bench.State
  }

  init(shim: FaultShim) { self.shim = shim }

  var tally: String {
    let (ends, leftovers) = (visible.withLock { $0 }, seen.withLock(\.count))
    return "\(ends) ended otherwise than with 0, \(leftovers) different leftovers"
  }

  func run(_ one: FaultCase, _ reference: FaultReference, at bench: Bench) throws {
    try bench.put(reference.before)
    let run = try Binary.run(
      reference.request.words(in: bench),
      environment: shim.environment(one.fault, at: one.call, from: bench.village))
    if run.status != 0 { visible.withLock { $0 += 1 } }
    do {
      try judge(run, one.fault, isRecorded: try examine(one.request, reference, at: bench))
    } catch {
      throw Broken(
        "\(reference.request.line): \(one.fault) at call \(one.call), "
          + "\(reference.calls[one.call - 1]): \(error); it ended with \(run.status), "
          + "\(run.complaint)")
    }
  }

  /// Whether the status says what became of the request.
  private func judge(_ run: Run, _ fault: FaultShim.Fault, isRecorded: Bool) throws {
    if fault.isInvisible, run.status != 0 { throw Broken("it shows") }
    if fault.isKill {
      guard run.status == 137 else { throw Broken("it was not stopped") }
      return
    }
    switch run.status {
    case 0, 8: if !isRecorded { throw Broken("it is not recorded") }
    case 3, 6: if isRecorded { throw Broken("it is recorded") }
    case 7: break
    default: throw Broken("a failing disk must not end like this")
    }
  }

  /// Whether the request is recorded, in a village that is sound and goes on as it should.
  private func examine(
    _ request: Int, _ reference: FaultReference, at bench: Bench
  ) throws -> Bool {
    let left = Leftover(request: request, state: bench.state())
    if let lines = seen.withLock({ $0[left] }) { return lines > 0 }
    let lines = try recordedLines(at: bench)
    guard [0, reference.lineCount].contains(lines) else { throw Broken("half of it is recorded") }
    try sayAgain(reference, at: bench)
    seen.withLock { $0[left] = lines }
    return lines > 0
  }

  /// The same request with the same receipt: it is recorded once then, whatever was before.
  private func sayAgain(_ reference: FaultReference, at bench: Bench) throws {
    let again = try Binary.run(reference.request.words(in: bench))
    guard again.status == 0 else {
      throw Broken("said again, it ends with \(again.status), \(again.complaint)")
    }
    guard try recordedLines(at: bench) == reference.lineCount else {
      throw Broken("said again, it is not recorded once")
    }
    let state = bench.state()
    if reference.request.isRepeatable, state.settled != reference.after.settled {
      throw Broken("said again, the files are not what they should be")
    }
    if (state.output == nil) != (reference.after.output == nil) {
      throw Broken("said again, what was to be written out is missing")
    }
    let verified = try Binary.run(["-C", bench.village, "verify"])
    guard verified.status == 0 else { throw Broken("verify finds \(verified.text)") }
  }

  /// How many lines there are of the request; throws when the village is not sound.
  private func recordedLines(at bench: Bench) throws -> Int {
    guard access(bench.village + "/village.json", F_OK) == 0 else { return 0 }
    return try SmallVillage.requireSound(bench.village).lines(of: "t-1")?.count ?? 0
  }
}
