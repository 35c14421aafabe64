extension Draft {
  /// Adds evidence that was brought later (补证); what was recorded stays as it was.
  public mutating func addEvidence(_ evidence: [String], to number: EntryNumber) throws {
    guard let entry = ledger[number] else { throw HistoryFault.unknownEntry(number) }
    guard entry.state.isLive else { throw Refusal.evidenceTooLate(number, entry.state) }
    try append(.evidenceAdded(.init(entry: number, evidence: evidence)))
  }
}
