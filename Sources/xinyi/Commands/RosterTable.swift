import XinyiFiles
import XinyiText

/// A roster as a spreadsheet has it: one person a row, columns in any order.
struct RosterTable {
  /// The rows below the titles.
  let rows: [CSV.Row]
  /// Where each column stands, counted from 0.
  private let columns: [Column: Int]
  private let file: String

  enum Column: String, CaseIterable {
    case name = "姓名"
    case number = "编号"
    case household = "户号"
    case group = "组"
    case head = "户主"
    case born = "出生日期"
    case roles = "角色"
  }

  /// Reads the titles; throws every fault in them.
  init(_ table: CSV.Table, file: String) throws {
    let titles = table.rows.first
    var columns: [Column: Int] = [:]
    var faults: [ErrorReport] = []
    for (index, cell) in (titles?.cells ?? []).enumerated() {
      let title = InputText.normalised(cell.text)
      guard let column = Column(title: title) else { continue }
      if columns[column] == nil {
        columns[column] = index
      } else {
        faults.append(
          Self.fault("E411", "“\(safe(title))”这一列写了两次", file, cell.line, index))
      }
    }
    for column in [Column.name, .household] where columns[column] == nil {
      faults.append(
        Self.fault(
          "E410", "缺少“\(column.rawValue)”这一列", file, titles?.line ?? 1,
          titles?.cells.count ?? 0))
    }
    self.rows = Array(table.rows.dropFirst())
    self.columns = columns
    self.file = file
    if !faults.isEmpty { throw Self.failure(faults) }
  }
}

extension RosterTable {
  func has(_ column: Column) -> Bool { columns[column] != nil }

  /// What a cell says; nothing where the row is short or the table has no such column.
  func text(_ row: CSV.Row, _ column: Column) -> String {
    guard let index = columns[column], row.cells.indices.contains(index) else { return "" }
    return InputText.normalised(row.cells[index].text)
  }

  func fault(
    _ code: String, _ message: String, _ row: CSV.Row, _ column: Column
  ) -> ErrorReport {
    let index = columns[column] ?? 0
    let line = row.cells.indices.contains(index) ? row.cells[index].line : row.line
    return Self.fault(code, message, file, line, index)
  }

  /// The column is that of the spreadsheet, where the clerk looks for it, not a character.
  private static func fault(
    _ code: String, _ message: String, _ file: String, _ line: Int, _ index: Int
  ) -> ErrorReport {
    ErrorReport(
      code: code, message: message,
      place: .init(file: file, line: line, column: index + 1))
  }

  /// All faults of a table as one; `faults` has at least one.
  static func failure(_ faults: [ErrorReport]) -> Failure {
    let first = faults[0]
    return Failure(
      status: .badData,
      report: ErrorReport(
        code: first.code, message: "未导入：表格有 \(faults.count) 处错误，一个人也没有添加",
        hint: "改好后再导入；先加试算看看", place: first.place, faults: faults))
  }
}

extension RosterTable.Column {
  fileprivate init?(title: String) {
    let found = Self.allCases.first { $0.rawValue == title || $0.others.contains(title) }
    guard let found else { return nil }
    self = found
  }

  private var others: [String] {
    switch self {
    case .name: ["名字"]
    case .number: ["人员编号"]
    case .household: ["户"]
    case .group: ["组别", "胡同"]
    case .head: ["是否户主"]
    case .born: ["出生", "生日"]
    case .roles: ["职务"]
    }
  }

  /// The member of `--json` that shows the same of a person.
  var member: String {
    switch self {
    case .name: "name"
    case .number: "person"
    case .household: "household"
    case .group: "group"
    case .head: "head"
    case .born: "born"
    case .roles: "roles"
    }
  }
}
