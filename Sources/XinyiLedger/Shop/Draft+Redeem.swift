/// A basket as the counter asks for it.
public struct RedeemRequest: Equatable, Sendable {
  public var buyer: Buyer
  /// Each item once, with its number of pieces.
  public var basket: [Piece]
  public var on: Day
  /// The same basket within ten minutes is meant.
  public var again: Bool
  /// At most so many pieces of an item per account and month, for the items that have a limit.
  public var limits: [ItemCode: Int]

  /// Who pays, and how.
  public enum Buyer: Equatable, Sendable {
    /// From the person's account.
    case person(PersonNumber, proxy: PersonNumber? = nil, note: String? = nil)
    /// With paper cards, by whoever holds them.
    case cards([CardNumber])
  }

  public struct Piece: Equatable, Sendable {
    public var item: ItemCode
    public var count: Int

    public init(_ item: ItemCode, _ count: Int) {
      self.item = item
      self.count = count
    }
  }

  /// An item that is named twice is added up; nil when a number of pieces is out of range.
  public init?(
    _ buyer: Buyer, basket: [Piece], on: Day, again: Bool, limits: [ItemCode: Int]
  ) {
    let merged = Self.added(basket)
    guard !merged.isEmpty, basket.allSatisfy({ $0.count >= 1 }),
      merged.allSatisfy({ $0.count <= Self.largestCount })
    else { return nil }
    self.buyer = buyer
    self.basket = merged
    self.on = on
    self.again = again
    self.limits = limits
  }

  /// Whose account is used; nil for cards.
  public var person: PersonNumber? {
    if case .person(let person, _, _) = buyer { person } else { nil }
  }

  /// Each item once, what was named twice added up.
  public static func added(_ basket: [Piece]) -> [Piece] {
    var merged: [Piece] = []
    for line in basket {
      if let index = merged.firstIndex(where: { $0.item == line.item }) {
        merged[index].count += line.count
      } else {
        merged.append(line)
      }
    }
    return merged
  }

  /// More pieces than this in one line are a slip of the finger.
  public static let largestCount = 9_999
}

extension Draft {
  /// Takes points and goods in one line, or refuses with the first reason in order: day, account,
  /// proxy, goods, limit, balance or cards, the same basket twice.
  public mutating func redeem(_ request: RedeemRequest) throws {
    guard request.on <= today else { throw Refusal.futureDay(request.on, today: today) }
    let settings = ledger.settings(on: request.on)
    if let open = settings.shopDays, !open.contains(request.on.weekday) {
      throw Refusal.shop(.closedToday(request.on, open: open))
    }
    switch request.buyer {
    case .person(let person, let proxy, let note):
      try redeem(request, for: person, proxy: proxy, note: note)
    case .cards(let cards): try redeem(request, with: cards)
    }
  }

  private mutating func redeem(
    _ request: RedeemRequest, for person: PersonNumber, proxy: PersonNumber?, note: String?
  ) throws {
    guard let account = ledger.account(of: person, on: request.on) else {
      throw HistoryFault.unknownPerson(person)
    }
    let held = ledger.spendable(of: account, on: request.on, asOf: today)
    if let closure = ledger.closure(of: person, held: held, on: request.on) {
      throw Refusal.accountClosed(person, closure)
    }
    if let proxy, note == nil, !ledger.isOfOneHousehold(person, proxy, on: request.on) {
      throw Refusal.shop(.strangerAsProxy(proxy, for: person))
    }
    let lines = try lines(of: request)
    try ledger.checkLimits(request, account: account)
    let total = try ledger.total(of: lines)
    guard held >= total else {
      throw Refusal.balanceShort(person, held: held, basket: lines, total: total)
    }
    if !request.again, let earlier = ledger.sameBasket(request, of: person, at: stamp.at) {
      throw Refusal.sameBasketAgain(
        slip: earlier.slip, minutes: (stamp.at.seconds - earlier.at.seconds) / 60)
    }
    try append(
      .redeemed(
        .init(
          on: request.on, person: person, proxy: proxy, note: note, lines: lines, total: total,
          paidBy: .init(account: total, cards: [], change: []))))
  }

  private mutating func redeem(_ request: RedeemRequest, with cards: [CardNumber]) throws {
    for card in cards { try ledger.requireGood(card, on: request.on) }
    let lines = try lines(of: request)
    let total = try ledger.total(of: lines)
    let change = try ledger.change(for: total, of: cards, on: request.on)
    try append(
      .redeemed(
        .init(
          on: request.on, person: nil, proxy: nil, note: nil, lines: lines, total: total,
          paidBy: .init(account: .zero, cards: cards, change: change))))
  }

  /// The basket by batch, what expires first going first, at the prices of the slip's day.
  private func lines(of request: RedeemRequest) throws -> [Event.BasketLine] {
    try request.basket.flatMap { line in
      let held = try goods(line.item)
      let price = ledger.stock.price(of: line.item, on: request.on)
      guard held.isListed else { throw Refusal.shop(.delisted(line.item)) }
      if held.isService {
        return [Event.BasketLine(item: line.item, count: line.count, price: price)]
      }
      guard held.count >= line.count else {
        throw Refusal.stockShort(line.item, held: held.count, asked: line.count)
      }
      guard let parts = held.outOf(line.count, on: request.on) else {
        let usable = held.usable(on: request.on)
        throw Refusal.shop(
          .expired(
            line.item, usable: usable, expired: held.count - usable, asked: line.count))
      }
      return parts.map {
        Event.BasketLine(item: line.item, batch: $0.batch, count: $0.count, price: price)
      }
    }
  }
}

extension Ledger {
  /// Why the shop gives nothing to a person's account on a day; nil when it is open.
  public func closure(of person: PersonNumber, held: Points, on day: Day) -> AccountClosure? {
    switch roster[person]?.status(on: day) {
    case .dead: return .dead
    case .left:
      let left = roster[person]?.statusSince(on: day) ?? day
      let last = left + settings(on: day).leaveDays
      if day > last { return .left(on: left, usableUntil: last) }
    case .resident, .student, .soldier, .away, .inquiry, nil: break
    }
    return held < .zero ? .belowZero(held) : nil
  }

  /// What could be spent on a day that lies back: no more than was there then, nor than is there
  /// now.
  fileprivate func spendable(of account: Account, on day: Day, asOf today: Day) -> Points {
    let debts = accounts[account]?.spendable.debts(after: day.year) ?? .zero
    let now = spendable(of: account, on: day) + debts
    if day == today { return now }
    return min(now, statement(of: account, from: day, to: day).closing.spendable)
  }

  func total(of lines: [Event.BasketLine]) throws(Refusal) -> Points {
    var total = 0
    for line in lines {
      guard let points = line.price.multiplied(by: line.count) else {
        throw .basketTooLarge(limit: Points(tenths: Points.limit) ?? .zero)
      }
      total += points.tenths
    }
    guard let sum = Points(tenths: total) else {
      throw .basketTooLarge(limit: Points(tenths: Points.limit) ?? .zero)
    }
    return sum
  }

  fileprivate func checkLimits(
    _ request: RedeemRequest, account: Account
  ) throws(Refusal) {
    for line in request.basket {
      guard let limit = request.limits[line.item] else { continue }
      // What was brought back was not taken.
      let taken = redemptions(of: account)
        .filter { $0.redeemed.on.month == request.on.month }
        .flatMap(\.kept).filter { $0.item == line.item }
        .reduce(0) { $0 + $1.count }
      if taken + line.count > limit {
        throw .overLimit(line.item, limit: limit, taken: taken, asked: line.count)
      }
    }
  }

  /// The same person and basket within the last ten minutes.
  fileprivate func sameBasket(
    _ request: RedeemRequest, of person: PersonNumber, at moment: Moment
  ) -> Redemption? {
    let wanted = Dictionary(
      request.basket.map { ($0.item, $0.count) }, uniquingKeysWith: { $0 + $1 })
    return redemptions.reversed().prefix { moment.seconds - $0.at.seconds < 600 }.first {
      $0.redeemed.person == person
        && Dictionary(
          $0.redeemed.lines.map { ($0.item, $0.count) }, uniquingKeysWith: { $0 + $1 }) == wanted
    }
  }

  public func isOfOneHousehold(
    _ one: PersonNumber, _ other: PersonNumber, on day: Day
  ) -> Bool {
    guard let household = roster[one]?.household(on: day) else { return false }
    return roster[other]?.household(on: day) == household
  }
}
