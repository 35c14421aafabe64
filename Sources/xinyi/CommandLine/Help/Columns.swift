import XinyiText

/// Rows of text in columns, aligned by the room each character takes on the screen.
///
/// Two spaces stand between columns. The last column goes on below itself where the line would
/// pass `width`; where it would be too narrow to be read, each row has it on lines of its own
/// below the others. The other cells hold no character of uncertain width, such as an ellipsis.
struct Columns {
  let rows: [[String]]
  let indent: Int
  let width: Int

  /// Less than this is no column to read a sentence in.
  private static let leastRoom = 20

  var lines: [String] { blocks.flatMap { $0 } }

  /// The lines of each row.
  var blocks: [[String]] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<max(0, count - 1)).map { column in
      rows.map { column < $0.count ? displayWidth(of: $0[column]) : 0 }.max() ?? 0
    }
    let margin = indent + widths.reduce(0) { $0 + $1 + 2 }
    return rows.map { width - margin < Self.leastRoom ? stacked($0) : block(of: $0, widths) }
  }

  /// The first cells on one line, the last one below.
  private func stacked(_ row: [String]) -> [String] {
    let head = row.dropLast().filter { !$0.isEmpty }.joined(separator: "  ")
    let above =
      head.isEmpty ? [] : linesOfWords(head, width: width, first: indent, rest: indent + 4)
    return above + wrapped(row.last ?? "", width: width, first: indent + 2, rest: indent + 2)
  }

  private func block(of row: [String], _ widths: [Int]) -> [String] {
    var line = String(repeating: " ", count: indent)
    for (cell, width) in zip(row.dropLast(), widths) {
      line += cell + String(repeating: " ", count: width - displayWidth(of: cell) + 2)
    }
    let margin = displayWidth(of: line)
    let parts = wrapped(
      row.last ?? "", width: max(Self.leastRoom, width - margin), first: 0, rest: 0)
    let below = String(repeating: " ", count: margin)
    return parts.enumerated().map { index, part in
      InputText.trimmedEnd((index == 0 ? line : below) + part)
    }
  }
}
