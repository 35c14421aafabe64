import XinyiLedger

/// A villager's statement; pages are numbered when there is more than one.
public func statementSheet(_ paper: StatementPaper) -> Sheet {
  var sections = NumberedSections(opening: statementOpening(paper))
  sections.add(
    "可兑换积分收支明细", accountTable(paper.spendableLines, from: paper.from, notes: []))
  sections.add(
    "评级分增减明细（只升降等级，兑换商品不减）",
    accountTable(paper.ratingLines, from: paper.from, notes: paper.ratingNotes))
  sections.add("您要知道的", Part.numbered(adviceItems(paper)))
  return Sheet(
    name: "\(paper.person.name)信义积分对账单", banner: practiceBanner(paper.village),
    parts: sections.parts, ending: statementClosing(paper), size: .large, numbering: .ofSeveral)
}

private func statementOpening(_ paper: StatementPaper) -> [Part] {
  let person = paper.person
  let household = person.household.map { "\($0)户（户主：\(person.head.word)）" } ?? "无"
  return [
    .together([
      .title("\(paper.village.name)信义积分对账单"),
      .subtitle("\(paper.from.inFull)至\(paper.to.inFull)"), .blank,
      .pair("姓名：\(person.name)", "编号：\(person.number)", at: 46),
      .pair("户：\(household)", "组别：\(person.group)", at: 46), .figures(figures(paper)),
    ]), .blank,
  ]
}

/// The figures that a villager looks for first.
private func figures(_ paper: StatementPaper) -> [String] {
  let use =
    paper.spendable.isNegative
    ? "（低于0分，补足前不能兑换）" : paper.spendable > .zero ? "（可到\(paper.shop)兑换）" : ""
  return [
    "可兑换积分：\(paper.spendable.fixed)分\(use)", ratingFigure(paper.rating),
    "待公示、待生效：\(paper.pending.fixed)分        未用纸卡：\(paper.unusedCards)张",
  ]
}

private func ratingFigure(_ rating: StatementRating) -> String {
  switch rating {
  case .notEvaluated(let reason): return "评级分：不参加评级（\(reason)）"
  case .graded(let points, let grade, let next):
    guard let next else { return "评级分：\(points.fixed)分，\(grade)" }
    let missing = (next.above - points).tenths + 1
    let gap = missing > 0 ? "，还差\(missing / 10).\(missing % 10)分" : ""
    return "评级分：\(points.fixed)分，\(grade)（\(next.name)须高于\(next.above)分\(gap)）"
  }
}

private func accountTable(_ account: StatementLines, from: Day, notes: [String]) -> [Part] {
  var balance = account.opening
  var rows = [[from.inTable, account.openingText, "", balance.fixed, ""]]
  for line in account.lines {
    balance += line.change
    rows.append([
      line.on.inTable, line.reason, line.change.signed, balance.fixed, line.voucher,
    ])
  }
  let table = SheetTable(
    columns: [
      TableColumn("日期", .fixed(6), .left), TableColumn("事由", .fills, .left),
      TableColumn("增减", .fits(6...12), .right), TableColumn("余额", .fits(8...12), .right),
      TableColumn("凭据", .fits(10...16), .right),
    ],
    rows: rows, gap: 2, foot: [.rule])
  return [.table(table)] + notes.map(Part.line)
}

private func adviceItems(_ paper: StatementPaper) -> [String] {
  var items: [String] = []
  if let carry = paper.carry {
    let reminded = carry.remindedFrom.map { "，\($0.inMonthAndDay)起张贴提醒" } ?? ""
    items.append(
      "\(carry.year.number)年得的可兑换积分，用到\(carry.until.inFull)；"
        + "过期的按村规定清零\(reminded)。")
  }
  if let earnable = paper.earnable, !earnable.items.isEmpty {
    let list = earnable.items.map { "\($0.title)（最多\($0.atMost.fixed)分）" }
    items.append("\(earnable.month.monthOfYear)月还可以得：\(list.joined(separator: "、"))等。")
  }
  return items + [
    "本单哪一条不对，说出凭据号找村委会、村务监督委员会或\(paper.village.town)都行，"
      + "当场给回执，\(paper.objectionWorkingDays)个工作日内书面答复。",
    "本单只交本人或本人书面委托的人。您可以要求复制、更正，也可以要求不公开自己的加分。",
  ]
}

private func statementClosing(_ paper: StatementPaper) -> [Part] {
  [
    .pair("打印日期：\(paper.printed.inFull)", "经手人（签字）：", at: 46),
    .line("本人核对无误（签字或按手印）："),
    .text(
      "账本第1至\(paper.record.records)行  校验码前16位 " + paper.record.digest.inGroups(first: 16),
      first: 0, rest: 2),
  ]
}

extension StatementPerson.Head {
  fileprivate var word: String {
    switch self {
    case .own: "本人"
    case .other(let name): name
    case .none: "无"
    }
  }
}
