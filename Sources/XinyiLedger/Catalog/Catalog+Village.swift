/// What a village may not put into its own list (自设项).
public enum CatalogObjection: Error, Equatable, Sendable {
  /// More than five self-set items (自设项, codes that begin with ZZ) of one sign.
  case tooManyOwn(Sign, count: Int, index: Int)
  /// A self-set item of more than two points.
  case ownTooHigh(RuleCode, points: Points, index: Int)
}

/// A minus item that seems to be about what must never cost points; a warning only, since words can
/// mislead.
public struct UnfitMinusItem: Equatable, Sendable {
  public let item: Catalog.Item
  /// The word in its title.
  public let word: String
}

extension Catalog {
  /// Codes of items that a village sets for itself beside the town's list.
  public static let ownPrefix = "ZZ"
  static let mostOwn = 5
  static let highestOwn = Points.whole(2)

  /// Self-set items that go beyond what a village may set, in the order of the list.
  public func refusedItems() -> [CatalogObjection] {
    var counts: [Sign: Int] = [:]
    return items.enumerated().flatMap { index, item -> [CatalogObjection] in
      guard item.code.text.hasPrefix(Self.ownPrefix) else { return [] }
      var found: [CatalogObjection] = []
      counts[item.sign, default: 0] += 1
      if let count = counts[item.sign], count == Self.mostOwn + 1 {
        let all = items(of: item.sign).filter { $0.code.text.hasPrefix(Self.ownPrefix) }.count
        found.append(.tooManyOwn(item.sign, count: all, index: index))
      }
      if item.amount.highest > Self.highestOwn {
        found.append(.ownTooHigh(item.code, points: item.amount.highest, index: index))
      }
      return found
    }
  }

  /// Minus items that speak of what must not cost points: petitioning, giving, volunteering,
  /// insurance, births, belief, illness, poverty.
  public func unfitMinusItems() -> [UnfitMinusItem] {
    items.compactMap { item in
      guard item.sign == .minus else { return nil }
      return Self.unfitWords.first { item.title.contains($0) }.map {
        UnfitMinusItem(item: item, word: $0)
      }
    }
  }

  private static let unfitWords = [
    "信访", "上访", "献血", "捐款", "捐物", "志愿", "医保", "参保", "买保险", "生育", "信教", "患病", "贫困", "欠债",
  ]
}

extension Catalog.Amount {
  /// The most that one line of the item can give.
  public var highest: Points {
    switch self {
    case .fixed(let points), .perUnit(let points, _, _): points
    case .level, .choice, .tier: options.map(\.points).max() ?? .zero
    }
  }
}
