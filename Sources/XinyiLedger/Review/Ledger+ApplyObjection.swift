extension Ledger {
  /// An objection marks a line on notice; after effect the line goes on counting (S3.4).
  mutating func apply(_ event: Event.ObjectionFiled) throws(HistoryFault) {
    guard objections[event.objection] == nil else {
      throw .numberTakenTwice(event.objection.description)
    }
    let index = try index(of: event.entry, in: [.onNotice] + Entry.State.effectiveOnes)
    guard entries[index].openObjection == nil else {
      throw .wrongState(event.entry, entries[index].state)
    }
    if entries[index].state == .onNotice { entries[index].state = .objected }
    entries[index].openObjection = event.objection
    objections[event.objection] = Objection(filed: event)
  }

  mutating func apply(
    _ event: Event.ObjectionResolved, _ line: RecordedEvent
  ) throws(HistoryFault) {
    guard let objection = objections[event.objection], objection.isOpen else {
      throw .unknownObjection(event.objection)
    }
    let number = objection.filed.entry
    let index = try index(of: number, in: [.objected] + Entry.State.effectiveOnes)
    if entries[index].state == .objected {
      switch event.outcome {
      case .dismissed, .withdrawn: entries[index].state = .onNotice
      case .amended:
        entries[index].state = .approved
        entries[index].frozen = event.points ?? entries[index].frozen
        entries[index].isAmended = true
        entries[index].bonus = .zero
      case .cancelled:
        entries[index].state = .cancelled
        unsettled.remove([index])
        for follower in followers(of: entries[index]) { cancel(follower, event, line) }
      }
    }
    entries[index].openObjection = nil
    objections[event.objection]?.resolved = event
    objections[event.objection]?.resolvedOn = line.at.day
  }

  /// What followed from a reversal that is cancelled goes with it, and so do objections to it.
  private mutating func cancel(
    _ entry: Entry, _ event: Event.ObjectionResolved, _ line: RecordedEvent
  ) {
    guard let index = entryIndex[entry.number], entry.state.isLive else { return }
    if let open = entry.openObjection {
      objections[open]?.resolved = event
      objections[open]?.resolvedOn = line.at.day
    }
    entries[index].openObjection = nil
    entries[index].state = .cancelled
    unsettled.remove([index])
  }
}
