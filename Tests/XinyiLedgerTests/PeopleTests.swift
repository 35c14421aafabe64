import TestSupport
import Testing
import XinyiLedger

@Suite struct `What people live through` {
  /// `0001` is head of household 012 with `0002` and `0003`; `0002` has 10 points from 1 April on.
  private func village(
    _ people: [String] = ["0001", "0002", "0003"], with rule: String = "DY03"
  ) throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(people, household: "012", on: "2026-03-01")
    _ = try village.record(.init(rule, ["0002"], on: "2026-03-10"), on: "2026-03-10")
    try village.finish("2026-03", on: "2026-03-26")
    return village
  }

  @Test(arguments: [ResidentStatus.student, .soldier, .away, .inquiry])
  func `who is away for a time gets no minus and no rank, and an honour all the same`(
    _ status: ResidentStatus
  ) throws {
    var village = try village()
    try village.on("2026-04-10") { try $0.suspend("0003", as: status, from: "2026-04-05") }
    for rule in ["RJ01", "GI04"] {
      #expect(throws: Refusal.notEvaluated("0003", status, on: "2026-04-06")) {
        try village.record(.init(rule, ["0003"], on: "2026-04-06"), on: "2026-04-10")
      }
    }
    #expect(
      try village.record(.init("RJ01", ["0003"], on: "2026-04-04"), on: "2026-04-10").count == 1)
    #expect(
      try village.record(.init("DY07", ["0003"], on: "2026-04-06"), on: "2026-04-10").count == 1)
    let ranked = village.ledger.ranking(on: "2026-04-10", upTo: nil, in: nil)
    #expect(!ranked.map(\.standing.person).contains("0003"))
    try village.on("2026-04-20") { try $0.resume("0003", on: "2026-04-20") }
    #expect(
      try village.record(.init("GI04", ["0003"], on: "2026-04-20"), on: "2026-04-20").count == 1)
  }

  @Test func `only who is suspended is resumed, and the dead and gone are not suspended`() throws {
    var village = try village()
    #expect(throws: Refusal.notSuspended("0003", .resident, on: "2026-04-10")) {
      try village.on("2026-04-10") { try $0.resume("0003", on: "2026-04-10") }
    }
    try village.on("2026-04-10") { try $0.setStatus(.left, of: "0003", from: "2026-04-05") }
    #expect(throws: Refusal.alreadyGone("0003", .left, since: "2026-04-05")) {
      try village.on("2026-04-10") { try $0.suspend("0003", as: .away, from: "2026-04-10") }
    }
    #expect(throws: Refusal.futureDay("2026-04-11", today: "2026-04-10")) {
      try village.on("2026-04-10") { try $0.suspend("0002", as: .away, from: "2026-04-11") }
    }
  }

  @Test func `who had moved out returns under the old number, into the old household or another`()
    throws
  {
    var village = try village()
    #expect(throws: Refusal.notGone("0003", .resident, on: "2026-04-10")) {
      try village.on("2026-04-10") {
        try $0.rejoin("0003", on: "2026-04-10", household: nil, group: nil, isHead: false)
      }
    }
    try village.on("2026-04-10") {
      try $0.setStatus(.left, of: "0002", from: "2026-04-05")
      try $0.setStatus(.left, of: "0003", from: "2026-04-05")
      try $0.rejoin("0002", on: "2026-04-10", household: nil, group: nil, isHead: false)
      try $0.rejoin("0003", on: "2026-04-10", household: "050", group: "5组", isHead: true)
    }
    let roster = village.ledger.roster
    #expect(roster["0002"]?.status(on: "2026-04-09") == .left)
    #expect(roster.members(of: "012", on: "2026-04-10") == ["0001", "0002"])
    #expect(roster.head(of: "050", on: "2026-04-10") == "0003")
    #expect(roster["0003"]?.group(on: "2026-04-10") == "5组")
    #expect(village.spendable("0002", on: "2026-04-10") == 10)
  }

  @Test func `the balance of the dead goes to the head, and the rating to nobody`() throws {
    var village = try village()
    try village.on("2026-04-10") { try $0.die("0002", on: "2026-04-08", newHead: nil) }
    #expect(village.spendable("0002", on: "2026-04-10") == 0)
    #expect(village.spendable("0001", on: "2026-04-10") == 10)
    #expect(village.rating("0001", on: "2026-04-10") == 1000)
    #expect(
      village.ledger.moves.map(\.moved.spendable) == [[.init(year: Year(number: 2026), points: 10)]]
    )
    #expect(village.ledger.invariantFaults().isEmpty)
    #expect(throws: Refusal.alreadyGone("0002", .dead, since: "2026-04-08")) {
      try village.on("2026-04-11") { try $0.die("0002", on: "2026-04-11", newHead: nil) }
    }
  }

  @Test func `a head's balance waits for the new head, named at once or later`() throws {
    var atOnce = try village(["0002", "0001", "0003"])
    var later = atOnce
    try atOnce.on("2026-04-10") { try $0.die("0002", on: "2026-04-08", newHead: "0001") }
    #expect(atOnce.spendable("0001", on: "2026-04-10") == 10)
    #expect(atOnce.ledger.roster.head(of: "012", on: "2026-04-08") == "0001")

    try later.on("2026-04-10") { try $0.die("0002", on: "2026-04-08", newHead: nil) }
    #expect(later.spendable("0002", on: "2026-04-10") == 10)
    try later.on("2026-04-20") { try $0.nameHead("0003", of: "012", from: "2026-04-20") }
    #expect(later.spendable("0002", on: "2026-04-20") == 0)
    #expect(later.spendable("0003", on: "2026-04-20") == 10)
  }

  @Test func `only a member becomes the new head, and only where there is none`() throws {
    var village = try village()
    try village.add(["0009"], on: "2026-04-02")
    #expect(throws: Refusal.notOfHousehold("0009", "012", on: "2026-04-08")) {
      try village.on("2026-04-10") { try $0.die("0001", on: "2026-04-08", newHead: "0009") }
    }
    #expect(throws: Refusal.householdHasHead("012", head: "0001")) {
      try village.on("2026-04-10") { try $0.die("0002", on: "2026-04-08", newHead: "0003") }
    }
  }

  @Test func `a debt dies with its debtor`() throws {
    var village = try village(with: "RJ01")
    try village.on("2026-04-10") { try $0.die("0002", on: "2026-04-08", newHead: nil) }
    #expect(village.spendable("0002", on: "2026-04-10") == -5)
    #expect(village.spendable("0001", on: "2026-04-10") == 0)
    #expect(village.ledger.moves.isEmpty)
  }

  @Test func `points that take effect after the death reach the head when estates are settled`()
    throws
  {
    var village = try village()
    _ = try village.record(.init("GI04", ["0002"], on: "2026-04-05"), on: "2026-04-06")
    try village.on("2026-04-10") { try $0.die("0002", on: "2026-04-08", newHead: nil) }
    try village.finish("2026-04", on: "2026-04-26")
    try village.on("2026-05-10") { try $0.settleEstates() }
    #expect(village.spendable("0002", on: "2026-05-10") == 0)
    #expect(village.spendable("0001", on: "2026-05-10") == 12)
    try village.on("2026-05-11") { try $0.settleEstates() }
    #expect(village.ledger.moves.count == 2)
  }

  @Test func `what had run out does not come back through an estate`() throws {
    var village = try village()
    for (month, day) in [("2026-04", "2026-04-26"), ("2026-05", "2026-05-26")] as [(Month, Day)] {
      try village.finish(month, on: day)
    }
    try village.on("2027-02-01") { try $0.die("0002", on: "2027-02-01", newHead: nil) }
    #expect(village.ledger.moves.isEmpty)
    #expect(village.spendable("0001", on: "2027-02-01") == 0)
  }

  @Test func `a death registered by mistake is taken back with what went over`() throws {
    var village = try village()
    try village.on("2026-04-10") { try $0.die("0002", on: "2026-04-08", newHead: nil) }
    #expect(throws: Refusal.notSuspended("0002", .dead, on: "2026-04-10")) {
      try village.on("2026-04-10") { try $0.resume("0002", on: "2026-04-10") }
    }
    try village.on("2026-04-10") { try $0.resume("0002", on: "2026-04-08") }
    #expect(village.ledger.roster["0002"]?.status(on: "2026-04-10") == .resident)
    #expect(village.spendable("0002", on: "2026-04-10") == 10)
    #expect(village.spendable("0001", on: "2026-04-10") == 0)
    #expect(village.ledger.invariantFaults().isEmpty)
  }

  @Test func `a relation declared by one holds for both until it is ended by either`() throws {
    var village = try village()
    try village.on("2026-04-10") {
      try $0.relate("1001", to: "0002", as: "姑父", from: "2026-04-01")
      try $0.endRelation("0002", to: "1001", last: "2026-04-09")
    }
    let roster = village.ledger.roster
    #expect(!roster.areRelated("0002", "1001", on: "2026-03-31"))
    for day in ["2026-04-01", "2026-04-09"] as [Day] {
      #expect(roster.areRelated("0002", "1001", on: day))
      #expect(roster.areRelated("1001", "0002", on: day))
    }
    #expect(!roster.areRelated("1001", "0002", on: "2026-04-10"))
    #expect(throws: Refusal.notRelated("1001", "0003", on: "2026-04-10")) {
      try village.on("2026-04-10") { try $0.endRelation("1001", to: "0003", last: "2026-04-09") }
    }
  }

  @Test(
    arguments: [
      ("2010-05-01", "2028-05-01"), ("2008-02-29", "2026-03-01"), ("2012-02-29", "2030-03-01"),
    ] as [(Day, Day)])
  func `one comes of age on the eighteenth birthday`(_ born: Day, _ adult: Day) {
    #expect(Person.comesOfAge(born: born) == adult)
  }

  @Test func `consent taken back holds from that moment for notice and platform alike`() throws {
    var village = try village()
    try village.on("2026-04-05") { try $0.consent(of: "0002", to: .platform, given: true) }
    #expect(village.ledger.platformPackage(of: "2026-03").left.isEmpty)
    try village.on("2026-04-06") { try $0.consent(of: "0002", to: .platform, given: false) }
    #expect(village.ledger.platformPackage(of: "2026-03").left.map(\.reason) == [.noConsent])
  }

  @Test func `a plus entry is hidden and shown again with its points as they are`() throws {
    var village = try village()
    let entry = village.ledger.entries[0].number
    try village.on("2026-04-05") { try $0.setHidden(true, [entry], why: "本人要求") }
    #expect(village.ledger[entry]?.isHidden == true)
    #expect(village.spendable("0002", on: "2026-04-05") == 10)
    #expect(throws: Refusal.notHideable(entry, .alreadyHidden)) {
      try village.on("2026-04-05") { try $0.setHidden(true, [entry], why: "本人要求") }
    }
    try village.on("2026-04-06") { try $0.setHidden(false, [entry], why: "本人同意") }
    #expect(village.ledger[entry]?.isHidden == false)
    #expect(throws: Refusal.notHideable(entry, .notHidden)) {
      try village.on("2026-04-06") { try $0.setHidden(false, [entry], why: "本人同意") }
    }
  }

  @Test func `a breach is not hidden, nor what was withdrawn`() throws {
    var village = try village()
    let breach = try village.record(.init("RJ01", ["0003"], on: "2026-04-02"), on: "2026-04-03")
    let help = try village.record(.init("GI04", ["0003"], on: "2026-04-02"), on: "2026-04-03")
    #expect(throws: Refusal.notHideable(breach[0].number, .notPlus)) {
      try village.on("2026-04-05") { try $0.setHidden(true, [breach[0].number], why: "本人要求") }
    }
    try village.on("2026-04-05") { try $0.withdraw([help[0].number], why: "记错") }
    #expect(throws: Refusal.notHideable(help[0].number, .dead(.withdrawn))) {
      try village.on("2026-04-05") { try $0.setHidden(true, [help[0].number], why: "本人要求") }
    }
  }
}
