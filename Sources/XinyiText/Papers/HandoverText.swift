import XinyiLedger

/// The sheet that both operators sign.
public func handoverSheet(_ paper: HandoverPaper) -> Sheet {
  var sections = NumberedSections(opening: handoverOpening(paper))
  sections.add("没有办完的条目", list(entryLines(paper), orElse: "没有。"))
  sections.add("没有生效的月份", list(monthLines(paper), orElse: "没有。"))
  sections.add("正在公示", list(noticeLines(paper), orElse: "没有。"))
  sections.add("没有答复的异议", list(objectionLines(paper), orElse: "没有。"))
  sections.add("没有了结的失信提示书", list(reminderLines(paper), orElse: "没有。"))
  sections.add("超市存货", stockParts(paper))
  return Sheet(
    name: "\(paper.village.name)信义积分账本交接单", banner: practiceBanner(paper.village),
    parts: sections.parts, ending: handoverClosing(paper), size: .a4, numbering: .ofSeveral)
}

private func handoverOpening(_ paper: HandoverPaper) -> [Part] {
  [
    .together([
      .title("\(paper.village.name)信义积分账本交接单"), .blank,
      .pair("交出人：\(paper.from)", "接手人：\(paper.to)", at: 46),
      .line("交接日期：\(paper.on.inFull)"), .doubleRule,
    ]), .blank,
  ]
}

private func list(_ lines: [String], orElse nothing: String) -> [Part] {
  (lines.isEmpty ? [nothing] : lines).map { .text($0, first: 2, rest: 4) }
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

private func stockParts(_ paper: HandoverPaper) -> [Part] {
  guard !paper.goods.isEmpty else { return list([], orElse: "没有商品。") }
  let table = SheetTable(
    columns: [
      TableColumn("商品", .fills, .left), TableColumn("单位", .fits(4...12), .left),
      TableColumn("账上", .fits(6...10), .right), TableColumn("实点", .fixed(10), .right),
    ],
    rows: paper.goods.map { [$0.name, $0.unit, "\($0.count)", ""] }, gap: 2, foot: [.rule])
  return [.table(table)]
}

private func handoverClosing(_ paper: HandoverPaper) -> [Part] {
  let record = paper.record.map {
    "账本第1至\($0.records)行  账本校验码前16位 \($0.digest.inGroups(first: 16))"
  }
  return [
    .text(record ?? "（试算，账本校验码在正式交接时才有）", first: 0, rest: 2),
    .line("以上账目和实物当面点清；纸质台账、公示存根、印章、优盘备份一并移交。"), .blank,
    .pair("交出人（签字）：", "接手人（签字）：", at: 46), .blank,
    .pair("监交人（村务监督委员会，签字）：", "日期：", at: 46),
  ]
}
