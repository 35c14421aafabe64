import TestSupport
import Testing
import XinyiLedger

@Suite struct `Households split, merge and get another head` {
  /// Households 012 (`0001`, `0002`, `0003`) and 020 (`0004`, `0005`); from 1 April on `0001` has 10
  /// points and `0004` owes 5.
  private func village(_ account: AccountHolder) throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01", account: account)
    try village.add(["0001", "0002", "0003"], household: "012", on: "2026-03-01")
    try village.add(["0004", "0005"], household: "020", on: "2026-03-01")
    _ = try village.record(.init("DY03", ["0001"], on: "2026-03-10"), on: "2026-03-10")
    _ = try village.record(.init("RJ01", ["0004"], on: "2026-03-10"), on: "2026-03-10")
    try village.finish("2026-03", on: "2026-03-26")
    return village
  }

  private func spendable(_ household: HouseholdNumber, in village: TestVillage) -> Points {
    village.ledger.spendable(of: .household(household), on: "2026-04-10")
  }

  private func rating(_ household: HouseholdNumber, in village: TestVillage) -> Points {
    village.ledger.rating(of: Account.household(household), on: "2026-04-10")
  }

  @Test func `with accounts by person a split moves people and no points`() throws {
    var village = try village(.person)
    try village.on("2026-04-10") {
      try $0.split(
        ["0001"], into: "013", head: nil, points: 0, on: "2026-04-05", why: "分家协议")
    }
    let roster = village.ledger.roster
    #expect(roster.head(of: "013", on: "2026-04-05") == "0001")
    #expect(roster.members(of: "012", on: "2026-04-05") == ["0002", "0003"])
    #expect(roster.head(of: "012", on: "2026-04-05") == nil)
    #expect(village.spendable("0001", on: "2026-04-10") == 10)
    #expect(village.ledger.moves.isEmpty)
    #expect(throws: Refusal.pointsArePersonal("012")) {
      try village.on("2026-04-10") {
        try $0.split(
          ["0002"], into: "014", head: nil, points: 1, on: "2026-04-10", why: "分家协议")
      }
    }
  }

  @Test func `with accounts by household the agreed part goes along, to the tenth`() throws {
    var village = try village(.household)
    try village.on("2026-04-10") {
      try $0.split(
        ["0002", "0003"], into: "013", head: "0003", points: 3.5, on: "2026-04-10", why: "协议")
    }
    #expect(spendable("012", in: village) == 6.5)
    #expect(spendable("013", in: village) == 3.5)
    #expect(rating("012", in: village) == 1010)
    #expect(rating("013", in: village) == 1000)
    #expect(village.ledger.invariantFaults().isEmpty)
    let statement = village.ledger.statement(
      of: .household("013"), from: "2026-03-01", to: "2026-04-10")
    #expect(statement.closing.spendable == 3.5)
  }

  @Test func `without an agreement nothing moves, and more than is held is refused`() throws {
    var village = try village(.household)
    #expect(throws: Refusal.shareTooLarge("012", held: 10, asked: 10.1)) {
      try village.on("2026-04-10") {
        try $0.split(
          ["0002"], into: "013", head: nil, points: 10.1, on: "2026-04-10", why: "协议")
      }
    }
    try village.on("2026-04-10") {
      try $0.split(["0002"], into: "013", head: nil, points: 0, on: "2026-04-10", why: "协议")
    }
    #expect(spendable("012", in: village) == 10)
    #expect(village.ledger.moves.isEmpty)
  }

  @Test func `a split is of one household, into a new one, and leaves somebody behind`() throws {
    var village = try village(.person)
    func split(
      _ people: [PersonNumber], _ new: HouseholdNumber, head: PersonNumber? = nil
    ) throws {
      try village.on("2026-04-10") {
        try $0.split(people, into: new, head: head, points: 0, on: "2026-04-10", why: "协议")
      }
    }
    #expect(throws: Refusal.severalHouseholds(["0002", "0005"], on: "2026-04-10")) {
      try split(["0002", "0005"], "013")
    }
    #expect(throws: Refusal.householdInUse("020")) { try split(["0002"], "020") }
    #expect(throws: Refusal.nobodyStays("020", on: "2026-04-10")) {
      try split(["0004", "0005"], "021")
    }
    #expect(throws: Refusal.notOfHousehold("0001", "013", on: "2026-04-10")) {
      try split(["0002", "0003"], "013", head: "0001")
    }
  }

  @Test func `a merger sums both scores exactly, also below zero`() throws {
    var village = try village(.household)
    try village.on("2026-04-10") {
      try $0.merge("020", into: "012", head: nil, on: "2026-04-10", why: "并户")
    }
    #expect(spendable("012", in: village) == 5)
    #expect(rating("012", in: village) == 1005)
    #expect(spendable("020", in: village) == 0)
    #expect(rating("020", in: village) == 1000)
    #expect(village.ledger.roster.members(of: "012", on: "2026-04-10").count == 5)
    #expect(village.ledger.roster.head(of: "012", on: "2026-04-10") == "0001")
    #expect(!village.ledger.allAccounts(on: "2026-04-10").contains(.household("020")))
    #expect(village.ledger.invariantFaults().isEmpty)
    #expect(throws: Refusal.nobodyStays("020", on: "2026-04-10")) {
      try village.on("2026-04-10") {
        try $0.merge("020", into: "012", head: nil, on: "2026-04-10", why: "并户")
      }
    }
  }

  @Test func `what takes effect after a merger follows it, through a second one too`() throws {
    var village = try village(.household)
    _ = try village.record(.init("GI04", ["0005"], on: "2026-04-02"), on: "2026-04-02")
    try village.on("2026-04-10") {
      try $0.merge("020", into: "012", head: nil, on: "2026-04-10", why: "并户")
      try $0.merge("012", into: "101", head: nil, on: "2026-04-10", why: "并户")
    }
    try village.finish("2026-04", on: "2026-04-26")
    try village.on("2026-05-10") { try $0.settleEstates() }
    let ledger = village.ledger
    #expect(ledger.spendable(of: .household("020"), on: "2026-05-10") == 0)
    #expect(ledger.spendable(of: .household("101"), on: "2026-05-10") == 7)
    #expect(ledger.rating(of: Account.household("101"), on: "2026-05-10") == 1007)
    #expect(ledger.invariantFaults().isEmpty)
  }

  @Test func `a merger takes the dead along, so that their estate reaches the new head`() throws {
    var village = try village(.person)
    try village.on("2026-04-10") {
      try $0.die("0001", on: "2026-04-05", newHead: nil)
      try $0.merge("012", into: "020", head: nil, on: "2026-04-10", why: "并户")
    }
    #expect(village.spendable("0001", on: "2026-04-10") == 0)
    #expect(village.spendable("0004", on: "2026-04-10") == 5)
  }

  @Test func `a household goes on when its head dies, and its points stay its own`() throws {
    var village = try village(.household)
    try village.on("2026-04-10") { try $0.die("0001", on: "2026-04-10", newHead: "0002") }
    #expect(spendable("012", in: village) == 10)
    #expect(village.ledger.moves.isEmpty)
  }

  @Test func `a household is ranked once, and as long as one of its members is evaluated`() throws {
    var village = try village(.household)
    try village.on("2026-04-10") { try $0.suspend("0001", as: .soldier, from: "2026-04-10") }
    let ranked = village.ledger.ranking(on: "2026-04-10", upTo: nil, in: nil)
    #expect(ranked.count == 9)
    #expect(ranked.first?.standing.account == .household("012"))
    #expect(ranked.first?.standing.grade == "二星")
    #expect(village.ledger.evaluatedCount(on: "2026-04-10") == 9)
    try village.on("2026-04-10") {
      try $0.suspend("0002", as: .away, from: "2026-04-10")
      try $0.suspend("0003", as: .away, from: "2026-04-10")
    }
    #expect(village.ledger.evaluatedCount(on: "2026-04-10") == 8)
  }

  @Test func `the last of a household with an account of its own leaves it by a merger only`()
    throws
  {
    var village = try village(.household)
    #expect(throws: Refusal.nobodyStays("101", on: "2026-04-10")) {
      try village.on("2026-04-10") {
        try $0.move("1001", group: nil, household: "012", from: "2026-04-10")
      }
    }
    try village.on("2026-04-10") {
      try $0.move("0002", group: "7组", household: "020", from: "2026-04-10")
    }
    let roster = village.ledger.roster
    #expect(roster["0002"]?.household(on: "2026-04-10") == "020")
    #expect(roster["0002"]?.group(on: "2026-04-09") == "2组")
    #expect(roster["0002"]?.group(on: "2026-04-10") == "7组")
  }
}
