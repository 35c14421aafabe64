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

/// A slip on the paper of a printer.
public func slipSheet(_ paper: SlipPaper, width: SlipWidth) -> Sheet {
  let name = "\(paper.title) \(paper.number)"
  return switch width {
  case .roll: Sheet(strip: name, paper.village, size: .roll(width.rawValue), rollParts(paper))
  case .wideRoll:
    Sheet(strip: name, paper.village, size: .roll(width.rawValue), wideRollParts(paper))
  case .sheet: Sheet(strip: name, paper.village, size: .a5, sheetParts(paper))
  }
}

private func sheetParts(_ paper: SlipPaper) -> [Part] {
  let people: Part =
    if let person = paper.person {
      .pair("\(paper.bringer)：\(person.name)（\(place(of: person))）", paper.origin, at: 46)
    } else {
      .line(paper.origin)
    }
  let table = goodsTable(
    paper,
    columns: [
      TableColumn("商品", .fills, .left), TableColumn("单位", .fits(8...12), .left),
      TableColumn("数量", .fits(6...10), .right), TableColumn("单价（分）", .fits(12...14), .right),
      TableColumn("小计（分）", .fits(12...14), .right),
    ],
    row: { [$0.goods, $0.unit, "\($0.count)", $0.price.fixed, $0.amount.fixed] },
    sum: ["合计", "", "\(itemCount(paper))", "", paper.total.fixed])
  return [
    .title(paper.title),
    .pair("单号：\(paper.number)", "\(paper.act)日期：\(paper.on.inFull)\(clockText(paper))", at: 46),
    .rule, people, .table(table), .line("大写：\(paper.total.capitals)"),
  ] + paper.paymentSentences.map { .text($0, first: 0, rest: 6) }
    + balanceParts(paper, at: 46) + [
      .rule, .pair("\(paper.signer)（签字或按手印）：", "店员（签字）：", at: 46), .blank,
      .line(closingSentences(paper).joined()),
      .pair(recordText(paper), "一式两联：存根联  /  村民联", at: 50),
    ]
}

private func balanceParts(_ paper: SlipPaper, at position: Int) -> [Part] {
  switch paper.payment {
  case .account(let before, let after):
    [
      .pair(
        "\(paper.shortAct)前余额：\(before.fixed)分", "\(paper.shortAct)后余额：\(after.fixed)分",
        at: position)
    ]
  case .cards: []
  }
}

private func wideRollParts(_ paper: SlipPaper) -> [Part] {
  let person = paper.person.map { hanging("\(paper.bringer)：\($0.name)（\(place(of: $0))）") }
  let table = goodsTable(
    paper,
    columns: [
      TableColumn("商品", .fills, .left), TableColumn("数量", .fits(6...10), .right),
      TableColumn("单价", .fits(7...10), .right), TableColumn("小计", .fits(7...10), .right),
    ],
    row: { [$0.goods, "\($0.count)\($0.unit)", $0.price.fixed, $0.amount.fixed] },
    sum: ["合计", "", "", paper.total.fixed])
  return [
    .title(paper.title), hanging("单号：\(paper.number)"),
    hanging("日期：\(paper.on.inFull)\(clockText(paper))"),
  ] + (person.map { [$0] } ?? []) + [
    hanging(paper.origin), .rule, .table(table), hanging("大写：\(paper.total.capitals)"),
  ] + paper.paymentSentences.map(hanging) + balanceParts(paper, at: 25) + [
    .rule, .line("\(paper.signer)（签字或按手印）："), .blank, .line("店员（签字）："), .blank,
  ] + closingSentences(paper).map(hanging) + [hanging(recordText(paper))]
}

private func rollParts(_ paper: SlipPaper) -> [Part] {
  let payment: [Part] =
    switch paper.payment {
    case .account(_, let after): [.amount("余额", after.fixed)]
    case .cards: paper.paymentSentences.map(hanging)
    }
  let isRefund = paper.kind != .redemption
  let opening =
    [paper.title, "单号 \(paper.number)", "\(paper.on)\(paper.clock.map { " \($0)" } ?? "")"]
    + (paper.person.map { ["\($0.name) \($0.number) \($0.group)"] } ?? [])
    + (paper.proxy.map { ["代领 \($0)"] } ?? []) + (isRefund ? [paper.origin] : [])
  return opening.map(hanging) + [.rule]
    + paper.lines.map { .amount("\($0.goods) \($0.count)\($0.unit)", $0.amount.fixed) }
    + [.rule, .amount("合计", paper.total.fixed), hanging("大写 \(paper.total.capitals)")]
    + payment + [.line("签字："), .blank, .line("店员："), .blank]
    + (isRefund ? [] : [hanging("质量问题\(paper.refundDays)日内持单先换后退")])
    + [hanging("查单码 \(paper.record.digest.inGroups(first: 16))")]
}

private func hanging(_ text: String) -> Part { .text(text, first: 0, rest: 2) }

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

/// Head, goods and sum. The sum stands in the same columns as the goods.
private func goodsTable(
  _ paper: SlipPaper, columns: [TableColumn], row: (SlipLine) -> [String], sum: [String]
) -> SheetTable {
  SheetTable(columns: columns, rows: paper.lines.map { .cells(row($0)) } + [.sum(sum)], gap: 2)
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
