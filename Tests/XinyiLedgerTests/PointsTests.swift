import TestSupport
import Testing
import XinyiLedger

@Suite struct `How points are worked out` {
  private func village(
    settings: (inout Settings) -> Void = { _ in }
  ) throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01", settings: settings)
    try village.add(["0001"], on: "2026-03-01")
    return village
  }

  private func hours(_ tenths: Int, on day: Day) -> RecordRequest {
    RecordRequest("GI01", ["0001"], on: day).with { $0.quantity = Quantity(tenths: tenths) }
  }

  private func points(_ village: TestVillage) -> [Points] {
    village.ledger.entries.filter { $0.recorded.rule != "GI02" }
      .map { village.ledger.assessment(of: $0).points }
  }

  @Test func `example a: seven and nine hours are four points when hours are summed`() throws {
    var village = try village()
    _ = try village.record(hours(70, on: "2026-03-07"), on: "2026-03-07")
    _ = try village.record(hours(90, on: "2026-03-14"), on: "2026-03-14")
    #expect(points(village) == [1, 3])
    #expect(village.ledger.entries.map(\.recorded.asked) == [1, 3, 2])
    #expect(village.ledger.entries.last?.recorded.rule == "GI02")
  }

  @Test func `example a: and three when each session is floored alone`() throws {
    var village = try village { $0.sum = .session }
    _ = try village.record(hours(70, on: "2026-03-07"), on: "2026-03-07")
    _ = try village.record(hours(90, on: "2026-03-14"), on: "2026-03-14")
    #expect(points(village) == [1, 2])
  }

  @Test func `example b: a breach repeated within the year counts double`() throws {
    var village = try village()
    _ = try village.record(.init("RJ01", ["0001"], on: "2026-03-10"), on: "2026-03-10")
    try village.finish("2026-03", on: "2026-03-26")
    for month in ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"] as [Month] {
      try village.finish(month, on: month.firstDay + 25)
    }
    _ = try village.record(.init("RJ01", ["0001"], on: "2026-10-06"), on: "2026-10-06")
    let second = try #require(village.ledger.entries.last)
    #expect(village.ledger.flags(of: second).contains(.doubled))
    try village.finish("2026-10", on: "2026-10-26")
    #expect(village.rating("0001", on: "2026-11-10") == 985)
  }

  @Test func `a breach before the first one took effect is not a repeat`() throws {
    var village = try village()
    _ = try village.record(.init("RJ01", ["0001"], on: "2026-03-10"), on: "2026-03-10")
    _ = try village.record(.init("RJ01", ["0001"], on: "2026-03-20"), on: "2026-03-20")
    #expect(points(village) == [-5, -5])
  }

  @Test func `example c: the third of a month is kept as a zero line`() throws {
    var village = try village()
    for day in ["2026-03-09", "2026-03-14", "2026-03-22"] as [Day] {
      _ = try village.record(.init("DD04", ["0001"], on: day), on: day)
    }
    #expect(points(village) == [1, 1, 0])
    #expect(village.ledger.flags(of: village.ledger.entries[2]) == [.capped])
    try village.reviewAndPost("2026-03", on: "2026-03-26")
    #expect(village.ledger.noticeOrder.count == 1)
    #expect(village.ledger.notices.values.first?.lines.map(\.points) == [1, 1, 0])
  }

  @Test func `example d: donations are exact to the tenth and cut at forty`() throws {
    var village = try village()
    let gift = RecordRequest("GI14", ["0001"], on: "2026-03-09")
    _ = try village.record(gift.with { $0.quantity = Quantity(tenths: 10_500) }, on: "2026-03-09")
    #expect(points(village) == [10.5])
    let second = RecordRequest("GI14", ["0001"], on: "2026-03-10")
    _ = try village.record(
      second.with { $0.quantity = Quantity(tenths: 45_000) }, on: "2026-03-10")
    #expect(points(village) == [10.5, 29.5])
  }

  @Test func `example e: the edges of the grades`() throws {
    let settings = Settings.standard(operator: .placeholder)
    let expected: [(Points, String)] = [
      (990, "一星"), (990.1, "二星"), (1020, "二星"), (1020.1, "三星"), (1040, "三星"),
      (1060, "四星"), (1060.1, "五星"), (800, "零星"), (800.1, "一星"),
    ]
    for (rating, grade) in expected { #expect(settings.grade(of: rating) == grade) }
  }

  @Test(arguments: [(Settings.VotesOf.members, false), (.present, true)])
  func `example f: of seven members with one recused, three votes pass only among the present`(
    votesOf: Settings.VotesOf, passes: Bool
  ) throws {
    var village = try village { $0.votesOf = votesOf }
    _ = try village.record(.init("GI04", ["1002"], on: "2026-03-10"), on: "2026-03-10")
    try village.openReview("2026-03", on: "2026-03-26")
    let number = village.ledger.entries[0].number
    try village.on("2026-03-26") {
      try $0.decide(
        [number], .approve, votes: Votes(for: 3, against: 2, abstain: 1), why: nil)
    }
    let entry = try #require(village.ledger[number])
    #expect(entry.decision?.recused.map(\.text) == ["1002"])
    #expect(entry.state == (passes ? .approved : .rejected))
  }

  @Test func `frozen points take the cap before the undecided ones`() throws {
    var village = try village()
    _ = try village.record(.init("DD04", ["0001"], on: "2026-03-09"), on: "2026-03-09")
    _ = try village.record(.init("DD04", ["0001"], on: "2026-03-10"), on: "2026-03-10")
    try village.openReview("2026-03", on: "2026-03-26")
    _ = try village.record(.init("DD04", ["0001"], on: "2026-03-12"), on: "2026-03-27")
    #expect(points(village) == [1, 1, 0])
    let first = village.ledger.entries[0].number
    try village.on("2026-03-27") { try $0.decide([first], .reject, votes: nil, why: "查无此事") }
    #expect(points(village).dropFirst() == [1, 1])
  }

  @Test func `a medal moves the rating in full and the spendable score by ten at most`() throws {
    var village = try village()
    _ = try village.record(
      .init("DY02", ["0001"], on: "2026-03-10").with { $0.document = "鲁见〔2026〕3号" },
      on: "2026-03-10")
    try village.finish("2026-03", on: "2026-03-26")
    #expect(village.rating("0001", on: "2026-04-10") == 1050)
    #expect(village.spendable("0001", on: "2026-04-10") == 10)
  }

  @Test func `volunteer hours are spendable only`() throws {
    var village = try village()
    _ = try village.record(hours(80, on: "2026-03-07"), on: "2026-03-07")
    try village.finish("2026-03", on: "2026-03-26")
    #expect(village.rating("0001", on: "2026-04-10") == 1000)
    #expect(village.spendable("0001", on: "2026-04-10") == 2)
  }

  @Test(arguments: [(true, Points.whole(-5)), (false, Points.zero)])
  func `a breach lowers the spendable score only where the village chose so`(
    lowers: Bool, spendable: Points
  ) throws {
    var village = try village { $0.minusSpendable = lowers }
    _ = try village.record(.init("RJ01", ["0001"], on: "2026-03-07"), on: "2026-03-07")
    try village.finish("2026-03", on: "2026-03-26")
    #expect(village.rating("0001", on: "2026-04-10") == 995)
    #expect(village.spendable("0001", on: "2026-04-10") == spendable)
  }
}
