public import XinyiLedger

extension Day {
  /// `2026年10月27日`.
  public var inFull: String { "\(year.number)年\(inMonthAndDay)" }

  /// `10月27日`.
  public var inMonthAndDay: String { "\(month.monthOfYear)月\(dayOfMonth)日" }

  /// `10-03`, for tables.
  public var inTable: String { String(description.dropFirst(5)) }

  /// `10月27日`, with the year before it when that is not the year of `day`.
  public func after(_ day: Day) -> String { year == day.year ? inMonthAndDay : inFull }

  /// `星期一` … `星期日`.
  public var weekdayName: String {
    "星期" + ["一", "二", "三", "四", "五", "六", "日"][weekday - 1]
  }
}

extension Month {
  /// `2026年10月`.
  public var inFull: String { "\(year.number)年\(monthOfYear)月" }
}

extension EntryNumber {
  /// The number before a line of a paper about `month`: `017`, of another month `9-20`.
  public func label(in month: Month) -> String {
    month == self.month ? threeDigits : "\(self.month.monthOfYear)-\(serial)"
  }

  /// The number as it is said in a paper of `year`: `10月第017条`, of another year
  /// `2025年12月第017条`.
  public func spoken(in year: Year) -> String {
    (month.year == year ? "\(month.monthOfYear)月" : month.inFull) + "第\(threeDigits)条"
  }

  /// The number as the voucher of a statement: `10月011条`.
  public func voucher(in year: Year) -> String {
    (month.year == year ? "\(month.monthOfYear)月" : month.inFull) + "\(threeDigits)条"
  }

  private var threeDigits: String {
    let digits = String(serial)
    return String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
  }
}

extension Digest {
  /// The first `count` digits in groups of four: `cf8a 42d7 c334 c750`.
  public func inGroups(first count: Int) -> String {
    let digits = Array(description.prefix(count))
    return stride(from: 0, to: digits.count, by: 4)
      .map { String(digits[$0..<min($0 + 4, digits.count)]) }
      .joined(separator: " ")
  }
}

/// `周一` for 1 … `周日` for 7.
public func weekdayName(_ number: Int) -> String {
  "周" + ["一", "二", "三", "四", "五", "六", "日"][number - 1]
}

/// `周一、周四`.
public func weekdayList(_ numbers: [Int]) -> String {
  numbers.map(weekdayName).joined(separator: "、")
}
