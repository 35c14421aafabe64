import Testing

@testable import xinyi

struct UsageFaultTests {
  @Test(arguments: [
    ("recrod", CommandPath.record), ("recor", .record), ("rec", .record), ("记份", .record),
    ("积分", .record), ("jifen", .record), ("计分 GI04", .record), ("balence", .balance),
    ("duihaun", .redeem), ("ballance", .balance), ("议是", .review), ("exprot", .export),
  ])
  func `The nearest command is suggested`(_ line: String, _ nearest: CommandPath) throws {
    let typed = try #require(line.split(separator: " ").first).description
    #expect(Sample.faults(line) == [.unknownCommand(typed: typed, nearest: nearest)])
  }

  @Test(arguments: ["xyzzy", "qq", "天气预报", "9", "a", "。"])
  func `Nothing is suggested when nothing is near`(_ typed: String) {
    let plain = InputText.normalised(typed)
    #expect(Sample.faults(typed) == [.unknownCommand(typed: plain, nearest: nil)])
  }

  @Test func `A wrong command is the only thing told`() {
    #expect(Sample.faults("recrod --mnth 13 --on nonsense a b c").count == 1)
  }

  @Test func `Sub-commands are listed or suggested`() {
    #expect(
      Sample.faults("review") == [
        .missingSubcommand(
          of: .review, available: [.reviewOpen, .reviewApprove, .reviewMinutes])
      ])
    #expect(
      Sample.faults("议事 开慧") == [
        .unknownSubcommand(of: .review, typed: "开慧", nearest: .reviewOpen)
      ])
  }

  @Test func `All faults of a line are told at once`() {
    let line = "record --mnth 10 --on 2026-02-30 --points 0.55 --chair 3 --why 电话12345678"
    #expect(
      Sample.faults(line + " --source radio --document") == [
        .unknownOption(typed: "--mnth", nearest: nil),
        .missingValue(of: .document),
        .invalidValue(.option(.on), typed: "2026-02-30", .noSuchDay),
        .invalidValue(.option(.points), typed: "0.55", .tooManyDecimals),
        .optionNotTaken(typed: "--chair", nearest: nil),
        .invalidValue(.option(.why), typed: "电话12345678", .longDigits),
        .invalidValue(
          .option(.source), typed: "radio", .notOffered(.sources, nearest: nil)),
        .missingWord(.rule),
        .missingWord(.who),
      ])
  }

  @Test func `The nearest option and value are suggested`() {
    #expect(
      Sample.faults("review open --mnth 10月 --present 1 --chair 1") == [
        .unknownOption(typed: "--mnth", nearest: .month)
      ])
    #expect(
      Sample.faults("记分 GI04 12 -日期 8号") == [.unknownOption(typed: "-日期", nearest: .on)])
    #expect(
      Sample.faults("notice show --format htm") == [
        .invalidValue(
          .option(.format), typed: "htm",
          .notOffered(.noticeFormats, nearest: ChoiceSet.noticeFormats.named("html")))
      ])
  }

  @Test func `What is missing or too much is named`() {
    #expect(Sample.faults("person add 王芳") == [.missingOption(.household)])
    #expect(
      Sample.faults("balance --json=yes") == [.valueForFlag(.json, typed: "yes")])
    #expect(Sample.faults("status now") == [.surplusWord(typed: "now")])
    #expect(Sample.faults("record GI04 12 --why --json") == [.missingValue(of: .why)])
    #expect(
      Sample.faults("记分 GI04 12 --来源 镇")
        == [.optionNotTaken(typed: "--来源", nearest: .source)])
    #expect(
      Sample.faults("balance --dry-run") == [.optionNotTaken(typed: "--dry-run", nearest: nil)])
    #expect(
      Sample.faults("shop receive 肥皂 0") == [
        .invalidValue(.word(.number), typed: "0", .zero)
      ])
  }

  @Test func `One fault is told in two lines`() throws {
    #expect(
      try #require(Sample.report("记份 GI04")).text == """
        未执行：没有“记份”这个命令 [U001]
          您要的可能是：xinyi 记分

        """)
    #expect(
      try #require(Sample.report("recrod GI04")).text == """
        未执行：没有“recrod”这个命令 [U001]
          您要的可能是：xinyi record

        """)
    #expect(
      try #require(Sample.report("天气预报")).text == """
        未执行：没有“天气预报”这个命令 [U001]
          查看用法：xinyi 帮助

        """)
    #expect(
      try #require(Sample.report("议事")).text == """
        未执行：“议事”后面还要写做什么：开会、通过、记录 [U002]
          查看用法：xinyi 议事 --帮助

        """)
  }

  @Test func `Several faults are told together`() throws {
    #expect(
      try #require(Sample.report("记分 --日期 2月30日 --分值 -5 --主持 3")).text == """
        未执行：命令有 5 处不对
          --日期 “2月30日”：没有这一天 [U012]
          --分值 “-5”不能是负数；加还是扣由细则定，这里只写大小 [U012]
          这个命令不用 --主持 [U005]
          缺少“细则” [U009]
          缺少“谁” [U009]
          查看用法：xinyi 记分 --帮助

        """)
  }

  @Test func `Every fault ends with a command to run next`() {
    let lines = [
      "recrod", "天气预报", "review", "review opne", "status --jsn", "status --on 8号",
      "status --json --json", "record a b --why", "status --json=1", "record", "person add 王芳",
      "status x", "record a b --on 99", "notice show --format x", "review approve 1 --rest",
    ]
    for line in lines {
      #expect(Sample.report(line)?.hint?.contains("：xinyi ") == true, "\(line)")
    }
  }

  @Test func `A screen never acts upon what was typed`() throws {
    let report = try #require(Sample.report("\u{1B}[31m\u{202E}evil"))
    #expect(report.text.contains("“?[31m?evil”"))
  }

  @Test func `A telephone number is not printed again`() throws {
    let report = try #require(Sample.report("record GI04 12 --why 电话12345678"))
    #expect(report.message == "未执行：--why 含有 7 位以上的数字，像电话或证件号；请改用人员编号")
  }

  @Test func `Nothing is asked while something else is wrong`() {
    #expect(throws: UsageFaults.self) {
      try CommandLineParser(table: Sample.table, clock: Sample.today).understand(
        ["record", "--on", "99"])
    }
  }

  @Test func `No line whatever breaks the parser`() {
    let pieces = [
      "record", "记分", "review", "open", "--", "-", "——", "--on", "--日期=", "－", "－C", "-C", "--=",
      "　", "", "？", "x2", "×", "--json", "--json=1", "help", "redeem", "--cards", "今天", "-5", "=",
      "--why　--on", "苏、、", "\u{301}", "\u{FFFD}", "--\u{301}", "-日期", "99999999999999999999",
    ]
    var seed: UInt64 = 1
    for _ in 0..<800 {
      var line: [String] = []
      for _ in 0..<5 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        line.append(pieces[Int(seed >> 33) % pieces.count])
      }
      do throws(UsageFaults) {
        _ = try Sample.parse(line)
      } catch {
        #expect(!error.faults.isEmpty && !error.report.text.isEmpty, "\(line)")
      }
    }
  }

  @Test func `Codes are told apart`() {
    let codes = [
      UsageFault.unknownCommand(typed: "", nearest: nil),
      .missingSubcommand(of: .shop, available: []),
      .unknownSubcommand(of: .shop, typed: "", nearest: nil),
      .unknownOption(typed: "", nearest: nil), .optionNotTaken(typed: "", nearest: nil),
      .repeatedOption(.on),
      .missingValue(of: .on), .valueForFlag(.json, typed: ""), .missingWord(.who),
      .missingOption(.on), .surplusWord(typed: ""), .invalidValue(.word(.who), typed: "", .empty),
      .invalidValue(.word(.who), typed: "", .notOffered(.roles, nearest: nil)),
      .exclusive(.option(.on), .option(.to)), .missingOneOf([.on, .to]),
    ].map(\.code)
    #expect(codes == (1...15).map { $0 < 10 ? "U00\($0)" : "U0\($0)" })
  }
}
