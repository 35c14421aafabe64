import XinyiFiles
public import XinyiLedger

/// A small village that lives through about two years of random commands, legal and illegal, in
/// the program and in the model beside it. The same seed gives the same village.
public struct LivedVillage {
  public private(set) var ledger: Ledger
  private(set) var model: PlainVillage
  /// Every line of the ledger.
  public private(set) var lines: [RecordedEvent]
  public internal(set) var counts = Counts()
  private(set) var commands = 0
  private var accepted = 0

  let seed: UInt64
  var random: SeededRandom
  var today: Day
  /// Seconds of the day.
  var clock = 9 * 3600
  let people: [PersonNumber]
  var councillors: [PersonNumber]
  /// The rules and the person that this village likes best, so that lines meet.
  let favourites: [String]
  let favourite: PersonNumber

  static let clerk = Operator(unchecked: "clerk")

  /// What became of the commands, and how far the lives came.
  public struct Counts: Sendable, CustomStringConvertible {
    public var commands = CommandCounts()
    public var lives = 0
    /// Lives that closed both years.
    public var livesOfTwoYears = 0

    public init() {}

    public mutating func add(_ other: Counts) {
      commands.add(other.commands)
      lives += other.lives
      livesOfTwoYears += other.livesOfTwoYears
    }

    public var description: String {
      "\(livesOfTwoYears) of \(lives) lives closed both years, \(commands)"
    }
  }

  public init(seed: UInt64) throws {
    self.seed = seed
    random = SeededRandom(seed: seed)
    let month = Month(year: 2025, month: Int.random(in: 3...11, using: &random)) ?? .placeholder
    today = month.firstDay
    people = (1...Int.random(in: 6...8, using: &random)).map {
      PersonNumber(unchecked: "000\($0)")
    }
    councillors = (1...random.pick([5, 7, 7])).map { PersonNumber(unchecked: "100\($0)") }
    favourites = Array(Self.rules.shuffled(using: &random).prefix(4))
    favourite = random.pick(people)
    let catalog = try Self.smallCatalog()
    let opened = Event.LedgerOpened(
      village: Village(name: "苏庄村", town: "侯营镇", county: "东昌府区", code: nil),
      account: random.pick([.person, .person, .household]), practice: true,
      origin: String(repeating: "0", count: 32), firstMonth: month, operator: Self.clerk)
    let first = RecordedEvent(
      sequence: 1, at: Moment(day: today, secondOfDay: 8 * 3600), by: Self.clerk,
      receipt: ReceiptKey(unchecked: "open"), request: .zero, event: .ledgerOpened(opened))
    ledger = try Ledger(opening: first, catalogs: [1: catalog])
    lines = [first]
    model = PlainVillage(catalog: catalog, holder: opened.account, firstMonth: month)
    try found()
  }

  /// The default catalog's items that meet each other most.
  private static func smallCatalog() throws -> Catalog {
    var catalog = try defaultCatalog()
    catalog.items.removeAll { !rules.contains($0.code.text) }
    return catalog
  }

  /// Settings, people, goods, as commands of both.
  private mutating func found() throws {
    try run(.settings(.init(from: today.month, settings: randomSettings(), why: nil)))
    try append(
      .catalogAdopted(.init(version: 1, from: today, sha256: .zero, plus: 1, minus: 1)))
    for (index, person) in (people + councillors).enumerated() {
      let isCouncillor = index >= people.count
      // One councillor lives with the people of the village.
      let household =
        isCouncillor && index > people.count ? "3\(index)" : "20\(index % 3 + 1)"
      try know(person, .household, household)
      if index < 3 || isCouncillor && index > people.count {
        try know(person, .head, household)
      }
      try know(person, .group, random.pick(["1组", "2组"]))
      if isCouncillor { try know(person, .role, Role.council.rawValue) }
    }
    for (item, price) in [("soap", 10), ("salt", 5)] {
      try run(.price(Points(tenths: price) ?? .zero, ItemCode(unchecked: item)))
      try run(.receive(40, ItemCode(unchecked: item)))
    }
  }

  private mutating func know(
    _ person: PersonNumber, _ what: RosterFact.Topic, _ value: String
  ) throws {
    try run(.fact(.init(person: person, from: today, what: what, value: value)))
  }
}

// MARK: - Running

extension LivedVillage {
  private var draft: Draft {
    Draft(
      ledger,
      stamp: Draft.Stamp(
        at: Moment(day: today, secondOfDay: clock), by: Self.clerk,
        receipt: ReceiptKey(unchecked: "t\(commands)"), request: .zero))
  }

  /// An event of which the model knows nothing.
  private mutating func append(_ event: Event) throws {
    commands += 1
    var draft = draft
    try draft.append(event)
    keep(draft)
  }

  private mutating func keep(_ draft: Draft) {
    ledger = draft.ledger
    lines += draft.recordedEvents
  }

  /// Lets a command happen in both, and compares what they say and what has become of everything.
  mutating func run(_ command: VillageCommand) throws {
    commands += 1
    var draft = draft
    let program = Self.answer { try command.run(on: &draft) }
    let before = model
    let plain = model.run(command, at: draft.stamp.at)
    guard program == plain else {
      throw mismatch(
        command, ["program says \(program ?? "yes"), model \(plain ?? "yes")"], before)
    }
    guard plain == nil else {
      counts.commands.refused[plain ?? "", default: 0] += 1
      return
    }
    let events = draft.events.count
    keep(draft)
    counts.commands.done[command.name, default: 0] += 1
    accepted += 1
    guard events > 0 else { return }
    let differences = model.differences(from: ledger, on: today, derives: accepted % 6 == 0)
    if !differences.isEmpty { throw mismatch(command, differences, before) }
  }

  /// The code of a refusal, `words` for a fault of words, nil for a command that was carried out.
  private static func answer(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch let refusal as Refusal {
      return refusal.code
    } catch is RecordValueFault {
      return "words"
    } catch {
      return "\(error)"
    }
  }

  private func mismatch(
    _ command: VillageCommand, _ differences: [String], _ before: PlainVillage
  ) -> Mismatch {
    let last = lines.suffix(12).map { "  \($0.at.day) \($0.event)" }
    let told = ["seed \(seed), command \(commands) on \(today): \(command)"]
    let concerned = before.lines.suffix(40).map { "  \($0.summary)" }
    return Mismatch(
      description: (told + differences.prefix(12) + ["the last lines:"] + last
        + ["the model before:"] + concerned).joined(separator: "\n"))
  }
}

extension PlainLine {
  var summary: String {
    let references = [
      ("reverses", reverses), ("adjusts", adjusts), ("corrects", corrects),
      ("redresses", redresses),
    ].compactMap { word, place in place.map { "\(word) #\($0)" } }
    return "\(number) B\(batch) \(person) \(rule) on \(on) in \(month) \(state) asked \(asked)"
      + " frozen \(frozen.map(String.init) ?? "-") \(deed?.text ?? "") \(isAmended ? "amended" : "")"
      + " \(references.joined(separator: " "))"
  }
}

// MARK: - Replay

extension LivedVillage {
  public func requireReplay() throws {
    try TestSupport.requireReplay(of: lines, gives: ledger, seed: seed)
  }
}
