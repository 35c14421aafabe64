import TestSupport
import Testing

/// The end of a year, and a campaign, by commands alone.
@Suite struct YearTests {
  @Test func `A year is closed with a grade list on the board, and its breaches go on weighing`()
    throws
  {
    let village = try Stage.yearOver.village()
    let preview = try village.done("2027-01-20", "year preview")
    #expect(preview["closed"].truth == false)
    #expect(preview["carried"][0]["entry"].text == "2026-10-0010")
    let status = try village.done("2027-01-20", "status")
    #expect(status["next"].text == "xinyi year preview 2026")
    let closed = try village.done("2027-01-20", "year close 2026")
    let rows = closed["rows"]
    #expect(rows.row(where: "person", is: "0032")["rating"].number == 990)
    #expect(rows.row(where: "person", is: "0032")["grade"].text == "一星")
    let balance = try village.done("2027-01-20", "balance 0032 0012")["rows"]
    #expect(balance[0]["rating"].number == 990)
    #expect(balance[1]["rating"].number == 1000)
    let paper = village.text(of: "notices/year-2026.txt")
    #expect(paper.contains("2026年度信义等级公示"))
    #expect(paper.contains("账本校验码"))
    #expect(!paper.contains("王小芳"))
    #expect(try village.text("2027-01-20", "年结 预览 2026").hasPrefix(paper))
    try village.isSound()
  }

  @Test func `A changed grade list is found`() throws {
    let village = try Stage.yearOver.village()
    try village.done("2027-01-20", "year close 2026")
    try village.edit("notices/year-2026.txt", "二星", "三星")
    let run = try village.run(nil, "verify --json")
    #expect(run.status == 3)
    #expect(try Answer(run.output)["findings"][0]["code"].text == "V405")
  }

  @Test func `What has run out is written off, and the balance does not notice`() throws {
    let village = try Stage.yearOver.village()
    let before = try village.done("2027-02-01", "balance")["rows"].list ?? []
    let waiting = try village.done("2027-02-01", "status")["waiting"].list ?? []
    #expect(waiting.contains { $0["what"].text == "expired" })
    let expired = try village.done("2027-02-01", "year expire")["rows"].list ?? []
    #expect(expired.compactMap { $0["points"].number }.reduce(0, +) == 26.3)
    let after = try village.done("2027-02-01", "balance")["rows"].list ?? []
    #expect(before.map { $0["spendable"].number } == after.map { $0["spendable"].number })
    try village.isSound()
  }

  @Test func `A campaign adds its points behind the cap and ranks whoever took part`() throws {
    let village = try Stage.founded.village()
    try village.done(
      "2026-10-01",
      "活动 添加 RJ --名称 信义+人居环境 --起 2026-10-05 --止 2026-10-25 --细则 GI04、GI09 --分值 1 --预算 20")
    let rows = try village.done("2026-10-10", "记分 GI04 0012 0031 --活动 RJ --佐证 照片")["rows"]
    #expect(rows[0]["points"].number == 3)
    try village.done("2026-10-10", "record GI09 0012 --campaign RJ --evidence 照片")
    let shown = try village.done("2026-10-11", "campaign show RJ")
    #expect(shown["points"].number == 9)
    #expect(shown["extra"].number == 3)
    #expect(shown["rows"][0]["person"].text == "0012")
    #expect(shown["rows"][0]["points"].number == 6)
    let list = try village.done("2026-10-11", "campaign list")["rows"]
    #expect(list[0]["budget"].number == 20)
  }
}
