extension Draft {
  /// Does something that may free a cap, change a year's sum or let a lower line of a deed count,
  /// and proposes in the same write an adjustment line for every other decided line whose points
  /// it made wrong (S2.3); tiers follow their sum (S4.4).
  ///
  /// - Parameter causes: the entries that the change concerns.
  mutating func withConsequences(
    of causes: [EntryNumber], _ change: (inout Draft) throws -> Void
  ) throws {
    let subjects = ledger.subjectsTouched(by: causes)
    let before = Valuation(ledger).expected(of: subjects)
    try change(&self)
    let after = Valuation(ledger).expected(of: subjects)
    for (number, points) in differences(before, after) where !causes.contains(number) {
      guard ledger.reversalUnderWay(of: number) == nil else { continue }
      try propose(points, for: number, because: causes)
    }
    try settleTiers(fedBy: causes)
  }

  /// Drops what was adjusted of entries whose points are to be fixed anew, or are no more: what no
  /// meeting has decided lapses, the rest is taken back. What follows from a reversal is settled
  /// with it.
  mutating func dropAdjustments(of numbers: [EntryNumber]) throws {
    for number in numbers {
      guard let entry = ledger[number] else { continue }
      let adjustments = ledger.referring(to: number).filter { $0.recorded.adjusts == number }
      let lapsing = adjustments.filter(\.state.isUndecided).map(\.number)
      if !lapsing.isEmpty {
        try append(.withdrawn(.init(entries: lapsing, why: "条目\(number)重议，调整随之取消")))
      }
      let rest = adjustments.filter {
        !$0.state.isUndecided && ledger.leader(of: $0)?.state.isEffective != false
          && !ledger.isReversed($0.number)
      }.reduce(Points.zero) { $0 + ($1.frozen ?? .zero) }
      guard rest != .zero else { continue }
      try append(
        .recorded(
          ledger.adjustment(
            of: entry, by: -rest, batch: ledger.nextBatch, from: entry.month,
            why: "条目\(number)重议，以前的调整随之取消")))
    }
  }

  /// Records an adjustment line for a decided entry, in the open month; one that undoes an
  /// adjustment which nobody has decided yet withdraws that instead.
  private mutating func propose(
    _ points: Points, for number: EntryNumber, because causes: [EntryNumber]
  ) throws {
    guard let entry = ledger[number] else { throw HistoryFault.unknownEntry(number) }
    let cause = causes.map(\.description).joined(separator: "、").prefix(150)
    if let opposite = ledger.pendingAdjustment(of: entry, asking: -points) {
      return try append(.withdrawn(.init(entries: [opposite], why: "条目\(cause)重议")))
    }
    try append(
      .recorded(
        ledger.adjustment(
          of: entry, by: points, batch: ledger.nextBatch, from: entry.month,
          why: "条目\(cause)不再计分，限额或累计有变")))
  }
}

/// The entries whose expected points differ, with the difference, by number.
func differences(
  _ before: [EntryNumber: Points], _ after: [EntryNumber: Points]
) -> [(EntryNumber, Points)] {
  after.keys.sorted().compactMap { number in
    guard let new = after[number], let old = before[number], new != old else { return nil }
    return (number, new - old)
  }
}

extension Valuation {
  func expected(of subjects: [ItemSubject]) -> [EntryNumber: Points] {
    subjects.reduce(into: [:]) { all, subject in
      all.merge(expected(of: subject)) { first, _ in first }
    }
  }
}

extension Ledger {
  /// The items and people whose points may change with these entries: their own, and those of the
  /// same deeds.
  func subjectsTouched(by causes: [EntryNumber]) -> [ItemSubject] {
    var subjects: [ItemSubject] = []
    for entry in causes.compactMap({ self[$0] }) where entry.recorded.isOriginal {
      let mates = entry.recorded.deed.flatMap { index.byDeed[$0] } ?? []
      let ofDeed = mates.map { entries[$0] }.filter {
        $0.recorded.person == entry.recorded.person && $0.recorded.isOriginal
      }
      for touched in [entry] + ofDeed {
        let subject = subject(of: touched.recorded)
        if !subjects.contains(subject) { subjects.append(subject) }
      }
    }
    return subjects
  }

  /// The event of an adjustment line.
  func adjustment(
    of entry: Entry, by points: Points, batch: BatchNumber, from earliest: Month, why: String
  ) -> Event.Recorded {
    let original = entry.recorded
    let month = firstUnopenedMonth(from: earliest)
    return .init(
      entry: nextEntry(in: month), batch: batch, person: original.person,
      household: original.household, rule: original.rule, catalog: original.catalog,
      title: original.title, on: original.on, month: month, evidence: original.evidence,
      why: why, source: original.source, asked: points, flags: [], adjusts: entry.number)
  }

  /// An adjustment of an entry, of so many points, that no meeting has seen yet and that follows
  /// from no reversal.
  fileprivate func pendingAdjustment(of entry: Entry, asking points: Points) -> EntryNumber? {
    referring(to: entry.number).last {
      $0.recorded.adjusts == entry.number && $0.recorded.asked == points && $0.state == .pending
        && reviewMonth($0.month).state == .open && leader(of: $0) == nil
    }?.number
  }

  /// The next free entry number of a month.
  func nextEntry(in month: Month) -> EntryNumber {
    EntryNumber(month: month, serial: (serials[month] ?? 0) + 1)
  }
}

// MARK: - What refers to what

extension Ledger {
  /// What an entry counts with the decided adjustments, and what was given back of it, that were
  /// recorded before another line.
  public func pointsWithCorrections(of entry: Entry, before later: Entry) -> Points {
    let corrections = referring(to: entry.number).filter { part in
      (part.recorded.adjusts == entry.number || part.recorded.redresses == entry.number)
        && !part.state.isUndecided && isBefore(part, later)
        && reversal(of: part.number).map { isBefore($0, later) } != true
    }
    return corrections.reduce(entry.frozen ?? .zero) { $0 + ($1.frozen ?? .zero) }
  }

  /// Whether one entry was recorded before another.
  func isBefore(_ one: Entry, _ other: Entry) -> Bool {
    (entryIndex[one.number] ?? 0) < (entryIndex[other.number] ?? 0)
  }

  /// The entry that a line refers to: what it reverses, adjusts or gives back.
  public func reference(of entry: Entry) -> Entry? {
    (entry.recorded.reverses ?? entry.recorded.adjusts ?? entry.recorded.redresses)
      .flatMap { self[$0] }
  }

  /// The live entries that refer to one, in the order they were recorded.
  func referring(to number: EntryNumber) -> [Entry] {
    (referring[number] ?? []).map { entries[$0] }.filter(\.state.isLive)
  }

  /// The reversal of an entry that is on its way or in force.
  public func reversalUnderWay(of number: EntryNumber) -> Entry? {
    referring(to: number).first {
      $0.recorded.reverses == number && !isReversed($0.number)
    }
  }

  /// The reversal from which an adjustment follows: they were proposed in one batch, and are
  /// decided together (S2.3).
  public func leader(of entry: Entry) -> Entry? {
    guard entry.recorded.adjusts != nil else { return nil }
    return corrections(inBatchOf: entry).first { $0.recorded.reverses != nil }
  }

  /// The adjustments that follow from a reversal and have not lapsed.
  public func followers(of entry: Entry) -> [Entry] {
    guard entry.recorded.reverses != nil else { return [] }
    return corrections(inBatchOf: entry).filter {
      $0.recorded.adjusts != nil && $0.state != .withdrawn
    }
  }

  private func corrections(inBatchOf entry: Entry) -> [Entry] {
    (correctionsByBatch[entry.recorded.batch] ?? []).map { entries[$0] }
  }
}
