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
  func pair(_ left: String, _ right: String) -> [String] {
    sideBySide(left, right, at: 46, width: width)
  }
  let people: [String] =
    if let person = paper.person {
      pair("\(paper.bringer)：\(person.name)（\(place(of: person))）", paper.origin)
    } else {
      wrapped(paper.origin, width: width, first: 0, rest: 0)
    }
  let balance: [String] =
    switch paper.payment {
    case .account(let before, let after):
      pair("\(paper.shortAct)前余额：\(before.fixed)分", "\(paper.shortAct)后余额：\(after.fixed)分")
    case .cards: []
    }
  return title(paper.title, width: width)
    + pair("单号：\(paper.number)", "\(paper.act)日期：\(paper.on.inFull)\(clockText(paper))")
    + [rule(width)] + people
    + goodsTable(
      paper,
      columns: [
        TableColumn("商品", .fills, .left), TableColumn("单位", .fits(8...12), .left),
        TableColumn("数量", .fits(6...10), .right),
        TableColumn("单价（分）", .fits(12...14), .right),
        TableColumn("小计（分）", .fits(12...14), .right),
      ],
      row: { [$0.goods, $0.unit, "\($0.count)", $0.price.fixed, $0.amount.fixed] },
      sum: ["合计", "", "\(itemCount(paper))", "", paper.total.fixed], width: width)
    + ["大写：\(paper.total.capitals)"]
    + paper.paymentSentences.flatMap { wrapped($0, width: width, first: 0, rest: 6) } + balance
    + [rule(width)] + pair("\(paper.signer)（签字或按手印）：", "店员（签字）：") + [""]
    + wrapped(closingSentences(paper).joined(), width: width, first: 0, rest: 0)
    + sideBySide(recordText(paper), "一式两联：存根联  /  村民联", at: 50, width: width)
}

private func wideRollLines(_ paper: SlipPaper) -> [String] {
  let width = SlipWidth.wideRoll.rawValue
  func line(_ text: String) -> [String] { wrapped(text, width: width, first: 0, rest: 2) }
  let balance: [String] =
    switch paper.payment {
    case .account(let before, let after):
      sideBySide(
        "\(paper.shortAct)前余额：\(before.fixed)分", "\(paper.shortAct)后余额：\(after.fixed)分", at: 25,
        width: width)
    case .cards: []
    }
  let person = paper.person.map { "\(paper.bringer)：\($0.name)（\(place(of: $0))）" }
  return title(paper.title, width: width)
    + line("单号：\(paper.number)") + line("日期：\(paper.on.inFull)\(clockText(paper))")
    + (person.map(line) ?? []) + line(paper.origin) + [rule(width)]
    + goodsTable(
      paper,
      columns: [
        TableColumn("商品", .fills, .left), TableColumn("数量", .fits(6...10), .right),
        TableColumn("单价", .fits(7...10), .right), TableColumn("小计", .fits(7...10), .right),
      ],
      row: { [$0.goods, "\($0.count)\($0.unit)", $0.price.fixed, $0.amount.fixed] },
      sum: ["合计", "", "", paper.total.fixed], width: width)
    + line("大写：\(paper.total.capitals)") + paper.paymentSentences.flatMap(line) + balance
    + [rule(width), "\(paper.signer)（签字或按手印）：", "", "店员（签字）：", ""]
    + closingSentences(paper).flatMap(line) + line(recordText(paper))
}

private func rollLines(_ paper: SlipPaper) -> [String] {
  let width = SlipWidth.roll.rawValue
  func line(_ text: String) -> [String] { wrapped(text, width: width, first: 0, rest: 2) }
  func amount(_ text: String, _ points: Points) -> [String] {
    let figure = points.fixed
    let room = width - displayWidth(of: figure) - 1
    let lines = wrapped(text, width: room, first: 0, rest: 2)
    return lines.dropLast()
      + lines.suffix(1).map { padded($0, to: width - displayWidth(of: figure), .left) + figure }
  }
  let payment: [String] =
    switch paper.payment {
    case .account(_, let after): amount("余额", after)
    case .cards: paper.paymentSentences.flatMap(line)
    }
  let person = paper.person.map { "\($0.name) \($0.number) \($0.group)" }
  let isRefund = paper.kind != .redemption
  return line(paper.title) + line("单号 \(paper.number)")
    + line("\(paper.on)\(paper.clock.map { " \($0)" } ?? "")")
    + (person.map(line) ?? []) + (paper.proxy.map { line("代领 \($0)") } ?? [])
    + (isRefund ? line(paper.origin) : []) + [rule(width)]
    + paper.lines.flatMap { amount("\($0.goods) \($0.count)\($0.unit)", $0.amount) }
    + [rule(width)] + amount("合计", paper.total) + line("大写 \(paper.total.capitals)")
    + payment + ["签字：", "", "店员：", ""]
    + (isRefund ? [] : line("质量问题\(paper.refundDays)日内持单先换后退"))
    + line("查单码 \(paper.record.digest.inGroups(first: 16))")
}

extension SlipPaper {
  fileprivate var title: String {
    switch (kind, person) {
    case (.refund, _): "\(shop)退货单"
    case (.redemption, nil): "\(shop)兑换单（纸卡）"
    case (.redemption, _): "\(shop)兑换单"
    }
  }

  fileprivate var act: String { kind == .redemption ? "兑换" : "退货" }
  fileprivate var shortAct: String { kind == .redemption ? "兑" : "退" }
  fileprivate var bringer: String { "\(act)人" }
  fileprivate var signer: String { person == nil ? "领物人" : bringer }

  /// Who came instead, or which slip the goods are of.
  fileprivate var origin: String {
    switch kind {
    case .redemption: person == nil ? "凭卡兑换，不记名" : "代领人：\(proxy ?? "无")"
    case .refund(let slip, _, _): "原单号：\(slip)"
    }
  }

  /// How the points moved, a line each.
  fileprivate var paymentSentences: [String] {
    let isRefund = kind != .redemption
    let reason: [String] =
      if case .refund(_, let why, let isRestocked) = kind {
        ["原因：\(why)", isRestocked ? "货物：重新上架" : "货物：不再上架，已报损"]
      } else {
        []
      }
    switch payment {
    case .account: return reason + [(isRefund ? "退回：" : "支付：") + "账户\(total.fixed)分，纸卡0张。"]
    case .cards(let taken, let given):
      if isRefund { return reason + ["退卡：\(cardList(given))  退出\(given.points.fixed)分"] }
      return [
        "收卡：\(cardList(taken))  收进\(taken.points.fixed)分",
        "找卡：\(cardList(given))  找出\(given.points.fixed)分",
        "卡上分数＝收进－找出＝\(total.fixed)分。不动任何人的账户余额。",
      ]
    }
  }
}

/// `5分2张（5-0031、5-0032）  1分1张（1-0220）`.
func cardList(_ cards: [CardNumber]) -> String {
  if cards.isEmpty { return "无" }
  let values = Set(cards.map(\.value)).sorted(by: >)
  return values.map { value in
    let own = cards.filter { $0.value == value }.sorted()
    return "\(value)分\(own.count)张（\(own.map(\.description).joined(separator: "、"))）"
  }.joined(separator: "  ")
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

private func clockText(_ paper: SlipPaper) -> String {
  paper.clock.map { "  \($0)" } ?? "（手工单补录）"
}

private func itemCount(_ paper: SlipPaper) -> Int { paper.lines.map(\.count).reduce(0, +) }

private func closingSentences(_ paper: SlipPaper) -> [String] {
  let isRefund = paper.kind != .redemption
  return (isRefund ? [] : ["质量问题请持本单\(paper.refundDays)日内来店，先换后退。"]) + ["积分不兑现金，不作价买卖。"]
}

private func recordText(_ paper: SlipPaper) -> String {
  "账本第\(paper.record.line)行  查单码 \(paper.record.digest.inGroups(first: 16))"
}
