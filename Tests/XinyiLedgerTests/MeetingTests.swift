import TestSupport
import Testing
import XinyiLedger

@Suite struct `Members who keep out of a vote` {
  private let meeting: Day = "2026-03-26"
  private let line: EntryNumber = "2026-03-0001"
  private let other: EntryNumber = "2026-03-0002"

  private func village(
    present: Int = 7, votesOf: Settings.VotesOf = .members
  ) throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01") { $0.votesOf = votesOf }
    try village.add(["0001", "0002"], on: "2026-03-01")
    _ = try village.record(.init("GI04", ["0001", "0002"], on: "2026-03-10"), on: "2026-03-10")
    try village.on(meeting) {
      try $0.openReview(
        of: "2026-03", present: Array(TestVillage.council.prefix(present)), chair: "1001")
    }
    return village
  }

  private func recuse(
    _ village: inout TestVillage, _ person: PersonNumber, _ numbers: [EntryNumber]? = nil,
    given: Bool = true
  ) throws {
    try village.on(meeting) {
      try $0.recuse(person, from: numbers ?? [line], given: given)
    }
  }

  private func decide(
    _ village: inout TestVillage, _ motion: Motion, _ votes: Votes? = nil
  ) throws {
    try village.on(meeting) { try $0.decide([line], motion, votes: votes, why: nil) }
  }

  @Test func `whoever says so does not vote on that line, and on the others does`() throws {
    var village = try village()
    try recuse(&village, "1003")
    try village.on(meeting) { try $0.decide([line, other], .approve, votes: nil, why: nil) }
    #expect(village.ledger[line]?.decision?.recused == ["1003"])
    #expect(village.ledger[line]?.decision?.for == 6)
    #expect(village.ledger[other]?.decision?.recused == [])
    #expect(village.ledger[other]?.decision?.for == 7)
  }

  @Test func `what was said can be taken back, and said again`() throws {
    var village = try village()
    try recuse(&village, "1003", [line, other])
    try recuse(&village, "1003", given: false)
    #expect(village.ledger[line]?.recused == [])
    #expect(village.ledger[other]?.recused == ["1003"])
    #expect(throws: Refusal.recusalNotStated(line, "1003")) {
      try recuse(&village, "1003", given: false)
    }
    try recuse(&village, "1003")
    #expect(throws: Refusal.alreadyRecused(line, "1003")) { try recuse(&village, "1003") }
    #expect(village.ledger[line]?.recused == ["1003"])
  }

  @Test func `a recusal that the roster asks for is neither said twice nor taken back`() throws {
    var village = try village()
    try village.on(meeting) {
      try $0.append(
        .rosterChanged(.init(person: "1002", from: "2026-03-01", what: .relation, value: "0001:兄弟"))
      )
    }
    #expect(throws: Refusal.alreadyRecused(line, "1002")) { try recuse(&village, "1002") }
    #expect(throws: Refusal.recusalNotStated(line, "1002")) {
      try recuse(&village, "1002", given: false)
    }
  }

  @Test func `only who is present, and only before the vote`() throws {
    var village = try village(present: 5)
    #expect(throws: Refusal.memberNotPresent("1006", "2026-03")) { try recuse(&village, "1006") }
    #expect(throws: Refusal.memberNotPresent("0002", "2026-03")) { try recuse(&village, "0002") }
    try decide(&village, .approve)
    #expect(throws: Refusal.alreadyDecided(line, .approved)) { try recuse(&village, "1003") }
    try decide(&village, .undo)
    try recuse(&village, "1003")
    try village.on(meeting) { try $0.decide([line], .approve, votes: nil, why: nil) }
    try village.on(meeting) { try $0.closeReview(of: "2026-03") }
    #expect(throws: Refusal.monthIs("2026-03", .closed, needed: .inReview)) {
      try recuse(&village, "1003")
    }
  }

  @Test func `a line that so loses the quorum is deferred by itself`() throws {
    var village = try village(present: 4)
    try recuse(&village, "1003")
    try decide(&village, .approve)
    #expect(village.ledger[line]?.state == .deferred)
    #expect(village.ledger[line]?.frozen == nil)
  }

  @Test(arguments: [
    (Settings.VotesOf.members, 3, false), (.members, 4, true), (.present, 2, false),
    (.present, 3, true),
  ])
  func `example (f), of seven members one recused, half of the members or of those who vote`(
    votesOf: Settings.VotesOf, votes: Int, passes: Bool
  ) throws {
    var village = try village(votesOf: votesOf)
    try recuse(&village, "1007")
    let council = try #require(village.ledger.council(of: "2026-03"))
    #expect(council.passMark(voters: 6) == (votesOf == .members ? 4 : 3))
    let against = votes / 2
    try decide(
      &village, .approve, Votes(for: votes, against: against, abstain: 6 - votes - against))
    #expect(village.ledger[line]?.state == (passes ? .approved : .rejected))
  }

  @Test(arguments: [Settings.VotesOf.members, .present])
  func `a tie does not pass`(votesOf: Settings.VotesOf) throws {
    var village = try village(votesOf: votesOf)
    try recuse(&village, "1007")
    try decide(&village, .approve, Votes(for: 3, against: 3, abstain: 0))
    #expect(village.ledger[line]?.state == .rejected)
    #expect(village.ledger[line]?.frozen == nil)
  }
}

@Suite struct `One case, one decision of its own` {
  private let meeting: Day = "2026-03-26"

  private func village(_ requests: [RecordRequest]) throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001"], on: "2026-03-01")
    for request in requests { _ = try village.record(request, on: request.on) }
    try village.openReview("2026-03", on: meeting)
    return village
  }

  private func amend(
    _ village: inout TestVillage, _ number: EntryNumber, to points: Points,
    _ votes: Votes? = nil
  ) throws {
    try village.on(meeting) {
      try $0.decide(
        [number], .amendSpecially(points, minute: "2026-03-1"), votes: votes, why: "连夜守堤")
    }
  }

  @Test func `outside the item's set only by a minute of its own, which is flagged`() throws {
    var village = try village([.init("GI04", ["0001"], on: "2026-03-10")])
    let line: EntryNumber = "2026-03-0001"
    #expect(throws: Refusal.outOfSet("GI04", asked: 9, allowed: .values([2]))) {
      try village.on(meeting) { try $0.decide([line], .amend(9), votes: nil, why: "多") }
    }
    try amend(&village, line, to: 9)
    let entry = try #require(village.ledger[line])
    #expect(entry.frozen == 9)
    #expect(entry.decision?.outcome == .amended)
    #expect(entry.decision?.minute == "2026-03-1")
    #expect(village.ledger.flags(of: entry).contains(.special))
    try village.on(meeting) { try $0.decide([line], .undo, votes: nil, why: nil) }
    #expect(try !village.ledger.flags(of: #require(village.ledger[line])).contains(.special))
  }

  @Test func `what is free of the cap does not cut it`() throws {
    var village = try village([
      .init("DD04", ["0001"], on: "2026-03-10"), .init("DD04", ["0001"], on: "2026-03-11"),
      .init("DD04", ["0001"], on: "2026-03-12"),
    ])
    try village.on(meeting) {
      try $0.decide(["2026-03-0001", "2026-03-0002"], .approve, votes: nil, why: nil)
    }
    try amend(&village, "2026-03-0003", to: 1)
    #expect(village.ledger["2026-03-0003"]?.frozen == 1)
  }

  @Test func `a breach stays a minus`() throws {
    var village = try village([.init("RJ04", ["0001"], on: "2026-03-10")])
    try amend(&village, "2026-03-0001", to: 1)
    #expect(village.ledger["2026-03-0001"]?.frozen == -1)
  }

  @Test func `it needs the votes of any other line`() throws {
    var village = try village([.init("GI04", ["0001"], on: "2026-03-10")])
    try amend(&village, "2026-03-0001", to: 9, Votes(for: 3, against: 3, abstain: 1))
    #expect(village.ledger["2026-03-0001"]?.state == .rejected)
    #expect(village.ledger["2026-03-0001"]?.decision?.minute == "2026-03-1")
  }
}

@Suite struct `A meeting that goes on` {
  private func closed() throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001", "0002", "0003"], on: "2026-03-01")
    _ = try village.record(
      .init("GI04", ["0001", "0002", "0003"], on: "2026-03-10"), on: "2026-03-10")
    try village.openReview("2026-03", on: "2026-03-26")
    try village.on("2026-03-26") { draft in
      try draft.decide(["2026-03-0001"], .approve, votes: nil, why: nil)
      try draft.decide(["2026-03-0002"], .defer, votes: nil, why: "待核实")
      try draft.closeReview(of: "2026-03")
    }
    return village
  }

  private func reopen(_ village: inout TestVillage, on day: Day = "2026-03-27") throws {
    try village.on(day) { try $0.reopenReview(of: "2026-03", why: "漏了两条") }
  }

  @Test func `what it left for the next month comes back, and can be decided`() throws {
    var village = try closed()
    #expect(village.ledger.agenda(of: "2026-04").count == 2)
    #expect(village.ledger.reviewMonth("2026-03").deferrals.map(\.entry) == ["2026-03-0002"])
    try reopen(&village)
    #expect(village.ledger.reviewMonth("2026-03").state == .inReview)
    #expect(village.ledger.agenda(of: "2026-03").count == 3)
    #expect(village.ledger.reviewMonth("2026-03").deferrals == [])
    try village.on("2026-03-27") { draft in
      try draft.decide(["2026-03-0001"], .undo, votes: nil, why: nil)
      try draft.decide(
        ["2026-03-0001", "2026-03-0002", "2026-03-0003"], .approve, votes: nil, why: nil)
      try draft.closeReview(of: "2026-03")
    }
    #expect(village.ledger.agenda(of: "2026-04").isEmpty)
    #expect(village.ledger["2026-03-0002"]?.month == "2026-03")
  }

  @Test func `those who were present vote, whoever has become a member since`() throws {
    var village = try closed()
    try village.on("2026-03-27") {
      try $0.assign(.council, to: "1007", from: nil, to: "2026-03-26")
    }
    try reopen(&village)
    #expect(village.ledger.council(of: "2026-03")?.present.count == 7)
    let held = try #require(village.ledger.reviewMonth("2026-03").meeting)
    #expect(held.openedOn == "2026-03-26")
    #expect(held.closedAt == nil && held.lastLine == nil)
  }

  @Test func `not while it is open, and not after the notice is published`() throws {
    var village = try closed()
    try reopen(&village)
    #expect(throws: Refusal.monthIs("2026-03", .inReview, needed: .closed)) {
      try reopen(&village)
    }
    try village.on("2026-03-27") { try $0.closeReview(of: "2026-03") }
    try village.post("2026-03", on: "2026-03-27")
    #expect(throws: Refusal.monthIs("2026-03", .onNotice, needed: .closed)) {
      try reopen(&village)
    }
  }

  @Test func `what the next meeting has taken up stays there`() throws {
    var village = try closed()
    try village.openReview("2026-04", on: "2026-04-01")
    try reopen(&village, on: "2026-04-01")
    #expect(village.ledger.agenda(of: "2026-03").map(\.number) == ["2026-03-0001"])
    #expect(village.ledger.agenda(of: "2026-04").count == 2)
  }
}
