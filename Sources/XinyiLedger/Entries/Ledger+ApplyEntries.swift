extension Ledger {
  mutating func apply(
    _ event: Event.Recorded, _ line: RecordedEvent
  ) throws(HistoryFault) {
    try require(event.person)
    guard entryIndex[event.entry] == nil else {
      throw .numberTakenTwice(event.entry.description)
    }
    guard reviewMonth(event.month).state == .open else {
      throw .wrongMonthState(event.month, reviewMonth(event.month).state)
    }
    let index = entries.count
    if let reference = event.reference {
      guard entryIndex[reference] != nil else { throw .unknownReference(reference) }
      referring.note(index, under: reference)
    }
    guard let entry = Entry(line) else { throw .unknownEntry(event.entry) }
    entries.append(entry)
    entryIndex.add(event.entry, at: index)
    unsettled.append(index)
    if event.reverses != nil || event.adjusts != nil {
      correctionsByBatch.note(index, under: event.batch)
    }
    entriesByMonth.note(index, under: event.month)
    let serial = event.entry.serial
    serials[event.entry.month, default: serial] = max(
      serial, serials[event.entry.month, default: 0])
  }

  /// The place of an entry that is in one of the states given.
  func index(
    of number: EntryNumber, in states: [Entry.State]
  ) throws(HistoryFault) -> Int {
    guard let index = entryIndex[number] else { throw .unknownEntry(number) }
    guard states.contains(entries[index].state) else {
      throw .wrongState(number, entries[index].state)
    }
    return index
  }

  /// Puts an entry into the review of another month.
  mutating func move(_ index: Int, to month: Month) {
    entriesByMonth[entries[index].month]?.removeAll { $0 == index }
    entriesByMonth.note(index, under: month)
    entries[index].month = month
  }

  mutating func apply(_ event: Event.Withdrawn) throws(HistoryFault) {
    for number in event.entries {
      // A tier line that lapses may have been deferred by the meeting.
      let index = try index(of: number, in: [.pending, .deferred])
      entries[index].state = .withdrawn
      unsettled.remove([index])
    }
  }

  mutating func apply(_ event: Event.EvidenceAdded) throws(HistoryFault) {
    guard let index = entryIndex[event.entry] else { throw .unknownEntry(event.entry) }
    entries[index].laterEvidence += event.evidence
  }

  mutating func apply(_ event: Event.EntriesHidden) throws(HistoryFault) {
    for number in event.entries {
      guard let index = entryIndex[number] else { throw .unknownEntry(number) }
      entries[index].isHidden = event.hidden
    }
  }
}

// MARK: - Reminders

extension Ledger {
  mutating func apply(
    _ event: Event.ReminderIssued, _ line: RecordedEvent
  ) throws(HistoryFault) {
    try require(event.person)
    guard reminders[event.reminder] == nil else {
      throw .numberTakenTwice(event.reminder.description)
    }
    reminders[event.reminder] = Reminder(
      issued: event, household: roster[event.person]?.household(on: line.at.day),
      issuedOn: line.at.day)
    reminderOrder.append(event.reminder)
    unclosedReminders.append(event.reminder)
  }

  mutating func apply(
    _ event: Event.ReminderClosed, _ line: RecordedEvent
  ) throws(HistoryFault) {
    guard reminders[event.reminder]?.isOpen == true else {
      throw .unknownReminder(event.reminder)
    }
    reminders[event.reminder]?.outcome = event.outcome
    reminders[event.reminder]?.closedOn = line.at.day
    unclosedReminders.removeAll { $0 == event.reminder }
  }
}
