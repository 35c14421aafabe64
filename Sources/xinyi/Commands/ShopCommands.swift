import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let shopAdd = Command(
    .shopAdd, .writes, summary: "上架一种商品", examples: ["xinyi 超市 上架 XYF --名称 洗衣粉 --单价 10 --单位 袋"],
    words: [Word(.item, .word, .one, "商品编码，字母数字")],
    options: [
      .required(.name, .text, "商品名称"), .required(.price, .points, "单价，多少分"),
      .optional(.unit, .word, "单位，如 袋、个；不写就是 件"),
      .optional(.limit, .count, "每人每月限兑几件"),
      .flag(.service, "是服务，没有存货，如理发、磨剪子"),
    ]
  ) { session, arguments in
    try session.write { change in
      let typed = arguments[word: .item].text ?? ""
      guard let item = ItemCode(typed), BasketLine(typed: typed).item == typed else {
        throw arguments.usage(
          .invalidValue(
            .word(.item), typed: typed, .malformed(expectation: ItemCode.expectation)))
      }
      let price = try arguments.price()
      change.shop.goods.removeAll { $0.item == item }
      change.shop.goods.append(
        ShopList.Row(
          item: item, name: arguments[.name].text ?? typed,
          unit: arguments[.unit].text ?? "件", price: price, limit: arguments[.limit].number))
      try change.draft.list(item, at: price, service: arguments[.service].isGiven)
    } answer: { outcome in
      outcome.goodsAnswer(verb: "已上架")
    }
  }

  static let shopRemove = Command(
    .shopRemove, .writes, summary: "下架：不再兑换，剩下的存货还在账上", examples: ["xinyi 超市 下架 XYF"],
    words: [Word(.item, .item, .one, "哪种商品")]
  ) { session, arguments in
    try session.write { change in
      try change.draft.delist(change.directory.item(arguments[word: .item].text ?? ""))
    } answer: { outcome in
      outcome.goodsAnswer(verb: "已下架；要再上架，调一次价就行")
    }
  }

  static let shopPrice = Command(
    .shopPrice, .writes, summary: "调价；已开的单子不变", examples: ["xinyi 超市 调价 XYF 9"],
    words: [
      Word(.item, .item, .one, "哪种商品"), Word(.price, .points, .one, "新单价，多少分"),
    ]
  ) { session, arguments in
    try session.write { change in
      let item = try change.directory.item(arguments[word: .item].text ?? "")
      guard let price = arguments[word: .price].points, price > .zero else {
        throw arguments.usage(.invalidValue(.word(.price), typed: "0", .zero))
      }
      try change.draft.setPrice(price, of: item)
    } answer: { outcome in
      outcome.goodsAnswer(verb: "已调价")
    }
  }

  static let shopReceive = Command(
    .shopReceive, .writes, summary: "进货入库",
    examples: [
      "xinyi 超市 进货 XYF 50 --来源 镇里拨付",
      "xinyi 超市 进货 SYOU 20 --到期 2027-03-31 --出资方 村集体 --进价 58.5",
    ],
    words: [
      Word(.item, .item, .one, "哪种商品"), Word(.number, .count, .one, "件数"),
    ],
    options: [
      .optional(.batch, .word, "批次；有到期日、进价或出资方又不写时，按今天的日期起名"),
      .optional(.expires, .dayAhead, "到期日，当天还能兑"), .optional(.from, .text, "从哪里来"),
      .optional(.payer, .choice(.payers), "谁出钱"),
      .optional(.cost, .money, "进价，一件多少元"),
    ]
  ) { session, arguments in
    try session.write { change in
      let item = try change.directory.item(arguments[word: .item].text ?? "")
      let count = try arguments.pieces(upTo: Stock.largestArrival)
      let payer = arguments[.payer].choice.flatMap { Event.Payer($0) }
      try change.draft.receive(
        .init(
          item: item, batch: arguments[.batch].text, count: count,
          expires: arguments[.expires].day, from: arguments[.from].text, payer: payer,
          cost: arguments[.cost].money))
    } answer: { outcome in
      outcome.goodsAnswer(verb: "已入库")
    }
  }

  static let shopList = Command(
    .shopList, .reads, summary: "看货架：商品、单价、存货", examples: ["xinyi 超市 货架"]
  ) { session, _ in
    try session.read { view in
      let items = view.ledger.stock.order
      return Answer(
        rows: items.map(view.directory.row(ofItem:)),
        text: view.directory.table(ofItems: items))
    }
  }
}

extension Arguments {
  /// A price is more than nothing.
  fileprivate func price() throws -> Points {
    guard let price = self[.price].points, price > .zero else {
      throw usage(.invalidValue(.option(.price), typed: "0", .zero))
    }
    return price
  }
}

extension Arguments {
  /// How many pieces; more than the limit are a slip of the finger.
  func pieces(upTo limit: Int) throws -> Int {
    let count = self[word: .number].number ?? 0
    guard count <= limit else {
      throw usage(
        .invalidValue(
          .word(.number), typed: String(count), .tooLarge(expectation: "件数，至多 \(limit)")))
    }
    return count
  }
}

extension Outcome {
  /// The goods that the command moved, as they stand now.
  func goodsAnswer(verb: String) -> Answer {
    var items: [ItemCode] = []
    for item in events.compactMap(\.event.item) where !items.contains(item) {
      items.append(item)
    }
    return Answer(
      rows: items.map(directory.row(ofItem:)),
      text: "\(verb)。\n" + directory.table(ofItems: items))
  }
}

extension Event {
  /// The goods that a line of the shop is about; nil for other lines and for baskets.
  fileprivate var item: ItemCode? {
    switch self {
    case .priceSet(let event): event.item
    case .goodsReceived(let event): event.item
    case .goodsCounted(let event): event.item
    case .goodsWrittenOff(let event): event.item
    case .goodsReturned(let event): event.item
    case .goodsDelisted(let event): event.item
    default: nil
    }
  }
}
