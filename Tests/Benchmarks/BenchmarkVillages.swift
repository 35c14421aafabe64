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
    let folder = try VillageFolder.open(story, files: .host)
    let whole = try folder.readVillage()
    let first = whole.events.firstIndex {
      if case .recorded = $0.event { true } else { false }
    }
    let count = min((first ?? 0) + events, whole.lines.count)
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let ledger = try whole.ledger(upTo: count)
    try write(whole, ledger, lines: count, to: path)
    return BenchmarkVillage(
      path: path, lines: count, bytes: whole.lines.bytes(ofLines: count),
      today: ledger.lastAt.day)
  }

  private func write(
    _ whole: VillageSnapshot, _ ledger: Ledger, lines count: Int, to path: String
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

struct BenchmarkVillage {
  let path: String
  let lines: Int
  let bytes: Int
  let today: Day
}

extension LedgerLines {
  func bytes(ofLines count: Int) -> Int { lines[count - 1].range.upperBound + 1 }
}
