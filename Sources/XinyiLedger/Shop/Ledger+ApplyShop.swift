extension Ledger {
  mutating func apply(
    _ event: Event.Redeemed, _ line: RecordedEvent
  ) throws(HistoryFault) {
    let total = try sum(of: event.lines)
    for part in event.lines {
      try stock.move(-part.count, of: part.item, batch: part.batch, .redeemed, on: event.on)
    }
    guard total == event.total else { throw .sumDiffers(stated: event.total, computed: total) }
    var paid: (account: Account, taken: [Event.YearPoints], left: Points)?
    if let person = event.person {
      guard event.paidBy.cards.isEmpty, event.paidBy.change.isEmpty, event.paidBy.account == total
      else { throw .unsupportedPayment }
      guard let account = account(of: person, on: event.on) else { throw .unknownPerson(person) }
      let taken = accounts[account, default: AccountState()].spendable.take(
        total, on: event.on, by: settings(on: event.on).carryRule)
      let left = spendable(of: account, on: event.on)
      guard left >= .zero else { throw .balanceBelowZero(account) }
      paid = (account, taken, left)
    } else {
      guard event.paidBy.account == .zero, !event.paidBy.cards.isEmpty,
        event.paidBy.cards.points - event.paidBy.change.points == total
      else { throw .unsupportedPayment }
      try takeIn(event.paidBy.cards, change: event.paidBy.change, on: event.on)
    }
    book(
      Redemption(
        receipt: line.receipt, sequence: line.sequence, at: line.at, by: line.by,
        slip: nextSlip(on: event.on), redeemed: event, account: paid?.account,
        spendableAfter: paid?.left, taken: paid?.taken ?? [], kept: event.lines))
  }

  private mutating func book(_ redemption: Redemption) {
    let index = redemptions.count
    redemptionsByReceipt[redemption.receipt] = index
    redemptionsBySlip[redemption.slip] = index
    if let account = redemption.account {
      bookings[account, default: []].append(.redemption(index))
    }
    redemptions.append(redemption)
  }

  mutating func apply(
    _ event: Event.Refunded, _ line: RecordedEvent
  ) throws(HistoryFault) {
    guard let index = redemptionsByReceipt[event.of] else {
      throw .unknownSlip(event.of)
    }
    let day = line.at.day
    let total = try sum(of: event.lines)
    for part in event.lines {
      guard
        let place = redemptions[index].kept.firstIndex(where: {
          $0.item == part.item && $0.batch == part.batch && $0.price == part.price
            && $0.count >= part.count
        })
      else { throw .badCount(part.count) }
      redemptions[index].kept[place].count -= part.count
      if event.restock {
        try stock.move(part.count, of: part.item, batch: part.batch, .refunded, on: day)
      }
    }
    var returned: [Event.YearPoints] = []
    var account: Account?
    if let person = redemptions[index].redeemed.person {
      guard event.cards == nil else { throw .unsupportedPayment }
      guard let own = self.account(of: person, on: day) else { throw .unknownPerson(person) }
      account = own
      returned = redemptions[index].giveBack(total)
      for part in returned {
        accounts[own, default: AccountState()].spendable.add(part.points, in: part.year)
      }
    } else {
      guard let cards = event.cards, cards.points == total else { throw .unsupportedPayment }
      for card in cards { try self.cards.move(card, from: [.till], to: .out, on: day) }
      noteFlow(out: cards, on: day)
    }
    if let account { bookings[account, default: []].append(.refund(refunds.count)) }
    refunds.append(
      Refund(
        receipt: line.receipt, sequence: line.sequence, at: line.at, by: line.by,
        slip: nextSlip(on: day), redemption: index, refunded: event, total: total,
        returned: returned, account: account,
        spendableAfter: account.map { spendable(of: $0, on: day) }))
  }

  mutating func apply(
    _ event: Event.GoodsCounted, _ line: RecordedEvent
  ) throws(HistoryFault) {
    guard event.count >= 0, event.count <= Stock.largestArrival * 10 else {
      throw .badCount(event.count)
    }
    let held = stock[event.item]?[event.batch]?.count ?? 0
    try stock.move(
      event.count - held, of: event.item, batch: event.batch, .counted, on: line.at.day)
  }

  mutating func apply(
    _ event: Event.GoodsWrittenOff, _ line: RecordedEvent
  ) throws(HistoryFault) {
    guard event.count > 0 else { throw .badCount(event.count) }
    try stock.move(
      -event.count, of: event.item, batch: event.batch, .writtenOff, on: line.at.day)
  }

  mutating func apply(
    _ event: Event.GoodsReturned, _ line: RecordedEvent
  ) throws(HistoryFault) {
    guard event.count > 0 else { throw .badCount(event.count) }
    try stock.move(-event.count, of: event.item, batch: event.batch, .sentBack, on: line.at.day)
  }

  private func sum(of lines: [Event.BasketLine]) throws(HistoryFault) -> Points {
    var total = Points.zero
    for line in lines {
      guard (1...1_000_000).contains(line.count), let points = line.price.multiplied(by: line.count)
      else { throw .badCount(line.count) }
      total += points
    }
    return total
  }

  private mutating func nextSlip(on day: Day) -> String {
    let serial = (slipSerials[day] ?? 0) + 1
    slipSerials[day] = serial
    return Self.slip(serial: serial, on: day)
  }

  /// What an account can spend on a day.
  public func spendable(of account: Account, on day: Day) -> Points {
    accounts[account]?.spendable.available(on: day, by: settings(on: day).carryRule)
      ?? .zero
  }

  /// Month, day and the serial of that day: `1103-02`.
  static func slip(serial: Int, on day: Day) -> String {
    let month = padded(day.month.monthOfYear, 2)
    return "\(month)\(padded(day.dayOfMonth, 2))-\(padded(serial, 2))"
  }
}

extension Redemption {
  /// Gives points back to the years they were taken from, the newest first, so that what would
  /// have run out first is used up.
  fileprivate mutating func giveBack(_ points: Points) -> [Event.YearPoints] {
    var rest = points
    var returned: [Event.YearPoints] = []
    for index in taken.indices.reversed() where rest > .zero {
      let part = min(rest, taken[index].points)
      guard part > .zero else { continue }
      taken[index].points -= part
      rest -= part
      returned.append(.init(year: taken[index].year, points: part))
    }
    return returned
  }
}
