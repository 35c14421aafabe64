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
    ]
  ) { session, arguments in
    try session.write { change in
      let typed = arguments[word: .item].text ?? ""
      guard let item = ItemCode(typed), BasketLine(typed: typed).item == typed else {
        throw arguments.usage(
          .invalidValue(
            .word(.item), typed: typed, .malformed(expectation: ItemCode.expectation)))
      }
      guard change.ledger.stock[item] == nil else { throw Refusal.itemExists(item) }
      let price = try arguments.price()
      change.shop.goods.removeAll { $0.item == item }
      change.shop.goods.append(
        ShopList.Row(
          item: item, name: arguments[.name].text ?? typed,
          unit: arguments[.unit].text ?? "件", price: price, limit: arguments[.limit].number))
      try change.draft.setPrice(price, of: item)
    } answer: { outcome in
      outcome.goodsAnswer(verb: "已上架")
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
    .shopReceive, .writes, summary: "进货入库", examples: ["xinyi 超市 进货 XYF 50 --来源 镇里拨付"],
    words: [
      Word(.item, .item, .one, "哪种商品"), Word(.number, .count, .one, "件数"),
    ],
    options: [
      .optional(.batch, .word, "批次"), .optional(.expires, .dayAhead, "到期日"),
      .optional(.from, .text, "从哪里来"),
    ]
  ) { session, arguments in
    try session.write { change in
      let item = try change.directory.item(arguments[word: .item].text ?? "")
      guard let count = arguments[word: .number].number, count <= Stock.largestArrival else {
        throw arguments.usage(
          .invalidValue(
            .word(.number), typed: String(arguments[word: .number].number ?? 0),
            .tooLarge(expectation: "件数，至多 \(Stock.largestArrival)")))
      }
      try change.draft.receive(
        count, of: item, batch: arguments[.batch].text, expires: arguments[.expires].day,
        from: arguments[.from].text)
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

extension Outcome {
  fileprivate func goodsAnswer(verb: String) -> Answer {
    let items: [ItemCode] = events.compactMap { event in
      switch event.event {
      case .priceSet(let price): price.item
      case .goodsReceived(let goods): goods.item
      default: nil
      }
    }
    return Answer(
      rows: items.map(directory.row(ofItem:)),
      text: "\(verb)。\n" + directory.table(ofItems: items))
  }
}
