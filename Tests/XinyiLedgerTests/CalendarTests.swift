import TestSupport
import Testing
import XinyiLedger

@Suite struct `Days, months and moments` {
  @Test(arguments: [
    "2026-01-01", "2026-12-31", "2024-02-29", "2000-02-29", "1900-01-01", "2199-12-31",
    "1969-12-31", "1970-01-01",
  ])
  func `a day has one spelling`(text: String) {
    #expect(Day(text)?.description == text)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10",
    "2026-01-00", "2026-01-32", "2026-1-1", "26-01-01", "2026/01/01", "1899-12-31",
    "2200-01-01", "2026-01-01 ", "２０２６-01-01", "",
  ])
  func `what the calendar does not have is no day`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(
    arguments: [
      ("1970-01-01", 4), ("1969-12-31", 3), ("2000-02-29", 2), ("2024-02-29", 4),
      ("2026-10-04", 7), ("2026-11-02", 1), ("1900-01-01", 1), ("2199-12-31", 2),
    ] as [(Day, Int)])
  func `weekdays count from Monday, 1, to Sunday, 7`(day: Day, weekday: Int) {
    #expect(day.weekday == weekday)
    #expect(WorkingCalendar.weekdays.isWorkingDay(day) == (weekday <= 5))
  }

  @Test func `every day of three centuries follows the one before`() throws {
    var day: Day = "1900-01-01"
    let last: Day = "2199-12-31"
    var weekday = 1
    var count = 1
    while day < last {
      let next = day + 1
      weekday = weekday % 7 + 1
      count += 1
      guard next.weekday == weekday, next - day == 1,
        next.dayOfMonth == 1 || next.dayOfMonth == day.dayOfMonth + 1,
        next.month == (next.dayOfMonth == 1 ? day.month.next : day.month),
        count % 97 != 0 || Day(next.description) == next
      else {
        Issue.record("\(day), \(next)")
        return
      }
      day = next
    }
    #expect(count == 109_573)
  }

  @Test func `random days are read as they were written`() {
    let seed: UInt64 = 31
    var random = SeededRandom(seed: seed)
    let first: Day = "1900-01-01"
    for _ in 0..<3_000 {
      let day = first + Int.random(in: 0..<109_573, using: &random)
      #expect(Day(day.description) == day, "seed \(seed), \(day)")
      let moment = Moment(day: day, secondOfDay: Int.random(in: 0..<86_400, using: &random))
      #expect(Moment(moment.description) == moment, "seed \(seed), \(moment)")
      #expect(moment.day == day, "seed \(seed), \(moment)")
    }
  }

  @Test(
    arguments: [
      ("2026-01", "2026-01-31"), ("2026-02", "2026-02-28"), ("2024-02", "2024-02-29"),
      ("2100-02", "2100-02-28"), ("2026-04", "2026-04-30"), ("2026-12", "2026-12-31"),
    ] as [(Month, Day)])
  func `a month ends on its last day`(month: Month, last: Day) {
    #expect(month.lastDay == last)
    #expect(month.firstDay.dayOfMonth == 1)
    #expect(month.next.previous == month)
    #expect((last + 1).month == month.next)
  }

  @Test func `the last month there is ends too`() {
    #expect(("2199-11" as Month).lastDay == "2199-11-30")
    #expect(("2199-12" as Month).firstDay == "2199-12-01")
  }

  @Test func `months and years have one spelling`() {
    #expect(("2026-10" as Month).description == "2026-10")
    #expect(Year("2026")?.description == "2026")
    for text in ["2026-13", "2026-00", "2026-1", "202610", "2026-10-01", "", "１９９９-01"] {
      #expect(Month(text) == nil, "\(text)")
    }
    for text in ["26", "1899", "2200", "20260", "二零二六"] { #expect(Year(text) == nil, "\(text)") }
    #expect(("2026-12" as Month).next == "2027-01")
    #expect(("2026-01" as Month).previous == "2025-12")
    #expect(("2026-12" as Month).quarterStart == "2026-10")
    #expect(("2026-03" as Month).quarterStart == "2026-01")
  }

  @Test func `a moment is a second in Shanghai`() {
    let text = "2026-11-21T16:02:11+08:00"
    #expect(Moment(text)?.description == text)
    #expect(Moment(text)?.clock == "16:02")
    #expect(Moment(text)?.day == "2026-11-21")
    #expect(Moment("1970-01-01T08:00:00+08:00")?.seconds == 0)
    #expect(Moment("1969-12-31T23:59:59+08:00")?.day == "1969-12-31")
    let wrong = [
      "2026-11-21T16:02:11Z", "2026-11-21T16:02:11+09:00", "2026-11-21 16:02:11+08:00",
      "2026-11-21T24:00:00+08:00", "2026-11-21T16:60:00+08:00", "2026-11-21T16:02:60+08:00",
      "2026-02-30T16:02:11+08:00", "2026-11-21T16:02:11.5+08:00", "2026-11-21",
    ]
    for text in wrong { #expect(Moment(text) == nil, "\(text)") }
  }

  @Test func `a day of the year without 29 February is its last of February`() {
    #expect(MonthDay("02-29")?.day(in: Year(number: 2027)) == "2027-02-28")
    #expect(MonthDay("02-29")?.day(in: Year(number: 2028)) == "2028-02-29")
    #expect(MonthDay("01-31")?.description == "01-31")
    for text in ["02-30", "13-01", "1-31", "0131", "01-31-"] { #expect(MonthDay(text) == nil) }
  }

  @Test(
    arguments: [
      ("2026-10-30", 1, "2026-11-02"), ("2026-10-31", 1, "2026-11-02"),
      ("2026-11-01", 5, "2026-11-06"), ("2026-11-02", 5, "2026-11-09"),
      ("2026-11-02", 0, "2026-11-02"),
    ] as [(Day, Int, Day)])
  func `a term of working days skips weekends`(from: Day, days: Int, last: Day) {
    #expect(WorkingCalendar.weekdays.last(ofWorkingDays: days, from: from) == last)
  }
}
