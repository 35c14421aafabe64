extension Draft {
  /// Proposes to take back one effective entry (冲正), with everything that follows from it: a
  /// breach that was doubled because of it, a cap that is free again, a tier (S2.3, S2.5).
  ///
  /// - Parameter second: the second operator of a clerical reversal (笔误), which takes effect at
  ///   once; only one of two entries of the same person, item and day can be one.
  /// - Returns: the reversal and what follows from it.
  @discardableResult
  public mutating func reverse(
    _ number: EntryNumber, why: String, second: Operator? = nil
  ) throws -> [EntryNumber] {
    guard let entry = ledger[number] else { throw HistoryFault.unknownEntry(number) }
    try ledger.requireReversible(entry)
    if let second { try ledger.requireClerical(entry, by: stamp.by, second: second) }
    let adjustments = ledger.adjustments(following: entry)
    let batch = ledger.nextBatch
    let reversal = ledger.reversal(of: entry, batch: batch, today: today, why: why, second: second)
    try append(.recorded(reversal))
    var numbers = [reversal.entry]
    for (target, points) in adjustments {
      guard let adjusted = ledger[target] else { continue }
      var event = ledger.adjustment(
        of: adjusted, by: points, batch: batch, from: reversal.month,
        why: "条目\(number)冲正，随之重新计算")
      event.second = second
      try append(.recorded(event))
      numbers.append(event.entry)
    }
    if second != nil, let notice = ledger.notice(of: entry) { try confirm(numbers, on: notice) }
    return numbers
  }

  /// Proposes what a reversal that has just taken effect makes wrong and no line that follows from
  /// it covers: lines decided since it was proposed.
  mutating func settle(reversals: [EntryNumber], from before: Ledger) throws {
    let entries = reversals.compactMap { ledger[$0] }
    guard !entries.isEmpty else { return }
    let roots = entries.compactMap { ledger.root(of: $0).entry }
    let subjects = ledger.subjectsTouched(by: roots.map(\.number))
    let held = Set(roots.map(\.number))
    let old = Valuation(before).holding(held).expected(of: subjects)
    let new = Valuation(ledger).holding(held).expected(of: subjects)
    var covered: [EntryNumber: Points] = [:]
    for follower in entries.flatMap({ ledger.followers(of: $0) }) {
      // Tiers are settled by their sums.
      guard let target = follower.recorded.adjusts,
        ledger.item(of: follower)?.amount.kind != .tier
      else { continue }
      covered[target, default: .zero] += follower.frozen ?? .zero
    }
    let cause = reversals.map(\.description).joined(separator: "、").prefix(150)
    let found = Dictionary(differences(old, new), uniquingKeysWith: +)
    for number in Set(found.keys).union(covered.keys).sorted() where !held.contains(number) {
      let rest = (found[number] ?? .zero) - (covered[number] ?? .zero)
      guard rest != .zero, let entry = ledger[number],
        ledger.reversalUnderWay(of: number) == nil
      else { continue }
      try append(
        .recorded(
          ledger.adjustment(
            of: entry, by: rest, batch: ledger.nextBatch, from: entry.month,
            why: "冲正\(cause)生效，随之重新计算")))
    }
    try settleTiers(fedBy: roots.map(\.number))
  }
}

extension Ledger {
  /// Only an effective entry is taken back, once, and not while something corrects it.
  fileprivate func requireReversible(_ entry: Entry) throws(Refusal) {
    guard entry.state.isEffective else { throw .notEffective(entry.number, entry.state) }
    if let earlier = reversalUnderWay(of: entry.number) {
      throw .alreadyReversed(entry.number, by: earlier.number)
    }
    if let correction = correctionUnderWay(of: entry.number) {
      throw .correctionUnderWay(entry.number, by: correction.number)
    }
    if let other = reversalBeside(entry) {
      throw .correctionUnderWay(entry.number, by: other.number)
    }
  }

  /// A reversal of something given back of an entry, or of the entry that this one gives back or
  /// adjusts: the two would return the same points.
  private func reversalBeside(_ entry: Entry) -> Entry? {
    let whole = entry.recorded.adjusts ?? entry.recorded.redresses
    let parts = effectiveParts(of: entry.number).dropFirst().map(\.number)
    return (parts + (whole.map { [$0] } ?? [])).lazy.compactMap { self.reversalUnderWay(of: $0) }
      .first
  }

  /// An adjustment of an entry, or something given back of it, that has not taken effect.
  public func correctionUnderWay(of number: EntryNumber) -> Entry? {
    referring(to: number).first {
      ($0.recorded.adjusts == number || $0.recorded.redresses == number) && !$0.state.isEffective
    }
  }

  /// A slip of the pen that two operators may take back at once is one of two entries of the same
  /// person, item and day.
  fileprivate func requireClerical(
    _ entry: Entry, by first: Operator, second: Operator
  ) throws(Refusal) {
    if first == second { throw .secondIsFirst(second) }
    let isDouble =
      entry.recorded.isOriginal
      && Valuation(self).lines(subject(of: entry.recorded)).contains {
        $0.number != entry.number && $0.recorded.on == entry.recorded.on && $0.recorded.isOriginal
          && reversalUnderWay(of: $0.number) == nil
      }
    if !isDouble { throw .notDouble(entry.number) }
  }

  fileprivate func reversal(
    of entry: Entry, batch: BatchNumber, today: Day, why: String, second: Operator?
  ) -> Event.Recorded {
    let original = entry.recorded
    let month = firstUnopenedMonth(from: today.month)
    let counted = effectiveParts(of: entry.number).reduce(Points.zero) {
      $0 + ($1.frozen ?? .zero)
    }
    return .init(
      entry: nextEntry(in: month), batch: batch, person: original.person,
      household: original.household, rule: original.rule, catalog: original.catalog,
      title: original.title, on: today, month: month, evidence: [], why: why,
      source: .collector, asked: -counted, flags: [], reverses: entry.number, second: second)
  }

  /// The case at the bottom of a chain of reversals, and whether taking the entry back takes that
  /// case's points away (or brings them back).
  func root(of entry: Entry) -> (entry: Entry, isTakenAway: Bool) {
    var root = entry
    var isTakenAway = true
    while let number = root.recorded.reverses, let next = self[number] {
      root = next
      isTakenAway.toggle()
    }
    return (root, isTakenAway)
  }

  /// The decided entries that count differently once an entry is taken back, with the difference.
  fileprivate func adjustments(following entry: Entry) -> [(EntryNumber, Points)] {
    let (root, isTakenAway) = root(of: entry)
    guard root.recorded.isOriginal else { return [] }
    let now = Valuation(self).holding([root.number])
    var then = now
    if isTakenAway {
      then.void.insert(root.number)
    } else {
      then.revived.insert(root.number)
    }
    let subjects = subjectsTouched(by: [root.number])
    let found = differences(now.expected(of: subjects), then.expected(of: subjects))
      .filter { $0.0 != root.number && reversalUnderWay(of: $0.0) == nil }
    let tiers = tierSums(fedBy: root).compactMap { sum -> (EntryNumber, Points)? in
      let missing = then.earned(sum) - takenByDecided(of: sum)
      guard missing < .zero, let line = decidedTierLine(of: sum) else { return nil }
      return (line.number, missing)
    }
    return found + tiers
  }

  /// The notice that an entry, or the case at the bottom of its corrections, stood on.
  fileprivate func notice(of entry: Entry) -> NoticeNumber? {
    entry.notice ?? reference(of: entry).flatMap { notice(of: $0) }
  }
}
