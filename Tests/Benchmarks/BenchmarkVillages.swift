import Foundation
import XinyiFiles
import XinyiLedger

/// Villages of 3,000 people with so many events, all beginnings of one long story.
struct BenchmarkVillages {
  private let work: String
  private let machine: Machine
  private let story: String

  /// Each month of 3,000 people has more events than this.
  private static let eventsOfMonth = 3_900
  static let people = 3_000

  init(in work: String, _ machine: Machine, mostEvents: Int) throws {
    self.work = work
    self.machine = machine
    story = "\(work)/story-\(mostEvents)"
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    guard !FileManager.default.fileExists(atPath: story + "/village.json") else { return }
    let months = max(1, mostEvents / Self.eventsOfMonth)
    let words = [
      machine.program, "demo", story, "--people", "\(Self.people)", "--months", "\(months)",
      "--start", "2000-01",
    ]
    print("making a village of \(Self.people) people and \(months) months …")
    _ = try machine.time(1) { words }
  }

  /// A village with the beginning of the story that has so many events beyond those that name its
  /// people; without a saved state.
  func village(events: Int) throws -> BenchmarkVillage {
    let path = "\(work)/village-\(events)"
    let made = try machine.time(1) { [machine.own, "village", story, path, "\(events)"] }
    return try BenchmarkVillage(path: path, told: made.output)
  }
}

struct BenchmarkVillage {
  let path: String
  let lines: Int
  let bytes: Int
  let today: Day

  /// As the process that made it tells it.
  init(path: String, told: String) throws {
    let parts = told.split { $0 == " " || $0.isNewline }.map(String.init)
    guard parts.count == 3, let lines = Int(parts[0]), let bytes = Int(parts[1]),
      let today = Day(parts[2])
    else { throw BenchmarkFault(told) }
    (self.path, self.lines, self.bytes, self.today) = (path, lines, bytes, today)
  }

  /// Makes it.
  init(story: String, path: String, events: Int) throws {
    let whole = try VillageFolder.open(story, files: .host).readVillage()
    let first = whole.events.firstIndex {
      if case .recorded = $0.event { true } else { false }
    }
    let count = min((first ?? 0) + events, whole.lines.count)
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let ledger = try whole.ledger(upTo: count)
    try Self.write(whole, ledger, lines: count, from: story, to: path)
    (self.path, lines, bytes) = (path, count, whole.lines.bytes(ofLines: count))
    today = ledger.lastAt.day
  }

  private static func write(
    _ whole: VillageSnapshot, _ ledger: Ledger, lines count: Int, from story: String,
    to path: String
  ) throws {
    let end = whole.lines.bytes(ofLines: count)
    let head = LedgerHead(seq: count, end: end, last: whole.lines.lines[count - 1].hash)
    var files: [String: [UInt8]] = [
      "ledger.jsonl": Array(whole.lines.bytes[..<end]), "head.json": head.bytes, "lock": [],
      "roster.json": try JSONWriter.page(whole.roster.updated(from: ledger.roster)),
      "shop.json": try JSONWriter.page(whole.shop.updated(from: ledger.stock)),
      "village.json": try JSONWriter.page(
        VillageBook(opened: ledger.opened, settings: ledger.latestSettings)),
    ]
    files["catalog.json"] = try Data(contentsOf: URL(fileURLWithPath: story + "/catalog.json"))
      .map { $0 }
    for (name, bytes) in files {
      try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }
    // The notices of these months, which verifying reads too.
    try FileManager.default.copyItem(atPath: story + "/notices", toPath: path + "/notices")
  }
}

extension LedgerLines {
  func bytes(ofLines count: Int) -> Int { lines[count - 1].range.upperBound + 1 }
}
