import Foundation

/// The table, as `docs/performance.md` shows it.
struct BenchmarkReport {
  let machine: Machine
  var limits = Limits()
  var replays: [ReplayComparison] = []
  var commands: [CommandTimes] = []
  var help: Measured?
  var instructions: Instructions?

  /// What stands around the measured part of the page.
  static let begin =
    "<!-- measured: benchmarks WORK --page docs/performance.md -->"
  static let end = "<!-- end of what was measured -->"

  func print(toPage page: String?) throws {
    let text = self.text
    Swift.print(text)
    guard let page else { return }
    let old = try String(contentsOfFile: page, encoding: .utf8)
    guard let begin = old.range(of: Self.begin), let end = old.range(of: Self.end),
      begin.upperBound <= end.lowerBound
    else { throw BenchmarkFault("\(page) has no place for the table") }
    let new = old[..<begin.upperBound] + "\n" + text + "\n" + old[end.lowerBound...]
    try new.write(toFile: page, atomically: true, encoding: .utf8)
  }

  var text: String {
    [machineLines, replayTable, commandTable, otherLines].joined(separator: "\n\n")
  }

  private var machineLines: String {
    let format = DateFormatter()
    format.dateFormat = "yyyy-MM-dd"
    return """
      \(format.string(from: Date())), \(machine.name), \(machine.cores) cores, \(machine.memory) GiB; \
      \(machine.swift); \(machine.ledger); \(machine.hledger); \(machine.valgrind). \
      One processor: SHA-256 \(Self.gigabytes(limits.sha256)), copying memory \
      \(Self.gigabytes(limits.memory)). One line of 500 bytes with its fsync: \
      \(Self.milliseconds(limits.fsync)).
      """
  }

  private var replayTable: String {
    var rows = [
      "| lines | | seconds | processor seconds | memory | ours is |",
      "|---:|---|---:|---:|---:|---:|",
    ]
    for replay in replays {
      for (name, run) in [
        ("verified replay", replay.replay), ("`xinyi verify`", replay.verify),
        ("`ledger balance`", replay.ledger), ("`hledger balance`", replay.hledger),
      ] {
        let ratio = run.seconds / replay.replay.seconds
        let memory = Double(run.memory) / Double(replay.replay.memory)
        let than =
          name == "verified replay"
          ? "" : String(format: "%.1f × as fast, %.2f × less memory", ratio, memory)
        rows.append(
          "| \(replay.village.lines) | \(name) | \(Self.seconds(run.seconds)) "
            + "| \(Self.seconds(run.work)) | \(run.memory >> 20) MiB | \(than) |")
      }
      let perSecond = replay.throughput
      rows.append(
        "| | that is | \(Self.gigabytes(perSecond)) | "
          + String(
            format: "%.0f %% of hashing, %.0f %% of copying once |",
            100 * perSecond / (limits.sha256 * Double(machine.cores)),
            100 * perSecond / limits.memory)
          + " \(replay.replay.memory / replay.village.lines) bytes a line | |")
    }
    return rows.joined(separator: "\n")
  }

  private var commandTable: String {
    var rows = [
      "| lines | `balance WHO` | `statement WHO` | `redeem` | `record` | first, without a saved state |",
      "|---:|---:|---:|---:|---:|---:|",
    ]
    for times in commands {
      let runs = [times.balance, times.statement, times.redeem, times.record, times.first]
      rows.append(
        "| \(times.village.lines) | "
          + runs.map { Self.milliseconds($0.seconds) }.joined(separator: " | ") + " |")
    }
    if let least = commands.first, let most = commands.last, commands.count > 1 {
      let pairs = [
        (least.balance, most.balance), (least.statement, most.statement),
        (least.redeem, most.redeem), (least.record, most.record),
      ]
      rows.append(
        "| last to first | "
          + pairs.map { String(format: "%.2f ×", $1.seconds / $0.seconds) }
          .joined(separator: " | ") + " | |")
    }
    return rows.joined(separator: "\n")
  }

  private var otherLines: String {
    var lines: [String] = []
    if let help { lines.append("`xinyi --help`: \(Self.milliseconds(help.seconds)).") }
    if let instructions {
      lines.append(
        "Verified replay takes \(instructions.perEvent) instructions a line (callgrind, the "
          + "difference between \(instructions.lines.0) and \(instructions.lines.1) lines).")
    }
    return lines.joined(separator: " ")
  }

  private static func seconds(_ value: Double) -> String { String(format: "%.2f", value) }
  private static func milliseconds(_ value: Double) -> String {
    String(format: "%.1f ms", value * 1000)
  }
  private static func gigabytes(_ value: Double) -> String {
    String(format: "%.2f GB/s", value / 1e9)
  }
}
