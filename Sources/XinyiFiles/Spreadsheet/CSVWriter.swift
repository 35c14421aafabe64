extension CSV {
  /// What is written into a cell.
  public enum Value: Hashable, Sendable {
    /// Shown as it is and never calculated by the spreadsheet.
    case text(String)
    /// A number in its shortest spelling, which may be negative.
    case number(String)
  }

  /// A table in UTF-8 with byte order mark and CR LF, so that spreadsheets open it rightly.
  public static func write(_ rows: [[Value]]) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    for row in rows {
      bytes += row.map(written).joined(separator: ",").utf8
      bytes += [13, 10]
    }
    return bytes
  }

  private static func written(_ value: Value) -> String {
    switch value {
    case .text(let text): quoted(guarded(text))
    case .number(let text): quoted(text)
    }
  }

  /// Puts `'` before what a spreadsheet would take for a formula, and before so many digits that
  /// it would round them.
  private static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    let isLongNumber = text.utf8.count > 15 && text.utf8.allSatisfy { (48...57).contains($0) }
    return formulaStarts.contains(first) || isLongNumber ? "'" + text : text
  }

  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  /// Quotes where RFC 4180 wants them, and around spaces at either end.
  private static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let isOpen = scalars.contains { ",;\t\"\r\n".unicodeScalars.contains($0) }
    let hasOuterSpace = scalars.first == " " || scalars.last == " "
    guard isOpen || hasOuterSpace else { return text }
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }
}
