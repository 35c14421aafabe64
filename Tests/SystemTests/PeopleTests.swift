import TestSupport
import Testing

/// The lives of people and households, by commands.
@Suite struct PeopleTests {
  private static let today = "2026-11-03"

  @Test func `A corrected name stands in the roster alone, and costs no line of the ledger`() throws
  {
    let village = try Stage.effective.village()
    let lines = village.ledgerLines
    let edited = try village.done(Self.today, "person edit 0012 --name 苏玉墙 --born 1971-05-01")
    #expect(edited["rows"][0]["name"].text == "苏玉墙")
    #expect(edited["rows"][0]["born"].text == "1971-05-01")
    #expect(edited["line"].isNull)
    #expect(village.ledgerLines == lines)
    #expect(!village.text(of: "ledger.jsonl").contains("苏玉墙"))
    #expect(village.text(of: "roster.json").contains("苏玉墙"))
    #expect(!village.folder.names().contains { $0.hasSuffix(".new") || $0.hasSuffix(".tmp") })
    #expect(try village.done(Self.today, "balance 苏玉墙")["rows"][0]["person"].text == "0012")
    try village.isSound()
  }

  @Test func `An edit shows old and new, and how to change it back`() throws {
    let village = try Stage.founded.village()
    let text = try village.text("2026-10-08", "村民 修改 0012 --名称 苏玉墙 --组 4组")
    #expect(text.contains("姓名：苏玉强 → 苏玉墙\n"), "\(text)")
    #expect(text.contains("组：3组 → 2026-10-08 起 4组\n"), "\(text)")
    #expect(
      text.contains("xinyi 村民 修改 0012 --名称 苏玉强 --组 3组 --起 2026-10-08\n"), "\(text)")
    let before = village.fingerprint
    let again = try village.text("2026-10-08", "村民 修改 0012 --名称 苏玉墙 --组 4组")
    #expect(again.contains("没有变化"))
    #expect(village.fingerprint == before)
  }

  @Test func `A dry run of a corrected name writes nothing`() throws {
    let village = try Stage.founded.village()
    let before = village.fingerprint
    let tried = try village.done("2026-10-08", "person edit 0012 --name 苏玉墙 --dry-run")
    #expect(tried["rows"][0]["name"].text == "苏玉墙")
    #expect(village.fingerprint == before)
  }

  @Test func `A newcomer begins with the base on the day of coming`() throws {
    let village = try Stage.founded.village()
    let joined = try village.done(
      "2026-10-08", "person join 赵新 --household 050 --head --group 5组 --on 2026-10-06")
    #expect(joined["rows"][0]["person"].text == "0042")
    #expect(joined["rows"][0]["head"].truth == true)
    try village.refused("2026-10-08", "record GI04 0042 --on 2026-10-05", "R106")
    try village.done("2026-10-08", "record GI04 0042 --on 2026-10-06")
    try village.isSound()
  }

  @Test func `Who moved out comes back under the old number`() throws {
    let village = try Stage.founded.village()
    try village.done("2026-10-08", "person leave 0031 --on 2026-10-08")
    let back = try village.done("2026-10-09", "村民 迁入 31 --日期 2026-10-09")
    #expect(back["rows"][0]["person"].text == "0031")
    #expect(back["rows"][0]["status"].text == "resident")
    #expect(back["changes"][0]["old"].text == "left")
  }

  @Test(arguments: [
    ("--state 服役", "soldier"), ("--state student", "student"), ("", "away"),
  ])
  func `Who is suspended is not evaluated until resumed`(_ how: String, _ status: String) throws {
    let village = try Stage.founded.village()
    let line =
      ["person", "suspend", "0031", "--on", "2026-10-08"]
      + how.split(separator: " ").map(String.init)
    let run = try village.run("2026-10-08", line + ["--json"])
    #expect(try Answer(run.output)["rows"][0]["status"].text == status)
    let rank = try village.done("2026-10-08", "rank")["rows"].list ?? []
    #expect(!rank.contains { $0["person"].text == "0031" })
    let resumed = try village.done("2026-10-20", "person resume 0031 --on 2026-10-20")
    #expect(resumed["rows"][0]["status"].text == "resident")
  }

  @Test func `The head inherits what the dead could still spend`() throws {
    let village = try Stage.effective.village()
    let died = try village.done(Self.today, "person die 0013 --on 2026-11-02")
    #expect(died["moved"][0]["from"].text == "0013")
    #expect(died["moved"][0]["to"].text == "0012")
    #expect(died["moved"][0]["spendable"].number == 5)
    let balance = try village.done(Self.today, "balance 0012")["rows"][0]
    #expect(balance["spendable"].number == 23.3)
    try village.refused(Self.today, "redeem 0013 PEN", "R303")
    let rows = try village.done(Self.today, "statement 0012")["rows"].list ?? []
    #expect(rows.last?["kind"].text == "moved")
    try village.isSound()
  }

  @Test func `A household without a head is told of, and gets the next by one command`() throws {
    let village = try Stage.effective.village()
    let text = try village.text(Self.today, "村民 去世 0012 --日期 2026-11-02")
    #expect(text.contains("户 012 没有户主了，户的积分要等新户主。\n"), "\(text)")
    #expect(text.contains("xinyi 村民 户籍 换户主 012 0013 --日期 2026-11-02\n"), "\(text)")
    let named = try village.done(Self.today, "村民 户籍 换户主 012 0013 --日期 2026-11-02")
    #expect(named["moved"][0]["spendable"].number == 18.3)
    #expect(try village.done(Self.today, "balance 0013")["rows"][0]["spendable"].number == 23.3)
    try village.isSound()
  }

  @Test func `Households of a village with accounts by household split and merge`() throws {
    let village = try newVillage("--practice --today 2026-10-01 --account household")
    try village.importRoster(roster)
    try village.done("2026-10-10", "record DY03 0013 --on 2026-10-04 --evidence 照片")
    try village.done("2026-10-26", "review open \(meeting)")
    try village.done("2026-10-26", "review approve --rest")
    try village.done("2026-10-26", "review close")
    let notice = try village.run("2026-10-27", "notice publish")
    #expect(notice.text.contains("全村参加评价10户。"), "\(notice.text)")
    try village.done("2026-11-03", "confirm")
    let split = try village.done(
      Self.today, "person household split 0013 --household 050 --points 2.5 --why 分家协议")
    #expect(split["moved"][0]["spendable"].number == 2.5)
    var rows = try village.done(Self.today, "balance 0012 0013")["rows"]
    #expect(rows[0]["spendable"].number == 7.5)
    #expect(rows[1]["spendable"].number == 2.5)
    #expect(rows[0]["rating"].number == 1010)
    try village.done(Self.today, "person household merge 050 012 --why 回到父母家")
    rows = try village.done(Self.today, "balance 0013")["rows"]
    #expect(rows[0]["spendable"].number == 10)
    #expect(rows[0]["household"].text == "012")
    let rank = try village.done(Self.today, "rank")["rows"].list ?? []
    #expect(rank.first?["household"].text == "012")
    #expect(rank.count == 10)
    let statement = try village.done(Self.today, "statement 0013")["rows"].list ?? []
    #expect(statement.map { $0["kind"].text } == ["opening", "entry", "moved", "moved"])
    try village.isSound()
  }

  @Test func `A relation recuses a member from the other's line`() throws {
    let village = try Stage.recorded.village()
    try village.done("2026-10-25", "person relate 0021 0012 --as 舅舅 --from 2026-10-01")
    try village.done("2026-10-26", "review open --month 2026-10 \(meeting)")
    try village.done("2026-10-26", "review approve 1")
    let decided = try #require(try village.events().last)
    #expect(decided["data"]["entries"][0]["recused"].texts == ["0021"])
  }

  @Test func `Consent taken back masks the next notice and stops the package`() throws {
    let village = try Stage.recorded.village()
    for scope in ["names", "platform"] {
      try village.done("2026-10-25", "person consent 0012 --for \(scope)")
      try village.done("2026-10-26", "person consent 0012 --for \(scope) --withdraw")
    }
    try village.done("2026-10-26", "review open --month 2026-10 \(meeting)")
    try village.done("2026-10-26", "review approve --rest")
    try village.done("2026-10-26", "review close")
    let notice = try village.run("2026-10-27", "notice publish")
    #expect(notice.text.contains("苏*强"))
    #expect(!notice.text.contains("苏玉强"))
    try village.done("2026-11-03", "confirm")
    let sent = try village.done("2026-11-03", "platform export 2026-10")["rows"].list ?? []
    #expect(!sent.contains { $0["person"].text == "0012" })
  }

  @Test func `A hidden line is told without name, group, date and deed from then on`() throws {
    let village = try Stage.effective.village()
    let hidden = try village.done(Self.today, "entry hide 2026-10-0001 --why 本人要求")
    #expect(hidden["rows"][0]["hidden"].truth == true)
    let shown = try village.run(Self.today, "notice show 2026-10")
    #expect(shown.complaint.contains("请遮住条目 2026-10-0001"), "\(shown.complaint)")
    let rows = try Answer(try village.run(Self.today, "notice show 2026-10 --format json").output)
    let row = rows["rows"].row(where: "entry", is: "2026-10-0001")
    #expect(row["title"].text == "本人要求不公开")
    #expect(row["name"].isNull && row["group"].isNull && row["on"].isNull && row["rule"].isNull)
    #expect(row["points"].number == 2)
    try village.folder.remove("notices/2026-10.txt")
    let again = try village.run(Self.today, "notice show 2026-10")
    #expect(again.text.contains("本人要求不公开"), "\(again.text)")
    try village.done(Self.today, "entry unhide 2026-10-0001 --why 本人同意")
    let open = try Answer(try village.run(Self.today, "notice show 2026-10 --format json").output)
    #expect(open["rows"].row(where: "entry", is: "2026-10-0001")["name"].text == "苏*强")
  }

  @Test func `The own-data export holds everything of one person and nobody else's name`() throws {
    let village = try Stage.onNotice.village()
    try village.done("2026-10-28", "objection file 2026-10-0001 --why 不对 --from 0031")
    let outside = try TemporaryFolder()
    let path = outside.path("0012.json")
    try village.done("2026-10-28", "person export 0012 -o \(path)")
    let data = try Answer(outside.bytes("0012.json") ?? [])
    #expect(data["person"]["name"].text == "苏玉强")
    #expect(data["entries"].list?.count ?? 0 >= 5)
    #expect(data["entries"][0]["evidence"].texts == ["照片"])
    #expect(data["objections"][0]["own"].truth == false)
    #expect(data["objections"][0]["by"].isMissing)
    #expect(data["balances"][0]["person"].text == "0012")
    #expect(data["statement"][0]["kind"].text == "opening")
    let text = String(decoding: outside.bytes("0012.json") ?? [], as: UTF8.self)
    #expect(!text.contains("王小芳") && !text.contains("0031"))
    let own = try Answer(try village.run("2026-10-28", "person export 0031").output)
    #expect(own["objections"][0]["own"].truth == true)
  }

  @Test func `Who is under eighteen is told so`() throws {
    let village = try Stage.founded.village()
    try village.done("2026-10-08", "person add 苏小宝 --household 012 --born 2010-02-28")
    let young = try village.text("2026-10-08", "person show 苏小宝")
    #expect(young.contains("未成年，2028-02-28 满 18 周岁"), "\(young)")
    let shown = try village.done("2026-10-08", "person show 0012")["rows"][0]
    #expect(shown["adultOn"].text == "1988-05-01")
  }
}
