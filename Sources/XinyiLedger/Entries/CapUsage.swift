/// What the lines before one have used of an item's cap, by event day.
struct CapUsage {
  let item: Catalog.Item
  /// Points in the direction of the item; an adjustment may be negative.
  private var used: [(on: Day, points: Points)] = []

  init(item: Catalog.Item) { self.item = item }

  mutating func add(_ points: Points, on day: Day) {
    used.append((day, item.sign == .minus ? -points : points))
  }

  /// What is free of the cap in the period of a day, as a magnitude; nil where nothing is cut.
  /// Zero lines use none of a number of times.
  func free(on day: Day) -> Points? {
    guard let limit = item.limit else { return nil }
    let ofPeriod = used.filter { limit.period.joins($0.on, day) }
    switch limit.measure {
    case .points(let cap):
      return max(cap - ofPeriod.reduce(Points.zero) { $0 + $1.points }, .zero)
    case .times(let times):
      return ofPeriod.count { $0.points != .zero } < times ? nil : .zero
    }
  }

  /// Signed points after the cap; what exceeds is cut, down to a zero line.
  func cut(_ points: Points, on day: Day) -> Points {
    // What an adjustment takes back is cut by nothing.
    guard points.isNegative == (item.sign == .minus) else { return points }
    guard let free = free(on: day), points.magnitude > free else { return points }
    return points.isNegative ? -free : free
  }
}

/// The sums of quantities by year, as the lines before one made them (S4.4).
struct YearSums {
  let item: Catalog.Item
  /// Whether the village sums over the year, on a day, or floors session by session.
  let isSummed: (Day) -> Bool
  /// In tenths of the measure.
  private var sums: [Year: Int] = [:]

  init(item: Catalog.Item, isSummed: @escaping (Day) -> Bool) {
    self.item = item
    self.isSummed = isSummed
  }

  /// Adds a quantity: the year's sum with it, floored to full units, less the sum without it, as
  /// a magnitude; nil for an item that counts no quantities, and beyond what a line may carry.
  mutating func add(_ quantity: Quantity, on day: Day) -> Points? {
    guard case .perUnit(let points, let per, _) = item.amount else { return nil }
    let before = isSummed(day) ? sums[day.year] ?? 0 : 0
    sums[day.year, default: 0] += quantity.tenths
    let units = (before + quantity.tenths) / per.tenths - before / per.tenths
    return points.multiplied(by: units)
  }
}
