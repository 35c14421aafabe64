/// One thing that happened, as one line of the ledger holds it (S1).
///
/// An event freezes what it needs, so that replay asks no rule: rule code, catalog version, title
/// and points of an entry, the unit price of a redemption. A kind may be added; none changes its
/// meaning. The order of the properties is the order of the keys in the file. Indirect, since events
/// are long and handed from one reader to the next.
public indirect enum Event: Equatable, Sendable {
  case ledgerOpened(LedgerOpened)
  case settingsSet(SettingsSet)
  case catalogAdopted(CatalogAdopted)
  case rosterChanged(RosterChanged)
  case consentChanged(ConsentChanged)
  case recorded(Recorded)
  case withdrawn(Withdrawn)
  case reviewOpened(ReviewOpened)
  case decided(Decided)
  case reviewClosed(ReviewClosed)
  case noticePublished(NoticePublished)
  case objectionFiled(ObjectionFiled)
  case objectionResolved(ObjectionResolved)
  case confirmed(Confirmed)
  case platformExported(PlatformExported)
  case goodsReceived(GoodsReceived)
  case priceSet(PriceSet)
  case redeemed(Redeemed)
  case repaired(Repaired)
  case reviewReopened(ReviewReopened)
  case recused(Recused)
  case noticeVoided(NoticeVoided)
  case evidenceAdded(EvidenceAdded)
  case entriesHidden(EntriesHidden)
  case platformAnswered(PlatformAnswered)
  case reminderIssued(ReminderIssued)
  case reminderClosed(ReminderClosed)
  case campaignSet(CampaignSet)
  case balanceMoved(BalanceMoved)
  case yearClosed(YearClosed)
  case spendableExpired(SpendableExpired)
  case goodsCounted(GoodsCounted)
  case goodsWrittenOff(GoodsWrittenOff)
  case goodsReturned(GoodsReturned)
  case goodsDelisted(GoodsDelisted)
  case refunded(Refunded)
  case cardsIssued(CardsIssued)
  case cardsTaken(CardsTaken)
  case cardsReturned(CardsReturned)
  case cardBarred(CardBarred)
  case cardsCounted(CardsCounted)

  public enum Kind: String, WordValue {
    case ledgerOpened, settingsSet, catalogAdopted, rosterChanged, consentChanged
    case recorded, withdrawn, reviewOpened, decided, reviewClosed
    case noticePublished, objectionFiled, objectionResolved, confirmed, platformExported
    case goodsReceived, priceSet, redeemed, repaired
    case reviewReopened, recused, noticeVoided, evidenceAdded, entriesHidden, platformAnswered
    case reminderIssued, reminderClosed, campaignSet
    case balanceMoved, yearClosed, spendableExpired
    case goodsCounted, goodsWrittenOff, goodsReturned, goodsDelisted, refunded
    case cardsIssued, cardsTaken, cardsReturned, cardBarred, cardsCounted
  }

  public var kind: Kind {
    switch self {
    case .ledgerOpened: .ledgerOpened
    case .settingsSet: .settingsSet
    case .catalogAdopted: .catalogAdopted
    case .rosterChanged: .rosterChanged
    case .consentChanged: .consentChanged
    case .recorded: .recorded
    case .withdrawn: .withdrawn
    case .reviewOpened: .reviewOpened
    case .decided: .decided
    case .reviewClosed: .reviewClosed
    case .noticePublished: .noticePublished
    case .objectionFiled: .objectionFiled
    case .objectionResolved: .objectionResolved
    case .confirmed: .confirmed
    case .platformExported: .platformExported
    case .goodsReceived: .goodsReceived
    case .priceSet: .priceSet
    case .redeemed: .redeemed
    case .repaired: .repaired
    case .reviewReopened: .reviewReopened
    case .recused: .recused
    case .noticeVoided: .noticeVoided
    case .evidenceAdded: .evidenceAdded
    case .entriesHidden: .entriesHidden
    case .platformAnswered: .platformAnswered
    case .reminderIssued: .reminderIssued
    case .reminderClosed: .reminderClosed
    case .campaignSet: .campaignSet
    case .balanceMoved: .balanceMoved
    case .yearClosed: .yearClosed
    case .spendableExpired: .spendableExpired
    case .goodsCounted: .goodsCounted
    case .goodsWrittenOff: .goodsWrittenOff
    case .goodsReturned: .goodsReturned
    case .goodsDelisted: .goodsDelisted
    case .refunded: .refunded
    case .cardsIssued: .cardsIssued
    case .cardsTaken: .cardsTaken
    case .cardsReturned: .cardsReturned
    case .cardBarred: .cardBarred
    case .cardsCounted: .cardsCounted
    }
  }
}

/// An event with its envelope: when it was recorded, by whom, and by which command.
public struct RecordedEvent: Equatable, Sendable {
  /// 1 for the first line of the ledger.
  public var sequence: Int
  public var at: Moment
  public var by: Operator
  public var receipt: ReceiptKey
  /// SHA-256 of the command in canonical English words (S1.2).
  public var request: Digest
  public var event: Event

  public init(
    sequence: Int, at: Moment, by: Operator, receipt: ReceiptKey, request: Digest, event: Event
  ) {
    self.sequence = sequence
    self.at = at
    self.by = by
    self.receipt = receipt
    self.request = request
    self.event = event
  }
}
