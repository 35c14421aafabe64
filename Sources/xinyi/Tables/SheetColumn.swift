/// The columns that one kind of table has; the raw value is the title that answers use.
protocol SheetColumn: CaseIterable, Hashable, RawRepresentable where RawValue == String {
  /// Titles that mean the same.
  var aliases: [String] { get }

  /// Those that a table has to have.
  static var needed: [Self] { get }

  /// What was not done because of so many faults.
  static func failure(faults count: Int) -> (message: String, hint: String)
}

extension SheetColumn {
  var titles: [String] { [rawValue] + aliases }
}

/// A title as it is compared: `* 姓名（必填）：` is 姓名.
func plainTitle(_ cell: String) -> String {
  let text = InputText.normalised(cell).filter { !$0.isWhitespace && !"*:".contains($0) }
  guard let bracket = text.firstIndex(where: { "([【".contains($0) }), bracket != text.startIndex
  else { return text }
  return String(text[..<bracket])
}
