import XinyiLedger

func minusTitle(_ paper: NoticePaper) -> String {
  "扣分事项（\(summary(paper.minus.map(\.effect)))）"
}

func minusSection(_ paper: NoticePaper) -> [Part] {
  let reminders = reminderSentence(paper.reminders)
  if paper.minus.isEmpty { return [.paragraph("本月无扣分事项。" + reminders)] }
  let lines = paper.minus.sorted { $0.subject.entry < $1.subject.entry }
  let table = SheetTable(
    columns: [
      TableColumn("序号", .fits(4...7), .left), TableColumn("姓名", .fits(6...18), .left),
      TableColumn("组别", .fits(4...10), .left), TableColumn("日期", .fits(6...6), .left),
      TableColumn("编码", .fits(4...8), .left), TableColumn("事项", .fills, .left),
      TableColumn("提示情况", .fits(8...10), .left), TableColumn("分值", .fits(6...12), .right),
    ],
    rows: lines.map { line in
      nameCells(line.subject, month: paper.month) + deedCells(line.subject, line.deed)
        + [line.reminder, line.effect.points.signed]
    },
    gap: 2, foot: reminders.isEmpty ? [] : [.line(reminders)])
  return [.table(table)]
}

func reminderSentence(_ reminders: NoticeReminders?) -> String {
  guard let reminders, reminders.issued > 0 else { return "" }
  let putRight = reminders.putRight > 0 ? "，其中\(reminders.putRight)份按期改正，未扣分" : ""
  return "本期发出提示书\(reminders.issued)份\(putRight)。"
}

func correctionTitle(_ paper: NoticePaper) -> String {
  let informed = paper.informed.isEmpty ? "" : "；另已即时更正\(paper.informed.count)条"
  return "以前月份更正（\(summary(paper.corrections.map(\.effect)))\(informed)）"
}

func correctionSection(_ paper: NoticePaper) -> [Part] {
  let lines =
    paper.corrections.sorted { $0.subject.entry < $1.subject.entry }
    + paper.informed.sorted { $0.subject.entry < $1.subject.entry }
  let table = SheetTable(
    columns: [
      TableColumn("序号", .fits(4...7), .left), TableColumn("姓名", .fits(6...18), .left),
      TableColumn("组别", .fits(4...10), .left), TableColumn("原条目", .fits(11...17), .left),
      TableColumn("原分", .fits(6...12), .right), TableColumn("改为", .fits(6...12), .right),
      TableColumn("冲回", .fits(6...12), .right), TableColumn("原因", .fills, .left),
    ],
    rows: lines.map { line in
      nameCells(line.subject, month: paper.month) + [
        line.original.spoken(in: paper.month.year), line.before.signed, line.after.signed,
        line.effect.points.signed, line.reason,
      ]
    },
    gap: 2, foot: paper.informed.isEmpty ? [] : [.line(informedSentence)])
  return [.table(table)]
}

private let informedSentence =
  "注明“已即时更正”的，是同一件事记重了，由两名经手人核对后当时退回的，列出备查，不计入本次条数和分数。"
