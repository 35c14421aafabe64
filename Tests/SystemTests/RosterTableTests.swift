import Foundation
import TestSupport
import Testing

/// A roster from a spreadsheet: taken whole or not at all.
@Suite struct RosterTableTests {
  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  private static let spellings: [(name: String, bytes: [UInt8])] = [
    ("UTF-8", Array(roster.utf8)), ("with a mark", [0xEF, 0xBB, 0xBF] + Array(roster.utf8)),
    ("GB 18030", Array(roster.data(using: gb18030) ?? Data())),
    ("from Windows", Array(roster.replacing("\n", with: "\r\n").utf8)),
    ("with semicolons", Array(roster.replacing(",", with: ";").utf8)),
  ]

  @Test(arguments: spellings.indices)
  func `The table may come in any spelling that a spreadsheet writes`(_ index: Int) throws {
    let village = try newVillage()
    let added = try village.importRoster(Self.spellings[index].bytes)
    #expect(added["added"].whole == 11, "\(Self.spellings[index].name)")
    let rows = try village.done("2026-10-01", "person list")["rows"]
    #expect(rows[0]["name"].text == "苏玉强")
    #expect(rows[0]["born"].text == "1970-05-01")
    #expect(rows.row(where: "person", is: "0021")["roles"].texts == ["council"])
    try village.isSound()
  }

  @Test func `The columns may stand in any order, and most may be left out`() throws {
    let village = try newVillage()
    let answer = try village.importRoster("户号,备注,姓名\n050,新来的,赵新\n050,,赵全\n")
    #expect(answer["added"].whole == 2)
    let rows = try village.done("2026-10-01", "person list")["rows"]
    #expect(rows.list?.compactMap { $0["person"].text } == ["0001", "0002"])
  }

  @Test func `The same table a second time changes nothing`() throws {
    let village = try Stage.founded.village()
    let before = village.fingerprint
    let again = try village.importRoster(roster, today: "2026-10-02")
    #expect(again["added"].whole == 0)
    #expect(again["unchanged"].whole == 11)
    #expect(village.fingerprint == before)
    let more = try village.importRoster(roster + "赵新,0050,050,,是,,\n", today: "2026-10-02")
    #expect(more["added"].whole == 1)
    #expect(more["unchanged"].whole == 11)
    try village.isSound()
  }

  @Test func `A table with many faults tells them all and adds nobody`() throws {
    let village = try Stage.founded.village()
    let outside = try TemporaryFolder()
    try outside.write(
      """
      姓名,编号,户号,组,户主,出生日期,角色
      赵新,0050,050,1组,是,,
      赵全,0050,051,1组,是,,
      赵有,0052,050,1组,是,,
      ,0053,053,1组,也许,昨天,财神

      """, to: "名册.csv")
    let before = village.fingerprint
    for extra in ["", " --dry-run"] {
      let run = try village.run(
        "2026-10-02", "person import \(outside.path("名册.csv")) --json" + extra)
      #expect(run.status == 3)
      #expect(run.output.isEmpty)
      let faults = try Answer(run.messages)["error"]["faults"].list ?? []
      let told = faults.map { "\($0["code"].text ?? ""):\($0["line"].whole ?? 0)" }
      #expect(
        told == ["E412:3", "E413:4", "E414:5", "E417:5", "E418:5", "E419:5"], "\(told)")
      #expect(faults.allSatisfy { $0["column"].whole != nil && $0["file"].text == "名册.csv" })
    }
    #expect(village.fingerprint == before)
  }

  @Test func `A table that is not there is told as such`() throws {
    let village = try Stage.founded.village()
    try village.refused("2026-10-02", "person import /nowhere/a.csv", "V303", status: 3)
  }
}
