import XinyiLedger

extension LivedVillage {
  /// Lives until the second year is over and closed, or so many commands were tried.
  public mutating func live(commands limit: Int = 400) throws {
    let end = Day(year: 2027, month: 3, day: 1) ?? today
    while today < end && commands < limit { try step() }
  }

  /// Lets some days pass, and tries a command.
  private mutating func step() throws {
    if !random.oneIn(3) {
      today = today + Int.random(in: 1...5, using: &random)
      clock = 8 * 3600
    }
    clock = min(clock + Int.random(in: 30...900, using: &random), 86_399)
    switch Int.random(in: 0..<24, using: &random) {
    case 0...4: try run(record())
    case 5...14: try goOn()
    case 15, 16: try decide()
    case 17: try correct()
    case 18, 19: try takeBack()
    case 20: try object()
    case 21: try resolve()
    case 22: try redeem()
    default: try change()
    }
  }

  // MARK: The month

  /// The step that the month waits for, or another record while it waits for none.
  private mutating func goOn() throws {
    let year = Year(number: today.year.number - 1)
    if today.month.monthOfYear < 4, ledger.years[year] == nil, random.oneIn(3),
      year >= ledger.opened.firstMonth.year
    {
      return try run(.closeYear(year))
    }
    switch ledger.status(on: today).next {
    case .addPeople, .nameCouncil: try changeCouncil()
    case .record, .awaitNotice: try wait()
    case .openReview(let month): try openReview(month)
    case .decideRest(let month):
      try run(.decide(ledger.rest(of: month).map(\.number), .approve, nil))
    case .decideEach: try decide()
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
  private mutating func wait() throws {
    if random.oneIn(2) { return try run(record()) }
    today = today + Int.random(in: 1...6, using: &random)
    clock = 8 * 3600
  }

  private mutating func openReview(_ month: Month) throws {
    let members = councillors.filter {
      ledger.roster[$0]?.has(.council, on: today) == true
    }
    if members.count % 2 == 0 && random.oneIn(2) { return try changeCouncil() }
    let count = random.oneIn(6) ? Int.random(in: 2...4, using: &random) : members.count
    let present = Array(members.shuffled(using: &random).prefix(count))
    let month = random.oneIn(20) ? month.next : month
    try run(.openReview(month, present: present, chair: present.first ?? favourite))
  }

  /// A decision on one line or some of the meeting.
  private mutating func decide() throws {
    let inReview = ledger.months.values.filter { $0.state == .inReview }.map(\.month).min()
    guard let month = inReview else { return try disturb() }
    let agenda = ledger.agenda(of: month)
    let chosen = random.oneIn(4) ? agenda : agenda.filter { $0.state == .pending }
    let count = random.oneIn(3) ? 3 : 1
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
    try run(.decide(numbers, motion(), votes))
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
    let chosen = random.oneIn(4) || posted.isEmpty ? ledger.entries : posted
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
