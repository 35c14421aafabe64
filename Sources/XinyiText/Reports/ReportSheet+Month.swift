public import XinyiLedger

extension PaperSource {
  /// The secretary's page of a month.
  public func monthSheet(_ report: MonthReport) -> ReportSheet {
    let review = report.review
    return ReportSheet(
      village: village,
      title: "\(village.name)信义积分\(report.month.inFull)月报",
      notes: ["制表日期：\(today.inFull)。分值以议事会通过、没有撤销的条目计。"],
      sections: [
        .facts(
          "review", "记录和评审",
          [
            ("recorded", "本月记录", .count(review.recorded)),
            ("approved", "通过", .count(review.approved)),
            ("amended", "改分通过", .count(review.amended)),
            ("rejected", "驳回", .count(review.rejected)),
            ("deferred", "缓议、转下月", .count(review.deferred)),
            ("undecided", "还没有表决", .count(review.undecided)),
            ("people", "涉及人数", .count(report.counted.people.count)),
            ("lines", "计分条数", .count(report.counted.lines)),
            ("plus", "加分合计", .signed(report.counted.plus)),
            ("minus", "扣分合计", .signed(report.counted.minus)),
          ]),
        trendSection(report.trend), groupSection(report.byGroup), noticeSection(report.notices),
        objectionSection(report.openObjections),
        .facts(
          "reminders", "失信提示书",
          [
            ("issued", "本月开具", .count(report.reminders.issued)),
            ("putRight", "本月已改正", .count(report.reminders.putRight)),
            ("overdue", "过期未了结", .count(report.reminders.overdue)),
          ]),
        shopSection(report.shop, trend: report.trend), costSection(report.giftCost),
        gradeSection(report.grades), unheardSection(report.unheard),
        campaignSection(report.campaigns), unansweredSection(report.unanswered),
      ], signatures: ["支部书记（签字）", "信用管理员（签字）"])
  }

  func groupSection(_ groups: [(group: String, counted: CountedPoints)]) -> ReportSheet.Section {
    ReportSheet.Section(
      key: "group", heading: "各组情况",
      columns: [
        .init("group", "组", .text), .init("people", "人数", .number),
        .init("lines", "条数", .number), .init("plus", "加分", .number),
        .init("minus", "扣分", .number),
      ],
      rows: groups.map { group, counted in
        [
          .text(group.isEmpty ? "（没有分组）" : group), .count(counted.people.count),
          .count(counted.lines), .signed(counted.plus), .signed(counted.minus),
        ]
      }, remark: nil,
      chart: groups.count > 1
        ? pointsChart(
          "各组加分和扣分", groups.map { ($0.group.isEmpty ? "无组" : $0.group, $0.counted) }) : nil)
  }

  private func noticeSection(_ notices: [Notice]) -> ReportSheet.Section {
    ReportSheet.Section(
      key: "notice", heading: "公示",
      columns: [
        .init("notice", "公示号", .code), .init("from", "张榜", .code), .init("to", "截止", .code),
        .init("lines", "条数", .number), .init("state", "现状", .text),
      ],
      rows: notices.map { notice in
        [
          .text(notice.number.description), .text(notice.from.description),
          .text(notice.to.description), .count(notice.lines.count),
          .text(notice.isVoid ? "已作废" : notice.isConfirmed ? "已生效" : "公示中"),
        ]
      }, remark: nil)
  }

  private func objectionSection(_ objections: [Objection]) -> ReportSheet.Section {
    ReportSheet.Section(
      key: "objection", heading: "没有答复的异议",
      columns: [
        .init("objection", "异议号", .code), .init("entry", "条目", .code),
        .init("due", "答复期限", .code), .init("days", "还剩天数", .number),
      ],
      rows: objections.map { objection in
        [
          .text(objection.filed.objection.description),
          .text(objection.filed.entry.description), .text(objection.filed.due.description),
          .count(objection.filed.due - today),
        ]
      }, remark: nil)
  }

  private func shopSection(_ shop: ShopSummary?, trend: [MonthTrend]) -> ReportSheet.Section {
    guard let shop else {
      return .facts("shop", "超市", [("redemptions", "兑换笔数", .count(0))])
    }
    var section = ReportSheet.Section.facts(
      "shop", "超市",
      [
        ("redemptions", "兑换笔数", .count(shop.redemptions)),
        ("redeemed", "兑换分数", .amount(shop.redeemed)),
        ("outstanding", "月底未用的积分", .amount(shop.outstanding)),
        ("stock", "月底存货值（分）", .amount(shop.stock)),
        ("uncovered", "存货不够兑付的", .amount(max(shop.outstanding - shop.stock, .zero))),
      ])
    let months = trend.compactMap(\.shop)
    if months.count > 1 {
      section.chart = Chart(
        title: "月底未用的积分和存货值", series: ["未用的积分", "存货值"],
        groups: months.map {
          .init(
            label: "\($0.month.monthOfYear)月",
            values: [max($0.outstanding, .zero), max($0.stock, .zero)])
        })
    }
    return section
  }

  /// What the gifts cost by the end of the year if people go on as they do.
  private func costSection(_ cost: GiftCost?) -> ReportSheet.Section {
    guard let cost else {
      return .facts("cost", "礼品花费", [("soFar", "今年兑出的进价（元）", .money(.zero))])
    }
    var section = ReportSheet.Section.facts(
      "cost", "礼品花费",
      [
        ("soFar", "今年兑出的进价（元）", .money(cost.soFar)),
        ("byYearEnd", "照这个速度到年底（元）", .money(cost.byYearEnd)),
        ("withoutCost", "没有登记进价的件数", .count(cost.piecesWithoutCost)),
      ])
    if cost.piecesWithoutCost > 0 { section.remark = "有商品没有登记进价，实际花费比上面的多。" }
    return section
  }

  private func trendSection(_ trend: [MonthTrend]) -> ReportSheet.Section {
    var section = ReportSheet.Section(
      key: "trend", heading: "近\(trend.count)个月",
      columns: [
        .init("month", "月份", .code), .init("lines", "条数", .number),
        .init("people", "人数", .number), .init("plus", "加分", .number),
        .init("minus", "扣分", .number), .init("redeemed", "兑换分数", .number),
      ],
      rows: trend.map { line in
        [
          .text(line.month.description), .count(line.counted.lines),
          .count(line.counted.people.count), .signed(line.counted.plus),
          .signed(line.counted.minus), .amount(line.shop?.redeemed ?? .zero),
        ]
      }, remark: nil)
    if trend.count > 1 {
      section.chart = pointsChart(
        "各月加分和扣分", trend.map { ("\($0.month.monthOfYear)月", $0.counted) })
    }
    return section
  }

  func pointsChart(_ title: String, _ groups: [(label: String, counted: CountedPoints)]) -> Chart {
    Chart(
      title: title, series: ["加分", "扣分"],
      groups: groups.map { .init(label: $0.label, values: [$0.counted.plus, -$0.counted.minus]) })
  }

  private func gradeSection(_ grades: [MonthReport.GradeCount]) -> ReportSheet.Section {
    ReportSheet.Section(
      key: "grade", heading: "星级",
      columns: [
        .init("grade", "星级", .text), .init("count", "本月人数", .number),
        .init("before", "上月人数", .number), .init("change", "增减", .number),
      ],
      rows: grades.map { grade in
        [
          .text(grade.grade), .count(grade.count), .count(grade.before),
          .count(grade.count - grade.before),
        ]
      }, remark: nil)
  }

  private func unheardSection(_ unheard: MonthReport.Unheard) -> ReportSheet.Section {
    let grown = unheard.people.filter(isGrownUp)
    return ReportSheet.Section(
      key: "unheard", heading: "\(unheard.since.inFull)以来没有一条记录的成年人（\(grown.count) 人）",
      columns: [
        .init("person", "编号", .code), .init("name", "姓名", .text), .init("group", "组", .text),
      ],
      rows: grown.map {
        [.text($0.text), .text(naming.name(of: $0)), .text(group(of: $0))]
      }, remark: nil)
  }

  /// Eighteen today, or of an age that the roster does not tell.
  private func isGrownUp(_ person: PersonNumber) -> Bool {
    guard let born = roster[person]?.born else { return true }
    let years = today.year.number - born.year.number
    let hadBirthday =
      (today.month.monthOfYear, today.dayOfMonth) >= (born.month.monthOfYear, born.dayOfMonth)
    return years - (hadBirthday ? 0 : 1) >= 18
  }

  private func campaignSection(_ counts: [MonthReport.CampaignCount]) -> ReportSheet.Section {
    ReportSheet.Section(
      key: "campaign", heading: "信义+ 活动",
      columns: [
        .init("campaign", "代号", .code), .init("title", "活动", .text),
        .init("lines", "条数", .number), .init("points", "分值", .number),
      ],
      rows: counts.map {
        [.text($0.campaign.text), .text($0.title), .count($0.entries), .signed($0.points)]
      }, remark: nil)
  }

  private func unansweredSection(
    _ packages: [(package: PackageNumber, entries: Int)]
  ) -> ReportSheet.Section {
    ReportSheet.Section(
      key: "package", heading: "镇里还没有答复的上报包",
      columns: [.init("package", "包号", .code), .init("lines", "条数", .number)],
      rows: packages.map { [.text($0.package.description), .count($0.entries)] }, remark: nil)
  }
}
