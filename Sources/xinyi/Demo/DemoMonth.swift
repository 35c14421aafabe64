import XinyiLedger

/// The dates of one month of the story.
struct DemoMonth {
  let month: Month
  let catalog: Catalog
  let isFirst: Bool
  let isLast: Bool

  init?(_ month: Month, _ options: DemoOptions, _ ledger: Ledger) {
    guard let catalog = ledger.catalog(on: month.firstDay) else { return nil }
    self.month = month
    self.catalog = catalog
    self.isFirst = month == options.start
    self.isLast = month == options.story.last
  }

  /// The day of the meeting.
  var review: Day { Self.review(of: month) }

  /// The fixed day of a month's meeting: the 25th, or Monday the 26th.
  static func review(of month: Month) -> Day {
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
