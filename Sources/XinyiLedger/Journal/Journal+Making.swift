extension Journal {
  /// Makes the journal of a ledger's lines.
  ///
  /// What a line moves is read from the line; what accounts hold is asked of the ledger. So the
  /// two can be held against each other. Throws `HistoryFault` for lines that cannot be true.
  public init(
    of events: some Collection<RecordedEvent>, catalogs: [Int: Catalog]
  ) throws(HistoryFault) {
    guard let first = events.first else { return }
    var making = JournalMaking(
      ledger: try Ledger(opening: first, catalogs: catalogs), day: first.at.day)
    for event in events.dropFirst() { try making.take(event) }
    making.closeMonth(on: making.ledger.lastAt.day)
    self = making.journal
  }
}

/// The journal as it grows with the lines.
private struct JournalMaking {
  var ledger: Ledger
  var journal = Journal()
  private var part: Journal.MonthPart
  private var moved: Set<JournalAccount> = []
  /// What carried breaches take from which year, as far as it is posted.
  private var carried: [CarriedPosting] = []

  private struct CarriedPosting {
    let entry: EntryNumber
    let account: JournalAccount
    let points: Points
    var isPosted: Bool
  }

  init(ledger: Ledger, day: Day) {
    self.ledger = ledger
    part = Journal.MonthPart(month: day.month, until: day)
  }

  mutating func take(_ event: RecordedEvent) throws(HistoryFault) {
    if event.at.day.month > part.month {
      closeMonth(on: part.month.lastDay)
      part = Journal.MonthPart(month: event.at.day.month, until: event.at.day)
    }
    let goods = ledger.stock.moves.count
    try ledger.apply(event)
    for (title, postings) in movements(of: event, goodsFrom: goods) where !postings.isEmpty {
      moved.formUnion(postings.map(\.account))
      part.entries.append(
        JournalEntry(line: event.sequence, on: event.at.day, title: title, postings: postings))
    }
  }

  mutating func closeMonth(on day: Day) {
    part.until = day
    part.balances = moved.compactMap(balance).sorted { $0.account < $1.account }
    if !part.entries.isEmpty { journal.months.append(part) }
    moved = []
  }

  /// Asked of the ledger; the village's side is what the others leave.
  private func balance(of account: JournalAccount) -> JournalBalance? {
    switch account {
    case .spendable(let holder):
      let years = ledger.accounts[holder]?.spendable.byYear ?? []
      return JournalBalance(
        account: account, amount: .spendable(years.reduce(.zero) { $0 + $1.points }))
    case .rating(let holder, let year):
      let sum = ledger.accounts[holder]?.rating[year] ?? .zero
      return JournalBalance(
        account: account, amount: .rating(sum + ledger.carried(on: holder, into: year)))
    case .card(let number):
      let state = ledger.cards[number]?.state
      let isOut = state == .out || state == .barred
      return JournalBalance(
        account: account, amount: .spendable(isOut ? number.points : .zero))
    case .shelf(let item):
      return JournalBalance(
        account: account, amount: .pieces(ledger.stock[item]?.count ?? 0, item))
    case .village: return nil
    }
  }
}

// MARK: - What a line moves

extension JournalMaking {
  private typealias Movement = (title: String, postings: [JournalEntry.Posting])

  private mutating func movements(of line: RecordedEvent, goodsFrom first: Int) -> [Movement] {
    switch line.event {
    case .confirmed(let event):
      return event.lines.map { confirmed($0, on: line.at.day) } + carriedChanges()
    case .yearClosed(let event): return closed(event)
    case .redeemed(let event): return [redeemed(event, line, goodsFrom: first)]
    case .refunded(let event): return [refunded(event, line, goodsFrom: first)]
    case .balanceMoved(let event): return [moved(event)]
    case .spendableExpired(let event):
      return event.lines.map { expired in
        ("\(event.year)年到期清零", spendable(.spendable(expired.account), -expired.points, .expired))
      }
    case .cardsIssued(let event): return [issued(event, on: line.at.day)]
    case .cardsTaken(let event): return [taken(event, on: line.at.day)]
    case .goodsReceived: return [("进货", goods(from: first, .goodsReceived))]
    case .goodsCounted: return [("盘点", goods(from: first, .goodsCounted))]
    case .goodsWrittenOff: return [("报损", goods(from: first, .goodsWrittenOff))]
    case .goodsReturned: return [("退供应商", goods(from: first, .goodsSentBack))]
    default: return []
    }
  }

  private func spendable(
    _ account: JournalAccount, _ points: Points, _ side: JournalAccount.VillageSide
  ) -> [JournalEntry.Posting] {
    if points == .zero { return [] }
    return [
      .init(account: account, amount: .spendable(points)),
      .init(account: .village(side), amount: .spendable(-points)),
    ]
  }

  private func rating(
    _ account: JournalAccount, _ points: Points, _ side: JournalAccount.VillageSide
  ) -> [JournalEntry.Posting] {
    if points == .zero { return [] }
    return [
      .init(account: account, amount: .rating(points)),
      .init(account: .village(side), amount: .rating(-points)),
    ]
  }

  private func confirmed(_ line: Event.ConfirmedLine, on day: Day) -> Movement {
    guard let entry = ledger[line.entry] else { return ("", []) }
    let account = ledger.account(of: entry.recorded)
    return (
      "\(line.entry) \(entry.recorded.rule)",
      rating(.rating(account, ledger.ratingYear(of: entry)), line.rating, .effective)
        + spendable(.spendable(account), line.spendable, .effective)
    )
  }

  private mutating func closed(_ event: Event.YearClosed) -> [Movement] {
    carried += event.carried.compactMap { breach in
      ledger[breach.entry].map { entry in
        CarriedPosting(
          entry: breach.entry,
          account: .rating(ledger.account(of: entry.recorded), event.year.next),
          points: breach.points, isPosted: false)
      }
    }
    return carriedChanges()
  }

  /// A breach goes on weighing until it is reversed, and again when its reversal is.
  private mutating func carriedChanges() -> [Movement] {
    var movements: [Movement] = []
    for index in carried.indices {
      let breach = carried[index]
      let weighs = !ledger.isReversed(breach.entry)
      guard weighs != breach.isPosted else { continue }
      carried[index].isPosted = weighs
      movements.append(
        (
          "\(breach.entry) 整改\(weighs ? "" : "取消")",
          rating(breach.account, weighs ? breach.points : -breach.points, .carried)
        ))
    }
    return movements
  }

  private func redeemed(
    _ event: Event.Redeemed, _ line: RecordedEvent, goodsFrom first: Int
  ) -> Movement {
    let title = "兑换 \(ledger.redemptions.last?.slip ?? "")"
    guard let person = event.person else {
      return (
        title,
        cards(event.paidBy.cards, out: false) + cards(event.paidBy.change, out: true)
          + side(.redeemed, event.total) + goods(from: first, .goodsGiven)
      )
    }
    guard let account = ledger.account(of: person, on: event.on) else { return (title, []) }
    return (
      title,
      spendable(.spendable(account), -event.paidBy.account, .redeemed)
        + goods(from: first, .goodsGiven)
    )
  }

  private func refunded(
    _ event: Event.Refunded, _ line: RecordedEvent, goodsFrom first: Int
  ) -> Movement {
    let title = "退货 \(ledger.refunds.last?.slip ?? "")"
    let total = event.lines.reduce(Points.zero) {
      $0 + ($1.price.multiplied(by: $1.count) ?? .zero)
    }
    let back = goods(from: first, .goodsGiven)
    if let cards = event.cards {
      return (title, self.cards(cards, out: true) + side(.redeemed, -total) + back)
    }
    let redemption = ledger.redemptions.last { $0.receipt == event.of }
    guard let person = redemption?.redeemed.person,
      let account = ledger.account(of: person, on: line.at.day)
    else { return (title, back) }
    return (title, spendable(.spendable(account), total, .redeemed) + back)
  }

  private func moved(_ event: Event.BalanceMoved) -> Movement {
    var postings: [JournalEntry.Posting] = []
    for part in event.spendable where part.points != .zero {
      postings.append(.init(account: .spendable(event.from), amount: .spendable(-part.points)))
      postings.append(.init(account: .spendable(event.to), amount: .spendable(part.points)))
    }
    for part in event.rating where part.points != .zero {
      postings.append(
        .init(account: .rating(event.from, part.year), amount: .rating(-part.points)))
      postings.append(.init(account: .rating(event.to, part.year), amount: .rating(part.points)))
    }
    return ("转户", postings)
  }

  private func issued(_ event: Event.CardsIssued, on day: Day) -> Movement {
    let numbers = event.cards.map(\.card)
    if let replaced = event.replaces {
      return ("补发积分卡", cards([replaced], out: false) + cards(numbers, out: true))
    }
    guard let person = event.person, let account = ledger.account(of: person, on: day) else {
      return ("备零", [])
    }
    return (
      "发积分卡",
      [.init(account: .spendable(account), amount: .spendable(-numbers.points))]
        + cards(numbers, out: true)
    )
  }

  private func taken(_ event: Event.CardsTaken, on day: Day) -> Movement {
    guard let person = event.person else {
      return ("换零", cards(event.cards, out: false) + cards(event.change, out: true))
    }
    guard let account = ledger.account(of: person, on: day) else { return ("收卡", []) }
    return (
      "收卡",
      cards(event.cards, out: false)
        + [.init(account: .spendable(account), amount: .spendable(event.cards.points))]
    )
  }

  /// Cards that went into people's hands, or came out of them.
  private func cards(_ numbers: [CardNumber], out: Bool) -> [JournalEntry.Posting] {
    numbers.map { number in
      .init(account: .card(number), amount: .spendable(out ? number.points : -number.points))
    }
  }

  private func side(
    _ side: JournalAccount.VillageSide, _ points: Points
  ) -> [JournalEntry.Posting] {
    points == .zero ? [] : [.init(account: .village(side), amount: .spendable(points))]
  }

  /// The pieces that the line moved on the shelf; a service moves none.
  private func goods(
    from first: Int, _ side: JournalAccount.VillageSide
  ) -> [JournalEntry.Posting] {
    ledger.stock.moves[first...].filter { $0.count != 0 }.flatMap { move in
      [
        JournalEntry.Posting(
          account: .shelf(move.item), amount: .pieces(move.count, move.item)),
        JournalEntry.Posting(account: .village(side), amount: .pieces(-move.count, move.item)),
      ]
    }
  }
}
