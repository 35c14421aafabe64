import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// `doctor` says how each thing stands and what to do, and writes nothing.
@Suite struct DoctorTests {
  private static let today = "2026-11-03"

  /// The check of one subject, the others being as they may.
  private func check(
    _ subject: String, in village: Village, on today: String? = DoctorTests.today,
    environment: [String: String]? = nil, status: Int32 = 0,
    at place: SourceLocation = #_sourceLocation
  ) throws -> (state: String, message: String, hint: String) {
    let before = village.fingerprint
    let run = try village.run(today, "doctor --json", environment: environment)
    #expect(run.status == status, "\(run.complaint)\(run.text)", sourceLocation: place)
    #expect(village.fingerprint == before, "doctor has written", sourceLocation: place)
    let rows = try Answer(run.output)["rows"].list ?? []
    let row = try #require(
      rows.first { $0["check"].text == subject }, "\(run.text)", sourceLocation: place)
    return (row["state"].text ?? "", row["message"].text ?? "", row["hint"].text ?? "")
  }

  private func village() throws -> Village { try Stage.effective.village() }

  @Test func `A village that is well has nothing to be told`() throws {
    let home = try TemporaryFolder()
    let village = try village().on(home)
    try village.done(Self.today, "balance")
    let before = (village.fingerprint, home.names(), home.bytes("xinyi/witness.json"))
    var environment = village.environment
    environment["LANG"] = "zh_CN.UTF-8"
    let run = try village.run(Self.today, "自检", environment: environment)
    #expect(run.status == 0)
    #expect(run.text.contains("共查 15 项：好 15，注意 0，有问题 0。"), "\(run.text)")
    #expect(run.complaint.isEmpty)
    #expect(village.fingerprint == before.0)
    #expect(home.names() == before.1 && home.bytes("xinyi/witness.json") == before.2)
  }

  @Test func `Outside of a village the machine alone is looked at, and that is said`() throws {
    let empty = try TemporaryFolder()
    let run = try Binary.run(["doctor", "--json"], after: "cd \(empty.path)")
    #expect(run.status == 0)
    let rows = try Answer(run.output)["rows"].list ?? []
    #expect(
      rows.compactMap { $0["check"].text } == ["program", "encoding", "width", "village", "clock"])
    #expect(rows[3]["state"].text == "notice")
    #expect(rows[3]["message"].text?.contains("只看了这台电脑") == true)
    #expect(empty.names().isEmpty)
    #expect(try Binary.run(["doctor", "-C", empty.path]).status == 2)
  }

  @Test(arguments: [
    (["LANG": "C"], "notice"), (["LANG": "zh_CN.GB18030"], "notice"),
    (["LANG": "C", "LC_ALL": "C.UTF-8"], "ok"), (["LANG": "zh_CN.utf8"], "ok"), ([:], "notice"),
  ])
  func `The variables of the terminal tell its encoding`(
    _ variables: [String: String], _ state: String
  ) throws {
    let village = try village()
    var environment = village.environment.filter { $0.key != "LANG" }
    environment.merge(variables) { $1 }
    let found = try check("encoding", in: village, environment: environment)
    #expect(found.state == state, "\(found)")
    #expect(found.hint == (state == "ok" ? "" : "export LANG=C.UTF-8"))
  }

  @Test func `Files that others may read are told, with the command that closes them`() throws {
    let village = try village()
    #expect(try check("access", in: village).state == "ok")
    chmod(village.folder.path("roster.json"), 0o644)
    chmod(village.folder.path("notices"), 0o755)
    let found = try check("access", in: village)
    #expect(found.state == "notice")
    #expect(found.message.contains("notices、roster.json"), "\(found)")
    #expect(found.hint == "chmod -R go-rwx \(village.folder.path)")
  }

  @Test func `Whoever is writing is told`() throws {
    let village = try village()
    #expect(try check("lock", in: village).state == "ok")
    let lock = open(village.folder.path("lock"), O_RDWR | O_CLOEXEC)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let found = try check("lock", in: village)
    #expect(found.state == "notice" && found.message.contains("正在写"))
  }

  @Test func `A lock that is gone is trouble, and repair is the way`() throws {
    let village = try village()
    try village.folder.remove("lock")
    let found = try check("lock", in: village, status: 3)
    #expect(found.state == "problem")
    #expect(found.hint == "xinyi repair")
  }

  @Test func `What a stopped command left is told`() throws {
    let village = try village()
    try village.folder.write("", to: "roster.json.tmp")
    try village.folder.makeFolder("quarantine")
    try village.folder.write("x", to: "quarantine/tail-1")
    let found = try check("leftovers", in: village)
    #expect(found.state == "notice")
    #expect(found.message.contains("roster.json.tmp") && found.message.contains("1 个文件"))
    let ledger = village.folder.bytes("ledger.jsonl") ?? []
    try village.folder.write(ledger + [0x7B], to: "ledger.jsonl")
    #expect(try check("leftovers", in: village).message.contains("1 字节"))
  }

  @Test func `Copies of a synchronizing program are trouble`() throws {
    let village = try village()
    try village.folder.write("", to: "ledger (张三的冲突副本 2026-11-21).jsonl")
    let found = try check("copies", in: village, status: 3)
    #expect(found.state == "problem" && found.message.contains("张三"))
  }

  @Test func `A synchronized folder is trouble, and told when it is allowed`() throws {
    let outside = try TemporaryFolder()
    try outside.makeFolder("Dropbox")
    let original = try village().folder
    let path = outside.path("Dropbox/村")
    try withExtendedLifetime(original) {
      try FileManager.default.copyItem(atPath: original.path, toPath: path)
    }
    for (value, status, state) in [("0", Int32(3), "problem"), ("1", 0, "notice")] {
      var environment = Binary.environment
      environment["XINYI_ANY_FOLDER"] = value
      let run = try Binary.run(
        ["-C", path, "--today", Self.today, "doctor", "--json"], environment: environment)
      #expect(run.status == status)
      let row = try Answer(run.output)["rows"].list?.first { $0["check"].text == "place" }
      #expect(row?["state"].text == state)
      #expect(row?["message"].text?.contains("Dropbox") == true)
    }
  }

  @Test func `A clock that stands still or has run away is told`() throws {
    let village = try village()
    #expect(try check("clock", in: village).state == "ok")
    let behind = try check("clock", in: village, on: "2026-10-01", status: 3)
    #expect(behind.state == "problem" && behind.message.contains("现在不能记账"))
    #expect(behind.hint.contains("date"))
    #expect(try check("clock", in: village, on: "2027-06-01").state == "notice")
  }

  @Test func `Days without a backup are counted, and a backup ends them`() throws {
    let home = try TemporaryFolder()
    let stick = try TemporaryFolder()
    let village = try village().on(home)
    try village.done(Self.today, "balance")
    #expect(try check("backup", in: village).state == "ok")
    let late = try check("backup", in: village, on: "2026-11-20")
    #expect(late.state == "notice" && late.message.contains("17 天"), "\(late)")
    #expect(late.hint == "xinyi backup 优盘文件夹")
    try village.done("2026-11-20", "backup \(stick.path)")
    let done = try check("backup", in: village, on: "2026-11-21")
    #expect(done.state == "ok" && done.message.contains("2026-11-20"), "\(done)")
  }

  @Test func `A workstation without a place to remember is told`() throws {
    let village = try village()
    var environment = village.environment
    environment["HOME"] = nil
    environment["XDG_STATE_HOME"] = nil
    let found = try check("witness", in: village, environment: environment)
    #expect(found.state == "notice" && found.hint.contains("HOME"))
  }

  @Test func `An older ledger that was put back is trouble`() throws {
    let village = try village().on(try TemporaryFolder())
    let older = ["ledger.jsonl", "head.json"].map { ($0, village.folder.bytes($0) ?? []) }
    try village.done(Self.today, "redeem 0012 PEN")
    for (name, bytes) in older { try village.folder.write(bytes, to: name) }
    let found = try check("village", in: village, status: 3)
    #expect(found.state == "problem" && found.message.contains("V120"))
    #expect(found.hint == "xinyi repair")
  }

  @Test func `Books that differ, cannot be read or are gone are trouble`() throws {
    let changed = try village()
    let shop = String(decoding: changed.folder.bytes("shop.json") ?? [], as: UTF8.self)
    try changed.folder.write(
      shop.replacing("\"price\": 10", with: "\"price\": 1"), to: "shop.json")
    #expect(try check("books", in: changed, status: 3).state == "problem")
    let spoilt = try village()
    try spoilt.folder.write("{\"format\": 1,,}", to: "roster.json")
    let found = try check("village", in: spoilt, status: 3)
    #expect(found.state == "problem" && found.message.contains("roster.json"), "\(found)")
    let gone = try village()
    try gone.folder.remove("shop.json")
    #expect(try check("village", in: gone, status: 3).message.contains("shop.json"))
  }

  @Test func `A disk with room is said to have some`() throws {
    let found = try check("space", in: try village())
    #expect(found.message.contains("还剩") || found.message.contains("只剩"))
  }
}
