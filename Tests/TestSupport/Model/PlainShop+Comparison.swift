import XinyiLedger

extension PlainShop {
  /// Everything in which the program's ledger differs from the model, on a day.
  func differences(from ledger: Ledger, on day: Day) -> [String] {
    var found: [String] = []
    func same<Value: Equatable>(_ what: String, _ program: Value, _ model: Value) {
      if program != model { found.append("\(what): program \(program), model \(model)") }
    }
    same("goods", ledger.stock.order, wares.map(\.item))
    for ware in wares {
      let goods = ledger.stock[ware.item]
      same("\(ware.item) price", goods?.price.tenths, ware.price)
      same("\(ware.item) listed", goods?.isListed, ware.isListed)
      same("\(ware.item) service", goods?.isService, ware.isService)
      same("\(ware.item) batches", goods?.lots.map(\.batch), ware.batches.map(\.name))
      let own = moves.filter { $0.item == ware.item }
      let counts = ware.batches.map { batch in
        own.filter { $0.batch == batch.name }.reduce(0) { $0 + $1.count }
      }
      same("\(ware.item) pieces", goods?.lots.map(\.count), counts)
    }
    same("cards", ledger.cards.cards.keys.count, cards.count)
    for card in cards {
      guard let other = ledger.cards[card.number] else {
        found.append("\(card.number): only the model has it")
        continue
      }
      if other.state != card.state || other.year != card.year || other.since != card.since
        || other.person != card.person || other.holder != card.holder || other.loser != card.loser
        || other.month != card.month
        || other.issuedOn != card.issuedOn
      {
        found.append("card: program \(other), model \(card)")
      }
    }
    let spendables = village.spendables(on: day)
    for account in Set(spendables.keys).union(ledger.accounts.keys) {
      same(
        "\(account)", ledger.spendable(of: account, on: day).tenths, spendables[account] ?? 0)
      let years = village.left(village.bookings(of: account)).filter { $0.points != 0 }
      let program = ledger.accounts[account]?.spendable.byYear ?? []
      same("\(account) years", program.map(\.year), years.map(\.year))
      same("\(account) by year", program.map(\.points.tenths), years.map(\.points))
    }
    same("slips", ledger.redemptions.count, slips.count)
    if let redemption = ledger.redemptions.last, let slip = slips.last {
      same("kept", redemption.kept.map(\.count), slip.kept.map(\.count))
      same("batches given", redemption.kept.map(\.batch), slip.kept.map(\.batch))
    }
    return found
  }
}
