import Testing

@testable import xinyi

struct CommandTextTests {
  @Test func `A quoted command uses the language that was typed`() {
    let command = CommandText(.reviewOpen).option(.month, "2026-10")
    #expect(command.text(in: .english) == "xinyi review open --month 2026-10")
    #expect(command.text(in: .chinese) == "xinyi 议事 开会 --月份 2026-10")
  }

  @Test func `Choices and flags are quoted in that language too`() {
    let command = CommandText(.objectionResolve).word("O-2026-10-01")
      .option(.outcome, "dismiss", of: .outcomes).flag(.dryRun)
    #expect(
      command.text(in: .chinese) == "xinyi 异议 答复 O-2026-10-01 --结果 维持 --试算")
    #expect(
      command.text(in: .english)
        == "xinyi objection resolve O-2026-10-01 --outcome dismiss --dry-run")
  }

  @Test func `An option of several meanings is named for the command`() {
    #expect(
      CommandText(.objectionFile).option(.from, "0012").text(in: .chinese)
        == "xinyi 异议 登记 --提出人 0012")
    #expect(
      CommandText(.statement).option(.from, "2026-01-01").text(in: .chinese)
        == "xinyi 明细 --起 2026-01-01")
  }

  @Test(arguments: [
    ("0012", "0012"), ("苏玉强", "苏玉强"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("", "''"),
    ("$HOME", "'$HOME'"), ("*", "'*'"), ("~", "'~'"), ("苏*强", "'苏*强'"), ("1、2", "1、2"),
  ])
  func `A word is quoted for the shell where it must be`(_ word: String, _ quoted: String) {
    #expect(CommandText.quoted(word) == quoted)
  }

  @Test func `A line in English words is put into Chinese`() throws {
    let line = "person household split 0012 --household 013".split(separator: " ").map(String.init)
    let command = try #require(CommandText(english: line, in: .all))
    #expect(command.text(in: .chinese) == "xinyi 村民 户籍 分户 0012 --户 013")
    #expect(CommandText(english: ["nosuch"], in: .all) == nil)
  }

  @Test func `What is taken from a closed set has its Chinese word, what is typed freely stays`()
    throws
  {
    func chinese(_ line: String) throws -> String {
      let words = line.split(separator: " ").map(String.init)
      return try #require(CommandText(english: words, in: .all)).text(in: .chinese)
    }
    #expect(
      try chinese("objection resolve O-2026-10-01 --outcome cancel --why cancel --votes 5-0-0")
        == "xinyi 异议 答复 O-2026-10-01 --结果 撤销 --理由 cancel --票数 5-0-0")
    #expect(
      try chinese("person role 0012 council --from 2026-10-01")
        == "xinyi 村民 任职 0012 议事会成员 --起 2026-10-01")
    #expect(try chinese("setting set sum year --why x") == "xinyi 设置 修改 小时合计 year --理由 x")
    #expect(try chinese("reminder done T-1 --clerical") == "xinyi 提示书 已改正 T-1 --笔误")
  }

  @Test func `What is quoted is understood again`() throws {
    for language in [Language.english, .chinese] {
      let text = CommandText(.record).word("GI04").word("苏玉强").option(.on, "2026-10-08")
        .text(in: language)
      let arguments = try Sample.arguments(String(text.dropFirst("xinyi ".count)))
      #expect(arguments[word: .who].texts == ["苏玉强"])
      #expect(arguments.language == language)
    }
  }
}
