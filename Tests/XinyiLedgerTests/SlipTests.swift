import TestSupport
import Testing
import XinyiLedger

@Suite struct `Slips of the shop` {
  private func village() throws -> TestVillage {
    try shopVillage(prices: [("soap", 2, 20), ("bell", 9_999_999, 9_999), ("bike", 10_000_000, 2)])
  }

  @Test func `slips are numbered day by day, late ones behind the others of their day`() throws {
    var village = try village()
    var slips: [String?] = []
    for (today, day) in [
      ("2026-04-05", nil), ("2026-04-05", nil), ("2026-04-06", nil),
      ("2026-04-07", "2026-04-05"),
    ] as [(Day, Day?)] {
      try village.redeem([("soap", 1)], today: today, on: day, again: true)
      slips.append(village.lastSlip)
    }
    #expect(slips == ["0405-01", "0405-02", "0406-01", "0405-03"])
    #expect(village.ledger.redemption("0405-03")?.at.day == "2026-04-07")
  }

  @Test func `a late slip spends no more than was there then`() throws {
    var village = try village()
    _ = try village.record(.init("GI04", ["0003"], on: "2026-04-10"), on: "2026-04-10")
    try village.finish("2026-04", on: "2026-04-26")
    #expect(village.spendable("0003", on: "2026-05-06") == 2)
    #expect(throws: Refusal.self) {
      try village.redeem([("soap", 1)], for: "0003", today: "2026-05-06", on: "2026-04-30")
    }
    try village.redeem([("soap", 1)], for: "0003", today: "2026-05-06", on: "2026-05-05")
    #expect(village.spendable("0003", on: "2026-05-06") == 0)
  }

  @Test func `nor more than is there now`() throws {
    var village = try village()
    try village.redeem([("soap", 4)], today: "2026-04-10")
    let refusal = #expect(throws: Refusal.self) {
      try village.redeem([("soap", 2)], today: "2026-04-11", on: "2026-04-05")
    }
    #expect(refusal?.shortfall == [2, 4])
    try village.redeem([("soap", 1)], today: "2026-04-11", on: "2026-04-05")
    #expect(village.spendable("0001", on: "2026-04-11") == 0)
  }

  @Test func `a slip of the future is refused`() throws {
    var village = try village()
    #expect(throws: Refusal.futureDay("2026-04-06", today: "2026-04-05")) {
      try village.redeem([("soap", 1)], today: "2026-04-05", on: "2026-04-06")
    }
  }

  @Test func `a late slip of last year does not open this month's limit again`() throws {
    var village = try TestVillage(opened: "2026-11-01")
    try village.add(["0001"], on: "2026-11-01")
    _ = try village.record(.init("DY03", ["0001"], on: "2026-11-10"), on: "2026-11-10")
    try village.finish("2026-11", on: "2026-11-26")
    try village.on("2026-12-02") { draft in
      try draft.setPrice(2, of: "soap")
      try draft.receive(
        .init(item: "soap", batch: nil, count: 9, expires: nil, from: nil))
    }
    let limits: [ItemCode: Int] = ["soap": 1]
    try village.redeem([("soap", 1)], today: "2027-01-03", limits: limits)
    try village.redeem([("soap", 1)], today: "2027-01-04", on: "2026-12-30", limits: limits)
    #expect(throws: Refusal.overLimit("soap", limit: 1, taken: 1, asked: 1)) {
      try village.redeem([("soap", 1)], today: "2027-01-05", limits: limits)
    }
  }

  @Test func `an enormous basket is refused for its size, not for the balance`() throws {
    var village = try village()
    let refusal = Refusal.basketTooLarge(limit: 10_000_000)
    #expect(throws: refusal) { try village.redeem([("bell", 9_999)], today: "2026-04-05") }
    #expect(throws: refusal) {
      try village.redeem([("bike", 1), ("soap", 1)], today: "2026-04-05")
    }
    #expect(throws: Refusal.self) { try village.redeem([("bike", 1)], today: "2026-04-05") }
  }

  @Test func `of several reasons the first in order is named`() throws {
    var village = try shopVillage(prices: [("soap", 2, 5)])
    let limits: [ItemCode: Int] = ["soap": 3]
    try village.redeem([("soap", 1)], today: "2026-04-05")
    var codes: [String] = []
    for (person, count, on) in [
      ("0002", 6, "2026-04-06"), ("0002", 6, "2026-04-05"), ("0003", 6, "2026-04-05"),
      ("0003", 4, "2026-04-05"), ("0003", 3, "2026-04-05"), ("0001", 1, "2026-04-05"),
    ] as [(PersonNumber, Int, Day)] {
      do {
        try village.redeem(
          [("soap", count)], for: person, today: "2026-04-05", on: on, limits: limits)
      } catch let refusal as Refusal {
        codes.append(refusal.code)
      }
    }
    #expect(codes == ["R101", "R303", "R302", "R304", "R301", "R305"])
  }
}
