public import XinyiLedger

extension PaperSource {
  /// The shop's sheet of a month: can it honour all points, who owes what, what goes and what does
  /// not.
  public func shopSheet(_ report: ShopReport) -> ReportSheet {
    ReportSheet(
      village: village, title: "\(Self.shopName)\(report.month.inFull)报表",
      notes: ["制表日期：\(report.on.inFull)。余额、纸卡、存货是制表时的，兑换和结算是本月的。"],
      sections: [
        .facts(
          "cover", "积分兑得完吗",
          [
            ("onAccounts", "账户上可兑换积分", .amount(report.onAccounts)),
            ("onCards", "在外的积分卡", .amount(report.onCards)),
            ("stock", "能兑的存货折合", .amount(report.stock)),
            ("cover", "存货够不够", .text(coverText(report))),
            ("redemptions", "本月兑换笔数", .count(report.redemptions)),
            ("refunds", "本月退货笔数", .count(report.refunds)),
            ("redeemed", "本月净兑换", .amount(report.redeemed)),
          ]),
        payerSection(report.payers), bestSection(report), goodsSection(report),
      ], signatures: ["超市管理员（签字）", "村会计（签字）"])
  }

  private func coverText(_ report: ShopReport) -> String {
    let out = report.onAccounts + report.onCards
    if out == .zero { return "没有未兑换的积分" }
    let percent = max(report.stock, .zero).tenths * 100 / max(out.tenths, 1)
    return report.stock >= out ? "够，存货是未兑换积分的 \(percent)%" : "不够，存货只有未兑换积分的 \(percent)%"
  }

  private func payerSection(_ payers: [ShopReport.PayerLine]) -> ReportSheet.Section {
    ReportSheet.Section(
      key: "payer", heading: "本月结算（元）",
      columns: [
        .init("payer", "出资方", .text), .init("received", "本月进货", .number),
        .init("givenOut", "本月兑出、应结算", .number), .init("onShelf", "现存货成本", .number),
      ],
      rows: payers.map {
        [
          .text($0.payer.word), .text($0.received.description), .text($0.givenOut.description),
          .text($0.onShelf.description),
        ]
      }, remark: payers.isEmpty ? "进货时没有登记出资方和进价。" : nil)
  }

  private func bestSection(_ report: ShopReport) -> ReportSheet.Section {
    let best = report.goods.filter { $0.redeemed > 0 }
      .sorted { ($1.redeemed, $0.item) < ($0.redeemed, $1.item) }.prefix(5)
    return ReportSheet.Section(
      key: "best", heading: "本月兑得最多的",
      columns: [.init("item", "商品", .text), .init("redeemed", "件数", .number)],
      rows: best.map { [.text(naming.item($0.item)), .count($0.redeemed)] },
      remark: best.isEmpty ? "本月没有兑换。" : nil)
  }

  private func goodsSection(_ report: ShopReport) -> ReportSheet.Section {
    ReportSheet.Section(
      key: "goods", heading: "货架",
      columns: [
        .init("code", "编码", .code), .init("item", "商品", .text), .init("price", "单价", .number),
        .init("stock", "存货", .number), .init("redeemed", "本月兑出", .number),
        .init("daysLeft", "还够天数", .number), .init("expires", "最早到期", .code),
        .init("mark", "注意", .text),
      ],
      rows: report.goods.map { line in
        [
          .text(line.item.text), .text(naming.item(line.item)), .amount(line.price),
          line.stock.map { .count($0) } ?? .text("服务"), .count(line.redeemed),
          line.stock == nil ? .none : line.daysLeft.map { .count($0) } ?? .none,
          line.expires.map { .text($0.description) } ?? .none,
          .text(marks(of: line, on: report.on).joined(separator: "、")),
        ]
      }, remark: nil)
  }

  /// What a shop keeper has to see of goods: 下架, 缺货, 已过期, 快到期, 滞销.
  public func marks(of line: ShopReport.GoodsLine, on day: Day) -> [String] {
    if !line.isListed { return ["已下架"] }
    var marks: [String] = []
    if line.isLow { marks.append(line.stock == 0 ? "缺货" : "快没了") }
    if let expires = line.expires, line.isExpiring(by: day) {
      marks.append(expires < day ? "已过期" : "快到期")
    }
    if line.isDead { marks.append("滞销") }
    return marks
  }

  /// The counter's sheet of a day; `digest` is that of the ledger up to its end.
  public func daySheet(_ close: DayClose, digest: Digest) -> ReportSheet {
    ReportSheet(
      village: village, title: "\(Self.shopName)日结单",
      notes: ["日期：\(close.day.inFull)（\(close.day.weekdayName)）"],
      sections: [
        .facts(
          "sums", "合计",
          [
            ("redemptions", "兑换笔数", .count(close.redemptions.count)),
            ("redeemed", "兑换", .amount(close.redeemed)),
            ("refunds", "退货笔数", .count(close.refunds.count)),
            ("refunded", "退回", .amount(close.refunded)),
          ]),
        ReportSheet.Section(
          key: "slip", heading: "单子",
          columns: [
            .init("slip", "单号", .code), .init("who", "谁", .text), .init("points", "分值", .number),
            .init("paid", "支付", .text), .init("late", "", .text),
          ],
          rows: close.redemptions.map(slipRow) + close.refunds.map(refundRow),
          remark: close.redemptions.isEmpty && close.refunds.isEmpty ? "这一天没有单子。" : nil),
        ReportSheet.Section(
          key: "goods", heading: "商品",
          columns: [
            .init("item", "商品", .text), .init("count", "净兑出", .number),
            .init("stock", "现存", .number),
          ],
          rows: close.goods.map {
            [
              .text(naming.item($0.item)), .count($0.count),
              ledger.stock[$0.item].map { $0.isService ? .none : .count($0.count) } ?? .none,
            ]
          }, remark: nil),
        ReportSheet.Section(
          key: "cards", heading: "积分卡",
          columns: [
            .init("value", "面值", .number), .init("taken", "收进", .number),
            .init("given", "找出", .number), .init("till", "店里应有", .number),
            .init("counted", "点到", .number), .init("difference", "相差", .number),
          ],
          rows: close.cards.map { line in cardRow(line, close.count) },
          remark: close.cards.isEmpty ? "店里没有积分卡。" : nil),
        .facts(
          "ledger", "账本校验码",
          [
            ("line", "账本行数", .text("第 1 至 \(close.lastLine) 行")),
            ("digest", "校验码前16位", .text(digest.inGroups(first: 16))),
          ]),
      ], signatures: ["店员（签字）", "核对人（签字）"])
  }

  private func slipRow(_ redemption: Redemption) -> [ReportSheet.Cell] {
    let redeemed = redemption.redeemed
    return [
      .text(redemption.slip), .text(redeemed.person.map { naming.person($0) } ?? "凭卡"),
      .amount(redeemed.total), .text(redeemed.person == nil ? "纸卡" : "账户"),
      .text(redeemed.on == redemption.at.day ? "" : "\(redemption.at.day) 补录"),
    ]
  }

  private func refundRow(_ refund: Refund) -> [ReportSheet.Cell] {
    let redemption = ledger.redemptions[refund.redemption]
    return [
      .text(refund.slip), .text(redemption.redeemed.person.map { naming.person($0) } ?? "凭卡"),
      .signed(-refund.total), .text("退单 \(redemption.slip)"), .text(""),
    ]
  }

  private func cardRow(
    _ line: DayClose.CardLine, _ count: CardBook.Count?
  ) -> [ReportSheet.Cell] {
    let counted = count?.rows.first { $0.value == line.value }
    return [
      .count(line.value), .count(line.taken), .count(line.given), .count(line.till),
      counted.map { .count($0.counted) } ?? .none,
      counted.map { .count($0.counted - $0.held) } ?? .none,
    ]
  }
}

extension Event.Payer {
  public var word: String {
    switch self {
    case .village: "村集体"
    case .town: "镇"
    case .donor: "捐赠"
    }
  }
}

extension CardBook.State {
  public var word: String {
    switch self {
    case .out: "在外"
    case .till: "店里"
    case .barred: "已挂失"
    case .replaced: "已补发"
    case .repaid: "已存回"
    case .returned: "已交回"
    }
  }
}
