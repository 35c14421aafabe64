import TestSupport
import Testing
import XinyiLedger

@Suite struct `Recording an entry` {
  private func village() throws -> TestVillage {
    var village = try TestVillage(opened: "2026-10-01")
    try village.add(["0001", "0002", "0003"], on: "2026-10-01")
    return village
  }

  @Test func `a fixed item gives its points, pending and not yet counted`() throws {
    var village = try village()
    let entry = try #require(
      try village.record(.init("GI04", ["0001"], on: "2026-10-04"), on: "2026-10-04").first)
    #expect(entry.number.description == "2026-10-0001")
    #expect(entry.recorded.asked == 2)
    #expect(entry.state == .pending)
    #expect(village.spendable("0001", on: "2026-10-04") == 0)
    let accounts: [Account] = [.person("0001"), .person("0002")]
    let pending = village.ledger.pendingSpendable(of: accounts, on: "2026-10-04")
    #expect(pending == [.person("0001"): 2])
  }

  @Test func `a breach is negative`() throws {
    var village = try village()
    let entry = try #require(
      try village.record(.init("RJ01", ["0001"], on: "2026-10-04"), on: "2026-10-04").first)
    #expect(entry.recorded.asked == -5)
    #expect(village.ledger.flags(of: entry) == [.notReminded])
  }

  @Test func `a future day is refused`() throws {
    var village = try village()
    #expect(throws: Refusal.futureDay("2026-10-05", today: "2026-10-04")) {
      try village.record(.init("GI04", ["0001"], on: "2026-10-05"), on: "2026-10-04")
    }
  }

  @Test func `nothing is recorded before the first month`() throws {
    var village = try village()
    #expect(throws: Refusal.beforeFirstMonth("2026-09-30", first: "2026-10")) {
      try village.record(.init("GI04", ["0001"], on: "2026-09-30"), on: "2026-10-04")
    }
  }

  @Test func `a second case of a day needs a deed number of its own`() throws {
    var village = try village()
    let request = RecordRequest("GI04", ["0001"], on: "2026-10-04")
    let first = try village.record(request, on: "2026-10-04")
    #expect(
      throws: Refusal.sameDay(
        first[0].number, person: .init(unchecked: "0001"), rule: .init(unchecked: "GI04"),
        on: "2026-10-04")
    ) { try village.record(request, on: "2026-10-04") }
    let withDeed = request.with { $0.deed = .init(unchecked: "D1") }
    let second = try village.record(withDeed, on: "2026-10-04")
    #expect(village.ledger.flags(of: second[0]) == [.sameDay])
    #expect(throws: Refusal.self) { try village.record(withDeed, on: "2026-10-04") }
  }

  @Test func `a withdrawn case does not stand in the way of a new one`() throws {
    var village = try village()
    let request = RecordRequest("GI04", ["0001"], on: "2026-10-04")
    let first = try village.record(request, on: "2026-10-04")
    try village.on("2026-10-04") { try $0.withdraw([first[0].number], why: "写错人") }
    #expect(try village.record(request, on: "2026-10-04").count == 1)
  }

  @Test func `of many people either all are recorded or none`() throws {
    var village = try village()
    _ = try village.record(.init("GI04", ["0002"], on: "2026-10-04"), on: "2026-10-04")
    let before = village.ledger
    #expect(throws: Refusal.self) {
      try village.record(.init("GI04", ["0001", "0002"], on: "2026-10-04"), on: "2026-10-04")
    }
    #expect(village.ledger == before)
  }

  @Test func `a household item goes to the head on the event's day`() throws {
    var village = try village()
    try village.add(["0010", "0011"], household: "012", on: "2026-10-01")
    let entry = try village.record(.init("GI05", ["0011"], on: "2026-10-04"), on: "2026-10-04")
    #expect(entry[0].recorded.person.text == "0010")
    #expect(entry[0].recorded.household.text == "012")
    #expect(throws: Refusal.self) {
      try village.record(.init("GI05", ["0010"], on: "2026-10-04"), on: "2026-10-04")
    }
  }

  @Test func `a household without a head gets nothing`() throws {
    var village = try village()
    try village.on("2026-10-01") { draft in
      try draft.add(
        NewPerson(
          number: .init(unchecked: "0020"), household: .init(unchecked: "020"), group: nil,
          isHead: false, roles: [], from: "2026-10-01"))
    }
    #expect(throws: Refusal.noHead(.init(unchecked: "020"), on: "2026-10-04")) {
      try village.record(.init("GI05", ["0020"], on: "2026-10-04"), on: "2026-10-04")
    }
  }

  @Test func `a beautiful yard gives a point per family member, counted on the event's day`() throws
  {
    var village = try village()
    try village.add(["0010", "0011", "0012"], household: "012", on: "2026-10-01")
    try village.on("2026-10-05") {
      try $0.setStatus(.left, of: .init(unchecked: "0012"), from: "2026-10-05")
    }
    let entry = try village.record(.init("GI06", ["0010"], on: "2026-10-06"), on: "2026-10-06")
    #expect(entry[0].recorded.quantity == Quantity(tenths: 20))
    #expect(entry[0].recorded.asked == 2)
  }

  @Test func `who moved out is not evaluated`() throws {
    var village = try village()
    try village.on("2026-10-05") {
      try $0.setStatus(.left, of: .init(unchecked: "0001"), from: "2026-10-03")
    }
    #expect(
      throws: Refusal.notEvaluated(.init(unchecked: "0001"), .left, on: "2026-10-04")
    ) { try village.record(.init("GI04", ["0001"], on: "2026-10-04"), on: "2026-10-05") }
    #expect(
      try village.record(.init("GI04", ["0001"], on: "2026-10-02"), on: "2026-10-05").count == 1)
  }

  @Test func `a soldier's honours count, nothing else does`() throws {
    var village = try village()
    try village.on("2026-10-05") {
      try $0.setStatus(.soldier, of: .init(unchecked: "0001"), from: "2026-10-03")
    }
    #expect(
      try village.record(.init("DY07", ["0001"], on: "2026-10-04"), on: "2026-10-05").count == 1)
    #expect(throws: Refusal.self) {
      try village.record(.init("RJ01", ["0001"], on: "2026-10-04"), on: "2026-10-05")
    }
  }

  @Test func `volunteers' yearly bonus is never recorded by hand`() throws {
    var village = try village()
    #expect(throws: Refusal.recordedByProgram(.init(unchecked: "GI02"))) {
      try village.record(.init("GI02", ["0001"], on: "2026-10-04"), on: "2026-10-04")
    }
  }

  @Test func `a level is named, a choice is within the set`() throws {
    var village = try village()
    let day: Day = "2026-10-04"
    let level = RecordRequest("DD10", ["0001"], on: "2026-10-04")
    #expect(throws: RecordValueFault.self) { try village.record(level, on: day) }
    let found = try village.record(level.with { $0.level = "100元至1000元" }, on: day)
    #expect(found[0].recorded.asked == 2)
    let choice = RecordRequest("DD11", ["0001"], on: "2026-10-04")
    #expect(throws: RecordValueFault.self) { try village.record(choice, on: day) }
    #expect(
      throws: Refusal.outOfSet(
        .init(unchecked: "DD11"), asked: 3, allowed: .values([1, 2, 5]))
    ) { try village.record(choice.with { $0.points = 3 }, on: day) }
    #expect(try village.record(choice.with { $0.points = 5 }, on: day)[0].recorded.asked == 5)
  }

  @Test func `a fixed item takes no quantity, a measured one needs it`() throws {
    var village = try village()
    let hours = Quantity(tenths: 70)
    #expect(throws: RecordValueFault.quantityNotTaken(.init(unchecked: "GI04"))) {
      try village.record(
        .init("GI04", ["0001"], on: "2026-10-04").with { $0.quantity = hours }, on: "2026-10-04")
    }
    #expect(
      throws: RecordValueFault.quantityMissing(.init(unchecked: "GI01"), measure: "小时")
    ) { try village.record(.init("GI01", ["0001"], on: "2026-10-04"), on: "2026-10-04") }
  }

  @Test func `after the review was opened a late fact goes to the next month and says so`() throws {
    var village = try village()
    try village.openReview("2026-10", on: "2026-10-26")
    let late = try village.record(.init("GI04", ["0001"], on: "2026-10-20"), on: "2026-10-27")
    #expect(late[0].month == "2026-11")
    #expect(late[0].number.description == "2026-11-0001")
    #expect(late[0].recorded.flags == [.late])
    let ofTheDay = try village.record(.init("GI04", ["0001"], on: "2026-10-26"), on: "2026-10-27")
    #expect(ofTheDay[0].recorded.flags == [])
  }

  @Test func `very late facts need a reason`() throws {
    var village = try village()
    try village.openReview("2026-10", on: "2026-10-26")
    let request = RecordRequest("GI04", ["0001"], on: "2026-10-04")
    #expect(throws: Refusal.lateNeedsReason("2026-10-04", days: 32, limit: 31)) {
      try village.record(request, on: "2026-11-05")
    }
    #expect(try village.record(request, on: "2026-11-04").count == 1)
    let second = request.with {
      $0.why = "采集员住院"
      $0.deed = .init(unchecked: "D2")
    }
    #expect(try village.record(second, on: "2026-11-05").count == 1)
  }
}
