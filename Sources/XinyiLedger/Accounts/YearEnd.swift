/// What closing a year (年结) would do (S3.5).
public struct YearEnd: Equatable, Sendable {
  public let year: Year
  /// Everybody who is evaluated on the last day of the year, by account.
  public let grades: [Event.YearGrade]
  /// Breaches that can be put right and nobody has: they weigh on the next year too.
  public let carried: [Event.CarriedBreach]
  /// What goes beyond the points that may be carried over.
  public let cut: [Event.ExpiredLine]
}

extension YearEnd {
  /// What closing a year did, for the list that was posted of it.
  public init(_ closed: ClosedYear) {
    self.init(year: closed.year, grades: closed.grades, carried: closed.carried, cut: [])
  }
}

extension Ledger {
  /// What closing a year does, as things stand.
  public func yearEnd(of year: Year) -> YearEnd {
    let last = year.lastDay
    let grades = standings(of: evaluatedAccounts(on: last), on: last).compactMap { standing in
      standing.grade.map {
        Event.YearGrade(account: standing.account, rating: standing.rating, grade: $0)
      }
    }
    let carried = openBreaches.filter { ratingYears(of: $0).contains(year) }.map {
      Event.CarriedBreach(entry: $0.number, points: -stillTaken(by: $0))
    }
    return YearEnd(year: year, grades: grades, carried: carried, cut: cut(atEndOf: year))
  }

  /// The years on whose rating a breach weighs.
  private func ratingYears(of breach: Entry) -> [Year] {
    let carried = (carriedBreaches[account(of: breach.recorded)] ?? [])
      .filter { $0.entry == breach.number }.map(\.into)
    return [ratingYear(of: breach)] + carried
  }

  /// What is left of a year beyond the setting `carryLimit`.
  private func cut(atEndOf year: Year) -> [Event.ExpiredLine] {
    guard let limit = settings(on: year.lastDay).carryLimit else { return [] }
    return accounts.keys.sorted().compactMap { account in
      let left = accounts[account]?.spendable[year] ?? .zero
      return left > limit ? Event.ExpiredLine(account: account, points: left - limit) : nil
    }
  }

  /// Why a year cannot be closed yet; nil when it can.
  public func obstacle(toClosing year: Year, on today: Day) -> Refusal? {
    if years[year] != nil { return .yearAlreadyClosed(year) }
    if year < opened.firstMonth.year { return .yearBeforeFirst(year, first: opened.firstMonth) }
    if today <= year.lastDay { return .yearNotOver(year, today: today) }
    let previous = Year(number: year.number - 1)
    if previous >= opened.firstMonth.year, years[previous] == nil {
      return .earlierYearFirst(year, earlier: previous)
    }
    var month = max(opened.firstMonth, year.firstMonth)
    while month.year == year {
      let state = reviewMonth(month).state
      if state != .confirmed { return .yearMonthOpen(year, month, state) }
      month = month.next
    }
    let open = entries.first { entry in
      let isSettled = !entry.state.isLive || entry.state.isEffective
      return ratingYear(of: entry) <= year && (!isSettled || entry.openObjection != nil)
    }
    return open.map { .yearLineOpen(year, $0.number, $0.state) }
  }
}

extension Year {
  public var firstMonth: Month { Month(year: number, month: 1) ?? .placeholder }
  public var lastDay: Day { next.firstMonth.firstDay + -1 }
}

extension Draft {
  /// Closes a year: its grades stand, open breaches go on weighing, and what may not be carried
  /// over is written off.
  ///
  /// - Parameter body: the digest of the grade list that is posted.
  public mutating func closeYear(_ year: Year, body: Digest) throws {
    if let obstacle = ledger.obstacle(toClosing: year, on: today) { throw obstacle }
    let end = ledger.yearEnd(of: year)
    let gradeParts = parts(of: end.grades)
    let carriedParts = parts(of: end.carried)
    let count = max(gradeParts.count, carriedParts.count)
    for index in 0..<count {
      let grades = index < gradeParts.count ? gradeParts[index].rows : []
      let carried = index < carriedParts.count ? carriedParts[index].rows : []
      let isSplit = count > 1
      try append(
        .yearClosed(
          .init(
            year: year, grades: grades, carried: carried, body: body,
            part: isSplit ? index + 1 : nil, parts: isSplit ? count : nil)))
    }
    try writeOff(end.cut, of: year)
  }

  /// Writes off spendable points that have run out (清零).
  ///
  /// - Returns: whether there was anything.
  @discardableResult
  public mutating func expireSpendable() throws -> Bool {
    let expired = ledger.expiredSpendable(on: today)
    for (year, lines) in expired { try writeOff(lines, of: year) }
    if expired.isEmpty { throw Refusal.nothingExpired(today) }
    return true
  }

  private mutating func writeOff(_ lines: [Event.ExpiredLine], of year: Year) throws {
    guard !lines.isEmpty else { return }
    for (rows, part, parts) in parts(of: lines) {
      try append(.spendableExpired(.init(year: year, lines: rows, part: part, parts: parts)))
    }
  }
}

extension Ledger {
  /// The points that have run out and are not written off yet, by the year they took effect in.
  public func expiredSpendable(on day: Day) -> [(year: Year, lines: [Event.ExpiredLine])] {
    var byYear: [Year: [Event.ExpiredLine]] = [:]
    let rule = settings(on: day).carryRule
    for account in accounts.keys.sorted() {
      for part in accounts[account]?.spendable.expired(on: day, by: rule) ?? [] {
        byYear[part.year, default: []].append(.init(account: account, points: part.points))
      }
    }
    return byYear.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
