/// An account's lines between two days, with what was there before and after each (对账单).
public struct Statement: Equatable, Sendable {
  public let account: Account
  public let from: Day
  public let to: Day
  /// The scores at the start of `from`.
  public let opening: ScoreDelta
  public let lines: [Line]
  /// The scores at the end of `to`.
  public var closing: ScoreDelta { lines.last?.after ?? opening }

  public struct Line: Equatable, Sendable {
    /// The day it moved the scores.
    public let on: Day
    public let cause: Cause
    /// What it moved. A line that counts in another year's rating moves no rating of this year.
    public let change: ScoreDelta
    public let after: ScoreDelta
  }

  public enum Cause: Equatable, Sendable {
    /// The rating starts anew from the base.
    case yearBase(Year)
    /// What was left of an earlier year has run out.
    case expired
    /// More was left of a closed year than the village lets be carried over.
    case cut
    case entry(EntryNumber)
    case redemption(slip: String, receipt: ReceiptKey)
    /// Goods that were brought back.
    case refund(slip: String, of: ReceiptKey)
    /// Points that went onto cards, or came back from them.
    case cards(CardMove)
    /// A balance that went to or came from another account.
    case moved(Event.BalanceMoved)
    /// A breach of an earlier year that nobody has put right weighs on this one.
    case carried(EntryNumber)
  }
}

extension Ledger {
  public func statement(of account: Account, from: Day, to: Day) -> Statement {
    var run = StatementRun(ledger: self, account: account)
    for movement in movements(of: account, through: to) { run.take(movement) }
    run.advance(to: to)
    let first = run.lines.firstIndex { $0.on >= from } ?? run.lines.count
    let opening = first > 0 ? run.lines[first - 1].after : run.start
    return Statement(
      account: account, from: from, to: to, opening: opening, lines: Array(run.lines[first...]))
  }

  fileprivate enum Movement {
    case entry(Entry, on: Day)
    case redemption(Redemption)
    case refund(Refund)
    case cards(CardMove)
    case move(BalanceMove)
    case carried(CarriedBreach)
    case expiry(Event.ExpiredLine, year: Year, on: Day)

    var on: Day {
      switch self {
      case .entry(_, let day): day
      case .redemption(let redemption): redemption.redeemed.on
      case .refund(let refund): refund.at.day
      case .cards(let move): move.on
      case .move(let move): move.on
      case .carried(let breach): breach.on
      case .expiry(_, _, let day): day
      }
    }
  }

  /// By day; of one day what takes effect stands before what is redeemed.
  private func movements(of account: Account, through last: Day) -> [Movement] {
    let effective: [Movement] = candidates(for: account).compactMap { entry in
      guard let day = entry.effectiveOn, day <= last, self.account(of: entry.recorded) == account
      else { return nil }
      return .entry(entry, on: day)
    }
    let redeemed = redemptions(of: account).filter { $0.redeemed.on <= last }
    let all =
      effective + bookings(of: account, through: last) + redeemed.map(Movement.redemption)
    return all.enumerated().sorted {
      ($0.element.on, $0.offset) < ($1.element.on, $1.offset)
    }.map(\.element)
  }

  /// What the year's end, changes of households, goods brought back and cards do to an account.
  private func bookings(of account: Account, through last: Day) -> [Movement] {
    let booked = bookings[account] ?? []
    let moved = booked.compactMap(move).filter { $0.on <= last }
    let carried = (carriedBreaches[account] ?? []).filter { $0.on <= last }
    let expired = booked.compactMap(expiry).filter { $0.on <= last }.flatMap { expiry in
      expiry.expired.lines.filter { $0.account == account }.map {
        Movement.expiry($0, year: expiry.expired.year, on: expiry.on)
      }
    }
    let returned = booked.compactMap(refund).filter { $0.at.day <= last }
    let onCards = booked.compactMap(cardMove).filter { $0.on <= last }
    return moved.map(Movement.move) + carried.map(Movement.carried) + expired
      + returned.map(Movement.refund)
      + onCards.map(Movement.cards)
  }

  private func candidates(for account: Account) -> [Entry] {
    switch account {
    case .person(let person): entries(of: person)
    case .household(let household): entries(of: household)
    }
  }
}

/// Lives through an account's movements day by day.
private struct StatementRun {
  let ledger: Ledger
  let account: Account
  let start: ScoreDelta
  private(set) var lines: [Statement.Line] = []
  private var today: Day
  private var rating: Points
  private var spendable = SpendableByYear()

  init(ledger: Ledger, account: Account) {
    self.ledger = ledger
    self.account = account
    today = ledger.opened.firstMonth.firstDay
    rating = ledger.settings(on: today).base
    start = ScoreDelta(rating: rating, spendable: .zero)
  }

  /// Adds what the calendar alone does up to a day: a new base each year, expiry after the
  /// carry-over day.
  mutating func advance(to day: Day) {
    while today.year < day.year {
      let next = today.year.next
      let base = ledger.settings(on: Month(year: next.number, month: 1)?.firstDay ?? day).base
      let newYear = Month(year: next.number, month: 1)?.firstDay ?? day
      expire(through: newYear)
      let change = ScoreDelta(rating: base - rating, spendable: .zero)
      rating = base
      today = newYear
      append(.yearBase(next), change)
    }
    expire(through: day)
    today = max(today, day)
  }

  /// Notes what runs out up to a day of this year, or the first of the next: after a rule's last
  /// day, or because another rule holds from a month on.
  private mutating func expire(through last: Day) {
    for day in ledger.carryTurns(in: today...max(today, last)) where day > today {
      let before = available
      today = day
      let after = available
      if before != after {
        append(.expired, ScoreDelta(rating: .zero, spendable: after - before))
      }
    }
  }

  mutating func take(_ movement: Ledger.Movement) {
    advance(to: movement.on)
    let before = available
    switch movement {
    case .entry(let entry, let day):
      let countsNow = ledger.ratingYear(of: entry) == day.year
      let change = (countsNow ? entry.effect.rating : .zero) - ledger.carried(by: entry, on: day)
      rating += change
      spendable.add(entry.effect.spendable, in: day.year)
      append(
        .entry(entry.number), ScoreDelta(rating: change, spendable: available - before))
    case .move(let move): take(move.moved)
    case .carried(let breach):
      guard breach.into == breach.on.year else { return }
      rating += breach.points
      append(.carried(breach.entry), ScoreDelta(rating: breach.points, spendable: .zero))
    case .expiry(let line, let year, _):
      // What had run out is gone already; what the year's end cuts was there until now.
      spendable.add(-line.points, in: year)
      if available != before {
        append(.cut, ScoreDelta(rating: .zero, spendable: available - before))
      }
    case .redemption(let redemption):
      spendable.take(
        redemption.redeemed.total, on: movement.on,
        by: ledger.settings(on: movement.on).carryRule)
      append(
        .redemption(slip: redemption.slip, receipt: redemption.receipt),
        ScoreDelta(rating: .zero, spendable: available - before))
    case .refund(let refund):
      for part in refund.returned { spendable.add(part.points, in: part.year) }
      append(
        .refund(slip: refund.slip, of: refund.refunded.of),
        ScoreDelta(rating: .zero, spendable: available - before))
    case .cards(let move):
      for part in move.points { spendable.add(part.points, in: part.year) }
      append(.cards(move), ScoreDelta(rating: .zero, spendable: available - before))
    }
  }

  private mutating func take(_ moved: Event.BalanceMoved) {
    let before = available
    let isGain = moved.to == account
    for part in moved.spendable {
      spendable.add(isGain ? part.points : -part.points, in: part.year)
    }
    let ofYear = moved.rating.filter { $0.year == today.year }
      .reduce(Points.zero) { $0 + $1.points }
    let change = isGain ? ofYear : -ofYear
    rating += change
    append(.moved(moved), ScoreDelta(rating: change, spendable: available - before))
  }

  private var available: Points {
    spendable.available(on: today, by: ledger.settings(on: today).carryRule)
  }

  private mutating func append(_ cause: Statement.Cause, _ change: ScoreDelta) {
    lines.append(
      Statement.Line(
        on: today, cause: cause, change: change,
        after: ScoreDelta(rating: rating, spendable: available)))
  }
}
