import XinyiLedger

/// The spellings of amounts and caps in a list's table.
enum CatalogCell {
  static let amountForm =
    "分值：定额写 5；按数量写 P1/4小时；分档写 L合格=5,三星=10；由议事会定写 R1,2,5；累计写 T10h=2,20h=5"

  /// `5` · `P1/4小时` · `L合格=5,三星=10` · `R1,2,5` · `T10h=2,20h=5@GI01`. The item that a cumulative
  /// one adds up is that of the version in force where none is named.
  static func amount(
    _ text: String, unit: String, current: Catalog.Amount?
  ) -> Catalog.Amount? {
    let rest = String(text.dropFirst())
    switch text.first {
    case "P": return perUnit(rest)
    case "L":
      let levels = pairs(rest)?.map { Catalog.Level(name: $0.name, points: $0.points) }
      return levels.map { .level($0) }
    case "R":
      let parts = InputText.listed(rest)
      let values = parts.compactMap { try? ValueReader.points($0) }
      return values.count == parts.count && !parts.isEmpty ? .choice(values) : nil
    case "T": return tier(rest, current)
    default:
      guard let points = try? ValueReader.points(text) else { return nil }
      // The table of a list in force writes 10 for 10 points per 6 months.
      if case .perUnit(points, _, _)? = current { return current }
      return .fixed(points)
    }
  }

  private static func perUnit(_ text: String) -> Catalog.Amount? {
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2, let points = try? ValueReader.points(parts[0]) else { return nil }
    let digits = String(parts[1].prefix { "0123456789.".contains($0) })
    let measure = String(parts[1].dropFirst(digits.count))
    guard !measure.isEmpty,
      let per = try? ValueReader.quantity(digits.isEmpty ? "1" : digits)
    else { return nil }
    return .perUnit(points: points, per: per, measure: measure)
  }

  private static func tier(_ text: String, _ current: Catalog.Amount?) -> Catalog.Amount? {
    let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
    var feed = parts.count == 2 ? RuleCode(parts[1]) : nil
    if parts.count == 1, case .tier(let known, _)? = current { feed = known }
    guard let feed, let steps = pairs(parts.first ?? "") else { return nil }
    let tiers = steps.compactMap { step in
      let digits = step.name.hasSuffix("h") ? String(step.name.dropLast()) : step.name
      return (try? ValueReader.quantity(digits)).map {
        Catalog.Tier(from: $0, points: step.points)
      }
    }
    return tiers.count == steps.count ? .tier(feed: feed, tiers) : nil
  }

  /// `合格=5,三星=10`.
  private static func pairs(_ text: String) -> [(name: String, points: Points)]? {
    let parts = InputText.listed(text)
    let pairs = parts.compactMap { part -> (name: String, points: Points)? in
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2, let points = try? ValueReader.points(pair[1]) else { return nil }
      return (pair[0], points)
    }
    return pairs.count == parts.count && !parts.isEmpty ? pairs : nil
  }

  /// What a cell says of a cap, which may be that there is none.
  struct Cap {
    let limit: Catalog.Limit?
  }

  /// nil for what cannot be read.
  static func cap(_ text: String) -> Cap? {
    if text.isEmpty || text == "取最高一档" { return Cap(limit: nil) }
    let periods: [(String, Catalog.Limit.Period)] = [
      ("每月", .month), ("每季", .quarter), ("每年", .year), ("每人", .ever),
    ]
    guard let (word, period) = periods.first(where: { text.hasPrefix($0.0) }) else { return nil }
    let rest = text.dropFirst(word.count)
    if ["一次", "一档", "1次"].contains(String(rest)) {
      return Cap(limit: .init(period: period, measure: .times(1)))
    }
    let number = String(rest.dropLast())
    if rest.hasSuffix("分"), let points = try? ValueReader.points(number) {
      return Cap(limit: .init(period: period, measure: .points(points)))
    }
    if rest.hasSuffix("次"), let times = try? ValueReader.whole(number, atLeast: 1) {
      return Cap(limit: .init(period: period, measure: .times(times)))
    }
    return nil
  }
}
