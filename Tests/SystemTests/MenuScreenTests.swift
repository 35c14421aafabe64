import TestSupport
import Testing

/// The menu and the questions as they stand on a screen, key by key; kept as fixtures.
@Suite("The menu on a screen") struct MenuScreenTests {
  @Test(arguments: [80, 40])
  func `the first screen, and an entry as far as its yes`(_ columns: Int) throws {
    let village = try Stage.recorded.village()
    let before = village.fingerprint
    let terminal = try Terminal(
      "'\(Binary.path)' --today 2026-10-25 菜单", in: village, columns: columns, lines: 24)
    defer { terminal.close() }
    try terminal.awaits("办什么（序号）：")
    #expect(goldenDifference(terminal.screen(), "screens/menu-\(columns).txt") == nil)
    try terminal.type("2", then: "]：")
    try terminal.type("GI04", then: "谁：")
    try terminal.type("1组", then: "]：")
    try terminal.type("", then: "佐证（回车不写）：")
    try terminal.type("照片", then: "办吗（y 办，n 不办，< 改）：")
    #expect(goldenDifference(terminal.screen(), "screens/menu-yes-\(columns).txt") == nil)
    try terminal.type("n", then: "办什么（序号）：")
    #expect(village.fingerprint == before)
  }
}
