extension Catalog {
  /// Which of the two scores an item moves, and how far (S2.6).
  public struct AccountEffect: Codable, Equatable, Sendable {
    /// Whether the rating (评级分) moves by the points.
    public var rating: Bool
    public var spendable: Spendable

    public init(rating: Bool, spendable: Spendable) {
      self.rating = rating
      self.spendable = spendable
    }

    /// How far the spendable score (可兑换积分) moves.
    public enum Spendable: Equatable, Sendable {
      case all
      case none
      /// As the village set `minusSpendable`: all or nothing.
      case bySetting
      /// At most so much per line; the rating still moves in full.
      case upTo(Points)
    }
  }
}

extension Catalog.AccountEffect {
  /// What a line of so many points moves; `points` carries the sign.
  public func delta(of points: Points, minusSpendable: Bool) -> ScoreDelta {
    let spendable: Points =
      switch self.spendable {
      case .all: points
      case .none: .zero
      case .bySetting: minusSpendable ? points : .zero
      case .upTo(let ceiling): min(points, ceiling)
      }
    return ScoreDelta(rating: rating ? points : .zero, spendable: spendable)
  }
}

extension Catalog.AccountEffect.Spendable: Codable {
  private enum Word: String, WordValue {
    case all, none, bySetting
  }
  private enum Key: String, CodingKey {
    case upTo
  }

  public init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: Key.self) {
      self = .upTo(try container.decode(Points.self, forKey: .upTo))
      return
    }
    switch try decoder.singleValueContainer().decode(Word.self) {
    case .all: self = .all
    case .none: self = .none
    case .bySetting: self = .bySetting
    }
  }

  public func encode(to encoder: any Encoder) throws {
    if case .upTo(let ceiling) = self {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(ceiling, forKey: .upTo)
      return
    }
    var container = encoder.singleValueContainer()
    switch self {
    case .all, .upTo: try container.encode(Word.all)
    case .none: try container.encode(Word.none)
    case .bySetting: try container.encode(Word.bySetting)
    }
  }
}

/// What one line moves on each of the two scores.
public struct ScoreDelta: Codable, Equatable, Sendable {
  public var rating: Points
  public var spendable: Points

  public init(rating: Points, spendable: Points) {
    self.rating = rating
    self.spendable = spendable
  }

  public static let zero = ScoreDelta(rating: .zero, spendable: .zero)

  public static func + (left: ScoreDelta, right: ScoreDelta) -> ScoreDelta {
    ScoreDelta(
      rating: left.rating + right.rating, spendable: left.spendable + right.spendable)
  }
}
