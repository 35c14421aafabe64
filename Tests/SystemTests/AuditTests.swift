import TestSupport
import Testing
import XinyiLedger
import XinyiText

/// Every balance worked out again by two programs of strangers, from the journal that we export.
@Suite struct AuditTests {
  @Test(arguments: Auditor.allCases)
  func `Strangers agree with every balance of a village and its shop`(auditor: Auditor) throws {
    let village = try Stage.effective.village()
    for line in [
      "redeem 0012 PEN", "refund 1103-01 PEN --why 漏水", "card issue --cards 1x4,2x2",
      "card issue 0012 9",
      "redeem PEN --cards 5-0001", "shop count XYF 18",
      "shop return PEN 2 --why 破损",
    ] {
      try village.done("2026-11-03", line)
    }
    try agree(village, auditor, on: "2026-11-03", people: 11)
  }

  @Test(arguments: Auditor.allCases)
  func `Strangers agree with every balance of a demonstration`(auditor: Auditor) throws {
    let folder = try TemporaryFolder()
    let village = Village(folder: folder)
    let made = try Binary.run([
      "demo", folder.path, "--people", "60", "--months", "14", "--seed", "7", "--json",
    ])
    try #require(made.status == 0, "\(made.complaint)")
    try agree(village, auditor, on: nil, people: 60)
  }

  /// The scores that `balance` tells, less the base of the rating, and the pieces of `shop list`.
  private func agree(
    _ village: Village, _ auditor: Auditor, on today: String?, people: Int
  ) throws {
    let journal = try village.text(today, "export \(auditor.rawValue)")
    let balances = try auditor.balances(of: journal)
    let standings = try village.done(today, "balance")["rows"].list ?? []
    #expect(standings.count >= people)
    let year = try #require(village.done(today, "status")["today"].text).prefix(4)
    for standing in standings {
      let person = "人:\(try #require(standing["person"].text))"
      let rating = balances["\(person):评级:\(year)", default: "0.0"]
      #expect((Double(rating) ?? .nan) + 1000 == standing["rating"].number, "\(person)")
      let spendable = balances["\(person):可兑换", default: "0.0"]
      #expect(Double(spendable) == standing["spendable"].number, "\(person)")
    }
    let goods = try village.done(today, "shop list")["rows"].list ?? []
    #expect(goods.count >= 3)
    for item in goods {
      let pieces = balances["货架:\(try #require(item["item"].text))", default: "0"]
      #expect(Double(pieces) == item["stock"].number, "\(item)")
    }
  }

  @Test(arguments: UInt64(0)..<6)
  func `Strangers agree with villages that live at random`(seed: UInt64) throws {
    var village = try LivedVillage(seed: seed)
    try village.live(commands: 150)
    try agree(village.ledger, village.lines, "village \(seed)")
    var shop = try ShopDays(seed: seed)
    try shop.live(days: 25)
    try agree(shop.ledger, shop.lines, "shop \(seed)")
  }

  private func agree(_ ledger: Ledger, _ lines: [RecordedEvent], _ what: String) throws {
    let journal = try Journal(of: lines, catalogs: ledger.catalogs)
    #expect(journal.months.flatMap(\.balances).count > 5, "\(what)")
    for auditor in Auditor.allCases {
      guard let dialect = JournalDialect(rawValue: auditor.rawValue) else {
        Issue.record("no journal for \(auditor)")
        continue
      }
      let balances = try auditor.balances(of: journalText(journal, for: dialect))
      for account in ledger.accounts.keys {
        let held = ledger.accounts[account]?.spendable.byYear ?? []
        let sum = held.reduce(Points.zero) { $0 + $1.points }
        let name = JournalAccount.spendable(account).name
        let found = Double(balances[name, default: "0"])
        #expect(found == Double(sum.fixed), "\(what), \(auditor): \(name)")
      }
      for item in ledger.stock.order where ledger.stock[item]?.isService == false {
        let name = JournalAccount.shelf(item).name
        let count = ledger.stock[item]?.count ?? 0
        #expect(balances[name, default: "0"] == String(count), "\(what), \(auditor): \(name)")
      }
      let out = ledger.cards.cards.values.filter { $0.state == .out || $0.state == .barred }
      for card in out {
        let name = JournalAccount.card(card.number).name
        #expect(balances[name] == card.number.points.fixed, "\(what), \(auditor): \(name)")
      }
    }
  }

  @Test func `A balance that was changed after the fact is found by a stranger`() throws {
    let village = try Stage.effective.village()
    let journal = try village.text("2026-11-03", "export hledger")
    // One point more for 苏玉强 in one posting, and one less for the village.
    let forged = journal.replacing(
      "人:0012:可兑换    2.0 分\n    村:生效    -2.0 分", with: "人:0012:可兑换    3.0 分\n    村:生效    -3.0 分",
      maxReplacements: 1)
    #expect(forged != journal)
    #expect(throws: Auditor.Objection.self) { try Auditor.hledger.balances(of: forged) }
  }
}
