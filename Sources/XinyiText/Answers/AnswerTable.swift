/// A column of an answer on the screen.
public struct AnswerColumn: Sendable, Equatable {
  /// What stands in a column, and so how it is set.
  public enum Kind: Sendable, Equatable {
    /// Words, wrapped where room is short.
    case text
    /// Words joined by 、, each kept whole where a line can hold it.
    case list
    /// A code or a date, which is kept whole.
    case code
    /// A number, kept whole and set to the right.
    case number
  }

  public var title: String
  public var kind: Kind

  public init(_ title: String, _ kind: Kind) {
    self.title = title
    self.kind = kind
  }

  fileprivate func column(widest: Int) -> TableColumn {
    switch kind {
    case .text: TableColumn(title, .fits(0...widest), .left)
    case .list: TableColumn(title, .list(0...widest), .left)
    case .code: TableColumn(title, .fixed(widest), .left)
    case .number: TableColumn(title, .fixed(widest), .right)
    }
  }
}

/// The columns, as wide as their widest cell at most.
func tableColumns(of columns: [AnswerColumn], rows: [[String]]) -> [TableColumn] {
  columns.enumerated().map { index, column in
    let cells = rows.lazy.map { index < $0.count ? displayWidth(of: tableCell($0[index])) : 0 }
    return column.column(widest: cells.reduce(displayWidth(of: column.title), max))
  }
}

/// A list as an answer on the screen: head, rule, rows, at most `width` columns wide.
///
/// Columns are as wide as their widest cell. Where that is too much, the columns of words give way
/// and their cells go on in the next line; nothing is cut. The rule is as long as the table. A
/// screen on which codes and numbers would be broken gets each row by itself, a fact on a line.
public func answerTable(columns: [AnswerColumn], rows: [[String]], width: Int) -> String {
  let laidOut = tableColumns(of: columns, rows: rows)
  if leastWidth(of: laidOut) > width { return records(columns, rows, width: width) }
  let table = Table(columns: laidOut, rows: rows, width: width, gap: 2)
  let lines = table.head + table.rows.flatMap(\.self)
  let widest = lines.map { displayWidth(of: $0) }.max() ?? 0
  return text(of: table.head + [rule(widest)] + table.rows.flatMap(\.self))
}

/// With every code and number whole, and four ideographs for words that have so many.
private func leastWidth(of columns: [TableColumn]) -> Int {
  let widths = columns.map { column in
    switch column.width {
    case .fixed(let width): width
    case .fits(let bounds), .list(let bounds): min(bounds.upperBound, 8)
    case .fills: 8
    }
  }
  return widths.reduce(0, +) + 2 * max(0, columns.count - 1)
}

/// `姓名：苏玉强`, a row after the other, with a rule between; empty cells are left out.
private func records(_ columns: [AnswerColumn], _ rows: [[String]], width: Int) -> String {
  let records = rows.map { row in
    zip(columns, row).filter { !$1.isEmpty }.flatMap { column, cell in
      let label = column.title.isEmpty ? "" : column.title + "："
      return wrapped(
        label + tableCell(cell), width: width, first: 0, rest: min(displayWidth(of: label), 8))
    }
  }
  return text(of: records.flatMap { $0 + [rule(min(width, 20))] })
}
