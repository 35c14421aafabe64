import TestSupport
import Testing
import XinyiLedger

@Suite struct `Offices that do not go together` {
  private let today: Day = "2026-04-01"

  private func village() throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001", "0002"], household: "0001", on: "2026-03-01")
    try village.add(["0003", "0004"], on: "2026-03-01")
    return village
  }

  private func assign(
    _ village: inout TestVillage, _ role: Role, to person: PersonNumber,
    from day: Day? = "2026-03-05", until last: Day? = nil
  ) throws {
    try village.on(today) { try $0.assign(role, to: person, from: day, to: last) }
  }

  @Test(arguments: [Role.council, .chair])
  func `the party secretary neither sits in the council nor chairs it, whichever came first`(
    role: Role
  ) throws {
    var village = try village()
    try assign(&village, .secretary, to: "0001")
    #expect(
      throws: Refusal.secretaryOrCouncil("0001", held: .secretary, asked: role, on: "2026-03-06")
    ) { try assign(&village, role, to: "0001", from: "2026-03-06") }
    try assign(&village, role, to: "0003")
    #expect(
      throws: Refusal.secretaryOrCouncil("0003", held: role, asked: .secretary, on: "2026-03-05")
    ) { try assign(&village, .secretary, to: "0003") }
  }

  @Test func `one office may follow the other, and may not begin before it has ended`() throws {
    var village = try village()
    try assign(&village, .council, to: "0003", from: "2026-03-10")
    try assign(&village, .secretary, to: "0003", from: "2026-03-01", until: "2026-03-09")
    #expect(throws: Refusal.self) {
      try assign(&village, .secretary, to: "0003", from: "2026-03-01", until: "2026-03-10")
    }
    try assign(&village, .council, to: "0003", from: nil, until: "2026-03-20")
    try assign(&village, .secretary, to: "0003", from: "2026-03-21")
    #expect(village.ledger.roster[("0003" as PersonNumber)]?.roles(on: today) == [.secretary])
  }

  @Test func `who supervises is no committee member`() throws {
    var village = try village()
    try assign(&village, .committee, to: "0003")
    #expect(throws: Refusal.supervisorOrCommittee("0003", on: "2026-03-05")) {
      try assign(&village, .supervisor, to: "0003")
    }
    try assign(&village, .supervisor, to: "0004")
    #expect(throws: Refusal.supervisorOrCommittee("0004", on: "2026-03-05")) {
      try assign(&village, .committee, to: "0004")
    }
  }

  @Test func `nor of the household of one, nor a declared relation`() throws {
    var village = try village()
    try assign(&village, .committee, to: "0001")
    #expect(throws: Refusal.supervisorRelated("0002", to: "0001", on: "2026-03-05")) {
      try assign(&village, .supervisor, to: "0002")
    }
    try village.on(today) {
      try $0.append(
        .rosterChanged(.init(person: "0003", from: "2026-03-02", what: .relation, value: "0001:女婿"))
      )
    }
    #expect(throws: Refusal.supervisorRelated("0003", to: "0001", on: "2026-03-05")) {
      try assign(&village, .supervisor, to: "0003")
    }
    try assign(&village, .supervisor, to: "0004")
    try village.on(today) {
      try $0.append(
        .rosterChanged(.init(person: "0004", from: "2026-03-02", what: .relation, value: "0002:兄弟"))
      )
    }
    #expect(throws: Refusal.supervisorRelated("0004", to: "0002", on: "2026-03-05")) {
      try assign(&village, .committee, to: "0002")
    }
  }

  @Test func `a relation that begins later is found at the next meeting`() throws {
    var village = try village()
    try assign(&village, .committee, to: "0001")
    try assign(&village, .supervisor, to: "0004")
    try village.on(today) {
      try $0.append(
        .rosterChanged(.init(person: "0004", from: "2026-03-20", what: .relation, value: "0001:亲家"))
      )
    }
    #expect(throws: Refusal.supervisorRelated("0004", to: "0001", on: today)) {
      try village.openReview("2026-03", on: today)
    }
    try assign(&village, .supervisor, to: "0004", from: nil, until: "2026-03-31")
    #expect(throws: Never.self) { try village.openReview("2026-03", on: today) }
  }

  @Test func `new people come with offices by the same rules`() throws {
    var village = try village()
    #expect(throws: Refusal.self) {
      try village.on(today) {
        try $0.add(
          NewPerson(
            number: "0009", household: "0009", group: nil, isHead: true,
            roles: [.council, .secretary], from: "2026-03-01"))
      }
    }
  }
}
