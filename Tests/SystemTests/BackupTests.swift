import Foundation
import TestSupport
import Testing

/// A backup is the whole village, and comes back as it was.
@Suite struct BackupTests {
  private func backUp(_ village: Village, to place: TemporaryFolder) throws -> String {
    let answer = try village.done("2026-11-05", "backup \(place.path)")
    #expect(answer["records"].whole == village.ledgerLines.count)
    return try #require(answer["folder"].text)
  }

  @Test func `A backup holds every file of the village, byte for byte`() throws {
    let (village, stick) = (try Stage.effective.village(), try TemporaryFolder())
    let before = village.fingerprint
    let first = try backUp(village, to: stick)
    let second = try backUp(village, to: stick)
    #expect(village.fingerprint == before)
    #expect(first.hasSuffix("苏庄村-2026-11-05-\(village.ledgerLines.count)行"))
    #expect(second == first + "-2")
    for path in [first, second] {
      var files = Village.files(below: path)
      #expect(try Answer(files.removeValue(forKey: "backup.json") ?? [])["village"].text == "苏庄村")
      #expect(files == before)
      let run = try Binary.run(["-C", path, "verify", "--json"])
      #expect(run.status == 0)
    }
  }

  @Test func `A place that is not there yet is made, in a folder that is`() throws {
    let (village, stick) = (try Stage.effective.village(), try TemporaryFolder())
    try village.done("2026-11-05", "backup \(stick.path)/备份")
    #expect(stick.names("备份").count == 1)
    try village.refused("2026-11-05", "backup \(stick.path)/没有/备份", "W601", status: 6)
  }

  @Test func `What would be copied is told without a byte written`() throws {
    let (village, stick) = (try Stage.effective.village(), try TemporaryFolder())
    let answer = try village.done("2026-11-05", "backup \(stick.path) --dry-run")
    let files = village.fingerprint.filter { !$0.value.isEmpty || $0.key == "lock" }
    #expect(answer["rows"].list?.count == files.count + 1)
    #expect(answer["folder"].isNull)
    #expect(stick.names().isEmpty)
  }

  @Test func `A damaged village is not backed up as if it were sound`() throws {
    let (village, stick) = (try Stage.effective.village(), try TemporaryFolder())
    try village.forge { $0[9] = $0[9].replacing("clerk", with: "klerk") }
    try village.refused("2026-11-05", "backup \(stick.path)", "V114", status: 3)
    #expect(stick.names().isEmpty)
  }

  @Test func `A backup that did not come to its end is none, and makes room for the next`() throws {
    let (village, stick) = (try Stage.effective.village(), try TemporaryFolder())
    let words = ["-C", village.folder.path, "--today", "2026-11-05", "backup", stick.path]
    let run = try Binary.run(words, after: "ulimit -f 8")
    #expect(run.status == 6)
    #expect(run.complaint.contains("W601"))
    #expect(stick.names().isEmpty)
    // A stop leaves what a failure takes away.
    _ = try Binary.start(
      "/usr/bin/env",
      ["strace", "-f", "-o", "/dev/null", "-e", "trace=fsync"]
        + ["-e", "inject=fsync:signal=KILL:when=6", Binary.path] + words
    ).wait()
    #expect(stick.names().allSatisfy { $0.hasSuffix(".partial") })
    #expect(stick.names().count == 1)
    let restored = try Binary.run(["restore", stick.path, stick.path("neu"), "--line", "1"])
    #expect(restored.status == 2)
    #expect(restored.complaint.contains("U128"))
    _ = try backUp(village, to: stick)
    #expect(stick.names().count == 1)
    #expect(!stick.names()[0].hasSuffix(".partial"))
  }

  @Test func `A restoring that was stopped can be made again`() throws {
    let (village, stick) = (try Stage.effective.village(), try TemporaryFolder())
    _ = try backUp(village, to: stick)
    let words = ["restore", stick.path, stick.path("neu"), "--line", "1"]
    _ = try Binary.start(
      "/usr/bin/env",
      ["strace", "-f", "-o", "/dev/null", "-e", "trace=fsync"]
        + ["-e", "inject=fsync:signal=KILL:when=6", Binary.path] + words
    ).wait()
    #expect(!stick.names().contains("neu"))
    #expect(try Binary.run(words).status == 0)
    #expect(stick.names().filter { $0.hasPrefix("neu") } == ["neu"])
    #expect(Village.files(below: stick.path("neu")) == village.fingerprint)
  }

  @Test func `A backup is read and not worked in, however old it is`() throws {
    let (desk, stick) = (try TemporaryFolder(), try TemporaryFolder())
    let real = try newVillage("").on(desk)
    try real.done(nil, "person add 赵新 --household 050")
    let path = try #require(try real.done(nil, "backup \(stick.path)")["folder"].text)
    try real.done(nil, "person add 赵旧 --household 051")
    for line in ["verify", "person list"] {
      let words = ["-C", path] + line.split(separator: " ").map(String.init)
      #expect(try Binary.run(words, environment: real.environment).status == 0, "\(line)")
    }
    for line in ["person add 赵二 --household 052", "repair --apply"] {
      let words = ["-C", path] + line.split(separator: " ").map(String.init)
      let run = try Binary.run(words, environment: real.environment)
      #expect(run.status == 2)
      #expect(run.complaint.contains("U131"))
    }
    try real.isSound()
  }

  @Test func `A name that waits for its place in the roster is backed up`() throws {
    let (village, stick) = (try Stage.founded.village(), try TemporaryFolder())
    let line = "-C \(village.folder.path) --today 2026-10-02 person add 王五 --household 003"
    _ = try Binary.start(
      "/usr/bin/env",
      ["strace", "-f", "-o", "/dev/null", "-e", "trace=renameat"]
        + ["-e", "inject=renameat:signal=KILL:when=3", Binary.path]
        + line.split(separator: " ").map(String.init)
    ).wait()
    #expect(village.folder.names().contains("roster.json.new"))
    _ = try backUp(village, to: stick)
    _ = try Binary.run(["restore", stick.path, stick.path("neu"), "--line", "1"])
    let list = try Binary.run(["-C", stick.path("neu"), "person", "list"])
    #expect(list.text.contains("王五"))
    #expect(try Binary.run(["-C", stick.path("neu"), "verify"]).status == 0)
  }

  @Test func `The counter does not wait for a slow stick`() throws {
    let (village, stick) = (try Stage.effective.village(), try TemporaryFolder())
    let line = "-C \(village.folder.path) --today 2026-11-05 backup \(stick.path)"
    let backup = try Binary.start(
      "/usr/bin/env",
      ["strace", "-f", "-o", "/dev/null", "-e", "trace=fsync"]
        + ["-e", "inject=fsync:delay_enter=300000", Binary.path]
        + line.split(separator: " ").map(String.init))
    while stick.names().isEmpty { usleep(10_000) }
    try village.done("2026-11-05", "redeem 0012 PEN")
    #expect(stick.names().allSatisfy { $0.hasSuffix(".partial") }, "the backup is still at work")
    #expect(try backup.wait().status == 0)
  }

  @Test func `What was backed up is restored as it was, the furthest of all`() throws {
    let (village, stick) = (try Stage.effective.village(), try TemporaryFolder())
    _ = try backUp(village, to: stick)
    try village.done("2026-11-05", "redeem 0012 PEN")
    _ = try backUp(village, to: stick)
    let before = village.fingerprint
    let lines = village.ledgerLines.count
    let words = ["restore", stick.path, stick.path("neu"), "--line", "\(lines)"]
    let dry = try Binary.run(words + ["--dry-run"])
    #expect(dry.status == 0)
    #expect(!stick.names().contains("neu"))
    let run = try Binary.run(words + ["--json"])
    #expect(run.status == 0, "\(run.complaint)")
    #expect(try Answer(run.output)["records"].whole == lines)
    #expect(Village.files(below: stick.path("neu")) == before)
    let again = try Binary.run(words)
    #expect(again.status == 2)
    #expect(again.complaint.contains("U121"))
  }

  @Test func `A backup that ends before a paper is not taken for the village`() throws {
    let (village, stick) = (try Stage.effective.village(), try TemporaryFolder())
    _ = try backUp(village, to: stick)
    let line = village.ledgerLines.count + 1
    let run = try Binary.run(
      ["restore", stick.path, stick.path("neu"), "--line", "\(line)", "--json"])
    #expect(run.status == 4)
    #expect(try Answer(run.messages)["error"]["code"].text == "V131")
    #expect(!stick.names().contains("neu"))
  }

  @Test func `A backup that was changed is not restored`() throws {
    let (village, stick) = (try Stage.effective.village(), try TemporaryFolder())
    let path = try backUp(village, to: stick)
    let name = URL(fileURLWithPath: path).lastPathComponent + "/ledger.jsonl"
    let bytes = String(decoding: stick.bytes(name) ?? [], as: UTF8.self)
    try stick.write(bytes.replacing("\"by\":\"clerk\"", with: "\"by\":\"klerk\""), to: name)
    let run = try Binary.run(["restore", stick.path, stick.path("neu"), "--line", "1"])
    #expect(run.status == 3)
    #expect(run.complaint.contains("V114"))
    #expect(!stick.names().contains("neu"))
  }

  @Test func `Which of several villages is to be restored must be said`() throws {
    let stick = try TemporaryFolder()
    _ = try backUp(try Stage.founded.village(), to: stick)
    let other = Village(folder: try TemporaryFolder())
    let opening = try Binary.run([
      "init", other.folder.path, "--name", "李庄村", "--town", "侯营镇", "--county", "东昌府区",
      "--practice", "--today", "2026-10-01",
    ])
    #expect(opening.status == 0)
    try other.done("2026-11-05", "backup \(stick.path)")
    let run = try Binary.run(["restore", stick.path, stick.path("neu"), "--line", "1", "--json"])
    #expect(run.status == 2)
    let error = try Answer(run.messages)["error"]
    #expect(error["code"].text == "U129")
    #expect(error["candidates"].list?.count == 2)
  }

  @Test func `After seven days without a backup the clerk is reminded, on a workstation`() throws {
    let (desk, stick) = (try TemporaryFolder(), try TemporaryFolder())
    let village = try Stage.effective.village().on(desk)
    try village.done("2026-11-03", "redeem 0012 PEN")
    func reminder(_ today: String) throws -> Bool {
      let run = try village.run(today, "status")
      #expect(run.status == 0)
      #expect(!run.text.contains("备份"))
      return run.complaint.contains("没有备份")
    }
    #expect(try !reminder("2026-11-10"))
    #expect(try reminder("2026-11-11"))
    try village.done("2026-11-11", "backup \(stick.path)")
    #expect(try !reminder("2026-11-30"), "nothing has happened since")
    try village.done("2026-11-30", "redeem 0012 XYF")
    #expect(try reminder("2026-11-30"))
    try village.done("2026-11-30", "backup \(stick.path)")
    #expect(try !reminder("2026-12-07"))
  }
}
