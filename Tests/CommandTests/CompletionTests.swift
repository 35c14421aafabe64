import Testing

@testable import xinyi

struct CompletionTests {
  private func candidates(_ words: String, _ start: String) -> [String] {
    let words = words.split(separator: " ").map(String.init)
    let completion = Completion(table: Sample.table, known: { _, _ in [] })
    guard case .words(let found) = completion.offer(after: words, start: start) else {
      return ["files"]
    }
    return found.map(\.word)
  }

  @Test func `Commands and sub-commands are offered in both languages`() {
    #expect(candidates("", "re") == ["record", "review", "redeem"])
    #expect(candidates("", "记") == ["记分"])
    #expect(candidates("议事", "") == ["open", "开会", "approve", "通过", "minutes", "记录"])
  }

  @Test func `Options that are still open are offered`() {
    #expect(candidates("review approve", "--r") == ["--rest", "--receipt"])
    #expect(candidates("review approve --rest", "--r") == ["--receipt"])
  }

  @Test func `Where a file is wanted, the shell offers its own`() {
    #expect(candidates("export csv --output", "") == ["files"])
    #expect(candidates("-C", "") == ["files"])
  }

  @Test func `Help offers tasks and commands`() {
    #expect(candidates("帮助", "改") == ["改错"])
    #expect(candidates("help", "rec") == ["record"])
    #expect(candidates("help review", "op") == ["open"])
  }

  @Test func `Nothing is offered behind what is no command`() {
    #expect(candidates("nonsense", "") == [])
    #expect(candidates("status more", "") == [])
  }

  @Test func `The values of a choice are offered`() {
    #expect(candidates("notice show --format", "h") == ["html"])
    #expect(candidates("导出", "表") == ["表格"])
  }
}
