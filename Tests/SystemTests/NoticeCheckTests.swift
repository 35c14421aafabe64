import Foundation
import TestSupport
import Testing

/// Papers held against the ledger, as they come in: copied, typed off, changed, from elsewhere.
@Suite struct NoticeCheckTests {
  /// What a check said of a text.
  struct Verdict {
    let status: Int32
    let answer: Answer
    var codes: [String] { answer["findings"].list?.compactMap { $0["code"].text } ?? [] }

    func message(of code: String) -> String? {
      answer["findings"].row(where: "code", is: code)["message"].text
    }
  }

  func check(
    _ paper: [UInt8], in village: Village, at place: SourceLocation = #_sourceLocation
  ) throws -> Verdict {
    let outside = try TemporaryFolder()
    try outside.write(paper, to: "纸.txt")
    let before = village.fingerprint
    let run = try village.run("2026-11-12", "notice check \(outside.path("纸.txt")) --json")
    #expect(village.fingerprint == before, sourceLocation: place)
    let answer = try Answer(run.output)
    let isSound = run.status == 0
    #expect(answer["ok"].truth == isSound, sourceLocation: place)
    #expect(answer["findings"].list?.isEmpty == isSound, sourceLocation: place)
    return Verdict(status: run.status, answer: answer)
  }

  func check(_ paper: String, in village: Village) throws -> Verdict {
    try check(Array(paper.utf8), in: village)
  }

  func complaint(about paper: [UInt8]) throws -> (status: Int32, error: Answer) {
    let outside = try TemporaryFolder()
    try outside.write(paper, to: "纸.txt")
    let village = try Stage.onNotice.village()
    let run = try village.run("2026-10-28", "notice check \(outside.path("纸.txt")) --json")
    #expect(run.output.isEmpty)
    return (run.status, try Answer(run.messages)["error"])
  }

  let posted = "notices/2026-10.txt"

  // MARK: Papers that are the posted one

  @Test func `The posted text is the posted paper`() throws {
    let village = try Stage.onNotice.village()
    let shown = try village.done("2026-10-28", "notice show")
    let verdict = try check(village.folder.bytes(posted) ?? [], in: village)
    #expect(verdict.status == 0, "\(verdict.answer)")
    #expect(verdict.answer["notice"].text == "2026-10")
    #expect(verdict.answer["month"].text == "2026-10")
    #expect(verdict.answer["records"].whole == shown["records"].whole)
    #expect(verdict.answer["fingerprint"].text == shown["fingerprint"].text)
  }

  @Test func `The answer ends with the recipe for plain tools, in either language`() throws {
    let village = try Stage.onNotice.village()
    let path = village.folder.path(posted)
    let text = try village.text("2026-10-28", "notice check \(path)")
    #expect(try village.text("2026-10-28", "公示 核对 \(path)") == text)
    let records = village.ledgerLines.count
    #expect(text.hasSuffix("head -n \(records) ledger.jsonl | sha256sum\n"))
    #expect(text.contains("正文相符"))
  }

  @Test(arguments: [
    "\r\n", "\r", "   \n", "\n\n",
  ]) func `How lines end and what is blank does not count`(_ end: String) throws {
    let village = try Stage.onNotice.village()
    let paper = "\u{FEFF}" + village.text(of: posted).replacingOccurrences(of: "\n", with: end)
    let verdict = try check(paper, in: village)
    #expect(verdict.status == 0, "\(verdict.answer)")
  }

  @Test func `A copy that lost its spacing is the posted paper`() throws {
    let village = try Stage.onNotice.village()
    let lines = village.text(of: posted).split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }
    let verdict = try check(lines.joined(separator: "\n"), in: village)
    #expect(verdict.status == 0, "\(verdict.answer)")
  }

  @Test func `A copy in GB 18030 is the posted paper`() throws {
    let village = try Stage.onNotice.village()
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    let copy = try #require(village.text(of: posted).data(using: encoding))
    let verdict = try check(Array(copy), in: village)
    #expect(verdict.status == 0, "\(verdict.answer)")
  }

  @Test func `Digits typed in wide groups of any length are read`() throws {
    let village = try Stage.onNotice.village()
    let notice = try village.done("2026-10-28", "notice show")
    let code = try #require(notice["fingerprint"].text)
    let grouped = stride(from: 0, to: 64, by: 4).map { start in
      String(code.dropFirst(start).prefix(4))
    }.joined(separator: " ")
    let wide = code.uppercased().unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }
    let typed = wide.enumerated().map { index, scalar in
      (index > 0 && index % 8 == 0 ? "－\n　" : "") + String(scalar)
    }.joined()
    let paper = village.text(of: posted)
    #expect(paper.contains(grouped))
    let verdict = try check(paper.replacingOccurrences(of: grouped, with: typed), in: village)
    #expect(verdict.status == 0, "\(verdict.answer)")
  }

  @Test func `A paper is checked when the kept text is gone or was changed`() throws {
    let village = try Stage.effective.village()
    let paper = village.text(of: posted)
    try village.edit(posted, "+2.0", "+9.0")
    #expect(try check(paper, in: village).status == 0)
    #expect(try check(village.text(of: posted), in: village).codes == ["V506"])
    try village.folder.remove(posted)
    try village.folder.remove("notices/2026-10.salt")
    #expect(try check(paper, in: village).status == 0)
    #expect(
      try check(paper.replacingOccurrences(of: "+5.0", with: "+6.0"), in: village).codes
        .allSatisfy { $0 == "V506" })
  }

  @Test func `A supplement is known by its own number`() throws {
    let village = try supplemented()
    let verdict = try check(village.folder.bytes("notices/2026-10-2.txt") ?? [], in: village)
    #expect(verdict.status == 0, "\(verdict.answer)")
    #expect(verdict.answer["notice"].text == "2026-10-2")
    #expect(verdict.answer["month"].text == "2026-10")
    #expect(try check(village.folder.bytes(posted) ?? [], in: village).status == 0)
  }

  func supplemented() throws -> Village {
    let village = try Stage.onNotice.village()
    for (day, line) in [
      ("2026-10-28", "objection file 2026-10-0009 --why 不对"), ("2026-11-03", "confirm"),
      (
        "2026-11-05",
        "objection resolve O-2026-10-01 --outcome amend --points 2 --why 核实为一人 "
          + "--meeting 2026-11 --votes 5-0-0"
      ), ("2026-11-05", "notice supplement --month 2026-10"),
    ] {
      try village.done(day, line)
    }
    return village
  }
}
