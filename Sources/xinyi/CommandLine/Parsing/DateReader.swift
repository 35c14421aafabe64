import XinyiLedger

/// Reads days and months as people say them: `今天 8号 10月8日 10-08 2026/10/8`, `10月 本月`.
struct DateReader {
  let today: Day

  /// Which year is meant when none is said.
  enum Direction {
    /// The latest such day that is not after today.
    case past
    /// The earliest such day that is not before today.
    case ahead
  }

  /// `text` is normalised.
  func day(_ text: String, _ direction: Direction) throws(ValueProblem) -> Day {
    if let offset = Self.offsets[text] { return today + offset }
    var text = text
    var stated: Month?
    if let month = Self.relativeMonth(text.prefix(2), today.month) {
      stated = month
      text = String(text.dropFirst(2))
    }
    let saysDay = text.hasSuffix("日") || text.hasSuffix("号")
    guard let numbers = Self.numbers(saysDay ? String(text.dropLast()) : text) else {
      throw .malformed(expectation: Self.dayExpectation)
    }
    let found: Day?
    switch (numbers.count, stated) {
    case (3, nil):
      guard numbers[0] >= 1000 else { throw .malformed(expectation: Self.dayExpectation) }
      found = Day(year: numbers[0], month: numbers[1], day: numbers[2])
    case (2, nil) where numbers[0] < 1000:
      found = nearest(direction, month: numbers[0], day: numbers[1])
    case (1, nil) where saysDay:
      found = near(direction, day: numbers[0])
    case (1, let month?) where saysDay:
      found = Self.day(numbers[0], of: month)
    default:
      throw .malformed(expectation: Self.dayExpectation)
    }
    guard let found else { throw .noSuchDay }
    return try Self.withRoom(found)
  }

  /// A term of up to ten years may begin or end on any day that is typed, and must lie among the
  /// days that can be written.
  private static func withRoom(_ day: Day) throws(ValueProblem) -> Day {
    guard (1911...2188).contains(day.year.number) else {
      throw .malformed(expectation: "1911 至 2188 年的日期")
    }
    return day
  }

  func month(_ text: String, _ direction: Direction) throws(ValueProblem) -> Month {
    if let month = Self.relativeMonth(text[...], today.month) { return month }
    let bare = text.hasSuffix("月") ? String(text.dropLast()) : text
    let found: Month?
    switch Self.numbers(bare) {
    case let numbers? where numbers.count == 2 && numbers[0] >= 1000:
      found = Month(year: numbers[0], month: numbers[1])
    case let numbers? where numbers.count == 1 && numbers[0] < 1000:
      found = nearest(direction, month: numbers[0])
    default: found = nil
    }
    guard let found else { throw .malformed(expectation: Self.monthExpectation) }
    _ = try Self.withRoom(found.firstDay)
    return found
  }

  /// `2026-11-21`, `2026-11-21T16:02:11`; an offset may follow and must be Shanghai's.
  func stated(_ text: String) throws(ValueProblem) -> StatedToday {
    guard let mark = text.firstIndex(of: "T") else {
      return StatedToday(day: try day(text, .past), secondOfDay: nil)
    }
    let clock = text[text.index(after: mark)...]
    let full = clock.hasSuffix("+08:00") ? text : text + "+08:00"
    guard let moment = Moment(full) else {
      throw .malformed(expectation: "日期或时刻，写成 2026-10-04 或 2026-10-04T08:00:00")
    }
    return StatedToday(day: try Self.withRoom(moment.day), secondOfDay: moment.secondOfDay)
  }

  func year(_ text: String) throws(ValueProblem) -> Year {
    switch text {
    case "今年", "本年": return today.year
    case "去年", "上年": return Year(number: today.year.number - 1)
    default:
      guard let year = Year(text.hasSuffix("年") ? String(text.dropLast()) : text) else {
        throw .malformed(expectation: Year.expectation)
      }
      return year
    }
  }
}

extension DateReader {
  private static let dayExpectation = "日期，写成 2026-10-04、10-04、4号 或 今天"
  private static let monthExpectation = "月份，写成 2026-10、10月、本月 或 上月"
  private static let offsets = [
    "今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "前天": -2, "明天": 1, "明日": 1, "后天": 2,
  ]

  private static func relativeMonth(_ text: Substring, _ month: Month) -> Month? {
    switch text {
    case "本月", "这月", "当月": month
    case "上月": month.previous
    case "下月": month.next
    default: nil
    }
  }

  /// The numbers of `2026-10-8`, `2026年10月8`, `10/8`, `10.8`; nil for anything else.
  private static func numbers(_ text: String) -> [Int]? {
    let parts = text.split(omittingEmptySubsequences: false) { "-/.年月".contains($0) }
    let numbers = parts.compactMap { part -> Int? in
      guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy({ (48...57).contains($0) })
      else { return nil }
      return Int(part)
    }
    return numbers.count == parts.count ? numbers : nil
  }

  private static func day(_ number: Int, of month: Month) -> Day? {
    Day(year: month.year.number, month: month.monthOfYear, day: number)
  }

  /// That day of this month, or of the month beside it on the other side of today.
  private func near(_ direction: Direction, day number: Int) -> Day? {
    let here = Self.day(number, of: today.month)
    switch direction {
    case .past:
      if let here, here <= today { return here }
      return Self.day(number, of: today.month.previous)
    case .ahead:
      if let here, here >= today { return here }
      return Self.day(number, of: today.month.next)
    }
  }

  /// Eight years reach the next 29 February from anywhere.
  private func nearest(_ direction: Direction, month: Int, day: Int) -> Day? {
    for distance in 0...8 {
      switch direction {
      case .past:
        let year = today.year.number - distance
        if let found = Day(year: year, month: month, day: day), found <= today { return found }
      case .ahead:
        let year = today.year.number + distance
        if let found = Day(year: year, month: month, day: day), found >= today { return found }
      }
    }
    return nil
  }

  private func nearest(_ direction: Direction, month number: Int) -> Month? {
    let year = today.year.number
    guard let here = Month(year: year, month: number) else { return nil }
    switch direction {
    case .past: return here <= today.month ? here : Month(year: year - 1, month: number)
    case .ahead: return here >= today.month ? here : Month(year: year + 1, month: number)
    }
  }
}
