import Foundation

/// The list of mutants as a table in a page, between two marks.
struct MutantTable {
  let page: String

  private static let start = "<!-- mutants: begin -->\n"
  private static let end = "<!-- mutants: end -->\n"

  private var rows: String {
    let head = "| the fault | must break |\n|---|---|\n"
    return head
      + mutants.map { "| \($0.wrong) | \($0.killer.id): \($0.killer.law) |\n" }.joined()
  }

  private var text: String? { try? String(contentsOfFile: page, encoding: .utf8) }

  /// The page with the table of today; a page that is not there begins with nothing but that.
  private func renewed() throws -> String {
    let text = text ?? "# Reliability\n\n## Mutants\n\n\(Self.start)\(Self.end)"
    guard let start = text.firstRange(of: Self.start),
      let end = text.firstRange(of: Self.end), start.upperBound <= end.lowerBound
    else { throw Broken("\(page) has no place for the table of mutants") }
    return text[..<start.upperBound] + "\n" + rows + "\n" + text[end.lowerBound...]
  }

  func write() throws -> Int32 {
    try Data(try renewed().utf8).write(to: URL(fileURLWithPath: page))
    return 0
  }

  func isCurrent() throws -> Bool {
    let isCurrent = try text == renewed()
    if !isCurrent { print("\(page): the table of mutants is not current") }
    return isCurrent
  }
}
