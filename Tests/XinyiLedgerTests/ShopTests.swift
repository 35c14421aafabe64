import TestSupport
import Testing
import XinyiLedger

@Suite struct `The counter of the shop` {
  private let today: Day = "2026-04-05"

  private func village() throws -> TestVillage {
    try shopVillage(prices: [("soap", 2, 5), ("rice", 10, 3), ("pan", 10.1, 3)])
  }

  @Test func `a basket takes points and goods in one line`() throws {
    var village = try village()
    try village.redeem([("soap", 2)], today: today)
    #expect(village.spendable("0001", on: today) == 6)
    #expect(village.rating("0001", on: today) == 1010)
    #expect(village.ledger.stock["soap"]?.count == 3)
    let redemption = try #require(village.ledger.redemptions.last)
    #expect(redemption.redeemed.total == 4)
    #expect(redemption.spendableAfter == 6)
    #expect(redemption.account == .person("0001"))
    #expect(village.ledger.invariantFaults().isEmpty)
  }

  @Test func `exactly what is there can be spent, a tenth more cannot`() throws {
    var village = try village()
    let refusal = #expect(throws: Refusal.self) { try village.redeem([("pan", 1)], today: today) }
    #expect(refusal?.shortfall == [10, 10.1])
    try village.redeem([("rice", 1)], today: today)
    #expect(village.spendable("0001", on: today) == 0)
  }

  @Test func `below zero the shop is closed for the account`() throws {
    var village = try village()
    #expect(throws: Refusal.accountClosed("0002", .belowZero(-5))) {
      try village.redeem([("soap", 1)], for: "0002", today: today)
    }
    #expect(throws: Refusal.self) { try village.redeem([("soap", 1)], for: "0003", today: today) }
  }

  @Test func `who moved out may use the balance for ninety days`() throws {
    var village = try village()
    try village.on(today) { try $0.setStatus(.left, of: "0001", from: "2026-04-05") }
    try village.redeem([("soap", 1)], today: "2026-07-04")
    #expect(
      throws: Refusal.accountClosed("0001", .left(on: "2026-04-05", usableUntil: "2026-07-04"))
    ) { try village.redeem([("soap", 1)], today: "2026-07-05") }
  }

  @Test func `in the name of the dead nothing is given out`() throws {
    var village = try village()
    try village.on(today) { try $0.setStatus(.dead, of: "0001", from: "2026-04-05") }
    #expect(throws: Refusal.accountClosed("0001", .dead)) {
      try village.redeem([("soap", 1)], today: today)
    }
  }

  @Test func `who is away or in the army still spends`() throws {
    var village = try village()
    try village.on(today) { try $0.setStatus(.soldier, of: "0001", from: "2026-04-05") }
    #expect(throws: Never.self) { try village.redeem([("soap", 1)], today: today) }
  }

  @Test func `no more goods than there are`() throws {
    var village = try village()
    #expect(throws: Refusal.stockShort("soap", held: 5, asked: 6)) {
      try village.redeem([("soap", 6)], today: today)
    }
    #expect(throws: HistoryFault.unknownItem("tea")) {
      try village.redeem([("tea", 1)], today: today)
    }
  }

  @Test func `a limit counts by month, and lines of one basket together`() throws {
    var village = try village()
    try village.redeem([("soap", 1)], today: today, limits: ["soap": 2])
    #expect(throws: Refusal.overLimit("soap", limit: 2, taken: 1, asked: 2)) {
      try village.redeem([("soap", 1), ("soap", 1)], today: "2026-04-30", limits: ["soap": 2])
    }
    try village.redeem([("soap", 1)], today: "2026-04-30", limits: ["soap": 2])
    try village.redeem([("soap", 2)], today: "2026-05-01", limits: ["soap": 2])
    #expect(village.ledger.stock["soap"]?.count == 1)
  }

  @Test func `an item that is named twice is added up`() throws {
    let basket: [RedeemRequest.Piece] = [.init("soap", 1), .init("rice", 1), .init("soap", 2)]
    let request = RedeemRequest(
      .person("0001"), basket: basket, on: today, again: false, limits: [:])
    #expect(request?.basket.map(\.item) == ["soap", "rice"])
    #expect(request?.basket.map(\.count) == [3, 1])
  }

  @Test(arguments: [0, -1, 10_000]) func `a number of pieces is from one to 9999`(count: Int) {
    let request = RedeemRequest(
      .person("0001"), basket: [.init("soap", count)], on: today,
      again: false, limits: [:])
    #expect(request == nil)
    let empty = RedeemRequest(
      .person("0001"), basket: [], on: today, again: false, limits: [:])
    #expect(empty == nil)
  }

  @Test func `the same basket within ten minutes has to be meant`() throws {
    var village = try village()
    try village.redeem([("soap", 1)], today: today, clock: 36_000)
    #expect(throws: Refusal.sameBasketAgain(slip: "0405-01", minutes: 9)) {
      try village.redeem([("soap", 1)], today: today, clock: 36_599)
    }
    try village.redeem([("soap", 1)], today: today, clock: 36_599, again: true)
    try village.redeem([("soap", 2)], today: today, clock: 36_599)
    try village.redeem([("soap", 1)], today: today, clock: 37_199)
    #expect(village.ledger.redemptions.count == 4)
  }

  @Test func `a basket is the same in whatever order it is named`() throws {
    var village = try shopVillage(prices: [("soap", 2, 5), ("salt", 1, 5)])
    try village.redeem([("soap", 1), ("salt", 1)], today: today)
    #expect(throws: Refusal.sameBasketAgain(slip: "0405-01", minutes: 0)) {
      try village.redeem([("salt", 1), ("soap", 1)], today: today)
    }
  }

  @Test func `the price stands on the line, whatever it becomes later`() throws {
    var village = try village()
    try village.redeem([("soap", 1)], today: today)
    try village.on(today) { try $0.setPrice(3, of: "soap") }
    try village.redeem([("soap", 1)], today: "2026-04-06")
    #expect(village.ledger.redemptions.map { $0.redeemed.lines[0].price } == [2, 3])
    #expect(village.spendable("0001", on: "2026-04-06") == 5)
  }
}
