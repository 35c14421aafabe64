import TestSupport
import Testing
import XinyiLedger

@Suite struct `What a notice says of the shop` {
  @Test func `a month is told as it stood on its last day`() throws {
    var village = try shopVillage(prices: [("soap", 2, 10), ("rice", 5, 3)])
    try village.redeem([("soap", 3)], today: "2026-04-05")
    try village.redeem([("soap", 1)], today: "2026-05-02", again: true)
    let april = try #require(village.ledger.shopSummary(of: "2026-04"))
    #expect(april.redemptions == 1)
    #expect(april.redeemed == 6)
    // 0001 has 4 of 10 left; what 0002 owes is nobody else's.
    #expect(april.outstanding == 4)
    #expect(april.stock == 29)
    let may = try #require(village.ledger.shopSummary(of: "2026-05"))
    #expect(may.redemptions == 1)
    #expect(may.redeemed == 2)
    #expect(may.outstanding == 2)
    #expect(may.stock == 27)
  }

  @Test func `what the dead left to the head is out once, and a head who spent it owes nothing`()
    throws
  {
    var village = try shopVillage(prices: [("soap", 2, 10)])
    try village.add(["0004", "0005"], household: "040", on: "2026-04-01")
    _ = try village.record(.init("DY03", ["0005"], on: "2026-04-01"), on: "2026-04-01")
    try village.finish("2026-04", on: "2026-04-26")
    try village.on("2026-05-10") { try $0.die("0005", on: "2026-05-10", newHead: nil) }
    #expect(village.ledger.shopSummary(of: "2026-05")?.outstanding == 20)
    try village.redeem([("soap", 4)], for: "0004", today: "2026-06-02")
    #expect(village.ledger.shopSummary(of: "2026-05")?.outstanding == 20)
    #expect(village.ledger.shopSummary(of: "2026-06")?.outstanding == 12)
  }

  @Test func `what a household brought into another one is out once`() throws {
    var village = try shopVillage(prices: [("soap", 2, 10)], account: .household)
    try village.on("2026-04-10") {
      try $0.merge("0001", into: "0003", head: nil, on: "2026-04-10", why: "并户")
    }
    #expect(village.ledger.shopSummary(of: "2026-04")?.outstanding == 10)
    try village.redeem([("soap", 2)], for: "0003", today: "2026-05-02")
    #expect(village.ledger.shopSummary(of: "2026-05")?.outstanding == 6)
  }

  @Test func `what ran out is out no more, written off or not`() throws {
    var village = try shopVillage(prices: [("soap", 2, 10)])
    #expect(village.ledger.shopSummary(of: "2027-01")?.outstanding == 10)
    #expect(village.ledger.shopSummary(of: "2027-02")?.outstanding == .zero)
    try village.on("2027-02-01") { _ = try $0.expireSpendable() }
    #expect(village.ledger.shopSummary(of: "2027-01")?.outstanding == 10)
    #expect(village.ledger.shopSummary(of: "2027-02")?.outstanding == .zero)
  }

  @Test func `what may not be carried over is out until the year is closed`() throws {
    var village = try shopVillage(prices: [("soap", 2, 10)], settings: { $0.carryLimit = 4 })
    for month in (4...12).compactMap({ Month(year: 2026, month: $0) }) {
      try village.finish(month, on: month.lastDay)
    }
    try village.on("2027-01-10") { try $0.closeYear(Year(number: 2026), body: .zero) }
    #expect(village.ledger.shopSummary(of: "2026-12")?.outstanding == 10)
    #expect(village.ledger.shopSummary(of: "2027-01")?.outstanding == 4)
  }

  @Test func `a month before the shop has nothing in it`() throws {
    let village = try shopVillage(prices: [("soap", 2, 10)])
    let march = try #require(village.ledger.shopSummary(of: "2026-03"))
    #expect(march.redemptions == 0)
    #expect(march.redeemed == .zero)
    #expect(march.outstanding == .zero)
    #expect(march.stock == .zero)
  }

  @Test func `a village without goods says nothing of a shop`() throws {
    #expect(try shopVillage(prices: []).ledger.shopSummary(of: "2026-04") == nil)
  }

  @Test func `goods of another price count at the price of the day`() throws {
    var village = try shopVillage(prices: [("soap", 2, 10)])
    try village.on("2026-04-20") { try $0.setPrice(3, of: "soap") }
    #expect(village.ledger.shopSummary(of: "2026-04")?.stock == 30)
  }
}

@Suite struct `The ranking of a month` {
  @Test func `counts the year's lines up to that month only`() throws {
    var village = try shopVillage(prices: [])
    _ = try village.record(.init("DY03", ["0003"], on: "2026-04-10"), on: "2026-04-10")
    _ = try village.record(.init("DY03", ["0003"], on: "2026-04-11"), on: "2026-04-11")
    try village.finish("2026-04", on: "2026-04-27")
    let march = village.ledger.ranking(on: "2026-05-05", upTo: "2026-03", in: nil)
    let all = village.ledger.ranking(on: "2026-05-05", upTo: nil, in: nil)
    func rating(_ person: String, _ ranking: [(list: RankList, rank: Int, standing: Standing)])
      -> Points?
    {
      ranking.first { $0.standing.person == PersonNumber(person) }?.standing.rating
    }
    #expect(rating("0001", march) == 1010)
    #expect(rating("0003", march) == 1000)
    #expect(rating("0003", all) == village.rating("0003", on: "2026-05-05"))
    #expect(march.first?.standing.person == "0001")
    #expect(rating("0002", march) == rating("0002", all))
    #expect(zip(march, march.dropFirst()).allSatisfy { $0.rank <= $1.rank })
  }
}
