import XinyiLedger

/// The notice of a month, what is said against it, and its end.
extension DemoVillage {
  mutating func publish(_ month: Month, at moment: Moment) {
    take(.publish(month), at: moment)
    schedule.addNext(.posted(month), at: moment)
  }

  /// Once the notice hangs: who will object, and when it takes effect. The story's last notice is
  /// still on the board at the end, with one objection open.
  mutating func planObjections(to month: Month, _ ledger: Ledger) {
    guard let notice = lastNotice(of: month, ledger) else { return }
    if month == options.last {
      schedule.add(
        .object(month, .none), at: DemoClock.moment(on: notice.from + 1, hour: 10, minute: 25))
      return
    }
    for (index, answer) in answers(in: month).enumerated() {
      let day = notice.from + (index + 1)
      schedule.add(
        .object(month, answer), at: DemoClock.moment(on: day, hour: 9 + index, minute: 40))
    }
    planConfirm(of: month, ledger)
  }

  private mutating func answers(in month: Month) -> [DemoTask.Answer] {
    let isEven = month.monthOfYear.isMultiple(of: 2)
    let upheld: DemoTask.Answer = isEven ? .amended : .cancelled
    if month == options.start { return [.dismissed, upheld] }
    return (0..<random.below(3)).map { _ in nextAnswer() }
  }

  /// The ways to answer take turns, so that each comes up in every few months.
  private mutating func nextAnswer() -> DemoTask.Answer {
    if memory.answersLeft.isEmpty {
      memory.answersLeft = random.shuffled([.dismissed, .dismissed, .amended, .cancelled])
    }
    return memory.answersLeft.popLast() ?? .dismissed
  }

  /// Plans the confirm for the first working day after the last notice of a month.
  mutating func planConfirm(of month: Month, _ ledger: Ledger) {
    guard let notice = lastNotice(of: month, ledger) else { return }
    let day = workingDay(after: notice.to)
    schedule.add(.confirm(month), at: DemoClock.moment(on: day, hour: 9, minute: 0))
  }

  private func lastNotice(of month: Month, _ ledger: Ledger) -> Notice? {
    ledger.reviewMonth(month).notices.last.flatMap { ledger.notices[$0] }
  }

  mutating func object(
    to month: Month, _ answer: DemoTask.Answer, _ ledger: Ledger, at moment: Moment
  ) {
    guard let notice = lastNotice(of: month, ledger),
      let entry = lineInDoubt(on: notice, answer, ledger)
    else { return }
    // Where no line leaves the council a choice, another month has to bring one.
    if answer == .amended && lowerValue(for: entry, ledger) == nil {
      memory.answersLeft.append(.amended)
    }
    let isMinus = entry.frozen?.isNegative == true
    let isDoubled = ledger.assessment(of: entry).isDoubled
    let words = DemoWords.objection(ledger.item(of: entry), isDoubled: isDoubled)
    let person = isMinus ? entry.recorded.person : worker(in: nil, on: moment.day).map(number)
    take(.object(to: entry.number, why: random.pick(words), by: person), at: moment)
    let day: Day
    switch answer {
    case .none: return
    case .dismissed: day = notice.from + 4
    case .amended, .cancelled: day = workingDay(after: workingDay(after: notice.to))
    }
    schedule.add(
      .answer(month, entry.number, answer), at: DemoClock.moment(on: day, hour: 15, minute: 20))
  }

  /// A line that somebody may object to with some reason.
  private mutating func lineInDoubt(
    on notice: Notice, _ answer: DemoTask.Answer, _ ledger: Ledger
  ) -> Entry? {
    let lines = notice.lines.compactMap { ledger[$0.entry] }.filter {
      $0.state == .onNotice && $0.frozen != .zero && $0.recorded.isOriginal
        && ledger.item(of: $0)?.mask == .shown
    }
    let minus = lines.filter { $0.frozen?.isNegative == true }
    let fitting =
      switch answer {
      case .dismissed: minus
      case .amended: lines.filter { lowerValue(for: $0, ledger) != nil }
      case .cancelled: lines.filter { $0.frozen?.isNegative == false }
      case .none: minus.filter { ledger.assessment(of: $0).isDoubled }
      }
    for list in [fitting, minus, lines] where !list.isEmpty { return random.pick(list) }
    return nil
  }

  /// The council answers; what it corrects goes on a supplement the next working day.
  mutating func answer(
    _ month: Month, _ number: EntryNumber, _ answer: DemoTask.Answer, _ ledger: Ledger,
    at moment: Moment
  ) {
    guard let entry = ledger[number], let objection = entry.openObjection else { return }
    let authority = Resolution.Authority.meeting(month, votesOnObjection())
    switch answer {
    case .none: return
    case .dismissed:
      let why = random.pick(DemoWords.dismissal(ledger.item(of: entry)))
      take(
        .resolve(objection, Resolution(outcome: .dismissed, why: why, authority: authority)),
        at: moment)
    case .amended, .cancelled:
      let points = answer == .amended ? lowerValue(for: entry, ledger) : nil
      let why = random.pick(points == nil ? DemoWords.cancellation : DemoWords.correction)
      let resolution = Resolution(
        outcome: points == nil ? .cancelled : .amended, points: points, why: why,
        authority: authority)
      take(.resolve(objection, resolution), at: moment)
      guard points != nil else { return }
      let day = workingDay(after: moment.day)
      schedule.add(.supplement(month), at: DemoClock.moment(on: day, hour: 9, minute: 30))
    }
  }

  mutating func votesOnObjection() -> Votes {
    let members = population.offices.council.count
    let against = members >= 7 ? random.below(3) : random.below(2)
    return Votes(for: members - against, against: against, abstain: 0)
  }

  /// Posts what was corrected, unless an earlier supplement has all of it already.
  mutating func supplement(_ month: Month, _ ledger: Ledger, at moment: Moment) {
    guard ledger.agenda(of: month).contains(where: { $0.state == .approved }) else { return }
    take(.supplement(month), at: moment)
    schedule.addNext(.supplementPosted(month), at: moment)
  }

  /// Confirms what is due, unless an earlier confirm took it already.
  mutating func confirm(_ month: Month, _ ledger: Ledger, at moment: Moment) {
    let isDue = ledger.reviewMonth(month).notices.compactMap { ledger.notices[$0] }.contains {
      $0.isHanging && $0.to < moment.day
    }
    guard isDue else { return }
    take(.confirm(month), at: moment)
    schedule.addNext(.confirmed(month), at: moment)
  }

  /// What took effect goes to the town; the shop opens for those who have points now.
  mutating func export(_ month: Month, _ ledger: Ledger, at moment: Moment) {
    if !ledger.platformPackage(of: month).rows.isEmpty {
      take(.export(month), at: Moment(seconds: moment.seconds + 1_500))
      later(.townAnswers(month), on: workingDay(after: moment.day + 5), hour: 15)
    }
    planYearEnd(ledger, at: moment)
    guard ledger.reviewMonth(month).notices.count == 1 else { return }
    schedule.add(
      .openShop, at: DemoClock.moment(on: workingDay(after: moment.day), hour: 9, minute: 10))
  }
}

func workingDay(after day: Day) -> Day {
  WorkingCalendar.weekdays.movedToWorkingDay(day + 1)
}
