import Foundation
import TestSupport
import Testing

/// What other programs rely on: fields, types and spellings, dry runs and receipts.
@Suite struct ContractTests {
  @Test(arguments: promises) func `Every promised field is there with its type`(
    _ promise: Promise
  ) throws {
    let village = try promise.village()
    let run = try village.run(promise.today, promise.line + " --json")
    try #require(run.status == 0, "\(run.complaint)")
    let answer = try Answer(run.output)
    #expect(answer["schema"].whole == 1)
    for field in promise.fields.split(separator: " ") { answer.keeps(field, in: promise) }
    if let fields = promise.rows {
      let rows = answer["rows"].list ?? []
      #expect(!rows.isEmpty, "an empty list shows no field")
      for row in rows {
        for field in fields.split(separator: " ") { row.keeps(field, in: promise) }
      }
    }
    let longDecimals = run.text.matches(of: /[:,\[]-?\d+\.\d\d+|\d[eE][+\-]?\d+[,}\]]/)
    #expect(longDecimals.isEmpty, "\(longDecimals.map(\.output))")
    if promise.isWriting {
      #expect(answer["receipt"].text?.isEmpty == false)
      #expect(answer["repeated"].truth == false)
    }
  }

  @Test(arguments: promises.filter(\.isWriting))
  func `A dry run and a repeated receipt answer alike and write nothing`(
    _ promise: Promise
  ) throws {
    let village = try promise.village()
    let before = village.fingerprint
    let line = promise.line + " --json --receipt c-1"
    let dry = try village.run(promise.today, line + " --dry-run")
    #expect(dry.status == 0, "\(dry.complaint)")
    #expect(village.fingerprint == before)
    let first = try village.run(promise.today, line)
    let after = village.fingerprint
    #expect(after != before)
    // Only a line that was written has a digest.
    let foreseen = first.text.replacing(
      /"fingerprint":"[0-9a-f]{64}"/, with: #""fingerprint":null"#)
    #expect(dry.text.replacing(#""dryRun":true"#, with: #""dryRun":false"#) == foreseen)
    // The answer does not depend on the day on which it is asked for again.
    let again = try village.run("2027-02-05", line)
    #expect(again.status == 0, "\(again.complaint)")
    #expect(again.text.contains(#""repeated":true"#))
    #expect(again.text.replacing(#""repeated":true"#, with: #""repeated":false"#) == first.text)
    #expect(village.fingerprint == after)
    try village.refused(promise.today, "shop add QT --name 其他 --price 1 --receipt c-1", "R401")
    try village.isSound()
  }

  @Test func `A dry run says in words that nothing was written`() throws {
    let village = try Stage.effective.village()
    let run = try village.run("2026-11-03", "redeem 0012 PEN --dry-run")
    #expect(run.text.hasPrefix("【试算，没有写入】\n"))
  }

  @Test func `The closed lists have the agreed words`() throws {
    let village = try Stage.effective.village()
    let rules = try village.done("2026-11-03", "rule list")["rows"].list ?? []
    #expect(rules.count == 153)
    #expect(rules.count { $0["sign"].text == "plus" } == 66)
    let kinds = Dictionary(grouping: rules) { $0["kind"].text ?? "" }.mapValues(\.count)
    #expect(kinds == ["fixed": 133, "perUnit": 4, "level": 7, "choice": 8, "tier": 1])
    for rule in rules where ["level", "choice", "tier"].contains(rule["kind"].text) {
      let options = rule["options"].list ?? []
      #expect(!options.isEmpty)
      #expect(options.allSatisfy { $0["name"].text != nil && $0["points"].number != nil })
    }
    let entries = try village.done("2026-11-03", "entry list")["rows"].list ?? []
    #expect(Set(entries.compactMap { $0["state"].text }) == ["effective"])
    #expect(entries.flatMap { $0["flags"].texts ?? [] } == ["notReminded"])
    #expect(entries.last?["points"].number == -10)
  }

  @Test func `A new village tells its folder and its counts, once for each receipt`() throws {
    let folder = try TemporaryFolder()
    let line = "init \(folder.path)/v --name 苏庄村 --town 侯营镇 --county 东昌府区 --practice "
    let words = (line + "--code 371502000000 --today 2026-10-01 --receipt c-1 --json")
      .split(separator: " ").map(String.init)
    let dry = try Answer(try Binary.run(words + ["--dry-run"]).output)
    #expect(folder.names().isEmpty)
    let made = try Answer(try Binary.run(words).output)
    for answer in [dry, made] {
      #expect(answer["folder"].text == folder.path("v"))
      #expect(answer["plus"].whole == 66)
      #expect(answer["minus"].whole == 87)
    }
    let again = try Answer(try Binary.run(words).output)
    #expect(again["repeated"].truth == true)
    let other = try Binary.run(words.map { $0 == "苏庄村" ? "李庄村" : $0 })
    #expect(other.status == 1)
  }

  @Test func `A roster that is taken in tells how many are new`() throws {
    let village = try newVillage()
    let answer = try village.importRoster(roster)
    #expect(answer["added"].whole == 11)
    #expect(answer["unchanged"].whole == 0)
  }

  @Test func `A demonstration is the same for the same seed, and sound`() throws {
    let folder = try TemporaryFolder()
    var villages: [[String: [UInt8]]] = []
    for name in ["a", "b"] {
      let line =
        "demo \(folder.path)/\(name) --people 30 --months 1 --seed 7 --start 2026-03 --json"
      let run = try Binary.run(line.split(separator: " ").map(String.init))
      try #require(run.status == 0, "\(run.complaint)")
      let answer = try Answer(run.output)
      #expect(answer["schema"].whole == 1)
      #expect(answer["folder"].text == folder.path(name))
      #expect(answer["people"].whole == 30)
      #expect(answer["events"].whole != nil)
      let copy = Village(folder: try TemporaryFolder())
      for file in folder.names(name) {
        try FileManager.default.copyItem(
          atPath: folder.path("\(name)/\(file)"), toPath: copy.folder.path(file))
      }
      try copy.isSound()
      villages.append(copy.fingerprint)
    }
    #expect(villages[0] == villages[1])
  }
}

extension Answer {
  /// Whether a promised member `name:type` is there and is of its type.
  fileprivate func keeps(_ field: Substring, in promise: Promise) {
    let parts = field.split(separator: ":")
    let name = String(parts[0])
    let type = parts[1].hasSuffix("?") ? parts[1].dropLast() : parts[1]
    let value = self[name]
    if parts[1].hasSuffix("?") && value.isNull { return }
    #expect(value.isOf(type), "\(promise.line): \(name) is \(value)")
  }

  private func isOf(_ type: Substring) -> Bool {
    switch type {
    case "text": text?.isEmpty == false
    case "truth": truth != nil
    case "whole": whole != nil
    case "points": number != nil
    case "list": list != nil
    case "object": isObject
    case "day": text?.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil
    case "month": text?.wholeMatch(of: /\d{4}-\d\d/) != nil
    case "digest": text?.wholeMatch(of: /[0-9a-f]{64}/) != nil
    default: false
    }
  }
}
