import XinyiText

/// Rows of text in columns, aligned by the room each character takes on the screen.
///
/// Two spaces stand between columns. The last column goes on below itself where the line would
/// pass `width`. The other cells hold no character of uncertain width, such as an ellipsis.
struct Columns {
  let rows: [[String]]
  let indent: Int
  let width: Int

  /// The width that help is written for; a pipe has none, and answers do not depend on one.
  static let helpWidth = 80

  var lines: [String] { blocks.flatMap { $0 } }

  /// The lines of each row.
  var blocks: [[String]] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<max(0, count - 1)).map { column in
      rows.map { column < $0.count ? displayWidth(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.map { block(of: $0, widths) }
  }

  private func block(of row: [String], _ widths: [Int]) -> [String] {
    var line = String(repeating: " ", count: indent)
    for (cell, width) in zip(row.dropLast(), widths) {
      line += cell + String(repeating: " ", count: width - displayWidth(of: cell) + 2)
    }
    let margin = displayWidth(of: line)
    let parts = wrapped(row.last ?? "", width: max(20, width - margin), first: 0, rest: 0)
    let below = String(repeating: " ", count: margin)
    return parts.enumerated().map { index, part in
      InputText.trimmedEnd((index == 0 ? line : below) + part)
    }
  }
}
