/// A tier item (取最高一档) of one person in one year: what the feed's sum earns, and what its lines
/// have taken of it (S4.4).
struct TierSum {
  let item: Catalog.Item
  let tiers: [Catalog.Tier]
  let feed: RuleCode
  let person: PersonNumber
  let year: Year
}

extension Draft {
  /// Brings the tier lines of everybody concerned to what the year's sums earn: proposes the
  /// difference, lets undecided lines lapse, and adjusts decided ones.
  mutating func settleTiers(fedBy causes: [EntryNumber]) throws {
    for (sum, cause) in ledger.tierSums(fedBy: causes) { try settle(sum, because: cause) }
  }

  private mutating func settle(_ sum: TierSum, because cause: EntryNumber) throws {
    let earned = Valuation(ledger).earned(sum)
    while ledger.taken(of: sum) > earned,
      let lapsing = ledger.tierLines(of: sum).last(where: {
        $0.state.isUndecided
      })
    {
      try append(
        .withdrawn(
          .init(entries: [lapsing.number], why: "条目\(cause)不再计入，年度累计不到这一档")))
    }
    let difference = earned - ledger.taken(of: sum)
    if difference > .zero {
      try propose(difference, of: sum, because: cause)
    } else if difference < .zero, let last = ledger.decidedTierLine(of: sum) {
      try append(
        .recorded(
          ledger.adjustment(
            of: last, by: difference, batch: ledger.nextBatch, from: last.month,
            why: "条目\(cause)不再计入，年度累计重新计算")))
    }
  }

  /// A line for the difference, of the same day and batch as the feed's line that passes the step.
  private mutating func propose(
    _ points: Points, of sum: TierSum, because cause: EntryNumber
  ) throws {
    let lines = Valuation(ledger).feedLines(sum)
    guard let line = lines.first(where: { $0.number == cause }) ?? lines.last,
      let catalog = ledger.catalog(on: line.recorded.on)
    else { return }
    let isNew = line.number == cause && line.recorded.receiptIsOpen(in: self)
    let month = ledger.firstUnopenedMonth(from: line.recorded.on.month)
    let feed = line.recorded
    try append(
      .recorded(
        .init(
          entry: ledger.nextEntry(in: month), batch: isNew ? feed.batch : ledger.nextBatch,
          person: feed.person, household: feed.household, rule: sum.item.code,
          catalog: catalog.version, title: sum.item.title, on: feed.on, month: month,
          document: feed.document, evidence: feed.evidence, collector: feed.collector,
          source: feed.source, asked: points,
          flags: feed.flags.filter { $0 == .noEvidence || $0 == .late })))
  }
}

extension Event.Recorded {
  /// Whether this very command recorded the entry.
  fileprivate func receiptIsOpen(in draft: Draft) -> Bool {
    draft.events.contains {
      if case .recorded(let event) = $0 { event.entry == entry } else { false }
    }
  }
}

extension Ledger {
  /// The tier sums that entries feed, each once, with the last of the entries that feeds it.
  func tierSums(fedBy causes: [EntryNumber]) -> [(sum: TierSum, cause: EntryNumber)] {
    var sums: [(sum: TierSum, cause: EntryNumber)] = []
    for entry in causes.compactMap({ self[$0] }) where entry.recorded.quantity != nil {
      for sum in tierSums(fedBy: entry) {
        sums.removeAll {
          $0.sum.person == sum.person && $0.sum.year == sum.year
            && $0.sum.item.code == sum.item.code
        }
        sums.append((sum, entry.number))
      }
    }
    return sums
  }

  func tierSums(fedBy entry: Entry) -> [TierSum] {
    let recorded = entry.recorded
    return (catalog(on: recorded.on)?.items ?? []).compactMap { item in
      guard case .tier(let feed, let tiers) = item.amount, feed == recorded.rule else { return nil }
      return TierSum(
        item: item, tiers: tiers, feed: feed, person: recorded.person, year: recorded.on.year)
    }
  }

  /// The tier's own lines of the year that were not withdrawn.
  fileprivate func tierLines(of sum: TierSum) -> [Entry] {
    tierEntries(of: sum).filter { $0.recorded.isOriginal && $0.state != .withdrawn }
  }

  private func tierEntries(of sum: TierSum) -> [Entry] {
    let subject = ItemSubject(rule: sum.item.code, account: .person(sum.person))
    return places(of: subject).map { entries[$0] }
      .filter { $0.recorded.on.year == sum.year }
  }

  /// What the tier's lines have taken: also those the council refused, for they were asked for and
  /// are settled; and live adjustments, those of a reversal from its effect on.
  func taken(of sum: TierSum) -> Points {
    tierEntries(of: sum).reduce(.zero) { taken, entry in
      if entry.recorded.isOriginal {
        return entry.state == .withdrawn ? taken : taken + entry.recorded.asked
      }
      let isSettled = entry.state.isLive && leader(of: entry)?.state.isEffective != false
      return entry.recorded.adjusts != nil && isSettled ? taken + entry.recorded.asked : taken
    }
  }

  /// What the decided lines alone have taken.
  func takenByDecided(of sum: TierSum) -> Points {
    tierLines(of: sum).filter(\.state.isUndecided)
      .reduce(taken(of: sum)) { $0 - $1.recorded.asked }
  }

  /// The last decided line that is not being reversed: the one an adjustment refers to.
  func decidedTierLine(of sum: TierSum) -> Entry? {
    tierLines(of: sum).last {
      $0.state.isLive && !$0.state.isUndecided && reversalUnderWay(of: $0.number) == nil
    }
  }
}

extension Valuation {
  fileprivate func feedLines(_ sum: TierSum) -> [Entry] {
    lines(ItemSubject(rule: sum.feed, account: .person(sum.person))).filter {
      $0.recorded.on.year == sum.year && $0.recorded.adjusts == nil
    }
  }

  /// What the year's sum of the feed, cut or not, is worth in all.
  func earned(_ sum: TierSum) -> Points {
    let tenths = feedLines(sum).reduce(0) { $0 + ($1.recorded.quantity?.tenths ?? 0) }
    return sum.tiers.last { $0.from.tenths <= tenths }?.points ?? .zero
  }
}
