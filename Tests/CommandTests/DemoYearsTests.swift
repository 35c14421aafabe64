import Testing
import XinyiLedger

@testable import xinyi

/// A story that passes two year's ends.
@Suite struct DemoYearsTests {
  private func told() throws -> DemoRehearsal {
    try DemoRehearsal(people: 30, months: 26, seed: 1, start: "2024-08")
  }

  @Test func `years are closed after December's confirm, and what ran out is written off`() throws {
    let told = try told()
    let ledger = told.ledger
    #expect(ledger.years.keys.sorted().map(\.number) == [2024, 2025])
    for closed in ledger.years.values {
      #expect(closed.closedOn > closed.year.lastDay)
      #expect(!closed.grades.isEmpty)
    }
    #expect(!ledger.expiries.isEmpty)
    #expect(ledger.expiries.allSatisfy { $0.on.month.monthOfYear == 2 })
    let december = try #require(Month("2024-12"))
    let meeting = try #require(ledger.reviewMonth(december).meeting)
    #expect(meeting.openedOn.month == december.next)
    #expect(ledger.invariantFaults().isEmpty)
  }

  @Test func `the same seed tells the same years`() throws {
    #expect(try told().events == told().events)
  }

  @Test func `a long story holds what a village lives through`() throws {
    let told = try DemoRehearsal(people: 120, months: 30, seed: 2, start: "2024-01")
    let ledger = told.ledger
    let outcomes = Set(ledger.reminders.values.compactMap(\.outcome))
    #expect(outcomes == [.putRight, .recorded])
    #expect(!ledger.campaigns.keys.isEmpty)
    #expect(ledger.entries.contains { $0.bonus > .zero && $0.state.isEffective })
    #expect(ledger.entries.contains { $0.recorded.redresses != nil && $0.state.isEffective })
    #expect(ledger.entries.contains { ledger.isReversed($0.number) })
    #expect(ledger.entries.contains { $0.recorded.second != nil })
    let answers = Set(ledger.entries.compactMap(\.platformAnswer?.outcome))
    #expect(answers == [.entered] || answers == [.entered, .returned])
    let last = told.lastDay
    let statuses = ledger.roster.order.compactMap { ledger.roster[$0]?.status(on: last) }
    #expect(statuses.contains(.left))
    #expect(told.people.count > 120)
    #expect(ledger.settings(on: last).noticeDays == 7)
    #expect(told.count { if case .endRole = $0 { true } else { false } } == 2)
  }
}
