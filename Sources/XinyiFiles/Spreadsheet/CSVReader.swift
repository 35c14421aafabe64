/// Takes a table apart, scalar by scalar, and knows the place of each.
struct CSVReader {
  private let scalars: String.UnicodeScalarView
  private let delimiter: Unicode.Scalar
  private var index: String.Index
  private var cellCount = 0
  private var line = 1
  private var column = 1

  init(_ text: String, delimiter: CSV.Delimiter) {
    scalars = text.unicodeScalars
    index = scalars.startIndex
    self.delimiter = delimiter.rawValue.unicodeScalars.first ?? ","
  }

  /// The delimiter that the first line has most of, outside quotes; a comma when there is none.
  static func delimiter(of text: String) -> CSV.Delimiter {
    var counts: [CSV.Delimiter: Int] = [:]
    var isQuoted = false
    for scalar in text.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if scalar == "\n" || scalar == "\r" { break }
      if scalar.value > 0x3B { continue }
      if let found = CSV.Delimiter(rawValue: Character(scalar)) { counts[found, default: 0] += 1 }
    }
    let most = counts.values.max() ?? 0
    return CSV.Delimiter.allCases.first { counts[$0, default: 0] == most } ?? .comma
  }

  mutating func rows() throws(CSVFault) -> [CSV.Row] {
    var rows: [CSV.Row] = []
    while index < scalars.endIndex {
      let start = index
      let row = try row()
      let isEmptyLine = row.cells.count == 1 && row.cells[0].text.isEmpty
      guard !isEmptyLine || scalars[start] == "\"" else { continue }
      if rows.count == CSV.mostRows { throw fault(.tooManyCells) }
      rows.append(row)
    }
    return rows
  }

  /// The cells up to the next line end, which is taken too.
  private mutating func row() throws(CSVFault) -> CSV.Row {
    var cells = [try cell()]
    while current == delimiter {
      advance()
      if cells.count == CSV.mostColumns { throw fault(.tooManyCells) }
      cells.append(try cell())
    }
    takeLineEnd()
    return CSV.Row(cells: cells)
  }

  private mutating func cell() throws(CSVFault) -> CSV.Cell {
    let (line, column) = (line, column)
    cellCount += 1
    if cellCount > CSV.mostCells { throw fault(.tooManyCells) }
    let text = current == "\"" ? try quotedText() : try plainText()
    return CSV.Cell(text: nfc(text), line: line, column: column)
  }

  private mutating func plainText() throws(CSVFault) -> String {
    let start = index
    var length = 0
    while let scalar = current, scalar != delimiter, !isLineEnd(scalar) {
      if scalar == "\"" { throw fault(.quoteInsideCell) }
      try check(scalar, &length)
      advance()
    }
    return String(scalars[start..<index])
  }

  private mutating func quotedText() throws(CSVFault) -> String {
    let opening = fault(.quoteWithoutEnd)
    var text = String.UnicodeScalarView()
    var length = 0
    advance()
    while let scalar = current {
      if scalar != "\"" {
        try check(scalar, &length)
        text.append(scalar)
        advance()
      } else if following == "\"" {
        try check(scalar, &length)
        text.append(scalar)
        advance()
        advance()
      } else {
        advance()
        if let next = current, next != delimiter, !isLineEnd(next) {
          throw fault(.textAfterQuote)
        }
        return String(text)
      }
    }
    throw opening
  }

  private var current: Unicode.Scalar? { index < scalars.endIndex ? scalars[index] : nil }

  /// The scalar behind the current one, which there is.
  private var following: Unicode.Scalar? {
    let next = scalars.index(after: index)
    return next < scalars.endIndex ? scalars[next] : nil
  }

  private func isLineEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

  /// Counts a scalar into its cell, if it may stand there.
  private func check(_ scalar: Unicode.Scalar, _ length: inout Int) throws(CSVFault) {
    if scalar == "\0" { throw fault(.zeroCharacter) }
    length += 1
    if length > CSV.longestCell { throw fault(.cellTooLong) }
  }

  private func fault(_ kind: CSVFault.Kind) -> CSVFault {
    CSVFault(line: line, column: column, kind: kind)
  }

  private mutating func takeLineEnd() {
    if current == "\r", following == "\n" { advance() }
    if current != nil { advance() }
  }

  /// Goes on by one scalar. CR, LF and CR LF all end a line.
  private mutating func advance() {
    let scalar = scalars[index]
    index = scalars.index(after: index)
    guard isLineEnd(scalar) else {
      column += 1
      return
    }
    if scalar == "\r", current == "\n" { return }
    line += 1
    column = 1
  }
}
