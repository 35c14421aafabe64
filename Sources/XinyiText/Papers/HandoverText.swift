import XinyiLedger

/// Lays the hand-over sheet out. The same paper gives the same bytes.
public func handoverText(_ paper: HandoverPaper) -> String {
  var sections = NumberedSections(opening: handoverOpening(paper))
  sections.add("没有办完的条目", list(entryLines(paper), orElse: "没有。"))
  sections.add("没有生效的月份", list(monthLines(paper), orElse: "没有。"))
  sections.add("正在公示", list(noticeLines(paper), orElse: "没有。"))
  sections.add("没有答复的异议", list(objectionLines(paper), orElse: "没有。"))
  sections.add("没有了结的失信提示书", list(reminderLines(paper), orElse: "没有。"))
  sections.add("超市存货", stockBlocks(paper))
  let closing = handoverClosing(paper)
  let shape = PageShape.sheet(head: practiceLine(paper.village, width: paperWidth))
  let pages = Pages(sections.blocks, shape: shape, ending: closing.count)
  return text(of: pages.beginning + closing + (pages.count > 1 ? pages.lastFooter : []))
}

private func handoverOpening(_ paper: HandoverPaper) -> [Block] {
  let lines =
    title("\(paper.village.name)信义积分账本交接单", width: paperWidth) + [""]
    + sideBySide("交出人：\(paper.from)", "接手人：\(paper.to)", at: 46, width: paperWidth)
    + ["交接日期：\(paper.on.inFull)", doubleRule(paperWidth)]
  return [Block(lines: lines), .blank]
}

private func list(_ lines: [String], orElse nothing: String) -> [Block] {
  (lines.isEmpty ? [nothing] : lines).map {
    Block(lines: wrapped($0, width: paperWidth, first: 2, rest: 4))
  }
}

private func entryLines(_ paper: HandoverPaper) -> [String] {
  let open = paper.entries.filter { $0.count > 0 }
  return open.isEmpty
    ? [] : [open.map { "\($0.state.word) \($0.count) 条" }.joined(separator: "，") + "。"]
}

private func monthLines(_ paper: HandoverPaper) -> [String] {
  paper.months.map { "\($0.month.inFull)：\($0.state.word)。" }
}

private func noticeLines(_ paper: HandoverPaper) -> [String] {
  paper.notices.map { notice in
    "公示 \(notice.number)：\(notice.from.inFull)张贴，到\(notice.to.inFull)止，\(notice.lines.count) 条。"
  }
}

private func objectionLines(_ paper: HandoverPaper) -> [String] {
  paper.objections.map { objection in
    let filed = objection.filed
    let late = filed.due < paper.on ? "（已过期）" : ""
    return
      "\(filed.objection)：条目 \(filed.entry)，\(filed.on.inFull)提出，\(filed.due.inFull)前答复\(late)。"
  }
}

private func reminderLines(_ paper: HandoverPaper) -> [String] {
  paper.reminders.map { reminder in
    let late = reminder.isOverdue(on: paper.on) ? "（已过期）" : ""
    return "\(reminder.number)：人员 \(reminder.issued.person)，\(reminder.issued.rule)，"
      + "\(reminder.issued.due.inFull)前改正\(late)。"
  }
}

private func stockBlocks(_ paper: HandoverPaper) -> [Block] {
  guard !paper.goods.isEmpty else { return list([], orElse: "没有商品。") }
  let table = Table(
    columns: [
      TableColumn("商品", .fills, .left), TableColumn("单位", .fits(4...12), .left),
      TableColumn("账上", .fits(6...10), .right), TableColumn("实点", .fixed(10), .right),
    ],
    rows: paper.goods.map { [$0.name, $0.unit, "\($0.count)", ""] }, width: paperWidth, gap: 2)
  return [Block(lines: table.head + [rule(paperWidth)], keepsWithNext: true)]
    + table.rows.map { Block(lines: $0) } + [Block(lines: [rule(paperWidth)])]
}

private func handoverClosing(_ paper: HandoverPaper) -> [String] {
  let record = paper.record.map {
    "账本第1至\($0.records)行  账本校验码前16位 \($0.digest.inGroups(first: 16))"
  }
  return
    wrapped(
      record ?? "（试算，账本校验码在正式交接时才有）", width: paperWidth, first: 0, rest: 2)
    + wrapped(
      "以上账目和实物当面点清；纸质台账、公示存根、印章、优盘备份一并移交。", width: paperWidth, first: 0, rest: 0)
    + [""]
    + sideBySide("交出人（签字）：", "接手人（签字）：", at: 46, width: paperWidth) + [""]
    + sideBySide("监交人（村务监督委员会，签字）：", "日期：", at: 46, width: paperWidth)
}
