import XinyiFiles
import XinyiLedger
import XinyiText

/// A list of scored items as a spreadsheet has it: one item a row, columns in any order.
struct CatalogTable {
  let rows: [CSV.Row]
  private let columns: [Column: Int]
  private let file: String

  enum Column: String, CaseIterable {
    case sign = "类型"
    case group = "类别"
    case code = "编码"
    case title = "名称"
    case points = "分值"
    case unit = "单位"
    case limit = "限额"
    case subject = "对象"
    case evidence = "佐证"
    case level = "评审"
    case platform = "上报"
    case remindDays = "提示天数"
    case mask = "公示"
    case sources = "来源"
    case account = "计入"
    case rivals = "同一件事"
  }

  private static let needed: [Column] = [.sign, .group, .code, .title, .points, .unit]

  /// Reads the titles; throws every fault in them.
  init(_ table: CSV.Table, file: String) throws {
    var columns: [Column: Int] = [:]
    var faults: [ErrorReport] = []
    for (index, cell) in (table.rows.first?.cells ?? []).enumerated() {
      guard let column = Column(rawValue: InputText.normalised(cell.text)) else { continue }
      if columns.updateValue(index, forKey: column) != nil {
        faults.append(
          Self.fault("E431", "“\(column.rawValue)”这一列写了两次", file, cell.line, index))
      }
    }
    for column in Self.needed where columns[column] == nil {
      faults.append(
        Self.fault(
          "E430", "缺少“\(column.rawValue)”这一列", file, table.rows.first?.line ?? 1,
          table.rows.first?.cells.count ?? 0))
    }
    rows = Array(table.rows.dropFirst())
    self.columns = columns
    self.file = file
    if !faults.isEmpty { throw Self.failure(faults) }
  }
}

extension CatalogTable {
  func has(_ column: Column) -> Bool { columns[column] != nil }

  /// What a cell says; nil where the table has no such column.
  func text(_ row: CSV.Row, _ column: Column) -> String? {
    guard let index = columns[column] else { return nil }
    guard row.cells.indices.contains(index) else { return "" }
    let text = InputText.normalised(row.cells[index].text)
    return text == "-" ? "" : text
  }

  func fault(
    _ code: String, _ message: String, _ row: CSV.Row, _ column: Column
  ) -> ErrorReport {
    let index = columns[column] ?? 0
    let line = row.cells.indices.contains(index) ? row.cells[index].line : row.line
    return Self.fault(code, message, file, line, index)
  }

  /// A fault of the list as a whole, at the row of its item.
  func fault(_ finding: CatalogFinding) -> ErrorReport {
    let row = finding.index.flatMap { rows.indices.contains($0) ? rows[$0] : nil }
    let column: Column =
      switch finding.key {
      case "code": .code
      case "amount": .points
      case "limit": .limit
      case "rivals": .rivals
      default: .title
      }
    let told = FileFault(
      file: file, line: row?.line ?? 1, column: (columns[column] ?? 0) + 1, excerpt: "",
      caretStart: 0, caretEnd: 0, kind: finding.kind
    ).errorReport
    return ErrorReport(
      code: told.code, message: told.message, hint: told.hint, place: told.place)
  }

  /// The column is that of the spreadsheet, where the clerk looks for it, not a character.
  private static func fault(
    _ code: String, _ message: String, _ file: String, _ line: Int, _ index: Int
  ) -> ErrorReport {
    ErrorReport(
      code: code, message: message, place: .init(file: file, line: line, column: index + 1))
  }

  /// All faults of a table as one; `faults` has at least one.
  static func failure(_ faults: [ErrorReport]) -> Failure {
    let first = faults[0]
    return Failure(
      status: .badData,
      report: ErrorReport(
        code: first.code, message: "细则表有 \(faults.count) 处错误", hint: "改好后再检查",
        place: first.place, faults: faults))
  }
}
