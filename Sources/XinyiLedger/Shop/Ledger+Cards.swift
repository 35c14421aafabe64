extension Ledger {
  /// A card that can be taken on a day: issued, in somebody's hands and not run out.
  func requireGood(_ number: CardNumber, on day: Day) throws(Refusal) {
    guard let card = cards[number] else { throw .card(.unknown(number)) }
    // A slip of an earlier day was written while the card still counted.
    let wasOut = card.state == .barred && day < card.since
    guard card.state == .out || wasOut else {
      throw .card(.notOut(number, card.state, since: card.since))
    }
    if day < card.issuedOn {
      throw .card(.issuedLater(number, issued: card.issuedOn, on: day))
    }
    if !card.isUsable(on: day, by: settings(on: day).carryRule) {
      throw .card(.ranOut(number, card.year))
    }
  }

  func newestYear(of cards: [CardNumber]) -> Year {
    cards.compactMap { self.cards[$0]?.year }.max() ?? Year(number: 0)
  }

  /// The till's cards that may go out for cards of a year: none lasts longer than what it stands
  /// for, and none was printed later than the day; the oldest first.
  func changeInTill(newest: Year, on day: Day) -> [CardNumber] {
    let rule = settings(on: day).carryRule
    return cards.numbers(in: .till).compactMap { cards[$0] }
      .filter { $0.year <= newest && $0.issuedOn <= day && $0.isUsable(on: day, by: rule) }
      .sorted { ($0.year, $0.number) < ($1.year, $1.number) }.map(\.number)
  }

  /// The cards that go back when a sum is paid with cards; the fewest of the till.
  func change(
    for total: Points, of paid: [CardNumber], on day: Day
  ) throws(Refusal) -> [CardNumber] {
    if total.tenths % 10 != 0 { throw .card(.halfPoints(total: total)) }
    let over = paid.points - total
    if over.isNegative { throw .card(.cardsShort(held: paid.points, total: total)) }
    if let surplus = paid.first(where: { $0.points <= over }) {
      throw .card(.tooMany(surplus, change: over))
    }
    return try cardsFromTill(over, newest: newestYear(of: paid), on: day)
  }

  func cardsFromTill(
    _ points: Points, newest: Year, on day: Day
  ) throws(Refusal) -> [CardNumber] {
    let till = changeInTill(newest: newest, on: day)
    guard points.tenths % 10 == 0, let cards = fewestCards(for: points.tenths / 10, outOf: till)
    else { throw .card(.noChange(points)) }
    return cards
  }

  // MARK: Issuing

  /// Whole points that an account could turn into cards, year by year.
  func wholePoints(of account: Account, on day: Day) -> Points {
    cardParts(of: .zero, account: account, on: day, isLimited: false)
      .reduce(.zero) { $0 + $1.points }
  }

  /// Points out of an account by year, the oldest first, each year's part a sum that cards make;
  /// less where less can be made.
  func cardParts(
    of points: Points, account: Account, on day: Day, isLimited: Bool = true
  ) -> [Event.YearPoints] {
    let settings = settings(on: day)
    let held = accounts[account]?.spendable
    let available = held?.available(on: day, by: settings.carryRule) ?? .zero
    guard let held, available > .zero else { return [] }
    var rest = isLimited ? points.tenths / 10 : .max
    return held.share(available, on: day, by: settings.carryRule).compactMap { part in
      let made = largestSum(upTo: min(rest, part.points.tenths / 10), of: settings.cards)
      if isLimited { rest -= made }
      guard made > 0, let points = Points(tenths: made * 10) else { return nil }
      return Event.YearPoints(year: part.year, points: points)
    }
  }

  /// What a month's lines brought each account and no card carries yet, in points that cards
  /// make; to the person or the household's head, by number.
  func cardsDue(of month: Month, on day: Day) -> [(person: PersonNumber, points: Points)] {
    var due: [Account: Points] = [:]
    for entry in entries where entry.month == month && entry.state.isEffective {
      due[account(of: entry.recorded), default: .zero] += entry.effect.spendable
    }
    for card in cards.cards.values where card.month == month && card.state != .replaced {
      if let account = card.person.flatMap({ account(of: $0, on: day) }) {
        due[account, default: .zero] -= card.number.points
      }
    }
    return due.compactMap { account, points -> (person: PersonNumber, points: Points)? in
      guard points > .zero, let person = recipient(of: account, on: day),
        closure(of: person, held: spendable(of: account, on: day), on: day) == nil
      else { return nil }
      let parts = cardParts(of: points, account: account, on: day)
      let made = parts.reduce(Points.zero) { $0 + $1.points }
      return made > .zero ? (person, made) : nil
    }.sorted { $0.person < $1.person }
  }

  private func recipient(of account: Account, on day: Day) -> PersonNumber? {
    switch account {
    case .person(let person): person
    case .household(let household): roster.head(of: household, on: day)
    }
  }
}
