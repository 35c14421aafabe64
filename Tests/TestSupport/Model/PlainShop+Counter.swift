import XinyiLedger

// MARK: - Giving out

extension PlainShop {
  mutating func redeem(_ request: RedeemRequest) throws {
    if request.on > today { throw PlainRefusal("R101") }
    if let days = village.settings(on: request.on).shopDays, !days.contains(weekday(request.on)) {
      throw PlainRefusal("R310")
    }
    switch request.buyer {
    case .person(let person, let proxy, let note):
      try redeem(request, person, proxy: note == nil ? proxy : nil)
    case .cards(let numbers): try redeem(request, with: numbers)
    }
  }

  /// 1 for Monday; 1 January 2025 was a Wednesday.
  private func weekday(_ day: Day) -> Int {
    var (weekday, other) = (3, Day(year: 2025, month: 1, day: 1) ?? day)
    while other < day {
      other = other + 1
      weekday = weekday % 7 + 1
    }
    return weekday
  }

  private mutating func redeem(
    _ request: RedeemRequest, _ person: PersonNumber, proxy: PersonNumber?
  ) throws {
    let day = request.on
    guard let account = village.account(of: person, on: day) else { throw PlainWordFault() }
    let held = village.held(by: account, on: day)
    if village.isClosed(person, held, on: day) { throw PlainRefusal("R303") }
    if let proxy, village.household(of: person, on: day) != village.household(of: proxy, on: day) {
      throw PlainRefusal("R311")
    }
    let basket = try basket(request)
    for piece in request.basket {
      guard let limit = request.limits[piece.item] else { continue }
      let taken = slips.filter { $0.account == account && $0.on.month == day.month }
        .flatMap(\.kept).filter { $0.item == piece.item }.reduce(0) { $0 + $1.count }
      if taken + piece.count > limit { throw PlainRefusal("R304") }
    }
    let total = try total(basket)
    if held < total { throw PlainRefusal("R301") }
    if !request.again, isRepeated(request, by: person) { throw PlainRefusal("R305") }
    give(basket, request, account, [])
    village.bookings.append(
      PlainBooking(
        account: account, on: day, kind: .taken(total, asOf: village.settings(on: day))))
  }

  private mutating func redeem(_ request: RedeemRequest, with numbers: [CardNumber]) throws {
    for number in numbers { try requireGood(number, on: request.on) }
    let basket = try basket(request)
    let total = try total(basket)
    let paid = numbers.reduce(0) { $0 + $1.value * 10 }
    if total % 10 != 0 { throw PlainRefusal("R336") }
    if paid < total { throw PlainRefusal("R334") }
    if numbers.contains(where: { $0.value * 10 <= paid - total }) { throw PlainRefusal("R335") }
    try giveCards(worth: paid - total, for: numbers, on: request.on)
    for number in numbers { change(number, to: .till, on: request.on) }
    give(basket, request, nil, numbers)
  }

  private mutating func give(
    _ basket: [PlainPieces], _ request: RedeemRequest, _ account: Account?,
    _ numbers: [CardNumber]
  ) {
    for part in basket { move(part, -1) }
    slips.append(
      PlainSlip(
        at: village.now, on: request.on, person: request.person, account: account,
        bought: basket, kept: basket, cards: numbers, booking: village.bookings.count))
  }

  private func basket(_ request: RedeemRequest) throws -> [PlainPieces] {
    try request.basket.flatMap { piece in
      let ware = wares[try place(of: piece.item)]
      if !ware.isListed { throw PlainRefusal("R308") }
      if ware.isService {
        return [
          PlainPieces(
            item: ware.item, batch: nil, count: piece.count,
            price: price(of: ware, on: request.on))
        ]
      }
      if pieces(of: ware.item) < piece.count { throw PlainRefusal("R302") }
      let parts = pieces(piece.count, of: ware, on: request.on) { $0.isGood(on: request.on) }
      guard let parts else {
        throw PlainRefusal("R309")
      }
      return parts
    }
  }

  /// At most ten million points.
  private func total(_ basket: [PlainPieces]) throws -> Int {
    let total = basket.reduce(0) { $0 + $1.price * $1.count }
    if total > 100_000_000 { throw PlainRefusal("R307") }
    return total
  }

  private func isRepeated(_ request: RedeemRequest, by person: PersonNumber) -> Bool {
    slips.contains { slip in
      slip.person == person && village.now.seconds - slip.at.seconds < 600
        && Set(slip.bought.map(\.item)) == Set(request.basket.map(\.item))
        && request.basket.allSatisfy { piece in
          slip.bought.filter { $0.item == piece.item }.reduce(0) { $0 + $1.count } == piece.count
        }
    }
  }
}

// MARK: - Taking back

extension PlainShop {
  mutating func refund(
    _ place: Int, _ pieces: [RedeemRequest.Piece], restock: Bool
  ) throws {
    let slip = slips[place]
    if today > slip.on + village.settings(on: slip.on).refundDays { throw PlainRefusal("R320") }
    if slip.kept.allSatisfy({ $0.count == 0 }) { throw PlainRefusal("R323") }
    var kept = slip.kept
    var back: [PlainPieces] = []
    if pieces.isEmpty {
      back = kept
      for line in kept.indices { kept[line].count = 0 }
    }
    for piece in pieces {
      let held = kept.filter { $0.item == piece.item }.reduce(0) { $0 + $1.count }
      if held == 0 { throw PlainRefusal("R321") }
      if held < piece.count { throw PlainRefusal("R322") }
      var rest = piece.count
      for line in kept.indices.reversed() where kept[line].item == piece.item {
        var part = kept[line]
        part.count = min(rest, part.count)
        kept[line].count -= part.count
        rest -= part.count
        back.append(part)
      }
    }
    let total = back.reduce(0) { $0 + $1.price * $1.count }
    if slip.person == nil {
      let newest = slip.cards
      if total % 10 != 0 { throw PlainRefusal("R337") }
      try giveCards(worth: total, for: newest, on: today)
    } else if let person = slip.person, let account = village.account(of: person, on: today) {
      for (year, points) in years(of: slip, next: total) {
        village.bookings.append(
          PlainBooking(account: account, on: today, kind: .added(year, points)))
      }
      slips[place].returned += total
    }
    slips[place].kept = kept
    if restock { for part in back { move(part, 1) } }
  }

  /// Out of which years the next points of a slip go back, the newest first.
  private func years(of slip: PlainSlip, next total: Int) -> [(year: Year, points: Int)] {
    func left(_ count: Int) -> [Year: Int] {
      let own = village.bookings.prefix(count).filter { $0.account == slip.account }
      return Dictionary(
        village.left(Array(own)).map { ($0.year, $0.points) }, uniquingKeysWith: +)
    }
    let (before, after) = (left(slip.booking), left(slip.booking + 1))
    var done = slip.returned
    var rest = total
    var parts: [(year: Year, points: Int)] = []
    for year in after.keys.sorted().reversed() {
      let taken = (before[year] ?? 0) - (after[year] ?? 0)
      let skipped = min(done, taken)
      done -= skipped
      let part = min(rest, taken - skipped)
      rest -= part
      if part > 0 { parts.append((year, part)) }
    }
    return parts
  }
}
