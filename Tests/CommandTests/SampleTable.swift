import XinyiLedger

@testable import xinyi

/// A representative part of the commands, whose bodies do nothing: the framework is under test.
enum Sample {
  static let today = Day("2026-10-20")!

  static let table = CommandTable(
    [
      command(
        .initialise, .writes, words: [.init(.folder, .path, .one, "新账本的文件夹")],
        options: [
          .required(.name, .text, "村名"), .required(.town, .text, "镇名"),
          .required(.county, .text, "县区名"), .optional(.code, .code, "统计用区划码"),
          .optional(.account, .choice(.accounts), "按人还是按户记"), .flag(.practice, "演练账本"),
        ]),
      command(.demo, .reads, words: [.init(.folder, .path, .one, "文件夹")]),
      command(.status, .reads),
      command(
        .personAdd, .writes, words: [.init(.name, .text, .one, "姓名")],
        options: [
          .required(.household, .household, "户号"), .flag(.head, "是户主"),
          .repeatable(.role, .choice(.roles), "职务"),
        ]),
      command(
        .personHouseholdSplit, .writes, words: [.init(.person, .person, .one, "谁")],
        options: [.required(.household, .household, "新户号")]),
      command(
        .personRole, .writes,
        words: [
          .init(.person, .person, .one, "谁"), .init(.role, .choice(.roles), .one, "什么职务"),
        ], options: [.required(.from, .day, "从哪天起"), .optional(.to, .day, "到哪天止")]),
      Command(
        .record, .writes, summary: "给一人或几人记一项加分或扣分，等议事会评审。",
        examples: ["xinyi 记分 GI04 苏玉强 --日期 10-08", "xinyi record GI04 0012 0013 --on 10-08"],
        words: [
          .init(.rule, .rule, .one, "细则编码、名称或拼音首字母"),
          .init(.who, .people, .many, "编号、姓名、姓名的一部分或拼音首字母"),
        ],
        options: [
          .optional(.on, .day, "发生的日期，默认今天"),
          .optional(.quantity, .quantity, "数量，按量计分的细则要写"),
          .optional(.points, .points, "分值，议事会定分的细则要写"),
          .repeatable(.evidence, .evidence, "佐证，或 @文件"),
          .optional(.document, .document, "文号"), .optional(.why, .text, "理由"),
          .optional(.source, .choice(.sources), "信息从哪里来"),
        ], run: nothing),
      command(
        .reviewOpen, .writes,
        options: [
          .optional(.month, .month, "月份"), .required(.present, .people, "到会的成员"),
          .required(.chair, .person, "主持人"),
        ]),
      command(
        .reviewApprove, .writes,
        words: [.init(.entry, .entries, .many, "哪些条目", replacedBy: .rest)],
        options: [.flag(.rest, "其余的全部"), .optional(.votes, .votes, "票数")]),
      command(.reviewMinutes, .reads),
      command(
        .noticeShow, .reads, words: [.init(.notice, .notice, .optional, "哪一张")],
        options: [.optional(.format, .choice(.noticeFormats), "格式")]),
      command(
        .objectionResolve, .writes, words: [.init(.objection, .objection, .one, "异议号")],
        options: [
          .required(.outcome, .choice(.outcomes), "结果"), .required(.why, .text, "理由"),
          .optional(.from, .person, "提出人"),
        ]),
      command(.balance, .reads, words: [.init(.who, .people, .any, "谁")]),
      command(
        .shopReceive, .writes,
        words: [.init(.item, .item, .one, "商品"), .init(.number, .count, .one, "件数")],
        options: [.optional(.expires, .dayAhead, "到期日"), .optional(.from, .text, "从哪里来")]),
      command(
        .redeem, .writes,
        words: [
          .init(.who, .person, .one, "谁", replacedBy: .cards),
          .init(.item, .basket, .many, "商品和数量"),
        ], options: [.optional(.cards, .cards, "用卡"), .flag(.again, "同样的再兑一次")]),
      command(.verify, .reads, options: [.optional(.fingerprint, .fingerprint, "账本校验码")]),
      command(
        .export, .reads, words: [.init(.format, .choice(.exportFormats), .one, "格式")],
        options: [.optional(.output, .path, "写到哪个文件")]),
    ], opening: nil)

  private static func command(
    _ path: CommandPath, _ effect: Command.Effect, words: [Command.Word] = [],
    options: [Command.Option] = []
  ) -> Command {
    Command(
      path, effect, summary: "样例。", examples: ["xinyi " + path.words.joined(separator: " ")],
      words: words, options: options, run: nothing)
  }

  private static func nothing(_: inout Session, _: Arguments) throws -> Answer {
    throw NothingBehindIt()
  }

  struct NothingBehindIt: Error {}

  // MARK: Parsing

  static func parse(_ line: [String]) throws(UsageFaults) -> Invocation {
    try CommandLineParser(table: table, clock: today).parse(line)
  }

  /// The arguments of a good line whose pieces hold no spaces.
  static func arguments(_ line: String) throws -> Arguments {
    try arguments(line.split(separator: " ").map(String.init))
  }

  static func arguments(_ line: [String]) throws -> Arguments {
    guard case .run(_, let arguments) = try parse(line) else { throw NothingBehindIt() }
    return arguments
  }

  /// All that is wrong with a line; nothing when it is good.
  static func faults(_ line: [String]) -> [UsageFault] {
    do throws(UsageFaults) {
      _ = try parse(line)
      return []
    } catch {
      return error.faults
    }
  }

  static func faults(_ line: String) -> [UsageFault] {
    faults(line.split(separator: " ").map(String.init))
  }

  static func report(_ line: String) -> ErrorReport? {
    do throws(UsageFaults) {
      _ = try parse(line.split(separator: " ").map(String.init))
      return nil
    } catch {
      return error.report
    }
  }
}
