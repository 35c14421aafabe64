/// What waits beside the months: the town's returns, reminders, points that run out.
extension Ledger {
  func laterWaiting(on today: Day) -> [MonthStatus.Waiting] {
    var waiting: [MonthStatus.Waiting] = []
    let returned = returnedEntries.count { !isKnownToCouncil($0) }
    if returned > 0 { waiting.append(.returned(count: returned)) }
    let overdue = openReminders.filter { $0.isOverdue(on: today) }
    if let first = overdue.first {
      waiting.append(.overdueReminders(count: overdue.count, since: first.issued.due))
    }
    if let expiring = expiring(on: today) { waiting.append(expiring) }
    let expired = expiredSpendable(on: today).flatMap(\.lines)
    if !expired.isEmpty {
      waiting.append(
        .expired(
          points: expired.reduce(.zero) { $0 + $1.points },
          accounts: Set(expired.map(\.account)).count))
    }
    return waiting
  }

  /// A meeting that began on the day of the town's answer or later has ended.
  private func isKnownToCouncil(_ entry: Entry) -> Bool {
    guard let answered = entry.answeredOn else { return true }
    return months.values.contains { month in
      month.state > .inReview && (month.meeting.map { $0.openedOn >= answered } ?? false)
    }
  }

  /// From 1 December to the last day of the rule: what would run out if nobody used it (S3.6).
  private func expiring(on today: Day) -> MonthStatus.Waiting? {
    let year = today.month.monthOfYear == 12 ? today.year : Year(number: today.year.number - 1)
    let start = Month(year: year.next.number, month: 1)?.firstDay ?? today
    guard let until = settings(on: start).carryRule.lastDay(of: year), today <= until else {
      return nil
    }
    let lost = accounts.values.map { account in
      unused(account.spendable, on: until) - unused(account.spendable, on: until + 1)
    }.filter { $0 > .zero }
    guard !lost.isEmpty else { return nil }
    let points = lost.reduce(.zero, +)
    return .expiring(year, points: points, accounts: lost.count, until: until)
  }

  private func unused(_ spendable: SpendableByYear, on day: Day) -> Points {
    spendable.available(on: day, by: settings(on: day).carryRule)
  }
}
