import XinyiLedger

/// What the lines of a ledger say came and went, added up as they are written: goods, cards by
/// denomination and points have to be somewhere.
struct ShopSums {
  /// By item and batch, what lies on the shelf when nothing was lost.
  private var shelf: [String: Int] = [:]
  /// By denomination, cards in people's hands, in the till and ever issued.
  private var hands: [Int: Int] = [:]
  private var till: [Int: Int] = [:]
  private var issued: [Int: Int] = [:]
  /// Points that went over the counter, less what was brought back; tenths.
  private var spent = 0
  /// Points that ran out and were written off.
  private var expired = 0

  mutating func add(_ event: Event) {
    switch event {
    case .goodsReceived(let event): move(event.item, event.batch, event.count)
    case .goodsCounted(let event): shelf[Self.key(event.item, event.batch)] = event.count
    case .goodsWrittenOff(let event): move(event.item, event.batch, -event.count)
    case .goodsReturned(let event): move(event.item, event.batch, -event.count)
    case .redeemed(let event):
      for line in event.lines { move(line.item, line.batch, -line.count) }
      spent += event.lines.reduce(0) { $0 + $1.price.tenths * $1.count }
      swap(event.paidBy.cards, event.paidBy.change)
    case .refunded(let event):
      for line in event.lines where event.restock { move(line.item, line.batch, line.count) }
      spent -= event.lines.reduce(0) { $0 + $1.price.tenths * $1.count }
      swap([], event.cards ?? [])
    case .cardsIssued(let event):
      for card in event.cards.map(\.card) {
        issued[card.value, default: 0] += 1
        if event.person == nil {
          till[card.value, default: 0] += 1
        } else {
          hands[card.value, default: 0] += 1
        }
      }
      if let lost = event.replaces { hands[lost.value, default: 0] -= 1 }
    case .cardsTaken(let event):
      swap(event.cards, event.change)
      if event.person != nil { leave(event.cards) }
    case .cardsReturned(let event): leave(event.cards)
    case .spendableExpired(let event):
      expired += event.lines.reduce(0) { $0 + $1.points.tenths }
    default: break
    }
  }

  private static func key(_ item: ItemCode, _ batch: String?) -> String {
    "\(item)/\(batch ?? "-")"
  }

  private mutating func move(_ item: ItemCode, _ batch: String?, _ count: Int) {
    shelf[Self.key(item, batch), default: 0] += count
  }

  private mutating func swap(_ taken: [CardNumber], _ given: [CardNumber]) {
    for card in taken {
      hands[card.value, default: 0] -= 1
      till[card.value, default: 0] += 1
    }
    for card in given {
      hands[card.value, default: 0] += 1
      till[card.value, default: 0] -= 1
    }
  }

  private mutating func leave(_ cards: [CardNumber]) {
    for card in cards { till[card.value, default: 0] -= 1 }
  }

  /// Everything of a ledger that does not add up.
  func faults(of ledger: Ledger) -> [String] {
    var found: [String] = []
    func same<Value: Equatable>(_ what: String, _ held: Value, _ sum: Value) {
      if held != sum { found.append("\(what): \(held), but the lines add up to \(sum)") }
    }
    for item in ledger.stock.order {
      guard let goods = ledger.stock[item], !goods.isService else { continue }
      for lot in goods.lots {
        same("\(item) \(lot.batch ?? "-")", lot.count, shelf[Self.key(item, lot.batch)] ?? 0)
        if lot.count < 0 { found.append("\(item) is below zero") }
      }
    }
    var states: [Int: [CardBook.State: Int]] = [:]
    for card in ledger.cards.cards.values {
      states[card.number.value, default: [:]][card.state, default: 0] += 1
    }
    for (value, counts) in states {
      same("cards of \(value)", counts.values.reduce(0, +), issued[value] ?? 0)
      same("till of \(value)", counts[.till] ?? 0, till[value] ?? 0)
      let inHands = (counts[.out] ?? 0) + (counts[.barred] ?? 0)
      same("\(value) in hands", inHands, hands[value] ?? 0)
    }
    let onCards = states.reduce(0) { sum, state in
      sum + state.key * 10 * ((state.value[.out] ?? 0) + (state.value[.barred] ?? 0))
    }
    let entered = ledger.entries.filter(\.state.isEffective)
      .reduce(0) { $0 + $1.effect.spendable.tenths }
    let held = ledger.accounts.values.flatMap(\.spendable.byYear)
      .reduce(0) { $0 + $1.points.tenths }
    same("points", held + onCards + spent + expired, entered)
    return found
  }
}
