import Testing
import XinyiLedger

@testable import xinyi

struct InputTests {
  @Test(arguments: [
    ("ＧＩ０４", "GI04"), ("０．５", "0.5"), ("　苏玉强　", "苏玉强"), ("户：012", "户:012"),
    ("10—17", "10-17"), ("１０－１７", "10-17"), ("肥皂×２", "肥皂x2"), ("？", "?"),
    ("阿依·买买提", "阿依·买买提"), ("e\u{301}", "\u{E9}"),
  ])
  func `What an input method produces becomes plain`(_ typed: String, _ plain: String) {
    #expect(Array(InputText.normalised(typed).utf8) == Array(plain.utf8))
  }

  @Test(arguments: ["苏玉强、王芳", "苏玉强，王芳", "苏玉强,王芳", "苏玉强；王芳", "苏玉强　王芳", "苏玉强、、王芳、"])
  func `A list is parted by whatever stands for a comma`(_ typed: String) {
    #expect(InputText.listed(typed) == ["苏玉强", "王芳"])
  }

  @Test(arguments: [
    ("今天", "2026-10-20"), ("昨天", "2026-10-19"), ("前天", "2026-10-18"), ("8号", "2026-10-08"),
    ("8日", "2026-10-08"), ("20号", "2026-10-20"), ("21号", "2026-09-21"), ("10月8日", "2026-10-08"),
    ("10月8号", "2026-10-08"), ("10-08", "2026-10-08"), ("10-8", "2026-10-08"),
    ("10/8", "2026-10-08"), ("10.8", "2026-10-08"), ("10-21", "2025-10-21"),
    ("2026-10-08", "2026-10-08"), ("2026年10月8日", "2026-10-08"), ("2026/10/8", "2026-10-08"),
    ("2-29", "2024-02-29"), ("上月8号", "2026-09-08"), ("本月8号", "2026-10-08"),
    ("2027-01-01", "2027-01-01"),
  ])
  func `A day is understood as people say it`(_ typed: String, _ day: String) throws {
    #expect(try DateReader(today: Sample.today).day(typed, .past).description == day)
  }

  @Test(arguments: [
    ("12-31", "2026-12-31"), ("1-31", "2027-01-31"), ("25号", "2026-10-25"), ("8号", "2026-11-08"),
    ("明天", "2026-10-21"), ("今天", "2026-10-20"),
  ])
  func `A term lies ahead`(_ typed: String, _ day: String) throws {
    #expect(try DateReader(today: Sample.today).day(typed, .ahead).description == day)
  }

  @Test(arguments: ["2026-02-30", "13-01", "31日", "0号", "2026-10-00"])
  func `A day that the calendar does not have is not found`(_ typed: String) {
    let october = DateReader(today: Day("2026-10-05")!)
    #expect(throws: ValueProblem.noSuchDay) { try october.day(typed, .past) }
  }

  @Test(arguments: ["8", "10", "10--08", "26-10-08", "2026-10", "abc", "", "十月八日", "10月8日9"])
  func `What is no day is not guessed at`(_ typed: String) {
    #expect(throws: ValueProblem.self) { try DateReader(today: Sample.today).day(typed, .past) }
  }

  @Test(arguments: [
    ("2026-10", "2026-10"), ("10月", "2026-10"), ("本月", "2026-10"), ("上月", "2026-09"),
    ("2026年10月", "2026-10"), ("11月", "2025-11"), ("9", "2026-09"),
  ])
  func `A month is understood as people say it`(_ typed: String, _ month: String) throws {
    #expect(try DateReader(today: Sample.today).month(typed, .past).description == month)
  }

  @Test func `Today may carry a clock`() throws {
    let dates = DateReader(today: Sample.today)
    #expect(try dates.stated("2026-11-21").secondOfDay == nil)
    #expect(try dates.stated("2026-11-21T08:00:01").secondOfDay == 28_801)
    #expect(try dates.stated("2026-11-21T08:00:01+08:00").day == Day("2026-11-21"))
    #expect(throws: ValueProblem.self) { try dates.stated("2026-11-21T25:00:00") }
  }

  @Test(arguments: [("5", 50), ("5分", 50), ("0.5", 5), ("5.0", 50), ("05", 50), ("0", 0)])
  func `Points are a magnitude`(_ typed: String, _ tenths: Int) throws {
    #expect(try ValueReader.points(typed).tenths == tenths)
  }

  @Test(arguments: [
    ("-5", ValueProblem.negative), ("0.55", .tooManyDecimals),
    ("99999999999999999999", .tooLarge(expectation: Points.expectation)),
    ("10000001", .tooLarge(expectation: Points.expectation)),
    ("1e2", .malformed(expectation: Points.expectation)),
    (".5", .malformed(expectation: Points.expectation)),
    ("五", .malformed(expectation: Points.expectation)),
  ])
  func `Nonsense points are refused`(_ typed: String, _ problem: ValueProblem) {
    #expect(throws: problem) { try ValueReader.points(typed) }
  }

  @Test func `A quantity is more than nothing`() {
    #expect(throws: ValueProblem.zero) { try ValueReader.quantity("0") }
    #expect(throws: ValueProblem.zero) { try ValueReader.whole("000", atLeast: 1) }
    #expect(throws: ValueProblem.tooLarge(expectation: Quantity.expectation)) {
      try ValueReader.quantity("100001")
    }
  }

  @Test(arguments: ["肥皂x2", "肥皂X2", "肥皂×2", "肥皂*2", "肥皂＊２", "肥皂 ×2"])
  func `A count is written in many ways`(_ typed: String) throws {
    let line = try ValueReader.goods(InputText.normalised(typed))
    #expect((line.item, line.count) == ("肥皂", 2))
  }

  @Test func `Goods whose code ends like a count keep their whole text`() throws {
    let line = try ValueReader.goods("box2")
    #expect((line.typed, line.item, line.count) == ("box2", "bo", 2))
  }
}
