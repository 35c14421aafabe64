import Foundation
import TestSupport
import Testing
import XinyiFiles

@Suite struct OutputFileTests {
  private let files = FileSystem.host

  @Test func `an export is written for the owner alone, and again over itself`() throws {
    let small = try SmallLedger()
    let path = small.temporary.path("out.csv")
    try files.writeOutput(path, [1], besides: small.folder)
    try files.writeOutput(path, [2], besides: small.folder)
    #expect(small.temporary.bytes("out.csv") == [2])
    #expect(small.temporary.mode("out.csv") == 0o600)
    #expect(small.temporary.names() == ["out.csv", "village"])
  }

  @Test(arguments: [
    "ledger.jsonl", "head.json", "lock", "village.json", "roster.json", "catalog-2.json",
    "LEDGER.JSONL", "roster.json.new", "notices/2026-10.txt", "quarantine/tail-5-1",
  ])
  func `the village's own files are not written over, not even before they exist`(
    _ name: String
  ) throws {
    let small = try SmallLedger()
    for folder in ["notices", "quarantine"] { try small.temporary.makeFolder("village/\(folder)") }
    // Also by a detour, since the folder is recognised by itself and not by its path.
    try small.temporary.link("detour", to: small.temporary.path("village"))
    let last = name.split(separator: "/").last.map(String.init) ?? name
    for folder in ["village", "detour", "village/../village"] {
      let before = small.temporary.bytes("village/\(name)")
      #expect(throws: OutputFault.dataFile(name: last)) {
        try files.writeOutput(
          small.temporary.path("\(folder)/\(name)"), [1], besides: small.folder)
      }
      #expect(small.temporary.bytes("village/\(name)") == before)
    }
  }

  @Test func `an export beside the village's files is allowed`() throws {
    let small = try SmallLedger()
    let path = small.temporary.path("village/export.jsonl")
    try files.writeOutput(path, [1], besides: small.folder)
    #expect(small.temporary.bytes("village/export.jsonl") == [1])
  }

  @Test func `a link, a folder or a device is not written to`() throws {
    let small = try SmallLedger()
    try small.temporary.write("kept", to: "target")
    try small.temporary.link("link", to: small.temporary.path("target"))
    try small.temporary.makeFolder("folder")
    for path in [small.temporary.path("link"), small.temporary.path("folder"), "/dev/null", "/"] {
      let fault = #expect(throws: OutputFault.self) {
        try files.writeOutput(path, [1], besides: nil)
      }
      guard case .notAPlainFile = fault else {
        Issue.record("\(path): \(String(describing: fault))")
        continue
      }
    }
    #expect(small.temporary.bytes("target") == Array("kept".utf8))
  }

  @Test func `an export that fails leaves the old file and nothing else`() throws {
    let small = try SmallLedger()
    try small.temporary.write("old", to: "out.csv")
    small.system.fail(.rename, "out.csv", with: EACCES)
    let fault = #expect(throws: OutputFault.self) {
      try small.folder.files.writeOutput(
        small.temporary.path("out.csv"), [1], besides: small.folder)
    }
    #expect(fault == .system(SystemFailure(.rename, EACCES, "out.csv")))
    #expect(small.temporary.bytes("out.csv") == Array("old".utf8))
    #expect(small.temporary.names() == ["out.csv", "village"])
  }

  @Test func `a file that a person named is read through links`() throws {
    let temporary = try TemporaryFolder()
    try temporary.write("list", to: "list.csv")
    try temporary.link("link", to: temporary.path("list.csv"))
    #expect(try files.readInput(temporary.path("link"), atMost: 64) == Array("list".utf8))
    let missing = #expect(throws: SystemFailure.self) {
      try files.readInput(temporary.path("none"), atMost: 64)
    }
    #expect(missing?.reason == .missing && missing?.name == "none")
    #expect(throws: SystemFailure.self) { try files.readInput(temporary.path, atMost: 64) }
  }
}

@Suite struct OutputSinkTests {
  private func descriptor(_ path: String) throws -> Int32 {
    let number = open(path, O_RDWR | O_CREAT, 0o600)
    try #require(number >= 0)
    return number
  }

  @Test func `everything is written, however little is taken at a time`() throws {
    let temporary = try TemporaryFolder()
    let number = try descriptor(temporary.path("out"))
    defer { close(number) }
    let system = ScriptedSystem()
    system.limitWrites(to: 3)
    system.fail(.write, "?", with: EINTR, EAGAIN)
    try OutputSink(descriptor: number, files: FileSystem(calls: system)).write("积分公示表")
    #expect(temporary.bytes("out") == Array("积分公示表".utf8))
    #expect(system.pausedMilliseconds == 10)
  }

  @Test func `a full disk is an error and a reader who left is not`() throws {
    ignoreBrokenPipes()
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let gone = OutputSink(descriptor: ends[1], files: .host)
    #expect(throws: OutputSink.Fault.readerGone) { try gone.write("x") }
    let system = ScriptedSystem()
    system.fail(.write, "?", with: ENOSPC)
    let full = OutputSink(descriptor: ends[1], files: FileSystem(calls: system))
    let fault = #expect(throws: OutputSink.Fault.self) { try full.write("x") }
    #expect(fault == .failed(SystemFailure(.write, ENOSPC, "")))
  }

  @Test func `nothing to write is no call`() throws {
    let system = ScriptedSystem()
    try OutputSink(descriptor: -1, files: FileSystem(calls: system)).write("")
    #expect(system.trace.isEmpty)
  }
}
