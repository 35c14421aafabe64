import XinyiFiles
import XinyiLedger
import XinyiText

/// The town's answer as a spreadsheet has it: one entry a row, columns in any order.
struct TownAnswerTable {
  private let sheet: TitledTable<TownAnswerPart>

  /// Reads the titles; throws every fault in them. `entryTitles` are what the village calls the
  /// column of the entry in what it sends.
  init(_ table: CSV.Table, file: String, entryTitles: [String]) throws {
    var titles: [String: TownAnswerPart?] = [:]
    for title in entryTitles { titles[InputText.normalised(title)] = .entry }
    // In a table that was our own, 编号 is the person's.
    let cells = table.rows.prefix(5).flatMap(\.cells).map { plainTitle($0.text) }
    let isOurs = cells.contains("编码") || cells.contains("平台编号")
    if isOurs, titles["编号"] == nil { titles.updateValue(nil, forKey: "编号") }
    sheet = try TitledTable(table, file: file, titles: titles)
  }

  var answers: [TownAnswerRow] {
    sheet.rows.map(answer(in:)) + sheet.overfullRows.map { .faulty([$0]) }
  }
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
        add(part, "E346", part.rawValue + error.sentence(in: .chinese))
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

  private func text(_ row: CSV.Row, _ part: TownAnswerPart) -> String { sheet.text(row, part) }

  private func fault(
    in row: CSV.Row, _ part: TownAnswerPart, _ words: TownAnswerRow.Words
  ) -> ErrorReport {
    sheet.fault(words.code, words.message, row, part, hint: words.hint)
  }

  private static let outcomes: [String: PlatformOutcome] = [
    "受理": .entered, "已受理": .entered, "已录入": .entered, "录入": .entered, "entered": .entered,
    "退回": .returned, "已退回": .returned, "returned": .returned,
  ]
}
