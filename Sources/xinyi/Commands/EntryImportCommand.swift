import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let entryImport = Command(
    .entryImport, .writes, summary: "从表格成批记分；同一个文件导两次，第二次什么也不变",
    examples: ["xinyi 台账 导入 十月.csv --试算", "xinyi 台账 导入 十月.csv"],
    words: [
      Word(.file, .path, .one, "CSV 文件：细则,编号,姓名,日期，还可以有数量、档次、分值、事件号、活动、佐证、文书号、采集员、信息来源、备注、理由")
    ]
  ) { session, arguments in
    let path = arguments[word: .file].text ?? ""
    let table = try session.table(in: path)
    return try session.write { change in
      let sheet = try TitledTable<EntryColumn>(table, file: path.lastComponent, titles: [:])
      try EntryImport(sheet, change.directory).record(&change, session.language)
    } answer: { outcome in
      outcome.answer(to: try TitledTable(table, file: path.lastComponent, titles: [:]))
    }
  }
}

extension Outcome {
  fileprivate func answer(to sheet: TitledTable<EntryColumn>) -> Answer {
    let rows = EntryImport(sheet, directory).rows
    let touched = touchedEntries
    let added = Set(touched.map(\.number))
    let isNew = rows.map { row in row.entry.map { added.contains($0.number) } ?? false }
    let new = isNew.count { $0 }
    let listed = Set(rows.compactMap { $0.entry?.number })
    let proposed = touched.filter { !listed.contains($0.number) }
    var text = "已记 \(new) 条，待评审；以前记过的 \(rows.count - new) 条未动。\n"
    if new > 0 { text += directory.table(of: touched) }
    for tier in proposed {
      text += "年度累计到档，另提出 \(tier.number)（\(tier.recorded.title)，\(tier.recorded.asked.signed)）。\n"
    }
    let cautions = directory.cautions(of: touched)
    text += cautions.map { "提醒：\($0)。\n" }.joined() + words(forDead: rows.compactMap(\.entry))
    text += sheet.wordsForUnused + wayBack(touched)
    return Answer(
      rows: zip(rows, isNew).map { row, isNew in self.row(row, isNew: isNew) }
        + proposed.map { directory.row(of: $0) + [("line", .null), ("added", .bool(true))] },
      text: text,
      with: [
        ("added", .int(new)), ("unchanged", .int(rows.count - new)),
        ("cautions", .array(cautions.map { .string($0) })),
        ("unused", .array(sheet.unused.map { .string($0) })),
      ])
  }

  private func row(_ row: (row: EntryRow, entry: Entry?), isNew: Bool) -> Row {
    (row.entry.map { directory.row(of: $0) } ?? []) + [
      ("line", .int(row.row.row.line)), ("added", .bool(isNew)),
    ]
  }

  /// What the council or an objection struck is not recorded again by the same list.
  private func words(forDead entries: [Entry]) -> String {
    let dead = entries.filter { $0.state == .rejected || $0.state == .cancelled }
    guard !dead.isEmpty else { return "" }
    let shown = dead.prefix(5).map { "\($0.number)（\($0.state.word)）" }.joined(separator: "、")
    return "其中 \(dead.count) 条以前驳回或撤销过，没有再记：\(shown)\(dead.count > 5 ? " 等" : "")。\n"
  }

  private func wayBack(_ entries: [Entry]) -> String {
    let batches = entries.map(\.recorded.batch).unique
    guard let first = batches.first else { return "" }
    // More numbers than fit on a line are taken back one by one.
    let named = batches.count <= 8 ? batches.map(\.text) : [first.text]
    let command = named.reduce(CommandText(.withdraw)) { $0.word($1) }.option(.why, "理由")
      .text(in: directory.language)
    return batches.count <= 8
      ? "记错了可以撤回：\(command)\n"
      : "共 \(batches.count) 批，记错了可以一批一批撤回，如：\(command)\n"
  }
}

extension TitledTable {
  /// The columns that the table has for itself.
  var wordsForUnused: String {
    unused.isEmpty ? "" : "没有用到的列：\(unused.map { safe($0) }.joined(separator: "、"))\n"
  }
}
