import TestSupport
import Testing

@testable import XinyiLedger

/// What may still take effect is found without a look at what has.
@Suite struct UnsettledPlacesTests {
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `places come at the end, go in any order, and are found among somebody's`(
    _ seed: UInt64
  ) {
    var random = SeededRandom(seed: seed)
    var unsettled = UnsettledPlaces()
    var expected: Set<Int> = []
    for place in 0..<200 {
      unsettled.append(place)
      expected.insert(place)
      if random.oneIn(10) {
        let gone = (0..<40).map { _ in Int.random(in: 0...place + 5, using: &random) }
        unsettled.remove(gone)
        expected.subtract(gone)
      }
      let somebodys = (0...place).filter { _ in random.oneIn(4) }
      #expect(
        unsettled.among(somebodys) == somebodys.filter(expected.contains),
        "seed \(seed), place \(place)")
    }
    #expect(unsettled.places == expected.sorted(), "seed \(seed)")
  }

  @Test func `a confirmed month leaves nothing behind but what was put off`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001", "0002"], on: "2026-03-01")
    func entry(_ rule: String, on day: Day) throws -> EntryNumber {
      try village.record(.init(rule, ["0001"], on: day), on: day)[0].number
    }
    let approved = try entry("GI04", on: "2026-03-10")
    let rejected = try entry("GI04", on: "2026-03-11")
    let withdrawn = try entry("GI04", on: "2026-03-12")
    let deferred = try entry("GI04", on: "2026-03-13")
    #expect(village.ledger.unsettled.places == [0, 1, 2, 3])
    try village.on("2026-03-14") { try $0.withdraw([withdrawn], why: "记错了") }
    #expect(village.ledger.unsettled.places == [0, 1, 3])
    try village.openReview("2026-03", on: "2026-03-26")
    try village.on("2026-03-26") {
      try $0.decide([rejected], .reject, votes: nil, why: "不属实")
      try $0.decide([deferred], .defer, votes: nil, why: "待核实")
    }
    try village.approveAll(of: "2026-03", on: "2026-03-26")
    try village.on("2026-03-26") { try $0.closeReview(of: "2026-03") }
    try village.post("2026-03", on: "2026-03-26")
    try village.confirm("2026-03")
    #expect(village.ledger[approved]?.state == .effective)
    #expect(village.ledger.unsettled.places == [3])
    #expect(village.ledger.invariantFaults().isEmpty)
  }
}
