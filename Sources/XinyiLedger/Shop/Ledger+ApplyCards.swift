extension Ledger {
  mutating func apply(
    _ event: Event.CardsIssued, _ line: RecordedEvent
  ) throws(HistoryFault) {
    let day = line.at.day
    if let person = event.person { try require(person) }
    for issued in event.cards {
      try cards.add(
        CardBook.Card(
          number: issued.card, year: issued.year, issuedOn: day, person: event.person,
          month: event.month, state: event.person == nil ? .till : .out, since: day,
          holder: event.person))
    }
    if let replaced = event.replaces {
      guard event.cards.map(\.card).points == replaced.points else {
        throw .sumDiffers(
          stated: replaced.points, computed: event.cards.map(\.card).points)
      }
      try cards.move(replaced, from: [.barred], to: .replaced, on: day)
    } else if let person = event.person {
      guard let account = account(of: person, on: day) else { throw .unknownPerson(person) }
      for issued in event.cards {
        accounts[account, default: AccountState()].spendable.add(
          -issued.card.points, in: issued.year)
      }
      guard spendable(of: account, on: day) >= .zero else { throw .balanceBelowZero(account) }
      book(
        CardMove(
          on: day, sequence: line.sequence, account: account,
          points: event.cards.map { Event.YearPoints(year: $0.year, points: -$0.card.points) }))
      noteFlow(out: event.cards.map(\.card), on: day)
    }
  }

  mutating func apply(
    _ event: Event.CardsTaken, _ line: RecordedEvent
  ) throws(HistoryFault) {
    let day = line.at.day
    guard let person = event.person else {
      guard !event.change.isEmpty, event.cards.points == event.change.points else {
        throw .sumDiffers(stated: event.cards.points, computed: event.change.points)
      }
      return try takeIn(event.cards, change: event.change, on: day)
    }
    guard event.change.isEmpty else { throw .unsupportedPayment }
    guard let account = account(of: person, on: day) else { throw .unknownPerson(person) }
    var parts: [Event.YearPoints] = []
    for number in event.cards {
      try cards.move(number, from: [.out], to: .repaid, on: day)
      guard let card = cards[number] else { continue }
      accounts[account, default: AccountState()].spendable.add(number.points, in: card.year)
      parts.append(.init(year: card.year, points: number.points))
    }
    book(CardMove(on: day, sequence: line.sequence, account: account, points: parts))
    noteFlow(in: event.cards, on: day)
  }

  mutating func apply(_ event: Event.CardsReturned) throws(HistoryFault) {
    for number in event.cards {
      try cards.move(number, from: [.till], to: .returned, on: lastAt.day)
    }
  }

  mutating func apply(
    _ event: Event.CardBarred, _ line: RecordedEvent
  ) throws(HistoryFault) {
    if let person = event.person { try require(person) }
    let isLifted = event.lifted == true
    try cards.move(
      event.card, from: [isLifted ? .barred : .out], to: isLifted ? .out : .barred,
      on: line.at.day)
    cards.note(loser: isLifted ? nil : event.person, of: event.card)
  }

  mutating func apply(
    _ event: Event.CardsCounted, _ line: RecordedEvent
  ) throws(HistoryFault) {
    let held = cards.till
    for count in event.counts where !(0...1_000_000).contains(count.count) {
      throw .badCount(count.count)
    }
    cards.counts.append(
      CardBook.Count(
        at: line.at, by: line.by,
        rows: event.counts.sorted { $0.value < $1.value }.map {
          CardBook.Count.Row(value: $0.value, counted: $0.count, held: held[$0.value] ?? 0)
        }))
  }

  /// Cards go into the till, and others out of it as change; none goes both ways.
  mutating func takeIn(
    _ taken: [CardNumber], change: [CardNumber], on day: Day
  ) throws(HistoryFault) {
    for card in change {
      if taken.contains(card) { throw .wrongCardState(card) }
      try cards.move(card, from: [.till], to: .out, on: day)
    }
    // A slip from before a card was barred may be keyed in afterwards.
    for card in taken { try cards.move(card, from: [.out, .barred], to: .till, on: day) }
    noteFlow(in: taken, out: change, on: day)
  }

  private mutating func book(_ move: CardMove) {
    bookings[move.account, default: []].append(.cards(cardMoves.count))
    cardMoves.append(move)
  }

  /// Cards that came back from people's hands, and others that went into them.
  mutating func noteFlow(in taken: [CardNumber] = [], out given: [CardNumber] = [], on day: Day) {
    let signed = taken.map { ($0, -$0.points) } + given.map { ($0, $0.points) }
    cardFlows.append(
      contentsOf: signed.compactMap { number, points in
        cards[number].map { CardFlow(on: day, year: $0.year, points: points) }
      })
  }
}

/// A card that went into people's hands, with its points, or came back, with the negative of them.
struct CardFlow: Codable, Equatable, Sendable {
  let on: Day
  let year: Year
  let points: Points
}

/// Points that left an account as cards, or came back from them.
public struct CardMove: Codable, Equatable, Sendable {
  public let on: Day
  public let sequence: Int
  public let account: Account
  /// Negative when they left.
  public let points: [Event.YearPoints]

  public var total: Points { points.reduce(.zero) { $0 + $1.points } }
}
