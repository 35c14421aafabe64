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
      usage(of: subject(of: entry.recorded, item: item), item: item, on: entry.recorded.on)
        .cut(uncut, on: entry.recorded.on) == .zero
    }
    return Assessment(
      base: asked, beforeCap: isUsedUp == true ? uncut : points, points: points,
      repeats: repeats)
  }

  /// What all decided lines of a subject have used.
  private func usage(
    of subject: ItemSubject, item: Catalog.Item, on day: Day, except: EntryNumber? = nil
  ) -> Usage {
    var usage = Usage(item: item, sumsOverYear: sumsOverYear(on: day))
    for other in inOrderOfUse(subject)
    where other.number != except && !other.state.isUndecided {
      usage.add(other, points: other.frozen ?? .zero)
    }
    return usage
  }

  /// Every live entry of the same item and person (or household), decided ones first, each group
  /// in ledger order: the order in which they use sums and caps (S2.2).
  private func inOrderOfUse(_ subject: ItemSubject) -> [Entry] {
    let live = (entriesBySubject[subject] ?? []).map { entries[$0] }.filter(\.state.isLive)
    return live.filter { !$0.state.isUndecided } + live.filter(\.state.isUndecided)
  }

  private func assess(_ entry: Entry, item: Catalog.Item) -> Assessment {
    var usage = Usage(item: item, sumsOverYear: sumsOverYear(on: entry.recorded.on))
    for other in inOrderOfUse(subject(of: entry.recorded, item: item)) {
      let step = assess(other, item: item, usage: usage)
      if other.number == entry.number { return step }
      usage.add(other, points: step.points)
    }
    // Not among its own kind only when it is not live, which was answered before.
    return assess(entry, item: item, usage: usage)
  }

  private func assess(_ entry: Entry, item: Catalog.Item, usage: Usage) -> Assessment {
    let base = usage.base(of: entry)
    let repeats = earlierBreach(than: entry)?.number
    let factor = repeats == nil ? 1 : repeatFactor(on: entry.recorded.on)
    let beforeCap = base.multiplied(by: factor) ?? base
    let points: Points
    if let frozen = entry.frozen, !entry.state.isUndecided {
      points = frozen
    } else {
      points = usage.cut(beforeCap, on: entry.recorded.on)
    }
    return Assessment(base: base, beforeCap: beforeCap, points: points, repeats: repeats)
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
      of: subject(of: entry.recorded, item: item), item: item, on: entry.recorded.on,
      except: entry.number)
    return (set, usage.free(on: entry.recorded.on))
  }

  /// What the decided lines of a subject should count, were all its lines worked out in ledger
  /// order: an amended line counts what the council gave it, and adjustments are left out.
  func expectedPoints(of subject: ItemSubject) -> [EntryNumber: Points] {
    let live = (entriesBySubject[subject] ?? []).map { entries[$0] }.filter {
      $0.state.isLive && $0.recorded.adjusts == nil
    }
    guard let first = live.first, let item = item(of: first) else { return [:] }
    var usage = Usage(item: item, sumsOverYear: sumsOverYear(on: first.recorded.on))
    var expected: [EntryNumber: Points] = [:]
    for entry in live {
      var points = entry.frozen ?? .zero
      if entry.decision?.outcome != .amended {
        var uncut = entry
        uncut.frozen = nil
        points = assess(uncut, item: item, usage: usage).points
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
    var usage = Usage(item: item, sumsOverYear: sumsOverYear(on: day))
    for other in inOrderOfUse(subject) { usage.add(other, points: .zero) }
    return usage.base(of: quantity, on: day)
  }
}

/// What the lines before one have used of an item's yearly sum and of its cap.
private struct Usage {
  let item: Catalog.Item
  let sumsOverYear: Bool
  /// Points in the direction of the item; an adjustment may be negative.
  private var used: [(on: Day, quantity: Quantity?, points: Points)] = []

  init(item: Catalog.Item, sumsOverYear: Bool) {
    self.item = item
    self.sumsOverYear = sumsOverYear
  }

  mutating func add(_ entry: Entry, points: Points) {
    let used = item.sign == .minus ? -points : points
    self.used.append((entry.recorded.on, entry.recorded.quantity, used))
  }

  /// The signed points of a line by rule and quantity.
  func base(of entry: Entry) -> Points {
    guard case .perUnit = item.amount, let quantity = entry.recorded.quantity else {
      return entry.recorded.asked
    }
    let magnitude = base(of: quantity, on: entry.recorded.on) ?? entry.recorded.asked.magnitude
    return item.sign == .minus ? -magnitude : magnitude
  }

  /// The year's sum with this quantity, floored to full units, less the sum without it (S4.4).
  func base(of quantity: Quantity, on day: Day) -> Points? {
    guard case .perUnit(let points, let per, _) = item.amount else { return nil }
    let before = sumsOverYear ? quantitiesInYear(of: day) : 0
    let units = (before + quantity.tenths) / per.tenths - before / per.tenths
    return points.multiplied(by: units)
  }

  private func quantitiesInYear(of day: Day) -> Int {
    used.reduce(0) { $0 + ($1.on.year == day.year ? $1.quantity?.tenths ?? 0 : 0) }
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
