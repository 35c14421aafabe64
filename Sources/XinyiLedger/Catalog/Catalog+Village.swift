/// What a village may not, or had better not, put into its own list (规则之外的规矩).
public enum CatalogObjection: Error, Equatable, Sendable {
  /// More than five self-set items (自设项, codes that begin with ZZ) of one sign.
  case tooManyOwn(Sign, count: Int, index: Int)
  /// A self-set item of more than two points.
  case ownTooHigh(RuleCode, points: Points, index: Int)
  /// A minus item for what must never cost points; only a warning, since words can mislead.
  case unfitMinus(RuleCode, word: String, index: Int)
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

  /// Minus items that speak of what must not cost points: petitioning, not giving, not
  /// volunteering, insurance, relatives' faults, gifts at feasts.
  public func unfitMinusItems() -> [CatalogObjection] {
    items.enumerated().compactMap { index, item in
      guard item.sign == .minus else { return nil }
      return Self.unfitWords.first { item.title.contains($0) }.map {
        .unfitMinus(item.code, word: $0, index: index)
      }
    }
  }

  private static let unfitWords = [
    "信访", "上访", "献血", "捐款", "捐物", "募捐", "不参加志愿", "未参加志愿", "医保", "参保", "保险", "疫苗",
    "生育", "彩礼", "投诉", "举报",
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
