import XinyiLedger

/// `5-0031` of 5 and 31.
func cardNumber(_ value: Int, _ serial: Int) -> CardNumber {
  let zeros = String(repeating: "0", count: max(0, 4 - String(serial).count))
  return CardNumber("\(value)-\(zeros)\(serial)") ?? .placeholder
}

// MARK: - Which cards make a sum

/// The fewest cards of these denominations that make a sum, the largest first; nil when none do.
/// All ways are tried.
private func fewest(_ sum: Int, of values: [Int]) -> [Int]? {
  let values = Set(values).sorted(by: >)
  var best: [Int]?
  func tryOut(_ place: Int, _ rest: Int, _ cards: [Int]) {
    if rest == 0 {
      if best == nil || cards.count < best!.count { best = cards }
      return
    }
    guard place < values.count, best == nil || cards.count < best!.count else { return }
    for count in stride(from: rest / values[place], through: 0, by: -1) {
      if place == values.count - 1, count * values[place] != rest { return }
      let more = Array(repeating: values[place], count: count)
      tryOut(place + 1, rest - count * values[place], cards + more)
    }
  }
  tryOut(0, sum, [])
  return best
}

/// With how few of these cards a sum is made; nil when with none.
private func fewest(_ sum: Int, outOf cards: [CardNumber]) -> Int? {
  let values = Set(cards.map(\.value)).sorted(by: >)
  let counts = values.map { value in cards.count { $0.value == value } }
  func least(_ place: Int, _ rest: Int) -> Int? {
    if rest == 0 { return 0 }
    if place == values.count { return nil }
    var best: Int?
    for count in 0...min(counts[place], rest / values[place]) {
      guard let more = least(place + 1, rest - count * values[place]) else { continue }
      best = min(best ?? .max, count + more)
    }
    return best
  }
  return least(0, sum)
}

// MARK: - Cards

extension PlainShop {
  func card(_ number: CardNumber) throws -> PlainCard {
    guard let card = cards.first(where: { $0.number == number }) else {
      throw PlainRefusal("R330")
    }
    return card
  }

  /// - Parameter day: the slip's; else today.
  mutating func change(_ number: CardNumber, to state: CardBook.State, on day: Day? = nil) {
    for place in cards.indices where cards[place].number == number {
      cards[place].state = state
      cards[place].since = day ?? today
      if state == .till { cards[place].holder = nil }
    }
  }

  /// In somebody's hands, and not run out; for a slip of an earlier day also one that was barred
  /// only later.
  func requireGood(_ number: CardNumber, on day: Day) throws {
    let card = try card(number)
    let isOut = card.state == .out || card.state == .barred && card.since > day
    if !isOut { throw PlainRefusal("R331") }
    if card.issuedOn > day { throw PlainRefusal("R333") }
    if !village.isUsable(card.year, on: day) { throw PlainRefusal("R332") }
  }

  /// Cards of the till that may stand for others: none outlasts the newest of those.
  private func till(for numbers: [CardNumber], on day: Day) -> [PlainCard] {
    let newest = cards.filter { numbers.contains($0.number) }.map(\.year).max()
    return cards.filter { card in
      card.state == .till && card.issuedOn <= day && newest.map { card.year <= $0 } ?? false
        && village.isUsable(card.year, on: day)
    }
  }

  /// The cards that the program gave, if they may be given and are as few as can be.
  mutating func giveCards(worth points: Int, for numbers: [CardNumber], on day: Day) throws {
    let till = till(for: numbers, on: day).map(\.number)
    guard let count = fewest(points / 10, outOf: till) else { throw PlainRefusal("R337") }
    let isRight =
      given.count == count && Set(given).count == count && Set(given).isSubset(of: till)
      && given.reduce(0) { $0 + $1.value * 10 } == points
    if !isRight { throw PlainRefusal("cards \(given) of \(till) for \(points), not \(count)") }
    for number in given { change(number, to: .out, on: day) }
  }

  /// Points of an account by year, the oldest first, each year's part a sum that cards make.
  ///
  /// - Parameter points: not more than so many whole points.
  private func parts(upTo points: Int, of account: Account) -> [(year: Year, points: Int)] {
    let left = village.left(village.bookings(of: account))
    let values = village.settings(on: today).cards
    var held = village.usable(left, on: today)
    var rest = points
    var parts: [(year: Year, points: Int)] = []
    for (year, points) in left
    where points > 0 && held > 0 && year <= today.year && village.isUsable(year, on: today) {
      let part = min(points, held)
      held -= part
      var sum = min(rest, part / 10)
      while fewest(sum, of: values) == nil { sum -= 1 }
      rest -= sum
      if sum > 0 { parts.append((year, sum)) }
    }
    return parts
  }

  /// What dead people hold goes to the head of their household (S6.2).
  mutating func moveEstates() {
    guard village.holder == .person else { return }
    for person in village.everybody where village.status(of: person, on: today) == .dead {
      guard let household = village.household(of: person, on: today),
        let head = village.head(of: household, on: today)
      else { continue }
      let left = village.left(village.bookings(of: .person(person)))
      var held = village.usable(left, on: today)
      for (year, points) in left
      where points > 0 && held > 0 && year <= today.year && village.isUsable(year, on: today) {
        let part = min(points, held)
        held -= part
        village.bookings += [
          PlainBooking(account: .person(person), on: today, kind: .added(year, -part)),
          PlainBooking(account: .person(head), on: today, kind: .added(year, part)),
        ]
      }
    }
  }

  private mutating func add(_ value: Int, _ year: Year, _ person: PersonNumber?, _ month: Month?) {
    let serial = cards.count { $0.number.value == value } + 1
    cards.append(
      PlainCard(
        number: cardNumber(value, serial), year: year, issuedOn: today,
        person: person, month: month, state: person == nil ? .till : .out, since: today,
        holder: person))
  }

  mutating func issue(_ points: Points, to person: PersonNumber, of month: Month? = nil) throws {
    guard let account = village.account(of: person, on: today) else { throw PlainWordFault() }
    if points.tenths % 10 != 0 { throw PlainRefusal("R338") }
    let held = village.spendables(on: today)[account] ?? 0
    if village.isClosed(person, held, on: today) { throw PlainRefusal("R303") }
    let parts = parts(upTo: points.tenths / 10, of: account)
    if parts.reduce(0, { $0 + $1.points }) * 10 != points.tenths {
      let all = self.parts(upTo: .max, of: account).reduce(0) { $0 + $1.points }
      throw PlainRefusal(all * 10 >= points.tenths ? "R338" : "R339")
    }
    let values = village.settings(on: today).cards
    for (year, points) in parts {
      for value in fewest(points, of: values) ?? [] { add(value, year, person, month) }
      village.bookings.append(
        PlainBooking(account: account, on: today, kind: .added(year, -points * 10)))
    }
  }

  mutating func issue(of month: Month) throws {
    if village.month(month).state != .confirmed { throw PlainRefusal("R340") }
    let spendables = village.spendables(on: today)
    var due: [(person: PersonNumber, points: Int)] = []
    for account in village.everyAccount {
      let earned = village.lines.filter {
        $0.month == month && $0.isEffective && village.account(of: $0) == account
      }.reduce(0) { $0 + $1.spendable }
      let carried = cards.filter {
        $0.month == month && $0.state != .replaced
          && $0.person.flatMap { village.account(of: $0, on: today) } == account
      }.reduce(0) { $0 + $1.number.value * 10 }
      let person: PersonNumber? =
        switch account {
        case .person(let person): person
        case .household(let household): village.head(of: household, on: today)
        }
      guard earned > carried, let person,
        !village.isClosed(person, spendables[account] ?? 0, on: today)
      else { continue }
      let points = parts(upTo: (earned - carried) / 10, of: account).reduce(0) { $0 + $1.points }
      if points > 0 { due.append((person, points)) }
    }
    if due.isEmpty { throw PlainRefusal("R341") }
    for (person, points) in due.sorted(by: { $0.person < $1.person }) {
      try issue(Points.whole(Int32(points)), to: person, of: month)
    }
  }

  mutating func fillTill(_ counts: [(value: Int, count: Int)]) throws {
    for (value, count) in counts {
      if !village.settings(on: today).cards.contains(value) { throw PlainRefusal("R338") }
      for _ in 0..<count { add(value, today.year, nil, nil) }
    }
  }

  mutating func takeCards(_ numbers: [CardNumber], from person: PersonNumber) throws {
    for number in numbers { try requireGood(number, on: today) }
    guard let account = village.account(of: person, on: today) else { throw PlainWordFault() }
    if village.status(of: person, on: today) == .dead { throw PlainRefusal("R303") }
    for number in numbers {
      village.bookings.append(
        PlainBooking(
          account: account, on: today, kind: .added(try card(number).year, number.value * 10)))
      change(number, to: .repaid)
    }
  }

  mutating func changeCards(_ numbers: [CardNumber], into values: [Int]) throws {
    for number in numbers { try requireGood(number, on: today) }
    let asked = values.reduce(0, +)
    if numbers.reduce(0, { $0 + $1.value }) != asked { throw PlainRefusal("R346") }
    let till = till(for: numbers, on: today).map(\.number)
    let isHeld = Set(values).allSatisfy { value in
      till.count { $0.value == value } >= values.count { $0 == value }
    }
    if !isHeld { throw PlainRefusal("R337") }
    guard given.map(\.value) == values, Set(given).count == given.count,
      Set(given).isSubset(of: till)
    else { throw PlainRefusal("cards \(given) of \(till) for \(values)") }
    for number in given { change(number, to: .out) }
    for number in numbers { change(number, to: .till) }
  }

  mutating func returnCards(_ numbers: [CardNumber]) throws {
    for number in numbers where try card(number).state != .till { throw PlainRefusal("R345") }
    let all = cards.filter { $0.state == .till }.map(\.number)
    for number in numbers.isEmpty ? all : numbers { change(number, to: .returned) }
  }

  mutating func bar(_ number: CardNumber, for person: PersonNumber?, lifted: Bool) throws {
    let card = try card(number)
    if lifted && card.state != .barred { throw PlainRefusal("R342") }
    if !lifted && card.state != .out { throw PlainRefusal("R331") }
    change(number, to: lifted ? .out : .barred)
    for place in cards.indices where cards[place].number == number {
      cards[place].loser = lifted ? nil : person ?? card.holder
    }
  }

  mutating func barAll(of person: PersonNumber) throws {
    let own = cards.filter { $0.holder == person && $0.state == .out }.map(\.number)
    if own.isEmpty { throw PlainRefusal("R347") }
    for number in own { try bar(number, for: person, lifted: false) }
  }

  mutating func reissue(_ number: CardNumber) throws {
    let card = try card(number)
    let settings = village.settings(on: today)
    if card.state != .barred { throw PlainRefusal("R342") }
    if !village.isUsable(card.year, on: today) { throw PlainRefusal("R332") }
    if today <= card.since + (settings.cardWaitDays ?? 7) { throw PlainRefusal("R343") }
    guard let owner = card.loser ?? card.holder else { throw PlainRefusal("R344") }
    guard let values = fewest(number.value, of: settings.cards) else {
      throw PlainRefusal("R348")
    }
    for value in values { add(value, card.year, owner, card.month) }
    change(number, to: .replaced)
  }
}
