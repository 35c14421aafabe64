import XinyiLedger

// MARK: - Notices and effect (S3.3, S2.4)

extension PlainVillage {
  /// Monday to Friday.
  func isWorkingDay(_ day: Day) -> Bool { day.weekday <= 5 }

  mutating func publish(_ month: Month, from: Day, isSupplement: Bool) throws {
    let held = self.month(month)
    if isSupplement {
      if held.state != .onNotice && held.state != .confirmed { throw PlainRefusal("R201") }
    } else if held.state != .closed {
      throw PlainRefusal("R201")
    }
    if from < today { throw PlainRefusal("R214") }
    if from - today > 31 { throw PlainRefusal("R223") }
    let places = agenda(of: month).filter { lines[$0].state == .approved }
    if isSupplement && places.isEmpty { throw PlainRefusal("R215") }
    let settings = settings(in: month)
    var to = from + (isSupplement ? settings.correctionDays : settings.noticeDays)
    while !isWorkingDay(to) { to = to + 1 }
    let part = notices.filter { $0.number.month == month }.count + 1
    notices.append(
      PlainNotice(
        number: NoticeNumber(month: month, part: part), from: from, to: to, lines: places,
        isSupplement: isSupplement))
    for place in places {
      lines[place].state = .onNotice
      lines[place].notice = notices.count - 1
    }
    if !isSupplement { change(month) { $0.state = .onNotice } }
  }

  mutating func void(_ number: NoticeNumber) throws {
    guard let place = notices.firstIndex(where: { $0.number == number }) else {
      throw PlainWordFault()
    }
    let notice = notices[place]
    if notice.isVoid { throw PlainRefusal("R230") }
    if notice.lines.contains(where: { lines[$0].isEffective }) { throw PlainRefusal("R231") }
    if notice.isDone { throw PlainRefusal("R230") }
    if notice.lines.contains(where: { lines[$0].objection != nil }) { throw PlainRefusal("R232") }
    let hasSupplement = notices.contains {
      $0.number.month == number.month && $0.isSupplement && !$0.isVoid
    }
    if !notice.isSupplement && hasSupplement { throw PlainRefusal("R233") }
    for line in notice.lines where lines[line].state != .cancelled {
      lines[line].state = .approved
      lines[line].notice = nil
    }
    notices[place].isVoid = true
    if !notice.isSupplement { change(number.month) { $0.state = .closed } }
  }

  mutating func confirm(_ month: Month) throws {
    let held = self.month(month)
    if held.state != .onNotice && held.state != .confirmed { throw PlainRefusal("R201") }
    let hanging = notices.indices.filter {
      notices[$0].number.month == month && !notices[$0].isVoid && !notices[$0].isDone
    }
    let due = hanging.filter { notices[$0].to < today }
    if !hanging.isEmpty && due.isEmpty { throw PlainRefusal("R221") }
    for notice in due {
      let ready = notices[notice].lines.filter { isWaiting($0, on: notice) }
      takeEffect(ready, on: notice)
    }
  }

  /// On its notice, and held up neither by an objection to it nor to what it follows.
  private func isWaiting(_ place: Int, on notice: Int) -> Bool {
    let line = lines[place]
    guard line.state == .onNotice, line.notice == notice else { return false }
    return leader(of: place).map { lines[$0].state != .objected } ?? true
  }

  mutating func takeEffect(_ places: [Int], on notice: Int) {
    let before = self
    for place in places {
      if lines[place].isClerical && lines[place].state == .pending {
        lines[place].frozen = lines[place].asked
      }
      let moved = before.moves(place, lines[place].frozen ?? 0, on: today)
      lines[place].rating = moved.rating
      lines[place].spendable = moved.spendable
    }
    for place in places {
      lines[place].state = .effective
      lines[place].effectiveOn = today
      bookings.append(
        PlainBooking(
          account: account(of: lines[place]), on: today,
          kind: .added(today.year, lines[place].spendable)))
    }
    if !notices[notice].lines.contains(where: { isWaiting($0, on: notice) }) {
      notices[notice].isDone = true
      if !notices[notice].isSupplement {
        change(notices[notice].number.month) { $0.state = .confirmed }
      }
    }
    settle(places.filter { lines[$0].reverses != nil }, from: before)
  }

  // MARK: What a line moves

  /// What an entry has moved with its adjustments and what was given back of it.
  func effectiveParts(of place: Int) -> [Int] {
    [place]
      + lines.indices.filter {
        (lines[$0].adjusts == place || lines[$0].redresses == place) && lines[$0].isEffective
          && !isReversed($0)
      }
  }

  /// A reversal of it in force was recorded before another line.
  private func wasReversed(_ place: Int, before later: Int) -> Bool {
    lines.indices.contains {
      $0 < later && lines[$0].reverses == place && lines[$0].isEffective && !isReversed($0)
    }
  }

  func moves(_ place: Int, _ points: Int, on day: Day) -> (rating: Int, spendable: Int) {
    let line = lines[place]
    if let reversed = line.reverses {
      if points == 0 { return (0, 0) }
      let parts = effectiveParts(of: reversed).map { lines[$0] }
      return (-parts.reduce(0) { $0 + $1.rating }, -parts.reduce(0) { $0 + $1.spendable })
    }
    let item = item(line)
    // What corrects a case moves the scores that the case moved.
    var lowers = settings(on: day).minusSpendable
    if let corrected = line.adjusts ?? line.redresses {
      let moving = effectiveParts(of: corrected).filter { lines[$0].rating != 0 }
      if let first = moving.first { lowers = lines[first].spendable != 0 }
    }
    guard let adjusted = line.adjusts else {
      return scores(of: points, item, minusSpendable: lowers)
    }
    // What the case moves with the correction, less what it moves without it.
    var net = lines[adjusted].frozen ?? 0
    for part in lines.indices
    where part < place
      && (lines[part].adjusts == adjusted || lines[part].redresses == adjusted)
      && lines[part].isLive && !lines[part].isUndecided && !wasReversed(part, before: place)
    {
      net += lines[part].frozen ?? 0
    }
    let without = scores(of: net, item, minusSpendable: lowers)
    let with = scores(of: net + points, item, minusSpendable: lowers)
    return (with.rating - without.rating, with.spendable - without.spendable)
  }
}

// MARK: - Objections (S3.4, S5.4)

extension PlainVillage {
  mutating func object(to number: EntryNumber) throws {
    guard let place = place(of: number) else { throw PlainWordFault() }
    let line = lines[place]
    if line.objection != nil { throw PlainRefusal("R218") }
    if line.state != .onNotice && !line.isEffective { throw PlainRefusal("R216") }
    if let notice = line.notice, notices[notice].from > today { throw PlainRefusal("R217") }
    var due = today
    var left = settings(on: today).objectionWorkingDays
    while left > 0 {
      due = due + 1
      if isWorkingDay(due) { left -= 1 }
    }
    let serial = objections.filter { $0.number.month == today.month }.count + 1
    objections.append(
      PlainObjection(
        number: ObjectionNumber(month: today.month, serial: serial), line: place, due: due))
    lines[place].objection = objections.count - 1
    if line.state == .onNotice { lines[place].state = .objected }
  }

  mutating func resolve(_ number: ObjectionNumber, _ resolution: Resolution) throws {
    guard let objection = objections.firstIndex(where: { $0.number == number }) else {
      throw PlainWordFault()
    }
    if !objections[objection].isOpen { throw PlainRefusal("R219") }
    let place = objections[objection].line
    if resolution.outcome == .amended, lines[place].reverses != nil { throw PlainRefusal("R246") }
    let points = try resolution.points.map { try amended(place, to: $0.tenths) }
    if case .meeting(let month, let votes) = resolution.authority {
      try requirePassed(month, votes)
    }
    if lines[place].isEffective {
      objections[objection].isOpen = false
      lines[place].objection = nil
      return try takeBack(place, resolution.outcome, points)
    }
    let isDropped = resolution.outcome == .cancelled
    adjusting(isDropped ? [place] : []) { village in
      village.settle(objection, place, resolution.outcome, points)
    }
    if isDropped || resolution.outcome == .amended { dropAdjustments(of: place) }
    confirmIfOver(place, resolution.outcome)
  }

  private func requirePassed(_ month: Month, _ votes: Votes) throws {
    if month < firstMonth || month > today.month { throw PlainRefusal("R225") }
    let members = councillors(on: today)
    let cast = votes.for + votes.against + votes.abstain
    if cast > members.count { throw PlainRefusal("R213") }
    if cast < quorum(members) { throw PlainRefusal("R209") }
    let needed = settings(on: today).votesOf == .members ? quorum(members) : (cast + 1) / 2
    if votes.for < needed || votes.for <= votes.against { throw PlainRefusal("R220") }
  }

  private mutating func settle(
    _ objection: Int, _ place: Int, _ outcome: ObjectionOutcome, _ points: Int?
  ) {
    objections[objection].isOpen = false
    lines[place].objection = nil
    switch outcome {
    case .dismissed, .withdrawn: lines[place].state = .onNotice
    case .amended:
      lines[place].state = .approved
      lines[place].frozen = points ?? lines[place].frozen
      lines[place].isAmended = true
      lines[place].bonus = 0
    case .cancelled:
      lines[place].state = .cancelled
      for follower in followers(of: place) where lines[follower].isLive {
        if let open = lines[follower].objection { objections[open].isOpen = false }
        lines[follower].objection = nil
        lines[follower].state = .cancelled
      }
    }
  }

  /// After the term the answer makes the line effective, and what waited for it.
  private mutating func confirmIfOver(_ place: Int, _ outcome: ObjectionOutcome) {
    guard outcome == .dismissed || outcome == .withdrawn, let notice = lines[place].notice,
      today > notices[notice].to
    else { return }
    if let leader = leader(of: place), !lines[leader].isEffective { return }
    let waiting = followers(of: place).filter {
      lines[$0].state == .onNotice && lines[$0].notice == notice
    }
    takeEffect([place] + waiting, on: notice)
  }

  /// An objection upheld after effect leads to a reversal, or to an adjustment.
  private mutating func takeBack(
    _ place: Int, _ outcome: ObjectionOutcome, _ points: Int?
  ) throws {
    switch outcome {
    case .dismissed, .withdrawn: return
    case .cancelled: try reverse(lines[place].number, second: nil)
    case .amended:
      if reversalUnderWay(of: place) != nil { throw PlainRefusal("R241") }
      let counted = effectiveParts(of: place).reduce(0) { $0 + (lines[$1].frozen ?? 0) }
      if correctionUnderWay(of: place) != nil { throw PlainRefusal("R242") }
      let difference = (points ?? counted) - counted
      if difference == 0 { return }
      batches += 1
      adjust(place, by: difference, from: today.month, batch: batches)
    }
  }
}
