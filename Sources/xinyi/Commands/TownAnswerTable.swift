import XinyiFiles
import XinyiLedger
import XinyiText

/// The town's answer as a spreadsheet has it: one entry a row, columns in any order.
struct TownAnswerTable {
  private let rows: [CSV.Row]
  private let columns: [TownAnswerPart: Int]
  private let file: String

  /// Reads the titles; throws every fault in them. `entryTitles` are what the village calls the
  /// column of the entry in what it sends.
  init(_ table: CSV.Table, file: String, entryTitles: [String]) throws {
    let first = table.rows.first
    let titles = (first?.cells ?? []).map { InputText.normalised($0.text) }
    // In a table that was our own, 编号 is the person's.
    let isOurs = titles.contains("编码") || titles.contains("平台编号")
    var columns: [TownAnswerPart: Int] = [:]
    var faults: [ErrorReport] = []
    for (index, title) in titles.enumerated() {
      let isPersons = isOurs && title == "编号"
      guard !isPersons, let part = TownAnswerPart(title: title, entryTitles) else { continue }
      if columns[part] == nil {
        columns[part] = index
      } else {
        faults.append(
          ErrorReport(
            code: "E341", message: "“\(safe(title))”这一列写了两次",
            place: .init(file: file, line: first?.line ?? 1, column: index + 1)))
      }
    }
    for part in [TownAnswerPart.entry, .outcome] where columns[part] == nil {
      faults.append(
        ErrorReport(
          code: "E340", message: "缺少“\(part.title)”这一列",
          place: .init(file: file, line: first?.line ?? 1, column: titles.count)))
    }
    if !faults.isEmpty { throw TownAnswerCheck.failure(faults) }
    self.rows = Array(table.rows.dropFirst())
    self.columns = columns
    self.file = file
  }

  var answers: [TownAnswerRow] { rows.map(answer(in:)) }
}

// MARK: - The rows

extension TownAnswerTable {
  private func answer(in row: CSV.Row) -> TownAnswerRow {
    var faults: [ErrorReport] = []
    func add(_ part: TownAnswerPart, _ code: String, _ message: String) {
      faults.append(fault(in: row, part, .init(code: code, message: message)))
    }
    func words(_ part: TownAnswerPart, _ digits: FreeText.Digits, limit: Int) -> String? {
      let text = text(row, part)
      if text.isEmpty { return nil }
      do throws(ValueProblem) {
        return try FreeText.checked(text, digits, limit: limit)
      } catch {
        add(part, "E346", part.title + error.sentence(in: .chinese))
        return nil
      }
    }
    let entry = EntryNumber(text(row, .entry))
    if entry == nil {
      add(.entry, "E342", "“\(safe(text(row, .entry)))”不是条目号，写成 2026-10-0017")
    }
    let outcome = Self.outcomes[text(row, .outcome)]
    if outcome == nil {
      add(.outcome, "E344", "结果只能写 受理、已录入 或 退回，这里是“\(safe(text(row, .outcome)))”")
    }
    let package = PackageNumber(text(row, .package))
    if package == nil, !text(row, .package).isEmpty {
      add(.package, "E349", "“\(safe(text(row, .package)))”不是上报包号，写成 P-2026-10-01")
    }
    let number = words(.number, .anyNumber, limit: TownAnswerPart.longestNumber)
    let why = words(.why, .noLongNumber, limit: FreeText.limit)
    guard faults.isEmpty, let entry, let outcome else { return .faulty(faults) }
    return .answer(
      TownAnswer(entry: entry, outcome: outcome, number: number, why: why, package: package)
    ) { part, words in fault(in: row, part, words) }
  }

  /// What a cell says, without the mark that keeps a spreadsheet from calculating with it.
  private func text(_ row: CSV.Row, _ part: TownAnswerPart) -> String {
    guard let index = columns[part], row.cells.indices.contains(index) else { return "" }
    let text = InputText.normalised(row.cells[index].text)
    return text.hasPrefix("'") ? String(text.dropFirst()) : text
  }

  /// The column is that of the spreadsheet, where a person looks for it.
  private func fault(
    in row: CSV.Row, _ part: TownAnswerPart, _ words: TownAnswerRow.Words
  ) -> ErrorReport {
    let index = columns[part] ?? columns[.entry] ?? 0
    let line = row.cells.indices.contains(index) ? row.cells[index].line : row.line
    return ErrorReport(
      code: words.code, message: words.message, hint: words.hint,
      place: .init(file: file, line: line, column: index + 1))
  }

  private static let outcomes: [String: PlatformOutcome] = [
    "受理": .entered, "已受理": .entered, "已录入": .entered, "录入": .entered, "entered": .entered,
    "退回": .returned, "已退回": .returned, "returned": .returned,
  ]
}

extension TownAnswerPart {
  static let longestNumber = 60

  var title: String {
    switch self {
    case .entry: "条目"
    case .outcome: "结果"
    case .number: "平台编号"
    case .why: "原因"
    case .package: "上报包"
    }
  }

  fileprivate init?(title: String, _ entryTitles: [String]) {
    if entryTitles.contains(title) {
      self = .entry
      return
    }
    switch title {
    case "条目", "条目号": self = .entry
    case "结果", "复核结果", "答复": self = .outcome
    case "平台编号", "编号": self = .number
    case "原因", "退回原因": self = .why
    case "上报包", "包号", "上报包号": self = .package
    default: return nil
    }
  }
}
