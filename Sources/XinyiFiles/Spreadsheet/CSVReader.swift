/// Takes a table apart, scalar by scalar, and knows the place of each.
struct CSVReader {
  private let scalars: [Unicode.Scalar]
  private let delimiter: Unicode.Scalar
  private var index = 0
  private var line = 1
  private var column = 1

  init(_ text: String, delimiter: CSV.Delimiter) {
    scalars = Array(text.unicodeScalars)
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
      if let found = CSV.Delimiter(rawValue: Character(scalar)) { counts[found, default: 0] += 1 }
    }
    let most = counts.values.max() ?? 0
    return CSV.Delimiter.allCases.first { counts[$0, default: 0] == most } ?? .comma
  }

  mutating func rows() throws(CSVFault) -> [CSV.Row] {
    var rows: [CSV.Row] = []
    while index < scalars.count {
      let start = index
      let row = try row()
      let isEmptyLine = row.cells.count == 1 && row.cells[0].text.isEmpty
      if !isEmptyLine || scalars[start] == "\"" { rows.append(row) }
    }
    return rows
  }

  /// The cells up to the next line end, which is taken too.
  private mutating func row() throws(CSVFault) -> CSV.Row {
    var cells = [try cell()]
    while current == delimiter {
      advance()
      cells.append(try cell())
    }
    takeLineEnd()
    return CSV.Row(cells: cells)
  }

  private mutating func cell() throws(CSVFault) -> CSV.Cell {
    let (line, column) = (line, column)
    let text = current == "\"" ? try quotedText() : try plainText()
    return CSV.Cell(text: nfc(text), line: line, column: column)
  }

  private mutating func plainText() throws(CSVFault) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = current, scalar != delimiter, !isLineEnd(scalar) {
      if scalar == "\"" { throw fault(.quoteInsideCell) }
      text.append(try sound(scalar))
      advance()
    }
    return String(text)
  }

  private mutating func quotedText() throws(CSVFault) -> String {
    let opening = fault(.quoteWithoutEnd)
    var text = String.UnicodeScalarView()
    advance()
    while let scalar = current {
      if scalar != "\"" {
        text.append(try sound(scalar))
        advance()
      } else if index + 1 < scalars.count, scalars[index + 1] == "\"" {
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

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private func isLineEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

  private func sound(_ scalar: Unicode.Scalar) throws(CSVFault) -> Unicode.Scalar {
    if scalar == "\0" { throw fault(.zeroCharacter) }
    return scalar
  }

  private func fault(_ kind: CSVFault.Kind) -> CSVFault {
    CSVFault(line: line, column: column, kind: kind)
  }

  private mutating func takeLineEnd() {
    if current == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { advance() }
    if current != nil { advance() }
  }

  /// Goes on by one scalar. CR, LF and CR LF all end a line.
  private mutating func advance() {
    let scalar = scalars[index]
    index += 1
    guard isLineEnd(scalar) else {
      column += 1
      return
    }
    if scalar == "\r", current == "\n" { return }
    line += 1
    column = 1
  }
}
