import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let redeem = Command(
    .redeem, .writes, summary: "兑换：扣积分、出商品，一笔一行，打兑换单",
    examples: ["xinyi 兑换 苏玉强 洗衣粉 不锈钢盆", "xinyi 兑换 0012 XYFx2 --代领 0013"],
    words: [
      Word(.who, .person, .one, "谁"), Word(.item, .basket, .many, "商品，几件写 x几"),
    ],
    options: [
      .optional(.on, .day, "兑换的日期，不写就是今天"), .optional(.proxy, .person, "代领人"),
      .flag(.again, "十分钟内同样再兑一次"), .slipWidth,
    ]
  ) { session, arguments in
    try session.write { change in
      let directory = change.directory
      let person = try directory.person(arguments[word: .who].text ?? "")
      let basket = try arguments[word: .item].basket.map { try directory.basketLine($0) }
      let proxy = try arguments[.proxy].text.map { try directory.person($0) }
      let limits = change.shop.goods.compactMap { row in row.limit.map { (row.item, $0) } }
      let request = RedeemRequest(
        person: person, basket: basket, proxy: proxy,
        on: arguments[.on].day ?? change.today, again: arguments[.again].isGiven,
        limits: Dictionary(limits, uniquingKeysWith: { first, _ in first }))
      guard let request else { throw WordFault.badBasket }
      try change.draft.redeem(request)
    } answer: { outcome in
      outcome.directory.answer(
        of: outcome.ledger.redemptions.last { $0.receipt == outcome.receipt },
        digest: outcome.hashes.last ?? .zero, width: arguments.slipWidth)
    }
  }

  static let slip = Command(
    .slip, .reads, summary: "补打一张兑换单", examples: ["xinyi 补打 1103-02"],
    words: [Word(.receipt, .word, .one, "单号")],
    options: [.slipWidth]
  ) { session, arguments in
    try session.read(strict: true) { view in
      let typed = arguments[word: .receipt].text ?? ""
      guard let redemption = view.ledger.redemption(typed) else {
        throw WordFault.unknownSlip(typed)
      }
      return view.directory.answer(
        of: redemption, digest: view.snapshot.lines.lines[redemption.sequence - 1].hash,
        width: arguments.slipWidth)
    }
  }
}

extension Command.Option {
  fileprivate static let slipWidth = Command.Option.optional(
    .width, .choice(ChoiceSet("宽", "84", "48", "32")), "单子的列数：84、48 或 32")
}

extension Arguments {
  fileprivate var slipWidth: SlipWidth {
    self[.width].choice.flatMap { Int($0) }.flatMap { SlipWidth(rawValue: $0) } ?? .sheet
  }
}

extension Directory {
  fileprivate func answer(
    of redemption: Redemption?, digest: Digest, width: SlipWidth
  ) -> Answer {
    guard let redemption, let paper = paperSource.slip(redemption, digest: digest) else {
      return Answer(json: [], text: "")
    }
    let lines = redemption.redeemed.lines.map { line -> JSON in
      .object([
        ("item", .text(line.item)), ("name", .string(naming.item(line.item))),
        ("count", .int(line.count)), ("price", .tenths(line.price)),
        ("points", .optional(line.price.multiplied(by: line.count))),
      ])
    }
    var answer = Answer(
      json: [
        ("slip", .string(redemption.slip)), ("person", .optional(redemption.redeemed.person)),
        ("on", .text(redemption.redeemed.on)), ("lines", .array(lines)),
        ("total", .tenths(redemption.redeemed.total)),
        ("spendableAfter", .tenths(redemption.spendableAfter)),
      ],
      text: slipText(paper, width: width))
    answer.isPaper = true
    return answer
  }
}
