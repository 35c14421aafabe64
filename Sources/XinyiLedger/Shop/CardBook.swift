/// All paper cards (积分卡), by number.
///
/// A card's points are in no account: they left one when it was issued, and come back into one
/// only by the line that takes the card out of circulation. Cards in the till are paper.
public struct CardBook: Equatable, Sendable {
  public package(set) var cards = LongTable<CardNumber, Card>()
  /// What the till holds.
  package var inTill: Set<CardNumber> = []
  /// The last serial of each denomination.
  package var serials: [Int: Int] = [:]
  public package(set) var counts: [Count] = []

  public struct Card: Codable, Equatable, Sendable {
    public let number: CardNumber
    /// Whose year's points it carries.
    public let year: Year
    public let issuedOn: Day
    /// Who got it from the office; nil for one that was made for the till.
    public let person: PersonNumber?
    /// With whose month's points it was issued.
    public let month: Month?
    public internal(set) var state: State
    /// The day of its last change.
    public internal(set) var since: Day
    /// Who has it as far as the office knows; nil once it went through the till.
    public internal(set) var holder: PersonNumber?
    /// Who reported it as lost.
    public internal(set) var loser: PersonNumber?
  }

  public enum State: String, WordValue {
    /// In somebody's hands (在外).
    case out
    /// In the shop's till (店里).
    case till
    /// Reported as lost (挂失).
    case barred
    /// Others stand in its place (已补发).
    case replaced
    /// Its points are back in an account (已存回).
    case repaid
    /// Handed back to the office by the till (已交回).
    case returned
  }

  /// The till as it was counted, against what it should hold.
  public struct Count: Codable, Equatable, Sendable {
    public let at: Moment
    public let by: Operator
    /// By denomination, rising.
    public let rows: [Row]

    public struct Row: Codable, Equatable, Sendable {
      public let value: Int
      public let counted: Int
      public let held: Int
    }
  }

  public subscript(number: CardNumber) -> Card? { cards[number] }

  /// The number that the next card of a denomination gets.
  func next(of value: Int, after issued: Int = 0) -> CardNumber {
    CardNumber(value: value, serial: (serials[value] ?? 0) + issued + 1)
  }

  /// The cards in a state, by number.
  public func numbers(in state: State) -> [CardNumber] {
    state == .till
      ? inTill.sorted() : cards.values.filter { $0.state == state }.map(\.number).sorted()
  }

  /// How many cards of each denomination the till holds.
  public var till: [Int: Int] {
    var counts: [Int: Int] = [:]
    for number in inTill { counts[number.value, default: 0] += 1 }
    return counts
  }

  /// What the cards in people's hands are worth on a day, barred ones too.
  public func outstanding(on day: Day, by rule: CarryRule) -> Points {
    cards.values.filter {
      ($0.state == .out || $0.state == .barred) && $0.isUsable(on: day, by: rule)
    }.map(\.number).points
  }

  mutating func add(_ card: Card) throws(HistoryFault) {
    guard card.number == next(of: card.number.value) else {
      throw .numberTakenTwice(card.number.description)
    }
    serials[card.number.value] = card.number.serial
    cards[card.number] = card
    if card.state == .till { inTill.insert(card.number) }
  }

  mutating func move(
    _ number: CardNumber, from states: Set<State>, to state: State, on day: Day
  ) throws(HistoryFault) {
    guard let card = cards[number], states.contains(card.state) else {
      throw .wrongCardState(number)
    }
    cards[number]?.state = state
    cards[number]?.since = day
    if card.state == .till { inTill.remove(number) }
    if state == .till { inTill.insert(number) }
    if state == .till { cards[number]?.holder = nil }
  }

  mutating func note(loser: PersonNumber?, of number: CardNumber) { cards[number]?.loser = loser }
}

extension CardBook.Card {
  /// A card lasts as long as the points it carries.
  public func isUsable(on day: Day, by rule: CarryRule) -> Bool {
    rule.isUsable(year, on: day)
  }
}
