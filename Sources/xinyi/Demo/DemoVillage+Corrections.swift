import XinyiLedger

/// Reminders, what is given back, and what turns out wrong after it took effect.
extension DemoVillage {
  /// Somebody is told in writing first; most put it right, some do not.
  mutating func remind(_ person: Int, of rule: RuleCode, _ ledger: Ledger, at moment: Moment) {
    let day = moment.day
    let isTaken = accepts(ledger, at: moment) { try $0.remind(.person(number(person)), of: rule) }
    guard isTaken, let days = ledger.catalog(on: day)?[rule]?.remindDays else { return }
    take(.remind(number(person), of: rule), at: moment)
    if random.chance(percent: 65) {
      later(.putRight(rule, person), on: day + random.number(in: 0...days), hour: 17)
    } else {
      later(.recordOverdue(rule, person), on: workingDay(after: day + days), hour: 9)
    }
  }

  private func reminder(_ rule: RuleCode, _ person: Int, _ ledger: Ledger) -> Reminder? {
    ledger.openReminders.first {
      $0.issued.rule == rule && $0.issued.person == number(person)
    }
  }

  mutating func putRight(_ rule: RuleCode, _ person: Int, _ ledger: Ledger, at moment: Moment) {
    guard let reminder = reminder(rule, person, ledger),
      accepts(
        ledger, at: moment, { try $0.closeReminder(reminder.number, .putRight, on: $0.today) })
    else { return }
    take(.closeReminder(reminder.number, .putRight), at: moment)
  }

  mutating func recordOverdue(
    _ rule: RuleCode, _ person: Int, _ ledger: Ledger, at moment: Moment
  ) {
    guard reminder(rule, person, ledger) != nil, let item = ledger.catalog(on: moment.day)?[rule],
      !claim(item, [person], on: moment.day).isEmpty
    else { return }
    record(request(item, [person], on: moment.day), ledger, at: moment)
  }

  /// Somebody has put a breach right that still takes points, and half of them are given back.
  mutating func redress(_ ledger: Ledger, at moment: Moment) {
    let open = ledger.openBreaches.filter { ledger.reversalUnderWay(of: $0.number) == nil }
    guard !open.isEmpty else { return }
    let breach = random.pick(open)
    let half = Points(tenths: ledger.stillTaken(by: breach).tenths / 20 * 10) ?? .zero
    let step = DemoStep.redress(
      breach.number, points: half, promise: DemoWords.promise, evidence: ["整改照片2张"])
    let isTaken = accepts(ledger, at: moment) {
      try $0.redress(
        breach.number, points: half, promise: DemoWords.promise, evidence: [], why: nil)
    }
    if isTaken { take(step, at: moment) }
  }
}

// MARK: - After effect

extension DemoVillage {
  /// Once a year somebody objects to a line of the year that has taken effect; rather to one on
  /// which others depend, so that something follows from taking it back.
  mutating func objectLate(_ ledger: Ledger, at moment: Moment) {
    let candidates = ledger.entries.filter {
      $0.recorded.on.year == moment.day.year && isTakenBackEasily($0, ledger)
    }
    let minus = candidates.filter { $0.frozen?.isNegative == true }
    let repeated = minus.filter { breach in
      ledger.entries(of: breach.recorded.person).contains {
        $0.recorded.rule == breach.recorded.rule
          && ledger.assessment(of: $0).repeats == breach.number
      }
    }
    guard let list = [repeated, minus, candidates].first(where: { !$0.isEmpty }) else { return }
    let entry = random.pick(list)
    let words = DemoWords.objection(ledger.item(of: entry), isDoubled: false)
    take(
      .object(to: entry.number, why: random.pick(words), by: entry.recorded.person), at: moment)
    later(.answerLate(entry.number), on: workingDay(after: moment.day + 2), hour: 15)
  }

  /// Nothing else is under way for an effective line, and no member's star hangs on it.
  private func isTakenBackEasily(_ entry: Entry, _ ledger: Ledger) -> Bool {
    entry.state.isEffective && entry.recorded.isOriginal && entry.frozen != .zero
      && entry.openObjection == nil && ledger.item(of: entry)?.mask == .shown
      && ledger.reversalUnderWay(of: entry.number) == nil
      && !population.offices.council.map(number).contains(entry.recorded.person)
  }

  mutating func answerLate(_ number: EntryNumber, _ ledger: Ledger, at moment: Moment) {
    guard let entry = ledger[number], let objection = entry.openObjection else { return }
    let authority = Resolution.Authority.meeting(moment.day.month, votesOnObjection())
    let upheld = Resolution(
      outcome: .cancelled, why: random.pick(DemoWords.cancellation), authority: authority)
    let dismissed = Resolution(
      outcome: .dismissed, why: random.pick(DemoWords.dismissal(ledger.item(of: entry))),
      authority: authority)
    let isTaken = accepts(ledger, at: moment) { try $0.resolve(objection, upheld) }
    take(.resolve(objection, isTaken ? upheld : dismissed), at: moment)
  }

  /// One case that was written down twice: two at the keyboard take the second line back at once.
  mutating func takeDoubleBack(_ ledger: Ledger, at moment: Moment) {
    let earliest = moment.day.month.previous.previous
    var seen: Set<DemoDouble> = []
    let doubles = ledger.entries.filter { entry in
      entry.month >= earliest && isTakenBackEasily(entry, ledger)
        && ledger.item(of: entry)?.sign == .plus && !seen.insert(DemoDouble(entry)).inserted
    }
    guard !doubles.isEmpty else { return }
    let entry = random.pick(doubles)
    let isTaken = accepts(ledger, at: moment) {
      try $0.reverse(entry.number, why: DemoWords.double, second: Self.keeper)
    }
    if isTaken {
      take(.reverse(entry.number, why: DemoWords.double, second: Self.keeper), at: moment)
    }
  }
}

private struct DemoDouble: Hashable {
  let person: PersonNumber
  let rule: RuleCode
  let on: Day

  init(_ entry: Entry) {
    person = entry.recorded.person
    rule = entry.recorded.rule
    on = entry.recorded.on
  }
}

// MARK: - The town

extension DemoVillage {
  /// The town takes nearly all; what it sends back goes again, with what was missing, and is taken.
  mutating func townAnswers(_ month: Month, _ ledger: Ledger, at moment: Moment) {
    let waiting = ledger.agenda(of: month).filter { $0.state == .sent }
    guard !waiting.isEmpty else { return }
    var isAnyReturned = false
    let answers = waiting.map { entry in
      if entry.platformAnswer == nil && random.chance(percent: 3) {
        isAnyReturned = true
        return TownAnswer(
          entry: entry.number, outcome: .returned, number: nil, why: DemoWords.returned,
          package: nil)
      }
      memory.platformNumber += 1
      return TownAnswer(
        entry: entry.number, outcome: .entered,
        number: "PT\(moment.day.year)-\(memory.platformNumber)", why: nil, package: nil)
    }
    take(.takeAnswers(answers), at: moment)
    if isAnyReturned { later(.sendAgain(month), on: workingDay(after: moment.day + 2), hour: 10) }
  }

  mutating func sendAgain(_ month: Month, _ ledger: Ledger, at moment: Moment) {
    guard !ledger.platformPackage(of: month).rows.isEmpty else { return }
    take(.export(month), at: moment)
    later(.townAnswers(month), on: workingDay(after: moment.day + 3), hour: 15)
  }
}
