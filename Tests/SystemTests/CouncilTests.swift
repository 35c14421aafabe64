import TestSupport
import Testing

/// The council's meeting beyond the plain vote, through the program itself.
@Suite struct `A meeting and its notice` {
  private let day = "2026-10-26"

  @Test func `Who keeps out of a vote is told with what it does to the count`() throws {
    let village = try Stage.inReview.village()
    let text = try village.text(day, "议事 回避 0022 1 2")
    #expect(text.contains("已登记 苏广武（0022） 的回避，2 条。"))
    #expect(text.contains("2026-10-0001 可以投票 5 人 → 4 人，须 3 票赞成。"))
    #expect(text.contains("要撤回：xinyi 议事 回避 0022 2026-10-0001 2026-10-0002 --撤回\n"))
    let decided = try village.done(day, "review approve 1 2 --votes 4-0-0")
    #expect(decided["rows"].list?.count == 2)
    let last = try #require(try village.events().last)
    #expect(last["data"]["entries"][0]["recused"].texts == ["0022"])
    try village.done(day, "review undo 1")
    let back = try village.text(day, "议事 回避 0022 1 --撤回")
    #expect(back.contains("2026-10-0001 可以投票 4 人 → 5 人，须 3 票赞成。"))
    #expect(try village.events().last?["data"]["given"].truth == false)
    try village.isSound()
  }

  @Test func `A line that loses its quorum by it is said to be put off`() throws {
    let village = try Stage.recorded.village()
    try village.done(
      day, "review open --month 2026-10 --present 0021,0022,0023 --chair 0021")
    let text = try village.text(day, "review recuse 0022 1")
    #expect(text.contains("不足 3 人，表决时自动缓议"))
    let row = try village.done(day, "review approve 1")["rows"][0]
    #expect(row["state"].text == "deferred")
  }

  @Test func `Outside the set a case is decided by a minute of its own`() throws {
    let village = try Stage.inReview.village()
    try village.refused(day, "review amend 1 --points 8 --why 多", "R110")
    try village.refused(day, "review amend 1 --points 8 --special --why 多", "U010", status: 2)
    try village.refused(day, "review amend 1 --points 8 --minute 会1 --why 多", "U010", status: 2)
    let row = try village.done(
      day, "议事 改分 1 --分值 8 --一事一议 --记录号 会1 --理由 连夜守堤")["rows"][0]
    #expect(row["points"].number == 8)
    #expect(row["flags"].texts == ["special"])
    #expect(try village.events().last?["data"]["entries"][0]["minute"].text == "会1")
    try village.isSound()
  }

  @Test func `The agenda begins with what deserves a second look, and names who keeps out`() throws
  {
    let village = try Stage.recorded.village()
    try village.done("2026-10-25", "record GI04 0022 --on 2026-10-20 --evidence 照片")
    let agenda = try village.done("2026-10-25", "review agenda")
    let rows = try #require(agenda["rows"].list)
    #expect(rows.first?["rule"].text == "RJ12")
    #expect(rows.first?["doubt"].text == "largeMinus")
    #expect(rows.last?["doubt"].text == "firstTime")
    #expect(agenda["rows"].row(where: "person", is: "0022")["recused"].texts == ["0022"])
    #expect(agenda["returned"].list?.isEmpty == true)
    #expect(try village.text("2026-10-25", "议事 议程").contains("回避：苏广武"))
  }

  @Test(arguments: ["", " --dry-run"])
  func `What deserves a second look is said when it is recorded, in a trial too`(
    dryRun: String
  ) throws {
    let village = try Stage.recorded.village()
    let line = "record DD04 0022 --on 2026-10-20 --collector 0022\(dryRun)"
    let text = try village.text("2026-10-25", line)
    #expect(text.contains("提醒：没有佐证：2026-10-"))
    #expect(text.contains("提醒：采集员是本人、同户或亲属：2026-10-"))
    #expect(text.contains("提醒：议事会成员 苏广武（0022） 表决时回避（本人、本户或亲属）：2026-10-"))
    let again = try village.text(
      "2026-10-25", "record GI04 0012 --on 2026-10-10 --deed D2 --evidence 照片\(dryRun)")
    #expect(again.contains("提醒：同一人、同一项、同一天已有另一条"))
    #expect(!again.contains("没有佐证"))
  }

  @Test func `A meeting that was closed too early goes on`() throws {
    let village = try Stage.closed.village()
    let text = try village.text(day, "议事 复会 --理由 漏了一条")
    #expect(text.contains("已评审、待公示 → 评审中"))
    try village.done(day, "review undo 2026-10-0001")
    try village.done(day, "review reject 2026-10-0001 --why 重复")
    try village.done(day, "review close")
    try village.isSound()
  }

  @Test func `A notice taken down is posted anew, and both papers stay what they were`() throws {
    let village = try Stage.onNotice.village()
    let before = village.text(of: "notices/2026-10.txt")
    let text = try village.text("2026-10-28", "公示 作废 2026-10 --理由 日期写错")
    #expect(text.contains("公示中 → 已评审、待公示"))
    #expect(text.contains("要再公示，重新张榜：xinyi 公示 张榜 --月份 2026-10\n"))
    try village.isSound()
    let again = try village.done("2026-10-28", "notice publish")
    #expect(again["notice"].text == "2026-10-2")
    let lines = again["rows"].list?.count
    #expect(lines == 10)
    let shown = try village.run("2026-10-28", "notice show 2026-10")
    #expect(shown.complaint == "注意：这张公示已于 10月28日 作废，不作数。理由：日期写错\n")
    #expect(shown.text == before)
    #expect(village.text(of: "notices/2026-10.txt") == before)
    let paper = try village.text("2026-10-28", "notice show 2026-10-2")
    #expect(paper.contains("信义积分公示\n"))
    #expect(paper.contains("10-2号"))
    #expect(paper.filter { !$0.isWhitespace }.contains("10号已作废，以本公示为准。"))
    #expect(!paper.contains("补充公示"))
    for number in ["2026-10", "2026-10-2"] {
      let check = try village.run(
        "2026-10-28", "notice check \(village.folder.path)/notices/\(number).txt")
      #expect(check.status == 0, "\(check.text)")
      #expect(check.complaint.contains("作废") == (number == "2026-10"))
    }
    try village.refused("2026-11-02", "confirm", "R221")
    let confirmed = try village.done("2026-11-03", "confirm")
    #expect(confirmed["effective"].list?.count == lines)
    try village.isSound()
  }

  @Test func `A void paper that is lost is made again as it was posted`() throws {
    let village = try Stage.onNotice.village()
    try village.done("2026-10-28", "notice void 2026-10 --why 写错")
    try village.done("2026-10-28", "notice publish")
    for name in ["2026-10", "2026-10-2"] {
      let path = "notices/\(name).txt"
      let kept = village.text(of: path)
      try village.folder.write("", to: "notices/\(name).salt")
      let outside = try TemporaryFolder()
      try outside.write(kept, to: "纸.txt")
      let check = try village.run("2026-10-28", "notice check \(outside.path("纸.txt"))")
      #expect(check.text.contains("V506") == false, "\(check.text)")
    }
  }
}
