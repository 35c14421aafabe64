import XinyiLedger

// MARK: - The council (S5)

extension PlainVillage {
  mutating func openReview(
    _ month: Month, present: [PersonNumber], chair: PersonNumber
  ) throws {
    if self.month(month).state != .open { throw PlainRefusal("R201") }
    if month < firstMonth { throw PlainRefusal("R102") }
    if today < month.firstDay { throw PlainRefusal("R202") }
    if firstOpenMonth(from: firstMonth) != month { throw PlainRefusal("R203") }
    let members = councillors(on: today)
    if members.count < 5 { throw PlainRefusal("R204") }
    if members.count % 2 == 0 { throw PlainRefusal("R205") }
    if (members + [chair]).contains(where: { has(.secretary, $0, on: today) }) {
      throw PlainRefusal("R206")
    }
    let base = settings(on: today).base.tenths
    let ratings = ratings(on: today)
    let isBelow = members.contains { member in
      let rating = account(of: member, on: today).flatMap { ratings[$0] } ?? base
      return grade(rating) < grade(base)
    }
    if isBelow {
      throw PlainRefusal("R207")
    }
    if !present.allSatisfy(members.contains) { throw PlainRefusal("R208") }
    if present.count < quorum(members) { throw PlainRefusal("R209") }
    if !present.contains(chair) { throw PlainRefusal("R210") }
    let day = today
    change(month) {
      $0.state = .inReview
      $0.openedOn = day
      $0.present = present
      $0.members = members
    }
  }

  /// Half of the members, a half counted as one.
  func quorum(_ members: [PersonNumber]) -> Int { (members.count + 1) / 2 }

  private func grade(_ rating: Int) -> Int {
    let edges = settings(on: today).bands.map(\.upTo.tenths)
    return edges.filter { rating > $0 }.count
  }

  mutating func closeReview(_ month: Month) throws {
    if self.month(month).state != .inReview { throw PlainRefusal("R201") }
    let next = firstOpenMonth(from: month.next)
    let undecided = agenda(of: month).filter { lines[$0].isUndecided }
    for place in undecided {
      lines[place].state = .pending
      lines[place].month = next
    }
    change(month) {
      $0.state = .closed
      $0.putOff = undecided
    }
  }

  mutating func reopenReview(_ month: Month) throws {
    let held = self.month(month)
    if held.state != .closed { throw PlainRefusal("R201") }
    for place in held.putOff
    where lines[place].state == .pending && self.month(lines[place].month).state == .open {
      lines[place].month = month
    }
    change(month) {
      $0.state = .inReview
      $0.putOff = []
    }
  }

  mutating func recuse(
    _ person: PersonNumber, from numbers: [EntryNumber], given: Bool
  ) throws {
    let places = numbers.compactMap { place(of: $0) }
    for place in places {
      let line = lines[place]
      let month = month(line.month)
      if month.state != .inReview { throw PlainRefusal("R201") }
      if !month.present.contains(person) { throw PlainRefusal("R226") }
      if line.state != .pending { throw PlainRefusal(line.decision == nil ? "R211" : "R212") }
      if given && recused(from: line, month).contains(person) { throw PlainRefusal("R227") }
      if !given && !line.stayAway.contains(person) { throw PlainRefusal("R228") }
    }
    for place in places {
      lines[place].stayAway.removeAll { $0 == person }
      if given { lines[place].stayAway.append(person) }
    }
  }

  private func recused(from line: PlainLine, _ month: PlainMonth) -> [PersonNumber] {
    month.present.filter { member in
      // As it was when it happened, or as it is when the council meets.
      isNear(member, to: line, on: line.on) || isNear(member, to: line, on: month.openedOn!)
        || line.stayAway.contains(member)
    }
  }
}

// MARK: - Decisions

/// What a vote makes of a line.
private struct PlainDecision {
  let place: Int
  var outcome: DecisionOutcome
  var points = 0
  var bonus = 0
  var isSpecial = false
}

extension PlainVillage {
  mutating func decide(_ numbers: [EntryNumber], _ motion: Motion, votes: Votes?) throws {
    let places = numbers.compactMap { place(of: $0) }
    if places.contains(where: { leader(of: $0) != nil }) { throw PlainRefusal("R245") }
    guard let first = places.first else { return }
    let held = month(lines[first].month)
    if held.state != .inReview { throw PlainRefusal("R201") }
    if case .amend = motion, places.count > 1 {
      for number in numbers { try decide([number], motion, votes: votes) }
      return
    }
    var decisions: [PlainDecision] = []
    for place in places {
      if lines[place].month != held.month { throw PlainRefusal("R211") }
      decisions.append(try decision(on: place, motion, held, votes))
    }
    for leader in decisions {
      for follower in followers(of: leader.place) {
        var own = PlainDecision(place: follower, outcome: leader.outcome)
        if own.outcome == .approved { own.points = worth(follower).points }
        decisions.append(own)
      }
    }
    carryOut(decisions)
  }

  private mutating func carryOut(_ decisions: [PlainDecision]) {
    let moved = decisions.filter {
      $0.outcome == .rejected || ($0.outcome == .undone && lines[$0.place].state == .rejected)
    }.map(\.place)
    adjusting(moved) { village in
      for decision in decisions { village.take(decision) }
    }
    for decision in decisions where decision.outcome == .undone {
      dropAdjustments(of: decision.place)
    }
  }

  private mutating func take(_ decision: PlainDecision) {
    let place = decision.place
    lines[place].decision = decision.outcome
    lines[place].isAmended = decision.outcome == .amended
    lines[place].isSpecial = decision.isSpecial
    lines[place].bonus = decision.bonus
    switch decision.outcome {
    case .approved, .amended:
      lines[place].state = .approved
      lines[place].frozen = decision.points
    case .rejected: lines[place].state = .rejected
    case .deferred: lines[place].state = .deferred
    case .undone:
      lines[place].state = .pending
      lines[place].frozen = nil
      lines[place].decision = nil
    }
  }

  private func decision(
    on place: Int, _ motion: Motion, _ month: PlainMonth, _ votes: Votes?
  ) throws -> PlainDecision {
    let line = lines[place]
    let isDecided = line.decision != nil && line.state != .pending
    if motion == .undo {
      if !isDecided { throw PlainRefusal("R211") }
      return PlainDecision(place: place, outcome: .undone)
    }
    if isDecided { throw PlainRefusal("R212") }
    if line.state != .pending { throw PlainRefusal("R211") }
    let voters = month.present.count - recused(from: line, month).count
    var (yes, no) = motion == .reject ? (0, voters) : (voters, 0)
    if let votes {
      if votes.for + votes.against + votes.abstain != voters { throw PlainRefusal("R213") }
      (yes, no) = (votes.for, votes.against)
    }
    let quorum = quorum(month.members)
    if voters < quorum { return PlainDecision(place: place, outcome: .deferred) }
    let needed = settings(in: month.month).votesOf == .members ? quorum : (voters + 1) / 2
    let passes = yes >= needed && yes > no
    var decision = PlainDecision(place: place, outcome: passes ? .approved : .rejected)
    switch motion {
    case .approve:
      if passes {
        let worth = worth(place)
        decision.points = worth.points
        decision.bonus = worth.bonus
      }
    case .amend(let points):
      if passes {
        decision.outcome = .amended
        try amend(&decision, to: points.tenths)
      }
    case .amendSpecially(let points, _):
      if !line.isCase { throw PlainRefusal("R229") }
      decision.isSpecial = true
      if passes {
        decision.outcome = .amended
        decision.points = sign(place) * points.tenths
      }
    case .reject:
      if passes { throw PlainRefusal("R222") }
    case .defer, .undo: decision.outcome = .deferred
    }
    return decision
  }

  private func amend(_ decision: inout PlainDecision, to points: Int) throws {
    if lines[decision.place].reverses != nil { throw PlainRefusal("R246") }
    decision.points = try amended(decision.place, to: points)
    if decision.points != 0 {
      decision.bonus = bonus(
        for: decision.place, beforeCap: worth(decision.place).beforeCap,
        capped: decision.points)
      decision.points += decision.bonus
    }
  }

  /// Within the set, and never above the free cap (S2.3, S4.8).
  func amended(_ place: Int, to magnitude: Int) throws -> Int {
    let (isInSet, free) = allowance(for: place, magnitude)
    if !isInSet { throw PlainRefusal("R110") }
    let points = min(magnitude, free ?? magnitude)
    let isNegative = lines[place].isCase ? sign(place) < 0 : lines[place].asked < 0
    return isNegative ? -points : points
  }
}
