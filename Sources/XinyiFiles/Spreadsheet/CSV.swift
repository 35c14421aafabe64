/// Tables as spreadsheets exchange them: RFC 4180.
public enum CSV {
  /// What stands between the cells of a row.
  public enum Delimiter: Character, Hashable, Sendable, CaseIterable {
    case comma = ","
    case semicolon = ";"
    case tab = "\t"
  }

  /// A cell and the place where it begins.
  public struct Cell: Hashable, Sendable {
    /// In NFC, without the quotes around it.
    public let text: String
    /// Counted from 1.
    public let line: Int
    /// Counted from 1 in Unicode scalars.
    public let column: Int
  }

  public struct Row: Hashable, Sendable {
    public let cells: [Cell]
    /// Where the row begins, counted from 1.
    public var line: Int { cells.first?.line ?? 1 }
  }

  /// A table as it was read. Rows keep the cells they had: fewer or more than the first row are
  /// for the caller to judge.
  public struct Table: Hashable, Sendable {
    public let rows: [Row]
    public let delimiter: Delimiter
    /// The text it was read from, for showing a line beside a fault.
    public let source: DecodedText
  }

  /// The largest table that is read, in bytes: 16 MiB. A row of a roster has some fifty.
  public static let largestTable = 16 << 20
  /// More than any roster has: many tiny cells need far more memory than their text.
  public static let mostRows = 100_001
  public static let mostCells = 1_000_000
  /// As wide a row, and as long a cell in characters, as a spreadsheet can have.
  public static let mostColumns = 16_384
  public static let longestCell = 32_767

  /// Reads a table from a file's bytes; empty lines are left out. Throws the first `CSVFault`.
  public static func read(_ bytes: [UInt8]) throws(CSVFault) -> Table {
    let source = try DecodedText(bytes)
    let delimiter = CSVReader.delimiter(of: source.text)
    var reader = CSVReader(source.text, delimiter: delimiter)
    return Table(rows: try reader.rows(), delimiter: delimiter, source: source)
  }
}
