import TestSupport
import Testing

/// The reported story, from the first record to the washing powder over the counter, told in
/// either language.
@Suite struct StoryTests {
  @Test(arguments: StoryLanguage.allCases)
  func `Points that nobody objects to buy washing powder and a steel basin`(
    _ language: StoryLanguage
  ) throws {
    let village = try language.village()
    let balance = try village.done("2026-11-03", "balance 苏玉强")["rows"][0]
    #expect(balance["rating"].number == 1013)
    #expect(balance["spendable"].number == 0)
    #expect(balance["pending"].number == 0)
    let shelf = try village.done("2026-11-03", "shop list")["rows"]
    #expect(shelf.row(where: "item", is: "XYF")["stock"].whole == 49)
    #expect(shelf.row(where: "item", is: "PEN")["stock"].whole == 29)
    try village.isSound()
  }

  @Test func `The same commands in English and in Chinese make the same ledger`() throws {
    let ledgers = try StoryLanguage.allCases.map { language in
      try language.village().events().dropFirst(3).map(\.withoutChance)
    }
    #expect(ledgers[0].count == ledgers[1].count)
    for (english, chinese) in zip(ledgers[0], ledgers[1]) { #expect(english == chinese) }
  }

  @Test func `Statement, slip, notice and package agree with the balance to the tenth`() throws {
    let village = try StoryLanguage.english.village()
    let rows = try village.done("2026-11-03", "statement 苏玉强")["rows"].list ?? []
    #expect(
      rows.map { $0["kind"].text } == ["opening"] + .init(repeating: "entry", count: 6) + [
        "redeemed"
      ])
    #expect(rows.compactMap { $0["spendable"].number }.reduce(0, +) == 0)
    #expect(rows.last?["spendable"].number == -14)
    #expect(rows.last?["spendableAfter"].number == 0)
    #expect(rows.last?["ratingAfter"].number == 1013)
    let notice = try village.text("2026-11-03", "notice show 2026-10")
    #expect(notice.contains("加分事项（6条，+19.0分）"))
    #expect(notice.contains("苏*强"))
    #expect(!notice.contains("苏玉强"))
    let statement = try village.text("2026-11-03", "statement 苏玉强")
    #expect(statement.contains("-14.0"))
    let slip = try village.text("2026-11-03", "slip 1103-01")
    #expect(slip.contains("壹拾肆分整"))
    let sent = try village.done("2026-11-03", "entry list --state sent")["rows"].list ?? []
    #expect(sent.count == 6)
    #expect(sent.compactMap { $0["points"].number }.reduce(0, +) == 19)
  }

  @Test func `The package holds what took effect and may leave, with consent given first`() throws {
    let village = try newVillage()
    try village.tell(Array(story.prefix { !$0.english.hasPrefix("platform") }), in: .english)
    let out = try TemporaryFolder()
    let answer = try village.done(
      "2026-11-03", "platform export 2026-10 -o \(out.path("上报.csv"))")
    #expect(answer["rows"].list?.count == 6)
    #expect(answer["left"].list?.isEmpty == true)
    #expect(answer["package"].text == "P-2026-10-01")
    let table = String(decoding: out.bytes("上报.csv") ?? [], as: UTF8.self)
    #expect(table.split(separator: "\r\n").count == 7)
    #expect(table.contains("苏玉强"))
  }

  @Test func `Without consent nothing of the kind that asks for it is sent`() throws {
    let village = try Stage.effective.village()
    let answer = try village.done("2026-11-03", "platform export 2026-10")
    #expect(answer["rows"].list?.isEmpty == true)
    let left = answer["left"].list ?? []
    #expect(left.count == 10)
    #expect(answer["left"].row(where: "entry", is: "2026-10-0001")["reason"].text == "noConsent")
    #expect(answer["left"].row(where: "entry", is: "2026-10-0004")["reason"].text == "never")
    try village.isSound()
  }
}

/// The language in which the commands of a story are typed.
enum StoryLanguage: CaseIterable, Sendable {
  case english, chinese

  /// A copy of the village of the story, as told in this language.
  func village() throws -> Village {
    try (self == .english ? Self.inEnglish : Self.inChinese).get().copy()
  }

  private static let inEnglish = Originals.made { try told(in: .english) }
  private static let inChinese = Originals.made { try told(in: .chinese) }

  private static func told(in language: StoryLanguage) throws -> Village {
    let village = try newVillage()
    try village.tell(story, in: language)
    return village
  }
}

/// One command, typed in either language.
struct Step: Sendable {
  let today: String
  let english: String
  let chinese: String

  init(_ today: String, _ english: String, _ chinese: String) {
    self.today = today
    self.english = english
    self.chinese = chinese
  }
}

extension Village {
  func tell(_ steps: [Step], in language: StoryLanguage) throws {
    for step in steps {
      try done(step.today, language == .english ? step.english : step.chinese)
    }
  }
}

extension Answer {
  /// What two ledgers of the same commands must share: the kind, the request and what happened,
  /// without salted digests.
  fileprivate var withoutChance: [String] {
    let data = self["data"]
    return ["\(self["kind"])", "\(self["request"])"]
      + data.keys.filter { $0 != "body" }.map { "\($0)=\(data[$0].sorted)" }
  }

  /// The value with the members of its objects in order.
  private var sorted: String {
    if let list { return "[" + list.map(\.sorted).joined(separator: ",") + "]" }
    guard isObject else { return description }
    return "{" + keys.map { "\($0):\(self[$0].sorted)" }.joined(separator: ",") + "}"
  }
}

private let story: [Step] = [
  Step(
    "2026-10-01", "person add 苏玉强 --household 012 --group 3组 --number 0012 --head",
    "村民 添加 苏玉强 --户 012 --组 ３组 --编号 0012 --户主"),
  Step(
    "2026-10-01", "person add 苏广文 --household 021 --number 0021 --head --role council",
    "cm 添加 苏广文 --户 021 --编号 0021 --户主 --职务 议事会成员"),
  Step(
    "2026-10-01", "person add 苏广武 --household 022 --number 0022 --head --role council",
    "村民 添加 苏广武 --户 022 --编号 0022 --户主 --职务 议事会成员"),
  Step(
    "2026-10-01", "person add 苏广德 --household 023 --number 0023 --head --role council",
    "村民 添加 苏广德 --户 023 --编号 0023 --户主 --职务 议事会成员"),
  Step(
    "2026-10-01", "person add 苏广才 --household 024 --number 0024 --head --role council",
    "村民 添加 苏广才 --户 024 --编号 0024 --户主 --职务 议事会成员"),
  Step(
    "2026-10-01", "person add 苏广义 --household 025 --number 0025 --head --role council",
    "村民 添加 苏广义 --户 025 --编号 0025 --户主 --职务 议事会成员"),
  Step("2026-10-02", "person consent 苏玉强 --for platform", "村民 同意书 苏玉强 --用途 上报平台"),
  Step(
    "2026-10-04", "record 主动维护人居环境整治 苏玉强 --on 2026-10-04 --evidence 照片",
    "加分 gi04 syq --日期 ４号 --佐证 照片"),
  Step(
    "2026-10-10", "record GI04 0012 --on 10-10 --evidence 照片", "记分 主动维护人居环境整治 玉强 --日期 今天 --佐证 照片"),
  Step(
    "2026-10-24", "record GI04 0012 --on 2026-10-18 --evidence 照片",
    "jf GI04 12 --日期 10月18日 --佐证 照片"),
  Step(
    "2026-10-24", "record GI04 0012 --on 2026-10-24 --evidence 照片",
    "记分 GI04 苏玉强 --日期 10/24 --佐证=照片"),
  Step(
    "2026-10-25", "record 参加志愿服务活动 0012 --on 2026-10-25 --quantity 26.5 --evidence 签到表",
    "记分 GI01 苏玉强 --日期 25号 --数量 ２６．５ --佐证 签到表"),
  Step(
    "2026-10-26", "review open --month 2026-10 --present 0021,0022,0023,0024,0025 --chair 0021",
    "议事 开会 --月份 10月 --到会 苏广文、苏广武、苏广德、苏广才、苏广义 --主持 苏广文"),
  Step("2026-10-26", "review approve --rest", "评审 通过 --其余"),
  Step("2026-10-26", "review close --month 2026-10", "py 散会 --月份 本月"),
  Step("2026-10-27", "notice publish --month 2026-10", "公示 张榜 --月份 2026年10月"),
  Step("2026-11-03", "confirm --month 2026-10", "公示期满 --月份 上月"),
  Step("2026-11-03", "platform export 2026-10", "上报 导出 10月"),
  Step(
    "2026-11-03", "shop add XYF --name 洗衣粉 --price 10 --unit 袋",
    "超市 上架 XYF --名称 洗衣粉 --单价 10分 --单位 袋"
  ),
  Step(
    "2026-11-03", "shop add PEN --name 不锈钢盆 --price 4 --unit 个",
    "cs 上架 PEN --名称 不锈钢盆 --单价 4.0 --单位 个"),
  Step("2026-11-03", "shop receive XYF 50 --from 镇里拨付", "超市 进货 洗衣粉 50 --来源 镇里拨付"),
  Step("2026-11-03", "shop receive PEN 30", "超市 进货 盆 ３０"),
  Step("2026-11-03T09:42:00", "redeem 0012 XYF PENx1", "兑换 苏玉强 洗衣粉 不锈钢盆×1"),
]
