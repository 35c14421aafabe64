import Testing
import XinyiLedger

@testable import xinyi

/// What a year of a village of the default size holds.
@Suite struct DemoYearTests {
  let told: DemoRehearsal

  init() throws { told = try DemoRehearsal(people: 120, months: 12, seed: 4) }

  @Test func `every group of the catalog has its entries`() throws {
    let catalog = try DemoRehearsal.catalog()
    let seen = Set(told.recorded.compactMap { catalog[$0.rule]?.group })
    #expect(seen == Set(catalog.items.map(\.group)))
    #expect(seen.count == 12)
  }

  @Test func `about one entry is recorded for a person and month`() {
    let perThousand = told.recorded.count * 1000 / (120 * 12)
    #expect((700...1200).contains(perThousand))
  }

  @Test func `breaches are doubled, caps are met, and nothing is always smooth`() throws {
    let entries = told.ledger.entries
    let flags = Set(entries.flatMap { told.ledger.flags(of: $0) })
    let expected: Set<EntryFlag> = [
      .late, .capped, .doubled, .sameDay, .noEvidence, .related, .notReminded,
    ]
    #expect(flags.isSuperset(of: expected))
    #expect(entries.contains { $0.state == .withdrawn })
    #expect(entries.contains { $0.frozen == .zero && $0.state.isEffective })
    let outcomes = Set(entries.compactMap(\.decision?.outcome))
    #expect(outcomes.isSuperset(of: [.approved, .amended, .rejected]))
    #expect(told.count { if case .decide(_, .defer, _, _) = $0 { true } else { false } } > 0)
    let masks = Set(entries.compactMap { told.ledger.item(of: $0)?.mask })
    #expect(masks == [.shown, .generalWording, .noName])
  }

  @Test func `objections end in each way, and corrections go on a supplement`() {
    let resolved = told.ledger.objections.values.compactMap(\.resolved?.outcome)
    #expect(Set(resolved) == [.dismissed, .amended, .cancelled])
    #expect(told.count { if case .supplement = $0 { true } else { false } } > 0)
    #expect(told.ledger.notices.values.contains { $0.number.part == 2 && $0.isConfirmed })
    #expect(!told.ledger.packages.keys.isEmpty)
  }

  @Test func `the shop has regular customers, and some send somebody of the household`() {
    let redemptions = told.ledger.redemptions
    #expect(redemptions.count > 60)
    let buyers = redemptions.compactMap(\.redeemed.person)
    #expect(Set(buyers).count < buyers.count)
    #expect(redemptions.contains { $0.redeemed.proxy != nil })
    #expect(Set(redemptions.flatMap { $0.redeemed.lines.map(\.item) }).count == DemoGoods.all.count)
  }

  @Test func `nobody is dull: some stand above the base and some below it`() {
    let grades = told.ledger.standings(
      of: told.ledger.allAccounts(on: told.lastDay), on: told.lastDay
    ).compactMap(\.grade)
    #expect(Set(grades).count >= 3)
  }
}
