import Testing
import XinyiLedger
import XinyiText

@Suite("Points, days and numbers in words")
struct FormsTests {
  private func points(_ text: String) throws -> Points { try #require(Points(text)) }

  @Test(arguments: [
    ("2", "+2.0", "2.0"), ("-10", "-10.0", "-10.0"), ("0", "0.0", "0.0"),
    ("-0.5", "-0.5", "-0.5"), ("1842.5", "+1842.5", "1842.5"),
  ])
  func `points always have one decimal`(text: String, signed: String, fixed: String) throws {
    #expect(try points(text).signed == signed)
    #expect(try points(text).fixed == fixed)
  }

  @Test(arguments: [
    ("0", "零分整"), ("0.5", "零点伍分"), ("7", "柒分整"), ("10", "壹拾分整"), ("14", "壹拾肆分整"),
    ("15.5", "壹拾伍点伍分"), ("100", "壹佰分整"), ("110", "壹佰壹拾分整"), ("101", "壹佰零壹分整"),
    ("1005", "壹仟零伍分整"), ("1050", "壹仟零伍拾分整"), ("10005", "壹万零伍分整"), ("10500", "壹万零伍佰分整"),
    ("15000", "壹万伍仟分整"), ("100000", "壹拾万分整"), ("1000100", "壹佰万零壹佰分整"),
    ("1234567.8", "壹佰贰拾叁万肆仟伍佰陆拾柒点捌分"), ("10000000", "壹仟万分整"), ("-3", "负叁分整"),
  ])
  func `points in capitals`(text: String, capitals: String) throws {
    #expect(try points(text).capitals == capitals)
  }

  @Test func `a sum beyond one written amount still has capitals`() throws {
    let limit = try points("10000000")
    #expect((0..<10).map { _ in limit }.reduce(.zero, +).capitals == "壹亿分整")
  }

  @Test func `days as they are written on papers`() throws {
    let day = try #require(Day("2026-10-03"))
    #expect(day.inFull == "2026年10月3日")
    #expect(day.inMonthAndDay == "10月3日")
    #expect(day.inTable == "10-03")
    #expect(day.weekdayName == "星期六")
    #expect(try day.after(#require(Day("2025-12-31"))) == "2026年10月3日")
  }

  @Test func `entries are called by their own numbers`() throws {
    let entry = try #require(EntryNumber("2026-10-0017"))
    #expect(entry.label(in: entry.month) == "017")
    #expect(entry.label(in: entry.month.next) == "10-17")
    #expect(entry.spoken(in: entry.month.year) == "10月第017条")
    #expect(entry.spoken(in: entry.month.year.next) == "2026年10月第017条")
    #expect(entry.voucher(in: entry.month.year) == "10月017条")
  }
}

@Suite("Names on papers")
struct NameTests {
  @Test(arguments: [
    ("苏玉强", "苏*强"), ("苏玉", "苏*"), ("欧阳小明", "欧阳*明"), ("欧阳明", "欧阳*"), ("欧阳", "欧*"),
    ("苏李玉强", "苏*强"), ("强", "*"), ("", "*"), ("买买提·吐尔逊", "买*逊"), ("John Smith", "J*h"),
    ("苏 玉强", "苏*强"), ("\u{2CB5B}玉强", "\u{2CB5B}*强"), ("苏玉葛\u{E0100}", "苏*葛\u{E0100}"),
    ("苏\u{202E}强", "苏*强"),
  ])
  func `a masked name keeps the surname and hides the middle`(name: String, masked: String) {
    #expect(maskedName(name) == masked)
  }

  private func person(
    _ number: String, _ name: String, _ group: String, _ household: String?
  ) throws -> PaperPerson {
    PaperPerson(
      number: try #require(PersonNumber(number)), name: name, group: group,
      household: household.flatMap { HouseholdNumber($0) })
  }

  @Test func `the household is named where group and name do not tell two apart`() throws {
    let people = [
      try person("0001", "苏玉强", "3组", "012"), try person("0002", "苏广强", "3组", "013"),
      try person("0003", "苏文强", "2组", "020"), try person("0001", "苏玉强", "3组", "012"),
    ]
    let names = paperNames(for: people)
    #expect(
      people.map { names[$0.number]?.masked } == [
        "苏*强（012户）", "苏*强（013户）", "苏*强", "苏*强（012户）",
      ])
    #expect(people.map { names[$0.number]?.full } == ["苏玉强", "苏广强", "苏文强", "苏玉强"])
  }

  @Test func `the person's number stands where the household does not tell either`() throws {
    let people = [
      try person("0001", "苏玉强", "3组", "012"), try person("0002", "苏广强", "3组", "012"),
      try person("0003", "苏文强", "3组", "013"), try person("0004", "苏立强", "3组", nil),
    ]
    let names = paperNames(for: people)
    #expect(
      people.map { names[$0.number]?.masked } == [
        "苏*强（0001号）", "苏*强（0002号）", "苏*强（013户）", "苏*强（0004号）",
      ])
  }
}

@Suite struct LongNumberTests {
  @Test(arguments: [
    ("苏玉强", "苏玉强"), ("苏玉强 123456", "苏玉强 123456"), ("苏玉强371502193001010011", "苏玉强*"),
    ("苏 139 1234 5678 玉", "苏 * 玉"), ("苏（１３９１２３４５６７８）", "苏（*）"), ("1941-02-16", "*"),
    ("3组 1.2.3", "3组 1.2.3"), ("", ""),
  ])
  func `a long number beside a name is not shown`(name: String, shown: String) {
    #expect(withoutLongNumbers(name) == shown)
  }
}
