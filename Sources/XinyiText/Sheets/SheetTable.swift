/// A table of a paper, with what stands between its rows and under it.
struct SheetTable: Sendable, Equatable {
  var columns: [TableColumn]
  var rows: [Row]
  /// Spaces between two columns of text.
  var gap: Int
  /// Stays with the last row.
  var foot: [Part]
  /// Whether the head is repeated and pages may break between rows; a short table stays whole.
  var mayBreak: Bool
  /// Columns that are left empty for a pen; their rows are as high as a signature.
  private(set) var byHand: Set<Int> = []

  /// A cell to tick.
  static let box = "[ ]"

  enum Row: Sendable, Equatable {
    case cells([String])
    /// Over the rows that follow: `（一）大义  2条`.
    case heading(String)
    /// Many names under one event: its line, what stands on the next page, and a cell for each.
    case event(EventRow)
    /// Under a rule of its own.
    case sum([String])
  }

  struct EventRow: Sendable, Equatable {
    /// Stands before the title, whose further lines hang under it.
    var start: String
    var title: String
    /// Repeated where the names go on on another page.
    var again: String
    /// The number and what follows it: `011`, `苏*强 3组`.
    var names: [Name]

    struct Name: Sendable, Equatable {
      var label: String
      var name: String
    }
  }

  /// A plain table whose head is printed again on every page that it reaches.
  init(columns: [TableColumn], rows: [[String]], gap: Int, foot: [Part]) {
    self.columns = columns
    self.rows = rows.map(Row.cells)
    self.gap = gap
    self.foot = foot
    mayBreak = true
  }

  init(columns: [TableColumn], rows: [Row], gap: Int) {
    self.columns = columns
    self.rows = rows
    self.gap = gap
    foot = []
    mayBreak = true
  }

  /// The same table, kept in one piece.
  var whole: SheetTable {
    var table = self
    table.mayBreak = false
    return table
  }

  /// The same table with some columns left to a pen.
  func filledByHand(_ columns: ClosedRange<Int>) -> SheetTable {
    var table = self
    table.byHand = Set(columns)
    return table
  }
}

// MARK: - As text

extension SheetTable {
  /// Its columns and cells as they stand in text.
  func layout(width: Int) -> Table {
    let cells = rows.compactMap { row -> [String]? in
      switch row {
      case .cells(let cells): withLines(cells)
      case .sum(let cells): cells
      case .heading, .event: nil
      }
    }
    return Table(columns: columns, rows: cells, width: width, gap: gap)
  }

  func blocks(width: Int) -> [Block] {
    let table = layout(width: width)
    let head = table.head + [rule(width)]
    let rowLines = byHand.isEmpty ? table.rows : table.rows.map { $0 + [""] }
    if !mayBreak {
      return [Block(lines: head + rowLines.flatMap(\.self) + foot.lines(width: width))]
    }
    var blocks = TableBlocks(head: head, width: width, rows: rowLines[...])
    for row in rows { blocks.add(row) }
    return blocks.finished(foot: foot.lines(width: width))
  }

  /// A line to write on in each empty cell that a pen fills in.
  private func withLines(_ cells: [String]) -> [String] {
    cells.enumerated().map { index, cell in
      guard cell.isEmpty, byHand.contains(index), case .fixed(let width) = columns[index].width
      else { return cell }
      return String(repeating: "_", count: width)
    }
  }
}

/// The blocks of a table as it grows: rows under one head, events between rules.
private struct TableBlocks {
  private let head: [String]
  private let width: Int
  private var rows: ArraySlice<[String]>
  fileprivate var blocks: [Block]
  private var isAfterRule = true

  init(head: [String], width: Int, rows: ArraySlice<[String]>) {
    self.head = head
    self.width = width
    self.rows = rows
    self.blocks = [Block(lines: head, keepsWithNext: true)]
  }

  mutating func add(_ row: SheetTable.Row) {
    switch row {
    case .heading(let text):
      blocks.append(Block(lines: [text], continuation: head, keepsWithNext: true))
      isAfterRule = false
    case .event(let event):
      add(event)
      isAfterRule = true
    case .cells, .sum:
      guard let lines = rows.popFirst() else { return }
      if case .sum = row { blocks.append(Block(lines: [rule(width)], keepsWithNext: true)) }
      blocks.append(Block(lines: lines, continuation: head))
      isAfterRule = false
    }
  }

  private mutating func add(_ event: SheetTable.EventRow) {
    let hanging = displayWidth(of: event.start)
    func lines(_ text: String) -> [String] {
      wrapped(tableCell(event.start + text), width: width, first: 0, rest: hanging)
    }
    let names = nameLines(event.names, width: width)
    let opening = (isAfterRule ? [] : [rule(width)]) + lines(event.title)
    let again = lines(event.again)
    blocks.append(Block(lines: opening, keepsWithNext: true))
    blocks += names.dropLast().map { Block(lines: [$0], continuation: again) }
    blocks.append(Block(lines: names.suffix(1) + [rule(width)], continuation: again))
  }
}

extension TableBlocks {
  fileprivate func finished(foot: [String]) -> [Block] {
    guard var last = blocks.last, blocks.count > 1 else {
      return blocks + [Block(lines: foot)]
    }
    last.lines += foot
    return blocks.dropLast() + [last]
  }
}

/// `011 苏*强 3组`, five to a line where they fit.
private func nameLines(_ names: [SheetTable.EventRow.Name], width: Int) -> [String] {
  let labelWidth = names.map { displayWidth(of: $0.label) }.max() ?? 0
  let cells = names.map { padded($0.label, to: labelWidth, .left) + " " + tableCell($0.name) }
  let widest = cells.map { displayWidth(of: $0) }.max() ?? 0
  let stride = max(widest + 2, 16)
  let perLine = min(5, max(1, (width - widest) / stride + 1))
  return Swift.stride(from: 0, to: cells.count, by: perLine).map { start in
    let row = cells[start..<min(start + perLine, cells.count)]
    return withoutTrailingSpaces(row.map { padded($0, to: stride, .left) }.joined())
  }
}
