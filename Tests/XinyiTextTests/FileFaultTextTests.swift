import Testing
import XinyiLedger
import XinyiText

private func fault(_ kind: FileFault.Kind, _ excerpt: String, at range: Range<Int>) -> FileFault {
  FileFault(
    file: "catalog.json", line: 48, column: range.lowerBound + 1, excerpt: excerpt,
    caretStart: range.lowerBound, caretEnd: range.upperBound, kind: kind)
}

@Suite struct FileFaultTextTests {
  @Test func `a fault shows place, sentence, the file's own line, a caret and the remedy`() {
    let kind = FileFault.Kind.wrongType(
      expected: .number, expectation: Points.expectation, key: "points", found: .text,
      source: "\"五\"")
    #expect(
      text(of: fault(kind, #"  {"code": "GI04", "points": "五", "#, at: 29..<32)) == #"""
        catalog.json:48:30: 错误[E204] 分值必须是数字，这里是文字 "五"
           |
        48 |   {"code": "GI04", "points": "五", 
           |                              ^^^^
           = 改法：写成 "points": 5（不加引号）
        """#)
  }

  @Test func `the caret stands under its place behind Chinese text`() {
    let lines = text(of: fault(.trailingComma, "{\"名\": \"王小明\",}", at: 11..<12))
      .split(separator: "\n")
    #expect(lines[3] == "   |                ^")
  }

  @Test func `control characters of the file do not reach the terminal`() {
    let shown = text(of: fault(.controlCharacter(27), "a\u{1b}[31mb\t\u{202e}c", at: 1..<2))
    #expect(shown.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 32 && $0 != "\u{202e}" })
  }

  @Test(
    arguments: [
      ("五", "5"), ("十", "10"), ("二十三", "23"), ("两", "2"), ("2.5", "2.5"), ("２", "2"),
      ("很多", "5"), ("", "5"), ("05", "5"), ("-1", "-1"),
    ]) func `a number in words is offered in digits`(words: String, digits: String)
  {
    let kind = FileFault.Kind.wrongType(
      expected: .number, expectation: nil, key: "a", found: .text, source: "\"\(words)\"")
    #expect(remedy(of: kind) == "写成 \"a\": \(digits)（不加引号）")
  }
}
