extension Ledger {
  mutating func apply(
    _ event: Event.BalanceMoved, _ line: RecordedEvent
  ) throws(HistoryFault) {
    guard event.from != event.to else { throw .balanceBelowZero(event.from) }
    for part in event.spendable {
      accounts[event.from, default: AccountState()].spendable.add(-part.points, in: part.year)
      accounts[event.to, default: AccountState()].spendable.add(part.points, in: part.year)
    }
    for part in event.rating {
      accounts[event.from, default: AccountState()].rating[part.year, default: .zero] -=
        part.points
      accounts[event.to, default: AccountState()].rating[part.year, default: .zero] += part.points
    }
    for account in [event.from, event.to] {
      bookings[account, default: []].append(.move(moves.count))
    }
    moves.append(BalanceMove(on: line.at.day, sequence: line.sequence, moved: event))
  }

  mutating func apply(
    _ event: Event.YearClosed, _ line: RecordedEvent
  ) throws(HistoryFault) {
    for breach in event.carried {
      _ = try index(of: breach.entry, in: Entry.State.effectiveOnes)
    }
    if years[event.year] == nil {
      guard event.part == nil || event.part == 1 else { throw .yearClosedTwice(event.year) }
      years[event.year] = ClosedYear(
        year: event.year, closedOn: line.at.day, grades: [], carried: [], body: event.body,
        sequence: line.sequence)
    } else if event.part == nil || event.part == 1 {
      throw .yearClosedTwice(event.year)
    }
    years[event.year]?.grades += event.grades
    years[event.year]?.carried += event.carried
    years[event.year]?.sequence = line.sequence
    let closedOn = years[event.year]?.closedOn ?? line.at.day
    for breach in event.carried {
      guard let entry = self[breach.entry] else { continue }
      carriedBreaches[account(of: entry.recorded), default: []].append(
        CarriedBreach(
          into: event.year.next, entry: breach.entry, points: breach.points, on: closedOn))
    }
  }

  mutating func apply(
    _ event: Event.SpendableExpired, _ line: RecordedEvent
  ) throws(HistoryFault) {
    for expired in event.lines {
      guard accounts[expired.account]?.spendable[event.year] ?? .zero >= expired.points,
        expired.points > .zero
      else { throw .balanceBelowZero(expired.account) }
      accounts[expired.account]?.spendable.add(-expired.points, in: event.year)
      let booking = Booking.expiry(expiries.count)
      if bookings[expired.account]?.last != booking {
        bookings[expired.account, default: []].append(booking)
      }
    }
    expiries.append(Expiry(on: line.at.day, sequence: line.sequence, expired: event))
  }
}

/// A breach that weighs on a later year's rating, as its account keeps it.
struct CarriedBreach: Codable, Equatable, Sendable {
  let into: Year
  let entry: EntryNumber
  let points: Points
  /// The day the year was closed.
  let on: Day
}
