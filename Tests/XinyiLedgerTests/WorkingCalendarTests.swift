import TestSupport
import Testing
import XinyiLedger

@Suite struct `Working days` {
  /// National Day week of 2026, as a public file would list it.
  private let october = CalendarBook(
    days: (1...7).map {
      .init(date: Day(year: 2026, month: 10, day: $0)!, name: "国庆节", isOffDay: true)
    } + [
      .init(date: "2026-09-20", name: "国庆节", isOffDay: false),
      .init(date: "2026-10-10", name: "国庆节", isOffDay: false),
    ])

  private var calendar: WorkingCalendar { WorkingCalendar(october.days) }

  @Test(
    arguments: [
      ("2026-09-30", true), ("2026-10-01", false), ("2026-10-07", false), ("2026-10-08", true),
      ("2026-10-10", true), ("2026-10-11", false), ("2026-09-20", true), ("2027-10-01", true),
    ] as [(Day, Bool)])
  func `holidays are none, and the weekends worked for them are`(day: Day, isWorkingDay: Bool) {
    #expect(calendar.isWorkingDay(day) == isWorkingDay)
  }

  @Test func `a last day on a holiday moves past it`() {
    #expect(calendar.movedToWorkingDay("2026-10-01") == "2026-10-08")
    #expect(WorkingCalendar.weekdays.movedToWorkingDay("2026-10-01") == "2026-10-01")
    #expect(WorkingCalendar.weekdays.movedToWorkingDay("2026-10-03") == "2026-10-05")
  }

  @Test func `a term of working days counts none of the holidays`() {
    #expect(calendar.last(ofWorkingDays: 7, from: "2026-09-29") == "2026-10-14")
    #expect(WorkingCalendar.weekdays.last(ofWorkingDays: 7, from: "2026-09-29") == "2026-10-08")
  }

  @Test func `a year is known by its National Day`() {
    #expect(calendar.covers(Year(number: 2026)))
    #expect(!calendar.covers(Year(number: 2027)))
    #expect(calendar.firstUnknownYear(in: "2026-10-01"..."2026-12-31") == nil)
    #expect(calendar.firstUnknownYear(in: "2026-12-30"..."2027-01-04")?.number == 2027)
    #expect(WorkingCalendar.weekdays.firstUnknownYear(in: "2026-10-01"..."2026-10-02") != nil)
  }

  @Test func `a notice ends and an objection is due by the village's calendar`() throws {
    var village = try TestVillage(opened: "2026-09-01")
    try village.add(["0001"], on: "2026-09-01")
    _ = try village.record(.init("GI04", ["0001"], on: "2026-09-03"), on: "2026-09-03")
    try village.openReview("2026-09", on: "2026-09-25")
    try village.approveAll(of: "2026-09", on: "2026-09-25")
    let calendar = calendar
    try village.on("2026-09-26") { draft in
      draft.calendar = calendar
      try draft.closeReview(of: "2026-09")
      let plan = try draft.ledger.planNotice(
        of: "2026-09", from: "2026-09-26", today: "2026-09-26", calendar: draft.calendar)
      #expect(plan.to == "2026-10-08")
      try draft.publish(plan, body: .zero)
    }
    try village.on("2026-09-29") { draft in
      draft.calendar = calendar
      let number = try draft.object(to: "2026-09-0001", why: "数额不对", by: nil)
      #expect(draft.ledger.objections[number]?.filed.due == "2026-10-14")
    }
  }

  @Test func `a newer list takes the place of its own years only`() {
    let newer = CalendarBook(
      days: [
        .init(date: "2026-10-01", name: "国庆节", isOffDay: true),
        .init(date: "2027-01-01", name: "元旦", isOffDay: true),
      ])
    let merged = october.updated(from: newer)
    #expect(merged.days.map(\.date) == ["2026-10-01", "2027-01-01"])
    let later = CalendarBook(days: [.init(date: "2027-10-01", name: "国庆节", isOffDay: true)])
    #expect(october.updated(from: later).days.count == october.days.count + 1)
    #expect(october.updated(from: later).years.map(\.number) == [2026, 2027])
  }

  @Test func `a list is told all that is wrong with it`() {
    var book = october
    book.format = 2
    book.days.append(.init(date: "2026-10-01", name: "", isOffDay: true))
    book.year = 2027
    #expect(
      book.faults() == [
        .wrongFormat(found: 2), .dayTwice("2026-10-01", index: 9), .badName(index: 9),
        .yearIncomplete(2027),
      ])
    #expect(CalendarBook(days: []).faults() == [.noDays])
    #expect(october.faults() == [])
  }
}
