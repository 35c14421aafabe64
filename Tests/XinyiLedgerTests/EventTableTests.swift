import Foundation
import Testing
import XinyiLedger

/// The table of S1 in `docs/rules.md`, which other programs are written by.
@Suite struct `The rules' table of events` {
  @Test func `names every kind that a ledger can hold, and no other without saying so`() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../docs/rules.md").standardized
    let text = try String(contentsOf: page, encoding: .utf8)
    let table = text.components(separatedBy: "| kind | data |")[1]
      .components(separatedBy: "\n\n")[0]
    var named: [String] = []
    for line in table.split(separator: "\n") where !line.contains("**(planned)**") {
      named += line.split(separator: "|")[0].matches(of: /`([A-Za-z]+)`/).map { String($0.1) }
    }
    #expect(named.sorted() == Event.Kind.allCases.map(\.rawValue).sorted())
  }
}
