import Foundation
import TestSupport

/// Any bytes at all in any file: an answer within a second and 256 MB, and none that is false.
let badFileChecks: [Check] = [
  Check(
    "R13", "any bytes in any file of the folder are told as what they are, at once", figure: 400,
    of: "runs"
  ) { trial in
    let village = try SeedVillage()
    // All places take five minutes; in less time the seed draws three for each content.
    let takesAll = trial.weight == .full && trial.seconds >= 60
    var random = trial.random(case: 0)
    let contents =
      trial.weight == .full ? NastyContent.all : Array(NastyContent.all.prefix(8))
    // One after the other: the contents are large, and so that times mean something.
    for content in contents {
      let places = takesAll ? Place.all : Array(Place.all.shuffled(using: &random).prefix(3))
      for place in places { try tryContent(content, at: place, of: village, trial) }
    }
  },
  Check("R13", "any bytes in a table to import are told as what they are", figure: 50, of: "runs") {
    trial in
    let village = try SeedVillage()
    let all = NastyContent.all.filter { $0.name != "a pipe" } + largeTables
    for content in trial.weight == .full ? all : Array(all.prefix(8)) {
      let room = try village.folder()
      try content.make(room.path("a.csv"), Array("姓名,户号\n赵新,050\n".utf8))
      let words = [
        "-C", "v", "--today", SeedVillage.today, "person", "import", "a.csv", "--dry-run",
      ]
      // People are looked up and written down, not only read, so that there is more time.
      judge(try ProgramRun(words, in: room), seconds: 5, "\(content.name) to import", trial)
    }
  },
  Check("R13", "nothing waits for what comes on standard input", figure: 8, of: "runs") { trial in
    let village = try SeedVillage()
    for line in Place.readers + Place.writers {
      for input in ["/dev/zero", "/dev/null"] {
        let room = try village.folder()
        let words =
          ["-C", "v", "--today", SeedVillage.today]
          + line.split(separator: " ")
          .map(String.init)
        judge(
          try ProgramRun(words, in: room, input: input), seconds: 1, "\(line) < \(input)", trial)
      }
    }
  },
]

/// A file of a village folder, and which commands cannot do without it.
private struct Place: Sendable {
  let name: String
  let isNeeded: @Sendable (_ content: NastyContent, _ isWriter: Bool) -> Bool

  static let readers = ["verify", "status", "balance 0012", "notice show"]
  static let writers = ["record GI04 0013 --on 2026-11-05 --evidence 照片", "redeem 0012 XYF"]

  static let all: [Place] = [
    // What follows the acknowledged lines counts for nothing.
    Place(name: "ledger.jsonl") { content, _ in !content.isBehind },
    Place(name: "head.json") { _, _ in true },
    // What is in the lock does not matter, only that it is a file; readers do not look at it.
    Place(name: "lock") { content, isWriter in isWriter && content.isNoFile },
    Place(name: "roster.json") { content, _ in !content.isSound },
    Place(name: "catalog.json") { _, _ in true },
    Place(name: "village.json") { content, _ in !content.isSound },
    Place(name: "shop.json") { content, _ in !content.isSound },
    Place(name: "notices/2026-10.txt") { _, _ in false },
    Place(name: "notices/2026-10.salt") { _, _ in false },
    Place(name: "roster.json.new") { _, _ in false },
    Place(name: "roster.json.tmp") { _, _ in false },
    Place(name: "head.json.tmp") { _, _ in false },
  ]
}

extension NastyContent {
  fileprivate var isBehind: Bool { name == "it twice" || name == "zeros behind it" }
  fileprivate var isNoFile: Bool {
    name == "a folder" || name == "a pipe" || name.hasPrefix("a link")
  }
}

private func tryContent(
  _ content: NastyContent, at place: Place, of village: SeedVillage, _ trial: Trial
) throws {
  let room = try village.folder()
  let path = room.path("v/" + place.name)
  try? FileManager.default.removeItem(atPath: path)
  try content.make(path, village[place.name])
  // What is large takes its time to make and to read, and is asked less.
  let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  let lines = size > 1 << 21 ? ["verify", "redeem 0012 XYF"] : Place.readers + Place.writers
  for line in lines {
    let words =
      ["-C", "v", "--today", SeedVillage.today] + line.split(separator: " ").map(String.init)
    let label = "\(content.name) as \(place.name): \(line)"
    let run = try ProgramRun(words, in: room)
    judge(run, seconds: 1, label, trial)
    let isWriter = Place.writers.contains(line)
    let isLater = isWriter && line != lines.first(where: Place.writers.contains)
    // A book that may be laid out freely is sound; the first writer may put things right.
    if run.status == 0, !isLater, place.isNeeded(content, isWriter) {
      trial.broken("\(label): taken for sound")
    }
  }
}

private func judge(_ run: ProgramRun, seconds: Double, _ label: String, _ trial: Trial) {
  trial.held()
  if let fault = run.fault { trial.broken("\(label): \(fault)") }
  if run.processorTime > seconds { trial.broken("\(label): \(run.processorTime) s") }
  if run.peak > 256 << 20 { trial.broken("\(label): \(run.peak >> 20) MiB") }
}

/// Tables that are well written and far too large, or just not.
private let largeTables: [NastyContent] = [
  table("a column of a million cells") { _ in "赵\n" },
  table("three thousand people") { $0 < 3_000 ? "赵新\($0),\($0)\n" : nil },
  table("ninety thousand faults") { $0 < 90_000 ? "赵新\n" : nil },
  table("one household of nine thousand") { $0 < 9_000 ? "赵新\($0),1\n" : nil },
]

private func table(_ name: String, _ row: @escaping @Sendable (Int) -> String?) -> NastyContent {
  NastyContent(name: name) { path, _ in
    let rows = (0..<1_000_000).lazy.map(row).prefix { $0 != nil }.compactMap(\.self)
    try Data(("姓名,户号\n" + rows.joined()).utf8).write(to: URL(fileURLWithPath: path))
  }
}
