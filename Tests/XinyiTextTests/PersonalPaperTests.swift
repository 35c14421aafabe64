import TestSupport
import Testing
import XinyiLedger
import XinyiText

@Suite("Slips and statements")
struct PersonalPaperTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }
  private func points(_ text: String) throws -> Points { try #require(Points(text)) }
  private let village = PaperVillage(name: "苏庄村", town: "侯营镇", isPractice: false)

  private func slip() throws -> SlipPaper {
    SlipPaper(
      village: village, shop: "信义超市", number: "1103-02", on: try day("2026-11-03"),
      clock: "09:42",
      person: PaperPerson(
        number: try #require(PersonNumber("0012")), name: "苏玉强", group: "3组",
        household: HouseholdNumber("12")),
      proxy: nil,
      lines: [
        SlipLine(
          goods: "洗衣粉", unit: "袋", count: 1, price: try points("10"), amount: try points("10")),
        SlipLine(
          goods: "不锈钢盆", unit: "个", count: 1, price: try points("4"), amount: try points("4")),
      ],
      total: try points("14"),
      payment: .account(before: try points("15.5"), after: try points("1.5")),
      record: SlipRecord(line: 1851, digest: try digest("0bc90a58310e41e8")),
      refundDays: 7)
  }

  private func digest(_ start: String) throws -> Digest {
    try #require(Digest(start + String(repeating: "0", count: 64 - start.utf8.count)))
  }

  @Test(arguments: SlipWidth.allCases)
  func `a slip fits its paper`(width: SlipWidth) throws {
    let text = slipSheet(try slip(), width: width).text
    #expect(goldenDifference(text, "slips/\(width.rawValue).txt") == nil)
    expectWidth(text, width.rawValue)
  }

  @Test(arguments: SlipWidth.allCases)
  func `a slip with everything long still fits and loses nothing`(width: SlipWidth) throws {
    var paper = try slip()
    paper.village.isPractice = true
    paper.person?.name = "买买提·吐尔逊"
    paper.proxy = "李传英"
    paper.lines[0].goods = "加厚不锈钢多功能家用洗菜沥水盆（大号，带盖）"
    paper.total = try points("123456.5")
    let text = slipSheet(paper, width: width).text
    expectWidth(text, width.rawValue)
    for word in ["演练", "买买提·吐尔逊", "李传英", "123456.5"] { #expect(text.contains(word)) }
    for character in "加厚不锈钢多功能家用洗菜沥水盆大号带盖" { #expect(text.contains(character)) }
  }

  private func cards(_ numbers: [String]) throws -> [CardNumber] {
    try numbers.map { try #require(CardNumber($0)) }
  }

  /// An old man with cards and no name; the hand slip is keyed in later.
  @Test(arguments: SlipWidth.allCases)
  func `a slip paid with cards names nobody`(width: SlipWidth) throws {
    var paper = try slip()
    paper.number = "1103-07"
    paper.clock = nil
    paper.person = nil
    paper.lines = [
      SlipLine(
        goods: "肥皂", unit: "块", count: 1, price: try points("7"), amount: try points("7"))
    ]
    paper.total = try points("7")
    paper.payment = .cards(
      taken: try cards(["5-0031", "5-0032"]), given: try cards(["2-0107", "1-0220"]))
    let text = slipSheet(paper, width: width).text
    #expect(goldenDifference(text, "slips/cards-\(width.rawValue).txt") == nil)
    expectWidth(text, width.rawValue)
  }

  @Test(arguments: SlipWidth.allCases)
  func `a slip of goods that were brought back`(width: SlipWidth) throws {
    var paper = try slip()
    paper.number = "1105-01"
    paper.kind = .refund(of: "1103-02", why: "盆底漏水", isRestocked: false)
    paper.lines.removeFirst()
    paper.total = try points("4")
    paper.payment = .account(before: try points("1.5"), after: try points("5.5"))
    let text = slipSheet(paper, width: width).text
    #expect(goldenDifference(text, "slips/refund-\(width.rawValue).txt") == nil)
    expectWidth(text, width.rawValue)
  }

  @Test func `a statement`() throws {
    let text = statementSheet(try statement()).text
    #expect(goldenDifference(text, "statements/0012.txt") == nil)
    expectWidth(text, paperWidth)
  }

  @Test func `balances of a statement follow from its changes`() throws {
    var paper = try statement()
    paper.spendableLines.lines = [
      StatementLine(
        on: try day("2026-11-03"), reason: "更正", change: try points("-2.5"), voucher: "10月011条")
    ]
    #expect(statementSheet(paper).text.contains("-2.5      -2.0"))
  }

  @Test func `who is at the top has no next grade, who is not evaluated has none at all`() throws {
    var paper = try statement()
    paper.rating = .graded(points: try points("1070"), grade: "五星", next: nil)
    #expect(statementSheet(paper).text.contains("评级分：1070.0分，五星\n"))
    paper.rating = .notEvaluated(reason: "在校学生")
    #expect(statementSheet(paper).text.contains("评级分：不参加评级（在校学生）\n"))
  }

  @Test func `a long statement has numbered pages with the head repeated`() throws {
    var paper = try statement()
    paper.village.isPractice = true
    paper.spendableLines.lines = Array(
      repeating: paper.spendableLines.lines[0], count: 120)
    let text = statementSheet(paper).text
    #expect(text.contains("第3页（共3页）"))
    #expect(text.split(separator: "\n").filter { $0.contains("【演练】") }.count == 3)
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("日期") }.count == 4)
  }

  private func expectWidth(_ text: String, _ width: Int) {
    for line in text.split(separator: "\n").map(String.init) {
      #expect(displayWidth(of: line) <= width, "\(line)")
      #expect(line.last != " ")
    }
  }

  private func line(_ reason: String, _ change: String, _ voucher: String) throws
    -> StatementLine
  {
    StatementLine(
      on: try day("2026-11-03"), reason: reason, change: try points(change), voucher: voucher)
  }

  private func statement() throws -> StatementPaper {
    StatementPaper(
      village: village, from: try day("2026-10-01"), to: try day("2026-11-03"),
      person: StatementPerson(
        number: try #require(PersonNumber("0012")), name: "苏玉强", group: "3组",
        household: HouseholdNumber("12"), head: .own),
      shop: "信义超市", spendable: try points("1.5"),
      rating: .graded(
        points: try points("1025"), grade: "三星",
        next: StatementRating.NextGrade(name: "四星", above: try points("1040"))),
      pending: .zero, unusedCards: 0, spendableLines: try spendableLines(),
      ratingLines: StatementLines(
        openingText: "上期结余（年初基础分1000.0）", opening: try points("1016"),
        lines: [
          try line("10月主动维护人居环境整治4次", "8", "见上"), try line("10月庭院月度检查达标", "1", "10月041条"),
        ]),
      ratingNotes: ["志愿服务（GI01）只计可兑换积分；年度累计奖励（GI02，计评级分）按时长自动提出。"],
      carry: StatementCarry(
        year: Year(number: 2026), until: try day("2027-01-31"),
        remindedFrom: try day("2026-12-01")),
      earnable: StatementEarnable(
        month: try #require(Month("2026-11")),
        items: [
          .init(title: "主动维护人居环境整治", atMost: try points("8")),
          .init(title: "参加志愿服务活动", atMost: try points("8")),
          .init(title: "邻里互助", atMost: try points("2")),
        ]),
      objectionWorkingDays: 7, printed: try day("2026-11-03"),
      record: StatementRecord(records: 1851, digest: try digest("56af4bde70a47ae7")))
  }

  private func spendableLines() throws -> StatementLines {
    StatementLines(
      openingText: "上期结余", opening: try points("0.5"),
      lines: [
        try line("10-18 主动维护人居环境整治（集中清理）", "2", "10月011条"),
        try line("10-04 主动维护人居环境整治", "2", "10月027条"),
        try line("10-10 主动维护人居环境整治", "2", "10月028条"),
        try line("10-24 主动维护人居环境整治", "2", "10月029条"),
        try line("10-25 志愿服务累计24小时，每4小时1分", "6", "10月030条"),
        try line("10-24 庭院月度检查达标（户）", "1", "10月041条"),
        try line("兑换：洗衣粉1袋10.0，不锈钢盆1个4.0", "-14", "单1103-02"),
      ])
  }
}
