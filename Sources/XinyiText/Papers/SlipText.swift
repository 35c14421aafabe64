import XinyiLedger

/// The paper a slip is printed on.
public enum SlipWidth: Int, Sendable, CaseIterable {
  /// A roll of 58 mm: 32 columns.
  case roll = 32
  /// A roll of 80 mm: 48 columns.
  case wideRoll = 48
  /// Half an A4 sheet: 84 columns.
  case sheet = 84
}

/// Lays a slip out. The same paper gives the same bytes.
public func slipText(_ paper: SlipPaper, width: SlipWidth) -> String {
  let lines =
    switch width {
    case .roll: rollLines(paper)
    case .wideRoll: wideRollLines(paper)
    case .sheet: sheetLines(paper)
    }
  return text(of: practiceLine(paper.village, width: width.rawValue) + lines)
}

private func sheetLines(_ paper: SlipPaper) -> [String] {
  let width = SlipWidth.sheet.rawValue
  let payment = paper.payment
  func pair(_ left: String, _ right: String) -> [String] {
    sideBySide(left, right, at: 46, width: width)
  }
  return title("\(paper.shop)兑换单", width: width)
    + pair("单号：\(paper.number)", "兑换日期：\(paper.on.inFull)\(clockText(paper))")
    + [rule(width)]
    + pair(
      "兑换人：\(paper.person.name)（\(place(of: paper.person))）", "代领人：\(paper.proxy ?? "无")")
    + goodsTable(
      paper,
      columns: [
        TableColumn("商品", .fills, .left), TableColumn("单位", .fits(8...12), .left),
        TableColumn("数量", .fits(6...10), .right),
        TableColumn("单价（分）", .fits(12...14), .right),
        TableColumn("小计（分）", .fits(12...14), .right),
      ],
      row: { [$0.goods, $0.unit, "\($0.count)", $0.price.fixed, $0.amount.fixed] },
      sum: ["合计", "", "\(itemCount(paper))", "", payment.total.fixed], width: width)
    + ["大写：\(payment.total.capitals)", payment.sentence]
    + pair("兑前余额：\(payment.before.fixed)分", "兑后余额：\(payment.after.fixed)分")
    + [rule(width)] + pair("兑换人（签字或按手印）：", "店员（签字）：") + [""]
    + wrapped(refundSentence(paper) + valueSentence, width: width, first: 0, rest: 0)
    + sideBySide(recordText(paper), "一式两联：存根联  /  村民联", at: 50, width: width)
}

private func wideRollLines(_ paper: SlipPaper) -> [String] {
  let width = SlipWidth.wideRoll.rawValue
  let payment = paper.payment
  func line(_ text: String) -> [String] { wrapped(text, width: width, first: 0, rest: 2) }
  return title("\(paper.shop)兑换单", width: width)
    + line("单号：\(paper.number)") + line("日期：\(paper.on.inFull)\(clockText(paper))")
    + line("兑换人：\(paper.person.name)（\(place(of: paper.person))）")
    + line("代领人：\(paper.proxy ?? "无")") + [rule(width)]
    + goodsTable(
      paper,
      columns: [
        TableColumn("商品", .fills, .left), TableColumn("数量", .fits(6...10), .right),
        TableColumn("单价", .fits(7...10), .right), TableColumn("小计", .fits(7...10), .right),
      ],
      row: { [$0.goods, "\($0.count)\($0.unit)", $0.price.fixed, $0.amount.fixed] },
      sum: ["合计", "", "", payment.total.fixed], width: width)
    + line("大写：\(payment.total.capitals)") + line(payment.sentence)
    + sideBySide(
      "兑前余额：\(payment.before.fixed)分", "兑后余额：\(payment.after.fixed)分", at: 25,
      width: width)
    + [rule(width), "兑换人（签字或按手印）：", "", "店员（签字）：", ""]
    + line(refundSentence(paper)) + line(valueSentence) + line(recordText(paper))
}

private func rollLines(_ paper: SlipPaper) -> [String] {
  let width = SlipWidth.roll.rawValue
  let payment = paper.payment
  func line(_ text: String) -> [String] { wrapped(text, width: width, first: 0, rest: 2) }
  func amount(_ text: String, _ points: Points) -> [String] {
    let figure = points.fixed
    let room = width - displayWidth(of: figure) - 1
    let lines = wrapped(text, width: room, first: 0, rest: 2)
    return lines.dropLast()
      + lines.suffix(1).map { padded($0, to: width - displayWidth(of: figure), .left) + figure }
  }
  let person = paper.person
  let cards =
    payment.cardCount > 0 ? amount("其中纸卡\(payment.cardCount)张", payment.cards) : []
  return line("\(paper.shop)兑换单") + line("单号 \(paper.number)")
    + line("\(paper.on)\(paper.clock.map { " \($0)" } ?? "")")
    + line("\(person.name) \(person.number) \(person.group)")
    + (paper.proxy.map { line("代领 \($0)") } ?? []) + [rule(width)]
    + paper.lines.flatMap { amount("\($0.goods) \($0.count)\($0.unit)", $0.amount) }
    + [rule(width)] + amount("合计", payment.total) + line("大写 \(payment.total.capitals)")
    + cards + amount("余额", payment.after)
    + ["签字：", "", "店员：", ""] + line("质量问题\(paper.refundDays)日内持单先换后退")
    + line("查单码 \(paper.record.digest.inGroups(first: 16))")
}

/// Head, goods and sum, closed by rules. The sum stands in the same columns as the goods.
private func goodsTable(
  _ paper: SlipPaper, columns: [TableColumn], row: (SlipLine) -> [String], sum: [String],
  width: Int
) -> [String] {
  let table = Table(columns: columns, rows: paper.lines.map(row) + [sum], width: width, gap: 2)
  return table.head + [rule(width)] + table.rows.dropLast().flatMap(\.self) + [rule(width)]
    + table.rows.suffix(1).flatMap(\.self)
}

/// `0012，3组，12户`.
private func place(of person: PaperPerson) -> String {
  let parts = [person.number.text, person.group] + (person.household.map { ["\($0)户"] } ?? [])
  return parts.filter { !$0.isEmpty }.joined(separator: "，")
}

private func clockText(_ paper: SlipPaper) -> String { paper.clock.map { "  \($0)" } ?? "" }

private func itemCount(_ paper: SlipPaper) -> Int { paper.lines.map(\.count).reduce(0, +) }

private func refundSentence(_ paper: SlipPaper) -> String {
  "质量问题请持本单\(paper.refundDays)日内来店，先换后退。"
}

private let valueSentence = "积分不兑现金，不作价买卖。"

private func recordText(_ paper: SlipPaper) -> String {
  "账本第\(paper.record.line)行  查单码 \(paper.record.digest.inGroups(first: 16))"
}
