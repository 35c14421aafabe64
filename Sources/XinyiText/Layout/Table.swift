/// One column of a table.
public struct TableColumn: Sendable, Equatable {
  /// How wide a column is, in columns of the terminal.
  public enum Width: Sendable, Equatable {
    case fixed(Int)
    /// As wide as its widest cell, within these bounds.
    case fits(ClosedRange<Int>)
    /// The same for lists whose parts are joined by 、: a line breaks between parts, and inside one
    /// only where it is wider than the column.
    case list(ClosedRange<Int>)
    /// What the others leave.
    case fills
  }

  public var title: String
  public var width: Width
  public var alignment: Alignment

  public init(_ title: String, _ width: Width, _ alignment: Alignment) {
    self.title = title
    self.width = width
    self.alignment = alignment
  }

  var isFixed: Bool {
    if case .fixed = width { true } else { false }
  }

  var isList: Bool {
    if case .list = width { true } else { false }
  }

  var fills: Bool {
    if case .fills = width { true } else { false }
  }
}

/// A table whose columns stand in every terminal and font: cells are wrapped inside their
/// columns, never cut, and hold no character of uncertain width where another says the same.
public struct Table: Sendable {
  /// The columns' titles.
  public let head: [String]
  /// Each row in lines, in the order given.
  public let rows: [[String]]
  /// The columns that the whole table takes.
  public let width: Int
  /// How wide each column came out, in columns of text.
  let widths: [Int]

  /// `rows` hold one text for each column; a missing one is empty. `width` is the room of the
  /// whole table, `gap` the spaces between two columns.
  public init(columns: [TableColumn], rows: [[String]], width: Int, gap: Int) {
    let cells = rows.map { $0.map(tableCell) }
    let widths = resolvedWidths(of: columns, cells: cells, room: width, gap: gap)
    func layout(_ row: [String]) -> [String] {
      rowLines(row, columns, widths: widths, gap: gap)
    }
    self.head = layout(columns.map { tableCell($0.title) })
    self.rows = cells.map(layout)
    self.width = width
    self.widths = widths
  }

  /// Head, rule, and all rows.
  public var lines: [String] { head + [rule(width)] + rows.flatMap(\.self) }
}

private func rowLines(
  _ row: [String], _ columns: [TableColumn], widths: [Int], gap: Int
) -> [String] {
  let cells = widths.indices.map { column -> [String] in
    guard column < row.count else { return [""] }
    let width = widths[column]
    return columns[column].isList
      ? wrapped(parts: listParts(of: row[column]), width: width)
      : wrapped(row[column], width: width, first: 0, rest: 0)
  }
  let height = cells.map(\.count).max() ?? 1
  return (0..<height).map { line in
    let parts = widths.indices.map { column in
      padded(
        line < cells[column].count ? cells[column][line] : "", to: widths[column],
        columns[column].alignment)
    }
    return withoutTrailingSpaces(parts.joined(separator: spaces(gap)))
  }
}

/// No column is squeezed below two ideographs.
private let narrowest = 4

/// A column of words gives way down to this before the parts of a list are broken up.
private let readable = 16

private func resolvedWidths(
  of columns: [TableColumn], cells: [[String]], room: Int, gap: Int
) -> [Int] {
  var widths = columns.indices.map { naturalWidth(of: columns[$0], cells: cells, at: $0) }
  let available = room - gap * max(0, columns.count - 1)
  let filling = columns.indices.filter { columns[$0].fills }
  let taken = widths.indices.filter { !filling.contains($0) }.map { widths[$0] }.reduce(0, +)
  for (place, column) in filling.enumerated() {
    let share = max(0, available - taken) / filling.count
    let extra = place == 0 ? max(0, available - taken) % filling.count : 0
    widths[column] = max(narrowest * 2, share + extra)
  }
  // Columns of a fixed width give way last.
  let fixed = columns.indices.filter { columns[$0].isFixed }
  let flexible = columns.indices.filter { !columns[$0].isFixed }
  let comfortable = columns.indices.map { column in
    columns[column].isList ? widestPart(of: cells, at: column) : readable
  }
  squeeze(&widths, flexible, to: available) { max(comfortable[$0], narrowest) }
  for group in [flexible, fixed] { squeeze(&widths, group, to: available) { _ in narrowest } }
  return widths
}

/// Takes from the widest of some columns until all columns fit or these are as narrow as can be.
private func squeeze(
  _ widths: inout [Int], _ columns: [Int], to available: Int, least: (Int) -> Int
) {
  while widths.reduce(0, +) > available,
    let widest = columns.filter({ widths[$0] > least($0) }).max(by: { widths[$0] < widths[$1] })
  {
    widths[widest] -= 1
  }
}

private func widestPart(of cells: [[String]], at column: Int) -> Int {
  cells.lazy.filter { column < $0.count }.flatMap { listParts(of: $0[column]) }
    .map { displayWidth(of: $0) }.max() ?? 0
}

private func naturalWidth(of column: TableColumn, cells: [[String]], at index: Int) -> Int {
  switch column.width {
  case .fixed(let width): return width
  case .fills: return 0
  case .fits(let bounds), .list(let bounds):
    let widest = cells.lazy
      .map { index < $0.count ? displayWidth(of: $0[index]) : 0 }
      .reduce(displayWidth(of: column.title), max)
    return min(max(widest, bounds.lowerBound), bounds.upperBound)
  }
}
