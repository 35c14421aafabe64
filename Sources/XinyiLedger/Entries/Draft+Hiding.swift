extension Draft {
  /// Keeps plus entries from public view at the person's wish, or shows them again; their points
  /// stay as they are.
  public mutating func setHidden(
    _ hidden: Bool, _ numbers: [EntryNumber], why: String
  ) throws {
    for number in numbers {
      guard let entry = ledger[number] else { throw HistoryFault.unknownEntry(number) }
      if let problem = ledger.hidingProblem(of: entry, hiding: hidden) {
        throw Refusal.notHideable(number, problem)
      }
    }
    for part in parts(of: numbers) {
      try append(.entriesHidden(.init(entries: part.rows, hidden: hidden, why: why)))
    }
  }
}

extension Ledger {
  fileprivate func hidingProblem(of entry: Entry, hiding: Bool) -> HidingProblem? {
    guard item(of: entry)?.sign == .plus, reference(of: entry) == nil else { return .notPlus }
    guard hiding else { return entry.isHidden ? nil : .notHidden }
    if entry.isHidden { return .alreadyHidden }
    return entry.state.isLive ? nil : .dead(entry.state)
  }

  /// Whether a line is kept from public view: itself, or as a correction of one that is.
  public func isHidden(_ entry: Entry) -> Bool {
    entry.isHidden || reference(of: entry)?.isHidden == true
  }
}
