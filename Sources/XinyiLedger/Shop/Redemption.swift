/// One basket that went over the counter.
public struct Redemption: Codable, Equatable, Sendable {
  public let receipt: ReceiptKey
  public let sequence: Int
  public let at: Moment
  public let by: Operator
  /// The slip's number (单号): month, day and the serial of the day, `1103-02`.
  public let slip: String
  public let redeemed: Event.Redeemed
  /// The account it was paid from; nil when it was paid with cards.
  public let account: Account?
  /// What was left on the account right after.
  public let spendableAfter: Points?
  /// What is still taken, by the year it was taken from, and not given back.
  public internal(set) var taken: [Event.YearPoints]
  /// What was not brought back, as the lines of the basket.
  public internal(set) var kept: [Event.BasketLine]
}

/// Goods that were brought back.
public struct Refund: Codable, Equatable, Sendable {
  public let receipt: ReceiptKey
  public let sequence: Int
  public let at: Moment
  public let by: Operator
  /// Its own slip number.
  public let slip: String
  /// The place of what was brought back among the redemptions.
  public let redemption: Int
  public let refunded: Event.Refunded
  public let total: Points
  /// What went back to the account, by the year it had been taken from.
  public let returned: [Event.YearPoints]
  public let account: Account?
  public let spendableAfter: Points?
}
