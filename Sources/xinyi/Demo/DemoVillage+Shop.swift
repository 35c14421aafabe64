import XinyiLedger

/// The shop (信义超市): goods that come in, and baskets that go out.
extension DemoVillage {
  /// Fills the shelf up where much of it is gone.
  mutating func restock(_ ledger: Ledger, at moment: Moment) {
    var steps: [DemoStep] = []
    for goods in DemoGoods.all {
      let full = goods.fullShelf(people: options.people)
      let missing = full - (ledger.stock[goods.row.item]?.count ?? full)
      guard missing * 4 > full else { continue }
      let donor = random.pick(DemoGoods.donors)
      steps.append(.receive(goods.row.item, count: missing, from: donor))
    }
    take(steps, at: moment, every: 180, by: Self.keeper)
  }

  /// When the shop opens, in thousandths of the working day: after the confirms of the morning, so
  /// that no balance falls any more while people wait.
  private static let opening = 120

  /// A redemption day: people who have points come in one after the other. A day on which the shop
  /// opens anyway is not opened twice.
  mutating func openShop(on day: Day, _ ledger: Ledger) {
    guard memory.shopDay != day else { return }
    memory.shopDay = day
    var counter = Counter(day: day, stock: ledger.stock)
    var requests: [RedeemRequest] = []
    for person in population.people.indices where random.chance(percent: 22) {
      guard let account = ledger.account(of: number(person), on: day) else { continue }
      let held = ledger.spendable(of: account, on: day)
      guard held >= DemoGoods.cheapest,
        ledger.closure(of: number(person), held: held, on: day) == nil
      else { continue }
      let left = held - counter.spent[account, default: .zero]
      let basket = fill(&counter, account: account, left: left)
      guard
        let request = RedeemRequest(
          .person(number(person), proxy: proxy(of: person, on: day)), basket: basket, on: day,
          again: false, limits: DemoGoods.limits)
      else { continue }
      requests.append(request)
    }
    let baskets = random.shuffled(requests)
    for (index, request) in baskets.enumerated() {
      let thousandth = Self.opening + (1000 - Self.opening) * index / baskets.count
      schedule.add(.redeem(request), at: DemoClock.moment(on: day, thousandth: thousandth))
    }
  }

  /// What is left on the shelf and what was spent while a day's baskets are filled.
  private struct Counter {
    let day: Day
    var shelf: [ItemCode: Int] = [:]
    /// Only asked, never listed.
    var spent: [Account: Points] = [:]

    init(day: Day, stock: Stock) {
      self.day = day
      for item in stock.order { shelf[item] = stock[item]?.count }
    }
  }

  /// Up to three things that can be paid, the last of them sometimes twice.
  private mutating func fill(
    _ counter: inout Counter, account: Account, left: Points
  ) -> [RedeemRequest.Piece] {
    var basket: [RedeemRequest.Piece] = []
    var left = left
    for _ in 0..<random.number(in: 1...3) {
      let payable = DemoGoods.all.map(\.row).filter { row in
        row.price <= left && !basket.contains { $0.item == row.item }
      }
      guard !payable.isEmpty else { break }
      let goods = random.pick(payable)
      let count = random.chance(percent: 15) ? 2 : 1
      let purchase = DemoPurchase(item: goods.item, account: account, month: counter.day.month)
      let taken = memory.taken[purchase, default: 0]
      guard let total = goods.price.multiplied(by: count), total <= left,
        counter.shelf[goods.item, default: 0] >= count, taken + count <= goods.limit ?? .max
      else { continue }
      basket.append(.init(goods.item, count))
      left -= total
      counter.spent[account, default: .zero] += total
      counter.shelf[goods.item, default: 0] -= count
      memory.taken[purchase] = taken + count
    }
    return basket
  }

  /// Old people send somebody of their household now and then.
  private mutating func proxy(of person: Int, on day: Day) -> PersonNumber? {
    let villager = population.people[person]
    guard villager.age(on: day) >= 66, random.chance(percent: 45) else { return nil }
    let younger = population.homes[villager.home].members.filter {
      (14...65).contains(population.people[$0].age(on: day)) && cast.isEvaluated($0, on: day)
    }
    return younger.isEmpty ? nil : number(random.pick(younger))
  }
}
