/// Why a table could not be read, and where.
public struct CSVFault: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Neither UTF-8 nor GB 18030.
    case undecodable
    /// The quote that opens here never closes.
    case quoteWithoutEnd
    /// Something other than a delimiter or a line end follows a closing quote.
    case textAfterQuote
    /// A quote stands inside a cell that did not begin with one.
    case quoteInsideCell
    /// A character that no text has (U+0000).
    case zeroCharacter
    /// More than `CSV.mostRows`, or cells than `CSV.mostColumns` in a row or `CSV.mostCells` in all.
    case tooManyCells
    /// More characters in this cell than `CSV.longestCell`.
    case cellTooLong
  }

  /// Counted from 1, as an editor counts lines.
  public let line: Int
  /// Counted from 1 in Unicode scalars, a byte order mark left out.
  public let column: Int
  public let kind: Kind

  package init(line: Int, column: Int, kind: Kind) {
    self.line = line
    self.column = column
    self.kind = kind
  }
}
