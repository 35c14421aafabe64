extension Catalog {
  /// How an item's points are found. All amounts are magnitudes; the sign is the item's.
  public enum Amount: Equatable, Sendable {
    /// The same points each time.
    case fixed(Points)
    /// `points` for each full `per` of the measure, such as 1 point per 4 hours.
    case perUnit(points: Points, per: Quantity, measure: String)
    /// The points of a named level.
    case level([Level])
    /// One value of the set, chosen by the council.
    case choice([Points])
    /// Steps of another item's yearly sum; a further step pays the difference to the last.
    case tier(feed: RuleCode, [Tier])
  }

  public struct Level: Codable, Equatable, Sendable {
    public var name: String
    public var points: Points

    public init(name: String, points: Points) {
      self.name = name
      self.points = points
    }
  }

  /// A step: from this sum on, in the feed's measure, the item is worth `points` in all.
  public struct Tier: Codable, Equatable, Sendable {
    public var from: Quantity
    public var points: Points

    public init(from: Quantity, points: Points) {
      self.from = from
      self.points = points
    }
  }
}

extension Catalog.Amount {
  /// The word for the kind, as files and answers have it.
  public enum Kind: String, WordValue {
    case fixed, perUnit, level, choice, tier
  }

  public var kind: Kind {
    switch self {
    case .fixed: .fixed
    case .perUnit: .perUnit
    case .level: .level
    case .choice: .choice
    case .tier: .tier
    }
  }

  /// The measure that counts family members from the roster instead of taking a quantity.
  public static let familyMembers = "家庭成员"

  /// True where the quantity is counted from the roster on the event's day.
  public var countsFamilyMembers: Bool {
    if case .perUnit(_, _, Self.familyMembers) = self { true } else { false }
  }

  /// The named values a recorder or the council picks from; empty for the other kinds.
  public var options: [Catalog.Level] {
    switch self {
    case .fixed, .perUnit: []
    case .level(let levels): levels
    case .choice(let values): values.map { .init(name: "\($0)分", points: $0) }
    case .tier(_, let tiers): tiers.map { .init(name: "满\($0.from)", points: $0.points) }
    }
  }
}

extension Catalog.Amount: Codable {
  private enum Key: String, CodingKey {
    case kind, points, per, measure, levels, feed, tiers
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.decode(Kind.self, forKey: .kind) {
    case .fixed:
      self = .fixed(try container.decode(Points.self, forKey: .points))
    case .perUnit:
      self = .perUnit(
        points: try container.decode(Points.self, forKey: .points),
        per: try container.decode(Quantity.self, forKey: .per),
        measure: try container.decode(String.self, forKey: .measure))
    case .level:
      self = .level(try container.decode([Catalog.Level].self, forKey: .levels))
    case .choice:
      self = .choice(try container.decode([Points].self, forKey: .points))
    case .tier:
      self = .tier(
        feed: try container.decode(RuleCode.self, forKey: .feed),
        try container.decode([Catalog.Tier].self, forKey: .tiers))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(kind, forKey: .kind)
    switch self {
    case .fixed(let points):
      try container.encode(points, forKey: .points)
    case .perUnit(let points, let per, let measure):
      try container.encode(points, forKey: .points)
      try container.encode(per, forKey: .per)
      try container.encode(measure, forKey: .measure)
    case .level(let levels):
      try container.encode(levels, forKey: .levels)
    case .choice(let values):
      try container.encode(values, forKey: .points)
    case .tier(let feed, let tiers):
      try container.encode(feed, forKey: .feed)
      try container.encode(tiers, forKey: .tiers)
    }
  }
}
