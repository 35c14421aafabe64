import Foundation
import TestSupport
import Testing

/// Any change by hand is noticed, with its file, its line and its kind.
@Suite struct DamageTests {
  /// What `verify` finds: in its answer, or in its complaint where nothing can be read at all.
  private func findings(of village: Village) throws -> (status: Int32, found: [Answer]) {
    let run = try village.run(nil, "verify --json")
    guard run.output.isEmpty else {
      let answer = try Answer(run.output)
      #expect(answer["ok"].truth == (run.status == 0))
      return (run.status, answer["findings"].list ?? [])
    }
    return (run.status, [try Answer(run.messages)["error"]])
  }

  @Test(arguments: Stage.allCases) func `Every village that the commands made is sound`(
    _ stage: Stage
  ) throws {
    try stage.village().isSound()
  }

  @Test(arguments: ledgerDamages + bookDamages + missingFiles)
  func `A change by hand is found with its file, its line and its kind`(_ damage: Damage) throws {
    let village = try Stage.effective.village()
    try damage.make(village)
    let before = village.fingerprint
    let (status, found) = try findings(of: village)
    #expect(status == damage.status)
    let finding = try #require(found.first { $0["code"].text == damage.code }, "\(found)")
    #expect(finding["file"].text == damage.file)
    #expect(finding["line"].whole == damage.line)
    #expect(finding["message"].text?.isEmpty == false)
    #expect(village.fingerprint == before)
  }

  @Test(arguments: ledgerDamages)
  func `From a damaged ledger nothing is sold`(
    _ damage: Damage
  ) throws {
    let village = try Stage.effective.village()
    try damage.make(village)
    let before = village.fingerprint
    let run = try village.run("2026-11-04", "redeem 0012 PEN --json")
    #expect(run.status == damage.status)
    #expect(run.output.isEmpty)
    let error = try Answer(run.messages)["error"]
    #expect(error["code"].text == damage.code, "\(error)")
    #expect(error["file"].text == damage.file, "\(error)")
    #expect(village.fingerprint == before)
  }

  @Test(arguments: [
    "notice show 2026-10", "slip 1103-01", "platform export 2026-10", "confirm",
    "record GI04 0012", "notice publish", "shop price XYF 9", "redeem 0012 PEN --dry-run",
  ])
  func `Whatever is written or leaves the village refuses a damaged ledger`(
    _ line: String
  ) throws {
    let village = try Stage.effective.village()
    try village.forge { $0[54] = $0[54].replacing("clerk", with: "klerk") }
    try village.refused("2026-11-04", line, "V114", status: 3)
  }

  @Test(arguments: ["balance", "status", "entry list", "statement 0012", "rank", "shop list"])
  func `A damaged ledger is shown up to the damage, with a warning`(_ line: String) throws {
    let village = try Stage.effective.village()
    let whole = try village.text("2026-11-03", line)
    let number = try village.line(of: "confirmed")
    try village.forge { $0[number - 1] = $0[number - 1].replacing("clerk", with: "klerk") }
    let run = try village.run("2026-11-03", line)
    #expect(run.status == 3)
    #expect(!run.text.isEmpty)
    #expect(run.text != whole)
    #expect(run.complaint.hasPrefix("警告"))
    #expect(run.complaint.contains("第 \(number) 行"))
  }

  @Test func `A writer needs the lock file`() throws {
    let village = try Stage.founded.village()
    try village.folder.remove("lock")
    try village.refused("2026-10-02", "person add 赵新 --household 050", "V107", status: 3)
    try village.folder.makeFolder("lock")
    try village.refused("2026-10-02", "person add 赵新 --household 050", "V108", status: 3)
  }

  @Test func `What stands in a file's place is to be taken away by hand`() throws {
    for (name, code) in [("head.json", "V103"), ("ledger.jsonl", "V105"), ("lock", "V108")] {
      let village = try Stage.effective.village()
      try village.folder.remove(name)
      try village.folder.makeFolder(name)
      let run = try village.run("2026-11-04", "redeem 0012 PEN --json")
      let error = try Answer(run.messages)["error"]
      #expect(error["code"].text == code)
      #expect(error["hint"].text?.hasPrefix("用手把 \(name) 移出文件夹") == true, "\(error)")
    }
    let village = try Stage.effective.village()
    try village.folder.hardLink("copy.jsonl", to: "ledger.jsonl")
    let run = try village.run("2026-11-04", "redeem 0012 PEN --json")
    let error = try Answer(run.messages)["error"]
    #expect(error["code"].text == "V105")
    #expect(error["hint"].text?.hasPrefix("先别动文件夹") == true)
  }

  @Test func `A ledger of more than a gibibyte is refused unread`() throws {
    let village = try Stage.founded.village()
    try village.sealHead(end: (1 << 30) + 1)
    truncate(village.folder.path("ledger.jsonl"), (1 << 30) + 1)
    let (status, found) = try findings(of: village)
    #expect(status == 3)
    #expect(found.compactMap { $0["code"].text } == ["V106"])
  }

  @Test func `A notice whose kept text was edited is shown with a warning and status 3`() throws {
    let village = try Stage.effective.village()
    try village.edit("notices/2026-10.txt", "+2.0", "+9.0")
    let run = try village.run("2026-11-03", "notice show")
    #expect(run.status == 3)
    #expect(run.complaint.contains("被改动过"))
    try village.folder.remove("notices/2026-10.txt")
    let reprint = try village.run("2026-11-03", "notice show")
    #expect(reprint.status == 0)
    #expect(reprint.text.contains("重印"))
  }

  @Test func `The code on paper is found, and not found any more in a ledger made anew`() throws {
    let village = try Stage.effective.village()
    let notice = try village.done("2026-11-03", "notice show")
    let code = try #require(notice["fingerprint"].text)
    let answer = try village.done("2026-11-03", "verify --fingerprint \(code.prefix(16))")
    #expect(answer["fingerprintLine"].whole == notice["records"].whole)
    #expect(try village.text("2026-11-03", "notice show").contains(code.prefix(4) + " "))
    try village.forgeWhole(
      try village.line(of: "recorded"), #""by":"clerk""#,
      #""by":"klerk""#)
    let run = try village.run("2026-11-03", "verify --json --fingerprint \(code)")
    #expect(run.status == 3)
    let findings = try Answer(run.output)["findings"]
    #expect(findings[0]["code"].text == "V405")
    #expect(findings[1]["code"].text == "V501")
  }

  @Test(arguments: ["{\"seq\":", "garbage\n", "\u{0}\u{0}\u{0}"])
  func `Bytes that nobody was told of are put aside by the next writer`(_ tail: String) throws {
    let village = try Stage.founded.village()
    let lines = village.ledgerLines.count
    let sound = village.folder.bytes("ledger.jsonl") ?? []
    try village.folder.write(sound + Array(tail.utf8), to: "ledger.jsonl")
    let answer = try village.done(nil, "verify")
    #expect(answer["ok"].truth == true)
    #expect(answer["tail"].whole == tail.utf8.count)
    #expect(answer["records"].whole == lines)
    let added = try village.run("2026-10-02", "person add 赵新 --household 050")
    #expect(added.status == 0)
    #expect(added.complaint.contains("已移到 quarantine/tail-\(lines)-1"))
    #expect(village.folder.bytes("quarantine/tail-\(lines)-1") == Array(tail.utf8))
    #expect(village.folder.bytes("ledger.jsonl")?.starts(with: sound) == true)
    try village.isSound()
  }

  @Test func `A whole line behind the end is never replayed`() throws {
    let village = try Stage.effective.village()
    let sound = village.folder.bytes("ledger.jsonl") ?? []
    let head = village.folder.bytes("head.json") ?? []
    try village.done("2026-11-03", "redeem 0012 XYF")
    let later = village.folder.bytes("ledger.jsonl") ?? []
    try village.folder.write(head, to: "head.json")
    let balance = try village.done("2026-11-03", "balance 0012")["rows"][0]
    #expect(balance["spendable"].number == 18.3)
    let redeemed = try village.run("2026-11-03", "redeem 0012 PEN")
    #expect(redeemed.status == 0)
    #expect(redeemed.complaint.contains("quarantine"))
    let after = try village.done("2026-11-03", "balance 0012")["rows"][0]
    #expect(after["spendable"].number == 14.3)
    let kept = village.folder.names("quarantine")
    #expect(village.folder.bytes("quarantine/\(kept[0])") == Array(later.dropFirst(sound.count)))
    try village.isSound()
  }
}
