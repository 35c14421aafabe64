import TestSupport
import Testing
import XinyiLedger

@Suite struct `The same lines always give the same ledger` {
  /// Twenty villages for each of these, from this seed on.
  private static let firstSeeds: [UInt64] = (0..<10).map { 1_000 + $0 * 20 }

  @Test(arguments: firstSeeds)
  func `random villages come out of their lines again, sound after every line`(
    first: UInt64
  ) throws {
    var done: [String: Int] = [:]
    var refused = 0
    var lines = 0
    for seed in first..<(first + 20) {
      var random = try RandomVillage(seed: seed, opened: "2026-09-01")
      for _ in 0..<150 { try random.step() }
      let again = try replay(random.lines, catalogs: random.ledger.catalogs, seed: seed)
      try #require(again == random.ledger, "seed \(seed)")
      done.merge(random.done, uniquingKeysWith: +)
      refused += random.refused.values.reduce(0, +)
      lines += random.lines.count
    }
    let counts = done.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    print("seeds \(first)..<\(first + 20): \(lines) lines, \(refused) refusals, \(counts)")
    for command in ["record", "open", "rest", "decide", "close", "publish", "confirm"] {
      #expect((done[command] ?? 0) > 10, "\(command), seeds from \(first)")
    }
    for command in ["withdraw", "object", "resolve", "redeem", "export"] {
      #expect((done[command] ?? 0) > 0, "\(command), seeds from \(first)")
    }
  }

  /// Applies the lines one by one.
  private func replay(
    _ lines: [RecordedEvent], catalogs: [Int: Catalog], seed: UInt64
  ) throws -> Ledger {
    var ledger = try Ledger(opening: lines[0], catalogs: catalogs)
    for line in lines.dropFirst() {
      try ledger.apply(line)
      let faults = ledger.invariantFaults()
      try #require(faults.isEmpty, "seed \(seed), line \(line.sequence): \(faults)")
    }
    return ledger
  }

  @Test func `a seed gives the same village again`() throws {
    var one = try RandomVillage(seed: 7, opened: "2026-09-01")
    var other = try RandomVillage(seed: 7, opened: "2026-09-01")
    for _ in 0..<100 {
      try one.step()
      try other.step()
    }
    #expect(one.lines == other.lines)
    #expect(one.ledger == other.ledger)
  }

  @Test func `nothing that was decided exceeds its cap`() throws {
    for seed in UInt64(2_000)..<2_040 {
      var random = try RandomVillage(seed: seed, opened: "2026-09-01")
      for _ in 0..<150 { try random.step() }
      try checkCaps(of: random.ledger, seed: seed)
    }
  }

  /// DD04 gives a person at most 2 a month, GI01 8, GI05 a household 1.
  private func checkCaps(of ledger: Ledger, seed: UInt64) throws {
    for (rule, cap) in [("DD04", 2), ("GI05", 1), ("GI01", 8)] as [(RuleCode, Points)] {
      var sums: [String: Points] = [:]
      for entry in ledger.entries where entry.recorded.rule == rule && entry.state.isLive {
        let who = rule == "GI05" ? entry.recorded.household.text : entry.recorded.person.text
        sums["\(who) \(entry.recorded.on.month)", default: .zero] += entry.frozen ?? .zero
      }
      for (key, sum) in sums { try #require(sum <= cap, "seed \(seed), \(rule) \(key)") }
    }
  }
}
