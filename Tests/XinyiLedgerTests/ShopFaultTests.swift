import TestSupport
import Testing

@testable import XinyiLedger

@Suite struct `Lines of the shop that contradict the ones before them` {
  private let second = Operator("op2")!

  /// `1001` has nothing, `0001` one point; one salt was sold, four are left.
  private func village() throws -> TestVillage { try .shopped() }

  private func card(_ number: String) -> CardNumber { CardNumber(number)! }

  /// One card of a point in the till, and one with `0001`.
  private func carded() throws -> TestVillage {
    var village = try village()
    try village.on("2026-04-02") { try $0.fillTill([(1, 1)]) }
    try village.on("2026-04-02") { try $0.issueCards(1, to: "0001") }
    return village
  }

  private func issued(
    _ cards: [(String, Int)], to person: PersonNumber?, replacing old: CardNumber? = nil
  ) -> Event {
    .cardsIssued(
      .init(
        person: person, cards: cards.map { .init(card: card($0.0), year: Year(number: $0.1)) },
        month: nil,
        replaces: old))
  }

  @Test func `counted, spoilt and returned goods are there`() throws {
    let village = try village()
    let cases: [(HistoryFault, Event)] = [
      (.badCount(-1), .goodsCounted(.init(item: "salt", batch: nil, count: -1))),
      (.badCount(1_000_001), .goodsCounted(.init(item: "salt", batch: nil, count: 1_000_001))),
      (.stockBelowZero("salt"), .goodsCounted(.init(item: "salt", batch: "A", count: 1))),
      (.unknownItem("tea"), .goodsCounted(.init(item: "tea", batch: nil, count: 1))),
      (
        .badCount(0),
        .goodsWrittenOff(.init(item: "salt", batch: nil, count: 0, why: "漏", second: second))
      ),
      (
        .stockBelowZero("salt"),
        .goodsWrittenOff(.init(item: "salt", batch: nil, count: 5, why: "漏", second: second))
      ),
      (.badCount(0), .goodsReturned(.init(item: "salt", batch: nil, count: 0, why: "退"))),
      (
        .stockBelowZero("salt"),
        .goodsReturned(.init(item: "salt", batch: nil, count: 5, why: "退"))
      ),
      (.unknownItem("tea"), .goodsDelisted(.init(item: "tea"))),
    ]
    for (fault, event) in cases { #expect(throws: fault) { try village.apply(event) } }
  }

  @Test func `a service has no stock and no batch`() throws {
    var village = try village()
    try village.on("2026-04-02") { try $0.list("hair", at: 1, service: true) }
    for event: Event in [
      .goodsReceived(.init(item: "hair", batch: nil, count: 1, expires: nil, from: nil)),
      .goodsCounted(.init(item: "hair", batch: nil, count: 1)),
      .goodsReturned(.init(item: "hair", batch: nil, count: 1, why: "退")),
    ] {
      #expect(throws: HistoryFault.unknownItem("hair")) { try village.apply(event) }
    }
    let basket = try village.redeemed { $0.lines = [.init(item: "hair", count: 1, price: 1)] }
    #expect(throws: Never.self) { try village.apply(basket) }
    let batch = try village.redeemed {
      $0.lines = [.init(item: "hair", batch: "A", count: 1, price: 1)]
    }
    #expect(throws: HistoryFault.unknownItem("hair")) { try village.apply(batch) }
  }

  @Test func `what is brought back was taken, and is paid the way it was paid`() throws {
    let village = try village()
    let slip = try #require(village.ledger.redemptions.last)
    func refunded(_ change: (inout Event.Refunded) -> Void) -> Event {
      var event = Event.Refunded(
        of: slip.receipt, lines: slip.redeemed.lines, restock: true, why: "漏", cards: nil)
      change(&event)
      return .refunded(event)
    }
    let unknown = ReceiptKey(unchecked: "nobody")
    let cases: [(HistoryFault, Event)] = [
      (.unknownSlip(unknown), refunded { $0.of = unknown }),
      (.badCount(0), refunded { $0.lines[0].count = 0 }),
      (.badCount(2), refunded { $0.lines[0].count = 2 }),
      (.badCount(1), refunded { $0.lines[0].price = 2 }),
      (.badCount(1), refunded { $0.lines[0].batch = "A" }),
      (.unsupportedPayment, refunded { $0.cards = [] }),
    ]
    for (fault, event) in cases { #expect(throws: fault) { try village.apply(event) } }
    #expect(throws: Never.self) { try village.apply(refunded { _ in }) }
    var twice = village
    try twice.on("2026-04-02") { try $0.append(refunded { _ in }) }
    #expect(twice.ledger.invariantFaults().isEmpty)
    #expect(throws: HistoryFault.badCount(1)) { try twice.apply(refunded { _ in }) }
  }

  @Test func `cards are numbered one after the other, and their points are there`() throws {
    let village = try carded()
    let cases: [(HistoryFault, Event)] = [
      (.unknownPerson("0099"), issued([("1-0003", 2026)], to: "0099")),
      (.numberTakenTwice("1-0002"), issued([("1-0002", 2026)], to: nil)),
      (.numberTakenTwice("1-0004"), issued([("1-0004", 2026)], to: nil)),
      (.balanceBelowZero(.person("0001")), issued([("1-0003", 2026)], to: "0001")),
      (
        .sumDiffers(stated: 1, computed: 2),
        issued([("2-0001", 2026)], to: "0001", replacing: card("1-0002"))
      ),
      (
        .wrongCardState(card("1-0002")),
        issued([("1-0003", 2026)], to: "0001", replacing: card("1-0002"))
      ),
    ]
    for (fault, event) in cases { #expect(throws: fault) { try village.apply(event) } }
    #expect(village.ledger.invariantFaults().isEmpty)
  }

  @Test func `cards that are taken, changed, returned or barred are where the line says`() throws {
    let village = try carded()
    let till = card("1-0001")
    let out = card("1-0002")
    let cases: [(HistoryFault, Event)] = [
      (.wrongCardState(till), .cardsTaken(.init(person: "0001", cards: [till], change: []))),
      (.unknownPerson("0099"), .cardsTaken(.init(person: "0099", cards: [out], change: []))),
      (.unsupportedPayment, .cardsTaken(.init(person: "0001", cards: [out], change: [till]))),
      (
        .sumDiffers(stated: 1, computed: 0),
        .cardsTaken(.init(person: nil, cards: [out], change: []))
      ),
      (.wrongCardState(out), .cardsTaken(.init(person: nil, cards: [out], change: [out]))),
      (.wrongCardState(till), .cardsTaken(.init(person: nil, cards: [till], change: [till]))),
      (.wrongCardState(out), .cardsReturned(.init(cards: [out]))),
      (.wrongCardState(till), .cardBarred(.init(card: till, person: nil, lifted: nil))),
      (.wrongCardState(out), .cardBarred(.init(card: out, person: nil, lifted: true))),
      (.unknownPerson("0099"), .cardBarred(.init(card: out, person: "0099", lifted: nil))),
      (.badCount(-1), .cardsCounted(.init(counts: [.init(value: 1, count: -1)]))),
    ]
    for (fault, event) in cases {
      #expect(throws: fault, "\(event)") { try village.apply(event) }
    }
  }

  @Test func `a basket paid with cards adds up`() throws {
    let village = try carded()
    let out = card("1-0002")
    func paid(_ cards: [CardNumber], _ change: [CardNumber], _ account: Points = 0) throws -> Event
    {
      try village.redeemed {
        $0.person = nil
        $0.paidBy = .init(account: account, cards: cards, change: change)
      }
    }
    #expect(throws: Never.self) { try village.apply(try paid([out], [])) }
    #expect(throws: HistoryFault.unsupportedPayment) { try village.apply(try paid([], [])) }
    #expect(throws: HistoryFault.unsupportedPayment) { try village.apply(try paid([out], [], 1)) }
    #expect(throws: HistoryFault.unsupportedPayment) {
      try village.apply(try paid([out], [card("1-0001")]))
    }
    #expect(throws: HistoryFault.wrongCardState(card("1-0001"))) {
      try village.apply(try paid([card("1-0001")], []))
    }
    let unknown = card("1-0009")
    #expect(throws: HistoryFault.wrongCardState(unknown)) {
      try village.apply(try paid([unknown], []))
    }
  }
}
