import TestSupport
import Testing
import XinyiLedger

@Suite struct `The village's reports` {
  /// March: 0001 and 0002 of 2组 with plus, 0003 with a minus, one line rejected, one deferred.
  private func village() throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001", "0002", "0003", "0004"], on: "2026-03-01")
    _ = try village.record(.init("GI04", ["0001", "0002"], on: "2026-03-10"), on: "2026-03-10")
    _ = try village.record(.init("RJ01", ["0003"], on: "2026-03-11"), on: "2026-03-11")
    _ = try village.record(
      .init("DD04", ["0001", "0002"], on: "2026-03-12").with { $0.collector = "0001" },
      on: "2026-03-12")
    try village.openReview("2026-03", on: "2026-03-26")
    try village.on("2026-03-26") { draft in
      try draft.decide(
        ["2026-03-0001", "2026-03-0002", "2026-03-0003"], .approve, votes: nil, why: nil)
      try draft.decide(["2026-03-0004"], .reject, votes: nil, why: "不实")
      try draft.decide(["2026-03-0005"], .defer, votes: nil, why: "再查")
      try draft.closeReview(of: "2026-03")
    }
    try village.post("2026-03", on: "2026-03-26")
    try village.confirm("2026-03")
    return village
  }

  @Test func `the month's page counts what the council did and what counts`() throws {
    let report = try village().ledger.monthReport(of: "2026-03", on: "2026-04-03")
    let review = report.review
    #expect(review.recorded == 5)
    #expect([review.approved, review.rejected, review.deferred] == [3, 1, 1])
    #expect(report.counted.plus == .whole(4))
    #expect(report.counted.minus == .whole(-5))
    #expect(report.counted.people == ["0001", "0002", "0003"])
    #expect(report.byGroup.map(\.group) == ["2组"])
    #expect(report.notices.map(\.number) == ["2026-03"])
  }

  @Test func `whoever had no entry for half a year is named`() throws {
    let unheard = try village().ledger.monthReport(of: "2026-03", on: "2026-04-03").unheard
    #expect(unheard.since == "2026-03-01")
    #expect(unheard.people == ["0004"] + TestVillage.council)
  }

  @Test func `the grades of the month stand beside those of the month before`() throws {
    var village = try village()
    _ = try village.record(
      .init("DY02", ["0001"], on: "2026-04-05").with { $0.document = "证1号" }, on: "2026-04-05")
    try village.finish("2026-04", on: "2026-04-26")
    let grades = village.ledger.gradeCounts(of: "2026-04", on: "2026-05-10")
    let four = try #require(grades.first { $0.grade == "四星" })
    let two = try #require(grades.first { $0.grade == "二星" })
    #expect([four.before, four.count] == [0, 1])
    #expect(two.before - two.count == 1)
  }

  @Test func `the months before the page's own stand beside it, at most twelve`() throws {
    let ledger = try village().ledger
    let may = ledger.trend(upTo: "2026-05")
    #expect(may.map(\.month) == ["2026-03", "2026-04", "2026-05"])
    #expect(may.map(\.counted.plus) == [.whole(4), .zero, .zero])
    #expect(may.map(\.counted.minus) == [.whole(-5), .zero, .zero])
    #expect(ledger.trend(upTo: "2028-03").map(\.month).first == "2027-04")
    #expect(ledger.trend(upTo: "2028-03").count == 12)
  }

  @Test func `what the gifts cost by the end of the year goes on at the pace of its days`() throws {
    var village = try shopVillage(prices: [("rice", 1, 3)])
    try village.on("2026-04-01") { draft in
      try draft.setPrice(2, of: "soap")
      try draft.receive(
        .init(
          item: "soap", batch: nil, count: 10, expires: nil, from: nil, payer: .village,
          cost: Money("3.06")))
    }
    #expect(village.ledger.giftCost(through: "2026-04-30") == nil)
    try village.redeem([("soap", 3), ("rice", 1)], today: "2026-04-10")
    let cost = try #require(village.ledger.giftCost(through: "2026-04-30"))
    // 9.18 in the 61 days of March and April; 245 days are left.
    #expect(cost.soFar == Money("9.18"))
    #expect(cost.byYearEnd == Money("46.05"))
    #expect(cost.piecesWithoutCost == 1)
    #expect(village.ledger.giftCost(through: "2026-04-09") == nil)
    #expect(village.ledger.giftCost(through: "2027-01-05") == nil)
  }

  @Test func `the year's page adds up the months and tells the breaches`() throws {
    let report = try village().ledger.yearReport(of: Year(number: 2026), on: "2026-04-03")
    #expect(report.months.map(\.month) == ["2026-03", "2026-04"])
    #expect(report.months[0].counted.lines == 3)
    #expect(report.items.map(\.rule) == ["GI04", "RJ01"])
    #expect(report.breaches.effective == 1)
    #expect(report.grades.reduce(0) { $0 + $1.villagers + $1.key } == 11)
  }

  @Test func `what a collector brings of the own house is counted apart`() throws {
    let ledger = try village().ledger
    let lines = ledger.collectors(of: Array(ledger.entries))
    #expect(lines.map(\.collector) == ["0001"])
    #expect(lines.map { [$0.lines, $0.ofKin] } == [[2, 1]])
  }

  @Test func `a sample is drawn from what was neither rejected nor withdrawn`() throws {
    let ledger = try village().ledger
    #expect(
      ledger.sampleable(of: "2026-03").map(\.number)
        == ["2026-03-0001", "2026-03-0002", "2026-03-0003"])
  }
}
