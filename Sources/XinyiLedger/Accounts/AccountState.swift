/// The two scores of one account, as effective lines and redemptions made them.
public struct AccountState: Codable, Equatable, Sendable {
  /// Sums of effective lines by the year they count in, without the base.
  public internal(set) var rating: [Year: Points] = [:]
  public internal(set) var spendable = SpendableByYear()

  /// What a line moves on the day it takes effect, and in which year's rating.
  mutating func add(_ delta: ScoreDelta, ratingOf year: Year, on day: Day) {
    rating[year, default: .zero] += delta.rating
    spendable.add(delta.spendable, in: day.year)
  }
}

/// Spendable points by the year in which they took effect; the oldest are used first (S3.6).
public struct SpendableByYear: Codable, Equatable, Sendable {
  /// Years in rising order.
  private var years: [Event.YearPoints] = []

  /// All years together, run out or not.
  var total: Points { years.reduce(.zero) { $0 + $1.points } }

  /// What is left of one year.
  subscript(year: Year) -> Points {
    years.first { $0.year == year }?.points ?? .zero
  }

  /// The years that hold anything, in rising order.
  public var byYear: [Event.YearPoints] {
    years.filter { $0.points != .zero }
  }

  /// What a line moves, in the year it took effect.
  mutating func add(_ points: Points, in year: Year) {
    guard points != .zero else { return }
    if let index = years.firstIndex(where: { $0.year >= year }) {
      if years[index].year == year {
        years[index].points += points
      } else {
        years.insert(.init(year: year, points: points), at: index)
      }
    } else {
      years.append(.init(year: year, points: points))
    }
  }

  /// Takes points for a redemption of a day: the oldest usable year first, what is left from the
  /// year of the day.
  ///
  /// - Returns: what was taken, by year, rising.
  @discardableResult
  mutating func take(
    _ points: Points, on day: Day, by rule: CarryRule
  ) -> [Event.YearPoints] {
    var rest = points
    var parts: [Event.YearPoints] = []
    for index in years.indices where years[index].year < day.year {
      guard rule.isUsable(years[index].year, on: day) else { continue }
      let taken = min(rest, max(years[index].points, .zero))
      years[index].points -= taken
      rest -= taken
      if taken > .zero { parts.append(.init(year: years[index].year, points: taken)) }
    }
    add(-rest, in: day.year)
    return rest == .zero ? parts : parts + [.init(year: day.year, points: rest)]
  }

  /// What can be used on a day. A year that is below zero weighs on the later ones whatever its
  /// age; what was left over in an old year has run out after the last day of the rule.
  public func available(on day: Day, by rule: CarryRule) -> Points {
    var sum = Points.zero
    for held in years where held.year <= day.year {
      sum += held.points
      if sum > .zero && !rule.isUsable(held.year, on: day) { sum = .zero }
    }
    return sum
  }

  /// What has run out by a day, by year: what is left of old years behind what earlier years are
  /// below zero.
  func expired(on day: Day, by rule: CarryRule) -> [Event.YearPoints] {
    var sum = Points.zero
    var expired: [Event.YearPoints] = []
    for held in years where held.year <= day.year {
      sum += held.points
      guard sum > .zero, !rule.isUsable(held.year, on: day) else { continue }
      expired.append(.init(year: held.year, points: sum))
      sum = .zero
    }
    return expired
  }

  /// So many points out of what can be used on a day, by year, the oldest first; less where less
  /// can be used. What a year is below zero stays behind, with the points that even it out.
  func share(_ points: Points, on day: Day, by rule: CarryRule) -> [Event.YearPoints] {
    var rest = min(points, available(on: day, by: rule))
    var parts: [Event.YearPoints] = []
    for held in years where held.year <= day.year && held.points > .zero && rest > .zero {
      guard rule.isUsable(held.year, on: day) else { continue }
      let part = min(held.points, rest)
      parts.append(.init(year: held.year, points: part))
      rest -= part
    }
    return parts
  }

  /// What the years after one are below zero, all together; zero or negative.
  func debts(after year: Year) -> Points {
    years.filter { $0.year > year && $0.points.isNegative }.reduce(.zero) { $0 + $1.points }
  }
}
