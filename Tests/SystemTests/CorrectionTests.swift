import TestSupport
import Testing

/// What took effect is never wiped out: it is taken back in the open, with what follows from it.
@Suite struct CorrectionTests {
  /// Reviews a month with everything approved, posts it and confirms it.
  private func finish(
    _ month: String, in village: Village, review: String, post: String, confirm: String
  ) throws {
    try village.done(review, "review open --month \(month) \(meeting)")
    try village.done(review, "review approve --rest")
    for row in try village.done(review, "review agenda")["rows"].list ?? [] {
      guard row["state"].text == "pending", row["follows"].text == nil else { continue }
      try village.done(review, "review approve \(row["entry"].text ?? "")")
    }
    try village.done(review, "review close")
    try village.done(post, "notice publish --month \(month)")
    try village.done(confirm, "confirm --month \(month)")
  }

  /// Dumping of rubbish in October and, doubled, in November.
  private func twice() throws -> Village {
    let village = try Stage.founded.village()
    try village.done("2026-10-06", "record RJ01 0012 --on 2026-10-06 --evidence 照片")
    try finish(
      "2026-10", in: village, review: "2026-10-26", post: "2026-10-27", confirm: "2026-11-03")
    try village.done("2026-11-12", "record RJ01 0012 --on 2026-11-11 --evidence 照片")
    try finish(
      "2026-11", in: village, review: "2026-11-26", post: "2026-11-26", confirm: "2026-12-02")
    return village
  }

  private func scores(of village: Village, on day: String) throws -> [Double?] {
    let row = try village.done(day, "balance 0012")["rows"][0]
    return [row["rating"].number, row["spendable"].number]
  }

  @Test func `example b by commands: the first breach falls, the second is no repeat any more`()
    throws
  {
    let village = try twice()
    #expect(try scores(of: village, on: "2026-12-02") == [985, -15])
    try village.done("2026-12-03", "objection file 2026-10-0001 --why 那天不在家")
    try village.done(
      "2026-12-04",
      "objection resolve O-2026-12-01 --outcome cancel --why 属实 --document 侯信字1号")
    let agenda = try village.done("2026-12-04", "review agenda")["rows"].list ?? []
    #expect(agenda.map { $0["reverses"].text } == ["2026-10-0001", nil])
    #expect(agenda.map { $0["adjusts"].text } == [nil, "2026-11-0001"])
    #expect(agenda.map { $0["follows"].text } == [nil, "2026-12-0001"])
    #expect(try scores(of: village, on: "2026-12-04") == [985, -15])
    try village.done("2027-01-05", "review open --month 2026-12 \(meeting)")
    try village.done("2027-01-05", "review approve 2026-12-0001")
    try village.done("2027-01-05", "review close")
    try village.done("2027-01-05", "notice publish --month 2026-12")
    let notice = try village.text("2027-01-05", "notice show 2026-12")
    #expect(notice.contains("以前月份更正（2条，+10.0分）"))
    #expect(notice.contains("异议成立，撤销"))
    #expect(notice.contains("上条撤销，不再加倍"))
    try village.done("2027-01-12", "confirm --month 2026-12")
    let rows = try village.done("2027-01-12", "statement 0012 --from 2026-10-01")["rows"].list ?? []
    let entries = rows.filter { $0["kind"].text == "entry" }
    #expect(entries.compactMap { $0["spendable"].number } == [-5, -10, 5, 5])
    #expect(try village.done("2027-01-12", "balance 0012")["rows"][0]["spendable"].number == -5)
    let first = try village.done("2027-01-12", "entry show 2026-10-0001")["rows"][0]
    #expect(first["reversedBy"].text == "2026-12-0001")
    let text = try village.text("2027-01-12", "statement 0012 --from 2026-10-01")
    #expect(text.contains("冲正2026年10月001条") && text.contains("更正2026年11月001条"))
    try village.isSound()
  }

  @Test func `A reversal tells what follows, the month, the balance and the way back`() throws {
    let village = try twice()
    let answer = try village.done("2026-12-03", "reverse 2026-10-0001 --why 认错了人")
    #expect(answer["rows"].list?.map { $0["points"].number } == [5, 5])
    #expect(answer["month"].text == "2026-12")
    #expect(answer["balances"][0]["spendableBefore"].number == -15)
    #expect(answer["balances"][0]["spendableAfter"].number == -5)
    try village.refused("2026-12-03", "withdraw 2026-12-0002 --why 错了", "R245")
    let back = try village.done("2026-12-03", "withdraw 2026-12-0001 --why 提错了")
    #expect(back["rows"].list?.map { $0["state"].text } == ["withdrawn", "withdrawn"])
    let again = try village.text("2026-12-03", "冲正 2026-10-0001 --理由 认错了人")
    #expect(again.contains("2026-12-0003 冲正 2026-10-0001（乱堆乱倒垃圾，苏玉强（0012））：-5.0 → 0.0"))
    #expect(again.contains("随之更正 2026-11-0001"))
    #expect(again.contains("xinyi 撤回 2026-12-0003"))
    try village.isSound()
  }

  @Test func `Goods that were taken are not claimed back: the shop is closed until even`() throws {
    let village = try Stage.effective.village()
    try village.done("2026-11-04", "redeem 0012 XYF")
    let line = "reverse 2026-10-0007 --why 冒领"
    let text = try village.text("2026-11-05", line + " --dry-run")
    #expect(text.contains("8.3 分 → -1.7 分"))
    #expect(text.contains("不追回，也不折成钱"))
    let answer = try village.done("2026-11-05", line)
    #expect(answer["balances"][0]["spendableAfter"].number == -1.7)
    #expect(answer["balances"][0]["belowZero"].truth == true)
    try village.isSound()
  }

  @Test func `What was recorded twice is taken back at once by two operators, and posted as such`()
    throws
  {
    let village = try Stage.recorded.village()
    try village.addOperator("deputy")
    try village.done("2026-10-25", "record GI04 0031 --on 2026-10-10 --deed D2 --evidence 照片")
    try finish(
      "2026-10", in: village, review: "2026-10-26", post: "2026-10-27", confirm: "2026-11-03")
    let before = try village.done("2026-11-03", "balance 0031")["rows"][0]["spendable"].number
    let answer = try village.done(
      "2026-11-04", "reverse 2026-10-0011 --why 记重了 --clerical --second deputy")
    #expect(answer["clerical"].truth == true)
    #expect(answer["rows"][0]["state"].text == "effective")
    let after = try village.done("2026-11-04", "balance 0031")["rows"][0]["spendable"].number
    #expect(before.map { $0 - 2 } == after)
    try village.done("2026-11-26", "review open --month 2026-11 \(meeting)")
    try village.done("2026-11-26", "review close")
    let posted = try village.done("2026-11-26", "notice publish --month 2026-11")
    #expect(posted["rows"].list?.isEmpty == true)
    let notice = try village.text("2026-11-26", "notice show 2026-11")
    #expect(notice.contains("以前月份更正（0条；另已即时更正1条）"))
    #expect(notice.contains("重复记录，已即时更正"))
    try village.isSound()
  }

  // MARK: - 改错

  @Test func `Before the review a wrong person is put right by withdrawing and recording again`()
    throws
  {
    let village = try Stage.recorded.village()
    let answer = try village.done("2026-10-25", "fix 2026-10-0001 --person 0013 --why 记成了父亲")
    #expect(answer["fixes"][0]["way"].text == "withdrawn")
    let rows = answer["rows"].list ?? []
    #expect(rows.map { $0["state"].text } == ["withdrawn", "pending"])
    #expect(rows.last?["person"].text == "0013")
    #expect(rows.last?["corrects"].text == "2026-10-0001")
    try village.isSound()
  }

  @Test func `A whole batch is put right at once`() throws {
    let village = try Stage.recorded.village()
    let answer = try village.done("2026-10-25", "fix B0002 --on 2026-10-11 --why 日期写错")
    #expect(answer["rows"].list?.count == 4)
    #expect(answer["rows"].list?.suffix(2).map { $0["on"].text } == ["2026-10-11", "2026-10-11"])
  }

  @Test func `On notice the village objects itself and is told how to answer`() throws {
    let village = try Stage.onNotice.village()
    let text = try village.text("2026-10-28", "改错 1 --理由 那天没有到场")
    #expect(text.contains("本村自查异议 O-2026-10-01"))
    #expect(text.contains("xinyi 异议 答复 O-2026-10-01 --结果"))
    let entry = try village.done("2026-10-28", "entry show 2026-10-0001")["rows"][0]
    #expect(entry["state"].text == "objected")
    let points = try village.text("2026-10-28", "fix 9 --points 3 --why 核实为三分")
    #expect(points.contains("--outcome amend --points 3"))
    try village.isSound()
  }

  @Test func `After effect it is reversed, with the right one beside`() throws {
    let village = try Stage.effective.village()
    let answer = try village.done(
      "2026-11-04", "fix 2026-10-0001 --person 0013 --why 记成了父亲")
    #expect(answer["fixes"][0]["way"].text == "reversed")
    let rows = answer["rows"].list ?? []
    #expect(rows.map { $0["reverses"].text } == ["2026-10-0001", nil])
    #expect(rows.map { $0["corrects"].text } == [nil, "2026-10-0001"])
    #expect(rows.map { $0["points"].number } == [-2, 2])
    try village.isSound()
  }

  // MARK: - 提示书与修复

  @Test func `A reminder is printed, and put right in time it costs nothing`() throws {
    let village = try Stage.founded.village()
    let issued = try village.done("2026-10-20", "reminder issue 0031 RJ01")
    #expect(issued["reminder"].text == "T-2026-10-01")
    #expect(issued["due"].text == "2026-10-23")
    let paper = try village.text("2026-10-20", "提示书 开具 户:012 RJ02")
    #expect(paper.contains("失信提示书") && paper.contains("存根") && paper.contains("T-2026-10-02"))
    let done = try village.done("2026-10-22", "reminder done 10-01")
    #expect(done["state"].text == "putRight")
    let rows = try village.done("2026-10-22", "reminder list")["rows"].list ?? []
    #expect(rows.map { $0["state"].text } == ["open", "putRight"])
    try village.done("2026-10-26", "review open --month 2026-10 \(meeting)")
    try village.done("2026-10-26", "review close")
    try village.done("2026-10-27", "notice publish")
    let notice = try village.text("2026-10-27", "notice show 2026-10")
    #expect(notice.contains("本期发出提示书2份，其中1份按期改正，未扣分。"))
    try village.isSound()
  }

  @Test func `After the term the breach is recorded by the command that the list shows`() throws {
    let village = try Stage.founded.village()
    try village.done("2026-10-20", "reminder issue 0031 RJ01")
    let row = try village.done("2026-10-25", "reminder list")["rows"][0]
    #expect(row["state"].text == "overdue")
    #expect(row["daysOverdue"].whole == 2)
    let command = try #require(row["record"].text)
    #expect(command == "xinyi record RJ01 0031 --on 2026-10-20 --evidence 提示书T-2026-10-01")
    let answer = try village.done("2026-10-25", String(command.dropFirst(6)))
    #expect(answer["rows"][0]["flags"].texts == [])
    let closed = try village.done("2026-10-25", "reminder list")["rows"][0]
    #expect(closed["state"].text == "recorded")
    try village.isSound()
  }

  @Test func `A breach that was put right gives points back after its own notice`() throws {
    let village = try Stage.effective.village()
    let list = try village.done("2026-11-04", "redress list")["rows"].list ?? []
    #expect(list.map { $0["entry"].text } == ["2026-10-0010"])
    #expect(list.first?["left"].number == 10)
    let answer = try village.done(
      "2026-11-04",
      "redress apply 2026-10-0010 --points 4 --promise 今后拴绳 --evidence 照片")
    #expect(answer["rows"][0]["redresses"].text == "2026-10-0010")
    let waiting = try village.done("2026-11-04", "redress list")["rows"][0]
    #expect(waiting["redress"].text == "2026-11-0001")
    try finish(
      "2026-11", in: village, review: "2026-11-26", post: "2026-11-26", confirm: "2026-12-02")
    #expect(try village.done("2026-12-02", "balance 0032")["rows"][0]["spendable"].number == -6)
    #expect(
      try village.text("2026-12-02", "notice show 2026-11").contains("信用修复，退回"))
    try village.isSound()
  }
}
