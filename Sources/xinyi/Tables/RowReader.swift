import XinyiFiles
import XinyiLedger
import XinyiText

/// Reads the cells of one row as what is typed on the command line is read, collecting every fault.
struct RowReader<Column: SheetColumn> {
  let sheet: TitledTable<Column>
  let row: CSV.Row
  let today: Day
  private(set) var faults: [ErrorReport] = []

  init(_ sheet: TitledTable<Column>, _ row: CSV.Row, today: Day) {
    self.sheet = sheet
    self.row = row
    self.today = today
  }

  func text(_ column: Column) -> String { sheet.text(row, column) }

  /// The value of a cell; none where the cell is empty, and where it is faulty.
  mutating func values(_ column: Column, _ kind: ValueKind) -> Values {
    let text = kind.isVerbatim ? sheet.words(row, column) : sheet.text(row, column)
    if text.isEmpty { return .none }
    do throws(ValueProblem) {
      let reader = ValueReader(today: today)
      return Values(kind: kind, all: try reader.values(Self.withoutClock(text, kind), kind))
    } catch {
      let code = kind.isVerbatim ? "E423" : "E440"
      // Free words may hold what nobody is to read on a screen.
      let shown = kind.isVerbatim ? "" : "“\(safe(String(text.prefix(12))))”"
      add(code, "\(column.rawValue)\(shown)\(error.sentence(in: .chinese))", column)
      return .none
    }
  }

  /// Says that a cell may not be empty.
  mutating func require(_ column: Column, _ what: String) {
    add("E441", "\(column.rawValue)是空的", column, hint: what)
  }

  mutating func add(
    _ code: String, _ message: String, _ column: Column, hint: String? = nil
  ) {
    faults.append(sheet.fault(code, message, row, column, hint: hint))
  }

  /// A spreadsheet may show a day with the hour at which it begins.
  private static func withoutClock(_ text: String, _ kind: ValueKind) -> String {
    guard case .day = kind, let space = text.firstIndex(of: " ") else { return text }
    let clock = text[space...].dropFirst()
    return clock.contains(":") && clock.allSatisfy { $0.isNumber || $0 == ":" }
      ? String(text[..<space]) : text
  }
}
