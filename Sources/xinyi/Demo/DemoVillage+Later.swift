import XinyiLedger

/// What does not belong to every month's round.
extension DemoVillage {
  /// Plans something, unless the story's last meeting comes first.
  mutating func later(_ event: DemoTask.Event, on day: Day, hour: Int) {
    guard day < options.lastMeeting else { return }
    schedule.add(.later(event), at: DemoClock.moment(on: day, hour: hour, minute: 20))
  }

  mutating func perform(_ event: DemoTask.Event, _ ledger: Ledger, at moment: Moment) {
    switch event {
    case .closeYear(let year): closeYear(year, ledger, at: moment)
    case .expire: expire(ledger, at: moment)
    case .setCampaign(let month): setCampaign(in: month, at: moment)
    case .lengthenNotice: lengthenNotice(ledger, at: moment)
    case .changeCouncil: changeCouncil(ledger, at: moment)
    case .remind(let rule, let person): remind(person, of: rule, ledger, at: moment)
    case .putRight(let rule, let person): putRight(rule, person, ledger, at: moment)
    case .recordOverdue(let rule, let person): recordOverdue(rule, person, ledger, at: moment)
    case .redress: redress(ledger, at: moment)
    case .objectLate: objectLate(ledger, at: moment)
    case .answerLate(let entry): answerLate(entry, ledger, at: moment)
    case .takeDoubleBack: takeDoubleBack(ledger, at: moment)
    case .townAnswers(let month): townAnswers(month, ledger, at: moment)
    case .sendAgain(let month): sendAgain(month, ledger, at: moment)
    case .moveIn: moveIn(at: moment)
    case .moveOut: moveOut(at: moment)
    case .die: die(ledger, at: moment)
    }
  }

  /// Whether the ledger would take something now. It is tried on a draft that is dropped, so only
  /// for what seldom happens.
  func accepts(
    _ ledger: Ledger, at moment: Moment, _ act: (inout Draft) throws -> Void
  ) -> Bool {
    var draft = Draft(
      ledger,
      stamp: Draft.Stamp(
        at: max(moment, ledger.lastAt), by: Self.clerk, receipt: .placeholder, request: .zero))
    return (try? act(&draft)) != nil
  }

  /// Records a request for those of its recipients of whom the ledger takes it: some have moved
  /// out since it was planned, or have a reminder whose term runs.
  mutating func record(_ request: RecordRequest, _ ledger: Ledger, at moment: Moment) {
    let today = max(moment, ledger.lastAt).day
    var request = request
    request.recipients = request.recipients.filter {
      ledger.accepts(request, for: $0, today: today)
    }
    if !request.recipients.isEmpty { take(.record(request), at: moment) }
  }
}
