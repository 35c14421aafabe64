import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let shopImport = Command(
    .shopImport, .writes, summary: "从表格上架、调价、进货；同一个文件导两次，第二次什么也不变",
    examples: ["xinyi 超市 导入 商品.csv --试算", "xinyi 超市 导入 商品.csv"],
    words: [
      Word(.file, .path, .one, "CSV 文件：编码,名称,单位,单价,限兑；进货再写 数量,批次,到期,来源,出资方,进价")
    ]
  ) { session, arguments in
    let path = arguments[word: .file].text ?? ""
    let table = try session.table(in: path)
    return try session.write { change in
      let sheet = try TitledTable<GoodsColumn>(table, file: path.lastComponent, titles: [:])
      try GoodsImport(sheet, change.directory).carryOut(in: &change, session.language)
    } answer: { outcome in
      outcome.answer(to: try TitledTable(table, file: path.lastComponent, titles: [:]))
    }
  }
}

extension Outcome {
  fileprivate func answer(to sheet: TitledTable<GoodsColumn>) -> Answer {
    let list = GoodsImport(sheet, directory)
    var prices: [ItemCode: Int] = [:]
    var arrivals: Set<[String]> = []
    for event in events.map(\.event) {
      if case .priceSet(let set) = event { prices[set.item, default: 0] += 1 }
      if case .goodsReceived(let came) = event {
        arrivals.insert([came.item.text, came.batch ?? ""])
      }
    }
    // What has had no other price yet was listed just now.
    let new = prices.keys.filter { ledger.stock.pricings(of: $0) == prices[$0] }
    let unchanged = list.rows.count { row in
      prices[row.item] == nil
        && row.arrival.map { !arrivals.contains([row.item.text, $0.batch ?? ""]) } ?? true
    }
    var answer = goodsAnswer(verb: verb(new.count, prices.count - new.count, arrivals.count))
    answer.json =
      [
        ("added", .int(new.count)), ("priced", .int(prices.count - new.count)),
        ("received", .int(arrivals.count)), ("unchanged", .int(unchanged)),
        ("unused", .array(sheet.unused.map { .string($0) })),
      ] + answer.json
    answer.text += words(for: list.differing) + sheet.wordsForUnused
    if !arrivals.isEmpty {
      let count = CommandText(.shopCount).flag(.help).text(in: directory.language)
      answer.text += "进错了的，用盘点改成实有的件数：\(count)\n"
    }
    return answer
  }

  private func verb(_ new: Int, _ priced: Int, _ received: Int) -> String {
    let parts = [
      new > 0 ? "新上架 \(new) 种" : nil, priced > 0 ? "调价 \(priced) 种" : nil,
      received > 0 ? "进货 \(received) 批" : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? "与货架相同，什么也没有变" : "已导入：" + parts.joined(separator: "，")
  }

  private func words(for differing: [GoodsRow]) -> String {
    guard !differing.isEmpty else { return "" }
    let names = differing.map(\.item.text).unique.prefix(10).joined(separator: "、")
    return "单位或限兑与货架不同，没有改：\(names)\n"
  }
}
