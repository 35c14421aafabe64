import XinyiLedger

/// The agenda with boxes to tick: what is most doubtful is talked about first.
public func agendaSheet(_ paper: AgendaPaper) -> Sheet {
  let name = "\(paper.village.name)信用议事会\(paper.month.inFull)议程"
  return Sheet(
    name: name, banner: practiceBanner(paper.village),
    parts: agendaOpening(paper, name) + agendaLines(paper) + returnedParts(paper),
    ending: [
      .blank, .pair("主持人（签字）：", "记录人（签字）：", at: 46), .blank,
      .line("议事会用，散会时收回，不得张贴、不得拍照外传。"),
    ], size: .a4, numbering: .ofSeveral)
}

private func agendaOpening(_ paper: AgendaPaper, _ name: String) -> [Part] {
  let day = paper.meeting?.inFull ?? "____年__月__日"
  return [
    .title(name), .blank,
    .pair("会议日期：\(day)", "主持人：________________", at: 46),
    .item(
      "成员（\(paper.members.count)人）：",
      paper.members.isEmpty ? "还没有登记" : paper.members.joined(separator: "、")),
    .line("到会____人；不少于\(paper.quorum)人，会议才有效。支部书记没有表决权。"),
    .line("送审\(paper.lines.count)条，按疑点从大到小排列；在方框里打勾，改分的写明改为几分。"), .blank,
  ]
}

private func agendaLines(_ paper: AgendaPaper) -> [Part] {
  if paper.lines.isEmpty { return [.paragraph("本月没有送审的条目。")] }
  var rows: [SheetTable.Row] = []
  var last: AgendaDoubt?
  for line in paper.lines {
    if line.doubt != last {
      let count = paper.lines.count { $0.doubt == line.doubt }
      rows.append(.heading("\(line.doubt.heading)（\(count)条）"))
      last = line.doubt
    }
    rows.append(.cells(cells(of: line, in: paper.month)))
  }
  let boxes = ["同意", "改分", "不同意", "缓议"].map {
    TableColumn($0, .fits(4...6), .centre)
  }
  return [
    .table(
      SheetTable(
        columns: [
          TableColumn("条号", .fits(4...7), .left), TableColumn("姓名", .fits(6...12), .left),
          TableColumn("日期", .fixed(5), .left), TableColumn("事项", .fills, .left),
          TableColumn("分值", .fits(5...7), .right),
        ] + boxes, rows: rows, gap: 1)), .rule,
  ]
}

private func cells(of line: AgendaPaper.Line, in month: Month) -> [String] {
  let recused = line.recused.isEmpty ? [] : ["回避：\(line.recused.joined(separator: "、"))"]
  let deed = ([line.deed] + line.remarks + recused).joined(separator: "；")
  return [
    line.entry.label(in: month), line.name ?? "（保密）", line.on.inTable, deed,
    line.points.signed,
  ] + [String](repeating: SheetTable.box, count: 4)
}

private func returnedParts(_ paper: AgendaPaper) -> [Part] {
  guard !paper.returned.isEmpty else { return [] }
  return [.blank, .heading("镇退回\(paper.returned.count)条（村里的积分不变，只供知晓）")]
    + paper.returned.map { .text($0, first: 2, rest: 4) }
}

extension AgendaDoubt {
  /// Over the lines of one kind.
  fileprivate var heading: String {
    switch self {
    case .largeMinus: "扣10分以上"
    case .repeated: "再犯加倍"
    case .firstTime: "以前没有评过的事项"
    case .late: "补记"
    case .flagged: "有提示"
    case .minus: "其他扣分"
    case .correction: "更正、冲正"
    case .none: "没有疑问，可以宣读后合并表决"
    }
  }
}
