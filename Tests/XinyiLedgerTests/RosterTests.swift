import TestSupport
import Testing
import XinyiLedger

@Suite struct `Who belongs to which household, and who is its head` {
  /// Household 012: `0010` is its head, `0011` and `0012` live there.
  private func village() throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0010", "0011", "0012"], household: "012", on: "2026-03-01")
    return village
  }

  private func change(
    _ village: inout TestVillage, _ person: PersonNumber, _ what: RosterFact.Topic,
    _ value: String, from: Day
  ) throws {
    try village.on("2026-06-01") {
      try $0.append(.rosterChanged(.init(person: person, from: from, what: what, value: value)))
    }
  }

  @Test func `the head is the one named last before a day`() throws {
    var village = try village()
    try change(&village, "0011", .head, "012", from: "2026-04-10")
    let roster = village.ledger.roster
    #expect(roster.head(of: "012", on: "2026-02-28") == nil)
    #expect(roster.head(of: "012", on: "2026-03-01") == "0010")
    #expect(roster.head(of: "012", on: "2026-04-09") == "0010")
    #expect(roster.head(of: "012", on: "2026-04-10") == "0011")
    #expect(roster.head(of: "999", on: "2026-04-10") == nil)
  }

  @Test func `of two heads named for one day the one recorded later holds`() throws {
    var village = try village()
    try change(&village, "0011", .head, "012", from: "2026-04-10")
    try change(&village, "0012", .head, "012", from: "2026-04-10")
    #expect(village.ledger.roster.head(of: "012", on: "2026-04-10") == "0012")
    try change(&village, "0010", .head, "012", from: "2026-04-01")
    #expect(village.ledger.roster.head(of: "012", on: "2026-04-10") == "0012")
    #expect(village.ledger.roster.head(of: "012", on: "2026-04-05") == "0010")
  }

  @Test(arguments: [ResidentStatus.left, .dead])
  func `a head who moved out or died is none`(status: ResidentStatus) throws {
    var village = try village()
    try village.on("2026-06-01") { try $0.setStatus(status, of: "0010", from: "2026-04-10") }
    let roster = village.ledger.roster
    #expect(roster.head(of: "012", on: "2026-04-09") == "0010")
    #expect(roster.head(of: "012", on: "2026-04-10") == nil)
    #expect(roster.members(of: "012", on: "2026-04-09") == ["0010", "0011", "0012"])
    #expect(roster.members(of: "012", on: "2026-04-10") == ["0011", "0012"])
  }

  @Test func `a head who moves to another household leaves the old one without`() throws {
    var village = try village()
    try change(&village, "0010", .household, "013", from: "2026-04-10")
    let roster = village.ledger.roster
    #expect(roster.head(of: "012", on: "2026-04-10") == nil)
    #expect(roster.head(of: "013", on: "2026-04-10") == nil)
    #expect(roster.members(of: "013", on: "2026-04-09") == [])
    #expect(roster.members(of: "013", on: "2026-04-10") == ["0010"])
    #expect(roster["0010"]?.household(on: "2026-04-09") == "012")
    #expect(village.ledger.account(of: "0010", on: "2026-04-10") == .person("0010"))
  }

  @Test(arguments: [ResidentStatus.student, .soldier, .away, .inquiry])
  func `who is away for a time stays a member and head`(status: ResidentStatus) throws {
    var village = try village()
    try village.on("2026-06-01") { try $0.setStatus(status, of: "0010", from: "2026-04-10") }
    #expect(village.ledger.roster.head(of: "012", on: "2026-05-01") == "0010")
    #expect(!status.isEvaluated)
  }

  @Test func `the status of a day is the one set last before it`() throws {
    var village = try village()
    for (status, from) in [
      (ResidentStatus.student, "2026-03-10"), (.resident, "2026-04-10"), (.left, "2026-05-10"),
    ] as [(ResidentStatus, Day)] {
      try village.on("2026-06-01") { try $0.setStatus(status, of: "0011", from: from) }
    }
    let person = try #require(village.ledger.roster["0011"])
    let days: [Day] = ["2026-03-09", "2026-03-10", "2026-04-10", "2026-05-10", "2026-05-31"]
    #expect(
      days.map { person.status(on: $0) } == [.resident, .student, .resident, .left, .left])
    #expect(
      days.map { person.statusSince(on: $0) } == [
        nil, "2026-03-10", "2026-04-10", "2026-05-10", "2026-05-10",
      ])
  }

  @Test func `nobody leaves twice, leaves in the future, or comes back from the dead`() throws {
    var village = try village()
    #expect(throws: Refusal.futureDay("2026-06-02", today: "2026-06-01")) {
      try village.on("2026-06-01") { try $0.setStatus(.left, of: "0011", from: "2026-06-02") }
    }
    try village.on("2026-06-01") { try $0.setStatus(.left, of: "0011", from: "2026-05-01") }
    #expect(throws: Refusal.alreadyGone("0011", .left, since: "2026-05-01")) {
      try village.on("2026-06-02") { try $0.setStatus(.left, of: "0011", from: "2026-06-02") }
    }
    try village.on("2026-06-03") { try $0.setStatus(.dead, of: "0011", from: "2026-06-03") }
    #expect(throws: Refusal.alreadyGone("0011", .dead, since: "2026-06-03")) {
      try village.on("2026-06-04") { try $0.setStatus(.resident, of: "0011", from: "2026-06-04") }
    }
  }
}

@Suite struct `Roles, numbers and consent` {
  @Test func `a role holds from its first to its last day, both included`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001"], on: "2026-03-01")
    try village.on("2026-03-05") {
      try $0.assign(.collector, to: "0001", from: "2026-03-10", to: "2026-03-20")
    }
    let days: [Day] = ["2026-03-09", "2026-03-10", "2026-03-20", "2026-03-21"]
    let person = try #require(village.ledger.roster["0001"])
    #expect(days.map { person.has(.collector, on: $0) } == [false, true, true, false])
    #expect(person.roles(on: "2026-03-15") == [.collector])
    #expect(
      days.map { village.ledger.roster.holders(of: .collector, on: $0).count } == [0, 1, 1, 0])
  }

  @Test func `a role can be taken up again, and others are not touched by its end`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    try village.on("2026-03-05") { draft in
      try draft.assign(.keeper, to: "1001", from: "2026-03-05", to: nil)
      try draft.assign(.keeper, to: "1001", from: nil, to: "2026-03-10")
      try draft.assign(.keeper, to: "1001", from: "2026-03-20", to: nil)
    }
    let person = try #require(village.ledger.roster["1001"])
    let days: [Day] = ["2026-03-10", "2026-03-11", "2026-03-20"]
    #expect(
      days.map { person.roles(on: $0) } == [[.council, .keeper], [.council], [.council, .keeper]])
  }

  @Test func `a number is given once, a household has one head`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    func add(_ number: PersonNumber, _ household: HouseholdNumber) throws {
      try village.on("2026-03-02") {
        try $0.add(
          NewPerson(
            number: number, household: household, group: nil, isHead: true, roles: [],
            from: "2026-03-02"))
      }
    }
    #expect(throws: Refusal.numberTaken("1001")) { try add("1001", "500") }
    #expect(throws: Refusal.householdHasHead("101", head: "1001")) { try add("0001", "101") }
    #expect(throws: Never.self) { try add("0001", "500") }
  }

  @Test func `the next number is one more than the largest of digits`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    #expect(village.ledger.roster.nextNumber == "1008")
    try village.add(["0001", "A9", "2050-1"], on: "2026-03-01")
    #expect(village.ledger.roster.nextNumber == "1008")
    try village.add(["99999"], on: "2026-03-01")
    #expect(village.ledger.roster.nextNumber == "100000")
  }

  @Test func `consent holds from the moment it is given until it is withdrawn`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    try village.on("2026-03-02") { try $0.consent(of: "1001", to: .names, given: true) }
    #expect(village.ledger.roster["1001"]?.consents == [.names: village.ledger.lastAt])
    try village.on("2026-03-03") { draft in
      try draft.consent(of: "1001", to: .platform, given: true)
      try draft.consent(of: "1001", to: .names, given: false)
    }
    #expect(village.ledger.roster["1001"]?.consents.keys.map(\.self) == [.platform])
  }
}
