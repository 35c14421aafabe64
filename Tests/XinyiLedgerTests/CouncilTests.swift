import TestSupport
import Testing
import XinyiLedger

@Suite struct `Who may sit in the council's meeting` {
  private let meeting: Day = "2026-04-26"

  /// A village with so many council members in April; March lies behind it.
  private func village(members: Int) throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.finish("2026-03", on: "2026-03-26")
    try village.on("2026-04-01") { draft in
      for index in stride(from: 8, through: members, by: 1) {
        let number = PersonNumber(unchecked: "10\(index < 10 ? "0" : "")\(index)")
        try draft.add(
          NewPerson(
            number: number, household: HouseholdNumber(unchecked: number.text), group: nil,
            isHead: true, roles: [.council], from: "2026-04-01"))
      }
      for member in TestVillage.council.dropFirst(members) {
        try draft.assign(.council, to: member, from: nil, to: "2026-03-31")
      }
    }
    return village
  }

  private func open(
    _ village: inout TestVillage, present: [PersonNumber]? = nil, chair: PersonNumber = "1001"
  ) throws {
    let members = village.ledger.roster.holders(of: .council, on: meeting)
    try village.on(meeting) {
      try $0.openReview(of: "2026-04", present: present ?? members, chair: chair)
    }
  }

  @Test func `four members are too few, before anything else is said`() throws {
    var village = try village(members: 4)
    #expect(throws: Refusal.councilTooSmall(members: 4)) {
      try open(&village, present: ["0001"], chair: "0001")
    }
  }

  @Test(arguments: [6, 8, 10]) func `an even number of members is refused`(count: Int) throws {
    var village = try village(members: count)
    #expect(throws: Refusal.councilEven(members: count)) { try open(&village) }
  }

  @Test func `the party secretary is no member, and does not chair from outside`() throws {
    var village = try village(members: 7)
    try village.add(["0001"], on: "2026-04-01")
    try village.on("2026-04-01") {
      try $0.assign(.secretary, to: "0001", from: "2026-04-01", to: nil)
    }
    #expect(throws: Refusal.secretaryInCouncil("0001")) { try open(&village, chair: "0001") }
    try village.on("2026-04-02") { try Self.force(.secretary, on: "1003", &$0) }
    #expect(throws: Refusal.secretaryInCouncil("1003")) { try open(&village) }
  }

  /// An office taken when nobody checked it, as in a ledger of an earlier version.
  private static func force(
    _ role: Role, on person: PersonNumber, _ draft: inout Draft
  ) throws {
    try draft.append(
      .rosterChanged(
        .init(person: person, from: draft.today, what: .role, value: role.rawValue)))
  }

  @Test func `a secretary whose term has ended may be a member`() throws {
    var village = try village(members: 7)
    try village.on("2026-04-02") { draft in
      try Self.force(.secretary, on: "1003", &draft)
      try draft.assign(.secretary, to: "1003", from: nil, to: "2026-04-25")
    }
    #expect(throws: Never.self) { try open(&village) }
  }

  @Test func `a member whose term ended the day before is no member`() throws {
    var village = try village(members: 7)
    try village.on("2026-04-02") { draft in
      for member in ["1006", "1007"] as [PersonNumber] {
        try draft.assign(.council, to: member, from: nil, to: meeting)
      }
    }
    #expect(village.ledger.roster.holders(of: .council, on: meeting).count == 7)
    #expect(village.ledger.roster.holders(of: .council, on: meeting + 1).count == 5)
    try village.on(meeting + 1) { draft in
      #expect(throws: Refusal.notAMember("1006")) {
        try draft.openReview(
          of: "2026-04", present: ["1001", "1002", "1003", "1006"], chair: "1001")
      }
    }
  }

  @Test func `a supervisor who is of a committee member's household stops the meeting`() throws {
    var village = try village(members: 7)
    try village.add(["0001", "0002"], household: "0001", on: "2026-04-01")
    try village.on("2026-04-02") { draft in
      try Self.force(.committee, on: "0001", &draft)
      try Self.force(.supervisor, on: "0002", &draft)
    }
    #expect(throws: Refusal.supervisorRelated("0002", to: "0001", on: meeting)) {
      try open(&village)
    }
  }

  @Test func `a member below the grade of the base is refused, also when not present`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    _ = try village.record(.init("RJ01", ["1006"], on: "2026-03-10"), on: "2026-03-10")
    _ = try village.record(.init("RJ12", ["1007"], on: "2026-03-10"), on: "2026-03-10")
    try village.finish("2026-03", on: "2026-03-26")
    #expect(village.rating("1006", on: meeting) == 995)
    #expect(throws: Refusal.memberBelowGrade("1007", rating: 990, needed: 1000)) {
      try open(&village, present: Array(TestVillage.council.prefix(4)))
    }
  }

  @Test func `everybody present is a member`() throws {
    var village = try village(members: 7)
    try village.add(["0001"], on: "2026-04-01")
    #expect(throws: Refusal.notAMember("0001")) {
      try open(&village, present: ["1001", "0001"])
    }
  }

  @Test(arguments: [(5, 3), (7, 4), (9, 5), (11, 6)])
  func `half of the members, rounded up, must be present and must be for it`(
    members: Int, quorum: Int
  ) throws {
    var village = try village(members: members)
    let all = village.ledger.roster.holders(of: .council, on: meeting)
    #expect(
      throws: Refusal.noQuorum(present: quorum - 1, quorum: quorum, members: members)
    ) { try open(&village, present: Array(all.prefix(quorum - 1))) }
    try open(&village, present: Array(all.prefix(quorum)))
    let council = try #require(village.ledger.council(of: "2026-04"))
    #expect(council.members.count == members)
    #expect(council.quorum == quorum)
    #expect(council.passMark(voters: quorum) == quorum)
    #expect(council.passMark(voters: members) == quorum)
  }

  @Test func `the chair is a member who is present`() throws {
    var village = try village(members: 7)
    let four = Array(TestVillage.council.prefix(4))
    #expect(throws: Refusal.chairNotPresent("1005")) {
      try open(&village, present: four, chair: "1005")
    }
    #expect(throws: Never.self) { try open(&village, present: four, chair: "1004") }
  }

  @Test func `of several reasons the first in order is named`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    _ = try village.record(.init("RJ12", ["1006"], on: "2026-03-10"), on: "2026-03-10")
    try village.finish("2026-03", on: "2026-03-26")
    try village.on("2026-04-01") { draft in
      try Self.force(.secretary, on: "1007", &draft)
      for member in ["1003", "1004", "1005"] as [PersonNumber] {
        try draft.assign(.council, to: member, from: nil, to: "2026-03-31")
      }
    }
    let stranger: [PersonNumber] = ["9999"]
    var reasons: [String] = []
    func attempt(present: [PersonNumber], chair: PersonNumber = "1002") {
      do {
        try open(&village, present: present, chair: chair)
        reasons.append("opened")
      } catch {
        reasons.append((error as? Refusal)?.code ?? "\(error)")
      }
    }
    attempt(present: stranger)
    try village.on("2026-04-02") { draft in
      for member in ["1003", "1004"] as [PersonNumber] {
        try draft.assign(.council, to: member, from: "2026-04-02", to: nil)
      }
    }
    attempt(present: stranger)
    try village.on("2026-04-03") {
      try $0.assign(.council, to: "1005", from: "2026-04-03", to: nil)
    }
    attempt(present: stranger)
    try village.on("2026-04-04") {
      try $0.assign(.secretary, to: "1007", from: nil, to: "2026-04-03")
    }
    attempt(present: stranger)
    try village.add(["1008"], on: "2026-04-05")
    try village.on("2026-04-05") { draft in
      try draft.assign(.council, to: "1006", from: nil, to: "2026-04-04")
      try draft.assign(.council, to: "1008", from: "2026-04-05", to: nil)
    }
    attempt(present: stranger)
    attempt(present: ["1001"])
    attempt(present: ["1001", "1003", "1004", "1005"])
    attempt(present: ["1001", "1003", "1004", "1005"], chair: "1001")
    #expect(reasons == ["R204", "R205", "R206", "R207", "R208", "R209", "R210", "opened"])
  }

  @Test func `members are those of the meeting's day, whoever joins or leaves later`() throws {
    var village = try village(members: 7)
    try open(&village)
    try village.on(meeting) {
      try $0.assign(.council, to: "1007", from: nil, to: "2026-04-20")
    }
    #expect(village.ledger.council(of: "2026-04")?.members.count == 7)
  }
}
