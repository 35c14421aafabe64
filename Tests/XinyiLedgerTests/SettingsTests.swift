import TestSupport
import Testing
import XinyiLedger

@Suite struct `The village's settings` {
  private let standard = Settings.standard(operator: .placeholder)

  private func faults(_ change: (inout Settings) -> Void) -> [SettingsFault] {
    var settings = standard
    change(&settings)
    return settings.faults()
  }

  @Test func `the defaults are those of the rules`() {
    #expect(standard.faults() == [])
    #expect(standard.base == 1000)
    #expect([standard.noticeDays, standard.correctionDays, standard.lateDays] == [5, 3, 31])
    #expect([standard.repeatFactor, standard.objectionWorkingDays] == [2, 7])
    #expect([standard.leaveDays, standard.refundDays] == [90, 7])
    #expect(standard.cards == [1, 2, 5])
    #expect(standard.carryUntil.description == "01-31")
    #expect(standard.votesOf == .members)
    #expect(standard.minusSpendable)
    #expect(standard.sum == .year)
    #expect(standard.remindFirst == .flag)
    #expect(standard.names == .masked)
  }

  @Test func `terms and factors stay within what makes sense`() {
    let edges: [(String, ClosedRange<Int>, WritableKeyPath<Settings, Int>)] = [
      ("noticeDays", 1...60, \.noticeDays), ("correctionDays", 1...60, \.correctionDays),
      ("lateDays", 0...366, \.lateDays), ("repeatFactor", 1...10, \.repeatFactor),
      ("objectionWorkingDays", 1...60, \.objectionWorkingDays),
      ("leaveDays", 0...3660, \.leaveDays), ("refundDays", 0...366, \.refundDays),
    ]
    for (key, range, path) in edges {
      for value in [range.lowerBound, range.upperBound] {
        #expect(faults { $0[keyPath: path] = value } == [])
      }
      for value in [range.lowerBound - 1, range.upperBound + 1] {
        #expect(
          faults { $0[keyPath: path] = value } == [.outOfRange(key: key, range: range)])
      }
    }
  }

  @Test func `grades rise, somebody may write, cards are told apart`() {
    #expect(faults { $0.bands.swapAt(1, 2) } == [.bandsNotRising])
    #expect(faults { $0.bands[1].upTo = $0.bands[0].upTo } == [.bandsNotRising])
    #expect(faults { $0.bands = [] } == [])
    #expect(faults { $0.operators = [] } == [.noOperator])
    #expect(faults { $0.cards = [1, 1] } == [.badCards])
    #expect(faults { $0.cards = [0, 5] } == [.badCards])
    #expect(faults { $0.cards = [] } == [])
    #expect(
      faults {
        $0.noticeDays = 0
        $0.operators = []
      } == [.outOfRange(key: "noticeDays", range: 1...60), .noOperator])
  }

  @Test func `the next grade names the edge to be passed`() {
    #expect(standard.nextGrade(above: 1000)?.name == "三星")
    #expect(standard.nextGrade(above: 1000)?.edge == 1020)
    #expect(standard.nextGrade(above: 800)?.name == "一星")
    #expect(standard.nextGrade(above: 1060)?.name == "五星")
    #expect(standard.nextGrade(above: 1060.1) == nil)
  }

  @Test func `a month is kept by the settings in force in it`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    var changed = village.ledger.latestSettings
    changed.noticeDays = 10
    try village.on("2026-03-10") {
      try $0.append(.settingsSet(.init(from: "2026-05", settings: changed, why: nil)))
    }
    #expect(village.ledger.settings(in: "2026-02").noticeDays == 5)
    #expect(village.ledger.settings(in: "2026-04").noticeDays == 5)
    #expect(village.ledger.settings(on: "2026-05-01").noticeDays == 10)
    #expect(village.ledger.latestSettings.noticeDays == 10)
  }
}
