import XinyiLedger

func plusTitle(_ paper: NoticePaper) -> String {
  "加分事项（\(summary(paper.plus.map(\.effect)))）"
}

/// The plus lines by the groups of the catalog, within a group by number. A group event stands
/// once, with its numbered names below; everything else has a line of its own.
func plusSection(_ paper: NoticePaper) -> [Block] {
  if paper.plus.isEmpty { return [Block(lines: paragraph("本月无加分事项。"))] }
  let groups = PlusGroup.allCases
    .map { group in (group, plusItems(of: paper.plus.filter { $0.plusGroup == group })) }
    .filter { !$1.isEmpty }
  let singles = groups.flatMap { $1 }.filter { $0.count == 1 }.flatMap(\.self)
  var layout = PlusLayout(table: plusTable(singles, month: paper.month), month: paper.month)
  for (place, (group, items)) in groups.enumerated() {
    let count = items.map(\.count).reduce(0, +)
    layout.addHeading("（\(chineseOrdinal(place + 1))）\(group.rawValue)  \(count)条")
    for item in items { layout.add(item) }
  }
  return layout.finished
}

/// The section as it grows: rows of one table, with group events between rules.
private struct PlusLayout {
  private let head: [String]
  private let month: Month
  private var rows: ArraySlice<[String]>
  private var blocks: [Block]
  private var isAfterRule = true

  /// `table` holds the single lines in the order in which they will be added.
  init(table: Table, month: Month) {
    self.head = table.head + [rule(paperWidth)]
    self.month = month
    self.rows = table.rows[...]
    self.blocks = [Block(lines: head, keepsWithNext: true)]
  }

  mutating func addHeading(_ text: String) {
    blocks.append(Block(lines: [text], continuation: head, keepsWithNext: true))
    isAfterRule = false
  }

  mutating func add(_ item: [NoticePlusLine]) {
    if item.count > 1 {
      blocks += groupEvent(item, month: month, needsRule: !isAfterRule)
      isAfterRule = true
    } else if let row = rows.popFirst() {
      blocks.append(Block(lines: row, continuation: head))
      isAfterRule = false
    }
  }

  var finished: [Block] {
    guard !isAfterRule, var last = blocks.last else { return blocks }
    last.lines.append(rule(paperWidth))
    return blocks.dropLast() + [last]
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

private func plusTable(_ lines: [NoticePlusLine], month: Month) -> Table {
  Table(
    columns: [
      TableColumn("序号", .fits(4...7), .left), TableColumn("姓名", .fits(12...18), .left),
      TableColumn("组别", .fits(4...10), .left), TableColumn("日期", .fits(6...6), .left),
      TableColumn("编码", .fits(5...8), .left), TableColumn("事项", .fills, .left),
      TableColumn("分值", .fits(4...12), .right),
    ],
    rows: lines.map { line in
      nameCells(line.subject, month: month) + deedCells(line.subject, line.deed)
        + [line.effect.points.signed]
    },
    width: paperWidth, gap: 2)
}

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

private func groupEvent(_ lines: [NoticePlusLine], month: Month, needsRule: Bool) -> [Block] {
  guard let first = lines.first else { return [] }
  let start = "\(first.deed.on.inTable)  \(first.deed.rule) "
  let measure = first.isHousehold ? "户" : "人"
  let detail = first.deed.detail.map { "：\($0)，" } ?? "："
  let title = tableCell(
    "\(start)\(first.deed.title)\(detail)\(lines.count)\(measure)，"
      + "每\(measure)\(first.effect.points.signed)分" + (first.isHousehold ? "，记在户主名下" : ""))
  let head = wrapped(title, width: paperWidth, first: 0, rest: displayWidth(of: start))
  let again = wrapped(
    tableCell("\(start)\(first.deed.title)（续）"), width: paperWidth, first: 0,
    rest: displayWidth(of: start))
  let names = nameLines(lines.map(\.subject), month: month)
  return [Block(lines: (needsRule ? [rule(paperWidth)] : []) + head, keepsWithNext: true)]
    + names.dropLast().map { Block(lines: [$0], continuation: again) }
    + [Block(lines: names.suffix(1) + [rule(paperWidth)], continuation: again)]
}

/// `011 苏*强 3组`, five to a line where they fit.
private func nameLines(_ subjects: [NoticeSubject], month: Month) -> [String] {
  let labels = subjects.map { $0.entry.label(in: month) }
  let labelWidth = labels.map { displayWidth(of: $0) }.max() ?? 0
  let names = subjects.map { tableCell("\($0.name) \($0.group)") }
  let cells = zip(labels, names).map { padded($0, to: labelWidth, .left) + " " + $1 }
  let widest = cells.map { displayWidth(of: $0) }.max() ?? 0
  let stride = max(widest + 2, 16)
  let perLine = min(5, max(1, (paperWidth - widest) / stride + 1))
  return Swift.stride(from: 0, to: cells.count, by: perLine).map { start in
    let row = cells[start..<min(start + perLine, cells.count)]
    return withoutTrailingSpaces(row.map { padded($0, to: stride, .left) }.joined())
  }
}
