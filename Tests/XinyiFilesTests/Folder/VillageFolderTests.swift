import Foundation
import TestSupport
import Testing
import XinyiFiles

@Suite struct VillageFolderTests {
  @Test func `a new village folder is made for its owner alone`() throws {
    let temporary = try TemporaryFolder()
    _ = try VillageFolder.create(temporary.path("new"))
    #expect(temporary.mode("new") == 0o700)
  }

  @Test func `an empty folder that is there is taken and closed to others`() throws {
    let temporary = try TemporaryFolder()
    try temporary.makeFolder("empty")
    _ = try VillageFolder.create(temporary.path("empty") + "/")
    #expect(temporary.mode("empty") == 0o700)
  }

  @Test func `a folder with anything in it is refused`() throws {
    let temporary = try TemporaryFolder()
    try temporary.makeFolder("full")
    try temporary.write("x", to: "full/note")
    let path = temporary.path("full")
    #expect(throws: VillageFolderFault.notEmpty(path: path)) {
      _ = try VillageFolder.create(path)
    }
  }

  @Test func `a file in the folder's place and a missing parent are refused`() throws {
    let temporary = try TemporaryFolder()
    try temporary.write("x", to: "file")
    #expect(throws: VillageFolderFault.self) {
      _ = try VillageFolder.create(temporary.path("file"))
    }
    #expect(throws: VillageFolderFault.self) {
      _ = try VillageFolder.create(temporary.path("none/new"))
    }
    #expect(temporary.bytes("file") == Array("x".utf8))
  }

  @Test func `only a folder with village json opens as a village`() throws {
    let small = try SmallLedger()
    _ = try VillageFolder.open(small.temporary.path("village"))
    let path = small.temporary.path
    #expect(throws: VillageFolderFault.notAVillage(path: path)) {
      _ = try VillageFolder.open(path)
    }
  }

  @Test func `the nearest village upwards is found`() throws {
    let small = try SmallLedger()
    try small.temporary.makeFolder("village/papers")
    try small.temporary.makeFolder("village/papers/2026")
    let inner = small.temporary.path("village/papers/2026")
    let found = try VillageFolder.find(from: inner)
    #expect(found.path == inner + "/../..")
    #expect(try found.readLedger().lines.count == 5)
    let outer = small.temporary.path
    #expect(throws: VillageFolderFault.notFound(from: outer)) {
      _ = try VillageFolder.find(from: outer)
    }
  }

  @Test(arguments: ["ledger.jsonl", "HEAD.json", "lock", "notices", "a/b", "..", ".x", "", "甲"])
  func `a name that could reach the ledger or leave the folder is no data file`(_ name: String) {
    #expect(DataFile(name) == nil)
  }

  @Test(arguments: ["roster.json.new", "roster.json.tmp", "../ledger.jsonl"])
  func `a name that content has before its time is no data file`(_ name: String) {
    #expect(DataFile(name) == nil)
    #expect(DataFile(name, in: .notices) == nil)
  }

  @Test func `a data file is read whole, and a missing one is nothing`() throws {
    let small = try SmallLedger()
    let roster = [UInt8](repeating: 0x61, count: 200_000)
    try small.temporary.write(roster, to: "village/roster.json")
    #expect(try small.folder.read(.roster) == roster)
    #expect(try small.folder.read(.shop) == nil)
    #expect(try small.folder.read(try #require(DataFile("2026-10.txt", in: .notices))) == nil)
  }

  @Test func `a linked data file is not followed`() throws {
    let small = try SmallLedger()
    try small.temporary.write("secret", to: "elsewhere")
    try small.temporary.link(
      "village/roster.json", to: small.temporary.path("elsewhere"))
    let reading = #expect(throws: SystemFailure.self) { try small.folder.read(.roster) }
    #expect(reading?.reason == .notAPlainFile)
    let writing = #expect(throws: SystemFailure.self) {
      try small.folder.withWriter {
        try small.folder.replace(.roster, with: [1], holding: $0)
      }
    }
    #expect(writing?.reason == .notAPlainFile)
    #expect(small.temporary.bytes("elsewhere") == Array("secret".utf8))
  }

  @Test func `replacing a file is durable, whole and for the owner alone`() throws {
    let small = try SmallLedger()
    try small.temporary.write("stale", to: "village/roster.json.tmp")
    try small.folder.withWriter { writer in
      try small.folder.replace(.roster, with: [1, 2], holding: writer)
      let before = small.system.trace.count
      try small.folder.replace(.roster, with: [3, 4], holding: writer)
      #expect(
        Array(small.system.trace[before...]) == [
          "status roster.json", "open roster.json.tmp", "write roster.json.tmp",
          "synchronize roster.json.tmp", "rename roster.json", "synchronize village",
        ])
    }
    #expect(small.temporary.bytes("village/roster.json") == [3, 4])
    #expect(small.temporary.mode("village/roster.json") == 0o600)
    #expect(!small.temporary.names("village").contains("roster.json.tmp"))
  }

  @Test func `a replacement that fails leaves the old file`() throws {
    let small = try SmallLedger()
    try small.temporary.write("old", to: "village/roster.json")
    for call in [SystemFailure.Call.write, .synchronize] {
      small.system.fail(call, "roster.json.tmp", with: ENOSPC)
      let failure = #expect(throws: SystemFailure.self) {
        try small.folder.withWriter {
          try small.folder.replace(.roster, with: [1], holding: $0)
        }
      }
      #expect(failure?.reason == .diskFull)
    }
    #expect(small.temporary.bytes("village/roster.json") == Array("old".utf8))
    #expect(!small.temporary.names("village").contains("roster.json.tmp"))
  }

  @Test func `a notice is kept once, in a folder for the owner alone`() throws {
    let small = try SmallLedger()
    let notice = try #require(DataFile("2026-10.txt", in: .notices))
    #expect(try small.folder.list(.notices).isEmpty)
    try small.folder.withWriter { writer in
      try small.folder.create(notice, with: [1], holding: writer)
      let second = #expect(throws: SystemFailure.self) {
        try small.folder.create(notice, with: [2], holding: writer)
      }
      #expect(second?.reason == .alreadyThere)
    }
    #expect(small.temporary.bytes("village/notices/2026-10.txt") == [1])
    #expect(small.temporary.mode("village/notices") == 0o700)
    #expect(small.temporary.mode("village/notices/2026-10.txt") == 0o600)
    try small.temporary.write("x", to: "village/notices/2026-11.txt.new")
    #expect(try small.folder.list(.notices) == [notice])
    #expect(try small.folder.read(notice) == [1])
  }
}

@Suite struct StagingTests {
  @Test func `staged content is beside the file until it is promoted`() throws {
    let small = try SmallLedger()
    try small.folder.withWriter { writer in
      try small.folder.replace(.roster, with: [1], holding: writer)
      try small.folder.stage(.roster, [2], holding: writer)
      #expect(try small.folder.read(.roster) == [1])
      #expect(try small.folder.staged(.roster) == [2])
      _ = try writer.append(count: 1, SmallLedger.body)
      try small.folder.promote(.roster, holding: writer)
    }
    #expect(try small.folder.read(.roster) == [2])
    #expect(try small.folder.staged(.roster) == nil)
    #expect(small.temporary.mode("village/roster.json") == 0o600)
  }

  @Test func `staged content is durable before it is named`() throws {
    let small = try SmallLedger()
    try small.folder.withWriter { writer in
      let before = small.system.trace.count
      try small.folder.stage(.roster, [2], holding: writer)
      try small.folder.promote(.roster, holding: writer)
      #expect(
        Array(small.system.trace[before...]) == [
          "open roster.json.tmp", "write roster.json.tmp", "synchronize roster.json.tmp",
          "rename roster.json.new", "synchronize village",
          "status roster.json", "status roster.json.new", "rename roster.json",
          "synchronize village",
        ])
    }
  }

  @Test func `staged content can be staged again and discarded`() throws {
    let small = try SmallLedger()
    try small.folder.withWriter { writer in
      try small.folder.stage(.roster, [2], holding: writer)
      try small.folder.stage(.roster, [3], holding: writer)
      #expect(try small.folder.staged(.roster) == [3])
      try small.folder.discard(.roster, holding: writer)
      try small.folder.discard(.roster, holding: writer)
    }
    #expect(try small.folder.staged(.roster) == nil)
    #expect(try small.folder.read(.roster) == nil)
  }

  @Test func `nothing is promoted where nothing was staged`() throws {
    let small = try SmallLedger()
    let failure = #expect(throws: SystemFailure.self) {
      try small.folder.withWriter { try small.folder.promote(.roster, holding: $0) }
    }
    #expect(failure?.reason == .missing)
  }
}
