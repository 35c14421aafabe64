import Foundation
import TestSupport
import Testing

@Suite struct SafeguardTests {
  @Test func `A package that cannot be saved is not recorded as sent`() throws {
    let village = try Stage.effective.village()
    try village.done("2026-11-03", "person consent 0012 --for platform")
    let own = village.folder.path("roster.json")
    try village.refused(
      "2026-11-03", "platform export 2026-10 --output \(own)", "U125", status: 2)
    let nowhere = village.folder.path("nowhere/p.csv")
    try village.refused(
      "2026-11-03", "platform export 2026-10 --output \(nowhere)", "W601", status: 6)
    let answer = try village.done("2026-11-03", "platform export 2026-10")
    #expect(answer["package"].text == "P-2026-10-01")
  }

  @Test func `An empty second package does not take the place of the first one's file`() throws {
    let village = try Stage.effective.village()
    try village.done("2026-11-03", "person consent 0012 --for platform")
    let outside = try TemporaryFolder()
    let line = "platform export 2026-10 --output \(outside.path("p.csv"))"
    try village.done("2026-11-03", line)
    let first = try #require(outside.bytes("p.csv"))
    try village.done("2026-11-03", line)
    #expect(outside.bytes("p.csv") == first)
  }

  @Test(arguments: ["苏玉强1", "O-2026-10-01", "1.2", "条1"])
  func `A word that is no entry number withdraws no entry`(_ word: String) throws {
    let village = try Stage.recorded.village()
    try village.refused("2026-10-25", "withdraw \(word) --why 写错", "U108", status: 2)
  }

  @Test(arguments: ["notice show", "notice show --format json", "notice show --format csv"])
  func `Who reported a crime stands in no form of the notice`(_ line: String) throws {
    let village = try Stage.recorded.village()
    let recorded = try village.done("2026-10-25", "record DY12 0031 --on 10-20 --evidence 回执")
    let entry = try #require(recorded["rows"][0]["entry"].text)
    try village.done("2026-10-26", "review open --month 2026-10 \(meeting)")
    try village.done("2026-10-26", "review approve \(entry)")
    try village.done("2026-10-26", "review close")
    try village.done("2026-10-27", "notice publish")
    for form in [line, line + " --json"] {
      let shown = try village.run("2026-10-27", form).text
      #expect(shown.contains("依规不公开"))
      #expect(!shown.contains("违法犯罪线索"))
      #expect(!shown.contains("0031"))
    }
  }
}
