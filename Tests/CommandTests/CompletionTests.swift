import Testing

@testable import xinyi

struct CompletionTests {
  private func candidates(_ words: String, _ start: String) -> [String] {
    let words = words.split(separator: " ").map(String.init)
    return Completion(table: Sample.table).candidates(after: words, start: start)
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

  @Test func `The values of a choice are offered`() {
    #expect(candidates("notice show --format", "h") == ["html"])
    #expect(candidates("导出", "表") == ["表格"])
  }
}
