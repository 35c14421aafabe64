import XinyiLedger

/// What costs points, and what happens again.
extension DemoVillage {
  /// The groups of minus items take turns, so that each has its cases over the year.
  mutating func planBreaches(_ frame: DemoMonth) {
    noteTruant(frame)
    guard !cast.suspects.isEmpty, !cast.suspectHomes.isEmpty else { return }
    for _ in 0..<times(perThousand: 28, atLeast: 2) {
      if memory.breachGroupsLeft.isEmpty {
        memory.breachGroupsLeft = random.shuffled(Array(DemoItems.breaches.indices))
      }
      guard let group = memory.breachGroupsLeft.popLast() else { return }
      noteBreach(random.pick(weighted: DemoItems.breaches[group]), frame)
    }
  }

  private mutating func noteBreach(_ code: String, _ frame: DemoMonth) {
    guard let item = frame[code] else { return }
    let day = anyDay(frame)
    if item.subject == .household {
      note(code, [random.pick(cast.suspectHomes)], on: day, frame)
      return
    }
    let pool =
      switch code {
      case "GL01": cast.collectors
      case "CW02": cast.invited
      default: cast.suspects
      }
    guard !pool.isEmpty else { return }
    let person = random.pick(pool)
    guard cast.isEvaluated(person, on: day) else { return }
    if item.remindDays != nil && random.chance(percent: 45) {
      schedule.add(
        .later(.remind(item.code, person)),
        at: DemoClock.moment(on: day, thousandth: random.below(900)))
    } else {
      note(code, [person], on: day, frame)
    }
  }

  /// A member who stayed away from the last meeting without a word; three times a year at most,
  /// so that nobody loses the star a member needs.
  private mutating func noteTruant(_ frame: DemoMonth) {
    if frame.month.monthOfYear == 1 { memory.truancies = [:] }
    guard let (truant, meeting) = memory.truant, memory.truancies[truant, default: 0] < 3 else {
      return
    }
    memory.truant = nil
    memory.truancies[truant, default: 0] += 1
    guard let item = frame["GL03"], !claim(item, [truant], on: meeting).isEmpty else { return }
    schedule.add(
      .record(request(item, [truant], on: meeting)),
      at: DemoClock.moment(on: frame.day(2), thousandth: 200))
  }

  /// Somebody whose breach has taken effect does it again, in the last month for certain.
  mutating func planRepeats(in month: Month, _ ledger: Ledger) {
    guard let frame = DemoMonth(month, options, ledger) else { return }
    findBreaches(ledger)
    let valid = memory.breaches.compactMap { ledger[$0] }.filter {
      $0.state.isEffective && $0.frozen != .zero
    }
    let least = frame.isLast || random.chance(percent: 50) ? 1 : 0
    let last = frame.regular + -1
    for entry in random.sample(max(least, valid.count / 16), of: valid) {
      memory.breaches.removeAll { $0 == entry.number }
      let day = frame.day(13) + random.below(last - frame.day(13) + 1)
      repeatBreach(entry, on: day, frame)
    }
  }

  /// Looks through the entries since the last time, each one once.
  private mutating func findBreaches(_ ledger: Ledger) {
    for entry in ledger.entries[memory.entriesSeen...] {
      guard let item = ledger.item(of: entry), item.sign == .minus, item.unit != "月",
        !item.code.text.hasPrefix("GL")
      else { continue }
      memory.breaches.append(entry.number)
    }
    memory.entriesSeen = ledger.entries.count
  }

  private mutating func repeatBreach(_ entry: Entry, on day: Day, _ frame: DemoMonth) {
    guard let item = frame[entry.recorded.rule.text] else { return }
    let isHousehold = item.subject == .household
    let who =
      isHousehold
      ? cast.suspectHomes.first { population.homes[$0].number == entry.recorded.household }
      : cast.suspects.first { number($0) == entry.recorded.person }
    guard let who, isHousehold || cast.isEvaluated(who, on: day) else { return }
    note(item.code.text, [who], on: day, frame)
  }
}
