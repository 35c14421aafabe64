import TestSupport
import Testing
import XinyiLedger

@Suite struct `Lines that contradict the ones before them` {
  // MARK: The envelope and the opening line

  private func opening(
    sequence: Int = 1, _ change: (inout Event.LedgerOpened) -> Void = { _ in }
  ) throws -> RecordedEvent {
    var opened = try TestVillage.posted().ledger.opened
    change(&opened)
    return RecordedEvent(
      sequence: sequence, at: Moment(day: "2026-03-01", secondOfDay: 0), by: .placeholder,
      receipt: .placeholder, request: .zero, event: .ledgerOpened(opened))
  }

  @Test func `a ledger begins with its opening, once, in a format that is known`() throws {
    let second = try opening(sequence: 2)
    #expect(throws: HistoryFault.notOpened) { try Ledger(opening: second, catalogs: [:]) }
    var other = try opening()
    other.event = .priceSet(.init(item: "salt", price: 1))
    #expect(throws: HistoryFault.notOpened) { try Ledger(opening: other, catalogs: [:]) }
    let unknown = try opening { $0.format = 2 }
    #expect(throws: HistoryFault.unsupportedFormat(2)) {
      try Ledger(opening: unknown, catalogs: [:])
    }
    let village = try TestVillage.posted()
    #expect(throws: HistoryFault.openedTwice) {
      try village.apply(.ledgerOpened(village.ledger.opened))
    }
  }

  @Test func `time never runs backwards, a receipt is never used again`() throws {
    var ledger = try TestVillage.posted().ledger
    let earlier = Moment(seconds: ledger.lastAt.seconds - 1)
    let price = Event.priceSet(.init(item: "salt", price: 2))
    var next = RecordedEvent(
      sequence: ledger.sequence + 1, at: earlier, by: .placeholder,
      receipt: ReceiptKey(unchecked: "new"), request: .zero, event: price)
    #expect(throws: HistoryFault.timeRunsBackwards(earlier, after: ledger.lastAt)) {
      try ledger.apply(next)
    }
    next.at = ledger.lastAt
    next.receipt = ReceiptKey(unchecked: "open")
    #expect(throws: HistoryFault.receiptReused(next.receipt)) { try ledger.apply(next) }
    next.receipt = ReceiptKey(unchecked: "new")
    try ledger.apply(next)
    next.sequence += 1
    next.request = try #require(Digest(String(repeating: "1", count: 64)))
    #expect(throws: HistoryFault.receiptReused(next.receipt)) { try ledger.apply(next) }
    next.request = .zero
    #expect(throws: Never.self) { try ledger.apply(next) }
  }

  // MARK: People, catalog and entries

  @Test func `a fact is of a known person and has the form of its topic`() throws {
    let village = try TestVillage.posted()
    let unknown: [Event] = [
      .rosterChanged(.init(person: "0099", from: "2026-03-01", what: .role, value: "keeper")),
      .consentChanged(.init(person: "0099", scope: .names, given: true)),
      .reviewOpened(.init(month: "2026-04", present: ["1001"], chair: "0099")),
      .reviewOpened(.init(month: "2026-04", present: ["0099"], chair: "1001")),
      try village.recorded {
        $0.person = "0099"
        $0.entry = "2026-04-0001"
        $0.month = "2026-04"
      },
    ]
    for event in unknown {
      #expect(throws: HistoryFault.unknownPerson("0099")) { try village.apply(event) }
    }
    let facts: [(RosterFact.Topic, String)] = [
      (.household, ""), (.household, "第一户"), (.head, "第一户"), (.group, ""), (.role, "king"),
      (.role, "--keeper"), (.status, "gone"), (.relation, "0001"),
    ]
    for (what, value) in facts {
      #expect(throws: HistoryFault.malformedFact(what, value: value)) {
        try village.apply(
          .rosterChanged(.init(person: "0001", from: "2026-03-01", what: what, value: value)))
      }
    }
  }

  @Test func `settings that cannot be used are not in force`() throws {
    let village = try TestVillage.posted()
    var settings = village.ledger.latestSettings
    settings.noticeDays = 0
    #expect(throws: HistoryFault.badSettings) {
      try village.apply(.settingsSet(.init(from: "2026-05", settings: settings, why: nil)))
    }
  }

  @Test func `catalog versions follow one another`() throws {
    let village = try TestVillage.posted()
    for version in [1, 3] {
      #expect(throws: HistoryFault.catalogOutOfOrder(version: version)) {
        try village.apply(
          .catalogAdopted(
            .init(version: version, from: "2026-05-01", sha256: .zero, plus: 66, minus: 87)))
      }
    }
  }

  @Test func `an entry's number is new and its month is open`() throws {
    let village = try TestVillage.posted()
    #expect(throws: HistoryFault.numberTakenTwice("2026-03-0001")) {
      try village.apply(try village.recorded { $0.month = "2026-04" })
    }
    #expect(throws: HistoryFault.wrongMonthState("2026-03", .onNotice)) {
      try village.apply(try village.recorded { $0.entry = "2026-03-0002" })
    }
  }

  @Test func `only pending entries that exist are withdrawn`() throws {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001"], on: "2026-03-01")
    _ = try village.record(.init("GI04", ["0001"], on: "2026-03-10"), on: "2026-03-10")
    try village.on("2026-03-10") { try $0.withdraw(["2026-03-0001"], why: "写错") }
    let again = village.events.last
    #expect(throws: HistoryFault.wrongState("2026-03-0001", .withdrawn)) {
      try village.apply(again)
    }
    guard case .withdrawn(var withdrawn) = again else { return }
    withdrawn.entries = ["2026-03-0009"]
    #expect(throws: HistoryFault.unknownEntry("2026-03-0009")) {
      try village.apply(.withdrawn(withdrawn))
    }
  }

  // MARK: The shop

  @Test func `goods that come in are known and counted`() throws {
    let village = try TestVillage.posted()
    for count in [0, -1, Stock.largestArrival + 1] {
      #expect(throws: HistoryFault.badCount(count)) {
        try village.apply(
          .goodsReceived(
            .init(item: "salt", batch: nil, count: count, expires: nil, from: nil)))
      }
    }
    #expect(throws: HistoryFault.unknownItem("tea")) {
      try village.apply(
        .goodsReceived(.init(item: "tea", batch: nil, count: 1, expires: nil, from: nil)))
    }
  }

  @Test func `a basket adds up, is there, and is paid from the account`() throws {
    let village = try TestVillage.shopped()
    let cases: [(HistoryFault, (inout Event.Redeemed) -> Void)] = [
      (.badCount(0), { $0.lines[0].count = 0 }),
      (.badCount(1_000_001), { $0.lines[0].count = 1_000_001 }),
      (.unknownItem("tea"), { $0.lines[0].item = "tea" }),
      (.stockBelowZero("salt"), { $0.lines[0].count = 5 }),
      (.sumDiffers(stated: 1, computed: 2), { $0.lines[0].count = 2 }),
      (.sumDiffers(stated: 1, computed: 3), { $0.lines[0].price = 3 }),
      (.unsupportedPayment, { $0.paidBy.cards = [CardNumber("5-0031")!] }),
      (.unsupportedPayment, { $0.paidBy.change = [CardNumber("1-0001")!] }),
      (.unsupportedPayment, { $0.person = nil }),
      (.unsupportedPayment, { $0.paidBy.account = 2 }),
      (.unknownPerson("0099"), { $0.person = "0099" }),
      (.balanceBelowZero(.person("1001")), { $0.person = "1001" }),
      (
        .balanceBelowZero(.person("0001")),
        {
          $0.lines[0].count = 2
          $0.total = 2
          $0.paidBy.account = 2
        }
      ),
    ]
    for (fault, change) in cases {
      #expect(throws: fault) { try village.apply(try village.redeemed(change)) }
    }
    #expect(throws: Never.self) { try village.apply(try village.redeemed { _ in }) }
  }
}
