import XinyiLedger

// MARK: - What decided lines should count (S2.3)

extension PlainVillage {
  /// The places of one line for every subject that some cases touch: their own and those of their
  /// deeds.
  private func subjects(touchedBy places: [Int]) -> [Int] {
    var subjects: [Int] = []
    func add(_ place: Int) {
      if !subjects.contains(where: { isSameSubject($0, place) }) { subjects.append(place) }
    }
    for place in places where lines[place].isCase {
      add(place)
      guard let deed = lines[place].deed else { continue }
      for other in lines.indices
      where lines[other].deed == deed && lines[other].person == lines[place].person
        && lines[other].isCase
      {
        add(other)
      }
    }
    return subjects
  }

  /// What each decided case of these subjects should count, all cases worked out in ledger order;
  /// what the council amended, or what is being taken back, counts as it is.
  func expected(
    around places: [Int], _ view: Standpoint = Standpoint(), held: [Int] = []
  ) -> [Int: Int] {
    var expected: [Int: Int] = [:]
    for subject in subjects(touchedBy: places) {
      if isTier(subject) { continue }
      var used: [(on: Day, points: Int)] = []
      for place in group(of: subject, view) where lines[place].adjusts == nil {
        let line = lines[place]
        var points = counted(place)
        let isHeld = held.contains(place) || reversalUnderWay(of: place) != nil
        if !line.isAmended && !isHeld {
          let own = self.view(of: place, view)
          // The sums are those of everybody, whatever a line stands in the place of.
          let group = group(of: subject, view).filter { lines[$0].adjusts == nil }
          points = worth(place, own, group: group, used: used).points
          if !line.isUndecided { expected[place] = points }
        }
        used.append((line.on, points))
      }
    }
    return expected
  }

  func isTier(_ place: Int) -> Bool {
    if case .tier = item(lines[place]).amount { true } else { false }
  }

  /// What a line counts with its adjustments in force, without what a campaign added.
  private func counted(_ place: Int) -> Int {
    let adjusted = effectiveParts(of: place).filter { lines[$0].adjusts == place }
    return adjusted.reduce((lines[place].frozen ?? 0) - lines[place].bonus) {
      $0 + (lines[$1].frozen ?? 0)
    }
  }

  /// What was adjusted of a line whose points are fixed anew, or are no more, goes: what is not
  /// decided lapses, the rest is taken back.
  mutating func dropAdjustments(of place: Int) {
    var rest = 0
    for other in lines.indices where lines[other].adjusts == place && lines[other].isLive {
      if lines[other].isUndecided {
        lines[other].state = .withdrawn
      } else if leader(of: other).map({ lines[$0].isEffective }) ?? true, !isReversed(other) {
        rest += lines[other].frozen ?? 0
      }
    }
    if rest == 0 { return }
    batches += 1
    adjust(place, by: -rest, from: lines[place].month, batch: batches)
  }

  /// A change that may free a cap, change a sum, or let a lower line of a deed count; proposes an
  /// adjustment for every decided line that it made wrong, in the same write.
  mutating func adjusting(_ causes: [Int], _ change: (inout PlainVillage) -> Void) {
    let before = expected(around: causes)
    let touched = causes
    change(&self)
    let after = expected(around: touched)
    for place in after.keys.sorted(by: { lines[$0].number < lines[$1].number }) {
      guard let new = after[place], let old = before[place], new != old else { continue }
      if causes.contains(place) || reversalUnderWay(of: place) != nil { continue }
      proposeAdjustment(of: place, by: new - old)
    }
    settleTiers(fedBy: causes)
  }

  private mutating func proposeAdjustment(of place: Int, by points: Int) {
    let opposite = lines.indices.last {
      lines[$0].adjusts == place && lines[$0].asked == -points && lines[$0].state == .pending
        && month(lines[$0].month).state == .open && leader(of: $0) == nil
    }
    if let opposite {
      lines[opposite].state = .withdrawn
    } else {
      batches += 1
      adjust(place, by: points, from: lines[place].month, batch: batches)
    }
  }

  @discardableResult
  mutating func adjust(_ place: Int, by points: Int, from earliest: Month, batch: Int) -> Int {
    let line = lines[place]
    let month = firstOpenMonth(from: earliest)
    var new = PlainLine(
      number: nextNumber(in: month), batch: batch, person: line.person,
      household: line.household, rule: line.rule,
      isOfHousehold: line.isOfHousehold, on: line.on, asked: points, month: month)
    new.adjusts = place
    new.evidence = line.evidence
    lines.append(new)
    return lines.count - 1
  }
}

// MARK: - Tiers (S4.4)

extension PlainVillage {
  private struct Steps {
    let item: Catalog.Item
    let tiers: [Catalog.Tier]
    let feed: RuleCode
    let person: PersonNumber
    let year: Year
  }

  private func steps(fedBy place: Int) -> [Steps] {
    let line = lines[place]
    return catalog.items.compactMap { item in
      guard case .tier(let feed, let tiers) = item.amount, feed == line.rule,
        line.quantity != nil
      else { return nil }
      return Steps(
        item: item, tiers: tiers, feed: feed, person: line.person, year: line.on.year)
    }
  }

  /// What the year's hours, cut or not, are worth in all.
  private func earned(_ steps: Steps, _ view: Standpoint = Standpoint()) -> Int {
    let hours = feedLines(steps, view).reduce(0) { $0 + (lines[$1].quantity ?? 0) }
    return steps.tiers.last { $0.from.tenths <= hours }?.points.tenths ?? 0
  }

  private func feedLines(_ steps: Steps, _ view: Standpoint = Standpoint()) -> [Int] {
    lines.indices.filter {
      lines[$0].rule == steps.feed && lines[$0].person == steps.person
        && lines[$0].on.year == steps.year && lines[$0].isCase && counts($0, view)
    }
  }

  private func tierLines(_ steps: Steps) -> [Int] {
    lines.indices.filter {
      lines[$0].rule == steps.item.code && lines[$0].person == steps.person
        && lines[$0].on.year == steps.year && lines[$0].state != .withdrawn
    }
  }

  /// What was proposed so far, whatever the council made of it, and adjusted; what follows from a
  /// reversal counts with it.
  private func taken(_ steps: Steps, onlyDecided: Bool = false) -> Int {
    var taken = 0
    for place in tierLines(steps) {
      let line = lines[place]
      if line.isCase {
        if !(onlyDecided && line.isUndecided) { taken += line.asked }
      } else if line.adjusts != nil {
        let isIn = leader(of: place).map { lines[$0].isEffective } ?? true
        if isIn && line.isLive { taken += line.asked }
      }
    }
    return taken
  }

  private func lastDecided(_ steps: Steps) -> Int? {
    tierLines(steps).last {
      lines[$0].isCase && lines[$0].isLive && !lines[$0].isUndecided
        && reversalUnderWay(of: $0) == nil
    }
  }

  mutating func settleTiers(fedBy causes: [Int]) {
    var settled: [(PersonNumber, Year)] = []
    var order: [(Steps, Int)] = []
    // Each sum once, by the last of the lines that feeds it.
    for cause in causes.reversed() {
      for steps in steps(fedBy: cause)
      where !settled.contains(where: { $0 == (steps.person, steps.year) }) {
        settled.append((steps.person, steps.year))
        order.insert((steps, cause), at: 0)
      }
    }
    for (steps, cause) in order { settle(steps, because: cause) }
  }

  private mutating func settle(_ steps: Steps, because cause: Int) {
    let earned = earned(steps)
    while taken(steps) > earned {
      guard
        let lapsing = tierLines(steps).last(where: { lines[$0].isCase && lines[$0].isUndecided })
      else { break }
      lines[lapsing].state = .withdrawn
    }
    let missing = earned - taken(steps)
    if missing > 0 {
      let feeds = feedLines(steps)
      guard let feed = feeds.contains(cause) ? cause : feeds.last else { return }
      propose(steps, missing, like: feed, because: cause)
    } else if missing < 0, let last = lastDecided(steps) {
      batches += 1
      adjust(last, by: missing, from: lines[last].month, batch: batches)
    }
  }

  private mutating func propose(_ steps: Steps, _ points: Int, like feed: Int, because cause: Int) {
    let line = lines[feed]
    // Recorded by this very command.
    let isNew = feed == cause && feed >= newFrom
    if !isNew { batches += 1 }
    let month = firstOpenMonth(from: line.on.month)
    var new = PlainLine(
      number: nextNumber(in: month), batch: isNew ? line.batch : batches, person: line.person,
      household: line.household, rule: steps.item.code,
      isOfHousehold: false, on: line.on, asked: points, month: month)
    new.hasDocument = line.hasDocument
    new.evidence = line.evidence
    new.collector = line.collector
    new.isLate = line.isLate
    lines.append(new)
  }

  /// What the tiers' decided lines have too much, once a case counts no more.
  func tierAdjustments(of place: Int, _ then: Standpoint) -> [(Int, Int)] {
    steps(fedBy: place).compactMap { steps in
      let missing = earned(steps, then) - taken(steps, onlyDecided: true)
      guard missing < 0, let last = lastDecided(steps) else { return nil }
      return (last, missing)
    }
  }
}
