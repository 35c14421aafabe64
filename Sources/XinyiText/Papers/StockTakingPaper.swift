public import XinyiLedger

/// What is counted in the shop by two people (盘点表): goods by batch, and the cards in the till.
public struct StockTakingPaper: Sendable, Equatable {
  public var village: PaperVillage
  public var shop: String
  public var printed: Day
  public var goods: [Row]
  /// The till's cards by denomination, rising.
  public var cards: [(value: Int, count: Int)]

  public struct Row: Sendable, Equatable {
    public var item: ItemCode
    public var name: String
    public var batch: String?
    public var expires: Day?
    public var unit: String
    public var count: Int
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.village == right.village && left.shop == right.shop && left.printed == right.printed
      && left.goods == right.goods && left.cards.elementsEqual(right.cards, by: ==)
  }
}

extension PaperSource {
  /// What the books say is there; a batch that is used up is left out.
  public func stockTaking() -> StockTakingPaper {
    let goods = ledger.stock.order.flatMap { item -> [StockTakingPaper.Row] in
      guard let held = ledger.stock[item], !held.isService else { return [] }
      let lots = held.lots.filter { $0.count != 0 }
      let shown = lots.isEmpty && held.isListed ? [nil] : lots.map(Optional.some)
      return shown.map { lot in
        StockTakingPaper.Row(
          item: item, name: naming.item(item), batch: lot?.batch, expires: lot?.expires,
          unit: naming.unit(of: item), count: lot?.count ?? 0)
      }
    }
    let till = ledger.cards.till
    let values = Set(ledger.settings(on: today).cards).union(till.keys).sorted()
    return StockTakingPaper(
      village: village, shop: Self.shopName, printed: today, goods: goods,
      cards: values.map { ($0, till[$0] ?? 0) })
  }
}

/// Book count, and room for the counted one.
public func stockTakingSheet(_ paper: StockTakingPaper) -> Sheet {
  let name = "\(paper.village.name)\(paper.shop)盘点表"
  return Sheet(
    name: name, banner: practiceBanner(paper.village),
    parts: [
      .title(name), .blank,
      .pair("账面日期：\(paper.printed.inFull)", "盘点日期：____年__月__日", at: 46),
      .line("两人一起点，一人点数、一人记录；先写实点数，再算相差（实点减账面）。"), .blank,
      .heading("一、商品"),
    ]
      + (paper.goods.isEmpty
        ? [.paragraph("货架上没有商品。")] : [.table(goodsTable(paper.goods))])
      + [.blank, .heading("二、店里的积分卡"), .table(tillTable(paper.cards))],
    ending: [
      .blank, .line("相差的原因：____________________________________________________________"),
      .blank, .pair("盘点人（签字）：", "监盘人（签字）：", at: 46), .blank,
    ], size: .a4, numbering: .ofSeveral)
}

private func goodsTable(_ goods: [StockTakingPaper.Row]) -> SheetTable {
  SheetTable(
    columns: [
      TableColumn("编码", .fits(4...12), .left), TableColumn("商品", .fills, .left),
      TableColumn("批次", .fits(4...12), .left), TableColumn("到期", .fits(4...10), .left),
      TableColumn("单位", .fits(4...6), .left), TableColumn("账面", .fits(6...8), .right),
      TableColumn("实点", .fixed(8), .right), TableColumn("相差", .fixed(8), .right),
    ],
    rows: goods.map {
      [
        $0.item.text, $0.name, $0.batch ?? "", $0.expires?.description ?? "", $0.unit,
        String($0.count), "", "",
      ]
    }, gap: 2, foot: []
  ).filledByHand(6...7)
}

private func tillTable(_ cards: [(value: Int, count: Int)]) -> SheetTable {
  SheetTable(
    columns: [
      TableColumn("面值", .fits(6...8), .left), TableColumn("账面张数", .fits(8...8), .right),
      TableColumn("账面分值", .fits(8...10), .right), TableColumn("实点", .fixed(8), .right),
      TableColumn("相差", .fixed(8), .right), TableColumn("备注", .fills, .left),
    ],
    rows: cards.map {
      ["\($0.value)分", String($0.count), String($0.value * $0.count), "", "", ""]
    }, gap: 2, foot: []
  ).filledByHand(3...4).whole
}
