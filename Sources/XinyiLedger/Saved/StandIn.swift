/// A value that takes the place of one that cannot be fetched, because the saved state turned out
/// to be damaged. Whoever gets it goes on, and what comes of it is thrown away.
package protocol HasStandIn {
  static var standIn: Self { get }
}

extension Entry: HasStandIn {
  package static var standIn: Entry {
    let recorded = Event.Recorded(
      entry: .placeholder, batch: .placeholder, person: .placeholder, household: .placeholder,
      rule: .placeholder, catalog: 0, title: "", on: .placeholder, month: .placeholder,
      evidence: [], source: .own, asked: .zero, flags: [])
    let line = RecordedEvent(
      sequence: 0, at: .placeholder, by: .placeholder, receipt: .placeholder,
      request: .placeholder, event: .recorded(recorded))
    guard let entry = Entry(line) else { preconditionFailure("the line records an entry") }
    return entry
  }
}

extension ReminderNumber: HasStandIn {
  package static var standIn: ReminderNumber { placeholder }
}

extension BalanceMove: HasStandIn {
  package static var standIn: BalanceMove {
    let nobody = Account.person(.placeholder)
    return BalanceMove(
      on: .placeholder, sequence: 0,
      moved: .init(from: nobody, to: nobody, spendable: [], rating: [], why: ""))
  }
}

extension Expiry: HasStandIn {
  package static var standIn: Expiry {
    Expiry(on: .placeholder, sequence: 0, expired: .init(year: .placeholder, lines: []))
  }
}

extension Redemption: HasStandIn {
  package static var standIn: Redemption {
    let redeemed = Event.Redeemed(
      on: .placeholder, lines: [], total: .zero,
      paidBy: .init(account: .zero, cards: [], change: []))
    return Redemption(
      receipt: .placeholder, sequence: 0, at: .placeholder, by: .placeholder, slip: "",
      redeemed: redeemed, account: nil, spendableAfter: nil, taken: [], kept: [])
  }
}

extension Refund: HasStandIn {
  package static var standIn: Refund {
    Refund(
      receipt: .placeholder, sequence: 0, at: .placeholder, by: .placeholder, slip: "",
      redemption: 0, refunded: .init(of: .placeholder, lines: [], restock: false, why: ""),
      total: .zero, returned: [], account: nil, spendableAfter: nil)
  }
}

extension CardMove: HasStandIn {
  package static var standIn: CardMove {
    CardMove(on: .placeholder, sequence: 0, account: .person(.placeholder), points: [])
  }
}

extension CardFlow: HasStandIn {
  package static var standIn: CardFlow {
    CardFlow(on: .placeholder, year: .placeholder, points: .zero)
  }
}

extension Stock.PriceChange: HasStandIn {
  package static var standIn: Stock.PriceChange {
    Stock.PriceChange(on: .placeholder, item: .placeholder, price: .zero)
  }
}

extension Stock.Move: HasStandIn {
  package static var standIn: Stock.Move {
    Stock.Move(on: .placeholder, item: .placeholder, batch: nil, count: 0, cause: .counted)
  }
}
