public import XinyiLedger

extension PaperSource {
  /// The slip of a redemption whose line has the hash `digest`; nil for one without an account.
  public func slip(_ redemption: Redemption, digest: Digest) -> SlipPaper? {
    guard let person = redemption.redeemed.person else { return nil }
    let redeemed = redemption.redeemed
    let settings = ledger.settings(on: redeemed.on)
    return SlipPaper(
      village: village, shop: Self.shopName, number: redemption.slip, on: redeemed.on,
      clock: redeemed.on == redemption.at.day ? redemption.at.clock : nil,
      person: PaperPerson(
        number: person, name: naming.name(of: person), group: group(of: person),
        household: ledger.roster[person]?.household(on: redeemed.on)),
      proxy: redeemed.proxy.map { naming.name(of: $0) },
      lines: redeemed.lines.map { line in
        SlipLine(
          goods: naming.item(line.item), unit: naming.unit(of: line.item), count: line.count,
          price: line.price, amount: line.price.multiplied(by: line.count) ?? .zero)
      },
      payment: SlipPayment(
        total: redeemed.total, account: redeemed.paidBy.account,
        cardCount: redeemed.paidBy.cards.count, cards: redeemed.total - redeemed.paidBy.account,
        before: redemption.spendableAfter + redeemed.paidBy.account,
        after: redemption.spendableAfter),
      record: SlipRecord(line: redemption.sequence, digest: digest),
      refundDays: settings.refundDays)
  }
}
