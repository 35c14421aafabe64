import Foundation
import TestSupport
import Testing

/// 建账 that was stopped half way, and what must never be taken for that.
@Suite struct FoundingTests {
  private static let order = "--name 苏庄村 --town 侯营镇 --county 东昌府区 --practice"

  private func found(_ village: Village) throws -> Run {
    let line = "init \(village.folder.path) \(Self.order) --today 2026-10-01 --receipt c-1"
    return try Binary.run(line.split(separator: " ").map(String.init))
  }

  @Test(arguments: [
    ["lock"], ["lock", "ledger.jsonl"], ["lock", "ledger.jsonl", "catalog.json", "roster.json"],
    ["lock", "ledger.jsonl", "catalog.json", "roster.json", "shop.json", "head.json"],
  ])
  func `A founding that was stopped is carried out when it is said again`(_ left: [String]) throws {
    let village = Village(folder: try TemporaryFolder())
    #expect(try found(village).status == 0)
    for name in village.folder.names() where !left.contains(name) {
      try village.folder.remove(name)
    }
    let run = try found(village)
    #expect(run.status == 0, "\(run.complaint)")
    #expect(village.ledgerLines.count == 3)
    try village.isSound()
  }

  @Test func `The next step after the founding is quoted in the language that was typed`() throws {
    let place = try TemporaryFolder()
    let line = "建账 \(place.path("村")) --名称 苏庄村 --镇 侯营镇 --县区 东昌府区 --演练 --今日 2026-10-01"
    let run = try Binary.run(line.split(separator: " ").map(String.init))
    let next = "xinyi 村民 添加 姓名 --户 户号 --户主 -C \(place.path("村"))"
    #expect(run.text.contains(next), "\(run.text)")
    let words = next.replacing("姓名", with: "苏玉强").replacing("户号", with: "012")
      .split(separator: " ").dropFirst().map(String.init)
    #expect(try Binary.run(words + ["--今日", "2026-10-01"]).status == 0)
  }

  @Test func `A book that was half written does not stand in the way`() throws {
    let village = Village(folder: try TemporaryFolder())
    #expect(try found(village).status == 0)
    for name in ["village.json", "head.json", "shop.json"] { try village.folder.remove(name) }
    try village.folder.write(
      Array(try #require(village.folder.bytes("roster.json")).prefix(9)), to: "roster.json")
    #expect(try found(village).status == 0)
    try village.isSound()
  }

  @Test(arguments: [
    ["village.json"], ["village.json", "ledger.jsonl"],
    ["village.json", "ledger.jsonl", "catalog.json", "shop.json"],
  ])
  func `A village that has lost a file is not founded anew`(_ lost: [String]) throws {
    let village = try Stage.founded.village()
    for name in lost { try village.folder.remove(name) }
    let before = village.fingerprint
    let run = try found(village)
    #expect(run.status == 2)
    #expect(run.complaint.contains("U121"))
    #expect(village.fingerprint == before)
  }
}
