extension Ledger {
  mutating func apply(
    _ event: Event.ReviewOpened, _ line: RecordedEvent
  ) throws(HistoryFault) {
    var month = reviewMonth(event.month)
    guard month.state == .open else { throw .wrongMonthState(event.month, month.state) }
    for person in event.present + [event.chair] { try require(person) }
    month.state = .inReview
    month.meeting = ReviewMonth.Meeting(
      openedOn: line.at.day, openedAt: line.at, firstLine: line.sequence,
      present: event.present, chair: event.chair,
      members: roster.holders(of: .council, on: line.at.day))
    months[event.month] = month
  }

  mutating func apply(_ event: Event.Decided) throws(HistoryFault) {
    for decision in event.entries {
      let allowed: [Entry.State] =
        decision.outcome == .undone ? [.approved, .rejected, .deferred] : [.pending]
      let index = try index(of: decision.entry, in: allowed)
      let month = entries[index].month
      guard reviewMonth(month).state == .inReview else {
        throw .wrongMonthState(month, reviewMonth(month).state)
      }
      entries[index].course.take(decision)
    }
  }

  mutating func apply(
    _ event: Event.ReviewClosed, _ line: RecordedEvent
  ) throws(HistoryFault) {
    guard reviewMonth(event.month).state == .inReview else {
      throw .wrongMonthState(event.month, reviewMonth(event.month).state)
    }
    let next = firstUnopenedMonth(from: event.month.next)
    for number in event.undecided {
      let index = try index(of: number, in: [.pending, .deferred])
      if entries[index].state == .deferred, let decision = entries[index].decision {
        months[event.month]?.deferrals.append(decision)
      }
      entries[index].state = .pending
      move(index, to: next)
    }
    months[event.month]?.putOff += event.undecided
    guard event.part == event.parts else { return }
    months[event.month]?.state = .closed
    months[event.month]?.meeting?.closedAt = line.at
    months[event.month]?.meeting?.lastLine = line.sequence
  }

  /// The meeting goes on: what it left for a later month comes back, unless that month's meeting
  /// has begun.
  mutating func apply(_ event: Event.ReviewReopened) throws(HistoryFault) {
    let month = reviewMonth(event.month)
    guard month.state == .closed else { throw .wrongMonthState(event.month, month.state) }
    for number in month.putOff {
      guard let index = entryIndex[number], entries[index].state == .pending,
        reviewMonth(entries[index].month).state == .open
      else { continue }
      move(index, to: event.month)
    }
    months[event.month]?.putOff = []
    months[event.month]?.deferrals = []
    months[event.month]?.state = .inReview
    months[event.month]?.meeting?.closedAt = nil
    months[event.month]?.meeting?.lastLine = nil
  }

  mutating func apply(_ event: Event.Recused) throws(HistoryFault) {
    try require(event.person)
    for number in event.entries {
      let index = try index(of: number, in: [.pending])
      entries[index].recused.removeAll { $0 == event.person }
      if event.given != false { entries[index].recused.append(event.person) }
    }
  }
}

// MARK: - The notice

extension Ledger {
  mutating func apply(
    _ event: Event.NoticePublished, _ line: RecordedEvent
  ) throws(HistoryFault) {
    let month = reviewMonth(event.month)
    guard month.state >= .closed else { throw .wrongMonthState(event.month, month.state) }
    guard event.notice.month == event.month else { throw .unknownNotice(event.notice) }
    if notices[event.notice] == nil {
      guard event.part == nil || event.part == 1 else { throw .unknownNotice(event.notice) }
      notices[event.notice] = Notice(
        number: event.notice, month: event.month, from: event.from, to: event.to, lines: [],
        body: event.body, sequence: line.sequence, isSupplement: month.state != .closed)
      noticeOrder.append(event.notice)
      if month.state == .closed {
        notices[event.notice]?.informed = uninformed
        uninformed = []
      }
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

  /// The lines wait for another notice; the month does too when it was the month's own. A line
  /// that was corrected or cancelled after an objection stays so.
  mutating func apply(
    _ event: Event.NoticeVoided, _ line: RecordedEvent
  ) throws(HistoryFault) {
    guard let notice = notices[event.notice], notice.isHanging else {
      throw .unknownNotice(event.notice)
    }
    for posted in notice.lines {
      let index = try index(of: posted.entry, in: [.onNotice, .approved, .cancelled])
      guard entries[index].state != .cancelled else { continue }
      entries[index].state = .approved
      entries[index].notice = nil
    }
    notices[event.notice]?.voided = event
    notices[event.notice]?.voidedOn = line.at.day
    if !notice.isSupplement { months[notice.month]?.state = .closed }
    uninformed = notice.informed + uninformed
  }

  mutating func apply(
    _ event: Event.Confirmed, _ line: RecordedEvent
  ) throws(HistoryFault) {
    guard notices.contains(event.notice) else { throw .unknownNotice(event.notice) }
    let day = line.at.day
    var places: [Int] = []
    for confirmed in event.lines {
      let index = try index(of: confirmed.entry, in: [.onNotice, .pending])
      // Only a clerical reversal takes effect without having been on a notice.
      let isClerical = entries[index].state == .pending && entries[index].recorded.second != nil
      guard isClerical || entries[index].notice == event.notice else {
        throw .unknownNotice(event.notice)
      }
      if isClerical { uninformed.append(confirmed.entry) }
      let delta = ScoreDelta(rating: confirmed.rating, spendable: confirmed.spendable)
      let frozen = isClerical ? entries[index].recorded.asked : entries[index].frozen
      guard let frozen, delta.isWithin(frozen) else {
        throw .pointsDiffer(
          confirmed.entry, stated: confirmed.rating, held: frozen ?? .zero)
      }
      entries[index].course.takeEffect(delta, worth: frozen, on: day)
      places.append(index)
      let entry = entries[index]
      let (account, year) = (account(of: entry.recorded), ratingYear(of: entry))
      accounts[account, default: AccountState()].add(delta, ratingOf: year, on: day)
    }
    unsettled.remove(places)
    if event.part == event.parts { settle(event.notice) }
  }

  /// A notice is done with once its term is over and no line of it waits for the confirm; lines
  /// with an open objection wait alone.
  private mutating func settle(_ number: NoticeNumber) {
    guard let notice = notices[number], !notice.isVoid,
      !notice.lines.contains(where: { isWaiting($0.entry, on: number) })
    else { return }
    notices[number]?.isConfirmed = true
    guard !notice.isSupplement else { return }
    months[notice.month]?.state = .confirmed
    let left = unsettled.among((entriesByMonth[notice.month] ?? []).sorted())
    unsettled.remove(left.filter { entries[$0].state == .rejected })
  }

  /// What follows from a reversal with an open objection waits with it.
  private func isWaiting(_ number: EntryNumber, on notice: NoticeNumber) -> Bool {
    guard let entry = self[number] else { return false }
    guard entry.state == .onNotice, entry.notice == notice else { return false }
    return leader(of: entry)?.state != .objected
  }
}

extension Ledger {
  /// The year whose rating a line moves: that of its month, or of what it reverses or adjusts
  /// (S3.5).
  public func ratingYear(of entry: Entry) -> Year {
    guard let number = entry.recorded.reverses ?? entry.recorded.adjusts, let other = self[number]
    else { return entry.month.year }
    return ratingYear(of: other)
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

// MARK: - The town

extension Ledger {
  mutating func apply(_ event: Event.PlatformExported) throws(HistoryFault) {
    for number in event.entries {
      let index = try index(of: number, in: [.effective, .returned])
      entries[index].state = .sent
      entries[index].packages.append(event.package)
    }
    packages[event.package, default: []] += event.entries
  }

  mutating func apply(
    _ event: Event.PlatformAnswered, _ line: RecordedEvent
  ) throws(HistoryFault) {
    for answer in event.entries {
      let index = try index(of: answer.entry, in: [.sent])
      guard entries[index].packages.contains(event.package) else {
        throw .unknownEntry(answer.entry)
      }
      entries[index].state = answer.outcome == .entered ? .entered : .returned
      entries[index].platformAnswer = answer
      entries[index].answeredOn = line.at.day
    }
  }
}
