import Foundation

/// The tables of `docs/reliability.md`, which are written from the checks and the mutants themselves.
///
///     swift run reliability page docs/reliability.md [--check]
struct ReliabilityPage {
  let path: String

  /// The exit status: 1 when the page is not current, or has no place for a table.
  static func main(_ words: [String]) -> Int32 {
    guard let path = words.first, words.dropFirst().allSatisfy({ $0 == "--check" }) else {
      print("usage: reliability page PAGE [--check]")
      return 2
    }
    do {
      let page = ReliabilityPage(path: path)
      return words.count > 1 ? try page.isCurrent() ? 0 : 1 : try page.write()
    } catch {
      print("\(error)")
      return 1
    }
  }

  private static let tables = [
    (
      name: "checks", head: "| | promise | cases |\n|---|---|---|\n",
      rows: checks.map { "| \($0.id) | \($0.law) | \($0.figure.formatted) \($0.unit) |\n" }
    ),
    (
      name: "mutants", head: "| the fault | must break |\n|---|---|\n",
      rows: mutants.map { "| \($0.wrong) | \($0.killer.id): \($0.killer.law) |\n" }
    ),
  ]

  private var text: String {
    get throws { try String(contentsOfFile: path, encoding: .utf8) }
  }

  /// The page with the tables of today.
  private func renewed() throws -> String {
    var text = try text
    for table in Self.tables {
      guard let start = text.firstRange(of: "<!-- \(table.name): begin -->\n"),
        let end = text.firstRange(of: "<!-- \(table.name): end -->"),
        start.upperBound <= end.lowerBound
      else { throw Broken("\(path) has no place for the table of \(table.name)") }
      text.replaceSubrange(
        start.upperBound..<end.lowerBound, with: "\n" + table.head + table.rows.joined() + "\n")
    }
    return text
  }

  private func write() throws -> Int32 {
    try Data(try renewed().utf8).write(to: URL(fileURLWithPath: path))
    return 0
  }

  private func isCurrent() throws -> Bool {
    let isCurrent = try text == renewed()
    if !isCurrent { print("\(path): a table is not current; write it anew without --check") }
    return isCurrent
  }
}

extension Int {
  /// 1,043,715.
  var formatted: String {
    var groups: [String] = []
    var rest = self
    while rest >= 1_000 {
      groups.append(String(String(rest % 1_000 + 1_000).dropFirst()))
      rest /= 1_000
    }
    return ([String(rest)] + groups.reversed()).joined(separator: ",")
  }
}
