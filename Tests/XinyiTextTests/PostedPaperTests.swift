import Testing
import XinyiLedger
import XinyiText

@Suite struct PostedPaperTests {
  private static let code = String(repeating: "cf8a42d7", count: 8)

  private func paper(_ section: String, body: String = "") -> PostedPaper? {
    PostedPaper(body + section)
  }

  @Test(arguments: ["六、", "十一、", "6、", "６．", "(六) ", "  六、", ""])
  func `the section is found under any ordinal`(_ ordinal: String) {
    #expect(paper("正文\n\(ordinal)账本校验码（账本第1至5行；…）\n") != nil)
  }

  @Test(arguments: ["账本校验码", "见第六、账本校验码（附后）", "六、校验码（账本第1至5行）", ""])
  func `what only mentions the code is no section`(_ line: String) {
    #expect(paper(line) == nil)
  }

  @Test func `the section is read however it is spaced`() {
    let digits = Self.code.map { "\($0) " }.joined()
    let text =
      "六、账本校验码（账本第１至１８４７行；账上改动任何一个字，此码就对不上）\n\(digits)\n"
      + "上期校验码前16位：3d29 be89\n0501 ef8b\n核对：xinyi 查账 --校验码 cf8a42d7cf8a42d7\n"
      + "或者：head -n 1847 ledger.jsonl | sha256sum\n"
    let section = paper(text)?.section
    #expect(section?.records == 1847)
    #expect(section?.digits == Self.code)
    #expect(section?.previous == .digits("3d29be890501ef8b"))
    #expect(section?.recipeDigits == "cf8a42d7cf8a42d7")
    #expect(section?.recipeRecords == 1847)
  }

  @Test func `numbers that no ledger has are not read`() {
    let text = "六、账本校验码（账本第1至99999999999999999999行）\n上期校验码前16位：无（本村第一期公示）"
    let section = paper(text)?.section
    #expect(section?.records == nil)
    #expect(section?.digits.isEmpty == true)
    #expect(section?.previous == PostedPaper.Section.Previous.none)
    #expect(section?.recipeDigits == nil)
  }

  @Test(arguments: [
    ("（苏庄信义公示〔2026〕10号）", "2026-10"), ("（苏庄信义公示〔2026〕9号）", "2026-09"),
    ("（苏庄信义公示〔2026〕10-2号）", "2026-10-2"), ("（苏庄信义公示〔２０２６〕１０号）", "2026-10"),
    ("（苏庄信义公示〔2026〕13号）", nil), ("（苏庄信义公示〔2026〕号）", nil), ("无号", nil),
  ]) func `the official number names the notice`(_ line: String, _ number: String?) {
    let paper = paper("六、账本校验码（", body: "苏庄村2026年10月信义积分公示\n\(line)\n\n全体村民：\n")
    #expect(paper?.number == number.flatMap { NoticeNumber($0) })
    #expect(paper?.isTitled(by: "苏庄村") == true)
    #expect(paper?.isTitled(by: "李庄村") == false)
  }

  private func differences(_ paper: [String], _ ledger: [String]) -> [String] {
    PaperDifference.between(paper, ledger, limit: 5).map {
      "\($0.line) \($0.paper ?? "·")|\($0.ledger ?? "·")"
    }
  }

  @Test func `two texts meet again after a line that was changed, lost or put in`() {
    let text = ["甲", "----", "乙", "----", "丙", "----", "丁"]
    #expect(differences(text, text).isEmpty)
    #expect(differences(["", " 甲 ", "----"] + text[2...], text).isEmpty)
    #expect(differences(["甲", "----", "X", "----", "丙", "----", "丁"], text) == ["3 X|乙"])
    #expect(differences(["甲", "----", "丙", "----", "丁"], text) == ["3 ·|乙", "3 ·|----"])
    #expect(differences(text + ["戊"], text) == ["8 戊|·"])
    #expect(differences([], text).count == 5)
    #expect(differences(["X", "Y"], ["甲"]) == ["1 X|甲", "2 Y|·"])
  }
}
