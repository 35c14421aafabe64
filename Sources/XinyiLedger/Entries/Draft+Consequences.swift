extension Draft {
  /// Does something that may free a cap or change a year's sum, and proposes in the same write an
  /// adjustment line for every other decided line whose points it made wrong (S2.3).
  ///
  /// - Parameter causes: the entries that the change concerns.
  mutating func withConsequences(
    of causes: [EntryNumber], _ change: (inout Draft) throws -> Void
  ) throws {
    var subjects: [ItemSubject] = []
    for entry in causes.compactMap({ ledger[$0] }) {
      let subject = ledger.subject(of: entry.recorded, item: ledger.item(of: entry))
      if !subjects.contains(subject) { subjects.append(subject) }
    }
    let before = subjects.map { ledger.expectedPoints(of: $0) }
    try change(&self)
    for (subject, before) in zip(subjects, before) {
      let after = ledger.expectedPoints(of: subject)
      for number in after.keys.sorted() where !causes.contains(number) {
        guard let expected = after[number], let earlier = before[number],
          expected != earlier
        else { continue }
        try propose(expected - earlier, for: number, because: causes)
      }
    }
  }

  /// Records an adjustment line for a decided entry, in the open month; one that undoes an
  /// adjustment which nobody has decided yet withdraws that instead.
  private mutating func propose(
    _ points: Points, for number: EntryNumber, because causes: [EntryNumber]
  ) throws {
    guard let entry = ledger[number] else { throw HistoryFault.unknownEntry(number) }
    let original = entry.recorded
    let month = ledger.firstUnopenedMonth(from: entry.month)
    let cause = causes.map(\.description).joined(separator: "、")
    if let opposite = ledger.pendingAdjustment(of: entry, asking: -points) {
      return try append(
        .withdrawn(.init(entries: [opposite], why: "条目\(cause.prefix(150))重议")))
    }
    try append(
      .recorded(
        .init(
          entry: ledger.nextEntry(in: month), batch: ledger.nextBatch, person: original.person,
          household: original.household, rule: original.rule, catalog: original.catalog,
          title: original.title, on: original.on, month: month, evidence: original.evidence,
          why: "条目\(cause.prefix(150))不再计分，限额或累计有变", source: original.source,
          asked: points, flags: [], adjusts: number)))
  }
}

extension Ledger {
  /// An adjustment of an entry, of so many points, that no meeting has seen yet.
  fileprivate func pendingAdjustment(of entry: Entry, asking points: Points) -> EntryNumber? {
    let subject = subject(of: entry.recorded, item: item(of: entry))
    return (entriesBySubject[subject] ?? []).map { entries[$0] }.last {
      $0.recorded.adjusts == entry.number && $0.recorded.asked == points && $0.state == .pending
        && reviewMonth($0.month).state == .open
    }?.number
  }

  /// The next free entry number of a month.
  func nextEntry(in month: Month) -> EntryNumber {
    EntryNumber(month: month, serial: (serials[month] ?? 0) + 1)
  }

  /// What an entry counts with the decided adjustments that were recorded before another line.
  public func pointsWithCorrections(of entry: Entry, before later: Entry) -> Points {
    let subject = subject(of: entry.recorded, item: item(of: entry))
    let corrections = (entriesBySubject[subject] ?? []).map { entries[$0] }.filter {
      $0.recorded.adjusts == entry.number && $0.state.isLive && !$0.state.isUndecided
        && $0.number < later.number
    }
    return corrections.reduce(entry.frozen ?? .zero) { $0 + ($1.frozen ?? .zero) }
  }

  /// The entry that a reversal or an adjustment refers to.
  public func reference(of entry: Entry) -> Entry? {
    (entry.recorded.reverses ?? entry.recorded.adjusts).flatMap { self[$0] }
  }

  /// The live entries that refer to one, in the order they were recorded.
  func referring(to number: EntryNumber) -> [Entry] {
    (referring[number] ?? []).map { entries[$0] }.filter(\.state.isLive)
  }

  /// The reversal from which an adjustment follows: they were proposed in one batch, and are
  /// decided together (S2.3).
  public func leader(of entry: Entry) -> Entry? {
    guard entry.recorded.adjusts != nil else { return nil }
    return entries(of: entry.recorded.batch).first { $0.recorded.reverses != nil }
  }

  /// The adjustments that follow from a reversal.
  public func followers(of entry: Entry) -> [Entry] {
    guard entry.recorded.reverses != nil else { return [] }
    return entries(of: entry.recorded.batch).filter { $0.recorded.adjusts != nil }
  }
}
