/// Which days are working days (工作日): what the public calendar says of a day, else Monday to
/// Friday (S3.3).
///
/// Terms are worked out once, when they begin, and stand in the ledger from then on; replay needs
/// no calendar.
public struct WorkingCalendar: Equatable, Sendable {
  /// The days that are named, and whether each is a day off.
  private let isOff: [Day: Bool]
  private let years: Set<Year>

  public init(_ days: [CalendarBook.ListedDay]) {
    isOff = Dictionary(days.map { ($0.date, $0.isOffDay) }, uniquingKeysWith: { $1 })
    years = Set(days.filter(\.isNationalDay).map(\.date.year))
  }

  /// Monday to Friday, holidays unknown.
  public static let weekdays = WorkingCalendar([])

  public func isWorkingDay(_ day: Day) -> Bool { isOff[day].map { !$0 } ?? (day.weekday <= 5) }

  /// A day, or the next working day when it is none (S3.3).
  public func movedToWorkingDay(_ day: Day) -> Day {
    var day = day
    while !isWorkingDay(day) { day = day + 1 }
    return day
  }

  /// The last day of a term of so many working days; the day it begins with is not counted.
  public func last(ofWorkingDays count: Int, from start: Day) -> Day {
    var day = start
    var left = count
    while left > 0 {
      day = day + 1
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// Whether the holidays of a year are known: every year's list has its National Day.
  public func covers(_ year: Year) -> Bool { years.contains(year) }

  /// The first year of a term whose holidays are not known.
  public func firstUnknownYear(in term: ClosedRange<Day>) -> Year? {
    (term.lowerBound.year.number...term.upperBound.year.number).lazy.map { Year(number: $0) }
      .first { !covers($0) }
  }
}
