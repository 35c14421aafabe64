import TestSupport
import Testing
import XinyiLedger

@Suite struct `One deed that several items fit` {
  private func village() throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001", "0002"], on: "2026-03-01")
    return village
  }

  private func deed(_ rule: String, _ person: String = "0001") -> RecordRequest {
    RecordRequest(rule, [person], on: "2026-03-10").with { $0.deed = DeedNumber(unchecked: "D1") }
  }

  private func points(_ village: TestVillage, _ number: EntryNumber) -> Points? {
    village.ledger[number].map { village.ledger.assessment(of: $0).points }
  }

  @Test func `pays the highest only, the other is a zero line`() throws {
    var village = try village()
    let low = try village.record(deed("DY04"), on: "2026-03-10")[0].number
    let high = try village.record(deed("DY05"), on: "2026-03-10")[0].number
    #expect(points(village, low) == 0)
    #expect(points(village, high) == 5)
    let assessment = village.ledger.assessment(of: try #require(village.ledger[low]))
    #expect(assessment.beatenBy == high)
    try village.finish("2026-03", on: "2026-03-26")
    #expect(village.spendable("0001", on: "2026-04-10") == 5)
    #expect(village.ledger[low]?.state == .effective)
  }

  @Test func `without a deed number the two are only flagged`() throws {
    var village = try village()
    _ = try village.record(.init("DY04", ["0001"], on: "2026-03-10"), on: "2026-03-10")
    let high = try village.record(.init("DY05", ["0001"], on: "2026-03-10"), on: "2026-03-10")[0]
    #expect(points(village, high.number) == 5)
    #expect(village.ledger.flags(of: high) == [.maybeOneDeed])
  }

  @Test func `two people of one deed do not compete`() throws {
    var village = try village()
    let one = try village.record(deed("DY04"), on: "2026-03-10")[0].number
    let other = try village.record(deed("DY05", "0002"), on: "2026-03-10")[0].number
    #expect(points(village, one) == 3)
    #expect(points(village, other) == 5)
  }

  @Test func `the rating effect ranks first, so that volunteering gives way to cleaning`() throws {
    var village = try village()
    let hours = try village.record(
      deed("GI01").with { $0.quantity = Quantity(tenths: 240) }, on: "2026-03-10")[0].number
    let cleaning = try village.record(deed("GI04"), on: "2026-03-10")[0].number
    #expect(points(village, hours) == 0)
    #expect(points(village, cleaning) == 2)
  }

  @Test func `the higher pays the difference when the lower is already frozen`() throws {
    var village = try village()
    let low = try village.record(deed("DY04"), on: "2026-03-10")[0].number
    try village.finish("2026-03", on: "2026-03-26")
    let high = try village.record(
      deed("DY05").with { $0.why = "补记" }, on: "2026-04-05")[0].number
    #expect(points(village, high) == 2)
    try village.finish("2026-04", on: "2026-04-26")
    #expect(village.ledger[low]?.frozen == 3)
    #expect(village.spendable("0001", on: "2026-05-10") == 5)
  }

  @Test func `a higher line that is reversed lets the lower one count`() throws {
    var village = try village()
    let low = try village.record(deed("DY04"), on: "2026-03-10")[0].number
    let high = try village.record(deed("DY05"), on: "2026-03-10")[0].number
    try village.finish("2026-03", on: "2026-03-26")
    let lines = try village.on("2026-04-05") { try $0.reverse(high, why: "没有带车") }
    #expect(lines.map { village.ledger[$0]?.recorded.adjusts } == [nil, low])
    try village.finishLeaders("2026-04", on: "2026-04-26")
    #expect(village.spendable("0001", on: "2026-05-10") == 3)
  }

  @Test func `a lower line that is reversed lets the higher one pay in full`() throws {
    var village = try village()
    let low = try village.record(deed("DY04"), on: "2026-03-10")[0].number
    try village.finish("2026-03", on: "2026-03-26")
    let high = try village.record(
      deed("DY05").with { $0.why = "补记" }, on: "2026-04-05")[0].number
    try village.finish("2026-04", on: "2026-04-26")
    let lines = try village.on("2026-05-10") { try $0.reverse(low, why: "重了") }
    #expect(lines.map { village.ledger[$0]?.recorded.adjusts } == [nil, high])
    try village.finishLeaders("2026-05", on: "2026-05-26")
    #expect(village.spendable("0001", on: "2026-06-10") == 5)
  }
}

@Suite struct `Tiers of a yearly sum` {
  private func village() throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001"], on: "2026-03-01")
    return village
  }

  private func hours(_ tenths: Int, _ day: Day) -> RecordRequest {
    RecordRequest("GI01", ["0001"], on: day).with { $0.quantity = Quantity(tenths: tenths) }
  }

  private func tiers(_ village: TestVillage) -> [Points] {
    village.ledger.entries.filter { $0.recorded.rule == "GI02" && $0.state.isLive }
      .map { village.ledger.assessment(of: $0).points }
  }

  @Test func `example a: ten hours pay two, twenty pay three more, not five`() throws {
    var village = try village()
    _ = try village.record(hours(70, "2026-03-07"), on: "2026-03-07")
    #expect(tiers(village).isEmpty)
    let batch = try village.record(hours(90, "2026-03-14"), on: "2026-03-14")
    #expect(tiers(village) == [2])
    #expect(batch.map(\.recorded.rule) == ["GI01"])
    _ = try village.record(hours(40, "2026-03-21"), on: "2026-03-21")
    #expect(tiers(village) == [2, 3])
    try village.finish("2026-03", on: "2026-03-26")
    #expect(village.rating("0001", on: "2026-04-10") == 1005)
    #expect(village.spendable("0001", on: "2026-04-10") == 5)
  }

  @Test func `a line whose hours fall away lapses, and comes again with the next that pass`() throws
  {
    var village = try village()
    _ = try village.record(hours(70, "2026-03-07"), on: "2026-03-07")
    let second = try village.record(hours(90, "2026-03-14"), on: "2026-03-14")[0]
    try village.on("2026-03-15") { try $0.withdraw([second.number], why: "写错") }
    #expect(tiers(village).isEmpty)
    _ = try village.record(hours(30, "2026-03-16"), on: "2026-03-16")
    #expect(tiers(village) == [2])
  }

  @Test func `a step that counts already is adjusted when its hours are reversed`() throws {
    var village = try village()
    _ = try village.record(hours(70, "2026-03-07"), on: "2026-03-07")
    let second = try village.record(hours(90, "2026-03-14"), on: "2026-03-14")[0]
    try village.finish("2026-03", on: "2026-03-26")
    #expect(village.rating("0001", on: "2026-04-10") == 1002)
    let lines = try village.on("2026-04-10") { try $0.reverse(second.number, why: "没有来") }
    #expect(lines.count == 2)
    #expect(village.ledger[lines[1]]?.recorded.asked == -2)
    try village.finishLeaders("2026-04", on: "2026-04-26")
    #expect(village.rating("0001", on: "2026-05-10") == 1000)
    _ = try village.record(hours(30, "2026-05-12"), on: "2026-05-12")
    #expect(tiers(village).last == 2)
    try village.finish("2026-05", on: "2026-05-26")
    #expect(village.rating("0001", on: "2026-06-10") == 1002)
    #expect(village.ledger.invariantFaults().isEmpty)
  }

  @Test func `a step that the council refused is not proposed again`() throws {
    var village = try village()
    _ = try village.record(hours(120, "2026-03-07"), on: "2026-03-07")
    let tier = try #require(village.ledger.entries.last)
    try village.openReview("2026-03", on: "2026-03-26")
    try village.on("2026-03-26") { draft in
      try draft.decide([tier.number], .reject, votes: nil, why: "没有证明")
      try draft.closeReview(of: "2026-03")
    }
    _ = try village.record(hours(40, "2026-04-07"), on: "2026-04-07")
    #expect(tiers(village).isEmpty)
    _ = try village.record(hours(40, "2026-04-14"), on: "2026-04-14")
    #expect(tiers(village) == [3])
  }
}
