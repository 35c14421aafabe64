extension Ledger {
  /// Applies the next line.
  ///
  /// Checks form, order, references and sums, and no rule of the village (S1.4). On an error the
  /// value is not to be used any more.
  public mutating func apply(_ line: RecordedEvent) throws(HistoryFault) {
    guard line.at >= lastAt else { throw .timeRunsBackwards(line.at, after: lastAt) }
    try noteReceipt(of: line)
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
    case .reviewClosed(let event): try apply(event)
    case .noticePublished(let event): try apply(event, line)
    case .objectionFiled(let event): try apply(event)
    case .objectionResolved(let event): try apply(event, line)
    case .confirmed(let event): try apply(event, line)
    case .platformExported(let event): try apply(event)
    case .goodsReceived(let event):
      guard (1...Stock.largestArrival).contains(event.count) else {
        throw .badCount(event.count)
      }
      try stock.receive(event.count, of: event.item, on: line.at.day)
    case .priceSet(let event):
      stock.setPrice(event.price, of: event.item, on: line.at.day)
    case .redeemed(let event): try apply(event, line)
    case .repaired(let event):
      guard event.records == line.sequence - 1 else { throw .badCount(event.records) }
      repairs.append(Repair(line: line.sequence, at: line.at, by: line.by, repaired: event))
    }
  }

  private mutating func noteReceipt(of line: RecordedEvent) throws(HistoryFault) {
    guard let use = receipts[line.receipt] else {
      receipts[line.receipt] = ReceiptUse(
        request: line.request, first: line.sequence, last: line.sequence)
      return
    }
    guard use.request == line.request, use.last == line.sequence - 1 else {
      throw .receiptReused(line.receipt)
    }
    receipts[line.receipt]?.last = line.sequence
  }

  private func require(_ person: PersonNumber) throws(HistoryFault) {
    if roster[person] == nil { throw .unknownPerson(person) }
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

// MARK: - Entries

extension Ledger {
  private mutating func apply(
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
    entries.append(Entry(recorded: event, at: line.at, by: line.by))
    entryIndex[event.entry] = index
    let item = catalogs[event.catalog]?[event.rule]
    entriesBySubject[subject(of: event, item: item), default: []].append(index)
    entriesByPerson[event.person, default: []].append(index)
    entriesByBatch[event.batch, default: []].append(index)
    serials[event.entry.month] = max(serials[event.entry.month] ?? 0, event.entry.serial)
  }

  /// The place of an entry that is in one of the states given.
  private func index(
    of number: EntryNumber, in states: [Entry.State]
  ) throws(HistoryFault) -> Int {
    guard let index = entryIndex[number] else { throw .unknownEntry(number) }
    guard states.contains(entries[index].state) else {
      throw .wrongState(number, entries[index].state)
    }
    return index
  }

  private mutating func apply(_ event: Event.Withdrawn) throws(HistoryFault) {
    for number in event.entries {
      entries[try index(of: number, in: [.pending])].state = .withdrawn
    }
  }
}

// MARK: - The month

extension Ledger {
  private mutating func apply(
    _ event: Event.ReviewOpened, _ line: RecordedEvent
  ) throws(HistoryFault) {
    var month = reviewMonth(event.month)
    guard month.state == .open else { throw .wrongMonthState(event.month, month.state) }
    for person in event.present + [event.chair] { try require(person) }
    month.state = .inReview
    month.meeting = ReviewMonth.Meeting(
      openedOn: line.at.day, present: event.present, chair: event.chair,
      members: roster.holders(of: .council, on: line.at.day))
    months[event.month] = month
  }

  private mutating func apply(_ event: Event.Decided) throws(HistoryFault) {
    for decision in event.entries {
      let allowed: [Entry.State] =
        decision.outcome == .undone ? [.approved, .rejected, .deferred] : [.pending]
      let index = try index(of: decision.entry, in: allowed)
      let month = entries[index].month
      guard reviewMonth(month).state == .inReview else {
        throw .wrongMonthState(month, reviewMonth(month).state)
      }
      entries[index].decision = decision.outcome == .undone ? nil : decision
      entries[index].isAmended = decision.outcome == .amended
      switch decision.outcome {
      case .approved, .amended:
        entries[index].state = .approved
        entries[index].frozen = decision.points
      case .rejected: entries[index].state = .rejected
      case .deferred: entries[index].state = .deferred
      case .undone:
        entries[index].state = .pending
        entries[index].frozen = nil
      }
    }
  }

  private mutating func apply(_ event: Event.ReviewClosed) throws(HistoryFault) {
    guard reviewMonth(event.month).state == .inReview else {
      throw .wrongMonthState(event.month, reviewMonth(event.month).state)
    }
    let next = firstUnopenedMonth(from: event.month.next)
    for number in event.undecided {
      let index = try index(of: number, in: [.pending, .deferred])
      entries[index].state = .pending
      entries[index].month = next
    }
    months[event.month]?.putOff += event.undecided.count
    if event.part == event.parts { months[event.month]?.state = .closed }
  }

  private mutating func apply(
    _ event: Event.NoticePublished, _ line: RecordedEvent
  ) throws(HistoryFault) {
    let month = reviewMonth(event.month)
    guard month.state >= .closed else { throw .wrongMonthState(event.month, month.state) }
    guard event.notice.month == event.month else { throw .unknownNotice(event.notice) }
    if notices[event.notice] == nil {
      guard event.part == nil || event.part == 1 else { throw .unknownNotice(event.notice) }
      notices[event.notice] = Notice(
        number: event.notice, month: event.month, from: event.from, to: event.to, lines: [],
        body: event.body, sequence: line.sequence)
      noticeOrder.append(event.notice)
      months[event.month, default: month].notices.append(event.notice)
    } else if event.part == nil || event.part == 1 {
      throw .numberTakenTwice(event.notice.description)
    }
    for posted in event.lines {
      let index = try index(of: posted.entry, in: [.approved])
      guard entries[index].frozen == posted.points else {
        throw .pointsDiffer(
          posted.entry, stated: posted.points, held: entries[index].frozen ?? .zero)
      }
      entries[index].state = .onNotice
      entries[index].notice = event.notice
    }
    notices[event.notice]?.lines += event.lines
    notices[event.notice]?.sequence = line.sequence
    if month.state == .closed { months[event.month]?.state = .onNotice }
  }

  private mutating func apply(
    _ event: Event.Confirmed, _ line: RecordedEvent
  ) throws(HistoryFault) {
    guard notices[event.notice] != nil else { throw .unknownNotice(event.notice) }
    for confirmed in event.lines {
      let index = try index(of: confirmed.entry, in: [.onNotice])
      let entry = entries[index]
      guard entry.notice == event.notice else { throw .unknownNotice(event.notice) }
      let delta = ScoreDelta(rating: confirmed.rating, spendable: confirmed.spendable)
      guard let frozen = entry.frozen, delta.isWithin(frozen) else {
        throw .pointsDiffer(
          confirmed.entry, stated: confirmed.rating, held: entry.frozen ?? .zero)
      }
      entries[index].state = .effective
      entries[index].effectiveOn = line.at.day
      entries[index].effect = delta
      let account = account(of: entry.recorded)
      accounts[account, default: AccountState()]
        .rating[ratingYear(of: entry), default: .zero] += delta.rating
      accounts[account, default: AccountState()].spendable.add(
        delta.spendable, in: line.at.day.year)
    }
    if event.part == event.parts { settle(event.notice) }
  }

  /// A notice is done with once its term is over and no line of it waits for the confirm; lines
  /// with an open objection wait alone.
  private mutating func settle(_ number: NoticeNumber) {
    guard let notice = notices[number],
      !notice.lines.contains(where: { isWaiting($0.entry, on: number) })
    else { return }
    notices[number]?.isConfirmed = true
    if number.part == 1 { months[notice.month]?.state = .confirmed }
  }

  private func isWaiting(_ entry: EntryNumber, on notice: NoticeNumber) -> Bool {
    guard let entry = self[entry] else { return false }
    return entry.state == .onNotice && entry.notice == notice
  }

  private mutating func apply(_ event: Event.PlatformExported) throws(HistoryFault) {
    for number in event.entries {
      entries[try index(of: number, in: [.effective, .returned])].state = .sent
    }
    packages[event.package, default: []] += event.entries
  }
}

extension Ledger {
  /// The year whose rating a line moves: that of its month, or of what it refers to (S3.5).
  public func ratingYear(of entry: Entry) -> Year {
    (reference(of: entry) ?? entry).month.year
  }
}

extension ScoreDelta {
  /// Neither score moves further than the line's points, nor the other way.
  fileprivate func isWithin(_ points: Points) -> Bool {
    [rating, spendable].allSatisfy { part in
      points.isNegative ? (points...Points.zero).contains(part) : (.zero...points).contains(part)
    }
  }
}

// MARK: - Objections

extension Ledger {
  private mutating func apply(_ event: Event.ObjectionFiled) throws(HistoryFault) {
    guard objections[event.objection] == nil else {
      throw .numberTakenTwice(event.objection.description)
    }
    let index = try index(of: event.entry, in: [.onNotice])
    entries[index].state = .objected
    entries[index].openObjection = event.objection
    objections[event.objection] = Objection(filed: event)
  }

  private mutating func apply(
    _ event: Event.ObjectionResolved, _ line: RecordedEvent
  ) throws(HistoryFault) {
    guard let objection = objections[event.objection], objection.isOpen else {
      throw .unknownObjection(event.objection)
    }
    let index = try index(of: objection.filed.entry, in: [.objected])
    entries[index].openObjection = nil
    switch event.outcome {
    case .dismissed, .withdrawn: entries[index].state = .onNotice
    case .amended:
      entries[index].state = .approved
      entries[index].frozen = event.points ?? entries[index].frozen
      entries[index].isAmended = true
    case .cancelled: entries[index].state = .cancelled
    }
    objections[event.objection]?.resolved = event
    objections[event.objection]?.resolvedOn = line.at.day
  }
}

// MARK: - The shop

extension Ledger {
  private mutating func apply(
    _ event: Event.Redeemed, _ line: RecordedEvent
  ) throws(HistoryFault) {
    guard event.paidBy.cards.isEmpty, event.paidBy.change.isEmpty, let person = event.person,
      event.paidBy.account == event.total
    else { throw .unsupportedPayment }
    guard let account = account(of: person, on: event.on) else { throw .unknownPerson(person) }
    var total = Points.zero
    for basketLine in event.lines {
      guard (1...1_000_000).contains(basketLine.count),
        let points = basketLine.price.multiplied(by: basketLine.count)
      else { throw .badCount(basketLine.count) }
      try stock.add(-basketLine.count, of: basketLine.item)
      total += points
    }
    guard total == event.total else { throw .sumDiffers(stated: event.total, computed: total) }
    let carryUntil = settings(on: event.on).carryUntil
    accounts[account, default: AccountState()].spendable.take(
      total, on: event.on, carryUntil: carryUntil)
    let left = spendable(of: account, on: event.on)
    guard left >= .zero else { throw .balanceBelowZero(account) }
    slipSerials[event.on, default: 0] += 1
    redemptions.append(
      Redemption(
        receipt: line.receipt, sequence: line.sequence, at: line.at, by: line.by,
        slip: slip(serial: slipSerials[event.on] ?? 1, on: event.on), redeemed: event,
        account: account, spendableAfter: left))
  }

  /// What an account can spend on a day.
  public func spendable(of account: Account, on day: Day) -> Points {
    accounts[account]?.spendable.available(on: day, carryUntil: settings(on: day).carryUntil)
      ?? .zero
  }

  /// Month, day and the serial of that day: `1103-02`.
  func slip(serial: Int, on day: Day) -> String {
    let month = padded(day.month.monthOfYear, 2)
    return "\(month)\(padded(day.dayOfMonth, 2))-\(padded(serial, 2))"
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
