import TestSupport
import Testing
import XinyiLedger

/// A village that lives through random commands, most of them legal, and keeps the lines that
/// they wrote. The same seed gives the same village.
struct RandomVillage {
  private(set) var village: TestVillage
  /// Every line of the ledger, the opening one among them.
  private(set) var lines: [RecordedEvent]
  private(set) var today: Day
  private(set) var done: [String: Int] = [:]
  private(set) var refused: [String: Int] = [:]
  var random: SeededRandom
  private var clock = 9 * 3600
  private var commands = 0

  static let people: [PersonNumber] = ["0001", "0002", "0003", "0004", "0005", "0006"]
  private static let clerk = Operator(unchecked: "clerk")

  init(seed: UInt64, opened: Day) throws {
    var random = SeededRandom(seed: seed)
    let holder = random.pick([AccountHolder.person, .person, .household])
    let votesOf = random.pick(Settings.VotesOf.allCases)
    let sum = random.pick(Settings.SumRule.allCases)
    let lowers = !random.oneIn(4)
    village = try TestVillage(opened: opened, account: holder) { settings in
      settings.votesOf = votesOf
      settings.sum = sum
      settings.minusSpendable = lowers
    }
    self.random = random
    today = opened
    lines = [
      RecordedEvent(
        sequence: 1, at: Moment(day: opened, secondOfDay: 8 * 3600), by: Self.clerk,
        receipt: ReceiptKey(unchecked: "open"), request: .zero,
        event: .ledgerOpened(village.ledger.opened))
    ]
    commands = 1
    keep(village.events, receipt: "t1")
    try command("add") { draft in
      for (index, number) in Self.people.enumerated() {
        let household: HouseholdNumber = index < 3 ? "201" : index == 3 ? "202" : "203"
        try draft.add(
          NewPerson(
            number: number, household: household, group: "2组",
            isHead: [0, 3, 4].contains(index), roles: [], from: opened))
      }
      for (item, price) in [("soap", 1), ("salt", 0.5)] as [(ItemCode, Points)] {
        try draft.setPrice(price, of: item)
        try draft.receive(
          .init(item: item, batch: nil, count: 40, expires: nil, from: nil))
      }
    }
  }

  var ledger: Ledger { village.ledger }

  private mutating func keep(_ events: some Sequence<Event>, receipt: String) {
    for event in events {
      lines.append(
        RecordedEvent(
          sequence: lines.count + 1, at: village.ledger.lastAt, by: Self.clerk,
          receipt: ReceiptKey(unchecked: receipt), request: .zero, event: event))
    }
  }

  /// Runs one command. A refusal counts and changes nothing; every other error ends the test.
  mutating func command(_ name: String, _ body: (inout Draft) throws -> Void) throws {
    let before = village.events.count
    let untouched = village.ledger
    commands += 1
    do {
      try village.on(today, clock: clock) { try body(&$0) }
      keep(village.events[before...], receipt: "t\(commands)")
      done[name, default: 0] += 1
    } catch is Refusal {
      refused[name, default: 0] += 1
      try #require(village.ledger == untouched)
    }
  }

  /// Lets up to three days pass and tries a command.
  mutating func step() throws {
    let days = max(0, Int.random(in: -3...3, using: &random))
    if days > 0 {
      today = today + days
      clock = 8 * 3600
    }
    clock = min(clock + Int.random(in: 30...900, using: &random), 86_399)
    switch Int.random(in: 0..<20, using: &random) {
    case 0...4: try record()
    case 5...10: try takeNextStep()
    case 11...13: try decideOne()
    case 14: try withdraw()
    case 15: try object()
    case 16: try resolve()
    case 17, 18: try redeem()
    default: try changeSomebody()
    }
  }
}

// MARK: - The clerk

extension RandomVillage {
  private static let rules = [
    "GI01", "GI01", "GI04", "DD04", "DD04", "DD10", "DD11", "GI14", "GI05", "GI06", "DY03",
    "DY02", "DY05", "DY07", "GY15", "RJ01", "RJ01", "RJ02", "RJ13", "CX02", "AQ01", "GI02",
  ]

  private mutating func record() throws {
    let rule = random.pick(Self.rules)
    let day = today + -Int.random(in: 0...12, using: &random)
    var request = RecordRequest(rule, [random.pick(Self.people).text], on: day)
    if request.rule == "GI04" && random.oneIn(3) {
      request.recipients.append(.person(random.pick(TestVillage.council)))
    }
    switch ledger.catalogs[1]?[request.rule]?.amount {
    case .perUnit(_, let per, _):
      let tenths = Int.random(in: 1...(per.tenths * 40), using: &random)
      if rule != "GI06" { request.quantity = Quantity(tenths: tenths) }
    case .level(let levels): request.level = random.pick(levels).name
    case .choice(let values): request.points = random.pick(values)
    case .fixed, .tier, nil: break
    }
    let number = Int.random(in: 1...999, using: &random)
    if random.oneIn(4) { request.deed = DeedNumber(unchecked: "D\(number)") }
    if random.oneIn(6) { request.evidence = [] }
    if random.oneIn(5) { request.collector = random.pick(Self.people) }
    if !random.oneIn(3) { request.why = "补记" }
    try command("record") { try $0.record(request) }
  }

  private mutating func withdraw() throws {
    guard let entry = ledger.entries.suffix(6).randomElement(using: &random) else { return }
    try command("withdraw") { try $0.withdraw([entry.number], why: "写错") }
  }

  private mutating func changeSomebody() throws {
    let person = random.pick(Self.people)
    let other = random.pick(Self.people)
    let day = today
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      let status = random.pick([ResidentStatus.student, .resident, .resident, .left])
      try command("status") { try $0.setStatus(status, of: person, from: day) }
    case 1:
      guard let household = ledger.roster[person]?.household(on: day) else { return }
      try command("head") {
        try $0.append(
          .rosterChanged(.init(person: person, from: day, what: .head, value: household.text)))
      }
    case 2:
      let member = random.pick(TestVillage.council)
      try command("relation") {
        try $0.append(
          .rosterChanged(
            .init(person: member, from: day, what: .relation, value: "\(other):亲戚")))
      }
    case 3: try command("consent") { try $0.consent(of: person, to: .platform, given: true) }
    case 4:
      let months = ledger.months.keys.sorted()
      guard let month = months.randomElement(using: &random) else { return }
      try command("export") {
        _ = try $0.export($0.ledger.platformPackage(of: month), of: month)
      }
    default:
      let count = Int.random(in: 1...20, using: &random)
      try command("receive") {
        try $0.receive(
          .init(item: "soap", batch: nil, count: count, expires: nil, from: nil))
      }
    }
  }

  private mutating func redeem() throws {
    let late = random.oneIn(6) ? Int.random(in: 1...9, using: &random) : 0
    var basket: [RedeemRequest.Piece] = [
      .init("soap", Int.random(in: 1...3, using: &random))
    ]
    if random.oneIn(2) { basket.append(.init("salt", 1)) }
    let day = max(today + -late, ledger.opened.firstMonth.firstDay)
    let request = try #require(
      RedeemRequest(
        .person(random.pick(Self.people)), basket: basket, on: day,
        again: random.oneIn(2), limits: ["salt": 3]))
    try command("redeem") { try $0.redeem(request) }
  }
}

// MARK: - The month

extension RandomVillage {
  /// Does what `status` advises.
  private mutating func takeNextStep() throws {
    let day = today
    switch ledger.status(on: day).next {
    case .addPeople, .nameCouncil, .record, .awaitNotice: break
    case .openReview(let month):
      let count = Int.random(in: 3...7, using: &random)
      let present = Array(TestVillage.council.shuffled(using: &random).prefix(count))
      try command("open") { try $0.openReview(of: month, present: present, chair: present[0]) }
    case .decideRest(let month):
      let rest = ledger.rest(of: month).map(\.number)
      try command("rest") { try $0.decide(rest, .approve, votes: nil, why: nil) }
    case .decideEach: try decideOne()
    case .closeReview(let month): try command("close") { try $0.closeReview(of: month) }
    case .publish(let month):
      try command("publish") { draft in
        let plan = try draft.ledger.planNotice(
          of: month, from: day, today: day, calendar: .weekdays)
        try draft.publish(plan, body: .zero)
      }
    case .resolve: try resolve()
    case .supplement(let month):
      try command("supplement") { draft in
        let plan = try draft.ledger.planSupplement(
          of: month, from: day, today: day, calendar: .weekdays)
        try draft.publish(plan, body: .zero)
      }
    case .confirm(let month): try command("confirm") { _ = try $0.confirm(month) }
    case .closeYear(let year): try command("year") { try $0.closeYear(year, body: .zero) }
    }
  }

  private mutating func decideOne() throws {
    let inReview = ledger.months.values.filter { $0.state == .inReview }.map(\.month).sorted()
    guard let month = inReview.first else { return }
    let agenda = ledger.agenda(of: month)
    let undecided = random.oneIn(5) ? agenda : agenda.filter { $0.state == .pending }
    guard let entry = undecided.randomElement(using: &random) else { return }
    let motion: Motion =
      switch Int.random(in: 0..<12, using: &random) {
      case 0: .reject
      case 1: .defer
      case 2: .undo
      case 3: .amend(random.pick([0, 1, 2, 5, 10, 20]))
      default: .approve
      }
    let votes = random.oneIn(8) ? Votes(for: 4, against: 1, abstain: 0) : nil
    try command("decide") {
      try $0.decide([entry.number], motion, votes: votes, why: nil)
    }
  }

  private mutating func object() throws {
    let posted = ledger.entries.filter { $0.state == .onNotice || $0.state == .objected }
    guard let entry = posted.randomElement(using: &random) else { return }
    try command("object") { try $0.object(to: entry.number, why: "不实", by: nil) }
  }

  private mutating func resolve() throws {
    guard let objection = ledger.openObjections.first else { return }
    let outcome = random.pick(ObjectionOutcome.allCases + [.amended])
    let points = outcome == .amended ? random.pick([0, 0, 1, 2, 5] as [Points]) : nil
    let votes = Votes(for: Int.random(in: 3...7, using: &random), against: 0, abstain: 0)
    let authority: Resolution.Authority =
      random.oneIn(2) ? .document("5号") : .meeting(today.month, votes)
    try command("resolve") {
      try $0.resolve(
        objection.filed.objection,
        Resolution(outcome: outcome, points: points, why: "核实", authority: authority))
    }
  }
}
