public import XinyiLedger

/// One line of `ledger.jsonl` without its hash: the envelope and the event's data.
///
/// The keys stand in this order in the file; `data` has the keys of the event's type in the order
/// of its properties.
public struct LedgerLine: Equatable, Sendable {
  public var previous: Digest
  public var recorded: RecordedEvent

  public init(previous: Digest, recorded: RecordedEvent) {
    self.previous = previous
    self.recorded = recorded
  }
}

extension LedgerLine: Codable {
  private enum Key: String, CodingKey {
    case seq, prev, at, by, receipt, request, kind, data
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    previous = try container.decode(Digest.self, forKey: .prev)
    recorded = RecordedEvent(
      sequence: try container.decode(Int.self, forKey: .seq),
      at: try container.decode(Moment.self, forKey: .at),
      by: try container.decode(Operator.self, forKey: .by),
      receipt: try container.decode(ReceiptKey.self, forKey: .receipt),
      request: try container.decode(Digest.self, forKey: .request),
      event: try Self.event(kind: try Self.kind(container), container))
  }

  /// An unknown kind ends the reading: what its data should be is not known.
  private static func kind(_ container: KeyedDecodingContainer<Key>) throws -> Event.Kind {
    guard let kind = Event.Kind(try container.decode(String.self, forKey: .kind)) else {
      throw DecodingError.dataCorruptedError(
        forKey: .kind, in: container, debugDescription: Event.Kind.expectation)
    }
    return kind
  }

  private static func event(
    kind: Event.Kind, _ container: KeyedDecodingContainer<Key>
  ) throws -> Event {
    func data<Data: Decodable>() throws -> Data {
      try container.decode(Data.self, forKey: .data)
    }
    return switch kind {
    case .ledgerOpened: .ledgerOpened(try data())
    case .settingsSet: .settingsSet(try data())
    case .catalogAdopted: .catalogAdopted(try data())
    case .rosterChanged: .rosterChanged(try data())
    case .consentChanged: .consentChanged(try data())
    case .recorded: .recorded(try data())
    case .withdrawn: .withdrawn(try data())
    case .reviewOpened: .reviewOpened(try data())
    case .decided: .decided(try data())
    case .reviewClosed: .reviewClosed(try data())
    case .noticePublished: .noticePublished(try data())
    case .objectionFiled: .objectionFiled(try data())
    case .objectionResolved: .objectionResolved(try data())
    case .confirmed: .confirmed(try data())
    case .platformExported: .platformExported(try data())
    case .goodsReceived: .goodsReceived(try data())
    case .priceSet: .priceSet(try data())
    case .redeemed: .redeemed(try data())
    case .repaired: .repaired(try data())
    case .reviewReopened: .reviewReopened(try data())
    case .recused: .recused(try data())
    case .noticeVoided: .noticeVoided(try data())
    case .evidenceAdded: .evidenceAdded(try data())
    case .entriesHidden: .entriesHidden(try data())
    case .platformAnswered: .platformAnswered(try data())
    case .reminderIssued: .reminderIssued(try data())
    case .reminderClosed: .reminderClosed(try data())
    case .campaignSet: .campaignSet(try data())
    case .balanceMoved: .balanceMoved(try data())
    case .yearClosed: .yearClosed(try data())
    case .spendableExpired: .spendableExpired(try data())
    case .goodsCounted: .goodsCounted(try data())
    case .goodsWrittenOff: .goodsWrittenOff(try data())
    case .goodsReturned: .goodsReturned(try data())
    case .goodsDelisted: .goodsDelisted(try data())
    case .refunded: .refunded(try data())
    case .cardsIssued: .cardsIssued(try data())
    case .cardsTaken: .cardsTaken(try data())
    case .cardsReturned: .cardsReturned(try data())
    case .cardBarred: .cardBarred(try data())
    case .cardsCounted: .cardsCounted(try data())
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(recorded.sequence, forKey: .seq)
    try container.encode(previous, forKey: .prev)
    try container.encode(recorded.at, forKey: .at)
    try container.encode(recorded.by, forKey: .by)
    try container.encode(recorded.receipt, forKey: .receipt)
    try container.encode(recorded.request, forKey: .request)
    try container.encode(recorded.event.kind, forKey: .kind)
    try container.encode(recorded.event.data, forKey: .data)
  }
}

extension Event {
  /// What stands under `data`.
  fileprivate var data: any Encodable {
    switch self {
    case .ledgerOpened(let data): data
    case .settingsSet(let data): data
    case .catalogAdopted(let data): data
    case .rosterChanged(let data): data
    case .consentChanged(let data): data
    case .recorded(let data): data
    case .withdrawn(let data): data
    case .reviewOpened(let data): data
    case .decided(let data): data
    case .reviewClosed(let data): data
    case .noticePublished(let data): data
    case .objectionFiled(let data): data
    case .objectionResolved(let data): data
    case .confirmed(let data): data
    case .platformExported(let data): data
    case .goodsReceived(let data): data
    case .priceSet(let data): data
    case .redeemed(let data): data
    case .repaired(let data): data
    case .reviewReopened(let data): data
    case .recused(let data): data
    case .noticeVoided(let data): data
    case .evidenceAdded(let data): data
    case .entriesHidden(let data): data
    case .platformAnswered(let data): data
    case .reminderIssued(let data): data
    case .reminderClosed(let data): data
    case .campaignSet(let data): data
    case .balanceMoved(let data): data
    case .yearClosed(let data): data
    case .spendableExpired(let data): data
    case .goodsCounted(let data): data
    case .goodsWrittenOff(let data): data
    case .goodsReturned(let data): data
    case .goodsDelisted(let data): data
    case .refunded(let data): data
    case .cardsIssued(let data): data
    case .cardsTaken(let data): data
    case .cardsReturned(let data): data
    case .cardBarred(let data): data
    case .cardsCounted(let data): data
    }
  }
}
