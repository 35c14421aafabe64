extension Draft {
  /// Records one entry per recipient, all or none (S3, S4).
  ///
  /// - Returns: the batch number and the numbers of the entries, in the order of the recipients.
  /// - Throws: `Refusal` for a rule of the village, `RecordValueFault` for a missing or unknown
  ///   quantity, level or value.
  @discardableResult
  public mutating func record(
    _ request: RecordRequest
  ) throws -> (batch: BatchNumber, entries: [EntryNumber]) {
    try record([request])
  }

  /// Records several requests as one batch: a working day on which not everybody did as much.
  @discardableResult
  public mutating func record(
    _ requests: [RecordRequest]
  ) throws -> (batch: BatchNumber, entries: [EntryNumber]) {
    let batch = ledger.nextBatch
    var numbers: [EntryNumber] = []
    for request in requests {
      for recipient in request.recipients {
        let event = try ledger.recording(request, for: recipient, batch: batch, today: today)
        let reminder = ledger.overdueReminder(for: event)
        try append(.recorded(event))
        if let reminder {
          try append(.reminderClosed(.init(reminder: reminder, outcome: .recorded)))
        }
        numbers.append(event.entry)
      }
    }
    try settleTiers(fedBy: numbers)
    return (batch, numbers)
  }

  /// Withdraws entries that no meeting has seen yet; a reversal takes along what follows from it,
  /// which is never withdrawn alone.
  public mutating func withdraw(_ named: [EntryNumber], why: String) throws {
    var numbers = named
    for number in named {
      guard let entry = ledger[number] else { throw HistoryFault.unknownEntry(number) }
      if let leader = ledger.leader(of: entry), !named.contains(leader.number) {
        throw Refusal.followsReversal(number, leader: leader.number)
      }
      numbers += ledger.followers(of: entry).map(\.number).filter { !numbers.contains($0) }
    }
    for number in numbers {
      guard let entry = ledger[number] else { throw HistoryFault.unknownEntry(number) }
      let month = ledger.reviewMonth(entry.month).state
      guard entry.state == .pending, month == .open else {
        throw Refusal.notWithdrawable(number, entry.state, month)
      }
    }
    try withConsequences(of: numbers) { draft in
      for (rows, part, parts) in parts(of: numbers) {
        try draft.append(.withdrawn(.init(entries: rows, why: why, part: part, parts: parts)))
      }
    }
  }
}

extension Ledger {
  var nextBatch: BatchNumber {
    BatchNumber(unchecked: "B\(padded(index.batches + 1, 4))")
  }

  /// The event for one recipient, or the first reason against it in order of precedence.
  func recording(
    _ request: RecordRequest, for recipient: RecordRequest.Recipient, batch: BatchNumber,
    today: Day
  ) throws -> Event.Recorded {
    let day = request.on
    guard day <= today else { throw Refusal.futureDay(day, today: today) }
    guard day.month >= opened.firstMonth else {
      throw Refusal.beforeFirstMonth(day, first: opened.firstMonth)
    }
    guard let catalog = catalog(on: day), let item = catalog[request.rule] else {
      throw Refusal.noSuchRuleThen(request.rule, on: day)
    }
    if case .tier = item.amount { throw Refusal.recordedByProgram(item.code) }
    let (person, household) = try concerned(recipient, item: item, on: day)
    try requireEvaluated(person, item: item, on: day)
    try requireDocument(request)
    let isLate = try isLate(request, today: today)
    let reminded = try reminding(request, item: item, person, household, today: today)
    try requireCampaign(request, item: item, person: person)
    let value = try item.value(request, members: roster.members(of: household, on: day).count)
    var event = Event.Recorded(
      entry: .placeholder, batch: batch, person: person, household: household, rule: item.code,
      catalog: catalog.version, title: item.title, on: day,
      month: firstUnopenedMonth(from: day.month), quantity: value.quantity, level: value.level,
      choice: value.choice, deed: request.deed, campaign: request.campaign,
      document: request.document, evidence: request.evidence, note: request.note,
      why: request.why, collector: request.collector, source: request.source, asked: .zero,
      flags: recordedFlags(request, item: item, isLate: isLate, isReminded: reminded),
      corrects: request.corrects)
    event.entry = nextEntry(in: event.month)
    let subject = subject(of: event)
    try refuseTwin(of: event, subject: subject)
    event.asked = try asked(value, item: item, subject: subject, request: request)
    return event
  }

  /// Whose entry it becomes: the person's own, or the head's for a household item (S4.5).
  func concerned(
    _ recipient: RecordRequest.Recipient, item: Catalog.Item, on day: Day
  ) throws -> (PersonNumber, HouseholdNumber) {
    switch (recipient, item.subject) {
    case (.household(let household), .person):
      throw RecordValueFault.householdForPersonItem(item.code, household)
    case (.household(let household), .household):
      return (try head(of: household, on: day), household)
    case (.person(let person), let subject):
      guard let household = roster[person]?.household(on: day) else {
        throw Refusal.noHousehold(person, on: day)
      }
      return (subject == .person ? person : try head(of: household, on: day), household)
    }
  }

  private func head(of household: HouseholdNumber, on day: Day) throws(Refusal) -> PersonNumber {
    guard let head = roster.head(of: household, on: day) else {
      throw .noHead(household, on: day)
    }
    return head
  }

  /// Who is not evaluated gets no minus, and only the plus items marked for it (S6.1).
  func requireEvaluated(
    _ person: PersonNumber, item: Catalog.Item, on day: Day
  ) throws(Refusal) {
    let status = roster[person]?.status(on: day) ?? .resident
    let counts = status.isEvaluated || (item.sign == .plus && item.whileAway == true)
    if !counts { throw .notEvaluated(person, status, on: day) }
  }

  /// What the town or another body found stands on its document, not on the meeting (S5.6).
  private func requireDocument(_ request: RecordRequest) throws(Refusal) {
    switch request.source {
    case .town, .outside:
      guard request.document == nil else { return }
      throw .outsideNeedsDocument(request.source, rule: request.rule)
    case .own, .collector: return
    }
  }

  /// Late is what happened before its own month's review was opened and came too late for it;
  /// older than `lateDays` it needs a reason (S3.2).
  private func isLate(_ request: RecordRequest, today: Day) throws(Refusal) -> Bool {
    guard let opened = reviewMonth(request.on.month).meeting?.openedOn, request.on < opened else {
      return false
    }
    let limit = settings(on: today).lateDays
    let days = today - request.on
    if days > limit && request.why == nil {
      throw .lateNeedsReason(request.on, days: days, limit: limit)
    }
    return true
  }

  private func recordedFlags(
    _ request: RecordRequest, item: Catalog.Item, isLate: Bool, isReminded: Bool
  ) -> [EntryFlag] {
    var flags: [EntryFlag] = isLate ? [.late] : []
    if request.evidence.isEmpty { flags.append(.noEvidence) }
    if !isReminded { flags.append(.notReminded) }
    return flags
  }

  /// Whether nothing is missing that should have come before a breach is recorded: a reminder whose
  /// term is over, for the items that give one (S4.9).
  private func reminding(
    _ request: RecordRequest, item: Catalog.Item, _ person: PersonNumber,
    _ household: HouseholdNumber, today: Day
  ) throws(Refusal) -> Bool {
    guard item.sign == .minus, item.remindDays != nil else { return true }
    if let corrected = request.corrects.flatMap({ self[$0] }) {
      return !corrected.recorded.flags.contains(.notReminded)
    }
    if let open = openReminder(of: item, person, household) {
      guard open.isOverdue(on: today) else {
        throw .reminderNotDue(open.number, due: open.issued.due, today: today)
      }
      return true
    }
    if settings(on: today).remindFirst == .require { throw .reminderMissing(item.code) }
    return false
  }

  /// The reminder that a new entry of a breach closes.
  fileprivate func overdueReminder(for event: Event.Recorded) -> ReminderNumber? {
    guard event.corrects == nil, let item = catalogs[event.catalog]?[event.rule] else { return nil }
    return openReminder(of: item, event.person, event.household)?.number
  }

  /// A line is in a campaign by the day it happened, its item and the person's group.
  private func requireCampaign(
    _ request: RecordRequest, item: Catalog.Item, person: PersonNumber
  ) throws(Refusal) {
    guard let code = request.campaign, let campaign = campaigns[code] else { return }
    if let miss = miss(of: campaign, item: item, person: person, on: request.on) {
      throw .notInCampaign(code, miss)
    }
  }

  /// A second case of one person, item and day needs a deed number of its own (S4.3).
  private func refuseTwin(of event: Event.Recorded, subject: ItemSubject) throws(Refusal) {
    let twins = places(of: subject).map { entries[$0] }.filter {
      $0.recorded.on == event.on && $0.state.isLive && $0.recorded.isOriginal
        && $0.number != event.corrects && !isReversed($0.number)
    }
    if twins.contains(where: { $0.recorded.batch == event.batch }) {
      throw .twiceInOne(event.person, rule: event.rule)
    }
    if let twin = twins.first(where: { event.deed == nil || $0.recorded.deed == event.deed }) {
      throw .sameDay(twin.number, person: event.person, rule: event.rule, on: event.on)
    }
  }

  /// Signed points by rule and quantity; a magnitude typed by the clerk must fit (S4.8).
  private func asked(
    _ value: Catalog.Item.Value, item: Catalog.Item, subject: ItemSubject,
    request: RecordRequest
  ) throws(Refusal) -> Points {
    var magnitude = value.points
    if let quantity = value.quantity {
      guard
        let sum = Valuation(self).base(
          of: quantity, item: item, subject: subject, on: request.on)
      else {
        throw .tooManyPoints(item.code)
      }
      magnitude = sum
    }
    if let typed = request.points, typed != magnitude {
      throw .outOfSet(item.code, asked: typed, allowed: .values([magnitude]))
    }
    return item.sign == .minus ? -magnitude : magnitude
  }
}

extension Catalog.Item {
  /// What a line of this item carries; `points` is a magnitude.
  struct Value {
    var points: Points = .zero
    var quantity: Quantity?
    var level: String?
    var choice: Points?
  }

  /// Takes what the item's kind needs from a request and refuses what it cannot use.
  fileprivate func value(_ request: RecordRequest, members: Int) throws -> Value {
    if request.level != nil {
      guard case .level = amount else { throw RecordValueFault.levelNotTaken(code) }
    }
    if request.quantity != nil && (amount.kind != .perUnit || amount.countsFamilyMembers) {
      throw RecordValueFault.quantityNotTaken(code)
    }
    switch amount {
    case .fixed(let points): return Value(points: points)
    case .perUnit(_, _, let measure):
      let counted = amount.countsFamilyMembers ? Quantity(tenths: members * 10) : request.quantity
      guard let quantity = counted else {
        throw RecordValueFault.quantityMissing(code, measure: measure)
      }
      return Value(quantity: quantity)
    case .level(let levels): return try level(of: levels, request)
    case .choice(let values):
      guard let chosen = request.points else { throw RecordValueFault.pointsMissing(code, values) }
      guard values.contains(chosen) else {
        throw Refusal.outOfSet(code, asked: chosen, allowed: .values(values))
      }
      return Value(points: chosen, choice: chosen)
    case .tier: throw Refusal.recordedByProgram(code)
    }
  }

  private func level(of levels: [Catalog.Level], _ request: RecordRequest) throws -> Value {
    guard let name = request.level else { throw RecordValueFault.levelMissing(code, levels) }
    guard let level = levels.first(where: { $0.name == name }) else {
      throw RecordValueFault.levelUnknown(code, given: name, levels)
    }
    return Value(points: level.points, level: level.name)
  }
}
