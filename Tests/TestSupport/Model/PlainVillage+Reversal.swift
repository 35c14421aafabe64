import XinyiLedger

// MARK: - What refers to what

extension PlainVillage {
  /// The reversal from which an adjustment follows: recorded together (S2.3).
  func leader(of place: Int) -> Int? {
    guard lines[place].adjusts != nil else { return nil }
    return lines.indices.first {
      lines[$0].batch == lines[place].batch && lines[$0].reverses != nil
    }
  }

  func followers(of place: Int) -> [Int] {
    guard lines[place].reverses != nil else { return [] }
    return lines.indices.filter {
      lines[$0].batch == lines[place].batch && lines[$0].adjusts != nil
        && lines[$0].state != .withdrawn
    }
  }

  /// The reversal of a line that is on its way or in force.
  func reversalUnderWay(of place: Int) -> Int? {
    lines.indices.first { lines[$0].reverses == place && lines[$0].isLive && !isReversed($0) }
  }

  /// An adjustment, or something given back, that has not taken effect.
  func correctionUnderWay(of place: Int) -> Int? {
    lines.indices.first {
      (lines[$0].adjusts == place || lines[$0].redresses == place) && lines[$0].isLive
        && !lines[$0].isEffective
    }
  }

  /// The case at the bottom of a chain of reversals, and whether one more takes it away.
  private func root(of place: Int) -> (place: Int, isTakenAway: Bool) {
    var root = place
    var isTakenAway = true
    while let next = lines[root].reverses {
      root = next
      isTakenAway.toggle()
    }
    return (root, isTakenAway)
  }
}

// MARK: - Reversals (S2.5)

extension PlainVillage {
  mutating func reverse(_ number: EntryNumber, second: Operator?) throws {
    guard let place = place(of: number) else { throw PlainWordFault() }
    let line = lines[place]
    if !line.isEffective { throw PlainRefusal("R240") }
    if reversalUnderWay(of: place) != nil { throw PlainRefusal("R241") }
    if correctionUnderWay(of: place) != nil { throw PlainRefusal("R242") }
    let parts = effectiveParts(of: place).filter { $0 != place }
    let whole = [line.adjusts, line.redresses].compactMap { $0 }
    if (parts + whole).contains(where: { reversalUnderWay(of: $0) != nil }) {
      throw PlainRefusal("R242")
    }
    if let second {
      if second.text == "clerk" { throw PlainRefusal("R243") }
      if !isDouble(place) { throw PlainRefusal("R244") }
    }
    let following = following(place)
    batches += 1
    let batch = batches
    let month = firstOpenMonth(from: today.month)
    let counted = effectiveParts(of: place).reduce(0) { $0 + (lines[$1].frozen ?? 0) }
    var reversal = PlainLine(
      number: nextNumber(in: month), batch: batch, person: line.person,
      household: line.household, rule: line.rule,
      isOfHousehold: line.isOfHousehold, on: today, asked: -counted, month: month)
    reversal.reverses = place
    reversal.isClerical = second != nil
    lines.append(reversal)
    var new = [lines.count - 1]
    for (target, points) in following {
      new.append(adjust(target, by: points, from: month, batch: batch))
      lines[lines.count - 1].isClerical = second != nil
    }
    if second != nil, let notice = notice(of: place) { takeEffect(new, on: notice) }
  }

  /// One of two cases of the same person, item and day.
  private func isDouble(_ place: Int) -> Bool {
    lines[place].isCase
      && group(of: place, Standpoint()).contains {
        $0 != place && lines[$0].on == lines[place].on && lines[$0].isCase
          && reversalUnderWay(of: $0) == nil
      }
  }

  /// The notice that a line, or the case below it, stood on.
  private func notice(of place: Int) -> Int? {
    let line = lines[place]
    if let notice = line.notice { return notice }
    return (line.reverses ?? line.adjusts ?? line.redresses).flatMap { notice(of: $0) }
  }

  /// The decided lines that count differently once a line is taken back.
  private func following(_ place: Int) -> [(Int, Int)] {
    let (root, isTakenAway) = root(of: place)
    if !lines[root].isCase { return [] }
    let then = isTakenAway ? Standpoint(void: [root]) : Standpoint(revived: [root])
    let now = expected(around: [root], held: [root])
    let later = expected(around: [root], then, held: [root])
    var found: [(Int, Int)] = []
    for target in later.keys.sorted(by: { lines[$0].number < lines[$1].number }) {
      guard let new = later[target], let old = now[target], new != old, target != root,
        reversalUnderWay(of: target) == nil
      else { continue }
      found.append((target, new - old))
    }
    return found + tierAdjustments(of: root, then)
  }

  /// What reversals that have just taken effect make wrong, and nothing that follows from them
  /// covers.
  mutating func settle(_ reversals: [Int], from before: PlainVillage) {
    if reversals.isEmpty { return }
    let roots = reversals.map { root(of: $0).place }
    let old = before.expected(around: roots, held: roots)
    let new = expected(around: roots, held: roots)
    let following = reversals.flatMap { followers(of: $0) }
    let targets = Set(new.keys).union(following.map { lines[$0].adjusts! })
    for target in targets.sorted(by: { lines[$0].number < lines[$1].number })
    where !isTier(target) {
      var rest = 0
      if let points = new[target], let earlier = old[target] { rest = points - earlier }
      for follower in following where lines[follower].adjusts == target {
        rest -= lines[follower].frozen ?? 0
      }
      if rest == 0 || reversalUnderWay(of: target) != nil { continue }
      batches += 1
      adjust(target, by: rest, from: lines[target].month, batch: batches)
    }
    settleTiers(fedBy: roots)
  }
}

// MARK: - Redress and fix (S11)

extension PlainVillage {
  mutating func redress(_ number: EntryNumber, points: Int) throws {
    guard let place = place(of: number) else { throw PlainWordFault() }
    let line = lines[place]
    if item(line).sign != .minus || !line.isCase { throw PlainRefusal("R248") }
    if !line.isEffective { throw PlainRefusal("R240") }
    if reversalUnderWay(of: place) != nil { throw PlainRefusal("R241") }
    if correctionUnderWay(of: place) != nil { throw PlainRefusal("R242") }
    if points > stillTaken(by: place) { throw PlainRefusal("R249") }
    batches += 1
    let month = firstOpenMonth(from: today.month)
    var new = PlainLine(
      number: nextNumber(in: month), batch: batches, person: line.person,
      household: line.household, rule: line.rule,
      isOfHousehold: line.isOfHousehold, on: today, asked: points, month: month)
    new.redresses = place
    new.evidence = ["承诺"]
    lines.append(new)
  }

  func stillTaken(by place: Int) -> Int {
    max(-effectiveParts(of: place).reduce(0) { $0 + (lines[$1].frozen ?? 0) }, 0)
  }

  mutating func fix(_ numbers: [EntryNumber], _ correction: Correction, why: String) throws {
    var toRecord: [Int] = []
    for number in numbers {
      guard let place = place(of: number) else { throw PlainWordFault() }
      let line = lines[place]
      if line.state == .pending && month(line.month).state == .open {
        try withdraw([number])
        toRecord.append(place)
      } else if line.state == .onNotice || line.state == .objected {
        try object(to: number)
      } else if line.isEffective {
        try reverse(number, second: nil)
        toRecord.append(place)
      } else {
        throw PlainRefusal("R247")
      }
    }
    if correction.isEmpty { return }
    for place in toRecord {
      if !lines[place].isCase { throw PlainRefusal("R246") }
      try record(request(instead: place, correction, why: why))
    }
  }

  private func request(
    instead place: Int, _ correction: Correction, why: String
  ) -> RecordRequest {
    let old = lines[place]
    let rule = correction.rule ?? old.rule
    let item = catalog.items.first { $0.code == rule }
    let isHousehold = self.item(old).subject == .household && item?.subject == .household
    let recipient: RecordRequest.Recipient =
      isHousehold ? .household(old.household) : .person(old.person)
    var request = RecordRequest(
      rule: rule, recipients: [correction.recipient ?? recipient], on: correction.on ?? old.on)
    request.deed = old.deed
    request.campaign = old.campaign
    request.document = old.hasDocument ? "文件" : nil
    request.evidence = old.evidence
    request.collector = old.collector
    request.why = why
    request.corrects = old.number
    request.quantity = correction.quantity
    request.level = correction.level
    request.points = correction.points
    switch item?.amount {
    case .perUnit(_, _, let measure)?:
      if request.quantity == nil && measure != "家庭成员" {
        request.quantity = old.quantity.flatMap { Quantity(tenths: $0) }
      }
    case .level?:
      if request.level == nil && rule == old.rule { request.level = old.level }
    case .choice?:
      if request.points == nil && rule == old.rule { request.points = old.choice }
    case .fixed?, .tier?, nil: break
    }
    return request
  }
}
