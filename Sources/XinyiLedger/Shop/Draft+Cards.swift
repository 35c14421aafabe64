extension Draft {
  /// Turns points of an account into cards (发卡): the oldest year's points first, with the fewest
  /// cards that make each year's part.
  public mutating func issueCards(_ points: Points, to person: PersonNumber) throws {
    try issue(points, to: person, of: nil)
  }

  /// Turns what a month brought everybody into cards, as far as it is still there in whole points.
  public mutating func issueCards(of month: Month) throws {
    let state = ledger.reviewMonth(month).state
    guard state == .confirmed else { throw Refusal.card(.monthNotInForce(month, state)) }
    let before = events.count
    for (person, points) in ledger.cardsDue(of: month, on: today) {
      try issue(points, to: person, of: month)
    }
    if events.count == before { throw Refusal.card(.nothingToIssue(month)) }
  }

  private mutating func issue(
    _ points: Points, to person: PersonNumber, of month: Month?
  ) throws {
    guard let account = ledger.account(of: person, on: today) else {
      throw HistoryFault.unknownPerson(person)
    }
    let settings = ledger.settings(on: today)
    let values = settings.cards
    guard points.tenths % 10 == 0 else {
      throw Refusal.card(.notMakeable(points, denominations: values))
    }
    if let closure = ledger.closure(
      of: person, held: ledger.spendable(of: account, on: today), on: today)
    {
      throw Refusal.accountClosed(person, closure)
    }
    let parts = ledger.cardParts(of: points, account: account, on: today)
    let made = parts.reduce(Points.zero) { $0 + $1.points }
    guard made == points else {
      let whole = ledger.wholePoints(of: account, on: today)
      if whole >= points { throw Refusal.card(.notMakeable(points, denominations: values)) }
      throw Refusal.card(.balanceShort(person, whole: whole, asked: points))
    }
    try append(
      .cardsIssued(
        .init(
          person: person, cards: try numbered(parts, of: values), month: month, replaces: nil)))
  }

  /// Cards for the till to give change with; they are worth nothing until they go out.
  public mutating func fillTill(_ counts: [(value: Int, count: Int)]) throws {
    let denominations = ledger.settings(on: today).cards
    var cards: [CardNumber] = []
    for (value, count) in counts {
      guard denominations.contains(value) else {
        throw Refusal.card(.notMakeable(.whole(Int32(value)), denominations: denominations))
      }
      for _ in 0..<count { cards.append(nextCard(of: value, beside: cards)) }
    }
    let rows = cards.map { Event.CardsIssued.Card(card: $0, year: today.year) }
    for (rows, _, _) in parts(of: rows) {
      try append(.cardsIssued(.init(person: nil, cards: rows, month: nil, replaces: nil)))
    }
  }

  private func nextCard(of value: Int, beside cards: [CardNumber]) -> CardNumber {
    ledger.cards.next(of: value, after: cards.count { $0.value == value })
  }

  /// New numbers for the fewest cards that make each year's points.
  private func numbered(
    _ parts: [Event.YearPoints], of values: [Int]
  ) throws -> [Event.CardsIssued.Card] {
    var cards: [Event.CardsIssued.Card] = []
    for part in parts {
      guard let fewest = fewestCards(for: part.points.tenths / 10, of: values) else {
        throw Refusal.card(.notMakeable(part.points, denominations: values))
      }
      for value in fewest {
        let number = nextCard(of: value, beside: cards.map(\.card))
        cards.append(.init(card: number, year: part.year))
      }
    }
    return cards
  }

  /// Puts cards back into an account (收卡).
  public mutating func takeCards(_ cards: [CardNumber], from person: PersonNumber) throws {
    for card in cards { try ledger.requireGood(card, on: today) }
    guard ledger.account(of: person, on: today) != nil else {
      throw HistoryFault.unknownPerson(person)
    }
    if ledger.roster[person]?.status(on: today) == .dead {
      throw Refusal.accountClosed(person, .dead)
    }
    try append(.cardsTaken(.init(person: person, cards: cards, change: [])))
  }

  /// Changes cards into others of the till (换零).
  ///
  /// - Parameter values: the denominations asked for.
  public mutating func changeCards(_ cards: [CardNumber], into values: [Int]) throws {
    for card in cards { try ledger.requireGood(card, on: today) }
    let asked = values.reduce(0, +)
    guard cards.points.tenths == asked * 10 else {
      throw Refusal.card(
        .swapDiffers(given: cards.points, asked: Points(tenths: asked * 10) ?? .zero))
    }
    var till = ledger.changeInTill(newest: ledger.newestYear(of: cards), on: today)
    var change: [CardNumber] = []
    for value in values {
      guard let index = till.firstIndex(where: { $0.value == value }) else {
        throw Refusal.card(.noChange(.whole(Int32(value))))
      }
      change.append(till.remove(at: index))
    }
    try append(.cardsTaken(.init(person: nil, cards: cards, change: change)))
  }

  /// Hands cards of the till back to the office (交回); all of them when none is named.
  public mutating func returnCards(_ cards: [CardNumber]) throws {
    let cards = cards.isEmpty ? ledger.cards.numbers(in: .till) : cards
    for number in cards {
      guard let card = ledger.cards[number] else { throw Refusal.card(.unknown(number)) }
      if card.state != .till { throw Refusal.card(.notInTill(number, card.state)) }
    }
    for (rows, _, _) in parts(of: cards) where !rows.isEmpty {
      try append(.cardsReturned(.init(cards: rows)))
    }
  }

  /// Bars a card that was lost (挂失), or lets it count again once it is found.
  ///
  /// - Parameter person: who lost it, where the office gave it to somebody else or to the till.
  public mutating func bar(
    _ number: CardNumber, for person: PersonNumber?, lifted: Bool
  ) throws {
    guard let card = ledger.cards[number] else { throw Refusal.card(.unknown(number)) }
    if lifted {
      if card.state != .barred { throw Refusal.card(.notBarred(number, card.state)) }
    } else if card.state != .out {
      throw Refusal.card(.notOut(number, card.state, since: card.since))
    }
    try append(
      .cardBarred(
        .init(
          card: number, person: lifted ? nil : person ?? card.holder, lifted: lifted ? true : nil)))
  }

  /// Bars every card that a person got from the office and has not handed on through the till.
  public mutating func barAll(of person: PersonNumber) throws {
    let cards = ledger.cards.numbers(in: .out).filter { ledger.cards[$0]?.holder == person }
    if cards.isEmpty { throw Refusal.card(.noneToBar(person)) }
    for card in cards { try bar(card, for: person, lifted: false) }
  }

  /// Hands out new cards for one that was lost (补发), once the waiting time is over. Nothing
  /// leaves the account: the lost card's points move onto the new ones.
  public mutating func reissue(_ number: CardNumber) throws {
    guard let card = ledger.cards[number] else { throw Refusal.card(.unknown(number)) }
    guard card.state == .barred else { throw Refusal.card(.notBarred(number, card.state)) }
    let settings = ledger.settings(on: today)
    if !card.isUsable(on: today, by: settings.carryRule) {
      throw Refusal.card(.ranOut(number, card.year))
    }
    let until = card.since + (settings.cardWaitDays ?? 7)
    if today <= until { throw Refusal.card(.waiting(number, until: until)) }
    guard let owner = card.loser ?? card.holder else { throw Refusal.card(.noOwner(number)) }
    let parts = [Event.YearPoints(year: card.year, points: number.points)]
    guard fewestCards(for: number.value, of: settings.cards) != nil else {
      throw Refusal.card(.notReplaceable(number))
    }
    try append(
      .cardsIssued(
        .init(
          person: owner, cards: try numbered(parts, of: settings.cards), month: card.month,
          replaces: number)))
  }

  /// Writes down how many cards of each denomination the till holds (点卡).
  public mutating func countCards(_ counts: [(value: Int, count: Int)]) throws {
    let rows = counts.map { Event.CardsCounted.Count(value: $0.value, count: $0.count) }
    try append(.cardsCounted(.init(counts: rows)))
  }
}
