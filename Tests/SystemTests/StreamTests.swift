import Foundation
import TestSupport
import Testing

/// What goes where: the answer to standard output, everything else to standard error.
@Suite struct StreamTests {
  private static let reads = [
    "status", "setting show", "rule list", "rule search 垃圾", "rule show GI04", "person list",
    "person find 玉强", "person show 0012", "entry list", "entry show 2026-10-0001",
    "review agenda", "notice show", "objection list", "shop list", "balance", "statement 0012",
    "rank", "verify", "help",
  ]

  @Test func `Standard output carries the answer and nothing else`() throws {
    let village = try Stage.effective.village()
    for line in Self.reads {
      let run = try village.run("2026-11-03", line)
      #expect(run.status == 0, "\(line)")
      #expect(!run.text.isEmpty, "\(line)")
      #expect(run.complaint.isEmpty, "\(line): \(run.complaint)")
      #expect(run.text.hasSuffix("\n"), "\(line)")
    }
  }

  @Test func `A refusal leaves standard output empty`() throws {
    let village = try Stage.effective.village()
    for (line, status) in [("redeem 0031 XYF", Int32(1)), ("statement 赵不在", 2), ("jifn", 2)] {
      let run = try village.run("2026-11-03", line)
      #expect(run.status == status)
      #expect(run.output.isEmpty)
      #expect(run.complaint.hasSuffix("\n"))
    }
  }

  @Test func `An error in JSON is one object on one line`() throws {
    let village = try Stage.effective.village()
    for line in ["redeem 0031 XYF", "statement 苏广", "jifn", "record GI04 0012 --on", "record"] {
      let run = try village.run("2026-11-03", line + " --json")
      #expect(run.output.isEmpty)
      #expect(run.messages.last == 10)
      #expect(run.messages.count { $0 == 10 } == 1)
      let answer = try Answer(run.messages)
      #expect(answer.keys == ["error", "schema"])
      #expect(answer["error"]["hint"].text?.isEmpty == false)
    }
  }

  @Test func `A full disk for the answer is told after a write as recorded but not printed`()
    throws
  {
    let village = try Stage.effective.village()
    let records = village.ledgerLines.count
    let full = Binary.Sink.file("/dev/full")
    let redeemed = try village.run("2026-11-03", "redeem 0012 PEN --receipt c-1", answer: full)
    #expect(redeemed.status == 8)
    #expect(village.ledgerLines.count == records + 1)
    let again = try village.done("2026-11-03", "redeem 0012 PEN --receipt c-1")
    #expect(again["repeated"].truth == true)
    for line in [
      "balance", "redeem 0012 XYF --dry-run", "help", "verify", "repair",
      "notice show --format csv",
    ] {
      #expect(try village.run("2026-11-03", line, answer: full).status == 6, "\(line)")
    }
    #expect(village.ledgerLines.count == records + 1)
  }

  @Test func `A reader that has gone away is nothing to complain of`() throws {
    let village = try Stage.effective.village()
    let records = village.ledgerLines.count
    for line in ["rule list", "help", "redeem 0012 PEN"] {
      let run = try village.run("2026-11-03", line, answer: .closedPipe)
      #expect(run.status == 0, "\(line)")
      #expect(run.complaint.isEmpty, "\(line): \(run.complaint)")
    }
    #expect(village.ledgerLines.count == records + 1)
    try village.isSound()
  }

  @Test(arguments: ["2026-10.txt", "2026-10.salt"])
  func `A kept notice that cannot be read is told as such`(_ name: String) throws {
    let village = try Stage.effective.village()
    try village.folder.remove("notices/" + name)
    try village.folder.makeFolder("notices/" + name)
    for line in ["verify", "notice show"] {
      let run = try village.run("2026-11-03", line + " --json")
      #expect(run.status == 3, "\(line): \(run.complaint)")
      #expect(try Answer(run.messages)["error"]["code"].text == "V303")
    }
  }

  @Test func `When a file cannot grow nothing is recorded`() throws {
    let village = try Stage.effective.village()
    let before = village.folder.bytes("ledger.jsonl")
    let words = ["-C", village.folder.path, "--today", "2026-11-03", "--json"]
    for line in [["redeem", "0012", "PEN"], ["person", "add", "赵新", "--household", "050"]] {
      let run = try Binary.run(words + line, after: "ulimit -f 1")
      #expect(run.status == 6, "\(run.complaint)")
      #expect(try Answer(run.messages)["error"]["code"].text == "W601")
      #expect(village.folder.bytes("ledger.jsonl") == before)
      try village.isSound()
    }
    try village.done("2026-11-03", "redeem 0012 PEN")
  }

  @Test(.enabled(if: geteuid() != 0, "the administrator may write anywhere"))
  func `A folder that may not be written to is told as such`() throws {
    let village = try Stage.effective.village()
    chmod(village.folder.path, 0o500)
    defer { chmod(village.folder.path, 0o700) }
    try village.refused("2026-11-03", "person add 赵新 --household 050", "W601", status: 6)
  }

  @Test func `A village cannot be made where no folder can be`() throws {
    let line = "init /proc/苏庄村 --name 苏庄村 --town 侯营镇 --county 东昌府区 --json"
    let run = try Binary.run(line.split(separator: " ").map(String.init))
    #expect(run.status == 6, "\(run.complaint)")
    #expect(try Answer(run.messages)["error"]["code"].text == "W601")
  }

  @Test func `While somebody else writes one waits ten seconds and then gives up`() async throws {
    let village = try Stage.founded.village()
    let before = village.fingerprint
    let lock = open(village.folder.path("lock"), O_RDWR | O_CLOEXEC)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    let words = ["-C", village.folder.path, "--today", "2026-10-02", "--json"]
    let started = try Binary.start(
      Binary.path, words + ["person", "add", "赵新", "--household", "050"])
    let reading = try village.done("2026-10-02", "person list")
    #expect(reading["rows"].list?.count == 11)
    try await Task.sleep(for: .seconds(10))
    let run = try started.wait()
    #expect(run.status == 5)
    #expect(try Answer(run.messages)["error"]["code"].text == "W501")
    #expect(village.fingerprint == before)
  }
}
