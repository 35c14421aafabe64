/// How an objection is answered, and on whose authority (S5.4).
public struct Resolution: Equatable, Sendable {
  public var outcome: ObjectionOutcome
  /// A magnitude, for an amended line.
  public var points: Points?
  public var why: String
  public var authority: Authority?

  public enum Authority: Equatable, Sendable {
    case meeting(Month, Votes)
    case document(String)
  }

  public init(
    outcome: ObjectionOutcome, points: Points? = nil, why: String, authority: Authority? = nil
  ) {
    self.outcome = outcome
    self.points = points
    self.why = why
    self.authority = authority
  }
}

extension Draft {
  /// Files an objection to a line on notice, or to one that has taken effect, which goes on
  /// counting (S3.4). One may be open per line.
  @discardableResult
  public mutating func object(
    to number: EntryNumber, why: String, by objector: PersonNumber?
  ) throws -> ObjectionNumber {
    guard let entry = ledger[number] else { throw HistoryFault.unknownEntry(number) }
    if let open = entry.openObjection { throw Refusal.objectionOpen(number, open) }
    guard entry.state == .onNotice || entry.state.isEffective else {
      throw Refusal.notOnNotice(number, entry.state)
    }
    if let notice = entry.notice.flatMap({ ledger.notices[$0] }), notice.from > today {
      throw Refusal.noticeNotBegun(number, from: notice.from)
    }
    let objection = ledger.nextObjection(in: today.month)
    let term = ledger.settings(on: today).objectionWorkingDays
    try append(
      .objectionFiled(
        .init(
          objection: objection, entry: number, by: objector, on: today,
          due: calendar.last(ofWorkingDays: term, from: today), why: why)))
    return objection
  }

  /// Answers an objection. After the notice has ended a line that stands takes effect in the same
  /// write; a corrected one waits for its supplement (S3.4).
  public mutating func resolve(_ number: ObjectionNumber, _ resolution: Resolution) throws {
    guard let objection = ledger.objections[number], let entry = ledger[objection.filed.entry]
    else { throw HistoryFault.unknownObjection(number) }
    guard objection.isOpen else { throw Refusal.objectionClosed(number) }
    if resolution.outcome == .amended, entry.recorded.reverses != nil {
      throw Refusal.notAmendable(entry.number)
    }
    let points = try resolution.points.map { try ledger.amended(entry, to: $0) }
    var event = Event.ObjectionResolved(
      objection: number, outcome: resolution.outcome, points: points, why: resolution.why)
    switch resolution.authority {
    case .meeting(let month, let votes):
      guard month >= ledger.opened.firstMonth, month <= today.month else {
        throw Refusal.meetingNotHeld(month, first: ledger.opened.firstMonth, today: today)
      }
      try ledger.requirePassed(votes, number, on: today)
      event.meeting = month
      event.for = votes.for
      event.against = votes.against
      event.abstain = votes.abstain
    case .document(let document): event.document = document
    case nil: break
    }
    if entry.state.isEffective {
      try append(.objectionResolved(event))
      return try takeBack(entry, event)
    }
    let dropped = resolution.outcome == .cancelled ? [entry.number] : []
    try withConsequences(of: dropped) { try $0.append(.objectionResolved(event)) }
    let isAnew = event.outcome == .cancelled || event.outcome == .amended
    if isAnew { try dropAdjustments(of: [entry.number]) }
    try confirmIfOver(entry, event)
  }

  /// A line that stands takes effect at once when its notice has ended, and with it what waited
  /// for it.
  private mutating func confirmIfOver(
    _ entry: Entry, _ event: Event.ObjectionResolved
  ) throws {
    let stands = event.outcome == .dismissed || event.outcome == .withdrawn
    guard stands, let notice = entry.notice.flatMap({ ledger.notices[$0] }), today > notice.to
    else { return }
    let waiting = ledger.followers(of: entry).filter {
      $0.state == .onNotice && $0.notice == notice.number
    }
    let isFree = ledger.leader(of: entry).map(\.state.isEffective) ?? true
    guard isFree else { return }
    try confirm([entry.number] + waiting.map(\.number), on: notice.number)
  }

  /// An objection that is upheld after effect leads to a reversal, or where only the points were
  /// wrong to an adjustment; both go through review and notice.
  private mutating func takeBack(_ entry: Entry, _ event: Event.ObjectionResolved) throws {
    let why = String("异议\(event.objection)成立：\(event.why)".prefix(200))
    switch event.outcome {
    case .dismissed, .withdrawn: break
    case .cancelled: try reverse(entry.number, why: why)
    case .amended:
      // A reversal returns what the entry counted when it was made.
      if let reversal = ledger.reversalUnderWay(of: entry.number) {
        throw Refusal.alreadyReversed(entry.number, by: reversal.number)
      }
      let counted = ledger.effectiveParts(of: entry.number).reduce(Points.zero) {
        $0 + ($1.frozen ?? .zero)
      }
      let difference = (event.points ?? counted) - counted
      if let correction = ledger.correctionUnderWay(of: entry.number) {
        throw Refusal.correctionUnderWay(entry.number, by: correction.number)
      }
      guard difference != .zero else { return }
      try append(
        .recorded(
          ledger.adjustment(
            of: entry, by: difference, batch: ledger.nextBatch, from: today.month, why: why)))
    }
  }
}

extension Ledger {
  func nextObjection(in month: Month) -> ObjectionNumber {
    let serial = objections.keys.filter { $0.month == month }.map(\.serial).max() ?? 0
    return ObjectionNumber(month: month, serial: serial + 1)
  }

  /// The objections that wait for an answer, the earliest due first.
  public var openObjections: [Objection] {
    objections.values.filter(\.isOpen).sorted {
      ($0.filed.due, $0.filed.objection) < ($1.filed.due, $1.filed.objection)
    }
  }

  fileprivate func requirePassed(
    _ votes: Votes, _ number: ObjectionNumber, on day: Day
  ) throws(Refusal) {
    let members = roster.holders(of: .council, on: day)
    let council = Council(
      members: members, present: members, day: day, votesOf: settings(on: day).votesOf)
    guard votes.count <= members.count else {
      throw .votesDiffer(given: votes.count, voters: members.count)
    }
    guard votes.count >= council.quorum else {
      throw .noQuorum(
        present: votes.count, quorum: council.quorum, members: members.count)
    }
    let needed = council.passMark(voters: votes.count)
    guard votes.for >= needed, votes.for > votes.against else {
      throw .resolutionNotPassed(number, for: votes.for, needed: needed)
    }
  }
}
