extension Day {
  /// Monday to Friday. Holidays are not known here.
  public var isWorkingDay: Bool { weekday <= 5 }

  /// This day, or the next working day when it is none (S3.3).
  public var movedToWorkingDay: Day {
    var day = self
    while !day.isWorkingDay { day = day + 1 }
    return day
  }

  /// The last day of a term of so many working days; this day is not counted.
  public func afterWorkingDays(_ count: Int) -> Day {
    var day = self
    var left = count
    while left > 0 {
      day = day + 1
      if day.isWorkingDay { left -= 1 }
    }
    return day
  }
}
