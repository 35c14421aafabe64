import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let reportMonth = Command(
    .reportMonth, .reads, summary: "月报：给支部书记的一页，记了什么、还欠什么",
    examples: ["xinyi 报表 月报", "xinyi 报表 月报 --月份 2026-10"],
    options: [.optional(.month, .month, "哪个账期；不写就是最近一次开会评审的")]
  ) { session, arguments in
    try session.read { view in
      let month = try view.ledger.reportedMonth(arguments[.month].month, today: view.today)
      let sheet = view.monthSheet(of: month)
      return Answer(
        rows: sheet.flatRows, text: reportPaper(sheet).text, with: [("month", .text(month))])
    }
  }

  static let reportYear = Command(
    .reportYear, .reads, summary: "年报：一年里各月、各组、各事项和星级",
    examples: ["xinyi 报表 年报", "xinyi 报表 年报 2026"],
    words: [Word(.year, .year, .optional, "哪一年；不写就是今年")]
  ) { session, arguments in
    try session.read { view in
      let year = arguments[word: .year].year ?? view.today.year
      let first = view.ledger.opened.firstMonth.year
      guard (first...max(first, view.today.year)).contains(year) else {
        throw Refusal.noReportOfYear(year, first: first, last: max(first, view.today.year))
      }
      let sheet = view.directory.paperSource.yearSheet(
        view.ledger.yearReport(of: year, on: view.today))
      return Answer(
        rows: sheet.flatRows, text: reportPaper(sheet).text, with: [("year", .text(year))])
    }
  }

  static let reportSample = Command(
    .reportSample, .reads, summary: "抽查：随机抽一些条目给监督委员核实，并看加扣分有没有偏向",
    examples: ["xinyi 报表 抽查", "xinyi 报表 抽查 --月份 2026-10 --人数 20 --种子 7"],
    options: [
      .optional(.month, .month, "哪个账期；不写就是最近一次开会评审的"),
      .optional(.people, .count, "抽几条，不写是 10"),
      .optional(.seed, .number, "种子：同一种子抽出同样的条目；不写由账本定"),
    ]
  ) { session, arguments in
    try session.read { view in
      let month = try view.ledger.reportedMonth(arguments[.month].month, today: view.today)
      let seed = arguments[.seed].number ?? view.snapshot.lines.lastHash.sixDigits
      var dice = DemoRandom(seed: UInt64(seed))
      let sample = dice.sample(
        arguments[.people].number ?? 10, of: view.ledger.sampleable(of: month)
      ).sorted { $0.number < $1.number }
      let sheet = view.directory.paperSource.sampleSheet(of: month, sample: sample, seed: seed)
      return Answer(
        rows: sample.map(view.directory.sampleRow(of:)), text: reportPaper(sheet).text,
        with: [
          ("month", .text(month)), ("seed", .int(seed)),
          ("fairness", .array(sheet.rows(of: "fairness"))),
          ("collectors", .array(sheet.rows(of: "collector"))),
        ])
    }
  }
}

extension VillageView {
  func monthSheet(of month: Month) -> ReportSheet {
    directory.paperSource.monthSheet(ledger.monthReport(of: month, on: today))
  }
}

extension Ledger {
  /// The month asked for, which must have begun; else the latest whose review was opened, or the
  /// first one.
  func reportedMonth(_ named: Month?, today: Day) throws(Refusal) -> Month {
    let last = max(opened.firstMonth, today.month)
    if let named {
      guard (opened.firstMonth...last).contains(named) else {
        throw .noReportOf(named, first: opened.firstMonth, last: last)
      }
      return named
    }
    return months.values.filter { $0.state > .open }.map(\.month).max() ?? last
  }
}

extension Digest {
  /// A number from the first digits: nobody knows it before the last line is written.
  fileprivate var sixDigits: Int {
    (Int(description.prefix(8), radix: 16) ?? 0) % 1_000_000
  }
}

extension Directory {
  /// An entry with what it was shown with.
  fileprivate func sampleRow(of entry: Entry) -> Row {
    let held = entry.recorded.evidence + entry.laterEvidence
    return row(of: entry) + [("evidence", .array(held.map { .string($0) }))]
  }
}

extension ReportSheet {
  /// Every row of every section, with the section's name in it.
  var flatRows: [Row] {
    sections.flatMap { section in
      section.rows.map { row in
        [("section", .string(section.key))]
          + zip(section.columns, row).map { ($0.key, $1.json) }
      }
    }
  }

  fileprivate func rows(of key: String) -> [JSON] {
    sections.filter { $0.key == key }.flatMap { section in
      section.rows.map { row in
        JSON.object(zip(section.columns, row).map { ($0.key, $1.json) })
      }
    }
  }
}

extension ReportSheet.Cell {
  fileprivate var json: JSON {
    switch self {
    case .text(let text): .string(text)
    case .count(let count): .int(count)
    case .signed(let points), .amount(let points): .tenths(points)
    case .money(let money): .text(money)
    case .none: .null
    }
  }
}
