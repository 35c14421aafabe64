import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let export = Command(
    .export, .reads, summary: "导出整本账的收支：给别的记账程序核对，或给表格软件分析",
    examples: ["xinyi 导出 hledger --输出 账.journal", "xinyi 导出 csv --输出 收支.csv"],
    words: [Word(.format, .choice(.exportFormats), .one, "格式")],
    options: [.optional(.output, .path, "写到文件；不写就打在屏幕上")]
  ) { session, arguments in
    if let path = arguments[.output].text { try session.checkSaving(to: path) }
    return try session.read(strict: true) { view in
      let journal = try Journal(of: view.snapshot.events, catalogs: view.ledger.catalogs)
      let bytes: [UInt8] =
        switch arguments[word: .format].choice {
        case "hledger": Array(journalText(journal, for: .hledger).utf8)
        case "ledger": Array(journalText(journal, for: .ledger).utf8)
        case "csv": journal.table
        default: journal.lines
        }
      var answer = Answer(json: [], text: "")
      guard let path = arguments[.output].text else {
        answer.raw = bytes
        return answer
      }
      try session.save(bytes, to: path)
      answer.json = [("output", .string(path))]
      answer.text = "账本第 1 至 \(view.snapshot.lines.count) 行已导出到 \(safe(path))。\n"
      return answer
    }
  }
}

extension Journal {
  private var rows: [(entry: JournalEntry, posting: JournalEntry.Posting)] {
    months.flatMap(\.entries).flatMap { entry in entry.postings.map { (entry, $0) } }
  }

  /// One row for each posting, for a spreadsheet.
  fileprivate var table: [UInt8] {
    let head = ["行号", "日期", "摘要", "账户", "单位", "数量"].map(CSV.Value.text)
    return CSV.write(
      [head]
        + rows.map { entry, posting in
          [
            .number(String(entry.line)), .text(entry.on.description), .text(entry.title),
            .text(posting.account.name), .text(posting.amount.unit),
            .number(posting.amount.number),
          ]
        })
  }

  /// One object for each posting on a line of its own, for analysis.
  fileprivate var lines: [UInt8] {
    rows.flatMap { entry, posting in
      JSON.object([
        ("line", .int(entry.line)), ("on", .text(entry.on)), ("title", .string(entry.title)),
        ("kind", .string(posting.account.kind)), ("account", .string(posting.account.name)),
        ("unit", .string(posting.amount.unit)), ("amount", posting.amount.json),
      ]).compact + [0x0A]
    }
  }
}

extension JournalEntry.Amount {
  fileprivate var number: String {
    switch self {
    case .spendable(let points), .rating(let points): points.description
    case .pieces(let count, _): String(count)
    }
  }

  fileprivate var json: JSON {
    switch self {
    case .spendable(let points), .rating(let points): .tenths(points)
    case .pieces(let count, _): .int(count)
    }
  }
}
