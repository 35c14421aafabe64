public import XinyiLedger

extension PaperSource {
  /// The village's page of a year.
  public func yearSheet(_ report: YearReport) -> ReportSheet {
    ReportSheet(
      village: village, title: "\(village.name)信义积分\(report.year.number)年年报",
      notes: ["制表日期：\(today.inFull)。分值以议事会通过、没有撤销的条目计。"],
      sections: [
        monthsSection(report.months), groupSection(report.byGroup), itemSection(report.items),
        gradeSection(report.grades),
        .facts(
          "breaches", "失信和改正",
          [
            ("putRightInTime", "提示后按期改正、没有扣分", .count(report.breaches.putRightInTime)),
            ("effective", "扣分条目", .count(report.breaches.effective)),
            ("redressed", "其中已修复", .count(report.breaches.redressed)),
            ("reversed", "另有已冲正", .count(report.breaches.reversed)),
            ("open", "可以改正、还没有改正", .count(report.breaches.open)),
          ]),
      ], signatures: ["支部书记（签字）", "监督委员会（签字）"])
  }

  private func monthsSection(_ months: [YearReport.MonthLine]) -> ReportSheet.Section {
    ReportSheet.Section(
      key: "month", heading: "各月情况",
      columns: [
        .init("month", "月份", .code), .init("lines", "条数", .number),
        .init("people", "人数", .number), .init("plus", "加分", .number),
        .init("minus", "扣分", .number), .init("objections", "异议", .number),
        .init("redemptions", "兑换笔数", .number), .init("redeemed", "兑换分数", .number),
      ],
      rows: months.map { line in
        [
          .text(line.month.description), .count(line.counted.lines),
          .count(line.counted.people.count), .signed(line.counted.plus),
          .signed(line.counted.minus), .count(line.objections), .count(line.redemptions),
          .amount(line.redeemed),
        ]
      }, remark: nil,
      chart: months.count > 1
        ? pointsChart(
          "各月加分和扣分", months.map { ("\($0.month.monthOfYear)月", $0.counted) }) : nil)
  }

  private func itemSection(_ items: [YearReport.ItemLine]) -> ReportSheet.Section {
    ReportSheet.Section(
      key: "item", heading: "记得最多的事项",
      columns: [
        .init("rule", "编码", .code), .init("title", "事项", .text), .init("lines", "条数", .number),
        .init("points", "分值", .number),
      ],
      rows: items.map {
        [.text($0.rule.text), .text($0.title), .count($0.lines), .signed($0.points)]
      }, remark: nil)
  }

  private func gradeSection(_ grades: [YearReport.GradeLine]) -> ReportSheet.Section {
    ReportSheet.Section(
      key: "grade", heading: "星级（普通村民和重点人群分开）",
      columns: [
        .init("grade", "星级", .text), .init("villagers", "普通村民", .number),
        .init("key", "重点人群", .number),
      ],
      rows: grades.map { [.text($0.grade), .count($0.villagers), .count($0.key)] }, remark: nil)
  }
}
