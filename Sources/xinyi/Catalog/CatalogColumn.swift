import XinyiFiles
import XinyiLedger
import XinyiText

/// A list of scored items as a spreadsheet has it: one item a row.
enum CatalogColumn: String, SheetColumn {
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

  static let needed: [CatalogColumn] = [.sign, .group, .code, .title, .points, .unit]

  var aliases: [String] { [] }

  static func failure(faults count: Int) -> (message: String, hint: String) {
    ("细则表有 \(count) 处错误", "改好后再检查")
  }
}

extension TitledTable<CatalogColumn> {
  /// What a cell says, where a dash is nothing; nil where the table has no such column.
  func said(_ row: CSV.Row, _ column: CatalogColumn) -> String? {
    guard has(column) else { return nil }
    let text = text(row, column)
    return text == "-" ? "" : text
  }

  /// A fault of the list as a whole, at the row of its item.
  func fault(_ finding: CatalogFinding) -> ErrorReport {
    let told = FileFault(
      file: file, line: 1, column: 1, excerpt: "", caretStart: 0, caretEnd: 0,
      kind: finding.kind
    ).errorReport
    guard let index = finding.index, rows.indices.contains(index) else {
      return ErrorReport(
        code: told.code, message: told.message, hint: told.hint, place: told.place)
    }
    let column: CatalogColumn =
      switch finding.key {
      case "code": .code
      case "amount": .points
      case "limit": .limit
      case "rivals": .rivals
      default: .title
      }
    return fault(told.code, told.message, rows[index], column, hint: told.hint)
  }
}
