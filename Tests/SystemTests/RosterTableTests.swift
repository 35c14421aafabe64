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
        told == ["E412:3", "E413:4", "E414:5", "E418:5", "E417:5", "E419:5"], "\(told)")
      #expect(faults.allSatisfy { $0["column"].whole != nil && $0["file"].text == "名册.csv" })
    }
    #expect(village.fingerprint == before)
  }

  private static let misused: [(column: Int, line: Int, row: String)] = [
    (1, 2, "苏\u{202E}玉,0050,050,,,,"), (1, 2, "苏\u{7}玉,0050,050,,,,"),
    (1, 2, "\"苏\n玉\",0050,050,,,,"), (1, 2, "苏\u{200B}玉,0050,050,,,,"),
    (1, 2, String(repeating: "长", count: 30_000) + ",0050,050,,,,"),
    (2, 2, "赵新,371502197005011234,050,,,,"), (3, 2, "赵新,0050,371502197005011234,,,,"),
    (4, 2, "赵新,0050,050,371502197005011234,,,"), (4, 2, "赵新,0050,050,胡同\u{FEFF}一,,,"),
    (4, 2, "赵新,0050,050,一二三四五六七八九十一二三四五六七八九十一,,,"),
    (4, 3, "\"赵\n新\",0050,050,电话1234567,,,"), (7, 2, "赵新,0050,050,,,,党员13812345678"),
  ]

  @Test(arguments: misused.indices)
  func `A cell that may not be typed may not be imported`(_ index: Int) throws {
    let cell = Self.misused[index]
    let village = try newVillage()
    let before = village.fingerprint
    let outside = try TemporaryFolder()
    let table = "姓名,编号,户号,组,户主,出生日期,角色\n" + cell.row + "\n"
    try outside.write(table, to: "名册.csv")
    let line = "person import \(outside.path("名册.csv"))"
    let run = try village.run("2026-10-01", line + " --json")
    #expect(run.status == 3)
    let faults = try Answer(run.messages)["error"]["faults"].list ?? []
    let fault = faults.last { $0["code"].text == "E423" }
    #expect(fault?["line"].whole == cell.line, "\(faults)")
    #expect(fault?["column"].whole == cell.column, "\(faults)")
    let shown = try village.run("2026-10-01", line).complaint
    #expect(shown.contains("第 \(cell.line) 行第 \(cell.column) 列："), "\(shown)")
    #expect(!shown.contains("1234567"))
    #expect(village.fingerprint == before)
  }

  @Test func `Twenty characters are enough for a group, typed or in a table`() throws {
    let village = try newVillage()
    let group = String(repeating: "组", count: 20)
    try village.importRoster("姓名,户号,组\n赵新,050,\(group)\n")
    let add = "person add 赵全 --household 050 --group "
    try village.done("2026-10-01", add + group)
    for typed in [group + "组", "371502197005011234"] {
      try village.refused("2026-10-01", add + typed, "U012", status: 2)
    }
    try village.refused(
      "2026-10-01", "person add 赵有 --household 371502197005011234", "U012", status: 2)
    try village.refused(
      "2026-10-01", "person add 赵有 --household 050 --number 371502197005011234", "U012",
      status: 2)
  }

  @Test func `Rows that differ from the roster are told, and change nothing`() throws {
    let village = try Stage.founded.village()
    let before = village.fingerprint
    let table = roster.replacing("012,3组,是,1970-05-01,", with: "012,4组,,1971-05-01,党员")
    let again = try village.importRoster(table, today: "2026-10-02")
    #expect(again["added"].whole == 0)
    #expect(again["unchanged"].whole == 11)
    let differing = again["differing"].list ?? []
    #expect(differing.count == 1)
    #expect(differing.first?["line"].whole == 2)
    #expect(differing.first?["person"].text == "0012")
    #expect(differing.first?["columns"].texts == ["group", "head", "born", "roles"])
    let shown = try village.importedText(table)
    #expect(shown.contains("添加 0 人，在册 11 人未动；其中 1 人与表格不同：\n"), "\(shown)")
    #expect(shown.contains("  第 2 行 苏玉强（0012）：组、户主、出生日期、角色\n"))
    #expect(village.fingerprint == before)
  }

  @Test func `A column that the table does not have says nothing of the roster`() throws {
    let village = try Stage.founded.village()
    let answer = try village.importRoster("户号,姓名\n012,苏玉强\n", today: "2026-10-02")
    #expect(answer["unchanged"].whole == 1)
    #expect(answer["differing"].list?.isEmpty == true)
  }

  @Test func `At most ten of the rows that differ are listed`() throws {
    let village = try Stage.founded.village()
    let table = roster.replacing("组,", with: "队,").replacing("队,户主", with: "组,户主")
    let shown = try village.importedText(table)
    #expect(shown.contains("其中 11 人与表格不同"))
    #expect(shown.components(separatedBy: "  第 ").count == 11)
    #expect(shown.contains("以上是前 10 人，一共 11 人"))
  }

  @Test func `A number that a later row claims is given to nobody else`() throws {
    let village = try newVillage()
    let table = "姓名,编号,户号\n赵新,,050\n赵全,1,051\n赵有,,052\n"
    #expect(try village.importRoster(table)["added"].whole == 3)
    let rows = try village.done("2026-10-01", "person list")["rows"]
    #expect(rows.list?.compactMap { $0["name"].text } == ["赵全", "赵新", "赵有"])
    #expect(try village.importRoster(table)["unchanged"].whole == 3)
  }

  @Test func `Namesakes of one household stay two people, and one person is not added twice`()
    throws
  {
    let village = try newVillage()
    let twins = "姓名,编号,户号\n王芳,,050\n王芳,,050\n"
    #expect(try village.importRoster(twins)["added"].whole == 2)
    #expect(try village.importRoster(twins)["unchanged"].whole == 2)
    let outside = try TemporaryFolder()
    try outside.write(twins + "王芳,,050\n", to: "名册.csv")
    try village.refused(
      "2026-10-01", "person import \(outside.path("名册.csv"))", "E412", status: 3)
  }

  @Test func `A table that cannot be read is told with the place of the fault`() throws {
    let village = try newVillage()
    let outside = try TemporaryFolder()
    try outside.write("姓名,户号\n\"赵新,050\n", to: "名册.csv")
    let run = try village.run("2026-10-01", "person import \(outside.path("名册.csv"))")
    #expect(run.complaint.contains("未导入：第 2 行第 1 个字"), "\(run.complaint)")
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
    #expect(left.contains("换户主，如：xinyi 村民 户籍 换户主 012 0013 --日期 2026-10-08\n"), "\(left)")
    #expect(left.contains("登记错了，这样恢复：xinyi 村民 迁入 0012 --日期 2026-10-08\n"))
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

extension Village {
  /// What an import says on the screen.
  fileprivate func importedText(_ table: String) throws -> String {
    let outside = try TemporaryFolder()
    try outside.write(table, to: "名册.csv")
    return try text("2026-10-02", "person import \(outside.path("名册.csv"))")
  }
}
