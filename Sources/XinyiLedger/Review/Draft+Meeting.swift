/// What happens around the votes of a meeting: who keeps out of them, and a meeting that goes on.
extension Draft {
  /// A present member keeps out of the vote on some lines for a reason that the roster does not
  /// hold, or takes that back (回避, S5.2).
  public mutating func recuse(
    _ person: PersonNumber, from numbers: [EntryNumber], given: Bool
  ) throws {
    for number in numbers {
      guard let entry = ledger[number] else { throw HistoryFault.unknownEntry(number) }
      try ledger.checkRecusal(of: person, from: entry, given: given)
    }
    for (rows, _, _) in parts(of: numbers) where !rows.isEmpty {
      try append(.recused(.init(person: person, entries: rows, given: given ? nil : false)))
    }
  }

  /// A meeting that was closed too early goes on with those who were present (复会), while nothing
  /// of it is posted (S5.3).
  public mutating func reopenReview(of month: Month, why: String) throws {
    let state = ledger.reviewMonth(month).state
    guard state == .closed else { throw Refusal.monthIs(month, state, needed: .closed) }
    try append(.reviewReopened(.init(month: month, why: why)))
  }
}

extension Ledger {
  fileprivate func checkRecusal(
    of person: PersonNumber, from entry: Entry, given: Bool
  ) throws(Refusal) {
    let state = reviewMonth(entry.month).state
    guard let council = council(of: entry.month), state == .inReview else {
      throw .monthIs(entry.month, state, needed: .inReview)
    }
    guard council.present.contains(person) else { throw .memberNotPresent(person, entry.month) }
    if let decided = entry.decision, entry.state != .pending {
      throw .alreadyDecided(entry.number, decided.outcome)
    }
    guard entry.state == .pending else {
      throw .notInReview(entry.number, entry.month, entry.state)
    }
    if given && recused(from: entry, council: council).contains(person) {
      throw .alreadyRecused(entry.number, person)
    }
    if !given && !entry.recused.contains(person) {
      throw .recusalNotStated(entry.number, person)
    }
  }
}
