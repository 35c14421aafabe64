import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let redeem = Command(
    .redeem, .writes, summary: "兑换：扣积分、出商品，一笔一行，打兑换单",
    examples: [
      "xinyi 兑换 苏玉强 洗衣粉 不锈钢盆", "xinyi 兑换 0012 XYFx2 --代领 0013",
      "xinyi 兑换 --用卡 5-0031,5-0032 肥皂 --日期 11-03 --单号 SG-0007",
    ],
    words: [
      Word(.who, .person, .one, "谁", replacedBy: .cards),
      Word(.item, .basket, .many, "商品，几件写 x几"),
    ],
    options: [
      .optional(.cards, .cards, "收进的积分卡，用逗号分开；用卡兑换不写姓名"),
      .optional(.on, .day, "兑换的日期，不写就是今天"), .optional(.proxy, .person, "代领人"),
      .optional(.note, .text, "代领人不是同一户时写明缘由"),
      .flag(.again, "十分钟内同样再兑一次"), .slipWidth,
    ]
  ) { session, arguments in
    try session.write(byState: true) { change in
      let basket = try arguments[word: .item].basket.map { try change.directory.basketLine($0) }
      let request = RedeemRequest(
        try arguments.buyer(change.directory), basket: basket,
        on: arguments[.on].day ?? change.today, again: arguments[.again].isGiven,
        limits: change.shop.limits)
      guard let request else { throw WordFault.badBasket }
      try change.draft.redeem(request)
    } answer: { outcome in
      outcome.slipAnswer(width: arguments.slipWidth)
    }
  }

  static let refund = Command(
    .refund, .writes, summary: "退货：退回积分，商品上架或报损，打退货单",
    examples: ["xinyi 退货 1103-02 --理由 盆是漏的 --不入库", "xinyi 退货 1103-02 洗衣粉 --理由 拿错了"],
    words: [
      Word(.receipt, .word, .one, "兑换的单号"),
      Word(.item, .basket, .any, "退哪几件，几件写 x几；不写就是整单"),
    ],
    options: [
      .required(.why, .text, "为什么退"), .flag(.noRestock, "商品坏了，不再上架"), .slipWidth,
    ]
  ) { session, arguments in
    try session.write(byState: true) { change in
      let typed = arguments[word: .receipt].text ?? ""
      guard let redemption = change.ledger.redemption(typed) else {
        throw WordFault.unknownSlip(typed)
      }
      let basket = try arguments[word: .item].basket.map { try change.directory.basketLine($0) }
      let whole = RedeemRequest.added(basket)
      try change.draft.refund(
        redemption, whole, restock: !arguments[.noRestock].isGiven,
        why: arguments[.why].text ?? "")
    } answer: { outcome in
      outcome.slipAnswer(width: arguments.slipWidth)
    }
  }

  static let slip = Command(
    .slip, .reads, summary: "补打一张兑换单或退货单", examples: ["xinyi 补打 1103-02"],
    words: [Word(.receipt, .word, .one, "单号")],
    options: [.slipWidth]
  ) { session, arguments in
    try session.read(strict: true) { view in
      let width = arguments.slipWidth
      return switch try view.slip(arguments[word: .receipt].text ?? "") {
      case .redemption(let redemption, let digest):
        view.directory.answer(of: redemption, digest: digest, width: width)
      case .refund(let refund, let digest):
        view.directory.answer(of: refund, digest: digest, width: width)
      }
    }
  }
}

extension VillageView {
  /// What a slip's number stands for, with the digest of its line.
  enum Slip {
    case redemption(Redemption, Digest)
    case refund(Refund, Digest)
  }

  func slip(_ typed: String) throws(WordFault) -> Slip {
    if let redemption = ledger.redemption(typed) {
      return .redemption(redemption, snapshot.lines.hash(of: redemption.sequence) ?? .zero)
    }
    guard let refund = ledger.refund(typed) else { throw .unknownSlip(typed) }
    return .refund(refund, snapshot.lines.hash(of: refund.sequence) ?? .zero)
  }

  func slipSheet(_ typed: String, width: SlipWidth) throws -> Sheet {
    let paper =
      switch try slip(typed) {
      case .redemption(let redemption, let digest):
        directory.paperSource.slip(redemption, digest: digest)
      case .refund(let refund, let digest): directory.paperSource.slip(refund, digest: digest)
      }
    return XinyiText.slipSheet(paper, width: width)
  }
}

extension Command.Option {
  static let slipWidth = Command.Option.optional(
    .width, .choice(ChoiceSet("宽", "84", "48", "32")), "单子的列数：84、48 或 32")
}

extension Arguments {
  var slipWidth: SlipWidth {
    self[.width].choice.flatMap { Int($0) }.flatMap { SlipWidth(rawValue: $0) } ?? .sheet
  }

  /// A person's account, or cards; a card named twice is a slip of the finger.
  fileprivate func buyer(_ directory: Directory) throws -> RedeemRequest.Buyer {
    if self[.cards].isGiven {
      for option in [OptionName.proxy, .note] where self[option].isGiven {
        throw usage(.exclusive(.option(.cards), .option(option)))
      }
      return .cards(try cards(.option(.cards)))
    }
    return .person(
      try directory.person(self[word: .who].text ?? ""),
      proxy: try self[.proxy].text.map { try directory.person($0) }, note: self[.note].text)
  }

  /// The cards of a place, each once.
  func cards(_ slot: Slot) throws -> [CardNumber] {
    let values =
      switch slot {
      case .option(let option): self[option]
      case .word(let word): self[word: word]
      }
    var seen: Set<CardNumber> = []
    for card in values.cards where !seen.insert(card).inserted {
      throw usage(
        .invalidValue(
          slot, typed: card.description, .malformed(expectation: "不同的卡号，一张写一遍")))
    }
    return values.cards
  }
}

extension ShopList {
  var limits: [ItemCode: Int] {
    Dictionary(
      goods.compactMap { row in row.limit.map { (row.item, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension Outcome {
  /// The slip of what this command redeemed or took back.
  func slipAnswer(width: SlipWidth) -> Answer {
    let digest = hashes.last ?? .zero
    if let refund = ledger.refunds.last(where: { $0.receipt == receipt }) {
      return directory.answer(of: refund, digest: digest, width: width)
    }
    guard let redemption = ledger.redemptions.last(where: { $0.receipt == receipt }) else {
      return Answer(json: [], text: "")
    }
    return directory.answer(of: redemption, digest: digest, width: width)
  }
}

extension Directory {
  func answer(of redemption: Redemption, digest: Digest, width: SlipWidth) -> Answer {
    let redeemed = redemption.redeemed
    var answer = Answer(
      json: [
        ("slip", .string(redemption.slip)), ("person", .optional(redeemed.person)),
        ("on", .text(redeemed.on)), ("lines", rows(of: redeemed.lines)),
        ("total", .tenths(redeemed.total)),
        ("spendableAfter", .optional(redemption.spendableAfter)),
        ("cards", .array(redeemed.paidBy.cards.map { .text($0) })),
        ("change", .array(redeemed.paidBy.change.map { .text($0) })),
      ],
      text: slipSheet(paperSource.slip(redemption, digest: digest), width: width).text)
    answer.isPaper = true
    return answer
  }

  func answer(of refund: Refund, digest: Digest, width: SlipWidth) -> Answer {
    let redemption = ledger.redemptions[refund.redemption]
    var answer = Answer(
      json: [
        ("slip", .string(refund.slip)), ("of", .string(redemption.slip)),
        ("person", .optional(redemption.redeemed.person)),
        ("lines", rows(of: refund.refunded.lines)), ("refunded", .tenths(refund.total)),
        ("spendableAfter", .optional(refund.spendableAfter)),
        ("cards", .array((refund.refunded.cards ?? []).map { .text($0) })),
      ],
      text: slipSheet(paperSource.slip(refund, digest: digest), width: width).text)
    answer.isPaper = true
    return answer
  }

  private func rows(of lines: [Event.BasketLine]) -> JSON {
    .array(
      lines.map { line in
        .object([
          ("item", .text(line.item)), ("name", .string(naming.item(line.item))),
          ("batch", .optional(line.batch)), ("count", .int(line.count)),
          ("price", .tenths(line.price)),
          ("points", .optional(line.price.multiplied(by: line.count))),
        ])
      })
  }
}
