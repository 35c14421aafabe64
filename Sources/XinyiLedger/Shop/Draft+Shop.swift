/// A basket as the counter asks for it.
public struct RedeemRequest: Equatable, Sendable {
  public var person: PersonNumber
  /// Each item once, with its number of pieces.
  public var basket: [(item: ItemCode, count: Int)]
  public var proxy: PersonNumber?
  public var on: Day
  /// The same basket within ten minutes is meant.
  public var again: Bool
  /// At most so many pieces of an item per person and month, for the items that have a limit.
  public var limits: [ItemCode: Int]

  /// An item that is named twice is added up; nil when a number of pieces is out of range.
  public init?(
    person: PersonNumber, basket: [(item: ItemCode, count: Int)], proxy: PersonNumber?, on: Day,
    again: Bool, limits: [ItemCode: Int]
  ) {
    var merged: [(item: ItemCode, count: Int)] = []
    for line in basket {
      guard (1...Self.largestCount).contains(line.count) else { return nil }
      if let index = merged.firstIndex(where: { $0.item == line.item }) {
        merged[index].count += line.count
      } else {
        merged.append(line)
      }
    }
    guard !merged.isEmpty, merged.allSatisfy({ $0.count <= Self.largestCount }) else { return nil }
    self.person = person
    self.basket = merged
    self.proxy = proxy
    self.on = on
    self.again = again
    self.limits = limits
  }

  /// More pieces than this in one line are a slip of the finger.
  public static let largestCount = 9_999

  public static func == (left: RedeemRequest, right: RedeemRequest) -> Bool {
    left.person == right.person && left.proxy == right.proxy && left.on == right.on
      && left.again == right.again && left.limits == right.limits
      && left.basket.elementsEqual(right.basket, by: ==)
  }
}

extension Draft {
  /// Sets a price, and so puts goods on the list.
  public mutating func setPrice(_ price: Points, of item: ItemCode) throws {
    try append(.priceSet(.init(item: item, price: price)))
  }

  public mutating func receive(
    _ count: Int, of item: ItemCode, batch: String?, expires: Day?, from: String?
  ) throws {
    try append(
      .goodsReceived(
        .init(item: item, batch: batch, count: count, expires: expires, from: from)))
  }

  /// Takes points and goods in one line, or refuses with the first reason in order: account
  /// closed, stock, limit, balance, the same basket twice.
  public mutating func redeem(_ request: RedeemRequest) throws {
    guard request.on <= today else { throw Refusal.futureDay(request.on, today: today) }
    guard let account = ledger.account(of: request.person, on: request.on) else {
      throw HistoryFault.unknownPerson(request.person)
    }
    let held = ledger.spendable(of: account, on: request.on, asOf: today)
    if let closure = ledger.closure(of: request.person, held: held, on: request.on) {
      throw Refusal.accountClosed(request.person, closure)
    }
    let lines = try request.basket.map { line in
      guard let goods = ledger.stock[line.item] else { throw HistoryFault.unknownItem(line.item) }
      guard goods.count >= line.count else {
        throw Refusal.stockShort(line.item, held: goods.count, asked: line.count)
      }
      return Event.BasketLine(item: line.item, count: line.count, price: goods.price)
    }
    try ledger.checkLimits(request, account: account)
    let total = try ledger.total(of: lines)
    guard held >= total else {
      throw Refusal.balanceShort(request.person, held: held, basket: lines, total: total)
    }
    if !request.again, let earlier = ledger.sameBasket(request, at: stamp.at) {
      throw Refusal.sameBasketAgain(
        slip: earlier.slip, minutes: (stamp.at.seconds - earlier.at.seconds) / 60)
    }
    try append(
      .redeemed(
        .init(
          on: request.on, person: request.person, proxy: request.proxy, lines: lines,
          total: total, paidBy: .init(account: total, cards: [], change: []))))
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

  fileprivate func total(of lines: [Event.BasketLine]) throws(Refusal) -> Points {
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
      let taken = redemptions.lazy
        .filter { $0.account == account && $0.redeemed.on.month == request.on.month }
        .flatMap(\.redeemed.lines).filter { $0.item == line.item }
        .reduce(0) { $0 + $1.count }
      if taken + line.count > limit {
        throw .overLimit(line.item, limit: limit, taken: taken, asked: line.count)
      }
    }
  }

  /// The same person and basket within the last ten minutes.
  fileprivate func sameBasket(_ request: RedeemRequest, at moment: Moment) -> Redemption? {
    redemptions.reversed().prefix { moment.seconds - $0.at.seconds < 600 }.first { earlier in
      earlier.redeemed.person == request.person
        && earlier.redeemed.lines.count == request.basket.count
        && request.basket.allSatisfy { wanted in
          earlier.redeemed.lines.contains { $0.item == wanted.item && $0.count == wanted.count }
        }
    }
  }

  /// The redemption that a slip number or a receipt key names; a slip number of several years
  /// means the latest.
  public func redemption(_ word: String) -> Redemption? {
    redemptions.last { $0.slip == word || $0.receipt.text == word }
  }
}
