/// `calendar.json`: the public holidays and the working weekends, year by year.
///
/// The members are those of the public holiday-cn files, so that such a file can be taken as it
/// is; `$schema`, `$id`, `year` and `papers` are read and not kept.
public struct CalendarBook: Codable, Equatable, Sendable {
  /// Absent in a public file.
  public var format: Int?
  public var schema: String?
  public var id: String?
  /// The only year that a public file is about.
  public var year: Int?
  public var papers: [String]?
  public var days: [ListedDay]

  public struct ListedDay: Codable, Equatable, Sendable {
    public var date: Day
    /// 国庆节, also for the weekend that is worked for it.
    public var name: String
    public var isOffDay: Bool

    public init(date: Day, name: String, isOffDay: Bool) {
      self.date = date
      self.name = name
      self.isOffDay = isOffDay
    }

    /// The first of October, which is a day off in every year.
    var isNationalDay: Bool { isOffDay && date.month.monthOfYear == 10 && date.dayOfMonth == 1 }
  }

  private enum CodingKeys: String, CodingKey {
    case format
    case schema = "$schema"
    case id = "$id"
    case year, papers, days
  }

  public init(days: [ListedDay]) {
    self.format = 1
    self.days = days
  }
}

extension CalendarBook {
  /// The years whose holidays are listed, in rising order.
  public var years: [Year] { days.filter(\.isNationalDay).map(\.date.year).sorted() }

  /// What the program keeps of this book and of a newer one: the newer one's years and days take
  /// the place of these. By day.
  public func updated(from newer: CalendarBook) -> CalendarBook {
    let years = Set(newer.years)
    let dates = Set(newer.days.map(\.date))
    let kept = days.filter { !years.contains($0.date.year) && !dates.contains($0.date) }
    return CalendarBook(days: (kept + newer.days).sorted { $0.date < $1.date })
  }

  /// Every fault of the list as a whole, in the order of the days.
  public func faults() -> [CalendarFault] {
    var faults: [CalendarFault] = []
    if let format, format != 1 { faults.append(.wrongFormat(found: format)) }
    if days.isEmpty { faults.append(.noDays) }
    var seen: Set<Day> = []
    for (index, day) in days.enumerated() {
      if !seen.insert(day.date).inserted { faults.append(.dayTwice(day.date, index: index)) }
      if day.name.isEmpty || day.name.count > 20 { faults.append(.badName(index: index)) }
    }
    if let year, !days.isEmpty, !years.contains(where: { $0.number == year }) {
      faults.append(.yearIncomplete(year))
    }
    return faults
  }
}

/// A fault of a calendar as a whole, found after every single value has been read.
public enum CalendarFault: Error, Equatable, Sendable {
  case wrongFormat(found: Int)
  case noDays
  case dayTwice(Day, index: Int)
  case badName(index: Int)
  /// The file says whose holidays it lists, and that year's National Day is not among them.
  case yearIncomplete(Int)
}
