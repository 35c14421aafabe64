extension Draft {
  /// Proposes to give back part or all of what an effective breach took (信用修复), on a promise and
  /// with evidence that it was put right. With zero points the breach only counts as put right, so
  /// that it is not carried into the next year.
  ///
  /// - Parameter points: a magnitude, at most what the breach still takes.
  @discardableResult
  public mutating func redress(
    _ number: EntryNumber, points: Points, promise: String, evidence: [String], why: String?
  ) throws -> EntryNumber {
    guard let entry = ledger[number] else { throw HistoryFault.unknownEntry(number) }
    guard ledger.item(of: entry)?.sign == .minus, entry.recorded.isOriginal else {
      throw Refusal.notABreach(number)
    }
    guard entry.state.isEffective else { throw Refusal.notEffective(number, entry.state) }
    if let reversal = ledger.reversalUnderWay(of: number) {
      throw Refusal.alreadyReversed(number, by: reversal.number)
    }
    if let correction = ledger.correctionUnderWay(of: number) {
      throw Refusal.correctionUnderWay(number, by: correction.number)
    }
    let left = ledger.stillTaken(by: entry)
    guard points <= left else {
      throw Refusal.tooMuchGivenBack(number, asked: points, left: left)
    }
    let original = entry.recorded
    let month = ledger.firstUnopenedMonth(from: today.month)
    let event = Event.Recorded(
      entry: ledger.nextEntry(in: month), batch: ledger.nextBatch, person: original.person,
      household: original.household, rule: original.rule, catalog: original.catalog,
      title: original.title, on: today, month: month, evidence: ["承诺：\(promise)"] + evidence,
      why: why, source: .own, asked: points, flags: [], redresses: number)
    try append(.recorded(event))
    return event.entry
  }
}

extension Ledger {
  /// What a breach still takes, as a magnitude: its points with adjustments and what was given
  /// back of it.
  public func stillTaken(by breach: Entry) -> Points {
    let net = effectiveParts(of: breach.number).reduce(Points.zero) { $0 + ($1.frozen ?? .zero) }
    return net.isNegative ? net.magnitude : .zero
  }

  /// Whether something was given back of a breach, or it was at least found put right.
  public func isRedressed(_ breach: Entry) -> Bool {
    effectiveParts(of: breach.number).contains { $0.recorded.redresses != nil }
  }

  /// The effective breaches that can be put right and nobody has: in ledger order.
  public var openBreaches: [Entry] {
    entries.filter { entry in
      entry.state.isEffective && entry.recorded.isOriginal && canBePutRight(entry)
        && !isReversed(entry.number) && !isRedressed(entry) && stillTaken(by: entry) > .zero
    }
  }

  /// A breach can be put right when its item gives a term for it.
  func canBePutRight(_ entry: Entry) -> Bool {
    guard let item = item(of: entry) else { return false }
    return item.sign == .minus && item.remindDays != nil
  }
}
