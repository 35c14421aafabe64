import XinyiFiles
public import XinyiLedger

/// A village's shop that lives through random days of legal and illegal commands, in the program
/// and in the model beside it. The same seed gives the same shop.
public struct ShopDays {
  public private(set) var ledger: Ledger
  private(set) var model: PlainShop
  private var sums = ShopSums()
  /// Every line of the ledger.
  public private(set) var lines: [RecordedEvent]
  public private(set) var counts = Counts()
  private var commands = 0

  let seed: UInt64
  var random: SeededRandom
  var today: Day
  /// Seconds of the day.
  var clock = 9 * 3600
  let people: [PersonNumber]
  private let councillors: [PersonNumber]

  static let clerk = Operator(unchecked: "clerk")
  static let items = ["soap", "oil", "rice", "salt", "cut", "gold"].map(ItemCode.init(unchecked:))

  /// Days lived through, commands carried out by kind, and refusals by code.
  public struct Counts: Sendable, CustomStringConvertible {
    public var days = 0
    public var commands = CommandCounts()

    public init() {}

    public mutating func add(_ other: Counts) {
      days += other.days
      commands.add(other.commands)
    }

    /// The codes with which goods and cards are refused that were not met.
    public var unmet: [String] {
      let codes = Array(301...317) + Array(320...323) + Array(330...348)
      return codes.map { "R\($0)" }.filter { commands.refused[$0] == nil }
    }

    public var description: String {
      "\(days) days, \(commands)"
    }
  }

  public init(seed: UInt64) throws {
    self.seed = seed
    random = SeededRandom(seed: seed)
    let month = Month(year: 2025, month: Int.random(in: 6...11, using: &random)) ?? .placeholder
    today = month.firstDay
    people = (1...6).map { PersonNumber(unchecked: "000\($0)") }
    councillors = (1...5).map { PersonNumber(unchecked: "100\($0)") }
    let catalog = try Self.catalog()
    let opened = Event.LedgerOpened(
      village: Village(name: "苏庄村", town: "侯营镇", county: "东昌府区", code: nil),
      account: random.pick([.person, .person, .household]), practice: true,
      origin: String(repeating: "0", count: 32), firstMonth: month, operator: Self.clerk)
    let first = RecordedEvent(
      sequence: 1, at: Moment(day: today, secondOfDay: 8 * 3600), by: Self.clerk,
      receipt: ReceiptKey(unchecked: "open"), request: .zero, event: .ledgerOpened(opened))
    ledger = try Ledger(opening: first, catalogs: [1: catalog])
    lines = [first]
    model = PlainShop(
      village: PlainVillage(catalog: catalog, holder: opened.account, firstMonth: month))
    try found()
  }

  /// Gifts of any size, which bring tenths of points in full, and a breach.
  private static func catalog() throws -> Catalog {
    var catalog = try defaultCatalog()
    catalog.items.removeAll { !["GI14", "RJ01"].contains($0.code.text) }
    for place in catalog.items.indices {
      catalog.items[place].limit = nil
      catalog.items[place].account.spendable = Catalog.AccountEffect.Spendable.all
    }
    return catalog
  }

  private mutating func found() throws {
    try run(.village(.settings(.init(from: today.month, settings: randomSettings(), why: nil))))
    var draft = draft
    try draft.append(
      .catalogAdopted(.init(version: 1, from: today, sha256: .zero, plus: 1, minus: 1)))
    keep(draft)
    for (index, person) in (people + councillors).enumerated() {
      let isCouncillor = index >= people.count
      let household = isCouncillor ? "3\(index)" : "20\(index % 3 + 1)"
      try know(person, .household, household)
      if index < 3 || isCouncillor { try know(person, .head, household) }
      try know(person, .group, "1组")
      if isCouncillor { try know(person, .role, Role.council.rawValue) }
    }
    for item in Self.items.dropLast(2) {
      try run(.list(item, Points(tenths: random.pick([5, 10, 20])) ?? .zero, service: false))
    }
    try run(.list(Self.items[4], .whole(3), service: true))
    try run(.list(Self.items[5], .whole(100_000), service: true))
  }

  private mutating func know(
    _ person: PersonNumber, _ what: RosterFact.Topic, _ value: String
  ) throws {
    try run(
      .village(.fact(.init(person: person, from: today, what: what, value: value))))
  }
}

// MARK: - Running

extension ShopDays {
  /// Lives through so many days on which the shop does something; the calendar leaves out others.
  public mutating func live(days: Int) throws {
    for _ in 0..<days {
      today = today + Int.random(in: 1...8, using: &random)
      clock = 8 * 3600
      try goOnWithMonth()
      for _ in 0..<Int.random(in: 6...12, using: &random) {
        clock += Int.random(in: 30...900, using: &random)
        try tryCommand()
      }
      counts.days += 1
    }
  }

  public func requireReplay() throws {
    try TestSupport.requireReplay(of: lines, gives: ledger, seed: seed)
  }

  private var draft: Draft {
    Draft(
      ledger,
      stamp: Draft.Stamp(
        at: Moment(day: today, secondOfDay: clock), by: Self.clerk,
        receipt: ReceiptKey(unchecked: "t\(commands)"), request: .zero))
  }

  private mutating func keep(_ draft: Draft) {
    ledger = draft.ledger
    lines += draft.recordedEvents
    for event in draft.events { sums.add(event) }
  }

  /// Lets a command happen in both, and compares what they say and what has become of everything.
  mutating func run(_ command: ShopCommand) throws {
    commands += 1
    var draft = draft
    let program = Self.answer { try command.run(on: &draft) }
    let plain = model.run(
      command, at: draft.stamp, given: draft.events.flatMap(Self.cardsGiven))
    guard program == plain else {
      throw mismatch(command, ["program says \(program ?? "yes"), model \(plain ?? "yes")"])
    }
    if let plain {
      counts.commands.refused[plain, default: 0] += 1
      return
    }
    keep(draft)
    counts.commands.done[command.name, default: 0] += 1
    let faults =
      model.differences(from: ledger, on: today) + sums.faults(of: ledger)
      + ledger.invariantFaults().map { "\($0)" }
    if !faults.isEmpty { throw mismatch(command, faults) }
  }

  /// The code of a refusal, `words` for what nobody knows, nil for a command that was carried out.
  private static func answer(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch let refusal as Refusal {
      return refusal.code
    } catch HistoryFault.unknownItem, HistoryFault.unknownPerson {
      return "words"
    } catch {
      return "\(error)"
    }
  }

  private static func cardsGiven(_ event: Event) -> [CardNumber] {
    switch event {
    case .redeemed(let event): event.paidBy.change
    case .refunded(let event): event.cards ?? []
    case .cardsTaken(let event): event.change
    default: []
    }
  }

  private func mismatch(_ command: ShopCommand, _ faults: [String]) -> Mismatch {
    let last = lines.suffix(12).map { "  \($0.at.day) \($0.event)" }
    let told = ["seed \(seed), command \(commands) on \(today): \(command)"]
    return Mismatch(
      description: (told + faults.prefix(12) + ["the last lines:"] + last)
        .joined(separator: "\n"))
  }
}

// MARK: - The month, which brings points into the accounts

extension ShopDays {
  private mutating func goOnWithMonth() throws {
    if random.oneIn(2) { try record() }
    for _ in 0..<8 {
      switch ledger.nextStep(on: today) {
      case .openReview(let month):
        try run(.village(.openReview(month, present: councillors, chair: councillors[0])))
      case .decideRest(let month), .decideEach(let month):
        let pending = ledger.agenda(of: month).filter { $0.state == .pending }.map(\.number)
        try run(.village(.decide(pending, .approve, nil)))
      case .closeReview(let month): try run(.village(.closeReview(month)))
      case .publish(let month): try run(.village(.publish(month, from: today)))
      case .supplement(let month): try run(.village(.supplement(month, from: today)))
      case .confirm(let month): try run(.village(.confirm(month)))
      case .addPeople, .nameCouncil, .record, .awaitNotice, .resolve, .closeYear: return
      }
    }
  }

  /// A gift, or once in a while a breach.
  private mutating func record() throws {
    let isGift = !random.oneIn(12)
    var request = RecordRequest(
      rule: RuleCode(unchecked: isGift ? "GI14" : "RJ01"),
      recipients: [.person(random.pick(people))], on: today, evidence: ["收据"])
    request.deed = DeedNumber(unchecked: "D\(commands)")
    // A hundred yuan bring a point.
    if isGift {
      request.quantity = Quantity(tenths: Int.random(in: 10...600, using: &random) * 100)
    }
    try run(.village(.record(request)))
  }
}
