/// A column of an answer on the screen.
public struct AnswerColumn: Sendable, Equatable {
  public var title: String
  public var alignment: Alignment

  public init(_ title: String, _ alignment: Alignment) {
    self.title = title
    self.alignment = alignment
  }
}

/// A list as an answer on the screen: head, rule, rows, at most `width` columns wide.
///
/// Columns are as wide as their widest cell. Where that is too much, the widest column gives way
/// and its cells go on in the next line; nothing is cut. The rule is as long as the table.
public func answerTable(columns: [AnswerColumn], rows: [[String]], width: Int) -> String {
  let table = Table(
    columns: columns.map { TableColumn($0.title, .fits(0...width), $0.alignment) },
    rows: rows, width: width, gap: 2)
  let lines = table.head + table.rows.flatMap(\.self)
  let widest = lines.map { displayWidth(of: $0) }.max() ?? 0
  return text(of: table.head + [rule(widest)] + table.rows.flatMap(\.self))
}
