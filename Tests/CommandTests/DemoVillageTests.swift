import TestSupport
import Testing
import XinyiFiles
import XinyiLedger

@testable import xinyi

/// Villages of many sizes, lengths and seeds.
private let villages: [(people: Int, months: Int, seed: UInt64)] =
  [5, 6, 11, 12, 16, 20, 40, 120].flatMap { people in
    [1, 2, 3, 12].flatMap { months in
      (1...(months == 12 ? 1 : 3)).map { (people, months, UInt64($0)) }
    }
  } + [(500, 1, 9), (500, 3, 10), (500, 12, 11), (30, 26, 12), (5, 30, 13), (120, 40, 14)]

@Suite struct DemoVillageTests {
  @Test(arguments: villages)
  func `the ledger accepts every step, and the story ends with a notice on the board`(
    _ size: (people: Int, months: Int, seed: UInt64)
  ) throws {
    let told = try DemoRehearsal(people: size.people, months: size.months, seed: size.seed)
    let story = told.village.options.story
    for month in story.dropLast() {
      #expect(told.ledger.reviewMonth(month).state == .confirmed)
    }
    let last = try #require(story.last)
    #expect(told.ledger.reviewMonth(last).state == .onNotice)
    let number = try #require(told.ledger.reviewMonth(last).notices.last)
    let notice = try #require(told.ledger.notices[number])
    #expect(!notice.isConfirmed)
    #expect(told.lastDay <= notice.to)
    #expect(told.lastDay.month == last)
    let open = told.ledger.openObjections
    #expect(open.count == 1)
    #expect(open.first.flatMap { told.ledger[$0.filed.entry]?.notice } == number)
    // From the fourth month on some move in.
    #expect(told.people.count >= size.people)
    #expect(told.people.count == size.people || size.months > 3)
  }

  @Test(arguments: ["2026-02", "2024-02", "2026-05", "2026-08", "2025-10"])
  func `a story may begin in any month`(_ start: String) throws {
    let told = try DemoRehearsal(people: 60, months: 3, seed: 5, start: start)
    #expect(told.ledger.openObjections.count == 1)
  }

  @Test func `the same options tell the same story twice, another seed another one`() throws {
    let first = try DemoRehearsal(people: 80, months: 3, seed: 7)
    let second = try DemoRehearsal(people: 80, months: 3, seed: 7)
    let other = try DemoRehearsal(people: 80, months: 3, seed: 8)
    #expect(first.events == second.events)
    #expect(first.moves == second.moves)
    #expect(first.events != other.events)
  }

  @Test func `both readers read every line of a story alike`() throws {
    let told = try DemoRehearsal(people: 120, months: 14, seed: 6)
    var quick = 0
    for (index, event) in told.events.enumerated() {
      let recorded = RecordedEvent(
        sequence: index + 1, at: .placeholder, by: .placeholder, receipt: .placeholder,
        request: .zero, event: event)
      let line = try body(of: recorded)
      if CanonicalLine.event(of: line[...]) != nil { quick += 1 }
      if let difference = disagreement(onReading: line) { Issue.record("\(difference)") }
    }
    #expect(quick * 100 > told.events.count * 99)
  }

  @Test func `time never runs backwards and keeps to the office hours`() throws {
    let told = try DemoRehearsal(people: 150, months: 4, seed: 3)
    #expect(zip(told.moves, told.moves.dropFirst()).allSatisfy { $0.at <= $1.at })
    #expect(told.moves.allSatisfy { (8 * 3600...18 * 3600).contains($0.at.secondOfDay) })
    #expect(told.village.openedAt.day == told.village.options.start.firstDay)
  }

  @Test func `a story that is not asked to begin elsewhere ends the month before today`() throws {
    let today = try #require(Month("2026-11"))
    #expect(DemoOptions.start(ofMonths: 3, before: today) == Month("2026-08"))
    #expect(DemoOptions.start(ofMonths: 1, before: today) == Month("2026-10"))
    #expect(DemoOptions.start(ofMonths: 12, before: today) == Month("2025-11"))
    #expect(DemoOptions.start(ofMonths: 120, before: today) == Month("2016-11"))
    let february = try #require(Month("2026-02"))
    #expect(DemoOptions.start(ofMonths: 3, before: february) == Month("2025-11"))
  }

  @Test(arguments: [
    (4, 3, "2026-11"), (3001, 3, "2026-11"), (120, 0, "2026-11"), (120, 301, "2026-11"),
    (120, 3, "2198-11"),
  ])
  func `a story has five to three thousand people and up to twenty-five years`(
    _ size: (people: Int, months: Int, start: String)
  ) throws {
    let start = try #require(Month(size.start))
    let options = DemoOptions(people: size.people, months: size.months, seed: 1, start: start)
    #expect(options == nil)
  }
}
