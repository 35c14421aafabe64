public import XinyiLedger

/// What a redemption slip says (兑换单) when points of an account were used.
public struct SlipPaper: Sendable, Equatable {
  public var village: PaperVillage
  public var shop: String
  /// The speakable number (单号): `1103-02`.
  public var number: String
  public var on: Day
  /// Hours and minutes, `09:42`; nil for a slip that was written by hand and entered later.
  public var clock: String?
  /// Whose points were used. The slip is his own, so it names him in full.
  public var person: PaperPerson
  /// The name of who came instead.
  public var proxy: String?
  public var lines: [SlipLine]
  public var payment: SlipPayment
  public var record: SlipRecord
  /// Days within which goods may be brought back.
  public var refundDays: Int

  public init(
    village: PaperVillage, shop: String, number: String, on: Day, clock: String?,
    person: PaperPerson, proxy: String?, lines: [SlipLine], payment: SlipPayment,
    record: SlipRecord, refundDays: Int
  ) {
    self.village = village
    self.shop = shop
    self.number = number
    self.on = on
    self.clock = clock
    self.person = person
    self.proxy = proxy
    self.lines = lines
    self.payment = payment
    self.record = record
    self.refundDays = refundDays
  }
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

/// How the points were paid, and what the account held before and after.
public struct SlipPayment: Sendable, Equatable {
  public var total: Points
  public var account: Points
  public var cardCount: Int
  public var cards: Points
  public var before: Points
  public var after: Points

  public init(
    total: Points, account: Points, cardCount: Int, cards: Points, before: Points, after: Points
  ) {
    self.total = total
    self.account = account
    self.cardCount = cardCount
    self.cards = cards
    self.before = before
    self.after = after
  }

  var sentence: String {
    "支付：账户\(account.fixed)分，纸卡\(cardCount)张" + (cardCount > 0 ? "\(cards.fixed)分。" : "。")
  }
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
