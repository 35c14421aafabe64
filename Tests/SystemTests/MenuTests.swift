import TestSupport
import Testing
import XinyiText

/// Everything by numbers, for who does not type commands.
@Suite("The menu does the month by numbers") struct MenuTests {
  private let task = "办什么（序号）："
  private let yes = "办吗（y 办，n 不办，< 改）："

  private func menu(
    _ village: Village, on day: String, columns: UInt16 = 80
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      ["-C", village.folder.path, "--today", day, "菜单"], columns: columns,
      environment: village.environment)
    try terminal.awaits(task)
    return terminal
  }

  /// One task of the menu: its answers, each with the question that follows; the last is a yes.
  private func serve(
    _ village: Village, on day: String, _ steps: [(answer: String, then: String)]
  ) throws -> String {
    let terminal = try menu(village, on: day)
    for (answer, prompt) in steps { try terminal.type(answer, then: prompt) }
    terminal.press("0")
    #expect(try terminal.end() == 0)
    return terminal.shown
  }

  private func record(
    _ rule: String, _ who: String, _ on: String, _ evidence: String, quantity: String? = nil
  ) -> [(answer: String, then: String)] {
    var steps = [("2", "]："), (rule, "谁："), (who, "]："), (on, "佐证（回车不写）：")]
    if let quantity {
      steps[3].1 = "数量："
      steps.append((quantity, "佐证（回车不写）："))
    }
    return steps + [(evidence, yes), ("y", task)]
  }

  /// The month of the README, once by the menu alone and once by commands: the balances agree.
  @Test func `a month by the menu alone ends as the month by commands does`() throws {
    let (byMenu, byCommands) = (try Stage.founded.village(), try Stage.founded.village())
    for village in [byMenu, byCommands] {
      try village.done("2026-10-01", "person consent 0012 --for platform")
      try village.done("2026-10-01", "shop add XYF --name 洗衣粉 --price 10 --unit 袋")
      try village.done("2026-10-01", "shop receive XYF 20")
      try village.done("2026-10-02", "record DD04 0025 --on 10-02 --evidence 签名")
    }
    let folder = try TemporaryFolder()
    for line in [
      "record GI04 0012 --on 10-04 --evidence 照片",
      "record GI01 0012 --quantity 48 --on 10-18 --evidence 签到表",
      "record GI05 户:012 --on 10-24 --evidence 检查表", "record DD04 0012 --on 10-25 --evidence 签名",
    ] { try byCommands.done("2026-10-25", line) }
    for line in [
      "review open --present 21-25 --chair 21", "review approve 0002", "review approve --rest",
      "review close",
    ] { try byCommands.done("2026-10-26", line) }
    try byCommands.done("2026-10-27", "notice publish")
    try byCommands.done("2026-11-03", "confirm")
    try byCommands.done("2026-11-03", "redeem 0012 XYF")
    try byCommands.done("2026-11-03", "platform export 2026-10")

    let recorded = try serve(
      byMenu, on: "2026-10-25",
      record("GI04", "苏玉强", "10-04", "照片") + record("GI01", "0012", "10-18", "签到表", quantity: "48")
        + record("GI05", "户:012", "10-24", "检查表") + record("DD04", "syq", "10-25", "签名"))
    #expect(recorded.contains("等于打："))
    _ = try serve(
      byMenu, on: "2026-10-26",
      [
        ("1", "]："), ("", "]："), ("", yes), ("y", task),
        ("3", "做什么（序号）："), ("3", "条目："), ("2", "票数（回车不写）："), ("", yes), ("y", task),
        ("3", "做什么（序号）："), ("3", "条目："), ("其余", "票数（回车不写）："), ("", yes), ("y", task),
        ("1", yes), ("y", task),
      ])
    let posted = try serve(
      byMenu, on: "2026-10-27",
      [("1", yes), ("y", task), ("4", "做什么（序号）："), ("2", "]："), ("", task)])
    #expect(posted.contains("信义积分公示"))
    let done = try serve(
      byMenu, on: "2026-11-03",
      [
        ("6", yes), ("y", task), ("7", "谁兑换："), ("苏玉强", "商品（= 算账）："),
        ("1", "商品（= 算账）："), ("=", "代领）："), ("y", "谁兑换："), ("收工", task),
        ("12", "做什么（序号）："), ("1", "]："), ("", "输出（回车不写）："), ("", yes), ("y", task),
        ("9", "做什么（序号）："), ("1", "谁："), ("苏玉强", task),
        ("16", "存放处："), (folder.path, yes), ("y", task),
      ])
    for part in ["单号：1103-01", "信义积分对账单", "已备份到"] {
      #expect(done.contains(part), "\(part)")
    }
    try byMenu.isSound()
    let balances = [byMenu, byCommands].map { try? $0.text("2026-11-03", "balance --json") }
    #expect(balances[0] != nil && balances[0] == balances[1])
    #expect(byMenu.ledgerLines.count == byCommands.ledgerLines.count)
  }

  @Test func `the end of the input ends it quietly, wherever it is`() throws {
    let village = try Stage.founded.village()
    let before = village.fingerprint
    for steps in [[], [("2", "细则：")], [("3", "做什么（序号）：")]] as [[(String, String)]] {
      let terminal = try menu(village, on: "2026-10-25")
      for (answer, prompt) in steps { try terminal.type(answer, then: prompt) }
      terminal.send("\u{4}")
      #expect(try terminal.end() == 0)
      #expect(village.fingerprint == before)
    }
  }

  @Test func `back and nothing lead out everywhere`() throws {
    let village = try Stage.founded.village()
    let terminal = try menu(village, on: "2026-10-25")
    try terminal.type("99", then: task)
    try terminal.type("2", then: "细则：")
    try terminal.type("<", then: task)
    try terminal.type("3", then: "做什么（序号）：")
    try terminal.type("0", then: task)
    try terminal.type("?", then: task)
    terminal.press("<")
    #expect(try terminal.end() == 0)
  }

  @Test func `nothing is wider than a screen of forty columns`() throws {
    let village = try Stage.recorded.village()
    let terminal = try menu(village, on: "2026-10-26", columns: 40)
    for (answer, prompt) in [
      ("1", "]："), ("", "]："), ("", yes), ("y", task), ("3", "做什么（序号）："), ("2", task),
      ("2", "]："), ("2", "第几项："), ("8", "谁："), ("1组 0012", "]："), ("?", "]："),
      ("", "佐证（回车不写）："), ("签到表", yes), ("n", task),
    ] {
      try terminal.type(answer, then: prompt)
    }
    terminal.press("0")
    #expect(try terminal.end() == 0)
    let lines = terminal.shown.split(separator: "\n").map(String.init)
    #expect(lines.count > 50)
    for line in lines { #expect(displayWidth(of: line) <= 40, "\(line)") }
  }

  /// A clean-up day: the whole of the keys, from the menu to the answer.
  @Test func `forty people are recorded with about thirty keys`() throws {
    let village = try Stage.founded.village()
    let people = (101...142).map { "村民\($0),0\($0),\($0),5组,是,," }.joined(separator: "\n")
    try village.importRoster("姓名,编号,户号,组,户主,出生日期,角色\n\(people)\n")
    let terminal = try menu(village, on: "2026-10-25")
    for (answer, prompt) in [
      ("2", "细则："), ("GI01", "谁："), ("5组 除 107 119", "]："), ("", "数量："),
      ("4", "佐证（回车不写）："), ("签到表", yes), ("y", task),
    ] {
      try terminal.type(answer, then: prompt)
    }
    #expect(terminal.keys <= 36, "\(terminal.keys)")
    #expect(terminal.shown.contains("共 40 人，+40.0 分。"))
    terminal.press("0")
    #expect(try terminal.end() == 0)
    try village.isSound()
  }
}
