import XinyiLedger

/// The dates of one month of the story.
struct DemoMonth {
  let month: Month
  let catalog: Catalog
  let isFirst: Bool
  let isLast: Bool
  /// The day of the meeting.
  let review: Day

  init?(_ month: Month, _ options: DemoOptions, _ ledger: Ledger) {
    guard let catalog = ledger.catalog(on: month.firstDay) else { return nil }
    self.month = month
    self.catalog = catalog
    self.isFirst = month == options.start
    self.isLast = month == options.last
    self.review = options.review(of: month)
  }

  /// The fixed day of the month: the 25th, or Monday the 26th.
  var regular: Day { Self.regular(of: month) }

  static func regular(of month: Month) -> Day {
    let day = month.firstDay + 24
    return day.weekday == 7 ? day + 1 : day
  }

  /// On the first day of all there is nobody to record anything for.
  var firstDay: Day { isFirst ? month.firstDay + 1 : month.firstDay }

  /// The story ends with the last month's notice, so nothing happens after its meeting.
  var lastDay: Day { isLast ? review + -1 : month.lastDay }

  func day(_ dayOfMonth: Int) -> Day { month.firstDay + (dayOfMonth - 1) }

  subscript(code: String) -> Catalog.Item? { catalog[RuleCode(unchecked: code)] }
}

extension DemoOptions {
  /// The day of a month's meeting: its fixed day, for December a day after the year's end, so that
  /// the whole year is there (S3.2). Only the story's last meeting is never put off.
  func review(of month: Month) -> Day {
    guard month.monthOfYear == 12 && month != last else { return DemoMonth.regular(of: month) }
    return WorkingCalendar.weekdays.movedToWorkingDay(month.next.firstDay + 4)
  }

  /// The day of the last meeting; from then on nothing happens but what belongs to its notice.
  var lastMeeting: Day { review(of: last) }
}
