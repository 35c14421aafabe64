extension Ledger {
  /// Applies the next line.
  ///
  /// Checks form, order, references and sums, and no rule of the village (S1.4). On an error the
  /// value is not to be used any more.
  public mutating func apply(_ line: RecordedEvent) throws(HistoryFault) {
    try index.add(line)
    try post(line)
  }

  /// Applies the next line without a note of it in the index.
  package mutating func post(_ line: RecordedEvent) throws(HistoryFault) {
    guard line.at >= lastAt else { throw .timeRunsBackwards(line.at, after: lastAt) }
    sequence = line.sequence
    lastAt = line.at
    switch line.event {
    case .ledgerOpened: throw .openedTwice
    case .settingsSet(let event):
      guard event.settings.faults().isEmpty else { throw .badSettings }
      settingsHistory.append(event)
    case .catalogAdopted(let event): try apply(event)
    case .rosterChanged(let event): try apply(event)
    case .consentChanged(let event):
      try require(event.person)
      roster.apply(event, at: line.at)
    case .recorded(let event): try apply(event, line)
    case .withdrawn(let event): try apply(event)
    case .reviewOpened(let event): try apply(event, line)
    case .decided(let event): try apply(event)
    case .reviewClosed(let event): try apply(event, line)
    case .noticePublished(let event): try apply(event, line)
    case .objectionFiled(let event): try apply(event)
    case .objectionResolved(let event): try apply(event, line)
    case .confirmed(let event): try apply(event, line)
    case .platformExported(let event): try apply(event)
    case .goodsReceived(let event): try stock.receive(event, on: line.at.day)
    case .priceSet(let event): stock.setPrice(event, on: line.at.day)
    case .redeemed(let event): try apply(event, line)
    case .repaired(let event):
      guard event.records == line.sequence - 1 else { throw .badCount(event.records) }
      repairs.append(Repair(line: line.sequence, at: line.at, by: line.by, repaired: event))
    case .reviewReopened(let event): try apply(event)
    case .recused(let event): try apply(event)
    case .noticeVoided(let event): try apply(event, line)
    case .evidenceAdded(let event): try apply(event)
    case .entriesHidden(let event): try apply(event)
    case .platformAnswered(let event): try apply(event, line)
    case .reminderIssued(let event): try apply(event, line)
    case .reminderClosed(let event): try apply(event, line)
    case .campaignSet(let event): campaigns[event.campaign] = event
    case .balanceMoved(let event): try apply(event, line)
    case .yearClosed(let event): try apply(event, line)
    case .spendableExpired(let event): try apply(event, line)
    case .goodsCounted(let event): try apply(event, line)
    case .goodsWrittenOff(let event): try apply(event, line)
    case .goodsReturned(let event): try apply(event, line)
    case .goodsDelisted(let event): try stock.delist(event.item)
    case .refunded(let event): try apply(event, line)
    case .cardsIssued(let event): try apply(event, line)
    case .cardsTaken(let event): try apply(event, line)
    case .cardsReturned(let event): try apply(event)
    case .cardBarred(let event): try apply(event, line)
    case .cardsCounted(let event): try apply(event, line)
    }
  }

  /// Takes in what was noted of all lines while they were posted.
  package mutating func complete(with index: LedgerIndex) { self.index = index }

  func require(_ person: PersonNumber) throws(HistoryFault) {
    if !roster.people.contains(person) { throw .unknownPerson(person) }
  }

  private mutating func apply(_ event: Event.CatalogAdopted) throws(HistoryFault) {
    guard event.version == adoptions.count + 1 else {
      throw .catalogOutOfOrder(version: event.version)
    }
    adoptions.append(event)
  }

  private mutating func apply(_ event: Event.RosterChanged) throws(HistoryFault) {
    if event.what != .household { try require(event.person) }
    guard event.what.accepts(event.value) else {
      throw .malformedFact(event.what, value: event.value)
    }
    roster.apply(event)
  }
}

extension RosterFact.Topic {
  /// Whether a value has the form this topic asks for.
  func accepts(_ value: String) -> Bool {
    switch self {
    case .household, .head: HouseholdNumber(value) != nil
    case .group: !value.isEmpty
    case .role: Role(value.hasPrefix("-") ? String(value.dropFirst()) : value) != nil
    case .status: ResidentStatus(value) != nil
    case .relation: value.contains(":")
    }
  }
}
