import Foundation
import TestSupport
import Testing

/// Papers that are not the posted one, ledgers that are not the one named, files that are neither.
extension NoticeCheckTests {
  @Test func `Points changed on the paper are shown beside the posted ones`() throws {
    let village = try Stage.onNotice.village()
    var lines = village.text(of: posted).components(separatedBy: "\n")
    let index = try #require(lines.firstIndex { $0.contains("+5.0") && $0.contains("GY02") })
    let line = lines[index]
    lines[index] = line.replacingOccurrences(of: "+5.0", with: "+9.0")
    let verdict = try check(lines.joined(separator: "\n"), in: village)
    #expect(verdict.status == 3)
    #expect(verdict.codes == ["V506"])
    let finding = verdict.answer["findings"][0]
    #expect(finding["file"].text == "纸.txt")
    #expect(finding["line"].whole == index + 1)
    #expect(finding["message"].text == "这一行与账上的不同；纸上：\(lines[index])；账上：\(line)")
  }

  @Test func `Lines put in and left out are told without the lines around them`() throws {
    let village = try Stage.onNotice.village()
    var lines = village.text(of: posted).components(separatedBy: "\n")
    let index = try #require(lines.firstIndex { $0.contains("GY02") })
    let gone = lines.remove(at: index)
    lines.insert("099   赵*新         9组   10-01   GI04   主动维护   +2.0", at: index + 4)
    let verdict = try check(lines.joined(separator: "\n"), in: village)
    let messages = verdict.answer["findings"].list?.compactMap { $0["message"].text } ?? []
    #expect(verdict.codes == ["V506", "V506"], "\(verdict.answer)")
    #expect(messages.first == "纸上这里少一行；账上：\(gone)")
    #expect(messages.last?.hasPrefix("账上没有这一行；纸上：099") == true)
  }

  @Test func `Of a paper with another text no more than twenty lines are shown`() throws {
    let village = try Stage.onNotice.village()
    let parts = village.text(of: posted).components(separatedBy: "、账本校验码（")
    let other = (1...100).map { "第 \($0) 行\n" }.joined()
    let verdict = try check(other + "六、账本校验码（" + parts[1], in: village)
    #expect(verdict.codes.filter { $0 == "V506" }.count == 21)
    #expect(verdict.codes.contains("V508"))
  }

  @Test func `A ledger that went back behind the paper is told, with both numbers`() throws {
    let village = try Stage.onNotice.village()
    let older = try Stage.closed.village()
    let lines = village.ledgerLines.count
    let verdict = try check(village.folder.bytes(posted) ?? [], in: older)
    #expect(verdict.status == 3)
    #expect(verdict.codes == ["V504", "V508"])
    let message = try #require(verdict.message(of: "V504"))
    #expect(message.contains("前 \(lines) 行"))
    #expect(message.contains("只有 \(older.ledgerLines.count) 行"))
  }

  @Test func `A ledger cut off before its head is checked as far as it goes`() throws {
    let village = try Stage.effective.village()
    let paper = village.folder.bytes(posted) ?? []
    try village.forge { $0.removeLast() }
    let later = try check(paper, in: village)
    #expect(later.status == 4)
    #expect(later.codes == ["V110"])
    try village.forge { $0.removeLast(12) }
    let earlier = try check(paper, in: village)
    #expect(earlier.status == 4)
    #expect(earlier.codes.first == "V110")
    #expect(earlier.codes.contains("V504"))
  }

  @Test func `A ledger whose hashes were all made anew has not the code of the paper`() throws {
    let village = try Stage.effective.village()
    try village.forgeWhole(
      try village.line(of: "recorded"), #""by":"clerk""#, #""by":"klerk""#)
    let verdict = try check(village.folder.bytes(posted) ?? [], in: village)
    #expect(verdict.status == 3)
    #expect(verdict.codes == ["V501"])
    #expect(verdict.message(of: "V501")?.contains("被改动过") == true)
    #expect(verdict.message(of: "V501")?.contains("抄错") == false)
  }

  @Test func `One digit that was typed wrong is told by its group`() throws {
    let village = try Stage.onNotice.village()
    let code = try #require(
      try village.done("2026-10-28", "notice show")["fingerprint"].text)
    let group = String(code.prefix(4))
    let typed = String(code.prefix(3)) + (code.dropFirst(3).first == "0" ? "1" : "0")
    let paper = village.text(of: posted)
      .replacingOccurrences(of: "  \(group) ", with: "  \(typed) ")
    let verdict = try check(paper, in: village)
    #expect(verdict.codes == ["V501", "V509"])
    #expect(verdict.message(of: "V501")?.contains("只有第 1 组不同") == true)
  }

  @Test func `The paper of another village is told by its title and its code`() throws {
    let village = try Stage.onNotice.village()
    let line = "init {} --name 李庄村 --town 侯营镇 --county 东昌府区 --practice --today 2026-10-01"
    let folder = try TemporaryFolder()
    _ = try Binary.run(
      line.replacingOccurrences(of: "{}", with: folder.path).split(separator: " ")
        .map(String.init))
    let other = Village(folder: folder)
    let verdict = try check(village.folder.bytes(posted) ?? [], in: other)
    #expect(verdict.status == 3)
    #expect(verdict.codes == ["V504", "V508"])
    #expect(verdict.answer["notice"].text == "2026-10")
    #expect(verdict.message(of: "V508")?.contains("李庄村") == true)
  }

  @Test func `A code with another count of lines, or of no notice, is told`() throws {
    let village = try Stage.effective.village()
    let records = try #require(
      try village.done("2026-11-03", "notice show")["records"].whole)
    let paper = village.text(of: posted)
    let moved = paper.replacingOccurrences(of: "第1至\(records)行", with: "第1至\(records - 1)行")
    #expect(try check(moved, in: village).codes == ["V505", "V509"])
    let digest = try Village.sha256(
      village.ledgerLines.prefix(records - 1).map { $0 + "\n" }.joined())
    let code = try #require(
      paper.components(separatedBy: "\n").drop { !$0.contains("、账本校验码（") }.dropFirst().first)
    let forged = moved.replacingOccurrences(of: code, with: "  " + digest)
    let verdict = try check(forged, in: village)
    #expect(verdict.codes == ["V505", "V509"])
    #expect(verdict.message(of: "V505")?.contains("不是公示") == true)
  }

  @Test func `What the section lacks is told, all at once`() throws {
    let village = try Stage.onNotice.village()
    let lines = village.text(of: posted).components(separatedBy: "\n")
    let start = try #require(lines.firstIndex { $0.contains("、账本校验码（") })
    let body = lines[..<start].joined(separator: "\n")
    let verdict = try check(body + "\n十一、账本校验码（\n  cf8a 42d7\n", in: village)
    #expect(verdict.status == 3)
    #expect(verdict.codes == ["V503", "V503", "V507"])
    #expect(verdict.answer["records"].isNull)
    #expect(verdict.answer["fingerprint"].isNull)
    let whole = village.text(of: posted)
    #expect(try check(whole + whole, in: village).codes == ["V503"])
  }

  @Test func `A previous code that is not the previous notice's is told`() throws {
    let village = try supplemented()
    let second = village.text(of: "notices/2026-10-2.txt")
    let digits = try #require(second.firstMatch(of: /前16位：([0-9a-f ]+)/)).1
    let none = second.replacingOccurrences(of: digits, with: "无（本村第一期公示）")
    #expect(try check(none, in: village).codes == ["V507"])
    let other = second.replacingOccurrences(of: digits, with: "0000 0000 0000 0000")
    #expect(try check(other, in: village).codes == ["V507"])
    let first = village.text(of: posted).replacingOccurrences(of: "无（本村第一期公示）", with: digits)
    #expect(try check(first, in: village).codes == ["V507"])
  }

  @Test func `The number of another notice over this one's code is told`() throws {
    let village = try supplemented()
    let paper = village.text(of: "notices/2026-10-2.txt")
      .replacingOccurrences(of: "〕10-2号", with: "〕10号")
    let verdict = try check(paper, in: village)
    #expect(verdict.codes.first == "V508")
    #expect(verdict.answer["notice"].text == "2026-10-2")
  }

  @Test func `A section alone says that there was no body to compare`() throws {
    let village = try Stage.onNotice.village()
    let section = village.text(of: posted).components(separatedBy: "、账本校验码（")[1]
    #expect(try check("六、账本校验码（" + section, in: village).codes == ["V506"])
  }

  // MARK: Behind the body

  @Test(arguments: [
    "0012 苏玉强 +50.0 分 特别加分", "另：张三奖励五十分", "第3页（共3页）", "无效",
  ]) func `A line put in behind the code is told with its number`(_ line: String) throws {
    let village = try Stage.onNotice.village()
    let lines = village.text(of: posted).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let start = try #require(lines.firstIndex { $0.contains("、账本校验码（") })
    for place in [start + 1, start + 3, start + 6, lines.count - 1] {
      let paper = lines[..<place] + [line] + lines[place...]
      let verdict = try check(paper.joined(separator: "\n"), in: village)
      #expect(verdict.status == 3)
      let finding = verdict.answer["findings"].row(where: "code", is: "V506")
      #expect(finding["line"].whole == place + 1, "\(verdict.answer)")
      #expect(finding["message"].text == "账上没有这一行；纸上：\(line)")
    }
  }

  @Test(arguments: [
    ("收到异议____件", "收到异议0件，另：0012 奖 500 分"), ("第__________________条", "第无，另0012奖500分条"),
    ("第__________________条", "第100000条"), ("____件", "00012件"), ("自____年", "自2026500年"),
    ("无（本村第一期公示）", "无效"), ("无（本村第一期公示）", "无"), ("改动任何一个字", "改动个别字"),
    ("信用管理员（签字）：", "信用管理员（签字）：0012加50"), ("其余各条无异议", "其余各条有异议"),
    ("xinyi 查账 --校验码", "xinyi 不查 --校验码"), ("| sha256sum", "| md5sum"), ("（演练，不盖章）", "（盖章）"),
  ]) func `Words changed behind the body are told`(_ old: String, _ new: String) throws {
    let village = try Stage.onNotice.village()
    let lines = village.text(of: posted).components(separatedBy: "\n")
    let start = try #require(lines.firstIndex { $0.contains("、账本校验码（") })
    let ending = lines[start...].joined(separator: "\n")
    #expect(ending.contains(old))
    let changed = ending.replacingOccurrences(of: old, with: new)
    let paper = lines[..<start].joined(separator: "\n") + "\n" + changed
    let number = changed.components(separatedBy: "\n").firstIndex { $0.contains(new) }
    let verdict = try check(paper, in: village)
    #expect(verdict.status == 3)
    #expect(verdict.codes.allSatisfy { $0 == "V506" || $0 == "V507" || $0 == "V509" })
    let finding = verdict.answer["findings"].row(where: "code", is: "V506")
    #expect(finding["line"].whole == number.map { $0 + start + 1 }, "\(verdict.answer)")
  }

  @Test func `More lines than the heading says are told`() throws {
    let village = try Stage.onNotice.village()
    let records = village.ledgerLines.count
    let paper = village.text(of: posted)
      .replacingOccurrences(of: "第1至\(records)行", with: "第1至\(records)行以及第\(records + 1)至9999行")
    #expect(try check(paper, in: village).codes == ["V506"])
  }

  @Test func `A paper that ends before its signatures is told`() throws {
    let village = try Stage.onNotice.village()
    let paper = village.text(of: posted).components(separatedBy: "信用议事会召集人")[0]
    let verdict = try check(paper, in: village)
    #expect(verdict.status == 3)
    #expect(Set(verdict.codes) == ["V506"])
  }

  @Test func `A long tail is told, and not line by line`() throws {
    let village = try Stage.onNotice.village()
    let tail = (1...2000).map { "第 \($0) 行\n" }.joined()
    let verdict = try check(village.text(of: posted) + tail, in: village)
    #expect(verdict.codes == Array(repeating: "V506", count: 21))
  }

  @Test(arguments: [
    [("____件", "0件"), ("第__________________条", "第无条")],
    [("____件", "二件"), ("第__________________条", "第3、15条"), ("自____年__月__日", "自2026年11月3日")],
    [("召集人（签字）：", "召集人（签字）：苏玉强"), ("管理员（签字）：", "管理员（签字）：\n张三")],
    [("监督委员会成员（签字）：", "监督委员会成员（签字）：张三、李四 王五"), ("____年__月__日", "二〇二六年十一月三日")],
  ]) func `A paper whose blanks were filled in is the posted paper`(
    _ blanks: [(old: String, new: String)]
  ) throws {
    let village = try Stage.onNotice.village()
    var paper = village.text(of: posted)
    for (old, new) in blanks {
      #expect(paper.contains(old))
      paper = paper.replacingOccurrences(of: old, with: new)
    }
    let verdict = try check(paper, in: village)
    #expect(verdict.status == 0, "\(verdict.answer)")
  }

  @Test func `The code in one run and in one line with its heading is read`() throws {
    let village = try Stage.onNotice.village()
    let paper = village.text(of: posted)
    let code = try #require(
      paper.components(separatedBy: "\n").drop { !$0.contains("、账本校验码（") }.dropFirst().first)
    let run = code.replacingOccurrences(of: " ", with: "")
    for typed in ["\n" + run, " " + run.uppercased()] {
      let verdict = try check(
        paper.replacingOccurrences(of: "\n" + code, with: typed), in: village)
      #expect(verdict.status == 0, "\(verdict.answer)")
    }
  }

  @Test func `Beyond the damage of a ledger a paper is not checked`() throws {
    let village = try Stage.effective.village()
    let paper = village.folder.bytes(posted) ?? []
    try village.forge { $0[39] = $0[39].replacing("clerk", with: "klerk") }
    let outside = try TemporaryFolder()
    try outside.write(paper, to: "纸.txt")
    let run = try village.run("2026-11-12", "notice check \(outside.path("纸.txt"))")
    #expect(run.status == 3)
    #expect(run.text.contains("账本坏了，好的行数不到纸上写的第"))
    #expect(!run.text.contains("退回"))
    #expect(try check(paper, in: village).codes == ["V114"])
  }

  // MARK: Files that are no papers

  @Test func `A text without the section is refused with a remedy`() throws {
    let (status, error) = try complaint(about: Array("苏庄村2026年10月信义积分公示\n".utf8))
    #expect(status == 3)
    #expect(error["code"].text == "V502")
    #expect(error["file"].text == "纸.txt")
    #expect(error["hint"].text?.contains("notice") == false)
    #expect(error["hint"].text?.contains("xinyi verify --fingerprint") == true)
  }

  @Test func `What is no text is refused`() throws {
    let garbage = try complaint(about: (0..<3000).map { UInt8(truncatingIfNeeded: $0 * $0 + 129) })
    #expect(garbage.status == 3)
    #expect(["E401", "E405"].contains(garbage.error["code"].text))
    let zeros = try complaint(about: [UInt8](repeating: 0, count: 100))
    #expect(zeros.status == 3)
    #expect(zeros.error["code"].text == "E405")
    let empty = try complaint(about: [])
    #expect(empty.error["code"].text == "V502")
  }

  @Test(.timeLimit(.minutes(1)))
  func `A pipe that nobody writes to is refused, one from the shell is read`() throws {
    let village = try Stage.onNotice.village()
    let outside = try TemporaryFolder()
    #expect(mkfifo(outside.path("pipe"), 0o600) == 0)
    for path in [outside.path("pipe"), "/dev/zero"] {
      try village.refused("2026-10-28", "notice check \(path)", "V303", status: 3)
      try village.refused("2026-10-28", "person import \(path)", "V303", status: 3)
    }
    let command = "'\(Binary.path)' -C '\(village.folder.path)' notice check"
    let paper = "'\(village.folder.path(posted))'"
    for line in ["\(command) <(cat \(paper))", "cat \(paper) | \(command) /dev/stdin"] {
      let run = try Binary.start("/bin/bash", ["-c", line], environment: Binary.environment).wait()
      #expect(run.status == 0, "\(run.complaint)")
    }
  }

  @Test func `A missing file is told`() throws {
    let village = try Stage.onNotice.village()
    try village.refused("2026-10-28", "notice check \(village.folder.path)/无", "V303", status: 3)
    try village.refused("2026-10-28", "notice check \(village.folder.path)", "V303", status: 3)
    try village.refused("2026-10-28", "notice check", "U009", status: 2)
  }
}
