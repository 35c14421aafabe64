extension Settings {
  /// A setting by its name in `village.json`.
  public enum Key: String, WordValue {
    case base, bands, topGrade, noticeDays, correctionDays, lateDays, repeatFactor, votesOf
    case minusSpendable, sum, remindFirst, names, objectionWorkingDays, leaveDays, refundDays
    case cards, carryUntil, carry, carryLimit, platformColumns, operators
    case shopDays, cardWaitDays
  }

  /// Takes one setting over from other settings. The grades' edges come with the top grade's name.
  public mutating func take(_ key: Key, from other: Settings) {
    switch key {
    case .base: base = other.base
    case .bands:
      bands = other.bands
      topGrade = other.topGrade
    case .topGrade: topGrade = other.topGrade
    case .noticeDays: noticeDays = other.noticeDays
    case .correctionDays: correctionDays = other.correctionDays
    case .lateDays: lateDays = other.lateDays
    case .repeatFactor: repeatFactor = other.repeatFactor
    case .votesOf: votesOf = other.votesOf
    case .minusSpendable: minusSpendable = other.minusSpendable
    case .sum: sum = other.sum
    case .remindFirst: remindFirst = other.remindFirst
    case .names: names = other.names
    case .objectionWorkingDays: objectionWorkingDays = other.objectionWorkingDays
    case .leaveDays: leaveDays = other.leaveDays
    case .refundDays: refundDays = other.refundDays
    case .cards: cards = other.cards
    case .carryUntil: carryUntil = other.carryUntil
    case .carry: carry = other.carry
    case .carryLimit: carryLimit = other.carryLimit
    case .platformColumns: platformColumns = other.platformColumns
    case .operators: operators = other.operators
    case .shopDays: shopDays = other.shopDays
    case .cardWaitDays: cardWaitDays = other.cardWaitDays
    }
  }

  public func agrees(with other: Settings, in key: Key) -> Bool {
    var copy = self
    copy.take(key, from: other)
    return copy == self
  }
}

extension Settings.Key {
  /// When a change of a setting may begin to hold (S9).
  public enum Beginning: Sendable {
    /// With the line itself.
    case atOnce
    /// With the first day of a month.
    case month
    /// With the first day of a year: what a whole year is counted by.
    case year
  }

  public var beginning: Beginning {
    switch self {
    case .operators: .atOnce
    case .base, .sum: .year
    case .bands, .topGrade, .noticeDays, .correctionDays, .lateDays, .repeatFactor, .votesOf,
      .minusSpendable, .remindFirst, .names, .objectionWorkingDays, .leaveDays, .refundDays,
      .cards, .carryUntil, .carry, .carryLimit, .platformColumns, .shopDays, .cardWaitDays:
      .month
    }
  }

  /// The month from which a change made on a day holds when none is named.
  public func firstMonth(after today: Day) -> Month {
    switch beginning {
    case .atOnce: today.month
    case .month: today.month.next
    case .year: Month(year: today.year.number + 1, month: 1) ?? today.month.next
    }
  }
}
