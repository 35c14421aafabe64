import XinyiLedger

extension ShopDays {
  mutating func tryCommand() throws {
    switch Int.random(in: 0..<60, using: &random) {
    case 0...12: try redeem()
    case 13...20: try redeemWithCards()
    case 21...27: try refund()
    case 28...32: try receive()
    case 33...36: try changeStock()
    case 37...38: try changeList()
    case 39...43: try issue()
    case 44...45: try fillTill()
    case 46...51: try moveCards()
    case 52...57: try loseCards()
    default: try changeVillage()
    }
  }

  mutating func randomSettings() -> Settings {
    var settings = Settings.standard(operator: Self.clerk)
    settings.noticeDays = Int.random(in: 1...4, using: &random)
    settings.carry = random.pick([nil, .all, .nothing, .until, .until])
    settings.carryUntil = MonthDay(random.pick(["01-31", "02-29"])) ?? .placeholder
    settings.leaveDays = random.pick([0, 30, 90])
    settings.refundDays = random.pick([0, 3, 7, 30])
    settings.cards = random.pick([
      [1, 2, 5], [1, 2, 5], [1, 5, 10], [3, 7], [2, 5], [1, 3, 4], [5, 10],
    ])
    settings.shopDays = random.pick([nil, nil, [1, 2, 3, 4, 5, 6], [2, 4, 6, 7]])
    settings.cardWaitDays = random.pick([nil, 0, 3, 7])
    return settings
  }

  // MARK: Goods

  private mutating func item() -> ItemCode {
    random.oneIn(60) ? ItemCode(unchecked: "ghost") : random.pick(Self.items)
  }

  private mutating func piecesOnShelf() -> ItemCode {
    random.oneIn(12) ? item() : random.pick(Array(Self.items.prefix(4)))
  }

  private mutating func batch(of item: ItemCode) -> String? {
    if random.oneIn(2) { return nil }
    let known = ledger.stock[item]?.lots.compactMap(\.batch) ?? []
    return random.oneIn(6) ? "nobody" : known.randomElement(using: &random)
  }

  private mutating func receive() throws {
    let expires: Day? =
      random.oneIn(2) ? nil : today + Int.random(in: -2...40, using: &random)
    try run(
      .receive(
        .init(
          item: piecesOnShelf(), batch: random.pick([nil, nil, nil, "a", "b"]),
          count: Int.random(in: 1...30, using: &random), expires: expires, from: nil,
          payer: random.pick([nil, nil, .village, .donor]),
          cost: random.pick([nil, nil, Money("1.50")]))))
  }

  private mutating func changeStock() throws {
    let item = piecesOnShelf()
    let batch = batch(of: item)
    let held = batch.map { ledger.stock[item]?[$0]?.count ?? 0 } ?? ledger.stock[item]?.count ?? 0
    let some = Int.random(in: 1...6, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0, 1:
      let change = Int.random(in: -3...2, using: &random)
      try run(.count(item, max(0, held + change), batch: batch))
    case 2:
      let second = Operator(unchecked: random.oneIn(6) ? "clerk" : "other")
      try run(.writeOff(item, some, batch: batch, second: second))
    default: try run(.sendBack(item, some, batch: batch))
    }
  }

  private mutating func changeList() throws {
    let item = item()
    let price = Points(tenths: random.pick([5, 10, 10, 15, 20, 30, 50, 70])) ?? .zero
    let unlisted = Self.items.filter { ledger.stock[$0]?.isListed == false }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: try run(.delist(item))
    case 1, 2: try run(.list(unlisted.first ?? random.pick(Self.items), price, service: false))
    case 3: try run(.list(random.pick(Self.items), price, service: true))
    default:
      try run(.setPrice(item, item == Self.items[5] ? .whole(100_000) : price))
    }
  }

  // MARK: The counter

  private mutating func day() -> Day {
    if !random.oneIn(6) { return today }
    return max(
      today + -Int.random(in: -1...40, using: &random), ledger.opened.firstMonth.firstDay)
  }

  private mutating func basket() -> [RedeemRequest.Piece] {
    if random.oneIn(30) { return [.init(Self.items[5], random.pick([1, 9_999]))] }
    return (0..<Int.random(in: 1...3, using: &random)).map { _ in
      let item = random.oneIn(60) ? item() : random.pick(Array(Self.items.prefix(5)))
      return .init(item, Int.random(in: 1...(random.oneIn(8) ? 20 : 3), using: &random))
    }
  }

  private mutating func request(
    _ buyer: RedeemRequest.Buyer, _ basket: [RedeemRequest.Piece]
  ) -> RedeemRequest? {
    RedeemRequest(
      buyer, basket: basket, on: day(), again: random.oneIn(3), limits: [Self.items[1]: 4])
  }

  private mutating func redeem() throws {
    let proxy = random.oneIn(4) ? random.pick(people) : nil
    let note = random.oneIn(3) ? "儿子来领" : nil
    let person = random.oneIn(80) ? PersonNumber(unchecked: "9999") : random.pick(people)
    guard let request = request(.person(person, proxy: proxy, note: note), basket()) else {
      return
    }
    try run(.redeem(request))
    if random.oneIn(8) {
      clock += random.pick([5, 400, 599, 600])
      try run(.redeem(request))
    }
  }

  private mutating func redeemWithCards() throws {
    let basket = basket()
    let total = RedeemRequest.added(basket).reduce(0) { sum, piece in
      sum + (ledger.stock[piece.item]?.price.tenths ?? 0) * piece.count
    }
    var cards: [CardNumber] = []
    for card in ledger.cards.numbers(in: .out).shuffled(using: &random)
    where cards.points.tenths < total && cards.count < 12 { cards.append(card) }
    if random.oneIn(8) { cards = someCards() }
    if random.oneIn(12) { cards = Array(cards.dropLast()) }
    if cards.isEmpty { return try issue() }
    if let request = request(.cards(cards), basket) { try run(.redeemWithCards(request)) }
  }

  private mutating func refund() throws {
    let slips = ledger.redemptions
    let last = random.oneIn(8) ? slips.count : min(6, slips.count)
    guard let place = slips.indices.suffix(last).randomElement(using: &random) else {
      return try redeem()
    }
    var pieces: [RedeemRequest.Piece] = []
    if random.oneIn(2) {
      let own = slips[place].kept.map(\.item)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        pieces.append(
          .init(
            random.oneIn(8) ? item() : random.pick(own), Int.random(in: 1...3, using: &random)))
      }
    }
    try run(.refund(place, RedeemRequest.added(pieces), restock: !random.oneIn(3)))
  }

  // MARK: Cards

  /// Cards in any state, and some that were never printed.
  private mutating func someCards() -> [CardNumber] {
    let all = ledger.cards.cards.keys.sorted().shuffled(using: &random)
    return Array(all.prefix(Int.random(in: 1...2, using: &random)))
      + (random.oneIn(3) ? [cardNumber(5, 9_999)] : [])
  }

  private mutating func cards(_ state: CardBook.State, upTo count: Int) -> [CardNumber] {
    if random.oneIn(8) { return someCards() }
    let held = ledger.cards.numbers(in: state).shuffled(using: &random)
    return Array(held.prefix(Int.random(in: 1...count, using: &random)))
  }

  private mutating func issue() throws {
    if random.oneIn(5) {
      let months = ledger.months.keys.sorted().suffix(3) + [today.month]
      return try run(.issueMonth(random.pick(Array(months))))
    }
    let person = random.pick(people)
    var points = Int.random(in: 1...20, using: &random) * 10
    if random.oneIn(8) { points += 5 }
    if random.oneIn(8) { points += 2_000 }
    try run(.issue(Points(tenths: points) ?? .zero, person))
  }

  private mutating func fillTill() throws {
    var counts = ledger.settings(on: today).cards.map {
      (value: $0, count: Int.random(in: 1...5, using: &random))
    }
    if random.oneIn(8) { counts.append((random.pick([4, 9]), 1)) }
    try run(.fillTill(counts))
  }

  private mutating func moveCards() throws {
    switch Int.random(in: 0..<12, using: &random) {
    case 0...3: try run(.takeCards(cards(.out, upTo: 3), random.pick(people)))
    case 4...8: try changeCards()
    case 9, 10:
      let values = Set(ledger.cards.cards.keys.map(\.value)).sorted()
      let counts = values.map { (value: $0, count: Int.random(in: 0...9, using: &random)) }
      try run(.countCards(counts))
    default: try run(.returnCards(random.oneIn(3) ? [] : cards(.till, upTo: 2)))
    }
  }

  /// Cards for others of the till, mostly of the same worth.
  private mutating func changeCards() throws {
    let given = cards(.out, upTo: 2)
    let sum = given.reduce(0) { $0 + $1.value }
    var values: [Int] = []
    for card in ledger.cards.numbers(in: .till).shuffled(using: &random)
    where values.reduce(0, +) + card.value <= sum { values.append(card.value) }
    if random.oneIn(6) { values = Array(repeating: 1, count: max(1, sum)) }
    if !given.isEmpty && !values.isEmpty { try run(.changeCards(given, into: values)) }
  }

  private mutating func loseCards() throws {
    let numbers = ledger.cards.numbers(in: random.oneIn(2) ? .barred : .out)
    guard let number = random.oneIn(8) ? someCards().first : numbers.randomElement(using: &random)
    else { return try issue() }
    switch Int.random(in: 0..<9, using: &random) {
    case 0...2: try run(.bar(number, random.oneIn(3) ? random.pick(people) : nil))
    case 3: try run(.lift(number))
    case 4: try run(.barAll(random.pick(people)))
    default: try run(.reissue(number))
    }
  }

  // MARK: The village

  private mutating func changeVillage() throws {
    switch Int.random(in: 0..<12, using: &random) {
    case 0...3:
      let from = random.oneIn(2) ? today.month : today.month.next
      try run(.village(.settings(.init(from: from, settings: randomSettings(), why: nil))))
    case 4:
      let status = random.pick([ResidentStatus.left, .dead, .away, .away, .resident])
      try run(.village(.status(status, random.pick(Array(people.suffix(2))), from: today)))
    case 5...7:
      guard let entry = ledger.entries.randomElement(using: &random) else { return }
      let second = random.oneIn(2) ? Operator(unchecked: "other") : nil
      try run(.village(.reverse(entry.number, second: second)))
    default: try run(.village(.expire))
    }
  }
}
