import XinyiFiles
import XinyiText

/// A table of a spreadsheet whose columns are known by their titles, in any order.
///
/// Rows above the titles, such as the name of the village, and rows without a word are left out.
struct TitledTable<Column: SheetColumn> {
  /// The rows below the titles.
  let rows: [CSV.Row]
  /// Titles of columns that nothing is done with, in the order of the table.
  let unused: [String]
  let file: String
  /// How many columns have a title.
  private let width: Int
  /// Where each column stands, counted from 0.
  private let columns: [Column: Int]

  /// Reads the titles; throws every fault in them. `titles` go before those of
  /// the columns; nil is a title that means none of them.
  init(_ table: CSV.Table, file: String, titles: [String: Column?]) throws {
    let rows = table.rows.filter { row in row.cells.contains { !Self.plain($0).isEmpty } }
    let head = rows.prefix(Self.mostRowsAbove + 1).firstIndex { row in
      row.cells.count { Self.column($0, titles) != nil } >= min(2, Column.needed.count)
    }
    var reading = SheetHead<Column>(file: file)
    if let titleRow = rows.isEmpty ? nil : rows[head ?? 0] {
      for (index, cell) in titleRow.cells.enumerated() {
        reading.take(cell, at: index, as: Self.column(cell, titles))
      }
    }
    reading.finish(line: rows.isEmpty ? 1 : rows[head ?? 0].line)
    if !reading.faults.isEmpty { throw Self.failure(reading.faults) }
    self.rows = Array(rows.dropFirst((head ?? 0) + 1))
    columns = reading.columns
    unused = reading.unused
    width = reading.width
    self.file = file
  }

  /// A name, a date and a line of guidance may stand above the titles.
  private static var mostRowsAbove: Int { 4 }

  private static func column(_ cell: CSV.Cell, _ titles: [String: Column?]) -> Column? {
    let exact = InputText.normalised(cell.text)
    let plain = plainTitle(cell.text)
    if let said = titles[exact] ?? titles[plain] { return said }
    return Column.allCases.first { $0.titles.contains(exact) || $0.titles.contains(plain) }
  }
}

// MARK: - The cells

extension TitledTable {
  func has(_ column: Column) -> Bool { columns[column] != nil }

  /// What a cell says as numbers and labels are read; nothing where the row is short or the table
  /// has no such column.
  func text(_ row: CSV.Row, _ column: Column) -> String {
    cell(row, column).map { Self.plain($0) } ?? ""
  }

  /// What a cell says as free words are kept.
  func words(_ row: CSV.Row, _ column: Column) -> String {
    cell(row, column).map { InputText.trimmed(Self.unguarded($0.text)) } ?? ""
  }

  /// Every row with more in it than there are titles: a comma inside a cell that has no quotes
  /// shifts all that follows.
  var overfullRows: [ErrorReport] {
    rows.compactMap { row in
      guard row.cells.count > width,
        let extra = row.cells[width...].firstIndex(where: { !Self.plain($0).isEmpty })
      else { return nil }
      return ErrorReport(
        code: "E425", message: "这一行比标题多出“\(Self.short(row.cells[extra].text))”",
        hint: "格子里的逗号要用引号括起来，最好在表格软件里改好再另存",
        place: .init(file: file, line: row.cells[extra].line, column: extra + 1))
    }
  }

  private func cell(_ row: CSV.Row, _ column: Column) -> CSV.Cell? {
    guard let index = columns[column], row.cells.indices.contains(index) else { return nil }
    return row.cells[index]
  }

  private static func plain(_ cell: CSV.Cell) -> String {
    InputText.normalised(unguarded(cell.text))
  }

  /// A few characters of a cell, and no number that is nobody's business.
  static func short(_ text: String) -> String {
    let shown = withoutLongNumbers(safe(text))
    return shown.count > 12 ? shown.prefix(12) + "…" : shown
  }

  /// Without the mark that keeps a spreadsheet from calculating with a cell.
  private static func unguarded(_ text: String) -> String {
    text.hasPrefix("'") ? String(text.dropFirst()) : text
  }
}

// MARK: - Faults

extension TitledTable {
  /// The column is that of the spreadsheet, where the clerk looks for it, not a character.
  func fault(
    _ code: String, _ message: String, _ row: CSV.Row, _ column: Column, hint: String? = nil
  ) -> ErrorReport {
    let index = columns[column] ?? Column.needed.first.flatMap { columns[$0] } ?? 0
    let line = row.cells.indices.contains(index) ? row.cells[index].line : row.line
    return ErrorReport(
      code: code, message: message, hint: hint,
      place: .init(file: file, line: line, column: index + 1))
  }

  /// All faults of a table as one, in the order of their places; `faults` has at least one.
  static func failure(_ faults: [ErrorReport]) -> Failure {
    let ordered = faults.enumerated().sorted { left, right in
      let (one, other) = (left.element.place, right.element.place)
      return (one?.line ?? 0, one?.column ?? 0, left.offset)
        < (other?.line ?? 0, other?.column ?? 0, right.offset)
    }.map(\.element)
    let (message, hint) = Column.failure(faults: ordered.count)
    return Failure(
      status: .badData,
      report: ErrorReport(
        code: ordered[0].code, message: message, hint: hint, place: ordered[0].place,
        faults: ordered))
  }
}
