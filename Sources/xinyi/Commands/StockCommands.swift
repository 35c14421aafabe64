import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let shopCount = Command(
    .shopCount, .writes, summary: "盘点：写下货架上实有几件，多了少了都记在账上",
    examples: ["xinyi 超市 盘点 XYF 38", "xinyi 超市 盘点 SYOU 5 --批次 20261103"],
    words: [
      Word(.item, .item, .one, "哪种商品"), Word(.number, .number, .one, "实有几件"),
    ],
    options: [.optional(.batch, .word, "只盘这一批")]
  ) { session, arguments in
    try session.write { change in
      let item = try change.directory.item(arguments[word: .item].text ?? "")
      let counted = try arguments.pieces(upTo: Stock.largestArrival)
      try change.draft.count(item, counted, batch: arguments[.batch].text)
    } answer: { outcome in
      let moves = outcome.movesOfStock
      let difference = moves.reduce(0) { $0 + $1.count }
      var answer = outcome.goodsAnswer(
        verb: difference == 0
          ? "已盘点，与账相符" : difference > 0 ? "已盘点，多 \(difference) 件" : "已盘点，少 \(-difference) 件")
      answer.json.append(("difference", .int(difference)))
      return answer
    }
  }

  static let shopWriteOff = Command(
    .shopWriteOff, .writes, summary: "报损：过期、损坏、丢失的出账，两名经手人一起看过",
    examples: ["xinyi 超市 报损 SYOU 2 --理由 过期 --复核人 op2"],
    words: [
      Word(.item, .item, .one, "哪种商品"), Word(.number, .count, .one, "件数"),
    ],
    options: [
      .required(.why, .text, "为什么"), .required(.second, .operatorLabel, "复核人，须是另一名经手人"),
      .optional(.batch, .word, "哪一批；不写就从最早到期的算起"),
    ]
  ) { session, arguments in
    try session.write { change in
      let item = try change.directory.item(arguments[word: .item].text ?? "")
      guard let second = try change.secondOperator(arguments) else {
        throw arguments.usage(.missingOption(.second))
      }
      try change.draft.writeOff(
        item, try arguments.pieces(upTo: Stock.largestArrival), batch: arguments[.batch].text,
        why: arguments[.why].text ?? "", second: second)
    } answer: { outcome in
      outcome.goodsAnswer(verb: "已报损")
    }
  }

  static let shopReturn = Command(
    .shopReturn, .writes, summary: "退供应商：退回的出账",
    examples: ["xinyi 超市 退供应商 XYF 10 --理由 包装破了"],
    words: [
      Word(.item, .item, .one, "哪种商品"), Word(.number, .count, .one, "件数"),
    ],
    options: [
      .required(.why, .text, "为什么"), .optional(.batch, .word, "哪一批；不写就从最早到期的算起"),
    ]
  ) { session, arguments in
    try session.write { change in
      let item = try change.directory.item(arguments[word: .item].text ?? "")
      try change.draft.sendBack(
        item, try arguments.pieces(upTo: Stock.largestArrival), batch: arguments[.batch].text,
        why: arguments[.why].text ?? "")
    } answer: { outcome in
      outcome.goodsAnswer(verb: "已退给供应商")
    }
  }

  static let shopLabel = Command(
    .shopLabel, .reads, summary: "打价签，剪下来贴在货架上", examples: ["xinyi 超市 价签", "xinyi 超市 价签 洗衣粉 肥皂"],
    words: [Word(.item, .basket, .any, "哪几种；不写就是在架的全部")]
  ) { session, arguments in
    try session.read { view in
      let named = try arguments[word: .item].basket.map {
        try view.directory.basketLine($0).item
      }
      let items = view.labelled(named)
      var answer = Answer(
        rows: items.map(view.directory.row(ofItem:)), text: view.labels(of: items).text)
      answer.isPaper = true
      return answer
    }
  }

  static let shopClose = Command(
    .shopClose, .reads, summary: "日结：一天的单子、商品、积分卡和账本校验码",
    examples: ["xinyi 超市 日结", "xinyi 超市 日结 --日期 11-03"],
    options: [.optional(.on, .day, "哪一天，不写就是今天")]
  ) { session, arguments in
    try session.read(strict: true) { view in
      let day = arguments[.on].day ?? view.today
      let (sheet, last, digest) = try view.daySheet(of: day)
      return Answer(
        rows: sheet.flatRows, text: reportPaper(sheet).text,
        with: [
          ("on", .text(day)), ("records", .int(last)), ("digest", .text(digest)),
        ])
    }
  }

  static let reportShop = Command(
    .reportShop, .reads, summary: "超市报表：积分兑得完吗、谁该出多少钱、什么好兑什么滞销",
    examples: ["xinyi 报表 超市", "xinyi 报表 超市 --月份 2026-10"],
    options: [.optional(.month, .month, "哪个月，不写就是这个月")]
  ) { session, arguments in
    try session.read { view in
      let month = arguments[.month].month ?? view.today.month
      let first = view.ledger.opened.firstMonth
      guard (first...max(first, view.today.month)).contains(month) else {
        throw Refusal.noReportOf(month, first: first, last: max(first, view.today.month))
      }
      let sheet = view.directory.paperSource.shopSheet(
        view.ledger.shopReport(of: month, on: view.today))
      return Answer(
        rows: sheet.flatRows, text: reportPaper(sheet).text, with: [("month", .text(month))])
    }
  }
}

extension Outcome {
  /// What the command's lines moved on the shelf.
  fileprivate var movesOfStock: Slice<LongList<Stock.Move>> {
    ledger.stock.moves.suffix(events.count)
  }
}

extension VillageView {
  /// The goods named, or all on the list.
  func labelled(_ named: [ItemCode]) -> [ItemCode] {
    named.isEmpty ? ledger.stock.order.filter { ledger.stock[$0]?.isListed == true } : named
  }

  func labels(of items: [ItemCode]) -> Sheet {
    labelSheet(
      items.map { item in
        ShelfLabel(
          code: item.text, name: naming.item(item), unit: naming.unit(of: item),
          price: ledger.stock[item]?.price ?? .zero)
      })
  }

  /// The close of a day, with the lines of the ledger up to it and their 账本校验码.
  func daySheet(of day: Day) throws -> (sheet: ReportSheet, records: Int, digest: Digest) {
    if day > today { throw Refusal.futureDay(day, today: today) }
    // The lines stand in the order of time.
    let last = snapshot.events.last { $0.at.day <= day }?.sequence ?? 0
    let digest = snapshot.lines.fingerprint(lines: last) ?? .zero
    let close = ledger.dayClose(of: day, lastLine: last)
    return (directory.paperSource.daySheet(close, digest: digest), last, digest)
  }
}
