public import XinyiLedger

/// What a slip says: a redemption from an account (兑换单) or with cards, or goods that were brought
/// back (退货单).
public struct SlipPaper: Sendable, Equatable {
  public var village: PaperVillage
  public var shop: String
  public var kind: SlipKind
  /// The speakable number (单号): `1103-02`.
  public var number: String
  public var on: Day
  /// Hours and minutes, `09:42`; nil for a slip that was written by hand and entered later.
  public var clock: String?
  /// Whose points were used. The slip is his own, so it names him in full; nil for cards, which
  /// are anybody's.
  public var person: PaperPerson?
  /// The name and number of who came instead, and why when it is somebody of another household.
  public var proxy: String?
  public var lines: [SlipLine]
  public var total: Points
  public var payment: SlipPayment
  public var record: SlipRecord
  /// Days within which goods may be brought back.
  public var refundDays: Int

  public init(
    village: PaperVillage, shop: String, kind: SlipKind = .redemption, number: String, on: Day,
    clock: String?, person: PaperPerson?, proxy: String?, lines: [SlipLine], total: Points,
    payment: SlipPayment, record: SlipRecord, refundDays: Int
  ) {
    self.village = village
    self.shop = shop
    self.kind = kind
    self.number = number
    self.on = on
    self.clock = clock
    self.person = person
    self.proxy = proxy
    self.lines = lines
    self.total = total
    self.payment = payment
    self.record = record
    self.refundDays = refundDays
  }
}

/// What the slip is about.
public enum SlipKind: Sendable, Equatable {
  case redemption
  /// Goods that came back, of which slip and why, and whether they are on the shelf again.
  case refund(of: String, why: String, isRestocked: Bool)
}

/// Goods of one kind on a slip.
public struct SlipLine: Sendable, Equatable {
  public var goods: String
  public var unit: String
  public var count: Int
  /// Points for one unit.
  public var price: Points
  /// Points for all of them, as the ledger took them.
  public var amount: Points

  public init(goods: String, unit: String, count: Int, price: Points, amount: Points) {
    self.goods = goods
    self.unit = unit
    self.count = count
    self.price = price
    self.amount = amount
  }
}

/// How the points moved.
public enum SlipPayment: Sendable, Equatable {
  /// What the account held before and after.
  case account(before: Points, after: Points)
  /// The cards taken in, and those that went out.
  case cards(taken: [CardNumber], given: [CardNumber])
}

/// The slip's own line in the ledger.
public struct SlipRecord: Sendable, Equatable {
  /// The number of the line, from 1.
  public var line: Int
  /// The digest of the line; the slip shows its first 16 digits as 查单码.
  public var digest: Digest

  public init(line: Int, digest: Digest) {
    self.line = line
    self.digest = digest
  }
}
