import Foundation
import TestSupport
import Testing

/// A roster from a spreadsheet: taken whole or not at all.
@Suite struct RosterTableTests {
  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  private static let spellings: [(name: String, bytes: [UInt8])] = [
    ("UTF-8", Array(roster.utf8)), ("with a mark", [0xEF, 0xBB, 0xBF] + Array(roster.utf8)),
    ("GB 18030", Array(roster.data(using: gb18030) ?? Data())),
    ("from Windows", Array(roster.replacing("\n", with: "\r\n").utf8)),
    ("with semicolons", Array(roster.replacing(",", with: ";").utf8)),
  ]

  @Test(arguments: spellings.indices)
  func `The table may come in any spelling that a spreadsheet writes`(_ index: Int) throws {
    let village = try newVillage()
    let added = try village.importRoster(Self.spellings[index].bytes)
    #expect(added["added"].whole == 11, "\(Self.spellings[index].name)")
    let rows = try village.done("2026-10-01", "person list")["rows"]
    #expect(rows[0]["name"].text == "苏玉强")
    #expect(rows[0]["born"].text == "1970-05-01")
    #expect(rows.row(where: "person", is: "0021")["roles"].texts == ["council"])
    try village.isSound()
  }

  @Test func `The columns may stand in any order, and most may be left out`() throws {
    let village = try newVillage()
    let answer = try village.importRoster("户号,备注,姓名\n050,新来的,赵新\n050,,赵全\n")
    #expect(answer["added"].whole == 2)
    let rows = try village.done("2026-10-01", "person list")["rows"]
    #expect(rows.list?.compactMap { $0["person"].text } == ["0001", "0002"])
  }

  @Test func `The same table a second time changes nothing`() throws {
    let village = try Stage.founded.village()
    let before = village.fingerprint
    let again = try village.importRoster(roster, today: "2026-10-02")
    #expect(again["added"].whole == 0)
    #expect(again["unchanged"].whole == 11)
    #expect(village.fingerprint == before)
    let more = try village.importRoster(roster + "赵新,0050,050,,是,,\n", today: "2026-10-02")
    #expect(more["added"].whole == 1)
    #expect(more["unchanged"].whole == 11)
    try village.isSound()
  }

  @Test func `A table with many faults tells them all and adds nobody`() throws {
    let village = try Stage.founded.village()
    let outside = try TemporaryFolder()
    try outside.write(
      """
      姓名,编号,户号,组,户主,出生日期,角色
      赵新,0050,050,1组,是,,
      赵全,0050,051,1组,是,,
      赵有,0052,050,1组,是,,
      ,0053,053,1组,也许,昨天,财神

      """, to: "名册.csv")
    let before = village.fingerprint
    for extra in ["", " --dry-run"] {
      let run = try village.run(
        "2026-10-02", "person import \(outside.path("名册.csv")) --json" + extra)
      #expect(run.status == 3)
      #expect(run.output.isEmpty)
      let faults = try Answer(run.messages)["error"]["faults"].list ?? []
      let told = faults.map { "\($0["code"].text ?? ""):\($0["line"].whole ?? 0)" }
      #expect(
        told == ["E412:3", "E413:4", "E414:5", "E417:5", "E418:5", "E419:5"], "\(told)")
      #expect(faults.allSatisfy { $0["column"].whole != nil && $0["file"].text == "名册.csv" })
    }
    #expect(village.fingerprint == before)
  }

  @Test func `A table that is not there is told as such`() throws {
    let village = try Stage.founded.village()
    try village.refused("2026-10-02", "person import /nowhere/a.csv", "V303", status: 3)
  }
}

/// What the commands on the roster answer: what changed, and the way back.
@Suite struct RosterAnswerTests {
  private func told(_ village: Village, _ line: String, today: String = "2026-10-08") throws
    -> String
  {
    try village.text(today, line)
  }

  @Test func `Taking office and leaving it are told apart, each with the way back`() throws {
    let village = try Stage.founded.village()
    let taken = try told(village, "村民 任职 苏玉霞 采集员 --起 2026-10-02")
    #expect(taken.hasPrefix("已登记任职。\n"), "\(taken)")
    #expect(taken.contains("采集员：未任 → 2026-10-02 起在任\n"))
    #expect(taken.contains("卸任时：xinyi 村民 任职 0013 采集员 --止 2026-10-08"))
    let left = try told(village, "村民 任职 苏玉霞 采集员 --止 2026-10-08")
    #expect(left.hasPrefix("已登记卸任。\n"), "\(left)")
    #expect(left.contains("采集员：在任 → 2026-10-08 止\n"))
    #expect(left.contains("这样恢复：xinyi 村民 任职 0013 采集员 --起 2026-10-09\n"))
    let english = try told(village, "person role 0013 keeper --from 2026-10-02")
    #expect(english.contains("xinyi person role 0013 keeper --to 2026-10-08"), "\(english)")
  }

  @Test func `A tenure registered by mistake is taken back by the command in the answer`() throws {
    let village = try Stage.founded.village()
    let taken = try told(village, "村民 任职 0013 采集员 --起 2026-10-02")
    #expect(taken.contains("登记错了就写 2026-10-01"))
    let ended = try told(village, "村民 任职 0013 采集员 --止 2026-10-01")
    #expect(ended.contains("采集员：在任 → 2026-10-01 止\n"))
    for day in ["2026-10-02", "2026-10-08"] {
      let row = try village.done(day, "person show 0013")["rows"][0]
      #expect(row["roles"].texts == [])
    }
  }

  @Test func `Nobody leaves an office before taking it`() throws {
    let village = try Stage.founded.village()
    let line = "person role 0013 council --from 2026-10-05 --to 2026-10-04"
    try village.refused("2026-10-08", line, "U012", status: 2)
    #expect(
      try village.run("2026-10-08", line).complaint.contains("止日 2026-10-04 早于起日 2026-10-05"))
    try village.done("2026-10-08", "person role 0013 council --from 2026-10-05 --to 2026-10-05")
  }

  @Test func `The facts of a person stand in the village's words`() throws {
    let village = try Stage.founded.village()
    try village.done("2026-10-08", "person role 0021 council --to 2026-10-05")
    try village.done("2026-10-08", "person leave 0021 --on 2026-10-07")
    let shown = try told(village, "村民 查看 0021")
    for fact in [
      "2026-10-01 起  任职 议事会成员\n", "2026-10-06 起  卸任 议事会成员\n",
      "2026-10-07 起  状态 已迁出\n", "2026-10-01 起  户主，户 021\n",
    ] {
      #expect(shown.contains(fact), "\(shown)")
    }
    #expect(!shown.contains("council") && !shown.contains("left"))
  }

  @Test func `Consent is told as given or taken back, with what held before`() throws {
    let village = try Stage.founded.village()
    let given = try told(village, "村民 同意书 0012 --用途 上报平台 --单号 K1")
    #expect(given.hasPrefix("已登记同意书。\n"), "\(given)")
    #expect(given.contains("上报平台：未同意 → 同意\n"))
    #expect(given.contains("要收回：xinyi 村民 同意书 0012 --用途 上报平台 --撤回同意\n"))
    let taken = try told(village, "村民 同意书 0012 --用途 上报平台 --撤回同意")
    #expect(taken.hasPrefix("已登记收回同意。\n"), "\(taken)")
    #expect(taken.contains("上报平台：同意 → 已收回\n"))
    #expect(taken.contains("要再同意：xinyi 村民 同意书 0012 --用途 上报平台\n"))
    let again = try told(village, "村民 同意书 0012 --用途 上报平台 --单号 K1")
    #expect(again.hasSuffix(given), "a repeated answer is that of then: \(again)")
  }

  @Test func `Who moves out leaves offices and a household to be cared for`() throws {
    let village = try Stage.founded.village()
    try village.done("2026-10-08", "person role 0012 council --from 2026-10-02")
    let left = try told(village, "村民 迁出 0012 --日期 2026-10-08")
    #expect(left.contains("状态：在村 → 2026-10-08 起已迁出\n"), "\(left)")
    #expect(
      left.contains("还任 议事会成员，请卸任：xinyi 村民 任职 0012 议事会成员 --止 2026-10-07\n"))
    #expect(left.contains("户 012 没有户主了，户的积分要等新户主。\n"))
    #expect(left.contains("请重新添加，用新的编号：xinyi 村民 添加 苏玉强 --户 012\n"))
    for person in ["0013", "0031"] {
      let other = try told(village, "村民 迁出 \(person) --日期 2026-10-08")
      #expect(!other.contains("没有户主了") && !other.contains("还任"), "\(other)")
    }
  }

  @Test func `Who was added by mistake can be marked as moved out`() throws {
    let village = try Stage.founded.village()
    let added = try told(village, "村民 添加 赵新 --户 050")
    #expect(added.hasPrefix("已添加。\n"))
    #expect(
      added.contains("编号 0042 不再收回，可以登记迁出：xinyi 村民 迁出 0042 --日期 2026-10-08\n"), "\(added)")
  }
}
