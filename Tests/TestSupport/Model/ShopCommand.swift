import XinyiLedger

/// One command of a shop, as program and model both take it.
enum ShopCommand: Sendable {
  case village(VillageCommand)
  case list(ItemCode, Points, service: Bool)
  case setPrice(ItemCode, Points)
  case delist(ItemCode)
  case receive(Event.GoodsReceived)
  case count(ItemCode, Int, batch: String?)
  case writeOff(ItemCode, Int, batch: String?, second: Operator)
  case sendBack(ItemCode, Int, batch: String?)
  case redeem(RedeemRequest)
  case redeemWithCards(RedeemRequest)
  /// Of a slip, by its place; all that is left of it without pieces.
  case refund(Int, [RedeemRequest.Piece], restock: Bool)
  case issue(Points, PersonNumber)
  case issueMonth(Month)
  case fillTill([(value: Int, count: Int)])
  case takeCards([CardNumber], PersonNumber)
  case changeCards([CardNumber], into: [Int])
  /// All of the till without numbers.
  case returnCards([CardNumber])
  case bar(CardNumber, PersonNumber?)
  case lift(CardNumber)
  case barAll(PersonNumber)
  case reissue(CardNumber)
  case countCards([(value: Int, count: Int)])

  /// The word under which runs are counted.
  var name: String {
    if case .village(let command) = self { return command.name }
    return Mirror(reflecting: self).children.first?.label ?? "\(self)"
  }
}

extension ShopCommand {
  /// What the program makes of it.
  func run(on draft: inout Draft) throws {
    let why = VillageCommand.why
    switch self {
    case .village(let command): try command.run(on: &draft)
    case .list(let item, let price, let service):
      try draft.list(item, at: price, service: service)
    case .setPrice(let item, let price):
      _ = try draft.ledger.stock[item] ?? { throw HistoryFault.unknownItem(item) }()
      try draft.setPrice(price, of: item)
    case .delist(let item): try draft.delist(item)
    case .receive(let arrival): try draft.receive(arrival)
    case .count(let item, let count, let batch): try draft.count(item, count, batch: batch)
    case .writeOff(let item, let count, let batch, let second):
      try draft.writeOff(item, count, batch: batch, why: why, second: second)
    case .sendBack(let item, let count, let batch):
      try draft.sendBack(item, count, batch: batch, why: why)
    case .redeem(let request), .redeemWithCards(let request): try draft.redeem(request)
    case .refund(let place, let pieces, let restock):
      try draft.refund(draft.ledger.redemptions[place], pieces, restock: restock, why: why)
    default: try runWithCards(on: &draft)
    }
  }

  private func runWithCards(on draft: inout Draft) throws {
    switch self {
    case .issue(let points, let person): try draft.issueCards(points, to: person)
    case .issueMonth(let month): try draft.issueCards(of: month)
    case .fillTill(let counts): try draft.fillTill(counts)
    case .takeCards(let cards, let person): try draft.takeCards(cards, from: person)
    case .changeCards(let cards, let values): try draft.changeCards(cards, into: values)
    case .returnCards(let cards): try draft.returnCards(cards)
    case .bar(let card, let person): try draft.bar(card, for: person, lifted: false)
    case .lift(let card): try draft.bar(card, for: nil, lifted: true)
    case .barAll(let person): try draft.barAll(of: person)
    case .reissue(let card): try draft.reissue(card)
    case .countCards(let counts): try draft.countCards(counts)
    default: preconditionFailure("\(self)")
    }
  }
}

// MARK: - The model

extension PlainShop {
  /// Carries a command out, all of it or nothing.
  ///
  /// - Parameter given: the cards that the program gave out of the till.
  /// - Returns: the code of a refusal; nil when it was carried out.
  mutating func run(
    _ command: ShopCommand, at stamp: Draft.Stamp, given: [CardNumber]
  ) -> String? {
    let untouched = self
    village.now = stamp.at
    self.given = given
    do {
      try run(command, stamp)
      return nil
    } catch {
      self = untouched
      return (error as? PlainRefusal)?.code ?? "words"
    }
  }

  private mutating func run(_ command: ShopCommand, _ stamp: Draft.Stamp) throws {
    switch command {
    case .village(let command):
      if let code = village.run(command, at: stamp.at) { throw PlainRefusal(code) }
      if case .confirm = command { moveEstates() }
    case .list(let item, let price, let service): try list(item, price, service: service)
    case .setPrice(let item, let price): try setPrice(item, price)
    case .delist(let item): try delist(item)
    case .receive(let arrival): try receive(arrival)
    case .count(let item, let count, let batch): try self.count(item, count, batch: batch)
    case .writeOff(let item, let count, let batch, let second):
      if second == stamp.by { throw PlainRefusal("R243") }
      try remove(item, count, batch: batch)
    case .sendBack(let item, let count, let batch): try remove(item, count, batch: batch)
    case .redeem(let request), .redeemWithCards(let request): try redeem(request)
    case .refund(let place, let pieces, let restock):
      try refund(place, pieces, restock: restock)
    case .issue(let points, let person): try issue(points, to: person)
    case .issueMonth(let month): try issue(of: month)
    case .fillTill(let counts): try fillTill(counts)
    case .takeCards(let cards, let person): try takeCards(cards, from: person)
    case .changeCards(let cards, let values): try changeCards(cards, into: values)
    case .returnCards(let cards): try returnCards(cards)
    case .bar(let card, let person): try bar(card, for: person, lifted: false)
    case .lift(let card): try bar(card, for: nil, lifted: true)
    case .barAll(let person): try barAll(of: person)
    case .reissue(let card): try reissue(card)
    case .countCards: break
    }
  }
}
