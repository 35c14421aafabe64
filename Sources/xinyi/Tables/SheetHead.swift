import XinyiFiles
import XinyiText

/// Reads the row of titles of a table, collecting what is wrong with it.
struct SheetHead<Column: SheetColumn> {
  let file: String
  private(set) var columns: [Column: Int] = [:]
  private(set) var unused: [String] = []
  private(set) var faults: [ErrorReport] = []
  /// How many columns there are up to the last title.
  private(set) var width = 0
  private var unknown: [(title: String, index: Int, line: Int)] = []

  init(file: String) { self.file = file }

  mutating func take(_ cell: CSV.Cell, at index: Int, as column: Column?) {
    let title = plainTitle(cell.text)
    if !title.isEmpty { width = index + 1 }
    guard let column else {
      if !title.isEmpty { unknown.append((title, index, cell.line)) }
      return
    }
    guard let first = columns[column] else {
      columns[column] = index
      return
    }
    let message =
      title == column.rawValue
      ? "“\(column.rawValue)”这一列写了两次" : "“\(safe(title))”就是“\(column.rawValue)”，这一列写了两次"
    add(
      "E411", "\(message)，另一列是第 \(first + 1) 列", hint: "只留一列，或给另一列换个标题", cell.line, index)
  }

  /// Judges what was not known, and then what is missing.
  mutating func finish(line: Int) {
    var missing = Column.allCases.filter { columns[$0] == nil }
    for (title, index, line) in unknown {
      if let near = missing.first(where: { $0.titles.contains { isNear(title, $0) } }) {
        missing.removeAll { $0 == near }
        add(
          "E424", "不认识“\(safe(title))”这一列，是不是“\(near.rawValue)”？",
          hint: "把标题改成 \(near.rawValue)；用不着的列可以留着", line, index)
      } else {
        unused.append(title)
      }
    }
    for column in Column.needed where missing.contains(column) {
      add(
        "E410", "缺少“\(column.rawValue)”这一列",
        hint: "在标题一行补上 \(column.rawValue)，标题的前后次序不限", line, max(0, width - 1))
    }
  }

  /// A slip in a long title, or another word of the same sound; short words differ by one character
  /// too easily: 性别 is not 组别.
  private func isNear(_ title: String, _ known: String) -> Bool {
    if min(title.count, known.count) > 2, Suggestion.distance(title, known) == 1 { return true }
    return title.contains(where: \.isHan) && pinyin(of: title) == pinyin(of: known)
  }

  private mutating func add(
    _ code: String, _ message: String, hint: String, _ line: Int, _ index: Int
  ) {
    faults.append(
      ErrorReport(
        code: code, message: message, hint: hint,
        place: .init(file: file, line: line, column: index + 1)))
  }
}
