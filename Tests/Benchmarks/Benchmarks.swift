import Foundation
import XinyiFiles
import XinyiLedger

/// Measures this program and its peers on the same facts, one after the other in one go:
///
///     benchmarks WORK [--events 100000,1000000] [--page docs/performance.md]
///
/// WORK keeps the villages that were made, so that a second run begins at once. Needs `ledger` and
/// `hledger`, and `valgrind` and `strip` for the counts of instructions; what is missing is an error.
@main
enum Benchmarks {
  static func main() throws {
    var words = Array(CommandLine.arguments.dropFirst())
    if let job = Job(words) { return try job.run() }
    let events = option("--events", of: &words) ?? "100000,1000000"
    let page = option("--page", of: &words)
    guard words.count == 1, let work = words.first, !work.hasPrefix("-") else {
      throw BenchmarkFault("usage: benchmarks WORK [--events N,N] [--page FILE]")
    }
    let sizes = events.split(separator: ",").compactMap { Int($0) }.sorted()
    guard sizes.count == events.split(separator: ",").count, let most = sizes.last else {
      throw BenchmarkFault("--events takes numbers, parted by commas")
    }
    let machine = try Machine()
    let villages = try BenchmarkVillages(in: work, machine, mostEvents: most)
    var report = BenchmarkReport(machine: machine)
    report.limits = try Limits(machine)
    for size in sizes {
      report.replays.append(try ReplayComparison(villages.village(events: size), machine))
    }
    // Before the first month counts nobody has anything to spend.
    for size in [6_000] + sizes {
      report.commands.append(try CommandTimes(villages.village(events: size), machine))
    }
    report.help = try machine.time(5) { [machine.program, "--help"] }
    report.instructions = try Instructions.count(villages, machine)
    try report.print(toPage: page)
  }

  private static func option(_ name: String, of words: inout [String]) -> String? {
    guard let place = words.firstIndex(of: name), place + 1 < words.count else { return nil }
    defer { words.removeSubrange(place...place + 1) }
    return words[place + 1]
  }
}

struct BenchmarkFault: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
