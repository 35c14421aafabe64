extension Catalog {
  /// How much of an item one person or household can get in a period, counted by event day.
  public struct Limit: Equatable, Sendable {
    public var period: Period
    public var measure: Measure

    public enum Period: String, WordValue {
      case month, quarter, year, ever
    }

    /// Points in all, or times with points.
    public enum Measure: Equatable, Sendable {
      case points(Points)
      case times(Int)
    }

    public init(period: Period, measure: Measure) {
      self.period = period
      self.measure = measure
    }
  }
}

extension Catalog.Limit.Period {
  /// Whether two event days fall into one period.
  public func joins(_ one: Day, _ other: Day) -> Bool {
    switch self {
    case .month: one.month == other.month
    case .quarter: one.month.quarterStart == other.month.quarterStart
    case .year: one.year == other.year
    case .ever: true
    }
  }
}

extension Catalog.Limit: Codable {
  private enum Key: String, CodingKey {
    case per, points, times
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    period = try container.decode(Period.self, forKey: .per)
    if container.contains(.times) {
      measure = .times(try container.decode(Int.self, forKey: .times))
    } else {
      measure = .points(try container.decode(Points.self, forKey: .points))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(period, forKey: .per)
    switch measure {
    case .points(let points): try container.encode(points, forKey: .points)
    case .times(let times): try container.encode(times, forKey: .times)
    }
  }
}
