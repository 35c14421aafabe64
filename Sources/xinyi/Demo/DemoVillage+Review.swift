import XinyiLedger

/// The council's meeting on a month.
extension DemoVillage {
  /// Opens the meeting; in a village that can spare one, a member is missing now and then.
  mutating func openReview(of month: Month, at moment: Moment) {
    var present = population.offices.council
    let chair = present[0]
    if options.people >= 40 && random.chance(percent: 45) {
      let missing = present.remove(at: 1 + random.below(present.count - 1))
      memory.truant = random.chance(percent: 40) ? (missing, moment.day) : nil
    }
    take(
      .openReview(month, present: present.map(number).sorted(), chair: number(chair)), at: moment)
    schedule.addNext(.decide(month), at: Moment(seconds: moment.seconds + 300))
  }

  /// The plus lines without doubt in one vote, every other one by itself.
  mutating func decide(_ month: Month, _ ledger: Ledger, at moment: Moment) {
    guard let council = ledger.council(of: month) else { return }
    // What follows from a reversal is decided with it.
    let pending = ledger.agenda(of: month).filter {
      $0.state == .pending && ledger.leader(of: $0) == nil
    }
    var rest = ledger.rest(of: month)
    let restNumbers = Set(rest.map(\.number))
    let doubtful = pending.filter { !restNumbers.contains($0.number) }
    var steps: [DemoStep] = []
    if let step = amendOne(of: &rest, council, ledger) { steps.append(step) }
    if let step = rejectOne(of: &rest, council, ledger) { steps.append(step) }
    if !rest.isEmpty {
      steps.insert(.decide(rest.map(\.number), .approve, votes: nil, why: nil), at: 0)
    }
    steps += decideDoubtful(doubtful, council, ledger)
    steps.append(.closeReview(month))
    take(steps, at: moment, every: min(150, 11_400 / steps.count), by: Self.clerk)
    schedule.add(
      .publish(month), at: DemoClock.moment(on: moment.day + 1, hour: 9, minute: 10))
  }

  private mutating func decideDoubtful(
    _ entries: [Entry], _ council: Council, _ ledger: Ledger
  ) -> [DemoStep] {
    var steps: [DemoStep] = []
    var deferrals = entries.count >= 3 && random.chance(percent: 40) ? 1 : 0
    for batch in together(entries, ledger) {
      let isMinus = batch[0].recorded.asked.isNegative
      if isMinus && deferrals > 0 && random.chance(percent: 50) {
        deferrals -= 1
        steps.append(
          .decide(
            batch.map(\.number), .defer, votes: nil, why: random.pick(DemoWords.deferral)))
        continue
      }
      let votes = batch.count == 1 ? votes(on: batch[0], council, ledger) : nil
      steps.append(.decide(batch.map(\.number), .approve, votes: votes, why: nil))
    }
    return steps
  }

  /// Doubtful plus lines of one batch are called together, every minus line by itself.
  private func together(_ entries: [Entry], _ ledger: Ledger) -> [[Entry]] {
    var batches: [[Entry]] = []
    for entry in entries {
      if let last = batches.last?.last, last.recorded.batch == entry.recorded.batch,
        ledger.item(of: entry)?.sign == .plus
      {
        batches[batches.count - 1].append(entry)
      } else {
        batches.append([entry])
      }
    }
    return batches
  }

  /// Votes that carry the motion, some of them against it; nil where too few may vote.
  private mutating func votes(
    on entry: Entry, _ council: Council, _ ledger: Ledger
  ) -> Votes? {
    let voters = council.present.count - ledger.recused(from: entry, council: council).count
    guard voters >= council.quorum else { return nil }
    let spare = min(voters - council.passMark(voters: voters), (voters - 1) / 2)
    let isMinus = entry.recorded.asked.isNegative
    let against = spare > 0 && random.chance(percent: isMinus ? 50 : 15) ? 1 : 0
    let abstain = spare > 1 && random.chance(percent: isMinus ? 30 : 5) ? 1 : 0
    return Votes(for: voters - against - abstain, against: against, abstain: abstain)
  }

  /// One line whose item leaves a choice is worth less in the eyes of the council.
  private mutating func amendOne(
    of rest: inout [Entry], _ council: Council, _ ledger: Ledger
  ) -> DemoStep? {
    guard !rest.isEmpty else { return nil }
    let start = random.below(rest.count)
    for offset in rest.indices {
      let index = (start + offset) % rest.count
      guard let points = lowerValue(for: rest[index], ledger) else { continue }
      let entry = rest.remove(at: index)
      return .decide(
        [entry.number], .amend(points), votes: votes(on: entry, council, ledger),
        why: random.pick(DemoWords.amendment(ledger.item(of: entry))))
    }
    return nil
  }

  /// One line without proof, or without luck, is turned down.
  private mutating func rejectOne(
    of rest: inout [Entry], _ council: Council, _ ledger: Ledger
  ) -> DemoStep? {
    guard rest.count >= 8 else { return nil }
    let unproven = rest.indices.filter { rest[$0].recorded.evidence.isEmpty }
    let entry = rest.remove(at: unproven.isEmpty ? random.below(rest.count) : random.pick(unproven))
    let voters = council.present.count - ledger.recused(from: entry, council: council).count
    let approving = min(voters, random.below(2))
    return .decide(
      [entry.number], .reject,
      votes: Votes(for: approving, against: voters - approving, abstain: 0),
      why: random.pick(DemoWords.rejection))
  }

  /// The next lower magnitude above zero that the council may give for a line; nil without one.
  func lowerValue(for entry: Entry, _ ledger: Ledger) -> Points? {
    let held = ledger.assessment(of: entry).points.magnitude
    guard held > .whole(1), let item = ledger.item(of: entry), item.mask == .shown,
      !item.isReceipted
    else { return nil }
    let (set, freeCap) = ledger.allowance(for: entry)
    let most = min(held, freeCap ?? held)
    switch set {
    case .values(let values): return values.filter { $0 < most && $0 > .zero }.max()
    case .upTo: return most > .whole(1) ? Points(tenths: (most.tenths - 1) / 10 * 10) : nil
    }
  }
}

extension Catalog.Item {
  /// Sums of money stand on a receipt; nobody haggles over them.
  fileprivate var isReceipted: Bool {
    if case .perUnit(_, _, "元") = amount { true } else { false }
  }
}
