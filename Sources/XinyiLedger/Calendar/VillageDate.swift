/// A day of the village's year: what is due on it (日程).
public struct VillageDate: Equatable, Sendable {
  public let on: Day
  public let what: What
  /// The month it is about; nil for what belongs to the year.
  public let month: Month?
  /// The name of a holiday, with the last day of it.
  public var holiday: (name: String, until: Day)?

  public enum What: String, WordValue {
    case cutOff, meeting, posting, noticeEnds, confirm, package, town, yearEnds, carryEnds
    case holiday, workingWeekend
  }

  public static func == (left: VillageDate, right: VillageDate) -> Bool {
    left.on == right.on && left.what == right.what && left.month == right.month
      && left.holiday?.name == right.holiday?.name && left.holiday?.until == right.holiday?.until
  }
}

extension Ledger {
  /// What is due in these days, by day: the round of each month as the village's rules lay it out,
  /// the year's end, and the public holidays that are known.
  public func dates(in days: ClosedRange<Day>, _ book: CalendarBook) -> [VillageDate] {
    let calendar = WorkingCalendar(book.days)
    var dates: [VillageDate] = []
    // The round of a month ends in the second month after it.
    var month = max(days.lowerBound.month.previous.previous, opened.firstMonth)
    while month <= days.upperBound.month {
      dates += round(of: month, calendar)
      month = month.next
    }
    for year in days.lowerBound.year.number - 1...days.upperBound.year.number {
      dates += yearEnd(of: Year(number: year))
    }
    dates += book.holidays
    let order = VillageDate.What.allCases
    func rank(_ date: VillageDate) -> Int { order.firstIndex(of: date.what) ?? 0 }
    return dates.filter { days.contains($0.on) }.sorted {
      ($0.on, rank($0), $0.month ?? opened.firstMonth) < (
        $1.on, rank($1), $1.month ?? opened.firstMonth
      )
    }
  }

  /// The meeting of December is held when the year is over; every other on the 26th.
  private func round(of month: Month, _ calendar: WorkingCalendar) -> [VillageDate] {
    let cutOff = month.firstDay + 24
    let isDecember = month.monthOfYear == 12
    let meeting = isDecember ? calendar.movedToWorkingDay(month.next.firstDay) : cutOff + 1
    let posting = meeting + 1
    let end = calendar.movedToWorkingDay(posting + settings(in: month).noticeDays)
    let due: [(Day, VillageDate.What)] = [
      (isDecember ? month.lastDay : cutOff, .cutOff), (meeting, .meeting), (posting, .posting),
      (end, .noticeEnds), (end + 1, .confirm),
      (max(end + 1, month.next.firstDay + 4), .package),
      (max(end + 1, month.next.firstDay + 9), .town),
    ]
    return due.map { VillageDate(on: $0.0, what: $0.1, month: month) }
  }

  private func yearEnd(of year: Year) -> [VillageDate] {
    guard let last = Month(year: year.number, month: 12)?.lastDay,
      year >= opened.firstMonth.year
    else { return [] }
    let carry = settings(on: last + 1).carryRule.lastDay(of: year)
    return [VillageDate(on: last, what: .yearEnds, month: nil)]
      + (carry.map { [VillageDate(on: $0, what: .carryEnds, month: nil)] } ?? [])
  }
}

extension CalendarBook {
  /// Runs of days off under one name, and the weekends that are worked.
  fileprivate var holidays: [VillageDate] {
    var dates: [VillageDate] = []
    for day in days.sorted(by: { $0.date < $1.date }) {
      if !day.isOffDay {
        dates.append(
          VillageDate(
            on: day.date, what: .workingWeekend, month: nil, holiday: (day.name, day.date)))
      } else if let index = dates.lastIndex(where: { $0.what == .holiday }),
        let last = dates[index].holiday, last.name == day.name, last.until + 1 == day.date
      {
        dates[index].holiday?.until = day.date
      } else {
        dates.append(
          VillageDate(on: day.date, what: .holiday, month: nil, holiday: (day.name, day.date)))
      }
    }
    return dates
  }
}
