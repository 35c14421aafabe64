import Foundation
import TestSupport
import Testing

/// Entries in bulk from a spreadsheet: all or none, and the same table twice changes nothing.
@Suite struct EntryTableTests {
  private static let today = "2026-10-12"

  /// A clean-up day, hours of service, a household's month, and a value of the council's set.
  private static let table = """
    苏庄村十月记录,,,,,,,
    日期,细则（必填）,编号,姓名,户号,数量,分值,佐证,经办
    2026-10-04,GI04,0012,苏玉强,,,,照片,小王
    2026/10/4,gi4,,苏玉霞,,,,照片,小王
    ２０２６年１０月４日,主动维护人居环境整治,,王小芳,031,,,照片,小王
    10-05,GI01,12,,,８,,签到表,
    2026-10-06 00:00:00,GI08,,,012,,,检查表,
    10-07,GY02,0013,苏玉霞,,,5,用工名册,
    ,,,,,,,,

    """

  private func importing(
    _ village: Village, _ table: String, _ extra: String = "", today: String = today
  ) throws -> Run {
    let outside = try TemporaryFolder()
    try outside.write(table, to: "十月.csv")
    return try village.run(today, "entry import \(outside.path("十月.csv"))" + extra)
  }

  private func answer(_ village: Village, _ table: String, _ extra: String = "") throws -> Answer {
    let run = try importing(village, table, extra + " --json")
    try #require(run.status == 0, "\(run.complaint)")
    return try Answer(run.output)
  }

  @Test func `Rows of one event become one batch, whoever they name and however`() throws {
    let village = try Stage.founded.village()
    let lines = village.ledgerLines.count
    let answer = try answer(village, Self.table)
    #expect(answer["added"].whole == 6)
    #expect(answer["unchanged"].whole == 0)
    #expect(answer["unused"].texts == ["经办"])
    let rows = answer["rows"].list ?? []
    #expect(
      rows.map { "\($0["line"].whole ?? 0) \($0["person"].text ?? "") \($0["rule"].text ?? "")" }
        == [
          "3 0012 GI04", "4 0013 GI04", "5 0031 GI04", "6 0012 GI01", "7 0012 GI08",
          "8 0013 GY02",
        ])
    #expect(rows.allSatisfy { $0["added"].truth == true })
    #expect(
      rows.compactMap { $0["batch"].text }
        == ["B0001", "B0001", "B0001", "B0002", "B0003", "B0004"])
    #expect(rows.compactMap { $0["points"].number } == [2, 2, 2, 2, 1, 5])
    #expect(village.ledgerLines.count == lines + 6)
    try village.isSound()
  }

  @Test func `The same table a second time changes nothing, and a longer one adds the rest`() throws
  {
    let village = try Stage.founded.village()
    _ = try answer(village, Self.table)
    let before = village.fingerprint
    let again = try answer(village, Self.table)
    #expect(again["added"].whole == 0)
    #expect(again["unchanged"].whole == 6)
    #expect(again["rows"].list?.allSatisfy { $0["added"].truth == false } == true)
    #expect(again["line"].isNull)
    #expect(village.fingerprint == before)
    let more = try answer(village, Self.table + "10-08,GI04,0012,,,,,照片,\n")
    #expect(more["added"].whole == 1)
    #expect(more["unchanged"].whole == 6)
  }

  @Test func `What was withdrawn is recorded again, what the council rejected is not`() throws {
    let village = try Stage.founded.village()
    _ = try answer(village, Self.table)
    try village.done(Self.today, "withdraw B0002 --why 数量写错")
    #expect(try answer(village, Self.table)["added"].whole == 1)
    try village.done("2026-10-26", "review open \(meeting)")
    try village.done("2026-10-26", "review reject 2026-10-0002 --why 不是他做的")
    let run = try importing(village, Self.table, today: "2026-10-26")
    #expect(run.status == 0, "\(run.complaint)")
    #expect(
      run.text.hasPrefix(
        "已记 0 条，待评审；以前记过的 6 条未动。\n其中 1 条以前驳回或撤销过，没有再记：2026-10-0002（驳回）。\n"),
      "\(run.text)")
  }

  @Test func `A trial shows the caps and writes nothing`() throws {
    let village = try Stage.founded.village()
    let before = village.fingerprint
    let days = (1...5).map { "2026-10-0\($0),GI04,0012,照片\n" }.joined()
    let run = try importing(village, "日期,细则,编号,佐证\n" + days, " --dry-run")
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("【试算，没有写入】\n已记 5 条"), "\(run.text)")
    #expect(run.text.contains("限额（原 +2.0）"), "\(run.text)")
    #expect(village.fingerprint == before)
  }

  @Test func `All faults and all refusals are told in one run, each at its row and cell`() throws {
    let village = try Stage.founded.village()
    try village.done(Self.today, "record GI04 0012 --on 2026-10-07 --evidence 照片")
    let before = village.fingerprint
    let run = try importing(
      village,
      """
      日期,细则,编号,姓名,数量,佐证
      2026-10-40,GI04,0012,,,照片
      2026-10-04,ZZ99,0012,,,照片
      2026-10-04,GI04,,王小芳,,照片
      2026-10-04,GI04,0012,苏玉霞,,照片
      2026-10-04,GI01,0012,,,照片
      2026-10-24,GI04,0012,,,照片
      2026-10-07,GI04,0012,,3,照片
      2026-10-05,GI04,,苏玉墙,,电话13800000000

      """)
    #expect(run.status == 3)
    #expect(run.text.isEmpty)
    #expect(
      run.complaint == """
        未记录：表格有 9 处错误，一条也没有记
          第 2 行第 1 列：日期“2026-10-40”：没有这一天 [E440]
          第 3 行第 2 列：细则里没有“ZZ99” [E445]
            写细则的编码
          第 4 行第 4 列：有 2 个“王小芳” [E443]
            写上编号或户号：王小芳（0031） 031户 1组；王小芳（0032） 032户 4组
          第 5 行第 4 列：编号 0012 在名册里不是“苏玉霞”，是 苏玉强（0012） 012户 3组 [E444]
            改正编号或姓名，两个都写就要是同一个人
          第 6 行第 5 列：GI01 按数量计分，请写数量（小时） [E447]
            请看：xinyi rule show GI01
          第 7 行第 2 列：日期在今天之后：写的是 2026-10-24，今天是 2026-10-12，差 12 天。 [R101]
            查看进度：xinyi status
          第 8 行第 5 列：GI04 不用写数量 [E447]
            请看：xinyi rule show GI04
          第 9 行第 4 列：名册里没有“苏玉墙” [E442]
            相近的有 苏玉强（0012） 012户 3组
          第 9 行第 6 列：佐证含有 7 位以上的数字，像电话或证件号；请改用人员编号 [E423]
          改好后再导入；先加试算看看

        """, "\(run.complaint)")
    #expect(village.fingerprint == before)
  }

  @Test(arguments: ["utf8", "mark", "gb18030", "semicolon", "tab", "crlf"])
  func `The table may come in any spelling that a spreadsheet writes`(_ spelling: String) throws {
    let village = try Stage.founded.village()
    let text = Self.table
    let bytes: [UInt8] =
      switch spelling {
      case "mark": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      case "gb18030":
        Array(text.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data())
      case "semicolon": Array(text.replacing(",", with: ";").utf8)
      case "tab": Array(text.replacing(",", with: "\t").utf8)
      case "crlf": Array(text.replacing("\n", with: "\r\n").utf8)
      default: Array(text.utf8)
      }
    let outside = try TemporaryFolder()
    try outside.write(bytes, to: "a.csv")
    let answer = try village.done(Self.today, "entry import \(outside.path("a.csv"))")
    #expect(answer["added"].whole == 6)
  }

  @Test func `A group event from a table is one event on the agenda`() throws {
    let village = try Stage.founded.village()
    _ = try answer(village, Self.table)
    let list = try village.done(Self.today, "entry list")["rows"].list ?? []
    #expect(Set(list.prefix(3).compactMap { $0["batch"].text }) == ["B0001"])
    try village.done(Self.today, "withdraw B0001 --why 重来")
    #expect(try answer(village, Self.table)["added"].whole == 3)
    try village.isSound()
  }
}
