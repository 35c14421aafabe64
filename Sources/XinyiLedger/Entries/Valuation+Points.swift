extension Valuation {
  /// What a line is worth before the cap. A line that was decided with points stands: the higher
  /// line of its deed paid the difference.
  private func beforeCap(
    _ entry: Entry, item: Catalog.Item, base: Points, repeats: Bool
  ) -> (points: Points, beatenBy: EntryNumber?) {
    let factor = repeats ? ledger.settings(on: entry.recorded.on).repeatFactor : 1
    let multiplied = base.multiplied(by: factor) ?? base
    let sharing = sharing(of: entry, item: item)
    let stands = !entry.state.isUndecided && entry.frozen.map { $0 != .zero } == true
    if let higher = sharing.beatenBy, !stands { return (.zero, higher) }
    let left = max(multiplied.magnitude - sharing.paid, .zero)
    return (multiplied.isNegative ? -left : left, nil)
  }

  /// An undecided line, with what the lines before it have used of the cap.
  func assess(
    _ entry: Entry, item: Catalog.Item, base: Points, _ usage: CapUsage
  ) -> Assessment {
    let repeats = earlierBreach(than: entry)?.number
    let (uncut, beatenBy) = beforeCap(entry, item: item, base: base, repeats: repeats != nil)
    let isFollower = ledger.leader(of: entry) != nil
    let points = isFollower ? uncut : usage.cut(uncut, on: entry.recorded.on)
    return Assessment(
      base: base, beforeCap: uncut, points: points, repeats: repeats, beatenBy: beatenBy)
  }

  /// An undecided line as things stand, without what a campaign adds.
  func assess(_ entry: Entry, item: Catalog.Item) -> Assessment {
    let view = seen(by: entry)
    let lines = view.lines(ledger.subject(of: entry.recorded))
    let bases = view.bases(of: lines, item: item)
    var usage = CapUsage(item: item)
    for other in view.inOrderOfUse(lines, around: entry, item) where other.number != entry.number {
      if !other.state.isUndecided {
        usage.add((other.frozen ?? .zero) - other.bonus, on: other.recorded.on)
      } else if ledger.isBefore(other, entry) {
        let base = bases[other.number] ?? other.recorded.asked
        let points = view.assess(other, item: item, base: base, usage).points
        usage.add(points, on: other.recorded.on)
      }
    }
    return view.assess(
      entry, item: item, base: bases[entry.number] ?? entry.recorded.asked, usage)
  }

  /// The order in which lines use a cap: decided ones first, each group in ledger order (S2.2).
  private func inOrderOfUse(
    _ lines: [Entry], around entry: Entry, _ item: Catalog.Item
  ) -> [Entry] {
    guard let period = item.limit?.period else { return [] }
    let near = lines.filter { period.joins($0.recorded.on, entry.recorded.on) }
    return near.filter { !$0.state.isUndecided } + near.filter(\.state.isUndecided)
  }

  /// What all decided lines of a subject have used of its cap.
  func usage(
    of subject: ItemSubject, item: Catalog.Item, except: EntryNumber? = nil
  ) -> CapUsage {
    var usage = CapUsage(item: item)
    for other in lines(subject) where other.number != except && !other.state.isUndecided {
      usage.add((other.frozen ?? .zero) - other.bonus, on: other.recorded.on)
    }
    return usage
  }

  /// What the decided lines of a subject should count, were all its lines worked out in ledger
  /// order: a line that the council amended or that is being taken back counts what it has;
  /// adjustments of the others and campaigns are left out. Tiers follow their own sum.
  func expected(of subject: ItemSubject) -> [EntryNumber: Points] {
    let lines = lines(subject).filter { $0.recorded.adjusts == nil }
    guard let item = lines.first.flatMap({ ledger.item(of: $0) }), item.amount.kind != .tier
    else { return [:] }
    let bases = bases(of: lines, item: item)
    var usage = CapUsage(item: item)
    var expected: [EntryNumber: Points] = [:]
    for entry in lines {
      var points = ledger.counted(entry)
      let isBeingReversed = ledger.reversalUnderWay(of: entry.number) != nil
      if !entry.isAmended && !isBeingReversed && !held.contains(entry.number) {
        let base = bases[entry.number] ?? entry.recorded.asked
        points = seen(by: entry).assess(entry, item: item, base: base, usage).points
        if !entry.state.isUndecided { expected[entry.number] = points }
      }
      usage.add(points, on: entry.recorded.on)
    }
    return expected
  }
}

extension Ledger {
  /// What a decided line counts with the adjustments of it in force, without what a campaign added.
  fileprivate func counted(_ entry: Entry) -> Points {
    let adjusted = effectiveParts(of: entry.number).filter {
      $0.recorded.adjusts == entry.number
    }
    return adjusted.reduce((entry.frozen ?? .zero) - entry.bonus) { $0 + ($1.frozen ?? .zero) }
  }
}
