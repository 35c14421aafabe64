import XinyiLedger

/// Lays a grade list out, in body and ending like a notice. The same paper gives the same bytes.
public func gradeText(_ paper: GradePaper) -> NoticeText {
  var sections = NumberedSections(opening: opening(paper))
  for list in paper.lists where !list.rows.isEmpty {
    sections.add("\(list.title)（\(list.rows.count)人）", [.table(table(of: list))])
  }
  sections.add("各等级人数", [.paragraph(counts(paper))])
  sections.add("您要知道的", Part.numbered(advice(paper)))
  return NoticeText(
    sections, closing: closing(paper), name: "\(paper.village.name)\(paper.year)年度信义等级公示",
    banner: practiceBanner(paper.village))
}

private func opening(_ paper: GradePaper) -> [Part] {
  let village = paper.village
  return [
    .together([
      .title("\(village.name)\(paper.year)年度信义等级公示"),
      .subtitle("（\(village.shortName)信义公示〔\(paper.year)〕年度）"), .blank, .line("全体村民："),
      .paragraph(
        "\(paper.year)年度信义积分已经结转，等级按12月31日的评级分确定，现予公示，接受全体村民监督。"
          + "等级只作激励，不影响任何人应享受的公共服务。"),
    ]), .blank,
  ]
}

private func table(of list: GradePaper.List) -> SheetTable {
  SheetTable(
    columns: [
      TableColumn("名次", .fits(4...6), .right), TableColumn("姓名", .fits(12...30), .left),
      TableColumn("组别", .fits(4...10), .left), TableColumn("评级分", .fits(8...12), .right),
      TableColumn("等级", .fills, .left),
    ],
    rows: list.rows.map { [String($0.rank), $0.name, $0.group, $0.rating.fixed, $0.grade] },
    gap: 2, foot: [])
}

private func counts(_ paper: GradePaper) -> String {
  let parts = paper.counts.map { "\($0.grade)\($0.people)人" }
  return "\(parts.joined(separator: "，"))，共\(paper.counts.map(\.people).reduce(0, +))人参加评价。"
    + "基础等级以下的只列人数，不列姓名。"
}

private func advice(_ paper: GradePaper) -> [String] {
  let carried =
    paper.carried > 0
    ? "有\(paper.carried)条扣分到年底还没有改正，按规定计入\(paper.year.next)年，改正并办理修复后取消。" : ""
  let spendable =
    paper.usableUntil.map {
      "\(paper.year)年得的可兑换积分，用到\($0.inFull)；过期的按村规定清零。"
    } ?? "\(paper.year)年得的可兑换积分继续有效。"
  return [
    "\(paper.year.next)年的评级分从基础分\(paper.base.fixed)重新计。\(carried)", spendable,
    "对自己的等级有意见，可向村委会、村务监督委员会或\(paper.village.town)提出，当场给回执，"
      + "\(paper.objectionWorkingDays)个工作日内书面答复。",
  ]
}

private func closing(_ paper: GradePaper) -> [Part] {
  [
    .blank, .pair("信用议事会召集人（签字）：", "信用管理员（签字）：", at: 46), .blank,
    .line("村务监督委员会主任（签字）："), .blank, seal(of: paper.village, on: paper.posted),
  ]
}

/// The list of a year that is not closed, which must not be taken for the posted one.
public func gradePreview(_ paper: GradePaper) -> Sheet {
  var sheet = gradeText(paper).sheet
  sheet.banner.append("【预览】\(paper.year)年还没有结转，等级可能变动，不得张贴")
  return sheet
}
