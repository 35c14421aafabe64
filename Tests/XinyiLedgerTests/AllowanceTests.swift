import TestSupport
import Testing
import XinyiLedger

@Suite struct `What the council may give, and what it may pass together` {
  private let meeting: Day = "2026-03-26"

  private func village() throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001", "0002", "0003"], on: "2026-03-01")
    return village
  }

  private func recorded(
    _ village: inout TestVillage, _ rule: String, for person: String = "0001",
    on day: Day = "2026-03-10", _ change: (inout RecordRequest) -> Void = { _ in }
  ) throws -> EntryNumber {
    try village.record(RecordRequest(rule, [person], on: day).with(change), on: day)[0].number
  }

  private func decide(
    _ village: inout TestVillage, _ numbers: [EntryNumber], _ motion: Motion
  ) throws {
    try village.on(meeting) { try $0.decide(numbers, motion, votes: nil, why: nil) }
  }

  private func hours(_ tenths: Int) -> (inout RecordRequest) -> Void {
    { $0.quantity = Quantity(tenths: tenths) }
  }

  @Test func `an amended line stays within the item's set`() throws {
    var village = try village()
    let fixed = try recorded(&village, "GI04")
    let measured = try recorded(&village, "GI01", hours(120))
    let level = try recorded(&village, "DD10") { $0.level = "超1万元" }
    let choice = try recorded(&village, "DD11") { $0.points = 5 }
    try village.openReview("2026-03", on: meeting)
    let cases: [(EntryNumber, RuleCode, refused: Points, PointsSet, given: Points)] = [
      (fixed, "GI04", 1, .values([2]), 0), (measured, "GI01", 3.1, .upTo(3), 1.5),
      (level, "DD10", 4, .values([1, 2, 3, 5, 10]), 3),
      (choice, "DD11", 3, .values([1, 2, 5]), 1),
    ]
    for (number, rule, refused, set, given) in cases {
      #expect(throws: Refusal.outOfSet(rule, asked: refused, allowed: set)) {
        try decide(&village, [number], .amend(refused))
      }
      try decide(&village, [number], .amend(given))
      #expect(village.ledger[number]?.frozen == given)
    }
  }

  @Test func `a repeated breach may be set to nothing or to the doubled points`() throws {
    var village = try village()
    _ = try recorded(&village, "RJ01")
    try village.finish("2026-03", on: meeting)
    let again = try recorded(&village, "RJ01", on: "2026-04-10")
    try village.openReview("2026-04", on: "2026-04-26")
    #expect(throws: Refusal.outOfSet("RJ01", asked: 5, allowed: .values([10]))) {
      try village.on("2026-04-26") { try $0.decide([again], .amend(5), votes: nil, why: nil) }
    }
    try village.on("2026-04-26") { try $0.decide([again], .amend(10), votes: nil, why: nil) }
    #expect(village.ledger[again]?.frozen == -10)
  }

  @Test func `an amended line never takes more than is free of the cap`() throws {
    var village = try village()
    let lines = try (["2026-03-09", "2026-03-10", "2026-03-11"] as [Day]).map {
      try recorded(&village, "DD04", on: $0)
    }
    try village.openReview("2026-03", on: meeting)
    for line in lines.reversed() { try decide(&village, [line], .amend(1)) }
    #expect(lines.map { village.ledger[$0]?.frozen } == [0, 1, 1])
  }

  @Test func `nor when several lines are amended with one vote`() throws {
    var village = try village()
    let lines = try (["2026-03-09", "2026-03-10", "2026-03-11"] as [Day]).map {
      try recorded(&village, "DD04", on: $0)
    }
    try village.openReview("2026-03", on: meeting)
    try decide(&village, lines, .amend(1))
    #expect(lines.compactMap { village.ledger[$0]?.frozen }.reduce(.zero, +) == 2)
  }

  @Test func `hours are floored once, in whatever order the lines are approved`() throws {
    var village = try village()
    let first = try recorded(&village, "GI01", on: "2026-03-07", hours(70))
    let second = try recorded(&village, "GI01", on: "2026-03-14", hours(90))
    try village.openReview("2026-03", on: meeting)
    try decide(&village, [second], .approve)
    try decide(&village, [first], .approve)
    let frozen = [first, second].compactMap { village.ledger[$0]?.frozen }
    #expect(frozen.reduce(.zero, +) == 4)
  }

  @Test func `what a rejection proposed for other lines is made good when it is undone`() throws {
    var village = try village()
    let first = try recorded(&village, "GI01", on: "2026-03-07", hours(70))
    let second = try recorded(&village, "GI01", on: "2026-03-14", hours(90))
    try village.openReview("2026-03", on: meeting)
    try decide(&village, [first, second], .approve)
    try decide(&village, [first], .undo)
    try decide(&village, [first], .reject)
    let proposed = { (ledger: Ledger) in
      ledger.entries.filter { $0.recorded.adjusts == second && $0.state.isLive }
        .reduce(Points.zero) { $0 + $1.recorded.asked }
    }
    #expect(proposed(village.ledger) == -1)
    try decide(&village, [first], .undo)
    try decide(&village, [first], .approve)
    #expect(proposed(village.ledger) == 0)
  }

  @Test func `a deferred line that is withdrawn changes what later hours gave`() throws {
    var village = try village()
    let first = try recorded(&village, "GI01", on: "2026-03-07", hours(70))
    let second = try recorded(&village, "GI01", on: "2026-03-14", hours(90))
    try village.openReview("2026-03", on: meeting)
    try decide(&village, [second], .approve)
    try village.on(meeting) { try $0.closeReview(of: "2026-03") }
    #expect(village.ledger[second]?.frozen == 3)
    try village.on("2026-04-02") { try $0.withdraw([first], why: "没有来") }
    let adjustment = try #require(village.ledger.entries.last)
    #expect(adjustment.recorded.adjusts == second)
    #expect(adjustment.recorded.asked == -1)
  }

  @Test func `the rest is plus lines without flags but capped and missing evidence`() throws {
    var village = try village()
    let clean = try recorded(&village, "GI04")
    _ = try recorded(&village, "DD06", for: "0002", on: "2026-03-09")
    let capped = try recorded(&village, "DD06", for: "0002", on: "2026-03-10")
    let unproven = try recorded(&village, "GI11") { $0.evidence = [] }
    let own = try recorded(&village, "GI11", for: "1001")
    let breach = try recorded(&village, "RJ04")
    let twin = try recorded(&village, "GI09", for: "0003")
    let twins = try [twin, recorded(&village, "GI09", for: "0003") { $0.deed = .init("D2") }]
    let related = try recorded(&village, "GY12") { $0.collector = "0001" }
    let rivals = try [recorded(&village, "DY04"), recorded(&village, "DY05")]
    try village.openReview("2026-03", on: meeting)
    let rest = village.ledger.rest(of: "2026-03").map(\.number)
    #expect(rest.contains(clean))
    #expect(rest.contains(capped))
    #expect(rest.contains(unproven))
    for left in [breach, related] + twins + rivals { #expect(!rest.contains(left), "\(left)") }
    #expect(rest.count == 5)
    try decide(&village, rest, .approve)
    #expect(village.ledger[own]?.decision?.recused == ["1001"])
    #expect(village.ledger[capped]?.frozen == 0)
    #expect(village.ledger.rest(of: "2026-03").isEmpty)
  }

  @Test func `late lines and adjustments are not of the rest`() throws {
    var village = try village()
    let lines = try (["2026-03-09", "2026-03-14", "2026-03-22"] as [Day]).map {
      try recorded(&village, "DD04", on: $0)
    }
    try village.openReview("2026-03", on: meeting)
    try decide(&village, Array(lines[1...]), .approve)
    try decide(&village, [lines[0]], .reject)
    _ = try village.record(.init("GI04", ["0002"], on: "2026-03-20"), on: meeting)
    try village.on(meeting) { try $0.closeReview(of: "2026-03") }
    try village.openReview("2026-04", on: "2026-04-26")
    #expect(village.ledger.agenda(of: "2026-04").count == 2)
    #expect(village.ledger.rest(of: "2026-04").isEmpty)
  }
}
