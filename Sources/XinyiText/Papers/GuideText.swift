import XinyiLedger

/// The list in large type, with what everybody should know before and after it.
public func guideSheet(_ paper: GuidePaper) -> Sheet {
  var sections = NumberedSections(opening: guideOpening(paper))
  sections.add("怎么算分", Part.numbered(countingItems(paper)))
  let plus = paper.plus.reduce(0) { $0 + $1.items.count }
  sections.add("做什么加分（\(plus)项）", [.table(plusTable(paper.plus))])
  let minus = paper.minus.reduce(0) { $0 + $1.items.count }
  sections.add("什么会扣分（\(minus)项）", [.table(minusTable(paper.minus))])
  if !paper.goods.isEmpty { sections.add("\(paper.shop)能兑什么", priceParts(paper.goods)) }
  sections.add("有意见怎么提", Part.numbered(objectionItems(paper)))
  return Sheet(
    name: "\(paper.village.name)信义积分明白纸", banner: practiceBanner(paper.village),
    parts: sections.parts, ending: [seal(of: paper.village, on: paper.printed)], size: .large,
    numbering: .ofSeveral)
}

private func guideOpening(_ paper: GuidePaper) -> [Part] {
  [
    .together([
      .title("\(paper.village.name)信义积分明白纸"),
      .subtitle("按《\(paper.village.name)信义积分细则》第\(paper.version)版（自\(paper.from.inFull)起施行）"),
    ]), .blank,
  ]
}

private func countingItems(_ paper: GuidePaper) -> [String] {
  let settings = paper.settings
  let minus = settings.minusSpendable ? "扣分两样都减。" : "扣分只减评级分。"
  return [
    "做了好事，告诉采集员或信用管理员登记，一个月内有效；议事会每月逐条评审，公示\(settings.noticeDays)天"
      + "无异议才生效。",
    "每人有两样分：评级分每年从\(settings.base.fixed)分起，定星级；可兑换积分到\(paper.shop)兑换商品，"
      + "兑换不降星级。\(minus)",
    "一件事够得上几项的，只取最高一项。同一项扣分有效期内再犯，按\(settings.repeatFactor)倍扣。",
    "能改正的先发提示书，写明期限内改正的不扣分。扣了分改正的，可以申请信用修复。",
    "积分不兑现金、不作价买卖；等级低的只是少奖励，不影响任何人应享受的公共服务。",
  ]
}

private func plusTable(_ groups: [GuidePaper.Group]) -> SheetTable {
  SheetTable(
    columns: [
      TableColumn("编码", .fixed(4), .left), TableColumn("事项", .fills, .left),
      TableColumn("分值", .fits(6...12), .left), TableColumn("单位", .fits(4...8), .left),
      TableColumn("限额", .fits(4...8), .left), TableColumn("凭据", .fits(8...14), .left),
    ],
    rows: rows(of: groups) {
      [
        $0.code.text, $0.title, $0.pointsLabel, $0.unit, $0.capLabel ?? "", $0.evidence,
      ]
    }, gap: 1)
}

private func minusTable(_ groups: [GuidePaper.Group]) -> SheetTable {
  SheetTable(
    columns: [
      TableColumn("编码", .fixed(4), .left), TableColumn("事项", .fills, .left),
      TableColumn("分值", .fits(6...16), .left), TableColumn("单位", .fits(4...10), .left),
      TableColumn("先提示", .fits(6...10), .left),
    ],
    rows: rows(of: groups) { item in
      [
        item.code.text, item.title, item.pointsLabel, item.unit,
        item.remindDays.map { "\($0)天改正" } ?? "",
      ]
    }, gap: 1)
}

private func rows(
  of groups: [GuidePaper.Group], cells: (Catalog.Item) -> [String]
) -> [SheetTable.Row] {
  groups.enumerated().flatMap { index, group in
    [.heading("（\(chineseOrdinal(index + 1))）\(group.name)  \(group.items.count)项")]
      + group.items.map { SheetTable.Row.cells(cells($0)) }
  }
}

private func priceParts(_ goods: [GuidePaper.Goods]) -> [Part] {
  let prices = goods.map { "\($0.name)\($0.price.fixed)分/\($0.unit)" }
  return [.paragraph(prices.joined(separator: "，") + "。以货架价签为准，兑完为止。")]
}

private func objectionItems(_ paper: GuidePaper) -> [String] {
  [
    "看公示栏，对自己的或别人的条目都可以提，说清几月第几条，当面说、打电话、写条子都行，不收费。",
    "村委会、村务监督委员会、\(paper.village.town)三处都收，当场给回执，"
      + "\(paper.settings.objectionWorkingDays)个工作日内书面答复；提意见人的姓名保密。",
    "随时可以查自己的分、要自己的对账单，也可以要求不公开自己的加分。",
  ]
}
