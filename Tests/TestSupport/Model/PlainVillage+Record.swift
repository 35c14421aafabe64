import XinyiLedger

// MARK: - Recording (S3, S4)

extension PlainVillage {
  mutating func record(_ request: RecordRequest) throws {
    batches += 1
    var new: [Int] = []
    for recipient in request.recipients {
      lines.append(try line(request, for: recipient))
      new.append(lines.count - 1)
      closeReminder(of: lines.count - 1)
    }
    settleTiers(fedBy: new)
  }

  private func line(
    _ request: RecordRequest, for recipient: RecordRequest.Recipient
  ) throws -> PlainLine {
    let day = request.on
    if day > today { throw PlainRefusal("R101") }
    if day.month < firstMonth { throw PlainRefusal("R102") }
    guard let item = catalog.items.first(where: { $0.code == request.rule }) else {
      throw PlainRefusal("R103")
    }
    if case .tier = item.amount { throw PlainRefusal("R104") }
    let (person, household) = try concerned(recipient, item, on: day)
    try requireEvaluated(person, item, on: day)
    let isLate = try isLate(request)
    let corrected = request.corrects.flatMap { place(of: $0) }
    let notReminded = try isNotReminded(item, person, household, corrected)
    if let campaign = campaign(request.campaign),
      !belongs(to: campaign, item, person, on: day)
    {
      throw PlainRefusal("R256")
    }
    let (asked, quantity) = try value(request, item, household)
    let month = firstOpenMonth(from: day.month)
    var line = PlainLine(
      number: nextNumber(in: month), batch: batches, person: person, household: household,
      rule: item.code,
      isOfHousehold: item.subject == .household, on: day, asked: asked, month: month)
    line.quantity = quantity
    line.level = request.level
    if case .choice = item.amount { line.choice = request.points }
    line.deed = request.deed
    line.campaign = request.campaign
    line.hasDocument = request.document != nil
    line.evidence = request.evidence
    line.collector = request.collector
    line.isLate = isLate
    line.notReminded = notReminded
    line.corrects = corrected
    try refuseTwin(of: line, item)
    line.asked = try signed(line, item, request)
    return line
  }

  func concerned(
    _ recipient: RecordRequest.Recipient, _ item: Catalog.Item, on day: Day
  ) throws -> (PersonNumber, HouseholdNumber) {
    let household: HouseholdNumber
    switch recipient {
    case .household(let number):
      if item.subject == .person { throw PlainWordFault() }
      household = number
    case .person(let person):
      guard let number = self.household(of: person, on: day) else { throw PlainRefusal("R106") }
      if item.subject == .person { return (person, number) }
      household = number
    }
    guard let head = head(of: household, on: day) else { throw PlainRefusal("R105") }
    return (head, household)
  }

  func requireEvaluated(_ person: PersonNumber, _ item: Catalog.Item, on day: Day) throws {
    if status(of: person, on: day) == .resident { return }
    if item.sign == .plus && item.whileAway == true { return }
    throw PlainRefusal("R107")
  }

  private func isLate(_ request: RecordRequest) throws -> Bool {
    guard let opened = month(request.on.month).openedOn, request.on < opened else { return false }
    if today - request.on > settings(on: today).lateDays && request.why == nil {
      throw PlainRefusal("R108")
    }
    return true
  }

  /// What an item asks for and cannot use, and the magnitude by rule alone.
  private func value(
    _ request: RecordRequest, _ item: Catalog.Item, _ household: HouseholdNumber
  ) throws -> (asked: Int, quantity: Int?) {
    var isCounted = false
    var isLevel = false
    if case .perUnit(_, _, let measure) = item.amount { isCounted = measure != "家庭成员" }
    if case .level = item.amount { isLevel = true }
    if request.level != nil && !isLevel { throw PlainWordFault() }
    if request.quantity != nil && !isCounted { throw PlainWordFault() }
    switch item.amount {
    case .fixed(let points): return (points.tenths, nil)
    case .perUnit:
      if !isCounted { return (0, members(of: household, on: request.on).count * 10) }
      guard let quantity = request.quantity else { throw PlainWordFault() }
      return (0, quantity.tenths)
    case .level(let levels):
      guard let level = levels.first(where: { $0.name == request.level }) else {
        throw PlainWordFault()
      }
      return (level.points.tenths, nil)
    case .choice(let values):
      guard let chosen = request.points else { throw PlainWordFault() }
      guard values.contains(chosen) else { throw PlainRefusal("R110") }
      return (chosen.tenths, nil)
    case .tier: throw PlainRefusal("R104")
    }
  }

  private func refuseTwin(of line: PlainLine, _ item: Catalog.Item) throws {
    let twins = lines.indices.filter { place in
      let other = lines[place]
      let isSame =
        item.subject == .household
        ? other.household == line.household : other.person == line.person
      return isSame && other.rule == line.rule && other.on == line.on && other.isCase
        && other.isLive && place != line.corrects && !isReversed(place)
    }
    if twins.contains(where: { lines[$0].batch == line.batch }) { throw PlainRefusal("R113") }
    if twins.contains(where: { line.deed == nil || lines[$0].deed == line.deed }) {
      throw PlainRefusal("R109")
    }
  }

  private func signed(
    _ line: PlainLine, _ item: Catalog.Item, _ request: RecordRequest
  ) throws -> Int {
    var asked = line.asked
    if line.quantity != nil {
      var with = self
      with.lines.append(line)
      let place = with.lines.count - 1
      asked = abs(with.base(of: place, in: with.group(of: place, Standpoint())))
    }
    if let typed = request.points, typed.tenths != asked { throw PlainRefusal("R110") }
    return item.sign == .minus ? -asked : asked
  }

  /// Entries that no meeting has seen yet.
  mutating func withdraw(_ numbers: [EntryNumber]) throws {
    let named = numbers.compactMap { place(of: $0) }
    for place in named {
      if let leader = leader(of: place), !named.contains(leader) { throw PlainRefusal("R245") }
    }
    let following = named.flatMap { followers(of: $0) }.filter { !named.contains($0) }
    let places = named + following
    for place in places {
      let line = lines[place]
      if line.state != .pending || month(line.month).state != .open { throw PlainRefusal("R112") }
    }
    adjusting(places) { village in
      for place in places { village.lines[place].state = .withdrawn }
    }
  }
}

// MARK: - Reminders (S4.9)

extension PlainVillage {
  private func openReminder(
    _ item: Catalog.Item, _ person: PersonNumber, _ household: HouseholdNumber
  ) -> Int? {
    reminders.firstIndex {
      $0.isOpen && $0.rule == item.code
        && (item.subject == .household ? $0.household == household : $0.person == person)
    }
  }

  private func isNotReminded(
    _ item: Catalog.Item, _ person: PersonNumber, _ household: HouseholdNumber,
    _ corrected: Int?
  ) throws -> Bool {
    guard item.sign == .minus, item.remindDays != nil else { return false }
    if let corrected { return lines[corrected].notReminded }
    if let open = openReminder(item, person, household) {
      if today <= reminders[open].due { throw PlainRefusal("R254") }
      return false
    }
    if settings(on: today).remindFirst == .require { throw PlainRefusal("R255") }
    return true
  }

  private mutating func closeReminder(of place: Int) {
    let line = lines[place]
    if line.corrects != nil { return }
    if let open = openReminder(item(line), line.person, line.household) {
      reminders[open].isOpen = false
    }
  }

  mutating func remind(_ recipient: RecordRequest.Recipient, of rule: RuleCode) throws {
    guard let item = catalog.items.first(where: { $0.code == rule }) else {
      throw PlainRefusal("R103")
    }
    guard item.sign == .minus, let days = item.remindDays else { throw PlainRefusal("R250") }
    let (person, household) = try concerned(recipient, item, on: today)
    try requireEvaluated(person, item, on: today)
    if openReminder(item, person, household) != nil { throw PlainRefusal("R251") }
    let serial = reminders.filter { $0.number.month == today.month }.count + 1
    reminders.append(
      PlainReminder(
        number: ReminderNumber(month: today.month, serial: serial), person: person,
        household: self.household(of: person, on: today), rule: rule, due: today + days))
  }

  mutating func closeReminder(
    _ number: ReminderNumber, _ outcome: ReminderOutcome, on day: Day
  ) throws {
    guard let place = reminders.firstIndex(where: { $0.number == number }) else {
      throw PlainWordFault()
    }
    if !reminders[place].isOpen { throw PlainRefusal("R252") }
    if day > today { throw PlainRefusal("R101") }
    if outcome == .putRight && day > reminders[place].due { throw PlainRefusal("R253") }
    reminders[place].isOpen = false
  }

  mutating func setCampaign(_ campaign: Event.CampaignSet) throws {
    if campaign.from > campaign.to { throw PlainRefusal("R257") }
    for code in campaign.rules {
      guard catalog.items.contains(where: { $0.code == code && $0.sign == .plus }) else {
        throw PlainRefusal("R258")
      }
    }
    campaigns.append(campaign)
  }
}
