import TestSupport
import Testing
import XinyiLedger

/// A village in which `0001` has 10 points from 1 April on and `0002` owes 5, with a small shop.
func shopVillage(
  prices: [(ItemCode, Points, pieces: Int)], account: AccountHolder = .person,
  settings: (inout Settings) -> Void = { _ in }
) throws -> TestVillage {
  var village = try TestVillage(opened: "2026-03-01", account: account, settings: settings)
  try village.add(["0001", "0002", "0003"], on: "2026-03-01")
  _ = try village.record(.init("DY03", ["0001"], on: "2026-03-10"), on: "2026-03-10")
  _ = try village.record(.init("RJ01", ["0002"], on: "2026-03-10"), on: "2026-03-10")
  try village.finish("2026-03", on: "2026-03-26")
  try village.on("2026-04-01") { draft in
    for (item, price, pieces) in prices {
      try draft.setPrice(price, of: item)
      try draft.receive(
        .init(item: item, batch: nil, count: pieces, expires: nil, from: nil))
    }
  }
  return village
}

extension TestVillage {
  /// Puts a basket on the counter at a second of a day; `on` is the slip's day.
  mutating func redeem(
    _ basket: [(ItemCode, Int)], for person: PersonNumber = "0001", today: Day,
    clock: Int = 9 * 3600, on day: Day? = nil, again: Bool = false, limits: [ItemCode: Int] = [:]
  ) throws {
    let request = try #require(
      RedeemRequest(
        .person(person), basket: basket.map { .init($0.0, $0.1) },
        on: day ?? today, again: again, limits: limits))
    try on(today, clock: clock) { try $0.redeem(request) }
  }

  var lastSlip: String? { ledger.redemptions.last?.slip }
}

extension Refusal {
  /// What was held and what the basket costs, where the balance is short.
  var shortfall: [Points]? {
    guard case .balanceShort(_, let held, _, let total) = self else { return nil }
    return [held, total]
  }
}
