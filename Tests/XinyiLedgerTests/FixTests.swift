import TestSupport
import Testing
import XinyiLedger

@Suite struct `Putting an entry right by its stage` {
  private func village() throws -> (TestVillage, EntryNumber) {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001", "0002"], on: "2026-03-01")
    let entry = try village.record(.init("GI04", ["0001"], on: "2026-03-05"), on: "2026-03-05")[0]
    return (village, entry.number)
  }

  private let other = Correction(recipient: .person("0002"))

  private func fix(
    _ village: inout TestVillage, _ number: EntryNumber, on day: Day
  ) throws -> [FixWay] {
    try village.on(day) { try $0.fix([number], other, why: "写错了人") }
  }

  @Test func `before the review it is withdrawn and recorded again`() throws {
    var (village, number) = try village()
    #expect(try fix(&village, number, on: "2026-03-06") == [.withdrawn])
    let again = try #require(village.ledger.entries.last)
    #expect(village.ledger[number]?.state == .withdrawn)
    #expect(again.recorded.person == "0002")
    #expect(again.recorded.corrects == number)
  }

  @Test func `in the meeting the council decides`() throws {
    var (village, number) = try village()
    try village.openReview("2026-03", on: "2026-03-26")
    #expect(throws: Refusal.notFixable(number, .pending, .inReview)) {
      _ = try fix(&village, number, on: "2026-03-26")
    }
  }

  @Test func `on notice the village itself objects`() throws {
    var (village, number) = try village()
    try village.reviewAndPost("2026-03", on: "2026-03-26")
    #expect(try fix(&village, number, on: "2026-03-28") == [.objected("O-2026-03-01")])
    #expect(village.ledger.entries.count == 1)
    #expect(village.ledger[number]?.state == .objected)
  }

  @Test func `after effect it is reversed, with the right entry beside`() throws {
    var (village, number) = try village()
    try village.finish("2026-03", on: "2026-03-26")
    #expect(try fix(&village, number, on: "2026-04-05") == [.reversed])
    let lines = village.ledger.entries.suffix(2)
    #expect(lines.map(\.recorded.reverses) == [number, nil])
    #expect(lines.map(\.recorded.corrects) == [nil, number])
    try village.finishLeaders("2026-04", on: "2026-04-26")
    #expect(village.spendable("0001", on: "2026-05-10") == 0)
    #expect(village.spendable("0002", on: "2026-05-10") == 2)
  }

  @Test func `the right entry is worked out as if the wrong one were gone`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001"], on: "2026-03-01")
    var numbers: [EntryNumber] = []
    for day in ["2026-03-09", "2026-03-14"] as [Day] {
      numbers.append(try village.record(.init("DD04", ["0001"], on: day), on: day)[0].number)
    }
    try village.finish("2026-03", on: "2026-03-26")
    _ = try village.on("2026-04-05") {
      try $0.fix([numbers[1]], Correction(on: "2026-03-16"), why: "日期写错")
    }
    let right = try #require(village.ledger.entries.last)
    #expect(village.ledger.assessment(of: right).points == 1)
    try village.finishLeaders("2026-04", on: "2026-04-26")
    #expect(village.spendable("0001", on: "2026-05-10") == 2)
  }
}
