extension Ledger {
  mutating func apply(
    _ event: Event.Redeemed, _ line: RecordedEvent
  ) throws(HistoryFault) {
    guard event.paidBy.cards.isEmpty, event.paidBy.change.isEmpty, let person = event.person,
      event.paidBy.account == event.total
    else { throw .unsupportedPayment }
    guard let account = account(of: person, on: event.on) else { throw .unknownPerson(person) }
    var total = Points.zero
    for basketLine in event.lines {
      guard (1...1_000_000).contains(basketLine.count),
        let points = basketLine.price.multiplied(by: basketLine.count)
      else { throw .badCount(basketLine.count) }
      try stock.add(-basketLine.count, of: basketLine.item)
      total += points
    }
    guard total == event.total else { throw .sumDiffers(stated: event.total, computed: total) }
    accounts[account, default: AccountState()].spendable.take(
      total, on: event.on, by: settings(on: event.on).carryRule)
    let left = spendable(of: account, on: event.on)
    guard left >= .zero else { throw .balanceBelowZero(account) }
    slipSerials[event.on, default: 0] += 1
    redemptions.append(
      Redemption(
        receipt: line.receipt, sequence: line.sequence, at: line.at, by: line.by,
        slip: slip(serial: slipSerials[event.on] ?? 1, on: event.on), redeemed: event,
        account: account, spendableAfter: left))
  }

  /// What an account can spend on a day.
  public func spendable(of account: Account, on day: Day) -> Points {
    accounts[account]?.spendable.available(on: day, by: settings(on: day).carryRule)
      ?? .zero
  }

  /// Month, day and the serial of that day: `1103-02`.
  func slip(serial: Int, on day: Day) -> String {
    let month = padded(day.month.monthOfYear, 2)
    return "\(month)\(padded(day.dayOfMonth, 2))-\(padded(serial, 2))"
  }
}
