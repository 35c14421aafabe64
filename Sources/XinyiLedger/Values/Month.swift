/// A calendar month; as 账期 it is the month in whose review an entry is decided.
public struct Month: TextValue, Comparable {
  /// Months since January of year 0.
  private let index: Int32

  public init?(year: Int, month: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month) else { return nil }
    self.index = Int32(year * 12 + month - 1)
  }

  private init(index: Int32) { self.index = index }

  /// Months since January of year 0, and the month of such a number.
  package var number: Int { Int(index) }
  package init?(number: Int) { self.init(year: number / 12, month: number % 12 + 1) }

  /// `2026-10`.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == 45, let year = decimal(bytes[0..<4]),
      let month = decimal(bytes[5..<7])
    else { return nil }
    self.init(year: year, month: month)
  }

  public var description: String { "\(padded(year.number, 4))-\(padded(monthOfYear, 2))" }
  public static let expectation = "月份，写成 2026-10"
  public static let placeholder = Month(index: 24_312)

  public var year: Year { Year(number: Int(index) / 12) }
  /// 1…12.
  public var monthOfYear: Int { Int(index) % 12 + 1 }
  /// The first month of the quarter that this month lies in.
  public var quarterStart: Month { Month(index: index - index % 3) }
  public var firstDay: Day { Day(year: year.number, month: monthOfYear, day: 1)! }
  public var lastDay: Day { next.firstDay + -1 }
  public var next: Month { Month(index: index + 1) }
  public var previous: Month { Month(index: index - 1) }

  public static func < (left: Month, right: Month) -> Bool { left.index < right.index }
}

/// A calendar year.
public struct Year: TextValue, Comparable {
  public let number: Int

  public init(number: Int) { self.number = number }

  /// `2026`.
  public init?(_ text: String) {
    guard text.utf8.count == 4, let number = decimal(Array(text.utf8)),
      (1900...2199).contains(number)
    else { return nil }
    self.number = number
  }

  public var description: String { padded(number, 4) }
  public static let expectation = "年份，写成 2026"
  public static let placeholder = Year(number: 2026)

  public var next: Year { Year(number: number + 1) }
  public static func < (left: Year, right: Year) -> Bool { left.number < right.number }
}
