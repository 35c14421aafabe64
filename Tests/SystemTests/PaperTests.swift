import Foundation
import TestSupport
import Testing

/// Papers of 打印 that no other command makes, as text, against `Fixtures/papers`.
@Suite struct PaperTests {
  /// Digests differ from village to village, for notices are salted; clocks are those of the run.
  private func steady(_ text: String) -> String {
    text.replacing(/[0-9a-f]{16}/, with: "################")
      .replacing(/[0-9a-f]{4}( [0-9a-f]{4}){3,15}/, with: "#### #### #### ####")
      .replacing(/\ [0-9]{2}:[0-9]{2}\b/, with: " ##:##")
      .replacing(/[0-9]{2}:[0-9]{2}至/, with: "##:##至")
      .replacing(/至[0-9]{2}:[0-9]{2}/, with: "至##:##")
  }

  private func expect(
    _ line: String, of village: Village, on day: String, is name: String,
    at place: SourceLocation = #_sourceLocation
  ) throws {
    let run = try village.run(day, line)
    #expect(run.status == 0, "\(line): \(run.complaint)", sourceLocation: place)
    let difference = goldenDifference(steady(run.text), "papers/\(name).txt")
    #expect(difference == nil, "\(difference ?? "")", sourceLocation: place)
  }

  @Test func `The agenda has boxes to tick, the most doubtful line first, and who keeps out`()
    throws
  {
    let village = try Stage.inReview.village()
    try village.done("2026-10-26", "review recuse 0022 2026-10-0001")
    try expect("打印 议程", of: village, on: "2026-10-26", is: "agenda")
  }

  @Test func `A sign-in sheet prints the number that the clerk types, and tells one name apart`()
    throws
  {
    let village = try Stage.founded.village()
    try expect("打印 签到表 1组 32 12-13", of: village, on: "2026-10-02", is: "sign-in")
    let all = try village.text("2026-10-02", "打印 签到表")
    #expect(all.matches(of: /[1-4]组   _{20}  _{10}/).count == 11 && all.contains("全村"))
    #expect(try village.run("2026-10-02", "打印 签到表 9组").status == 2)
  }

  @Test func `What a notice came to is signed only when its term is over`() throws {
    let village = try Stage.onNotice.village()
    try village.done("2026-10-30", "objection file 2026-10-0002 --why 没有来")
    try village.refused("2026-11-02", "打印 无异议 2026-10", "R221")
    try expect("打印 无异议", of: village, on: "2026-11-03", is: "no-objection-open")
    try village.done("2026-11-03", "confirm")
    try village.done(
      "2026-11-04",
      "objection resolve O-2026-10-01 --outcome dismiss --why 签到表上有 --document 侯营信义〔2026〕1号"
    )
    try expect("打印 无异议 2026-10", of: village, on: "2026-11-05", is: "no-objection")
    #expect(try village.run("2026-11-05", "打印 无异议 十月").status == 2)
  }

  @Test func `Cards are issued house by house, with their numbers and a sum`() throws {
    let village = try Stage.effective.village()
    try village.done("2026-11-03", "card issue --month 2026-10 --all")
    try expect("打印 发卡表", of: village, on: "2026-11-03", is: "cards")
    let none = try village.text("2026-11-03", "打印 发卡表 --月份 2026-11")
    #expect(none.contains("没有发卡"))
  }

  @Test func `Goods are counted by batch, and the cards in the till by denomination`() throws {
    let village = try Stage.effective.village()
    try village.done("2026-11-03", "shop receive XYF 5 --batch A2 --expires 2027-03-01")
    try village.done("2026-11-03", "card issue --cards 1x20,2x10")
    try expect("打印 盘点表", of: village, on: "2026-11-03", is: "stock-taking")
  }

  @Test func `A closed year's grades are printed as they were posted, an open one's as a preview`()
    throws
  {
    let village = try Stage.yearOver.village()
    let preview = try village.run("2027-01-16", "打印 等级榜 2026")
    #expect(preview.text.contains("【预览】") && preview.complaint.contains("不要张贴"))
    try village.done("2027-01-16", "year close 2026")
    let posted = try village.run("2027-01-16", "打印 等级榜 2026")
    #expect(posted.text == village.text(of: "notices/year-2026.txt"))
    #expect(posted.complaint.isEmpty)
    let page = try village.text("2027-02-20", "打印 等级榜 --格式 网页")
    #expect(page.contains("<table>") && !page.contains("<pre>"))
    #expect(try village.run("2027-01-16", "打印 等级榜 1999").status == 1)
    try village.edit("notices/year-2026.txt", "三星", "五星")
    #expect(try village.run("2027-01-16", "打印 等级榜 2026").status == 3)
  }

  @Test func `What earns points stands in plain words on one paper`() throws {
    let village = try Stage.effective.village()
    try expect("打印 明白纸", of: village, on: "2026-11-03", is: "guide")
  }

  @Test func `Where an entry comes from is printed step by step`() throws {
    let village = try Stage.effective.village()
    try expect("打印 来历 2026-10-0002", of: village, on: "2026-11-03", is: "trail")
  }

  @Test func `The inspection pack holds a month's papers in one document, with a cover`() throws {
    let village = try Stage.effective.village()
    let text = try village.text("2026-11-03", "打印 检查材料 2026-10")
    for paper in ["目录", "信义积分公示", "会议记录", "公示结果确认书", "佐证清单", "分布", "超市", "sha256sum"] {
      #expect(text.contains(paper), "\(paper)")
    }
    let cover = String(text.prefix { $0 != "\u{c}" }.split(separator: "\n\n\n")[0])
    #expect(cover.contains("一、公示"))
    let page = try village.text("2026-11-03", "打印 检查材料 2026-10 --格式 网页")
    #expect(page.matches(of: /<section>/).count == 8)
    #expect(try village.run("2026-11-03", "打印 检查材料 十月").status == 2)
  }

  @Test func `Everybody's statement comes in short form, four to a page`() throws {
    let village = try Stage.effective.village()
    try expect("打印 明细 --全部", of: village, on: "2026-11-03", is: "short-statements")
  }
}
