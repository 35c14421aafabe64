extension Draft {
  /// Takes goods back (退货): points go back where they came from, goods on the shelf or away.
  ///
  /// - Parameters:
  ///   - redemption: its place among the ledger's redemptions.
  ///   - basket: the pieces that come back; empty for all that is left.
  ///   - restock: whether they can be given out again.
  public mutating func refund(
    _ redemption: Redemption, _ basket: [RedeemRequest.Piece], restock: Bool, why: String
  ) throws {
    let last = redemption.redeemed.on + ledger.settings(on: redemption.redeemed.on).refundDays
    let slip = redemption.slip
    guard today <= last else {
      throw Refusal.shop(.refundTooLate(slip: slip, last: last, today: today))
    }
    let kept = redemption.kept.filter { $0.count > 0 }
    if kept.isEmpty { throw Refusal.shop(.nothingLeft(slip: slip)) }
    let lines = basket.isEmpty ? kept : try basket.flatMap { try parts($0, of: kept, slip) }
    let total = try ledger.total(of: lines)
    var cards: [CardNumber]?
    if redemption.redeemed.person == nil {
      cards = try ledger.cardsFromTill(total, newest: redemption.newestYear(in: ledger), on: today)
    }
    try append(
      .refunded(
        .init(of: redemption.receipt, lines: lines, restock: restock, why: why, cards: cards)))
  }

  /// Pieces of one item, from the batch that expires last, since that is worth most to others.
  private func parts(
    _ piece: RedeemRequest.Piece, of kept: [Event.BasketLine], _ slip: String
  ) throws -> [Event.BasketLine] {
    let own = kept.filter { $0.item == piece.item }
    if own.isEmpty { throw Refusal.shop(.notOnSlip(piece.item, slip: slip)) }
    let left = own.reduce(0) { $0 + $1.count }
    guard piece.count <= left else {
      throw Refusal.shop(.refundTooMuch(piece.item, slip: slip, left: left, asked: piece.count))
    }
    var rest = piece.count
    return own.reversed().compactMap { line in
      var part = line
      part.count = min(rest, line.count)
      rest -= part.count
      return part.count > 0 ? part : nil
    }
  }
}

extension Redemption {
  /// The newest year of the cards that it was paid with.
  fileprivate func newestYear(in ledger: Ledger) -> Year {
    redeemed.paidBy.cards.compactMap { ledger.cards[$0]?.year }.max() ?? redeemed.on.year
  }
}

extension Ledger {
  /// The redemption that a slip number or a receipt key names; a slip number of several years
  /// means the latest.
  public func redemption(_ word: String) -> Redemption? {
    let places = [ReceiptKey(word).flatMap { redemptionsByReceipt[$0] }, redemptionsBySlip[word]]
    return places.compactMap { $0 }.max().map { redemptions[$0] }
  }

  /// The refund that a slip number or a receipt key names.
  public func refund(_ word: String) -> Refund? {
    refunds.last { $0.slip == word || $0.receipt.text == word }
  }
}
