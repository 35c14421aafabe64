import Foundation
import TestSupport
import Testing

/// Every fault of a file is told in one run, each with its place (exit 3).
@Suite struct FormatFaultTests {
  @Test(arguments: formatFaults)
  func `A fault in a file is told with its file, line and column`(
    _ provocation: Provocation
  ) throws {
    try provocation.check()
  }

  /// A file with three faults, each by its code.
  struct Threefold: Sendable, CustomTestStringConvertible {
    let file: String
    let edits: [(code: String, old: String, new: String)]

    var testDescription: String { file }

    init(_ file: String, _ edits: [(code: String, old: String, new: String)]) {
      self.file = file
      self.edits = edits
    }
  }

  private static let threefold = [
    Threefold(
      "catalog.json",
      [
        ("E204", #""points": 20}"#, #""points": "五"}"#), ("E203", #""unit""#, #""units""#),
        ("E209", #""rivals": []}"#, #""rivals": [],}"#),
      ]),
    Threefold(
      "catalog.json",
      [
        ("E320", #""plus": 66"#, #""plus": 65"#), ("E321", #""code": "DY02""#, #""code": "DY01""#),
        ("E326", #""rivals": []"#, #""rivals": ["ZZ99"]"#),
      ]),
    Threefold(
      "roster.json",
      [
        ("E208", #""born": "1970-05-01""#, #""born": "1970-02-30""#),
        ("E202", #""name": "苏玉霞","#, #""name": "苏玉霞", "name": "苏玉","#),
        ("E223", #""name": "李无户""#, #""name": null"#),
      ]),
    Threefold(
      "village.json",
      [
        ("E206", #""noticeDays": 5"#, #""noticeDays": 5.5"#),
        ("E204", #""minusSpendable": true"#, #""minusSpendable": "是""#),
        ("E225", #""cards""#, "/* 面值 */ \"cards\""),
      ]),
    Threefold(
      "shop.json",
      [
        ("E204", #""price": 10"#, #""price": "十""#), ("E208", #""price": 4"#, #""price": 1e2"#),
        ("E206", #""limit": 2"#, #""limit": 2.5"#),
      ]),
  ]

  @Test(arguments: threefold) func `Three faults at once are told in one run, in order of place`(
    _ faulty: Threefold
  ) throws {
    let village = try Stage.effective.village()
    for edit in faulty.edits { try village.edit(faulty.file, edit.old, edit.new) }
    let before = village.fingerprint
    let run = try village.run("2026-11-03", "status --json")
    #expect(run.status == 3)
    #expect(run.output.isEmpty)
    let error = try Answer(run.messages)["error"]
    let faults = error["faults"].list ?? []
    #expect(Set(faults.compactMap { $0["code"].text }).isSuperset(of: faulty.edits.map(\.code)))
    #expect(faults.allSatisfy { $0["file"].text == faulty.file })
    let places = faults.map { [$0["line"].whole ?? 0, $0["column"].whole ?? 0] }
    #expect(places.allSatisfy { $0[0] > 0 && $0[1] > 0 })
    #expect(
      places.map { $0[0] * 100_000 + $0[1] } == places.map { $0[0] * 100_000 + $0[1] }.sorted())
    let shown = try village.run("2026-11-03", "status").complaint
    for place in places { #expect(shown.contains("\(faulty.file):\(place[0]):\(place[1])")) }
    #expect(shown.contains("^"))
    #expect(village.fingerprint == before)
  }

  @Test(arguments: ["record GI04 0012", "redeem 0012 PEN", "notice show", "verify"])
  func `With a fault in a book nothing is done at all`(_ line: String) throws {
    let village = try Stage.effective.village()
    try village.edit("shop.json", #""price": 10"#, #""price": "十""#)
    try village.refused("2026-11-03", line, "E204", status: 3)
  }

  @Test func `A book may begin with a byte order mark`() throws {
    let village = try Stage.effective.village()
    let book = village.folder.bytes("shop.json") ?? []
    try village.folder.write([0xEF, 0xBB, 0xBF] + book, to: "shop.json")
    try village.done("2026-11-03", "shop list")
    try village.isSound()
  }
}
