import TestSupport
import Testing

/// At a terminal what is missing is asked for, question by question; without one it is a fault.
@Suite("What is missing is asked for") struct AskingTests {
  private let day = "2026-10-25"
  private let yes = "办吗（y 办，n 不办，< 改）："

  private func terminal(
    _ village: Village, _ line: String, columns: UInt16 = 80, today: String = "2026-10-25"
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      ["-C", village.folder.path, "--today", today] + line.split(separator: " ").map(String.init),
      columns: columns, environment: village.environment)
  }

  @Test func `without a terminal the missing word is named`() throws {
    let village = try Stage.founded.village()
    try village.refused(day, "记分 GI04", "U009", status: 2)
    let run = try village.run(day, "记分 GI04")
    #expect(run.status == 2 && run.complaint.contains("缺少“谁”"))
  }

  @Test func `one question at a time, the whole line, and a yes before anything is written`() throws
  {
    let village = try Stage.founded.village()
    let before = village.fingerprint
    let terminal = try terminal(village, "记分")
    try terminal.awaits("细则：")
    try terminal.type("gi04", then: "谁：")
    try terminal.type("苏玉强", then: "日期 [2026-10-25]：")
    try terminal.type("10-24", then: "佐证（回车不写）：")
    try terminal.type("照片", then: yes)
    #expect(terminal.line.contains("xinyi 记分 GI04 苏玉强 --日期 2026-10-24 --佐证 照片"))
    #expect(village.fingerprint == before)
    terminal.press("y")
    #expect(try terminal.end() == 0)
    #expect(terminal.shown.contains("已记 1 条"))
    try village.isSound()
    let recorded = try #require(try village.events().last)["data"]
    #expect(recorded["person"].text == "0012" && recorded["on"].text == "2026-10-24")
  }

  @Test func `one of a list is picked by its number or by words that only it has`() throws {
    let village = try Stage.founded.village()
    let terminal = try terminal(village, "记分")
    try terminal.awaits("细则：")
    try terminal.type("大义", then: "第几项：")
    try terminal.type("抢险", then: "第几项：")
    #expect(terminal.shown.contains("DY04") && terminal.shown.contains("DY05"))
    try terminal.type("急病", then: "谁：")
    #expect(terminal.shown.contains("DY03 救助落水、急病、走失人员："))
    terminal.send("\u{4}")
    #expect(try terminal.end() == 2)
  }

  @Test func `what the rule needs is asked for: a quantity, a level, one of its values`() throws {
    let village = try Stage.founded.village()
    for (line, question) in [
      ("记分 GI01 0012", "数量："), ("记分 GY01 0012", "档次："), ("记分 GY02 0012", "分值："),
    ] {
      let terminal = try terminal(village, line)
      try terminal.awaits(question)
      try terminal.type("五", then: question)
      try terminal.type(line.contains("GY01") ? "1" : "5", then: yes)
      terminal.press("n")
      #expect(try terminal.end() == 0, "\(line)")
    }
  }

  @Test func `one of two of one name is picked at once`() throws {
    let village = try Stage.founded.village()
    let terminal = try terminal(village, "记分 GI04 王小芳 --佐证 照片")
    try terminal.awaits("是哪一位：")
    #expect(terminal.shown.contains("1  王小芳（0031） 031户 1组"))
    try terminal.type("2", then: yes)
    terminal.press("y")
    #expect(try terminal.end() == 0)
    #expect(try village.events().last?["data"]["person"].text == "0032")
  }

  @Test func `all that is wrong with a list is said at once and asked one by one`() throws {
    let village = try Stage.founded.village()
    let terminal = try terminal(village, "记分 GI04 21-22 王小芳 张三 九九 --佐证 照片")
    try terminal.awaits("是哪一位：")
    #expect(terminal.shown.contains("名单里有 3 处不对"))
    try terminal.type("1", then: "“张三”改成（回车去掉）：")
    try terminal.type("0012", then: "“九九”改成（回车去掉）：")
    try terminal.type("", then: yes)
    #expect(terminal.line.contains("xinyi 记分 GI04 21-22 0031 0012 --佐证 照片"))
    terminal.press("y")
    #expect(try terminal.end() == 0)
    try village.isSound()
  }

  @Test func `the last used is what Enter takes, and nothing of it is stored`() throws {
    let village = try Stage.founded.village()
    try village.done(day, "record GI04 0012 --on 10-20 --evidence 照片 --collector 0021")
    let files = Set(village.fingerprint.keys)
    let terminal = try terminal(village, "记分")
    try terminal.awaits("]：")
    #expect(terminal.shown.contains("细则 [GI04 "))
    try terminal.type("", then: "谁：")
    try terminal.type("0013", then: "日期 [2026-10-20]：")
    try terminal.type("", then: "佐证（回车不写）：")
    try terminal.type("", then: "采集员 [苏广文（0021）]：")
    try terminal.type("", then: yes)
    terminal.press("y")
    #expect(try terminal.end() == 0)
    let data = try #require(try village.events().last)["data"]
    #expect(data["rule"].text == "GI04" && data["on"].text == "2026-10-20")
    #expect(data["collector"].text == "0021")
    #expect(Set(village.fingerprint.keys) == files)
  }

  @Test func `back goes to the question before`() throws {
    let village = try Stage.founded.village()
    let terminal = try terminal(village, "记分")
    try terminal.awaits("细则：")
    try terminal.type("GI04", then: "谁：")
    try terminal.type("0012", then: "日期 [2026-10-25]：")
    try terminal.type("<", then: "谁：")
    try terminal.type("0013", then: "日期 [2026-10-25]：")
    try terminal.type("", then: "佐证（回车不写）：")
    try terminal.type("照片", then: yes)
    try terminal.type("<", then: "佐证（回车不写）：")
    try terminal.type("签名", then: yes)
    #expect(terminal.line.contains("GI04 0013 --日期 2026-10-25 --佐证 签名"))
    terminal.press("n")
    #expect(try terminal.end() == 0)
    #expect(terminal.shown.contains("没有办，什么也没有记。"))
  }

  /// Ctrl-C and the end of the input at every question leave every byte as it was.
  @Test(arguments: [("\u{3}", 130), ("\u{4}", 2)])
  func `whoever leaves in the middle leaves nothing behind`(_ key: String, _ status: Int32) throws {
    let village = try Stage.founded.village()
    let before = village.fingerprint
    let answers = [("GI04", "谁："), ("0012", "日期 [2026-10-25]："), ("", "佐证（回车不写）："), ("", yes)]
    for length in 0...answers.count {
      let terminal = try terminal(village, "记分")
      try terminal.awaits("细则：")
      for (answer, prompt) in answers.prefix(length) { try terminal.type(answer, then: prompt) }
      terminal.send(key)
      #expect(try terminal.end() == status, "\(length)")
      #expect(village.fingerprint == before, "\(length)")
    }
  }

  @Test func `a year's end wants its count typed at a terminal; a script means it`() throws {
    let village = try Stage.yearOver.village()
    let before = village.fingerprint
    let terminal = try terminal(village, "年结 结转 2026", today: "2027-01-15")
    try terminal.awaits("要办，请写出账户个数（n 不办）：")
    try terminal.type("y", then: "要办，请写出账户个数（n 不办）：")
    terminal.press("n")
    #expect(try terminal.end() == 0)
    #expect(terminal.shown.contains("这一步不能撤回") && village.fingerprint == before)
    #expect(try village.run("2027-01-15", "year close 2026").status == 0)
  }

  @Test func `a group alone asks which of its commands is meant`() throws {
    let village = try Stage.founded.village()
    let terminal = try terminal(village, "异议")
    try terminal.awaits("异议：做什么（序号）：")
    terminal.press("3")
    #expect(try terminal.end() == 0)
    #expect(terminal.shown.contains("没有异议。"))
  }

  @Test func `the name alone shows the village, the month and three commands`() throws {
    let village = try Stage.inReview.village()
    let text = try village.text("2026-10-26", "")
    for part in ["苏庄村【演练】", "账期 2026-10", "在等：", "下一步：", "  3  ", "xinyi 菜单"] {
      #expect(text.contains(part), "\(part): \(text)")
    }
    #expect(text.split(separator: "\n").count <= 24)
    let outside = try Binary.run([], after: "cd /")
    #expect(outside.status == 0)
    for part in ["xinyi 演示", "xinyi 建账", "xinyi 帮助"] {
      #expect(outside.text.contains(part), "\(part)")
    }
  }
}

extension PseudoTerminal {
  /// What was shown, with commands that go on in the next line put together as a shell does.
  fileprivate var line: String {
    shown.split(separator: " \\\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
  }
}
