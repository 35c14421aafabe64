/// Up to when the spendable points of a year can be used (结转).
public enum CarryRule: Hashable, Sendable {
  /// Up to this day of the next year, that day still good.
  case until(MonthDay)
  /// They never run out.
  case always
  /// They run out with their own year.
  case never

  /// The last day on which points of a year can be used; nil where there is none.
  public func lastDay(of year: Year) -> Day? {
    switch self {
    case .until(let monthDay): monthDay.day(in: year.next)
    case .always: nil
    case .never: Month(year: year.number, month: 12)?.lastDay
    }
  }

  /// Whether points of a year can be used on a day.
  public func isUsable(_ year: Year, on day: Day) -> Bool {
    year >= day.year || lastDay(of: year).map { day <= $0 } ?? true
  }
}

extension Settings {
  public var carryRule: CarryRule {
    switch carry {
    case .until, nil: .until(carryUntil)
    case .all: .always
    case .nothing: .never
    }
  }
}

extension Ledger {
  /// The days on which spendable points may run out or another rule may hold, in rising order.
  func carryTurns(in days: ClosedRange<Day>) -> [Day] {
    let rules = [settings(on: days.lowerBound)] + settingsHistory.map(\.settings)
    let years = days.lowerBound.year.number - 1...days.upperBound.year.number
    let lastDays = years.flatMap { year in
      Set(rules.map(\.carryRule)).compactMap { $0.lastDay(of: Year(number: year)) }
    }
    let turns = lastDays.map { $0 + 1 } + settingsHistory.map(\.from.firstDay)
    return Set(turns.filter(days.contains)).sorted()
  }
}
