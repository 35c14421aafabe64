/// What an entry is worth as things stand, step by step (S4), as signed points.
public struct Assessment: Equatable, Sendable {
  /// By rule and quantity alone.
  public var base: Points
  /// After a repeated breach was multiplied.
  public var beforeCap: Points
  /// What the line counts: frozen by a decision, or after the cap.
  public var points: Points
  /// The entry that makes this one a repeat.
  public var repeats: EntryNumber?

  init(base: Points, beforeCap: Points, points: Points, repeats: EntryNumber? = nil) {
    self.base = base
    self.beforeCap = beforeCap
    self.points = points
    self.repeats = repeats
  }

  public var isDoubled: Bool { repeats != nil }
  /// Part of the points was cut by a cap.
  public var isCapped: Bool { points.magnitude < beforeCap.magnitude }
}

extension Ledger {
  /// What an entry is worth now; for a decided one what the decision fixed.
  public func assessment(of entry: Entry) -> Assessment {
    if !entry.state.isLive {
      return Assessment(base: entry.recorded.asked, beforeCap: .zero, points: .zero)
    }
    let repeats = earlierBreach(than: entry)?.number
    if let frozen = entry.frozen, !entry.state.isUndecided {
      return frozenAssessment(of: entry, points: frozen, repeats: repeats)
    }
    guard let item = item(of: entry) else {
      let asked = entry.recorded.asked
      return Assessment(base: asked, beforeCap: asked, points: asked)
    }
    return assess(entry, item: item)
  }

  /// A decided line counts what was decided. It was cut by the cap when it counts less than was
  /// asked while the cap of its period is used up.
  private func frozenAssessment(
    of entry: Entry, points: Points, repeats: EntryNumber?
  ) -> Assessment {
    let asked = entry.recorded.asked
    let factor = repeats == nil ? 1 : repeatFactor(on: entry.recorded.on)
    let uncut = asked.multiplied(by: factor) ?? asked
    let isUsedUp = item(of: entry).map { item in
      usage(of: subject(of: entry.recorded, item: item), item: item)
        .cut(uncut, on: entry.recorded.on) == .zero
    }
    return Assessment(
      base: asked, beforeCap: isUsedUp == true ? uncut : points, points: points,
      repeats: repeats)
  }

  /// Every live entry of the same item and person (or household), in ledger order.
  private func live(_ subject: ItemSubject) -> [Entry] {
    (entriesBySubject[subject] ?? []).map { entries[$0] }.filter(\.state.isLive)
  }

  /// The order in which lines use a cap: decided ones first, each group in ledger order (S2.2).
  private func inOrderOfUse(_ subject: ItemSubject) -> [Entry] {
    let live = live(subject)
    return live.filter { !$0.state.isUndecided } + live.filter(\.state.isUndecided)
  }

  /// What all decided lines of a subject have used of its cap.
  private func usage(
    of subject: ItemSubject, item: Catalog.Item, except: EntryNumber? = nil
  ) -> CapUsage {
    var usage = CapUsage(item: item)
    for other in live(subject) where other.number != except && !other.state.isUndecided {
      usage.add(other, points: other.frozen ?? .zero)
    }
    return usage
  }

  private func assess(_ entry: Entry, item: Catalog.Item) -> Assessment {
    let subject = subject(of: entry.recorded, item: item)
    let bases = bases(of: subject, item: item)
    var usage = CapUsage(item: item)
    for other in inOrderOfUse(subject) where other.number != entry.number {
      if !other.state.isUndecided || isBefore(other, entry) {
        usage.add(other, points: assess(other, bases, usage).points)
      }
    }
    return assess(entry, bases, usage)
  }

  private func isBefore(_ one: Entry, _ other: Entry) -> Bool {
    (entryIndex[one.number] ?? 0) < (entryIndex[other.number] ?? 0)
  }

  private func assess(
    _ entry: Entry, _ bases: [EntryNumber: Points], _ usage: CapUsage
  ) -> Assessment {
    let base = bases[entry.number] ?? entry.recorded.asked
    let repeats = earlierBreach(than: entry)?.number
    let factor = repeats == nil ? 1 : repeatFactor(on: entry.recorded.on)
    let beforeCap = base.multiplied(by: factor) ?? base
    let isDecided = entry.frozen != nil && !entry.state.isUndecided
    let points = usage.cut(beforeCap, on: entry.recorded.on)
    return Assessment(
      base: base, beforeCap: beforeCap, points: isDecided ? entry.frozen ?? points : points,
      repeats: repeats)
  }

  /// The signed points of each live line by rule and quantity alone. Quantities of a year are
  /// summed in ledger order and floored once; a line gives the difference that it makes (S4.4).
  private func bases(of subject: ItemSubject, item: Catalog.Item) -> [EntryNumber: Points] {
    var sums = YearSums(item: item, isSummed: sumsOverYear)
    var bases: [EntryNumber: Points] = [:]
    for entry in live(subject) {
      guard let quantity = entry.recorded.quantity else { continue }
      guard let magnitude = sums.add(quantity, on: entry.recorded.on) else { continue }
      bases[entry.number] = item.sign == .minus ? -magnitude : magnitude
    }
    return bases
  }

  /// An earlier breach of the same item that had taken effect by this one's day and is still
  /// valid (S4.6). Items checked month by month do not double.
  private func earlierBreach(than entry: Entry) -> Entry? {
    let recorded = entry.recorded
    guard let item = item(of: entry), item.sign == .minus, item.unit != "月",
      recorded.adjusts == nil
    else { return nil }
    return (entriesBySubject[subject(of: recorded, item: item)] ?? []).map { entries[$0] }
      .last { earlier in
        earlier.recorded.on < recorded.on && earlier.recorded.on.year == recorded.on.year
          && earlier.state.isEffective && earlier.frozen != .zero
          && earlier.effectiveOn ?? recorded.on + 1 <= recorded.on
      }
  }

  private func repeatFactor(on day: Day) -> Int { settings(on: day).repeatFactor }

  private func sumsOverYear(on day: Day) -> Bool { settings(on: day).sum == .year }

  /// What the council may give for an entry (S4.8), and the free part of its cap.
  public func allowance(for entry: Entry) -> (set: PointsSet, freeCap: Points?) {
    guard let item = item(of: entry) else { return (.values([]), nil) }
    if entry.recorded.adjusts != nil { return (.values([entry.recorded.asked.magnitude]), nil) }
    let now = assess(entry, item: item)
    let factor = now.isDoubled ? repeatFactor(on: entry.recorded.on) : 1
    let set: PointsSet =
      switch item.amount {
      case .fixed(let points): .values([points.multiplied(by: factor) ?? points])
      case .perUnit: .upTo(now.beforeCap.magnitude)
      case .level, .choice, .tier:
        .values(item.amount.options.map { $0.points.multiplied(by: factor) ?? $0.points })
      }
    let usage = usage(
      of: subject(of: entry.recorded, item: item), item: item, except: entry.number)
    return (set, usage.free(on: entry.recorded.on))
  }

  /// What the decided lines of a subject should count, were all its lines worked out in ledger
  /// order: an amended line counts what the council gave it, and adjustments are left out.
  func expectedPoints(of subject: ItemSubject) -> [EntryNumber: Points] {
    let lines = live(subject).filter { $0.recorded.adjusts == nil }
    guard let item = lines.first.flatMap({ item(of: $0) }) else { return [:] }
    let bases = bases(of: subject, item: item)
    var usage = CapUsage(item: item)
    var expected: [EntryNumber: Points] = [:]
    for entry in lines {
      var points = entry.frozen ?? .zero
      if !entry.isAmended {
        var uncut = entry
        uncut.frozen = nil
        points = assess(uncut, bases, usage).points
        if !entry.state.isUndecided { expected[entry.number] = points }
      }
      usage.add(entry, points: points)
    }
    return expected
  }

  /// What a new line would give by rule and quantity: `asked` (S2.1), as a magnitude; nil beyond
  /// what one line may carry.
  func base(
    of quantity: Quantity, item: Catalog.Item, subject: ItemSubject, on day: Day
  ) -> Points? {
    var sums = YearSums(item: item, isSummed: sumsOverYear)
    for other in live(subject) {
      if let earlier = other.recorded.quantity { _ = sums.add(earlier, on: other.recorded.on) }
    }
    return sums.add(quantity, on: day)
  }
}

/// The sums of quantities by year, as the lines before one made them.
private struct YearSums {
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

/// What the lines before one have used of an item's cap.
private struct CapUsage {
  let item: Catalog.Item
  /// Points in the direction of the item; an adjustment may be negative.
  private var used: [(on: Day, points: Points)] = []

  init(item: Catalog.Item) { self.item = item }

  mutating func add(_ entry: Entry, points: Points) {
    used.append((entry.recorded.on, item.sign == .minus ? -points : points))
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
