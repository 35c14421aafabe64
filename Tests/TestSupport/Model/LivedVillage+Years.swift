import XinyiLedger

extension LivedVillage {
  /// Lives until both years are closed and the third has begun, or so many commands were tried.
  public mutating func live(commands limit: Int = 600) throws {
    let (early, late) = (Day(year: 2027, month: 2, day: 1), Day(year: 2027, month: 7, day: 1))
    while commands < limit, let early, let late, today < late {
      if today >= early && hasClosedBothYears { break }
      try step()
    }
    counts.lives += 1
    if hasClosedBothYears { counts.livesOfTwoYears += 1 }
  }

  /// Of a village that began in 2025.
  private var hasClosedBothYears: Bool { ledger.years[Year(number: 2026)] != nil }

  /// Lets some days pass, and tries a command.
  private mutating func step() throws {
    letDaysPass()
    switch Int.random(in: 0..<24, using: &random) {
    case 0...3: try run(record())
    case 4...14: try goOn()
    case 15: try decide()
    case 16: try disturb()
    case 17...21:
      // What is changed at the year's end keeps it from being closed.
      if isYearEnding && !random.oneIn(4) { return try goOn() }
      switch Int.random(in: 0..<6, using: &random) {
      case 0, 1: try correct()
      case 2, 3: try takeBack()
      case 4: try object()
      default: try resolve()
      }
    case 22: try redeem()
    default: try change()
    }
  }

  /// The more, the less the village's months lag behind the calendar.
  private mutating func letDaysPass() {
    let unfinished = ledger.unfinishedMonth
    let days =
      unfinished >= today.month ? 1...6 : unfinished.next == today.month ? 0...2 : 0...0
    let passed = Int.random(in: days, using: &random)
    if passed > 0 {
      today = today + passed
      clock = 8 * 3600
    }
    clock = min(clock + Int.random(in: 30...900, using: &random), 86_399)
  }

  /// A year that is over, or nearly, and not closed.
  private var isYearEnding: Bool {
    let year = today.month.monthOfYear == 12 ? today.year.number : today.year.number - 1
    return year >= ledger.opened.firstMonth.year.number
      && ledger.years[Year(number: year)] == nil
  }

  // MARK: The month

  /// The step that the month waits for, or another record while it waits for none.
  private mutating func goOn() throws {
    let year = Year(number: today.year.number - 1)
    if today.month.monthOfYear < 4, ledger.years[year] == nil, random.oneIn(12),
      year >= ledger.opened.firstMonth.year
    {
      return try run(.closeYear(year))
    }
    switch ledger.nextStep(on: today) {
    case .addPeople, .nameCouncil: try changeCouncil()
    case .record: try wait()
    case .awaitNotice(_, let until): try wait(until: until)
    case .openReview(let month): try openReview(month)
    case .decideRest(let month):
      try run(.decide(ledger.rest(of: month).map(\.number), .approve, nil))
    case .decideEach: try decide(inEarnest: true)
    case .closeReview(let month): try run(.closeReview(month))
    case .publish(let month):
      let ahead = random.oneIn(8) ? Int.random(in: -1...3, using: &random) : 0
      try run(.publish(month, from: today + ahead))
    case .resolve: try resolve()
    case .supplement(let month): try run(.supplement(month, from: today))
    case .confirm(let month): try run(.confirm(month))
    case .closeYear(let year): try run(.closeYear(year))
    }
  }

  /// Nothing to do but to record, or to let the days go by.
  private mutating func wait(until term: Day? = nil) throws {
    if random.oneIn(3) { return try run(record()) }
    today = max(today, term ?? today) + Int.random(in: 1...4, using: &random)
    clock = 8 * 3600
  }

  private mutating func openReview(_ month: Month) throws {
    let members = ledger.roster.holders(of: .council, on: today)
    let isSound = members.count % 2 == 1 && members.allSatisfy(isFit)
    if !isSound && !random.oneIn(6) { return try changeCouncil() }
    let count = random.oneIn(6) ? Int.random(in: 2...4, using: &random) : members.count
    let present = Array(members.shuffled(using: &random).prefix(count))
    let month = random.oneIn(20) ? month.next : month
    try run(.openReview(month, present: present, chair: present.first ?? favourite))
  }

  /// A decision on one line or some of the meeting; in earnest, one that mostly brings it on.
  private mutating func decide(inEarnest: Bool = false) throws {
    let inReview = ledger.months.values.filter { $0.state == .inReview }.map(\.month).min()
    guard let month = inReview else { return try disturb() }
    let agenda = ledger.agenda(of: month)
    let waiting = agenda.filter { $0.state == .pending && ledger.leader(of: $0) == nil }
    let isSerious = inEarnest && !random.oneIn(6)
    let chosen = isSerious || !random.oneIn(4) ? waiting : agenda
    let count = isSerious ? 5 : random.oneIn(3) ? 3 : 1
    let numbers = chosen.shuffled(using: &random).prefix(count).map(\.number)
    guard let first = numbers.first else { return try disturb() }
    if random.oneIn(8) {
      let person = random.pick(councillors)
      return try run(.recuse(person, [first], given: !random.oneIn(4)))
    }
    let voters = ledger.reviewMonth(month).meeting?.present.count ?? 0
    var votes: Votes?
    if random.oneIn(6) {
      let yes = Int.random(in: 0...max(voters, 1), using: &random)
      votes = Votes(for: yes, against: max(0, voters - yes), abstain: 0)
    }
    let isAgreed = isSerious && !random.oneIn(3)
    try run(.decide(numbers, isAgreed ? .approve : motion(), isSerious ? nil : votes))
  }

  private mutating func motion() -> Motion {
    let magnitude = random.pick([0, 1, 2, 5, 10, 20].compactMap { Points(tenths: $0 * 10) })
    return switch Int.random(in: 0..<16, using: &random) {
    case 0, 1: .reject
    case 2: .defer
    case 3, 4: .undo
    case 5, 6: .amend(magnitude)
    case 7: .amendSpecially(magnitude, minute: "3号")
    default: .approve
    }
  }

  /// A step of a month at a time that is none.
  private mutating func disturb() throws {
    let months = ledger.months.keys.sorted()
    let month = random.pick(months.suffix(3) + [today.month])
    switch Int.random(in: 0..<8, using: &random) {
    case 0: try openReview(month)
    case 1: try run(.closeReview(month))
    case 2, 3: try run(.reopenReview(month))
    case 4: try run(.publish(month, from: today))
    case 5: try run(.supplement(month, from: today))
    case 6:
      guard let notice = ledger.noticeOrder.suffix(2).randomElement(using: &random) else {
        return
      }
      try run(.void(notice))
    default: try run(.confirm(month))
    }
  }

  // MARK: Objections

  private mutating func object() throws {
    let posted = ledger.entries.filter { $0.state == .onNotice || $0.state == .objected }
    let chosen = random.oneIn(4) || posted.isEmpty ? Array(ledger.entries) : posted
    guard let entry = chosen.randomElement(using: &random) else { return }
    try run(.object(entry.number))
  }

  private mutating func resolve() throws {
    let open = ledger.openObjections
    guard let objection = random.oneIn(3) ? open.last : open.first else { return try object() }
    let outcome = random.pick(ObjectionOutcome.allCases + [.amended, .cancelled])
    let magnitudes = [0, 0, 1, 2, 5].compactMap { Points(tenths: $0 * 10) }
    let votes = Votes(for: Int.random(in: 2...7, using: &random), against: 0, abstain: 0)
    let authority: Resolution.Authority =
      random.oneIn(2) ? .document("5号") : .meeting(today.month, votes)
    try run(
      .resolve(
        objection.filed.objection,
        Resolution(
          outcome: outcome, points: outcome == .amended ? random.pick(magnitudes) : nil,
          why: VillageCommand.why, authority: authority)))
  }
}
