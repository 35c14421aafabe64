/// Why the shop does not do what it is asked for (R308 to R329).
public enum ShopRefusal: Equatable, Sendable {
  case delisted(ItemCode)
  /// There would be enough of it, but so many pieces have expired.
  case expired(ItemCode, usable: Int, expired: Int, asked: Int)
  case closedToday(Day, open: [Int])
  case strangerAsProxy(PersonNumber, for: PersonNumber)
  case batchDiffers(ItemCode, batch: String)
  case unknownBatch(ItemCode, batch: String, known: [String?])
  case batchShort(ItemCode, batch: String?, held: Int, asked: Int)
  case isService(ItemCode)
  case neverReceived(ItemCode)
  case alreadyDelisted(ItemCode)
  case refundTooLate(slip: String, last: Day, today: Day)
  case notOnSlip(ItemCode, slip: String)
  case refundTooMuch(ItemCode, slip: String, left: Int, asked: Int)
  case nothingLeft(slip: String)

  public var code: String {
    switch self {
    case .delisted: "R308"
    case .expired: "R309"
    case .closedToday: "R310"
    case .strangerAsProxy: "R311"
    case .batchDiffers: "R312"
    case .unknownBatch: "R313"
    case .batchShort: "R314"
    case .isService: "R315"
    case .neverReceived: "R316"
    case .alreadyDelisted: "R317"
    case .refundTooLate: "R320"
    case .notOnSlip: "R321"
    case .refundTooMuch: "R322"
    case .nothingLeft: "R323"
    }
  }
}

/// Why a paper card is not taken or handed out (R330 to R349).
public enum CardRefusal: Equatable, Sendable {
  case unknown(CardNumber)
  case notOut(CardNumber, CardBook.State, since: Day)
  case ranOut(CardNumber, Year)
  case issuedLater(CardNumber, issued: Day, on: Day)
  case cardsShort(held: Points, total: Points)
  case tooMany(CardNumber, change: Points)
  case halfPoints(total: Points)
  case noChange(Points)
  case notMakeable(Points, denominations: [Int])
  case balanceShort(PersonNumber, whole: Points, asked: Points)
  case monthNotInForce(Month, ReviewMonth.State)
  case nothingToIssue(Month)
  case notBarred(CardNumber, CardBook.State)
  case waiting(CardNumber, until: Day)
  case noOwner(CardNumber)
  case notInTill(CardNumber, CardBook.State)
  case swapDiffers(given: Points, asked: Points)
  case noneToBar(PersonNumber)
  case notReplaceable(CardNumber)

  public var code: String {
    switch self {
    case .unknown: "R330"
    case .notOut: "R331"
    case .ranOut: "R332"
    case .issuedLater: "R333"
    case .cardsShort: "R334"
    case .tooMany: "R335"
    case .halfPoints: "R336"
    case .noChange: "R337"
    case .notMakeable: "R338"
    case .balanceShort: "R339"
    case .monthNotInForce: "R340"
    case .nothingToIssue: "R341"
    case .notBarred: "R342"
    case .waiting: "R343"
    case .noOwner: "R344"
    case .notInTill: "R345"
    case .swapDiffers: "R346"
    case .noneToBar: "R347"
    case .notReplaceable: "R348"
    }
  }
}
