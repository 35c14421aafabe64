import TestSupport
import Testing
import XinyiText

/// A terminal of forty columns under `LANG=C`: the words stay Chinese, and no line is broken by
/// the terminal itself.
@Suite struct NarrowScreenTests {
  @Test(arguments: [
    ("xinyi 帮助 | tail -0; xinyi 帮助 记分", "不知道会怎样"), ("xinyi 记分 --帮助", "--账本"),
    ("xinyi --today 2026-10-26 进度", "下一步"), ("xinyi --today 2026-10-26 自检", "共查"),
    ("xinyi 进度 --票数 1-0-0", "U005"), ("xinyi 帮助 R114", "办法"), ("xinyi 天气预报一二三四五六七八九十", "U001"),
  ])
  func `Every line fits forty columns`(_ line: String, _ word: String) throws {
    let village = try Stage.recorded.village()
    let screen = try Screen(line, in: village.folder.path, columns: 40, locale: "C")
    defer { screen.close() }
    let lines = try screen.shows(word)
    #expect(lines.allSatisfy { displayWidth(of: $0) <= 40 })
    let joined = try screen.lines(joined: true)
    #expect(lines.filter { !$0.isEmpty }.count == joined.filter { !$0.isEmpty }.count, "\(lines)")
  }

  @Test func `The doctor sees how narrow the screen is`() throws {
    let village = try Stage.recorded.village()
    let screen = try Screen(
      "xinyi --today 2026-10-26 自检", in: village.folder.path, columns: 60, locale: "C")
    defer { screen.close() }
    try screen.shows("屏幕只有 60 列")
  }
}
