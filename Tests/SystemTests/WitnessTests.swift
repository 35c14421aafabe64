import Foundation
import TestSupport
import Testing

/// What a workstation has seen of a ledger cannot be taken back without its noticing.
@Suite struct WitnessTests {
  /// The ledger and its head, which a dishonest hand puts back together.
  private static let pair = ["ledger.jsonl", "head.json"]

  private func copy(_ village: Village) -> [[UInt8]] {
    Self.pair.map { village.folder.bytes($0) ?? [] }
  }

  private func putBack(_ copy: [[UInt8]], into village: Village) throws {
    for (name, bytes) in zip(Self.pair, copy) { try village.folder.write(bytes, to: name) }
  }

  @Test func `An older ledger with its own head is noticed where more of it was seen`() throws {
    let village = try Stage.effective.village().on(TemporaryFolder())
    let older = copy(village)
    try village.done("2026-11-03", "redeem 0012 PEN")
    try putBack(older, into: village)
    try village.refused("2026-11-04", "redeem 0012 PEN", "V120", status: 4)
    let verified = try village.run("2026-11-04", "verify --json")
    #expect(verified.status == 4)
    #expect(try Answer(verified.output)["findings"][0]["code"].text == "V120")
    let shown = try village.run("2026-11-04", "balance 0012")
    #expect(shown.status == 4)
    #expect(shown.complaint.contains("少 1 行"))
    #expect(shown.text.contains("0012"))
  }

  @Test func `A ledger that went another way from an older copy is noticed`() throws {
    let village = try Stage.effective.village()
    let (here, there) = (village.on(try TemporaryFolder()), village.on(try TemporaryFolder()))
    let older = copy(village)
    try here.done("2026-11-03", "redeem 0012 PEN")
    try putBack(older, into: village)
    try there.done("2026-11-03", "redeem 0012 XYF")
    try here.refused("2026-11-04", "redeem 0012 PEN", "V121", status: 4)
    try there.done("2026-11-04", "redeem 0012 PEN")
  }

  @Test func `Where nothing was seen before, nothing can be noticed`() throws {
    let village = try Stage.effective.village()
    let older = copy(village)
    try village.done("2026-11-03", "redeem 0012 PEN")
    try putBack(older, into: village)
    try village.on(try TemporaryFolder()).done("2026-11-04", "redeem 0012 PEN")
  }

  @Test func `Reading is seeing too`() throws {
    let village = try Stage.effective.village()
    let older = copy(village)
    try village.done("2026-11-03", "redeem 0012 PEN")
    let secretary = village.on(try TemporaryFolder())
    try secretary.isSound()
    try putBack(older, into: village)
    try secretary.refused("2026-11-04", "confirm --month 2026-10", "V120", status: 4)
  }

  @Test func `A copy of a practice village is a village of its own`() throws {
    let workstation = try TemporaryFolder()
    let village = try Stage.effective.village().on(workstation)
    let other = try village.copy().on(workstation)
    try village.done("2026-11-03", "redeem 0012 PEN")
    try other.done("2026-11-03", "redeem 0012 XYF")
    try village.done("2026-11-03", "shop receive PEN 5")
    try other.isSound()
  }

  @Test func `A real village is known wherever it lies`() throws {
    let workstation = try TemporaryFolder()
    let village = try newVillage("").on(workstation)
    let older = try village.copy().on(workstation)
    try village.done(nil, "person add 赵新 --household 050")
    try older.refused(nil, "person add 赵旧 --household 051", "V120", status: 4)
  }

  @Test(arguments: [
    "", "{", "[]", "\u{0}\u{0}", #"{"format":1,"ledgers":[{"seq":-1}]}"#,
    #"{"format":2,"ledgers":[]}"#,
  ]) func `A witness that cannot be understood stops nobody, is told, kept and made anew`(
    _ content: String
  ) throws {
    let workstation = try TemporaryFolder()
    let village = try Stage.founded.village().on(workstation)
    try workstation.makeFolder("xinyi")
    try workstation.write(content, to: "xinyi/witness.json")
    let run = try village.run("2026-10-02", "person add 赵新 --household 050")
    #expect(run.status == 0)
    #expect(run.complaint.contains("witness.json.bad"))
    let seen = try Answer(workstation.bytes("xinyi/witness.json") ?? [])["ledgers"]
    #expect(seen[0]["seq"].whole == village.ledgerLines.count)
    #expect(workstation.bytes("xinyi/witness.json.bad") == Array(content.utf8))
    try village.isSound()
  }

  @Test func `A backup is noted beside the line that was seen`() throws {
    let workstation = try TemporaryFolder()
    let village = try Stage.effective.village().on(workstation)
    func seen() throws -> Answer {
      try Answer(workstation.bytes("xinyi/witness.json") ?? [])["ledgers"][0]
    }
    try village.isSound()
    let before = try seen()
    #expect(before["backup"]["seq"].whole == nil)
    try village.done("2026-11-04", "backup \(try TemporaryFolder().path)")
    let after = try seen()
    #expect(after["last"].text == before["last"].text)
    #expect(after["backup"]["seq"].whole == village.ledgerLines.count)
  }

  @Test func `A witness that cannot be written is told, and nothing else`() throws {
    let workstation = try TemporaryFolder()
    let village = try Stage.founded.village().on(workstation)
    try workstation.write("", to: "xinyi")
    let run = try village.run("2026-10-02", "person add 赵新 --household 050")
    #expect(run.status == 0)
    #expect(run.complaint.contains("见证文件用不了"))
    try village.isSound(allowing: "见证")
  }

  @Test func `Many commands at once leave the furthest line in the witness`() throws {
    let workstation = try TemporaryFolder()
    let village = try Stage.effective.village().on(workstation)
    let path = village.folder.path
    let started = try (0..<12).map { number in
      try Binary.start(
        Binary.path,
        ["-C", path, "--today", "2026-11-03", "shop", "receive", "PEN", "\(number + 1)"],
        environment: village.environment)
    }
    #expect(try started.map { try $0.wait().status }.allSatisfy { $0 == 0 })
    let seen = try Answer(workstation.bytes("xinyi/witness.json") ?? [])["ledgers"]
    #expect(seen[0]["seq"].whole == village.ledgerLines.count)
  }
}
