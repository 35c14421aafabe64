public import XinyiLedger

extension PaperSource {
  /// The slip of a redemption whose line has the hash `digest`.
  public func slip(_ redemption: Redemption, digest: Digest) -> SlipPaper {
    let redeemed = redemption.redeemed
    let payment: SlipPayment =
      if let after = redemption.spendableAfter {
        .account(before: after + redeemed.total, after: after)
      } else {
        .cards(taken: redeemed.paidBy.cards, given: redeemed.paidBy.change)
      }
    return SlipPaper(
      village: village, shop: Self.shopName, number: redemption.slip, on: redeemed.on,
      clock: redeemed.on == redemption.at.day ? redemption.at.clock : nil,
      person: redeemed.person.map { slipPerson($0, on: redeemed.on) },
      proxy: redeemed.proxy.map { proxy in
        naming.person(proxy) + (redeemed.note.map { "，\($0)" } ?? "")
      }, lines: slipLines(redeemed.lines),
      total: redeemed.total, payment: payment,
      record: SlipRecord(line: redemption.sequence, digest: digest),
      refundDays: ledger.settings(on: redeemed.on).refundDays)
  }

  /// The slip of goods that were brought back.
  public func slip(_ refund: Refund, digest: Digest) -> SlipPaper {
    let redemption = ledger.redemptions[refund.redemption]
    let day = refund.at.day
    let payment: SlipPayment =
      if let after = refund.spendableAfter {
        .account(before: after - refund.total, after: after)
      } else {
        .cards(taken: [], given: refund.refunded.cards ?? [])
      }
    return SlipPaper(
      village: village, shop: Self.shopName,
      kind: .refund(
        of: redemption.slip, why: refund.refunded.why, isRestocked: refund.refunded.restock),
      number: refund.slip, on: day, clock: refund.at.clock,
      person: redemption.redeemed.person.map { slipPerson($0, on: day) }, proxy: nil,
      lines: slipLines(refund.refunded.lines), total: refund.total, payment: payment,
      record: SlipRecord(line: refund.sequence, digest: digest),
      refundDays: ledger.settings(on: day).refundDays)
  }

  private func slipPerson(_ person: PersonNumber, on day: Day) -> PaperPerson {
    PaperPerson(
      number: person, name: naming.name(of: person), group: group(of: person),
      household: ledger.roster[person]?.household(on: day))
  }

  /// One line for each item and price: what batch it came from is the shop's affair.
  func slipLines(_ lines: [Event.BasketLine]) -> [SlipLine] {
    var merged: [Event.BasketLine] = []
    for line in lines {
      if let index = merged.firstIndex(where: { $0.item == line.item && $0.price == line.price }) {
        merged[index].count += line.count
      } else {
        merged.append(line)
      }
    }
    return merged.map { line in
      SlipLine(
        goods: naming.item(line.item), unit: naming.unit(of: line.item), count: line.count,
        price: line.price, amount: line.price.multiplied(by: line.count) ?? .zero)
    }
  }
}
