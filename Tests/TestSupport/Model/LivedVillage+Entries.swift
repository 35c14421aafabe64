import XinyiLedger

extension LivedVillage {
  static let rules = [
    "GI01", "GI01", "GI02", "GI04", "GI04", "GI09", "GI03", "DD04", "DD04", "DD05", "DD11",
    "GI14", "GI05", "GI06", "DY04", "DY05", "DY07", "GY15", "DD10", "DD09", "GI12", "RJ01",
    "RJ01", "RJ01", "RJ02", "RJ13", "RJ04", "RJ05", "AQ01", "SS01", "SS03", "CX02", "CW04",
    "ZX10",
  ]

  mutating func somebody() -> PersonNumber {
    if random.oneIn(2) { return favourite }
    return random.oneIn(8) ? random.pick(councillors) : random.pick(people)
  }

  /// A request that mostly says what its item needs.
  mutating func record() -> VillageCommand {
    let rule = random.oneIn(2) ? random.pick(favourites) : random.pick(Self.rules)
    let back = random.oneIn(6) ? 70 : 12
    let day = today + -Int.random(in: random.oneIn(20) ? -2...0 : 0...back, using: &random)
    var request = RecordRequest(
      rule: RuleCode(unchecked: rule), recipients: [.person(somebody())], on: day,
      evidence: random.oneIn(6) ? [] : ["照片"])
    if random.oneIn(6) { request.recipients.append(.person(somebody())) }
    fill(&request)
    if random.oneIn(2) { request.deed = DeedNumber(unchecked: random.pick(["D1", "D2", "D3"])) }
    if random.oneIn(5) { request.collector = somebody() }
    if random.oneIn(4) { request.document = "7号" }
    if !random.oneIn(3) { request.why = "补记" }
    if let campaign = ledger.campaigns.keys.sorted().last, random.oneIn(3) {
      request.campaign = campaign
    }
    return .record(request)
  }

  private mutating func fill(_ request: inout RecordRequest) {
    switch ledger.catalogs[1]?[request.rule]?.amount {
    case .perUnit(_, let per, _):
      let tenths = Int.random(in: 1...(per.tenths * 6), using: &random)
      if request.rule.text != "GI06" || random.oneIn(9) {
        request.quantity = Quantity(tenths: tenths)
      }
    case .level(let levels): request.level = random.pick(levels).name
    case .choice(let values): request.points = random.pick(values)
    case .fixed, .tier, nil:
      if random.oneIn(15) { request.points = Points(tenths: 50) }
    }
  }

  // MARK: Corrections

  private mutating func entry(
    where isMeant: (Entry) -> Bool
  ) -> EntryNumber? {
    let meant = ledger.entries.filter(isMeant)
    let chosen = random.oneIn(6) || meant.isEmpty ? Array(ledger.entries.suffix(12)) : meant
    return chosen.randomElement(using: &random)?.number
  }

  mutating func correct() throws {
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1:
      guard let number = entry(where: { $0.state == .pending }) else { return }
      try run(.withdraw([number]))
    case 2, 3:
      guard let number = entry(where: { $0.state != .withdrawn }) else { return }
      var correction = Correction()
      if !random.oneIn(3) { correction.on = today + -Int.random(in: 0...9, using: &random) }
      if random.oneIn(4) { correction.recipient = .person(somebody()) }
      try run(.fix([number], correction))
    default:
      let breaches = Set(["RJ01", "RJ02", "SS01", "SS03", "CX02", "CW04", "RJ13"])
      guard
        let number = entry(where: {
          $0.state.isEffective && breaches.contains($0.recorded.rule.text)
        })
      else { return }
      let magnitudes = [0, 10, 20, 30, 50, 50, 100].compactMap { Points(tenths: $0) }
      try run(.redress(number, random.pick(magnitudes)))
    }
  }

  mutating func takeBack() throws {
    let isAny = random.oneIn(3)
    guard
      let number = entry(where: { $0.state.isEffective && (isAny || $0.recorded.isOriginal) })
    else { return }
    let second = random.oneIn(6) ? Operator(unchecked: random.pick(["other", "clerk"])) : nil
    try run(.reverse(number, second: second))
  }

  // MARK: People, settings, goods

  mutating func redeem() throws {
    var basket = [
      RedeemRequest.Piece(ItemCode(unchecked: "soap"), Int.random(in: 1...3, using: &random))
    ]
    if random.oneIn(2) { basket.append(.init(ItemCode(unchecked: "salt"), 1)) }
    let back = random.oneIn(5) ? Int.random(in: -1...40, using: &random) : 0
    let day = max(today + -back, ledger.opened.firstMonth.firstDay)
    guard
      let request = RedeemRequest(
        .person(somebody()), basket: basket, on: day, again: random.oneIn(2),
        limits: [ItemCode(unchecked: "salt"): 3])
    else { return }
    try run(.redeem(request))
  }

  mutating func change() throws {
    switch Int.random(in: 0..<16, using: &random) {
    case 0:
      let status = random.pick([ResidentStatus.student, .resident, .resident, .away, .left])
      try run(
        .status(status, random.pick(people), from: today + -Int.random(in: 0...20, using: &random)))
    case 1:
      let person = random.pick(people)
      guard let household = ledger.roster[person]?.household(on: today) else { return }
      try run(.fact(.init(person: person, from: today, what: .head, value: household.text)))
    case 2:
      let value = "\(random.pick(people)):亲戚"
      let person = random.pick(councillors)
      try run(.fact(.init(person: person, from: today, what: .relation, value: value)))
    case 3: try run(.consent(random.pick(people), given: !random.oneIn(4)))
    case 4, 5:
      guard let month = ledger.months.keys.sorted().randomElement(using: &random) else { return }
      try run(.export(month))
    case 6: try answer()
    case 7: try run(.receive(Int.random(in: 1...20, using: &random), ItemCode(unchecked: "soap")))
    case 8, 9: try remind()
    case 10, 11: try closeReminder()
    case 12: try setCampaign()
    case 13:
      let from = random.oneIn(2) ? today.month : today.month.next
      try run(.settings(.init(from: from, settings: randomSettings(), why: nil)))
    case 14: try run(random.oneIn(2) ? .expire : .closeYear(today.year))
    default: try changeCouncil()
    }
  }

  /// Somebody leaves the council or comes into it; first who may be no member any more.
  mutating func changeCouncil() throws {
    let members = ledger.roster.holders(of: .council, on: today)
    let others = (councillors + people).filter { !members.contains($0) && isFit($0) }
    if let unfit = members.first(where: { !isFit($0) }) {
      try name(unfit, "-council")
    } else if members.count % 2 == 0 || members.count < 5 {
      try name(others.first ?? newcomer(), Role.council.rawValue)
    } else if random.oneIn(3), let member = members.randomElement(using: &random) {
      try name(member, "-council")
    }
  }

  /// Somebody who moves in, with a household of their own.
  private mutating func newcomer() throws -> PersonNumber {
    let person = PersonNumber(unchecked: "200\(councillors.count)")
    let household = "4\(councillors.count)"
    for (what, value) in [(RosterFact.Topic.household, household), (.head, household)] {
      try run(.fact(.init(person: person, from: today, what: what, value: value)))
    }
    councillors.append(person)
    return person
  }

  private mutating func name(_ person: PersonNumber, _ role: String) throws {
    try run(.fact(.init(person: person, from: today, what: .role, value: role)))
  }

  /// With a rating of the base at least, and there.
  func isFit(_ person: PersonNumber) -> Bool {
    ledger.rating(of: person, on: today) >= ledger.settings(on: today).base
      && ledger.roster[person]?.status(on: today) == .resident
  }

  private mutating func remind() throws {
    let rule = random.pick(["RJ01", "RJ01", "RJ02", "SS01", "CX02", "GI04"])
    try run(.remind(.person(somebody()), RuleCode(unchecked: rule)))
  }

  private mutating func closeReminder() throws {
    guard let number = ledger.reminderOrder.suffix(3).randomElement(using: &random) else {
      return try remind()
    }
    let outcome = random.pick([ReminderOutcome.putRight, .putRight, .cancelled])
    try run(.closeReminder(number, outcome, on: today + -Int.random(in: -1...6, using: &random)))
  }

  private mutating func setCampaign() throws {
    let codes = ["C1", "C2"]
    let from = today + Int.random(in: -20...20, using: &random)
    let isFlat = random.oneIn(2)
    let campaign = Event.CampaignSet(
      campaign: CampaignCode(unchecked: random.pick(codes)), title: "活动", from: from,
      to: from + Int.random(in: -2...60, using: &random),
      rules: random.pick([[], ["GI04", "GI01"], ["DD04"], ["RJ01"]]).map {
        RuleCode(unchecked: $0)
      },
      bonus: isFlat ? Points(tenths: random.pick([5, 10])) : nil,
      percent: isFlat ? nil : random.pick([150, 200]),
      budget: random.oneIn(2) ? Points(tenths: random.pick([50, 120])) : nil,
      groups: random.oneIn(3) ? ["2组"] : [], heading: nil)
    try run(.campaign(campaign))
  }

  private mutating func answer() throws {
    guard let package = ledger.packages.keys.sorted().last else { return }
    let sent = (ledger.packages[package] ?? []).filter { ledger[$0]?.state == .sent }
    let answers = sent.map { number in
      let isTaken = !random.oneIn(4)
      return TownAnswer(
        entry: number, outcome: isTaken ? .entered : .returned, number: isTaken ? "77" : nil,
        why: isTaken ? nil : "缺材料", package: nil)
    }
    if !answers.isEmpty { try run(.answer(answers)) }
  }

  mutating func randomSettings() -> Settings {
    var settings = Settings.standard(operator: Self.clerk)
    settings.base = Points.whole(random.pick([1000, 1000, 1000, 900]))
    settings.noticeDays = Int.random(in: 1...7, using: &random)
    settings.correctionDays = Int.random(in: 1...4, using: &random)
    settings.lateDays = random.pick([10, 31])
    settings.repeatFactor = random.pick([2, 2, 3])
    settings.votesOf = random.pick([.members, .present])
    settings.minusSpendable = !random.oneIn(3)
    settings.sum = random.pick([.year, .year, .session])
    settings.remindFirst = random.oneIn(4) ? .require : .flag
    settings.carry = random.pick([nil, .all, .nothing, .until])
    settings.carryUntil = MonthDay(random.pick(["01-31", "02-29", "06-30"])) ?? .placeholder
    settings.carryLimit = random.oneIn(3) ? Points.whole(random.pick([0, 3, 10])) : nil
    settings.leaveDays = random.pick([0, 30, 90])
    return settings
  }
}
