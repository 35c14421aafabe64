import Testing
import XinyiLedger

@testable import xinyi

struct ParserTests {
  private enum Source: String, WordValue {
    case own = "self"
    case town
  }

  @Test(arguments: [
    "record GI04 0012 --on 2026-10-08", "record --on=2026-10-08 GI04 0012",
    "--on 2026-10-08 record GI04 0012", "记分 GI04 0012 --日期 10-08", "jf GI04 0012 --日期=8号",
    "记分 ＧＩ０４ ００１２ ——日期 １０月８日", "记分 GI04 0012 －－日期＝10-08", "记分 GI04 0012 —on 10-08",
    "记分　GI04　0012　--日期　10-08", "RECORD GI04 0012 --ON 10-08", "加分 GI04 0012 --日期 10/8",
    "record --on 10-08 -- GI04 0012",
  ])
  func `One command is typed in many ways`(_ line: String) throws {
    let arguments = try Sample.arguments(line)
    #expect(arguments.path == .record)
    #expect(arguments[word: .rule].text == "GI04")
    #expect(arguments[word: .who].texts == ["0012"])
    #expect(arguments[.on].day == Day("2026-10-08"))
  }

  @Test func `The name typed and its language are kept`() throws {
    #expect(try Sample.arguments("扣分 RJ01 0012").typedName == "扣分")
    #expect(try Sample.arguments("扣分 RJ01 0012").language == .chinese)
    #expect(try Sample.arguments("jf RJ01 0012").language == .chinese)
    #expect(try Sample.arguments("record RJ01 0012").language == .english)
    #expect(try Sample.arguments("村民 卸任 0012 党员 --起 10-01").typedName == "卸任")
  }

  @Test(arguments: [
    "-C 村 status", "status -C 村", "-C村 status", "status --账本 村", "status --账本=村", "－C 村 status",
  ])
  func `The folder is given before or after the command`(_ line: String) throws {
    #expect(try Sample.arguments(line)[.folder].text == "村")
  }

  @Test func `Sub-commands are found at any depth`() throws {
    #expect(try Sample.arguments("村民 户籍 分户 12 --户 013").path == .personHouseholdSplit)
    #expect(try Sample.arguments("py 开会 --到会 1、2 --主持 1").path == .reviewOpen)
  }

  @Test func `A list of people may be parted by words, commas or both`() throws {
    let arguments = try Sample.arguments("记分 GI04 苏玉强、王芳 李娜，0012")
    #expect(arguments[word: .who].texts == ["苏玉强", "王芳", "李娜", "0012"])
  }

  @Test func `A basket takes its counts even from beside the goods`() throws {
    let arguments = try Sample.arguments("兑换 12 肥皂 ×2 毛巾x3、盐")
    #expect(arguments[word: .item].basket.map(\.description) == ["肥皂x2", "毛巾x3", "盐x1"])
  }

  @Test func `A word gives way to the option that stands for it`() throws {
    let cards = try Sample.arguments("redeem --cards 5-0031、5-0032 肥皂")
    #expect(cards[.cards].texts == ["5-0031", "5-0032"])
    #expect(cards[word: .item].basket.count == 1)
    #expect(!cards[word: .who].isGiven)
    #expect(try Sample.arguments("review approve --rest")[.rest].isGiven)
    #expect(
      Sample.faults("review approve 17 --rest") == [.exclusive(.option(.rest), .word(.entry))])
  }

  @Test func `An option may be repeated only where it is declared so`() throws {
    let arguments = try Sample.arguments("record GI04 12 --evidence 照片 --佐证 @a/b.jpg")
    #expect(arguments[.evidence].texts == ["照片", "@a/b.jpg"])
    let twice = Sample.faults("record GI04 12 --on 10-08 --日期 10-09 --on 10-10")
    #expect(twice == [.repeatedOption(.on)])
    #expect(Sample.faults("status --json --json") == [.repeatedOption(.json)])
  }

  @Test func `Free text keeps its own characters`() throws {
    let arguments = try Sample.arguments(["记分", "GI04", "12", "--理由", "帮助　老人，３次"])
    #expect(arguments[.why].text == "帮助　老人，３次")
    let dashed = try Sample.arguments(["记分", "GI04", "12", "--理由", "——好人好事"])
    #expect(dashed[.why].text == "——好人好事")
  }

  @Test func `After two dashes everything is a word`() throws {
    let arguments = try Sample.arguments(["person", "add", "--household", "1", "--", "--苏"])
    #expect(arguments[word: .name].text == "--苏")
  }

  @Test func `A negative number is a word, not an option`() {
    #expect(
      Sample.faults("record GI04 12 --points -5") == [
        .invalidValue(.option(.points), typed: "-5", .negative)
      ])
  }

  @Test(arguments: [
    "--help", "", "help", "帮助", "-h", "?", "？", "help help",
  ])
  func `Help without a command is the overview`(_ line: String) throws {
    guard case .help(.overview) = try Sample.parse(line.split(separator: " ").map(String.init))
    else {
      Issue.record("not the overview")
      return
    }
  }

  @Test(arguments: [
    "record --help", "--help record", "help record", "帮助 加分", "记分 ？", "jf -h",
    "record --on nonsense --nosuch --帮助",
  ])
  func `Help is given in every way people ask for it`(_ line: String) throws {
    guard
      case .help(.command(.record)) = try Sample.parse(line.split(separator: " ").map(String.init))
    else {
      Issue.record("not the help of record")
      return
    }
  }

  @Test func `Help is given for a group`() throws {
    guard case .help(.command(.review)) = try Sample.parse(["议事", "--帮助"]) else {
      Issue.record("not the help of review")
      return
    }
  }

  @Test func `Values have Chinese words too`() throws {
    let line = "异议 答复 O-2026-10-01 --结果 本人撤回 --理由 已说清"
    #expect(try Sample.arguments(line)[.outcome].choice == "withdrawn")
    #expect(try Sample.arguments("导出 表格")[word: .format].choice == "csv")
    #expect(
      try Sample.arguments("record GI04 12 --source 本人")[.source].choice(as: Source.self)
        == .own)
  }

  @Test func `Dates are said relative to the stated today`() throws {
    let arguments = try Sample.arguments("record GI04 12 --on 昨天 --today 2026-03-01T09:00:00")
    #expect(arguments[.on].day == Day("2026-02-28"))
    #expect(arguments[.today].today?.secondOfDay == 32_400)
  }

  @Test func `What is missing may be asked for`() throws {
    let parser = CommandLineParser(table: Sample.table, clock: Sample.today)
    guard case .incomplete(let form, let faults) = try parser.understand(["记分", "GI04"]) else {
      Issue.record("not incomplete")
      return
    }
    #expect(form.filled == [.word(.rule)] && form.typedName == "记分")
    #expect(faults.omissions == [.word(.who)])
    #expect(form.line.text(in: form.language) == "xinyi 记分 GI04")
  }

  @Test func `The declarations of the sample are sound`() {
    #expect(Sample.table.flaws.isEmpty)
  }
}
