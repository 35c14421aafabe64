import Foundation
import TestSupport
import Testing

/// A hurt to the ledger's files, and how it is mended.
struct Hurt: Sendable, CustomTestStringConvertible {
  let name: String
  /// The words after `repair`; `{stick}` is where a backup of the village as it is lies, `{older}`
  /// one without its last line.
  var words = ""
  /// What is done, in order.
  let steps: [String]
  /// How many lines are there afterwards without the one that tells of the repair; 0 for all.
  var lost = 0
  /// The status of the plan.
  var status: Int32 = 3
  let make: @Sendable (Village) throws -> Void

  var testDescription: String { name }
}

private let ledger = "ledger.jsonl"

private func rewrite(
  _ change: @escaping @Sendable (String) -> String
) -> @Sendable (Village) throws -> Void {
  { try $0.folder.write(change($0.text(of: ledger)), to: ledger) }
}

private func append(_ text: String) -> @Sendable (Village) throws -> Void {
  rewrite { $0 + text }
}

private let hurts: [Hurt] = [
  Hurt(name: "a torn line behind the end", steps: ["tail"], status: 0, make: append("{\"seq\":")),
  Hurt(name: "zeros behind the end", steps: ["tail"], status: 0, make: append("\0\0\0\0")),
  Hurt(name: "line ends as on Windows", steps: ["lines"]) { village in
    try rewrite { $0.replacing("\n", with: "\r\n") }(village)
  },
  Hurt(name: "a byte order mark", steps: ["lines"], make: rewrite { "\u{FEFF}" + $0 }),
  Hurt(name: "no last line end", steps: ["lines"], status: 4) {
    try $0.folder.write(($0.folder.bytes(ledger) ?? []).dropLast(), to: ledger)
  },
  Hurt(name: "a line twice", steps: ["lines"]) { try $0.forge { $0.insert($0[39], at: 40) } },
  Hurt(name: "two lines changed places", steps: ["lines"]) { try $0.forge { $0.swapAt(39, 40) } },
  Hurt(name: "a note between two lines", steps: ["lines"]) {
    try $0.forge { $0.insert("改过", at: 40) }
  },
  Hurt(name: "a second name", steps: ["lines"]) {
    try $0.folder.hardLink("copy.txt", to: ledger)
  },
  Hurt(name: "no lock", steps: ["lock"]) { try $0.folder.remove("lock") },
  Hurt(name: "no lock and a tail", steps: ["lock", "tail"]) {
    try $0.folder.remove("lock")
    try append("x")($0)
  },
  Hurt(name: "no head", words: "--adopt-head", steps: ["head"]) {
    try $0.folder.remove("head.json")
  },
  Hurt(name: "a head that was edited", words: "--adopt-head", steps: ["head"]) {
    try $0.edit("head.json", #""seq":"#, #""seq":1"#)
  },
  Hurt(name: "a changed line that the backup has", words: "--from {stick}", steps: ["backup"]) {
    try $0.forge { $0[39] = $0[39].replacing("clerk", with: "klerk") }
  },
  Hurt(name: "a lost ledger that the backup has", words: "--from {stick}", steps: ["backup"]) {
    try $0.folder.remove(ledger)
  },
  Hurt(
    name: "a line changed in the middle, the last one not in the backup", words: "--from {older}",
    steps: ["backup"]
  ) {
    try $0.forge { $0[39] = $0[39].replacing("clerk", with: "klerk") }
  },
  Hurt(
    name: "an end cut off that the backup has", words: "--from {stick}", steps: ["backup"],
    status: 4
  ) {
    try $0.forge { $0.removeLast(5) }
  },
  Hurt(name: "lost books and papers", words: "--from {stick}", steps: ["files"]) {
    for name in ["roster.json", "catalog.json", "notices/2026-10.txt"] {
      try $0.folder.remove(name)
    }
  },
  Hurt(
    name: "an end that is nowhere, given up", words: "--adopt-head", steps: ["head"], lost: 1,
    status: 4
  ) {
    try $0.forge { $0.removeLast() }
  },
  Hurt(
    name: "a line that is nowhere, given up with what followed", words: "--adopt-head",
    steps: ["tail", "head"], lost: 2
  ) {
    try $0.forge { $0[$0.count - 2] = $0[$0.count - 2].replacing("clerk", with: "klerk") }
  },
]

/// What cannot be mended without being told more is left as it is.
@Suite struct RepairTests {
  /// The village with something to lose, and backups with and without its last line.
  private func village() throws -> (village: Village, stick: TemporaryFolder) {
    let (village, stick) = (try Stage.effective.village(), try TemporaryFolder())
    try village.done("2026-11-03", "redeem 0012 PEN")
    try village.done("2026-11-03", "backup \(stick.path)/older")
    try village.done("2026-11-03", "redeem 0012 XYF")
    try village.done("2026-11-03", "backup \(stick.path)/stick")
    return (village, stick)
  }

  private func words(_ hurt: Hurt, _ stick: TemporaryFolder) -> String {
    hurt.words.replacing("{stick}", with: stick.path("stick"))
      .replacing("{older}", with: stick.path("older"))
  }

  @Test(arguments: hurts)
  func `What was hurt is mended, told, and kept aside`(_ hurt: Hurt) throws {
    let (village, stick) = try village()
    let sound = village.fingerprint
    try hurt.make(village)
    let broken = village.fingerprint
    let words = words(hurt, stick)
    let plan = try village.run("2026-11-04", "repair \(words) --json")
    #expect(plan.status == hurt.status, "\(plan.complaint)")
    #expect(try Answer(plan.output)["steps"].texts == hurt.steps)
    #expect(
      try village.run("2026-11-04", "repair \(words) --apply --dry-run").status == hurt.status)
    #expect(village.fingerprint == broken, "a plan changes nothing")

    let done = try village.done("2026-11-04", "repair \(words) --apply --why 演练")
    #expect(done["applied"].truth == true)
    #expect(done["steps"].texts == hurt.steps)
    try village.isSound()
    let old = sound["ledger.jsonl"] ?? []
    let lines = String(decoding: old, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(Array(village.ledgerLines.dropLast()) == Array(lines.dropLast(hurt.lost)))
    let event = try #require(try village.events().last)
    #expect(event["kind"].text == "repaired")
    #expect(event["data"]["steps"].texts == hurt.steps)
    #expect(event["data"]["why"].text == "演练")
    if let hurtLedger = broken["ledger.jsonl"], !hurtLedger.isEmpty, hurtLedger != old,
      !Set(["tail", "lines", "backup"]).isDisjoint(with: hurt.steps)
    {
      let kept = village.folder.names("quarantine").filter { !$0.hasPrefix("head") }
      let bytes = try #require(kept.first.flatMap { village.folder.bytes("quarantine/\($0)") })
      #expect(!bytes.isEmpty && hurtLedger.suffix(bytes.count) == bytes)
    }
    if hurt.lost == 0 {
      for name in ["roster.json", "catalog.json", "notices/2026-10.txt"] {
        #expect(village.folder.bytes(name) == sound[name], "\(name)")
      }
    }
    let again = try village.done("2026-11-05", "repair \(words) --apply")
    #expect(again["steps"].list?.isEmpty == true, "there is nothing left to mend")
    let verified = try village.done("2026-11-05", "verify")
    #expect(verified["repairs"][0]["line"].whole == village.ledgerLines.count)
  }

  @Test func `Repairing twice under one key mends and records once`() throws {
    let (village, _) = try village()
    try append("x")(village)
    let first = try village.done("2026-11-04", "repair --apply --receipt fix-1")
    let lines = village.ledgerLines
    let second = try village.done("2026-11-04", "repair --apply --receipt fix-1")
    #expect(first["applied"].truth == true)
    #expect(second["applied"].truth == false)
    #expect(village.ledgerLines == lines)
  }

  @Test func `Without a head nobody guesses where the ledger ended`() throws {
    let (village, _) = try village()
    try village.folder.remove("head.json")
    for words in ["repair", "repair --apply"] {
      try village.refused("2026-11-04", words, "V141", status: 3)
    }
  }

  @Test func `A line that is nowhere is not made up`() throws {
    let (village, stick) = try village()
    try village.forge { $0[$0.count - 1] = $0[$0.count - 1].replacing("clerk", with: "klerk") }
    let older = stick.path("older")
    for words in ["repair --apply", "repair --from \(older) --apply"] {
      try village.refused("2026-11-04", words, "V142", status: 3)
    }
    try village.forge { $0.removeLast() }
    try village.refused("2026-11-04", "repair --from \(older) --apply", "V142", status: 4)
  }

  @Test func `Where no line is sound there is nothing to adopt`() throws {
    let (village, _) = try village()
    try village.folder.write("garbage\n", to: "ledger.jsonl")
    try village.refused("2026-11-04", "repair --adopt-head --apply", "V144", status: 3)
  }

  @Test func `What is no file is taken away by hand`() throws {
    let (village, _) = try village()
    try village.folder.remove("lock")
    try village.folder.makeFolder("lock")
    try village.refused("2026-11-04", "repair --apply", "V108", status: 3)
    try village.folder.remove("head.json")
    try village.folder.makeFolder("head.json")
    try village.folder.remove("lock")
    try village.refused("2026-11-04", "repair --adopt-head --apply", "V103", status: 3)
  }

  @Test func `A forged line is not adopted, though its hash is made anew`() throws {
    let (village, _) = try village()
    try village.forgeWhole(41, #""person":"0012""#, #""person":"0912""#)
    try village.folder.remove("head.json")
    try village.refused("2026-11-04", "repair --adopt-head --apply", "V203", status: 3)
  }

  @Test func `Another village's backup mends nothing`() throws {
    let (village, stick) = try village()
    let other = try newVillage()
    try other.done("2026-10-02", "backup \(stick.path)/other")
    try village.folder.remove("notices/2026-10.txt")
    let words = "repair --from \(stick.path)/other"
    try village.refused("2026-11-04", words + " --apply", "V145", status: 3)
    try village.folder.remove("roster.json")
    try village.refused("2026-11-04", words, "V145", status: 3)
  }

  @Test func `A repair that is refused gives nothing up`() throws {
    let (village, _) = try village()
    try village.done("2026-11-03", "shop receive PEN 1 --receipt s1")
    try village.done("2026-11-03", "shop receive PEN 2")
    try village.forge { $0.removeLast() }
    for (words, code, status) in [
      ("--by nobody", "U115", 2 as Int32), ("--receipt s1", "R401", 1),
    ] {
      try village.refused(
        "2026-11-04", "repair --adopt-head --apply \(words)", code, status: status)
    }
  }

  @Test(arguments: 1...6) func `A repair that is stopped can be made again, and is told`(
    _ when: Int
  ) throws {
    let (village, _) = try village()
    try village.forge { $0.removeLast(3) }
    let lines = village.ledgerLines
    let line = "-C \(village.folder.path) --today 2026-11-04 repair --adopt-head --apply"
    _ = try Binary.start(
      "/usr/bin/env",
      ["strace", "-f", "-o", "/dev/null", "-e", "trace=fsync,renameat"]
        + ["-e", "inject=fsync,renameat:signal=KILL:when=\(when)", Binary.path]
        + line.split(separator: " ").map(String.init)
    ).wait()
    let status = try village.run("2026-11-04", "verify").status
    if status != 0 {
      #expect(status == 4 || status == 3)
      try village.done("2026-11-04", "repair --adopt-head --apply")
    }
    try village.isSound()
    #expect(Array(village.ledgerLines.prefix(lines.count)) == lines)
    #expect(try village.events().contains { $0["kind"].text == "repaired" })
  }

  @Test func `A head put back alone takes nothing away where more was seen`() throws {
    let village = try Stage.effective.village().on(TemporaryFolder())
    let head = village.folder.bytes("head.json") ?? []
    try village.done("2026-11-03", "redeem 0012 PEN")
    let ledger = village.folder.bytes("ledger.jsonl")
    try village.folder.write(head, to: "head.json")
    try village.refused("2026-11-04", "redeem 0012 PEN", "V120", status: 4)
    #expect(village.folder.bytes("ledger.jsonl") == ledger)
    try village.done("2026-11-04", "repair --apply")
    let event = try #require(try village.events().last)
    #expect(event["data"]["steps"].texts == ["head"])
    #expect(event["data"]["givenUp"].isMissing, "nothing was given up")
    try village.isSound()
  }

  @Test func `A forged first line behind the end does not hide what was seen`() throws {
    let village = try Stage.effective.village().on(TemporaryFolder())
    let older = ["ledger.jsonl", "head.json"].map { village.folder.bytes($0) ?? [] }
    try village.done("2026-11-03", "redeem 0012 PEN")
    let first = try Village.sealed(village.ledgerLines[0].replacing("侯营镇", with: "侯营乡"))
    try village.folder.write(older[0] + Array((first + "\n").utf8), to: "ledger.jsonl")
    try village.folder.write(older[1], to: "head.json")
    try village.refused("2026-11-04", "repair --apply", "V142", status: 4)
  }

  @Test func `A damaged book and a lost village file come back from a backup`() throws {
    let (village, stick) = try village()
    let sound = village.fingerprint
    try village.folder.write("{\"format\":1,", to: "roster.json")
    try village.edit("catalog.json", "\"format\": 1", "\"format\":  1")
    try village.folder.remove("village.json")
    let done = try village.done("2026-11-04", "repair --from \(stick.path("stick")) --apply")
    #expect(done["steps"].texts == ["files"])
    try village.isSound()
    for name in ["roster.json", "catalog.json", "village.json"] {
      #expect(village.folder.bytes(name) == sound[name], "\(name)")
    }
    #expect(village.folder.names("quarantine") == ["catalog.json-1", "roster.json-1"])
  }

  @Test func `A lost second list comes back from a backup, and the ledger says which is which`()
    throws
  {
    let (village, stick) = (try Stage.effective.village(), try TemporaryFolder())
    try village.adoptSecondList(on: "2026-11-03")
    try village.done("2026-11-03", "record ZZ01 0031 --on 2026-11-03 --evidence 照片")
    let sound = village.fingerprint
    try village.done("2026-11-03", "backup \(stick.path)/stick")
    // The first list in the place of the second one is not taken for it.
    try village.folder.write(village.folder.bytes("catalog.json") ?? [], to: "catalog-2.json")
    #expect(try village.run(nil, "verify").status == 3)
    try village.folder.remove("catalog-2.json")
    #expect(try village.run(nil, "verify").status == 3)
    let done = try village.done("2026-11-04", "repair --from \(stick.path("stick")) --apply")
    #expect(done["steps"].texts == ["files"])
    #expect(village.folder.bytes("catalog-2.json") == sound["catalog-2.json"])
    try village.isSound()
    // A restored village has both, and records by both.
    let path = stick.path("neu")
    let lines = sound["ledger.jsonl"]?.count { $0 == 10 } ?? 0
    let run = try Binary.run(["restore", stick.path("stick"), path, "--line", "\(lines)"])
    #expect(run.status == 0, "\(run.complaint)")
    #expect(Village.files(below: path) == sound)
    let restored = ["-C", path, "--today", "2026-11-05", "record"]
    for words in [["ZZ01", "0012"], ["GI04", "0012", "--on", "2026-11-02"]] {
      let recorded = try Binary.run(restored + words + ["--evidence", "照片"])
      #expect(recorded.status == 0, "\(recorded.complaint)")
    }
    #expect(try Binary.run(["-C", path, "verify"]).status == 0)
  }

  @Test func `What this workstation has seen is given up only by saying so`() throws {
    let village = try Stage.effective.village().on(TemporaryFolder())
    let older = ["ledger.jsonl", "head.json"].map { village.folder.bytes($0) ?? [] }
    try village.done("2026-11-03", "redeem 0012 PEN")
    try village.folder.write(older[0], to: "ledger.jsonl")
    try village.folder.write(older[1], to: "head.json")
    try village.refused("2026-11-04", "repair --apply", "V142", status: 4)
    let done = try village.done("2026-11-04", "repair --adopt-head --apply")
    #expect(done["seen"].whole == village.ledgerLines.count)
    let event = try #require(try village.events().last)
    #expect(event["data"]["givenUp"]["seq"].whole == village.ledgerLines.count)
    try village.done("2026-11-04", "redeem 0012 PEN")
    try village.isSound()
  }

  @Test func `A ledger that went another way is not what this workstation saw`() throws {
    let village = try Stage.effective.village()
    let (here, there) = (village.on(try TemporaryFolder()), village.on(try TemporaryFolder()))
    let older = ["ledger.jsonl", "head.json"].map { village.folder.bytes($0) ?? [] }
    try here.done("2026-11-03", "redeem 0012 PEN")
    try village.folder.write(older[0], to: "ledger.jsonl")
    try village.folder.write(older[1], to: "head.json")
    try there.done("2026-11-03", "redeem 0012 XYF")
    try here.refused("2026-11-04", "repair --apply", "V143", status: 4)
    try here.done("2026-11-04", "repair --adopt-head --apply")
    try here.isSound()
  }
}
