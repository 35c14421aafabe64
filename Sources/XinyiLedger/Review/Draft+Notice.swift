/// What a notice is going to post, before its text exists.
public struct NoticePlan: Equatable, Sendable {
  public let number: NoticeNumber
  public let month: Month
  /// A short notice for corrected lines; not the month's own, whatever part it is.
  public let isSupplement: Bool
  /// The day of posting, not counted.
  public let from: Day
  /// The last day for objections.
  public let to: Day
  /// By entry number.
  public let lines: [Event.NoticeLine]
}

extension Ledger {
  /// The notice that `notice publish` posts for a month (S3.3, S7.2).
  public func planNotice(
    of month: Month, from: Day, today: Day, calendar: WorkingCalendar
  ) throws(Refusal) -> NoticePlan {
    let held = reviewMonth(month)
    guard held.state == .closed else { throw .monthIs(month, held.state, needed: .closed) }
    return try plan(
      NoticeNumber(month: month, part: held.notices.count + 1),
      days: settings(in: month).noticeDays, from: from, today: today, calendar: calendar)
  }

  /// The supplement for lines that were corrected after an objection (S3.4).
  public func planSupplement(
    of month: Month, from: Day, today: Day, calendar: WorkingCalendar
  ) throws(Refusal) -> NoticePlan {
    let held = reviewMonth(month)
    guard held.state >= .onNotice else {
      throw .monthIs(month, held.state, needed: .onNotice)
    }
    let plan = try plan(
      NoticeNumber(month: month, part: held.notices.count + 1),
      days: settings(in: month).correctionDays, from: from, today: today, calendar: calendar)
    guard !plan.lines.isEmpty else { throw .nothingToSupplement(month) }
    return plan
  }

  /// A notice is prepared at most so many days before it is posted; more is a slip of the pen.
  private static let postingAhead = 31

  private func plan(
    _ number: NoticeNumber, days: Int, from: Day, today: Day, calendar: WorkingCalendar
  ) throws(Refusal) -> NoticePlan {
    guard from >= today else { throw .postedInThePast(from, today: today) }
    guard from - today <= Self.postingAhead else {
      throw .postedTooFarAhead(from, today: today, limit: Self.postingAhead)
    }
    let lines = agenda(of: number.month).filter { $0.state == .approved }.map {
      Event.NoticeLine(entry: $0.number, points: $0.frozen ?? .zero)
    }
    return NoticePlan(
      number: number, month: number.month,
      isSupplement: reviewMonth(number.month).state != .closed, from: from,
      to: calendar.movedToWorkingDay(from + days), lines: lines)
  }
}

extension Draft {
  /// Posts a planned notice whose text has the digest `body`.
  public mutating func publish(_ plan: NoticePlan, body: Digest) throws {
    for (rows, part, parts) in parts(of: plan.lines) {
      try append(
        .noticePublished(
          .init(
            notice: plan.number, month: plan.month, from: plan.from, to: plan.to, lines: rows,
            body: body, part: part, parts: parts)))
    }
  }

  /// Makes the lines of a month effective whose notice has ended without objection (生效); lines
  /// with an open objection go on waiting.
  public mutating func confirm(_ month: Month) throws {
    let held = ledger.reviewMonth(month)
    guard held.state >= .onNotice else {
      throw Refusal.monthIs(month, held.state, needed: .onNotice)
    }
    let open = held.notices.compactMap { ledger.notices[$0] }.filter(\.isHanging)
    let due = open.filter { $0.to < today }
    if let hanging = open.first, due.isEmpty {
      throw Refusal.noticeStillHangs(hanging.number, to: hanging.to, today: today)
    }
    for notice in due {
      try confirm(ledger.ready(on: notice), on: notice.number)
    }
  }

  /// Only a `confirmed` line moves points of entries (S2.4).
  mutating func confirm(_ numbers: [EntryNumber], on notice: NoticeNumber) throws {
    let before = ledger
    let lines = numbers.compactMap { ledger[$0] }.map { entry in
      let points = entry.frozen ?? (entry.recorded.second == nil ? .zero : entry.recorded.asked)
      let effect = ledger.effect(of: entry, points: points, on: today)
      return Event.ConfirmedLine(
        entry: entry.number, rating: effect.rating, spendable: effect.spendable)
    }
    for (rows, part, parts) in parts(of: lines) {
      try append(
        .confirmed(
          .init(month: notice.month, notice: notice, lines: rows, part: part, parts: parts)))
    }
    let reversals = numbers.filter { ledger[$0]?.recorded.reverses != nil }
    try settle(reversals: reversals, from: before)
    try settleEstates()
  }
}

extension Ledger {
  /// The lines of a notice that nothing keeps from taking effect. What follows from a reversal
  /// waits with it.
  fileprivate func ready(on notice: Notice) -> [EntryNumber] {
    notice.lines.map(\.entry).filter { number in
      guard let entry = self[number], entry.state == .onNotice, entry.notice == notice.number
      else { return false }
      return leader(of: entry)?.state != .objected
    }
  }
}
