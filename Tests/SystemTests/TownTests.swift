import TestSupport
import Testing

/// The package for the town and what comes back, through the real command (S4.10).
@Suite struct TownTests {
  private func sent() throws -> (Village, TemporaryFolder) {
    let village = try Stage.effective.village()
    try sendOctober(in: village)
    return (village, try TemporaryFolder())
  }

  @Test func `A table of the town enters some lines and sends others back`() throws {
    let (village, outside) = try sent()
    try outside.write(
      "\u{FEFF}原因,平台编号,条目,结果\r\n,LC-20261103-001,2026-10-0001,受理\r\n缺照片,,2026-10-0002,退回\r\n",
      to: "回执.csv")
    let answer = try village.done("2026-11-09", "platform receipt \(outside.path("回执.csv"))")
    #expect(answer["answered"].whole == 2)
    #expect(answer["rows"].list?.map { $0["outcome"].text } == ["entered", "returned"])
    #expect(answer["rows"][0]["number"].text == "LC-20261103-001")
    #expect(answer["rows"][1]["state"].text == "returned")
    let waiting = try village.done("2026-11-09", "status")["waiting"].list ?? []
    #expect(waiting.contains { $0["what"].text == "returned" })
    let trail = try village.done("2026-11-09", "entry trail 2026-10-0002")["rows"].list ?? []
    #expect(trail.map { $0["kind"].text }.suffix(2) == ["platformExported", "platformAnswered"])
    #expect(trail.last?["text"].text?.contains("缺照片") == true)
    try village.isSound()
  }

  @Test func `The same file again changes nothing`() throws {
    let (village, outside) = try sent()
    try outside.write("条目,结果,编号\n2026-10-0001,已录入,LC-1\n", to: "a.csv")
    try village.done("2026-11-09", "platform receipt \(outside.path("a.csv"))")
    let before = village.ledgerLines
    let again = try village.done("2026-11-10", "platform receipt \(outside.path("a.csv"))")
    #expect(again["answered"].whole == 0)
    #expect(again["unchanged"].whole == 1)
    #expect(village.ledgerLines == before)
  }

  @Test func `The town may answer in JSON, package by package`() throws {
    let (village, outside) = try sent()
    try outside.write(
      #"{"package": "P-2026-10-01", "entries": [{"entry": "2026-10-0001", "outcome": "entered", "number": "1234567890"}, {"entry": "2026-10-0002", "outcome": "returned", "why": "重复"}]}"#,
      to: "a.json")
    let answer = try village.done("2026-11-09", "platform receipt \(outside.path("a.json"))")
    #expect(answer["answered"].whole == 2)
    #expect(try village.events().last?["data"]["package"].text == "P-2026-10-01")
    try village.isSound()
  }

  @Test func `Every fault of the town's file is told in one run and nothing is written`() throws {
    let (village, outside) = try sent()
    try outside.write(
      "条目,结果,平台编号,原因\n2026-10-0001,受理,,\n2026-10-0002,退回,,\n2026-10-9999,好,,\n", to: "a.csv")
    let before = village.fingerprint
    let run = try village.run("2026-11-09", "platform receipt \(outside.path("a.csv")) --json")
    #expect(run.status == 3)
    let faults = try Answer(run.messages)["error"]["faults"].list ?? []
    #expect(faults.map { $0["code"].text } == ["E345", "E344"])
    #expect(faults.map { $0["line"].whole } == [3, 4])
    #expect(village.fingerprint == before)
  }

  @Test func `What goes to the town does not tell what stays, and why`() throws {
    let village = try Stage.effective.village()
    try village.done("2026-11-03", "person consent 0012 --for platform")
    let outside = try TemporaryFolder()
    let answer = try village.done(
      "2026-11-03", "platform export 2026-10 -o \(outside.path("a.json"))")
    #expect(answer["left"].list?.isEmpty == false)
    let file = try Answer(outside.bytes("a.json") ?? [])
    #expect(file["package"].text == "P-2026-10-01")
    #expect(file["rows"].list?.isEmpty == false)
    #expect(file["left"].isMissing)
  }

  @Test func `The table for the town has the columns that the village set for it`() throws {
    let village = try Stage.effective.village()
    try village.done("2026-11-03", "person consent 0012 --for platform")
    try village.done(
      "2026-11-03", "设置 修改 上报列 镇:乡镇,条目:业务号,name:姓名,分值:得分,文号:依据 --起 2026-11 --理由 平台要求")
    let outside = try TemporaryFolder()
    let before = try village.text("2026-11-03", "上报 导出 2026-10 --试算 --格式 表格")
    try village.done("2026-11-03", "platform export 2026-10 -o \(outside.path("a.csv"))")
    let table = String(decoding: outside.bytes("a.csv") ?? [], as: UTF8.self)
    #expect(before == table, "a dry run prints what is written")
    let lines = table.split(separator: "\r\n").map(String.init)
    #expect(lines.first == "\u{FEFF}乡镇,业务号,姓名,得分,依据")
    #expect(lines.dropFirst().first == "侯营镇,2026-10-0001,苏玉强,2,")
    #expect(lines.count == (try village.events().last?["data"]["entries"].list?.count ?? 0) + 1)
    // The data keep our own names of the fields.
    let again = try village.text("2026-11-03", "platform export 2026-10 --format json --dry-run")
    #expect(!again.contains("业务号"))
    try village.isSound()
  }

  @Test func `The way to the town is shown where there is something to send, and only there`()
    throws
  {
    let village = try Stage.onNotice.village()
    try village.done("2026-10-28", "person consent 0012 --for platform")
    #expect(try village.text("2026-11-03", "生效").contains("上报：xinyi 上报 导出 2026-10"))
    try village.done("2026-11-26", "review open --month 2026-11 \(meeting)")
    try village.done("2026-11-26", "review close")
    try village.done("2026-11-26", "notice publish")
    let empty = try village.text("2026-12-02", "生效")
    #expect(empty.hasPrefix("2026-11 生效 0 条。"))
    #expect(!empty.contains("上报"))
  }

  @Test func `What is taken back in the village is taken back on the platform too`() throws {
    let (village, _) = try sent()
    // Who takes the consent back cannot keep a wrong line on the platform by it.
    try village.done("2026-11-05", "person consent 0012 --for platform --withdraw")
    try village.done("2026-11-06", "冲正 10-1 --理由 照片是别处的")
    try village.finish("2026-11", met: "2026-11-26", confirmed: "2026-12-02")
    let package = try village.done("2026-12-02", "platform export 2026-11")
    let row = package["rows"].row(where: "reverses", is: "2026-10-0001")
    #expect(row["points"].number == -2)
    #expect(row["person"].text == "0012" && row["name"].isNull)
    #expect(try village.entry("10-1", "state", on: "2026-12-02").text == "sent")
    try village.isSound()
  }

  @Test func `What the town never had is taken back without a word to it`() throws {
    let village = try Stage.effective.village()
    try village.done("2026-11-06", "冲正 10-1 --理由 照片是别处的")
    try village.finish("2026-11", met: "2026-11-26", confirmed: "2026-12-02")
    let package = try village.done("2026-12-02", "platform export 2026-11")
    #expect(package["package"].isNull)
    #expect(package["left"].list?.map { $0["reason"].text } == ["correctsUnsent"])
    let later = try village.done("2026-12-02", "platform export 2026-10")
    #expect(later["left"].row(where: "entry", is: "2026-10-0001")["reason"].text == "reversed")
  }

  @Test func `Lines at level T that stay are told to the town by number`() throws {
    let village = try Stage.effective.village()
    let answer = try village.done("2026-11-03", "platform export 2026-10")
    let recheck = answer["recheck"].list ?? []
    #expect(recheck.compactMap { $0["rule"].text } == ["GI02", "DY03", "GY02"])
    #expect(recheck[0]["name"].text == "苏玉强")
  }

  @Test func `Evidence can be brought later, and the trail tells of it`() throws {
    let village = try Stage.founded.village()
    try village.done("2026-10-25", "record GI04 0012 --on 2026-10-04")
    let row = try village.done("2026-10-25", "entry evidence 2026-10-0001 --evidence 照片")["rows"][0]
    #expect(row["flags"].list?.isEmpty == true)
    let trail = try village.done("2026-10-25", "entry trail 2026-10-0001")["rows"].list ?? []
    #expect(trail.map { $0["kind"].text } == ["recorded", "evidenceAdded"])
    try village.isSound()
  }
}

/// The reports through the real command.
@Suite struct ReportCommandTests {
  @Test func `The month's page and its rows say the same`() throws {
    let village = try Stage.effective.village()
    let page = try village.text("2026-11-03", "report month")
    #expect(page.contains("苏庄村信义积分2026年10月月报"))
    #expect(page.contains("本月记录：10"))
    let rows = try village.done("2026-11-03", "report month --month 2026-10")["rows"]
    #expect(rows.row(where: "name", is: "recorded")["value"].whole == 10)
    #expect(rows.row(where: "name", is: "plus")["value"].number == 28.3)
    #expect(rows.row(where: "name", is: "minus")["value"].number == -10)
    #expect(rows.row(where: "group", is: "3组")["people"].whole == 2)
    let month = try village.done("2026-11-03", "report month")["month"].text
    #expect(month == "2026-10")
  }

  @Test func `The same seed draws the same lines, and the seed is told`() throws {
    let village = try Stage.effective.village()
    let first = try village.done("2026-11-03", "report sample --people 3 --seed 7")
    let again = try village.done("2026-11-04", "report sample --people 3 --seed 7")
    #expect(first["seed"].whole == 7)
    #expect(first["rows"].list?.count == 3)
    #expect(
      first["rows"].list?.map { $0["entry"].text } == again["rows"].list?.map { $0["entry"].text })
    #expect(first["fairness"].row(where: "of", is: "王")["minus"].number == -10)
    let drawn = try village.done("2026-11-03", "report sample")
    #expect(drawn["rows"].list?.count == 10)
    #expect(try village.done("2026-11-03", "report sample")["seed"].whole == drawn["seed"].whole)
  }

  @Test func `The year's page has a line for each month`() throws {
    let village = try Stage.effective.village()
    let rows = try village.done("2026-11-03", "report year 2026")["rows"]
    #expect(rows.row(where: "month", is: "2026-10")["lines"].whole == 10)
    #expect(rows.row(where: "month", is: "2026-11")["lines"].whole == 0)
    #expect(rows.row(where: "name", is: "effective")["value"].whole == 1)
  }

  @Test func `Key people are ranked in a list of their own`() throws {
    let village = try Stage.effective.village()
    try village.done("2026-11-03", "person role 0012 partyMember --from 2026-11-01")
    let rows = try village.done("2026-11-03", "rank")["rows"].list ?? []
    let key = rows.filter { $0["list"].text == "key" }
    #expect(key.map { $0["person"].text } == ["0012", "0041"])
    #expect(key.map { $0["rank"].whole } == [1, 2])
    #expect(rows.first?["list"].text == "villagers")
    #expect(rows.first?["rank"].whole == 1)
  }
}

/// What is handed over for an objection.
@Suite struct ObjectionPaperTests {
  @Test func `The receipt tells the day of the answer and never who objected`() throws {
    let village = try Stage.onNotice.village()
    let receipt = try village.text(
      "2026-10-28", "objection file 2026-10-0001 --why 当天没有到场 --from 0031")
    #expect(receipt.contains("苏庄村信义积分异议登记回执"))
    #expect(receipt.contains("答复期限：2026年11月6日（星期五）"))
    #expect(receipt.contains("苏*强"))
    #expect(!receipt.contains("王小芳") && !receipt.contains("0031"))
    let answer = try village.text(
      "2026-10-30",
      "objection resolve O-2026-10-01 --outcome dismiss --why 有签到表 --meeting 2026-10 --votes 4-1-0")
    #expect(answer.contains("异议答复书"))
    #expect(answer.contains("答复：维持"))
    #expect(answer.contains("赞成 4、反对 1、弃权 0"))
    #expect(!answer.contains("王小芳") && !answer.contains("0031"))
  }

  @Test func `The list shows what is due, overdue first, with the days left`() throws {
    let village = try Stage.onNotice.village()
    try village.done("2026-10-28", "objection file 2026-10-0001 --why 不对")
    try village.done("2026-10-30", "objection file 2026-10-0002 --why 不对")
    let rows = try village.done("2026-11-08", "objection list")["rows"].list ?? []
    #expect(rows.map { $0["entry"].text } == ["2026-10-0001", "2026-10-0002"])
    #expect(rows.map { $0["daysLeft"].whole } == [-2, 2])
    #expect(try village.text("2026-11-08", "objection list").contains("已超 2 天"))
  }
}
