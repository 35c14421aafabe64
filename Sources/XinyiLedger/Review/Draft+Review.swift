extension Draft {
  /// Opens the meeting on a month (开会), checking its membership and quorum (S5.1).
  public mutating func openReview(
    of month: Month, present: [PersonNumber], chair: PersonNumber
  ) throws {
    let state = ledger.reviewMonth(month).state
    guard state == .open else { throw Refusal.monthIs(month, state, needed: .open) }
    guard month >= ledger.opened.firstMonth else {
      throw Refusal.beforeFirstMonth(month.firstDay, first: ledger.opened.firstMonth)
    }
    guard today >= month.firstDay else { throw Refusal.monthNotBegun(month, today: today) }
    let earliest = ledger.firstUnopenedMonth(from: ledger.opened.firstMonth)
    guard earliest == month else { throw Refusal.earlierMonthFirst(month, earlier: earliest) }
    try ledger.checkCouncil(present: present, chair: chair, on: today)
    try append(.reviewOpened(.init(month: month, present: present, chair: chair)))
  }

  /// Closes the meeting (散会): what is undecided or deferred waits for a later month.
  public mutating func closeReview(of month: Month) throws {
    let state = ledger.reviewMonth(month).state
    guard state == .inReview else { throw Refusal.monthIs(month, state, needed: .inReview) }
    let undecided = ledger.agenda(of: month).filter(\.state.isUndecided).map(\.number)
    for (rows, part, parts) in parts(of: undecided) {
      try append(.reviewClosed(.init(month: month, undecided: rows, part: part, parts: parts)))
    }
  }

  /// Takes the council's decisions on some entries of the month in review, with one vote.
  ///
  /// Without `votes` all present members who may vote are for it. Whoever is concerned is recused;
  /// a line that so loses its quorum is deferred (S5.2).
  public mutating func decide(
    _ numbers: [EntryNumber], _ motion: Motion, votes: Votes?, why: String?
  ) throws {
    for number in numbers { try ledger.requireLeader(number) }
    guard let first = numbers.first else { return }
    guard let entry = ledger[first] else { throw HistoryFault.unknownEntry(first) }
    let month = entry.month
    let state = ledger.reviewMonth(month).state
    guard let council = ledger.council(of: month), state == .inReview else {
      throw Refusal.monthIs(month, state, needed: .inReview)
    }
    // An amended line takes of the cap what the next one then has not.
    if case .amend = motion, numbers.count > 1 {
      for number in numbers { try decide([number], motion, votes: votes, why: why) }
      return
    }
    let decisions = try numbers.map { number in
      guard let entry = ledger[number] else { throw HistoryFault.unknownEntry(number) }
      guard entry.month == month else {
        throw Refusal.notInReview(number, month, entry.state)
      }
      return try ledger.decision(
        on: entry, motion, council: council, votes: votes, why: why)
    }
    try decide(decisions + ledger.decisions(following: decisions))
  }

  private mutating func decide(_ decisions: [Event.Decision]) throws {
    // A rejection drops a line out of caps and sums, taking it back brings the line in again.
    let moved = decisions.filter {
      $0.outcome == .rejected || ($0.outcome == .undone && ledger[$0.entry]?.state == .rejected)
    }
    try withConsequences(of: moved.map(\.entry)) { draft in
      // Each may bear a reason of 200 characters and the numbers of everybody recused.
      for (rows, part, parts) in parts(of: decisions, rowsPerLine: 50) {
        try draft.append(.decided(.init(entries: rows, part: part, parts: parts)))
      }
    }
    try dropAdjustments(of: decisions.filter { $0.outcome == .undone }.map(\.entry))
  }
}

/// What the council is asked to decide on an entry.
public enum Motion: Equatable, Sendable {
  case approve
  /// A magnitude within the item's set.
  case amend(Points)
  /// Any magnitude, by a minute of its own (一事一议, S4.8).
  case amendSpecially(Points, minute: String)
  case reject
  case `defer`
  /// Takes a decision of the same meeting back.
  case undo
}

extension Ledger {
  /// The undecided plus lines that may be voted on together (S5.3): no flags but capped ones and
  /// missing evidence.
  public func rest(of month: Month) -> [Entry] {
    agenda(of: month).filter { entry in
      entry.state == .pending && item(of: entry)?.sign == .plus
        && entry.recorded.reverses == nil && entry.recorded.adjusts == nil
        && flags(of: entry).allSatisfy { $0 == .capped || $0 == .noEvidence }
    }
  }

  fileprivate func checkCouncil(
    present: [PersonNumber], chair: PersonNumber, on day: Day
  ) throws(Refusal) {
    let members = roster.holders(of: .council, on: day)
    if members.count < 5 { throw .councilTooSmall(members: members.count) }
    if members.count.isMultiple(of: 2) { throw .councilEven(members: members.count) }
    if let secretary = (members + [chair]).first(where: {
      roster[$0]?.has(.secretary, on: day) == true
    }) {
      throw .secretaryInCouncil(secretary)
    }
    try checkSupervisors(on: day)
    let settings = settings(on: day)
    for member in members {
      let rating = rating(of: member, on: day)
      if settings.rank(of: rating) < settings.rank(of: settings.base) {
        throw .memberBelowGrade(member, rating: rating, needed: settings.base)
      }
    }
    if let stranger = present.first(where: { !members.contains($0) }) {
      throw .notAMember(stranger)
    }
    let council = Council(members: members, present: present, day: day, votesOf: .members)
    if present.count < council.quorum {
      throw .noQuorum(present: present.count, quorum: council.quorum, members: members.count)
    }
    if !present.contains(chair) { throw .chairNotPresent(chair) }
  }

  /// What follows from a reversal is decided with it, never alone (S2.3).
  fileprivate func requireLeader(_ number: EntryNumber) throws(Refusal) {
    if let entry = self[number], let leader = leader(of: entry) {
      throw .followsReversal(number, leader: leader.number)
    }
  }

  /// The same outcome, votes and recusals for everything that follows from the reversals decided.
  fileprivate func decisions(following decisions: [Event.Decision]) -> [Event.Decision] {
    decisions.flatMap { decision in
      (self[decision.entry].map { followers(of: $0) } ?? []).map { follower in
        var own = decision
        own.entry = follower.number
        own.points =
          decision.outcome == .approved ? assessment(of: follower).points : .zero
        return own
      }
    }
  }

  fileprivate func decision(
    on entry: Entry, _ motion: Motion, council: Council, votes: Votes?, why: String?
  ) throws(Refusal) -> Event.Decision {
    if motion == .undo { return try undoing(entry) }
    if let decided = entry.decision, entry.state != .pending {
      throw .alreadyDecided(entry.number, decided.outcome)
    }
    guard entry.state == .pending else {
      throw .notInReview(entry.number, entry.month, entry.state)
    }
    let recused = recused(from: entry, council: council)
    let voters = council.present.count - recused.count
    let cast = votes ?? motion.unanimous(voters: voters)
    guard cast.count == voters else { throw .votesDiffer(given: cast.count, voters: voters) }
    var decision = Event.Decision(
      entry: entry.number, outcome: .deferred, points: .zero, for: cast.for,
      against: cast.against, abstain: cast.abstain, recused: recused, why: why)
    guard voters >= council.quorum else { return decision }
    let passes = cast.for >= council.passMark(voters: voters) && cast.for > cast.against
    switch motion {
    case .approve:
      decision.outcome = passes ? .approved : .rejected
      if passes { decision.take(assessment(of: entry)) }
    case .amend(let points):
      decision.outcome = passes ? .amended : .rejected
      if passes { try decision.take(amendment(of: entry, to: points)) }
    case .amendSpecially(let points, let minute):
      let special = try specially(entry, points)
      decision.outcome = passes ? .amended : .rejected
      decision.points = passes ? special : .zero
      decision.minute = minute
    case .reject:
      if passes { throw .rejectionOutvoted(entry.number, for: cast.for) }
      decision.outcome = .rejected
    case .defer, .undo: decision.outcome = .deferred
    }
    return decision
  }

  private func undoing(_ entry: Entry) throws(Refusal) -> Event.Decision {
    guard entry.decision != nil, entry.state != .pending else {
      throw .notInReview(entry.number, entry.month, entry.state)
    }
    return Event.Decision(
      entry: entry.number, outcome: .undone, points: .zero, for: 0, against: 0, abstain: 0,
      recused: [])
  }

  /// The signed points of a decision outside the set, whatever is free of the cap. A correction
  /// returns what it returns and is no such case.
  fileprivate func specially(_ entry: Entry, _ points: Points) throws(Refusal) -> Points {
    guard entry.recorded.isOriginal else {
      throw .specialCorrection(entry.number)
    }
    return item(of: entry)?.sign == .minus ? -points : points
  }

  /// The signed points of an amendment: within the item's set, then cut to the free cap.
  func amended(_ entry: Entry, to points: Points) throws(Refusal) -> Points {
    let (set, freeCap) = allowance(for: entry)
    guard set.contains(points) else {
      throw .outOfSet(entry.recorded.rule, asked: points, allowed: set)
    }
    return signed(freeCap.map { min(points, $0) } ?? points, like: entry)
  }

  /// An amendment with what a campaign adds to it. What takes back is not amended: it returns
  /// exactly what was moved (S2.5).
  fileprivate func amendment(of entry: Entry, to points: Points) throws(Refusal) -> Assessment {
    if entry.recorded.reverses != nil { throw .notAmendable(entry.number) }
    let amended = try amended(entry, to: points)
    var assessment = assessment(of: entry)
    assessment.points = amended
    assessment.bonus =
      amended == .zero ? .zero : bonus(for: entry, assessment, capped: amended)
    assessment.points += assessment.bonus
    return assessment
  }
}

extension Event.Decision {
  fileprivate mutating func take(_ assessment: Assessment) {
    points = assessment.points
    bonus = assessment.bonus == .zero ? nil : assessment.bonus
  }
}

extension Motion {
  /// How the vote reads when nobody counted: all for the motion; a rejection is a vote against.
  fileprivate func unanimous(voters: Int) -> Votes {
    self == .reject
      ? Votes(for: 0, against: voters, abstain: 0) : Votes(for: voters, against: 0, abstain: 0)
  }
}
