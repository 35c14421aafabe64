import Foundation
import TestSupport
import XinyiFiles

/// A command whose every file call is made to fail, with a receipt by which it can be said again.
struct FaultRequest: Sendable {
  let stage: SmallVillage.Stage
  let today: String
  let line: String
  /// Whether it always leaves the same bytes: none are drawn by chance, and no path is in them.
  let isRepeatable: Bool

  init(_ stage: SmallVillage.Stage, _ today: String, _ line: String, isRepeatable: Bool = true) {
    self.stage = stage
    self.today = today
    self.line = line + " --receipt t-1"
    self.isRepeatable = isRepeatable
  }

  func words(in bench: Bench) -> [String] {
    let line = line.replacing("{folder}", with: bench.village)
      .replacing("{output}", with: bench.output)
    return SmallVillage.words(line, in: bench.village, on: today)
  }

  static let all = [
    FaultRequest(
      .nowhere, "2026-10-01",
      "init {folder} --name 苏庄村 --town 侯营镇 --county 东昌府区 --practice", isRepeatable: false),
    FaultRequest(.founded, "2026-10-02", "person add 赵新 --household 050 --head"),
    FaultRequest(.founded, "2026-10-02", "person role 0012 keeper --from 2026-10-02"),
    FaultRequest(.founded, "2026-10-05", "record GI04 0012 --on 2026-10-04 --evidence 照片"),
    FaultRequest(.recorded, "2026-10-25", "withdraw B0001 --why 错了"),
    FaultRequest(.recorded, "2026-10-26", "review open --present 1,2,3,4,5 --chair 1"),
    FaultRequest(.inReview, "2026-10-26", "review approve --rest"),
    FaultRequest(.decided, "2026-10-26", "review close"),
    FaultRequest(.closed, "2026-10-27", "notice publish", isRepeatable: false),
    FaultRequest(.onNotice, "2026-10-28", "objection file 10-1 --why 不对"),
    FaultRequest(
      .objected, "2026-10-29", "objection resolve O-2026-10-01 --outcome withdrawn --why 核实"),
    FaultRequest(.onNotice, "2026-11-03", "confirm"),
    FaultRequest(.effective, "2026-11-03", "shop receive PEN 5"),
    FaultRequest(.effective, "2026-11-03", "shop price PEN 2"),
    FaultRequest(.effective, "2026-11-03", "redeem 0012 PEN"),
    FaultRequest(
      .effective, "2026-11-03", "platform export 2026-10 --output {output}",
      isRepeatable: false),
  ]
}

/// The folders of one worker, who makes one run after another.
struct Bench: Sendable {
  let root: String
  let village: String
  /// A file that is written outside of the village.
  let output: String
  let log: String

  init(_ workshop: Workshop, _ number: Int) throws {
    try self.init(root: workshop.path("bench-\(number)"))
  }

  init(root: String) throws {
    self.root = root
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    village = root + "/v"
    output = root + "/p.csv"
    log = root + "/calls"
  }

  /// The whole of what a run leaves.
  func state() -> State {
    State(
      village: SmallVillage(in: village), isThere: access(village, F_OK) == 0,
      output: access(output, F_OK) == 0 ? wholeFile(output) : nil)
  }

  func put(_ state: State) throws {
    try state.village.put(in: village)
    if state.isThere, state.village.files.isEmpty { mkdir(village, 0o700) }
    try? FileManager.default.removeItem(atPath: output)
    if let bytes = state.output {
      try Data(bytes).write(to: URL(fileURLWithPath: output))
    }
  }

  struct State: Hashable, Sendable {
    let village: SmallVillage
    let isThere: Bool
    let output: [UInt8]?

    /// The ledger and the books beside it, which the same command always leaves the same.
    var settled: [String: [UInt8]] {
      let names = ["ledger.jsonl", "head.json", "village.json", "roster.json", "shop.json"]
      return village.files.filter { names.contains($0.key) }
    }
  }
}

/// How a request ends when nothing goes wrong.
struct FaultReference: Sendable {
  let request: FaultRequest
  let before: Bench.State
  let after: Bench.State
  /// The file calls it makes, in order, as `openat head.json`.
  let calls: [String]
  let lineCount: Int

  init(_ request: FaultRequest, from village: SmallVillage, at bench: Bench, _ shim: FaultShim)
    throws
  {
    self.request = request
    before = Bench.State(village: village, isThere: !village.files.isEmpty, output: nil)
    try bench.put(before)
    let run = try Binary.run(
      request.words(in: bench),
      environment: shim.environment(loggingTo: bench.log, from: bench.village))
    guard run.status == 0 else { throw Broken("\(request.line): \(run.complaint)") }
    after = bench.state()
    calls = String(decoding: wholeFile(bench.log), as: UTF8.self)
      .split(separator: "\n").map { $0.hasSuffix(" ") ? String($0.dropLast()) : String($0) }
    lineCount = try SmallVillage.requireSound(bench.village).lines(of: "t-1")?.count ?? 0
    guard lineCount > 0, calls.count > 20 else {
      throw Broken("\(request.line) makes \(calls.count) calls for \(lineCount) lines")
    }
  }
}
