import XinyiLedger

func plusTitle(_ paper: NoticePaper) -> String {
  "加分事项（\(summary(paper.plus.map(\.effect)))）"
}

/// The plus lines by the groups of the catalog, within a group by number. A group event stands
/// once, with its numbered names below; everything else has a line of its own.
func plusSection(_ paper: NoticePaper) -> [Part] {
  if paper.plus.isEmpty { return [.paragraph("本月无加分事项。")] }
  let groups = PlusGroup.allCases
    .map { group in (group, plusItems(of: paper.plus.filter { $0.plusGroup == group })) }
    .filter { !$1.isEmpty }
  let rows = groups.enumerated().flatMap { place, part -> [SheetTable.Row] in
    let (group, items) = part
    let count = items.map(\.count).reduce(0, +)
    return [.heading("（\(chineseOrdinal(place + 1))）\(group.rawValue)  \(count)条")]
      + items.compactMap { plusRow($0, month: paper.month) }
  }
  var table = SheetTable(columns: plusColumns, rows: rows, gap: 2)
  if case .cells? = rows.last { table.foot = [.rule] }
  return [.table(table)]
}

private func plusRow(_ item: [NoticePlusLine], month: Month) -> SheetTable.Row? {
  if item.count > 1 { return .event(groupEvent(item, month: month)) }
  return item.first.map { line in
    .cells(
      nameCells(line.subject, month: month) + deedCells(line.subject, line.deed)
        + [line.effect.points.signed])
  }
}

/// People from whom on the lines of one event are printed as one.
private let smallestGroupEvent = 5

/// What the lines of one group event have in common.
private struct EventKey: Hashable {
  let batch: BatchNumber
  let rule: RuleCode
  let on: Day
  let points: Points
  let wording: String
  let isHousehold: Bool

  init(_ line: NoticePlusLine) {
    self.batch = line.batch
    self.rule = line.deed.rule
    self.on = line.deed.on
    self.points = line.effect.points
    self.wording = line.deed.wording
    self.isHousehold = line.isHousehold
  }
}

/// Single lines and group events, in the order of their first numbers.
private func plusItems(of lines: [NoticePlusLine]) -> [[NoticePlusLine]] {
  let lines = lines.sorted { $0.subject.entry < $1.subject.entry }
  let open = lines.filter { $0.subject.masking == .shown }
  let events = Dictionary(grouping: open, by: EventKey.init)
    .filter { $1.count >= smallestGroupEvent }
  return lines.compactMap { line in
    guard line.subject.masking == .shown, let event = events[EventKey(line)] else {
      return [line]
    }
    return event.first?.subject.entry == line.subject.entry ? event : nil
  }
}

private let plusColumns = [
  TableColumn("序号", .fits(4...7), .left), TableColumn("姓名", .fits(12...18), .left),
  TableColumn("组别", .fits(4...10), .left), TableColumn("日期", .fits(6...6), .left),
  TableColumn("编码", .fits(5...8), .left), TableColumn("事项", .fills, .left),
  TableColumn("分值", .fits(4...12), .right),
]

/// Number, name and group.
func nameCells(_ subject: NoticeSubject, month: Month) -> [String] {
  let label = subject.entry.label(in: month)
  return switch subject.masking {
  case .shown, .generalWording: [label, subject.name, subject.group]
  case .noName, .ownWish: [label, "（不列姓名）", ""]
  }
}

/// Date, code and deed.
func deedCells(_ subject: NoticeSubject, _ deed: NoticeDeed) -> [String] {
  guard let wording = subject.masking.wording else {
    return [deed.on.inTable, deed.rule.text, deed.wording]
  }
  return [subject.masking.isNamed ? deed.on.inTable : "", "不列", wording]
}

private func groupEvent(_ lines: [NoticePlusLine], month: Month) -> SheetTable.EventRow {
  let first = lines[0]
  let measure = first.isHousehold ? "户" : "人"
  let detail = first.deed.detail.map { "：\($0)，" } ?? "："
  return SheetTable.EventRow(
    start: "\(first.deed.on.inTable)  \(first.deed.rule) ",
    title: "\(first.deed.title)\(detail)\(lines.count)\(measure)，"
      + "每\(measure)\(first.effect.points.signed)分" + (first.isHousehold ? "，记在户主名下" : ""),
    again: "\(first.deed.title)（续）",
    names: lines.map { line in
      .init(
        label: line.subject.entry.label(in: month),
        name: "\(line.subject.name) \(line.subject.group)")
    })
}
