import Foundation
import TestSupport
import Testing

/// Villages in folders that a synchronizing program keeps.
@Suite struct PlaceTests {
  private static let anywhere = Binary.environment.merging(["XINYI_ANY_FOLDER": "1"]) { $1 }

  /// A village in a folder of this name, and the folder above it.
  private func village(in name: String) throws -> (folder: TemporaryFolder, path: String) {
    let outside = try TemporaryFolder()
    try outside.makeFolder(name)
    let path = outside.path(name + "/村")
    let original = try Stage.recorded.village().folder
    try withExtendedLifetime(original) {
      try FileManager.default.copyItem(atPath: original.path, toPath: path)
    }
    return (outside, path)
  }

  private func run(
    _ path: String, _ line: String, environment: [String: String] = Binary.environment
  ) throws -> Run {
    let words = ["-C", path, "--today", "2026-10-25"] + line.split(separator: " ").map(String.init)
    return try Binary.run(words, environment: environment)
  }

  @Test(arguments: ["Dropbox", "OneDrive - 侯营镇", "我的坚果云", "BaiduSyncdisk"])
  func `Nothing is written in a synchronized folder unless it is told`(_ name: String) throws {
    let (outside, path) = try village(in: name)
    let before = outside.bytes(name + "/村/ledger.jsonl")
    for line in ["record GI04 0031 --on 10-20 --evidence 照片", "record GI04 0031 --dry-run"] {
      let refused = try run(path, line + " --json")
      #expect(refused.status == 6)
      #expect(refused.output.isEmpty)
      let error = try Answer(refused.messages)["error"]
      #expect(error["code"].text == "W602")
      #expect(error["hint"].text?.contains("XINYI_ANY_FOLDER=1") == true)
    }
    #expect(outside.bytes(name + "/村/ledger.jsonl") == before)
    for value in ["0", "", "yes"] {
      let environment = Binary.environment.merging(["XINYI_ANY_FOLDER": value]) { $1 }
      #expect(try run(path, "record GI04 0031", environment: environment).status == 6)
    }
    let told = try run(path, "record GI04 0031 --evidence 照片", environment: Self.anywhere)
    #expect(told.status == 0)
    #expect(told.complaint.hasPrefix("警告：账本在“"))
    #expect(outside.bytes(name + "/村/ledger.jsonl") != before)
  }

  @Test func `Reading works in a synchronized folder, status and verify warn`() throws {
    let (outside, path) = try village(in: "Dropbox")
    let before = outside.names("Dropbox/村")
    for line in ["balance", "entry list", "shop list"] {
      let reading = try run(path, line)
      #expect(reading.status == 0)
      #expect(reading.complaint.isEmpty, "\(line): \(reading.complaint)")
    }
    for line in ["status", "verify"] {
      let reading = try run(path, line)
      #expect(reading.status == 0)
      #expect(reading.complaint.contains("Dropbox"))
    }
    #expect(outside.names("Dropbox/村") == before)
  }

  @Test func `What a repair would do is told in a synchronized folder, and not done`() throws {
    let (outside, path) = try village(in: "Dropbox")
    let lock = "Dropbox/村/lock"
    try outside.remove(lock)
    for line in ["repair", "repair --apply --dry-run"] {
      let told = try run(path, line)
      #expect(told.status == 3, "\(told.complaint)")
      #expect(told.complaint.hasPrefix("警告：账本在“"))
      #expect(told.text.contains("lock"))
    }
    let refused = try run(path, "repair --apply")
    #expect(refused.status == 6)
    #expect(refused.complaint.contains("W602"))
    #expect(outside.bytes(lock) == nil)
    #expect(try run(path, "repair --apply", environment: Self.anywhere).status == 0)
    #expect(outside.bytes(lock) != nil)
  }

  @Test func `A mark of the program above the village is enough`() throws {
    let (outside, path) = try village(in: "账")
    #expect(try run(path, "record GI04 0031 --evidence 照片 --dry-run").status == 0)
    try outside.makeFolder(".stfolder")
    let refused = try run(path, "record GI04 0031 --evidence 照片")
    #expect(refused.status == 6)
    #expect(refused.complaint.contains("Syncthing"))
  }

  @Test(arguments: [
    "init {} --name 苏庄村 --town 侯营镇 --county 东昌府区", "demo {} --people 20 --months 1",
  ]) func `No village is made in a synchronized folder unless it is told`(_ line: String) throws {
    let outside = try TemporaryFolder()
    try outside.makeFolder("Nextcloud")
    let words = line.replacingOccurrences(of: "{}", with: outside.path("Nextcloud/村"))
      .split(separator: " ").map(String.init)
    for option in [[], ["--dry-run"]] {
      let refused = try Binary.run(words + option)
      #expect(refused.status == 6)
      #expect(refused.complaint.contains("W602"))
      #expect(outside.names("Nextcloud").isEmpty)
    }
    let made = try Binary.run(words, environment: Self.anywhere)
    #expect(made.status == 0, "\(made.complaint)")
    #expect(made.complaint.hasPrefix("警告"))
    #expect(outside.names("Nextcloud") == ["村"])
  }

  @Test func `Conflicted copies are found by verify, and told before whatever is written`() throws {
    let village = try Stage.recorded.village()
    let names = ["ledger (张三的冲突副本 2026-11-21).jsonl", "roster-DESKTOP-1.json"]
    for name in names { try village.folder.write("", to: name) }
    try village.folder.write("", to: "ledger-旧.jsonl")
    let verdict = try village.run(nil, "verify --json")
    #expect(verdict.status == 3)
    #expect(verdict.complaint.isEmpty)
    let findings = try Answer(verdict.output)["findings"]
    #expect(findings.list?.compactMap { $0["code"].text } == ["V406", "V406"])
    #expect(findings.list?.compactMap { $0["file"].text } == names)
    for line in ["status", "record GI04 0031 --evidence 照片"] {
      let run = try village.run("2026-10-25", line)
      #expect(run.status == 0)
      #expect(run.complaint.split(separator: "\n").count == 1)
      #expect(run.complaint.contains("冲突副本") && run.complaint.contains("roster-DESKTOP-1.json"))
    }
    #expect(try village.run("2026-10-25", "balance").complaint.isEmpty)
  }
}
