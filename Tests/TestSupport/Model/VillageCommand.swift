import XinyiLedger

/// One command of a village, as program and model both take it.
enum VillageCommand: Sendable {
  case record(RecordRequest)
  case withdraw([EntryNumber])
  case openReview(Month, present: [PersonNumber], chair: PersonNumber)
  case decide([EntryNumber], Motion, Votes?)
  case closeReview(Month)
  case reopenReview(Month)
  case recuse(PersonNumber, [EntryNumber], given: Bool)
  case publish(Month, from: Day)
  case supplement(Month, from: Day)
  case void(NoticeNumber)
  case object(EntryNumber)
  case resolve(ObjectionNumber, Resolution)
  case confirm(Month)
  case reverse(EntryNumber, second: Operator?)
  case redress(EntryNumber, Points)
  case fix([EntryNumber], Correction)
  case remind(RecordRequest.Recipient, RuleCode)
  case closeReminder(ReminderNumber, ReminderOutcome, on: Day)
  case campaign(Event.CampaignSet)
  case export(Month)
  case answer([TownAnswer])
  case consent(PersonNumber, given: Bool)
  case status(ResidentStatus, PersonNumber, from: Day)
  case fact(Event.RosterChanged)
  case settings(Event.SettingsSet)
  case receive(Int, ItemCode)
  case price(Points, ItemCode)
  case redeem(RedeemRequest)
  case closeYear(Year)
  case expire

  static let why = "核实"
}

extension VillageCommand {
  /// What the program makes of it.
  func run(on draft: inout Draft) throws {
    switch self {
    case .record(let request): try draft.record(request)
    case .withdraw(let numbers): try draft.withdraw(numbers, why: Self.why)
    case .openReview(let month, let present, let chair):
      try draft.openReview(of: month, present: present, chair: chair)
    case .decide(let numbers, let motion, let votes):
      try draft.decide(numbers, motion, votes: votes, why: nil)
    case .closeReview(let month): try draft.closeReview(of: month)
    case .reopenReview(let month): try draft.reopenReview(of: month, why: Self.why)
    case .recuse(let person, let numbers, let given):
      try draft.recuse(person, from: numbers, given: given)
    case .publish(let month, let from):
      let plan = try draft.ledger.planNotice(
        of: month, from: from, today: draft.today, calendar: .weekdays)
      try draft.publish(plan, body: .zero)
    case .supplement(let month, let from):
      let plan = try draft.ledger.planSupplement(
        of: month, from: from, today: draft.today, calendar: .weekdays)
      try draft.publish(plan, body: .zero)
    case .void(let number): try draft.void(number, why: Self.why)
    case .object(let number): try draft.object(to: number, why: Self.why, by: nil)
    case .resolve(let number, let resolution): try draft.resolve(number, resolution)
    case .confirm(let month): try draft.confirm(month)
    case .reverse(let number, let second):
      try draft.reverse(number, why: Self.why, second: second)
    case .redress(let number, let points):
      try draft.redress(number, points: points, promise: "改正", evidence: [], why: nil)
    case .fix(let numbers, let correction):
      _ = try draft.fix(numbers, correction, why: Self.why)
    case .remind(let recipient, let rule): try draft.remind(recipient, of: rule)
    case .closeReminder(let number, let outcome, let day):
      try draft.closeReminder(number, outcome, on: day)
    default: try runOther(on: &draft)
    }
  }

  private func runOther(on draft: inout Draft) throws {
    switch self {
    case .campaign(let campaign): try draft.setCampaign(campaign)
    case .export(let month):
      _ = try draft.export(draft.ledger.platformPackage(of: month), of: month)
    case .answer(let answers): try draft.take(answers)
    case .consent(let person, let given):
      try draft.consent(of: person, to: .platform, given: given)
    case .status(let status, let person, let day):
      try draft.setStatus(status, of: person, from: day)
    case .fact(let change): try draft.append(.rosterChanged(change))
    case .settings(let change): try draft.append(.settingsSet(change))
    case .receive(let count, let item):
      try draft.receive(
        .init(item: item, batch: nil, count: count, expires: nil, from: nil))
    case .price(let price, let item): try draft.setPrice(price, of: item)
    case .redeem(let request): try draft.redeem(request)
    case .closeYear(let year): try draft.closeYear(year, body: .zero)
    case .expire: try draft.expireSpendable()
    default: preconditionFailure("\(self)")
    }
  }

  /// The word under which runs are counted.
  var name: String { Mirror(reflecting: self).children.first?.label ?? "\(self)" }
}

// MARK: - The model

extension PlainVillage {
  /// Carries a command out, all of it or nothing.
  ///
  /// - Returns: the code of a refusal; nil when it was carried out.
  mutating func run(_ command: VillageCommand, at moment: Moment) -> String? {
    let untouched = self
    now = moment
    newFrom = lines.count
    do {
      try run(command)
      return nil
    } catch {
      self = untouched
      return (error as? PlainRefusal)?.code ?? "words"
    }
  }

  private mutating func run(_ command: VillageCommand) throws {
    switch command {
    case .record(let request): try record(request)
    case .withdraw(let numbers): try withdraw(numbers)
    case .openReview(let month, let present, let chair):
      try openReview(month, present: present, chair: chair)
    case .decide(let numbers, let motion, let votes):
      try decide(numbers, motion, votes: votes)
    case .closeReview(let month): try closeReview(month)
    case .reopenReview(let month): try reopenReview(month)
    case .recuse(let person, let numbers, let given):
      try recuse(person, from: numbers, given: given)
    case .publish(let month, let from): try publish(month, from: from, isSupplement: false)
    case .supplement(let month, let from): try publish(month, from: from, isSupplement: true)
    case .void(let number): try void(number)
    case .object(let number): try object(to: number)
    case .resolve(let number, let resolution): try resolve(number, resolution)
    case .confirm(let month): try confirm(month)
    case .reverse(let number, let second): try reverse(number, second: second)
    case .redress(let number, let points): try redress(number, points: points.tenths)
    case .fix(let numbers, let correction):
      try fix(numbers, correction, why: VillageCommand.why)
    case .remind(let recipient, let rule): try remind(recipient, of: rule)
    case .closeReminder(let number, let outcome, let day):
      try closeReminder(number, outcome, on: day)
    default: try runOther(command)
    }
  }

  private mutating func runOther(_ command: VillageCommand) throws {
    switch command {
    case .campaign(let campaign): try setCampaign(campaign)
    case .export(let month): export(month)
    case .answer(let answers): try take(answers)
    case .consent(let person, let given):
      platformConsents.removeAll { $0 == person }
      if given { platformConsents.append(person) }
    case .status(let status, let person, let day): try setStatus(status, of: person, from: day)
    case .fact(let change):
      facts.append(
        PlainFact(
          person: change.person, from: change.from, what: change.what, value: change.value))
    case .settings(let change): settings.append((change.from, change.settings))
    case .receive(let count, let item): try receive(count, of: item)
    case .price(let price, let item): setPrice(price, of: item)
    case .redeem(let request): try redeem(request)
    case .closeYear(let year): try closeYear(year)
    case .expire: try expireSpendable()
    default: preconditionFailure("\(command)")
    }
  }

  private mutating func setStatus(
    _ status: ResidentStatus, of person: PersonNumber, from day: Day
  ) throws {
    if day > today { throw PlainRefusal("R101") }
    let held = self.status(of: person, on: day)
    if held == status || held == .dead || held == .left && status != .dead {
      throw PlainRefusal("R153")
    }
    facts.append(PlainFact(person: person, from: day, what: .status, value: status.rawValue))
  }
}
