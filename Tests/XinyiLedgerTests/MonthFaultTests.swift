import TestSupport
import Testing
import XinyiLedger

@Suite struct `Lines that a month cannot bear` {
  private let line: EntryNumber = "2026-03-0001"

  @Test func `a month goes from state to state in order`() throws {
    let village = try TestVillage.posted()
    let opened = Event.reviewOpened(.init(month: "2026-03", present: ["1001"], chair: "1001"))
    #expect(throws: HistoryFault.wrongMonthState("2026-03", .onNotice)) {
      try village.apply(opened)
    }
    let closed = try #require(
      village.events.last { if case .reviewClosed = $0 { true } else { false } })
    #expect(throws: HistoryFault.wrongMonthState("2026-03", .onNotice)) {
      try village.apply(closed)
    }
    #expect(throws: HistoryFault.wrongState(line, .onNotice)) {
      try village.apply(try village.decided { _ in })
    }
    #expect(throws: HistoryFault.wrongMonthState("2026-04", .open)) {
      try village.apply(
        try village.published {
          $0.month = "2026-04"
          $0.notice = "2026-04"
        })
    }
    var next = village
    _ = try next.record(.init("GI04", ["0001"], on: "2026-04-02"), on: "2026-04-02")
    #expect(throws: HistoryFault.wrongMonthState("2026-04", .open)) {
      try next.apply(try next.decided { $0.entries[0].entry = "2026-04-0001" })
    }
  }

  @Test func `a notice is numbered once and posts what was decided`() throws {
    let village = try TestVillage.posted()
    #expect(throws: HistoryFault.numberTakenTwice("2026-03")) {
      try village.apply(try village.published { _ in })
    }
    #expect(throws: HistoryFault.wrongState(line, .onNotice)) {
      try village.apply(try village.published { $0.notice = "2026-03-2" })
    }
    #expect(throws: HistoryFault.unknownNotice("2026-03-2")) {
      try village.apply(
        try village.published {
          $0.notice = "2026-03-2"
          $0.part = 2
          $0.parts = 2
        })
    }
    var closed = try TestVillage(opened: "2026-03-01")
    try closed.add(["0001"], on: "2026-03-01")
    _ = try closed.record(.init("GI04", ["0001"], on: "2026-03-10"), on: "2026-03-10")
    try closed.openReview("2026-03", on: "2026-03-26")
    try closed.approveAll(of: "2026-03", on: "2026-03-26")
    try closed.on("2026-03-26") { try $0.closeReview(of: "2026-03") }
    #expect(throws: HistoryFault.pointsDiffer(line, stated: 3, held: 2)) {
      try closed.apply(try village.published { $0.lines[0].points = 3 })
    }
  }

  @Test func `what takes effect is on the notice and moves no more than its points`() throws {
    let village = try TestVillage.posted()
    var finished = village
    try finished.confirm("2026-03")
    #expect(throws: HistoryFault.wrongState(line, .effective)) {
      try finished.apply(try finished.confirmed { _ in })
    }
    #expect(throws: HistoryFault.unknownNotice("2026-03-2")) {
      try village.apply(try finished.confirmed { $0.notice = "2026-03-2" })
    }
    for (rating, spendable) in [(3, 2), (2, 3), (-1, 2), (2, -1)] as [(Points, Points)] {
      #expect(throws: HistoryFault.pointsDiffer(line, stated: rating, held: 2)) {
        try village.apply(
          try finished.confirmed {
            $0.lines[0].rating = rating
            $0.lines[0].spendable = spendable
          })
      }
    }
  }

  @Test func `an objection is numbered once and answered once`() throws {
    var village = try TestVillage.posted()
    try village.on("2026-03-27") { try $0.object(to: line, why: "不实", by: nil) }
    let filed = village.events.last
    #expect(throws: HistoryFault.numberTakenTwice("O-2026-03-01")) {
      try village.apply(filed)
    }
    guard case .objectionFiled(var second) = filed else { return }
    second.objection = "O-2026-03-02"
    #expect(throws: HistoryFault.wrongState(line, .objected)) {
      try village.apply(.objectionFiled(second))
    }
    try village.on("2026-03-28") {
      try $0.resolve("O-2026-03-01", Resolution(outcome: .withdrawn, why: "撤回"))
    }
    #expect(throws: HistoryFault.unknownObjection("O-2026-03-01")) {
      try village.apply(village.events.last)
    }
  }

  @Test func `only what is in effect leaves for the platform`() throws {
    var village = try TestVillage.posted()
    try village.on("2026-03-27") { try $0.consent(of: "0001", to: .platform, given: true) }
    var finished = village
    try finished.confirm("2026-03")
    try finished.on("2026-04-01") {
      _ = try $0.export($0.ledger.platformPackage(of: "2026-03"), of: "2026-03")
    }
    #expect(throws: HistoryFault.wrongState(line, .onNotice)) {
      try village.apply(finished.events.last)
    }
    #expect(throws: HistoryFault.wrongState(line, .sent)) {
      try finished.apply(finished.events.last)
    }
  }
}
