import TestSupport
import Testing
import XinyiLedger

@Suite struct `Where an entry comes from, and who stands where` {
  private func village() throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001", "0002", "0003"], on: "2026-03-01")
    return village
  }

  @Test func `the trail of an entry is what the ledger's lines say of it, in order`() throws {
    var village = try village()
    var lines: [RecordedEvent] = []
    func step(_ day: Day, _ body: (inout Draft) throws -> Void) throws {
      try village.on(day) { draft in
        try body(&draft)
        lines += draft.recordedEvents
      }
    }
    try step("2026-03-10") { _ = try $0.record(.init("GI04", ["0001", "0002"], on: "2026-03-10")) }
    try step("2026-03-11") { try $0.addEvidence(["签到表"], to: "2026-03-0001") }
    try step("2026-03-26") {
      try $0.openReview(of: "2026-03", present: TestVillage.council, chair: TestVillage.council[0])
      try $0.decide(["2026-03-0001", "2026-03-0002"], .approve, votes: nil, why: nil)
      try $0.closeReview(of: "2026-03")
      try $0.publish(
        $0.ledger.planNotice(
          of: "2026-03", from: "2026-03-26", today: $0.today, calendar: .weekdays), body: .zero)
    }
    try step("2026-03-27") { try $0.object(to: "2026-03-0001", why: "没有到场", by: "0003") }
    try step("2026-03-28") {
      try $0.resolve(
        "O-2026-03-01", Resolution(outcome: .withdrawn, why: "弄清楚了", authority: nil))
    }
    try step("2026-04-01") { try $0.confirm("2026-03") }
    let trail = village.ledger.trail(of: "2026-03-0001", in: lines)
    #expect(
      trail.map(\.kind) == [
        .recorded, .evidenceAdded, .decided, .noticePublished, .objectionFiled,
        .objectionResolved, .confirmed,
      ])
    #expect(trail.map(\.line) == trail.map(\.line).sorted())
    let other = village.ledger.trail(of: "2026-03-0002", in: lines)
    #expect(other.map(\.kind) == [.recorded, .decided, .noticePublished, .confirmed])
  }

  @Test func `evidence brought later takes the flag away and leaves the record as it was`() throws {
    var village = try village()
    let request = RecordRequest("GI04", ["0001"], on: "2026-03-10").with { $0.evidence = [] }
    let entry = try village.record(request, on: "2026-03-10")[0]
    #expect(village.ledger.flags(of: entry) == [.noEvidence])
    try village.on("2026-03-12") { try $0.addEvidence(["照片"], to: entry.number) }
    let after = try #require(village.ledger[entry.number])
    #expect(village.ledger.flags(of: after) == [])
    #expect(after.recorded == entry.recorded)
    #expect(after.laterEvidence == ["照片"])
  }

  @Test func `an entry that was withdrawn takes no evidence any more`() throws {
    var village = try village()
    let entry = try village.record(.init("GI04", ["0001"], on: "2026-03-10"), on: "2026-03-10")[0]
    try village.on("2026-03-11") { try $0.withdraw([entry.number], why: "错了") }
    #expect(throws: Refusal.evidenceTooLate(entry.number, .withdrawn)) {
      try village.on("2026-03-12") { try $0.addEvidence(["照片"], to: entry.number) }
    }
  }

  @Test func `key people are ranked apart, each list from one`() throws {
    var village = try village()
    try village.on("2026-03-02") { draft in
      try draft.assign(.partyMember, to: "0002", from: "2026-03-02", to: nil)
    }
    _ = try village.record(.init("GI04", ["0001", "0002"], on: "2026-03-10"), on: "2026-03-10")
    try village.finish("2026-03", on: "2026-03-26")
    let ranking = village.ledger.ranking(on: "2026-04-02", upTo: nil, in: "2组")
    #expect(ranking.map(\.list) == [.villagers, .villagers, .key])
    #expect(ranking.map(\.rank) == [1, 2, 1])
    #expect(ranking.map(\.standing.person) == ["0001", "0003", "0002"])
  }

  @Test(arguments: [
    (9900, "一星"), (9901, "二星"), (10200, "二星"), (10201, "三星"), (10400, "三星"), (10600, "四星"),
    (10601, "五星"), (8000, "零星"), (8001, "一星"),
  ])
  func `example (e): the upper edge of a band still belongs to it`(_ tenths: Int, _ grade: String)
    throws
  {
    let settings = Settings.standard(operator: Operator(unchecked: "clerk"))
    #expect(settings.grade(of: try #require(Points(tenths: tenths))) == grade)
  }
}
