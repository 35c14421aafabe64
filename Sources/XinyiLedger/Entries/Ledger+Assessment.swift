/// What an entry is worth as things stand, step by step (S4), as signed points.
public struct Assessment: Equatable, Sendable {
  /// By rule and quantity alone.
  public var base: Points
  /// After a repeated breach was multiplied and one deed's entries were compared.
  public var beforeCap: Points
  /// What the line counts: frozen by a decision, or after the cap and with what a campaign adds.
  public var points: Points
  /// How much of the points a campaign adds.
  public var bonus: Points = .zero
  /// The entry that makes this one a repeat.
  public var repeats: EntryNumber?
  /// The higher entry of the same deed, beside which this one counts nothing.
  public var beatenBy: EntryNumber?

  init(
    base: Points, beforeCap: Points, points: Points, repeats: EntryNumber? = nil,
    beatenBy: EntryNumber? = nil
  ) {
    self.base = base
    self.beforeCap = beforeCap
    self.points = points
    self.repeats = repeats
    self.beatenBy = beatenBy
  }

  public var isDoubled: Bool { repeats != nil }
  /// Part of the points was cut by a cap.
  public var isCapped: Bool { (points - bonus).magnitude < beforeCap.magnitude }
}

extension Ledger {
  /// What an entry is worth now; for a decided one what the decision fixed.
  public func assessment(of entry: Entry) -> Assessment {
    let asked = entry.recorded.asked
    if !entry.state.isLive { return Assessment(base: asked, beforeCap: .zero, points: .zero) }
    if let frozen = entry.frozen, !entry.state.isUndecided {
      return frozenAssessment(of: entry, points: frozen)
    }
    // What takes back or gives back counts what was asked, whatever caps say.
    let isReturn = entry.recorded.reverses != nil || entry.recorded.redresses != nil
    guard let item = item(of: entry), !isReturn else {
      return Assessment(base: asked, beforeCap: asked, points: asked)
    }
    var assessment = Valuation(self).assess(entry, item: item)
    assessment.bonus = bonus(for: entry, assessment)
    assessment.points += assessment.bonus
    return assessment
  }

  /// A decided line counts what was decided. It was cut by the cap when it counts less than was
  /// asked while the cap of its period is used up.
  private func frozenAssessment(of entry: Entry, points: Points) -> Assessment {
    let asked = entry.recorded.asked
    guard entry.recorded.isOriginal, let item = item(of: entry) else {
      var assessment = Assessment(base: asked, beforeCap: points, points: points)
      assessment.bonus = entry.bonus
      return assessment
    }
    let now = Valuation(self)
    let repeats = now.earlierBreach(than: entry)?.number
    let factor = repeats == nil ? 1 : settings(on: entry.recorded.on).repeatFactor
    let uncut = asked.multiplied(by: factor) ?? asked
    let beatenBy = points == .zero ? now.sharing(of: entry, item: item).beatenBy : nil
    let subject = subject(of: entry.recorded)
    let isUsedUp =
      item.limit != nil && beatenBy == nil && (points - entry.bonus).magnitude < uncut.magnitude
      && now.usage(of: subject, item: item).cut(uncut, on: entry.recorded.on) == .zero
    var assessment = Assessment(
      base: asked, beforeCap: isUsedUp ? uncut : points - entry.bonus, points: points,
      repeats: repeats, beatenBy: beatenBy)
    assessment.bonus = entry.bonus
    return assessment
  }

  /// Whether the village sums quantities over the year, on a day.
  func sumsOverYear(on day: Day) -> Bool { settings(on: day).sum == .year }

  /// What the council may give for an entry (S4.8), and the free part of its cap.
  public func allowance(for entry: Entry) -> (set: PointsSet, freeCap: Points?) {
    guard let item = item(of: entry) else { return (.values([]), nil) }
    let asked = entry.recorded.asked.magnitude
    if entry.recorded.redresses != nil { return (.upTo(asked), nil) }
    if !entry.recorded.isOriginal { return (.values([asked]), nil) }
    let view = Valuation(self).seen(by: entry)
    let now = view.assess(entry, item: item)
    let factor = now.isDoubled ? settings(on: entry.recorded.on).repeatFactor : 1
    let set: PointsSet =
      switch item.amount {
      case .fixed(let points): .values([points.multiplied(by: factor) ?? points])
      case .perUnit: .upTo(now.beforeCap.magnitude)
      case .level, .choice, .tier:
        .values(item.amount.options.map { $0.points.multiplied(by: factor) ?? $0.points })
      }
    let usage = view.usage(
      of: subject(of: entry.recorded), item: item, except: entry.number)
    return (set, usage.free(on: entry.recorded.on))
  }

  /// Signed points of an amendment: in the direction of the item, of a line that takes or gives
  /// back in its own.
  func signed(_ magnitude: Points, like entry: Entry) -> Points {
    let isNegative =
      entry.recorded.isOriginal
      ? item(of: entry)?.sign == .minus : entry.recorded.asked.isNegative
    return isNegative ? -magnitude : magnitude
  }
}
