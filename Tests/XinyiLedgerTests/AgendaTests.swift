import TestSupport
import Testing
import XinyiLedger

@Suite struct `The agenda in the order of doubt` {
  /// March has seen GI04, DD04, RJ01 and CW06 decided; the rest is for April.
  private func village() throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001", "0002", "0003"], on: "2026-03-01")
    for rule in ["GI04", "DD04", "RJ01", "CW06"] {
      _ = try village.record(.init(rule, ["0001"], on: "2026-03-10"), on: "2026-03-10")
    }
    try village.finish("2026-03", on: "2026-03-20")
    return village
  }

  private func order(_ village: TestVillage) -> [AgendaDoubt: [Int]] {
    Dictionary(
      grouping: village.ledger.agendaInOrderOfDoubt(of: "2026-04"), by: \.doubt
    ).mapValues { $0.map(\.entry.number.serial) }
  }

  @Test func `large breaches, repeats, first-time items, late ones, flagged ones, the rest`() throws
  {
    var village = try village()
    let requests: [(RecordRequest, [EntryFlag])] = [
      (RecordRequest("GI04", ["0002"], on: "2026-04-02"), []),
      (RecordRequest("GI04", ["0003"], on: "2026-04-02").with { $0.evidence = [] }, [.noEvidence]),
      (RecordRequest("CW06", ["0002"], on: "2026-04-02"), []),
      (RecordRequest("GI04", ["0002"], on: "2026-03-19"), [.late]),
      (RecordRequest("GY12", ["0002"], on: "2026-04-02"), []),
      (RecordRequest("CW06", ["0001"], on: "2026-04-03"), [.doubled]),
      (RecordRequest("RJ12", ["0003"], on: "2026-04-03"), []),
      (RecordRequest("DD04", ["0003"], on: "2026-04-03"), []),
    ]
    for (request, flags) in requests {
      let entry = try village.record(request, on: "2026-04-04")[0]
      #expect(
        flags.allSatisfy(village.ledger.flags(of: entry).contains), "\(entry.number)")
    }
    let agenda = village.ledger.agendaInOrderOfDoubt(of: "2026-04")
    #expect(agenda.map(\.entry.number.serial) == [7, 6, 5, 4, 2, 3, 1, 8])
    #expect(
      agenda.map(\.doubt) == [
        .largeMinus, .repeated, .firstTime, .late, .flagged, .minus, .none, .none,
      ])
    #expect(village.ledger.agenda(of: "2026-04").map(\.number.serial) == Array(1...8))
  }

  @Test func `a line keeps its place when the meeting has decided on it`() throws {
    var village = try village()
    _ = try village.record(.init("GY12", ["0002"], on: "2026-04-02"), on: "2026-04-04")
    _ = try village.record(.init("GY12", ["0003"], on: "2026-04-02"), on: "2026-04-04")
    try village.openReview("2026-04", on: "2026-04-26")
    try village.on("2026-04-26") {
      try $0.decide(["2026-04-0001"], .approve, votes: nil, why: nil)
    }
    #expect(order(village) == [.firstTime: [1, 2]])
  }

  @Test func `what a rejection brings about stands behind the breaches`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001", "0002"], on: "2026-03-01")
    for day in ["2026-03-10", "2026-03-11", "2026-03-12"] as [Day] {
      _ = try village.record(.init("DD04", ["0001"], on: day), on: day)
    }
    try village.openReview("2026-03", on: "2026-03-26")
    try village.approveAll(of: "2026-03", on: "2026-03-26")
    try village.on("2026-03-26") { draft in
      try draft.decide(["2026-03-0001"], .undo, votes: nil, why: nil)
      try draft.decide(["2026-03-0001"], .reject, votes: nil, why: "不实")
      try draft.closeReview(of: "2026-03")
    }
    _ = try village.record(.init("DD04", ["0002"], on: "2026-04-02"), on: "2026-04-04")
    #expect(order(village) == [.correction: [1], .none: [2]])
    #expect(village.ledger.agendaInOrderOfDoubt(of: "2026-04").first?.doubt == .correction)
  }
}
