import Foundation
import TestSupport
import Testing
import XinyiText

/// `docs/errors.md` and `help CODE` are the program's own table of explanations.
@Suite struct ErrorPageTests {
  @Test func `The page of codes is what the program says of them`() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/errors.md")
    if ProcessInfo.processInfo.environment["XINYI_WRITE_GOLDEN"] == "1" {
      try Data(Explanation.page.utf8).write(to: page)
    }
    let text = try String(contentsOf: page, encoding: .utf8)
    #expect(text == Explanation.page)
  }

  @Test func `Codes stand in ascending order in their chapter, each once`() {
    let codes = Explanation.chapters.map { $0.explanations.map(\.code) }
    for chapter in codes where !chapter.contains("X070") {
      #expect(chapter == chapter.sorted())
    }
    #expect(Set(codes.joined()).count == codes.joined().count)
    #expect(codes.joined().count > 300)
  }

  @Test(arguments: ["R301", "r301", "Ｒ３０１", "[R301]", "ｒ301"])
  func `A code is looked up however it is typed`(_ typed: String) throws {
    let run = try Binary.run(["帮助", typed])
    #expect(run.status == 0, "\(run.complaint)")
    #expect(
      run.text == """
        R301：可兑换积分不足。
          例：有 3.5 分，要换 10 分的。
          办法：换少一点，或以后再来。
          种类：村里的规则不允许，什么也没有记（退出码 1）

        """)
  }

  @Test func `A code that there is not is said to be none`() throws {
    let run = try Binary.run(["帮助", "R999"])
    #expect(run.status == 2)
    #expect(run.complaint == "未执行：没有“R999”这个代码 [U016]\n  查看用法：xinyi 帮助\n")
  }

  @Test func `Every explanation has something to do, in whole sentences`() {
    for explanation in Explanation.chapters.flatMap(\.explanations) {
      for text in [explanation.meaning, explanation.remedy] {
        #expect(text.hasSuffix("。") || text.hasSuffix("`"), "\(explanation.code): \(text)")
        #expect(text.count >= 3, "\(explanation.code)")
      }
    }
  }
}
