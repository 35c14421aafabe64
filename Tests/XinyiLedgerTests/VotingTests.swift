import TestSupport
import Testing
import XinyiLedger

@Suite struct `How the council decides` {
  private let meeting: Day = "2026-03-26"

  private func village(votesOf: Settings.VotesOf = .members) throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01") { $0.votesOf = votesOf }
    try village.add(["0001", "0002"], on: "2026-03-01")
    return village
  }

  private func recorded(
    _ village: inout TestVillage, _ rule: String = "GI04", for person: String = "0001",
    on day: Day = "2026-03-10", _ change: (inout RecordRequest) -> Void = { _ in }
  ) throws -> EntryNumber {
    try village.record(RecordRequest(rule, [person], on: day).with(change), on: day)[0].number
  }

  private func open(_ village: inout TestVillage, present: Int = 7) throws {
    try village.on(meeting) {
      try $0.openReview(
        of: "2026-03", present: Array(TestVillage.council.prefix(present)), chair: "1001")
    }
  }

  private func decide(
    _ village: inout TestVillage, _ numbers: [EntryNumber], _ motion: Motion,
    _ votes: Votes? = nil
  ) throws {
    try village.on(meeting) { try $0.decide(numbers, motion, votes: votes, why: nil) }
  }

  @Test(arguments: [
    (Settings.VotesOf.members, 7, Votes(for: 4, against: 3, abstain: 0), true),
    (.members, 7, Votes(for: 4, against: 0, abstain: 3), true),
    (.members, 7, Votes(for: 3, against: 0, abstain: 4), false),
    (.members, 6, Votes(for: 4, against: 2, abstain: 0), true),
    (.members, 6, Votes(for: 3, against: 3, abstain: 0), false),
    (.members, 6, Votes(for: 3, against: 1, abstain: 2), false),
    (.members, 4, Votes(for: 4, against: 0, abstain: 0), true),
    (.members, 4, Votes(for: 3, against: 0, abstain: 1), false),
    (.present, 6, Votes(for: 3, against: 1, abstain: 2), true),
    (.present, 6, Votes(for: 3, against: 3, abstain: 0), false),
    (.present, 6, Votes(for: 2, against: 0, abstain: 4), false),
    (.present, 5, Votes(for: 3, against: 2, abstain: 0), true),
    (.present, 4, Votes(for: 2, against: 2, abstain: 0), false),
    (.present, 4, Votes(for: 2, against: 1, abstain: 1), true),
  ])
  func `a line passes with the pass mark and more votes for than against`(
    votesOf: Settings.VotesOf, present: Int, votes: Votes, passes: Bool
  ) throws {
    var village = try village(votesOf: votesOf)
    let first = try recorded(&village)
    let second = try recorded(&village, "DD10") { $0.level = "超1万元" }
    try open(&village, present: present)
    try decide(&village, [first], .approve, votes)
    try decide(&village, [second], .amend(5), votes)
    #expect(village.ledger[first]?.state == (passes ? .approved : .rejected))
    #expect(village.ledger[first]?.frozen == (passes ? 2 : nil))
    #expect(village.ledger[second]?.state == (passes ? .approved : .rejected))
    #expect(village.ledger[second]?.decision?.outcome == (passes ? .amended : .rejected))
    #expect(village.ledger[second]?.decision?.points == (passes ? 5 : 0))
  }

  @Test func `without a count all who are present and may vote are for it`() throws {
    var village = try village()
    let line = try recorded(&village)
    try open(&village, present: 5)
    try decide(&village, [line], .approve)
    let decision = try #require(village.ledger[line]?.decision)
    #expect([decision.for, decision.against, decision.abstain] == [5, 0, 0])
    #expect(decision.recused.isEmpty)
  }

  @Test func `members are recused from their own, their household's and their kin's lines`() throws
  {
    var village = try village()
    try village.on("2026-03-02") { draft in
      try draft.add(
        NewPerson(
          number: "0010", household: "101", group: nil, isHead: false, roles: [],
          from: "2026-03-01"))
      try draft.append(
        .rosterChanged(.init(person: "1002", from: "2026-03-02", what: .relation, value: "0001:兄弟"))
      )
      try draft.append(
        .rosterChanged(.init(person: "0001", from: "2026-03-02", what: .relation, value: "1003:姐夫"))
      )
    }
    let own = try recorded(&village, for: "1004")
    let ofHousehold = try recorded(&village, for: "0010")
    let ofKin = try recorded(&village, for: "0001")
    let ofNobody = try recorded(&village, for: "0002")
    try open(&village)
    try decide(&village, [own, ofHousehold, ofKin, ofNobody], .approve)
    let recused = [own, ofHousehold, ofKin, ofNobody].map {
      village.ledger[$0]?.decision?.recused.map(\.text)
    }
    #expect(recused == [["1004"], ["1001"], ["1002", "1003"], []])
    #expect(village.ledger[ofKin]?.decision?.for == 5)
  }

  @Test func `who came into the family before the meeting is recused like who was in it then`()
    throws
  {
    var village = try village()
    let line = try recorded(&village, on: "2026-03-10")
    let own = try recorded(&village, for: "1003", on: "2026-03-10")
    try village.on("2026-03-11") {
      try $0.append(
        .rosterChanged(.init(person: "1002", from: "2026-03-11", what: .relation, value: "0001:姻亲"))
      )
      // 1004 comes into the household of 0001, and 0001 goes into that of 1005.
      try $0.append(
        .rosterChanged(.init(person: "1004", from: "2026-03-11", what: .household, value: "0001")))
      try $0.append(
        .rosterChanged(.init(person: "0001", from: "2026-03-12", what: .household, value: "105")))
    }
    try open(&village)
    try decide(&village, [line, own], .approve)
    #expect(village.ledger[line]?.decision?.recused == ["1002", "1004", "1005"])
    #expect(village.ledger[own]?.decision?.recused == ["1003"])
  }

  @Test(arguments: [Settings.VotesOf.members, .present])
  func `a line whose recusals leave fewer than the quorum is deferred`(
    votesOf: Settings.VotesOf
  ) throws {
    var village = try village(votesOf: votesOf)
    let own = try recorded(&village, for: "1001")
    let other = try recorded(&village)
    try open(&village, present: 4)
    try decide(&village, [own, other], .approve)
    #expect(village.ledger[own]?.state == .deferred)
    #expect(village.ledger[own]?.frozen == nil)
    #expect(village.ledger[other]?.state == .approved)
  }

  @Test(arguments: [
    Votes(for: 6, against: 0, abstain: 0), Votes(for: 4, against: 3, abstain: 1),
    Votes(for: 0, against: 0, abstain: 0),
  ])
  func `votes that do not add up to those who may vote are refused`(votes: Votes) throws {
    var village = try village()
    let line = try recorded(&village)
    try open(&village)
    #expect(throws: Refusal.votesDiffer(given: votes.count, voters: 7)) {
      try decide(&village, [line], .approve, votes)
    }
    #expect(village.ledger[line]?.state == .pending)
  }

  @Test func `a line is not rejected against a majority for it`() throws {
    var village = try village()
    let line = try recorded(&village)
    try open(&village)
    #expect(throws: Refusal.rejectionOutvoted(line, for: 4)) {
      try decide(&village, [line], .reject, Votes(for: 4, against: 3, abstain: 0))
    }
    try decide(&village, [line], .reject)
    #expect(village.ledger[line]?.state == .rejected)
    #expect(village.ledger[line]?.decision?.against == 7)
  }

  @Test func `to decide a line again it is undone first, which works until the close`() throws {
    var village = try village()
    let line = try recorded(&village)
    try open(&village)
    #expect(throws: Refusal.notInReview(line, "2026-03", .pending)) {
      try decide(&village, [line], .undo)
    }
    for (motion, outcome) in [
      (Motion.approve, DecisionOutcome.approved), (.amend(0), .amended), (.reject, .rejected),
      (.defer, .deferred),
    ] {
      try decide(&village, [line], motion)
      #expect(throws: Refusal.alreadyDecided(line, outcome)) {
        try decide(&village, [line], .approve)
      }
      try decide(&village, [line], .undo)
      #expect(village.ledger[line]?.state == .pending)
      #expect(village.ledger[line]?.decision == nil)
      #expect(village.ledger[line]?.frozen == nil)
    }
    try decide(&village, [line], .approve)
    try village.on(meeting) { try $0.closeReview(of: "2026-03") }
    #expect(throws: Refusal.monthIs("2026-03", .closed, needed: .inReview)) {
      try decide(&village, [line], .undo)
    }
  }

  @Test func `only lines of the month in review are decided, all of them or none`() throws {
    var village = try village()
    let line = try recorded(&village)
    #expect(throws: Refusal.monthIs("2026-03", .open, needed: .inReview)) {
      try decide(&village, [line], .approve)
    }
    try open(&village)
    let late = try village.record(.init("GI04", ["0002"], on: "2026-03-20"), on: meeting)[0]
    #expect(throws: Refusal.notInReview(late.number, "2026-03", .pending)) {
      try decide(&village, [line, late.number], .approve)
    }
    #expect(village.ledger[line]?.state == .pending)
  }
}
