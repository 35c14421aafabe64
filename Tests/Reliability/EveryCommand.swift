import Foundation
import TestSupport

/// Every command of the program with words that are valid in a village of a stage.
struct EveryCommand: Sendable {
  let stage: SmallVillage.Stage
  let today: String
  let line: String
  let effect: Effect

  enum Effect: Sendable {
    /// It adds to the ledger, so that an answer that could not be printed has status 8.
    case records
    /// It has written outside of the village what the answer tells of: 8 as well.
    case exports
    /// Nothing is recorded: 6.
    case looks
  }

  private init(
    _ effect: Effect, _ stage: SmallVillage.Stage, _ today: String, _ line: String
  ) {
    self.effect = effect
    self.stage = stage
    self.today = today
    self.line = line
  }

  static let all = recording + [exporting] + looking

  private static let exporting = EveryCommand(
    .exports, .effective, "2026-11-03", "backup {outside}")

  private static let recording: [EveryCommand] = [
    .init(
      .records, .nowhere, "2026-10-01",
      "init {folder} --name 苏庄村 --town 侯营镇 --county 东昌府区 --practice"),
    .init(.records, .founded, "2026-10-02", "person add 赵新 --household 050"),
    .init(.records, .founded, "2026-10-02", "person import {table}"),
    .init(.records, .founded, "2026-10-05", "entry import {entries}"),
    .init(.records, .effective, "2026-11-03", "shop import {goods}"),
    .init(.records, .founded, "2026-10-02", "person role 0012 keeper --from 2026-10-02"),
    .init(.records, .founded, "2026-10-02", "person leave 0012 --on 2026-10-02"),
    .init(.records, .founded, "2026-10-02", "person consent 0012 --for names"),
    .init(.records, .founded, "2026-10-02", "person edit 0012 --group 9组"),
    .init(.records, .founded, "2026-10-02", "person join 赵新 --household 050 --on 2026-10-02"),
    .init(.records, .founded, "2026-10-02", "person die 0012 --on 2026-10-02"),
    .init(.records, .founded, "2026-10-02", "person suspend 0012 --on 2026-10-02"),
    .init(.records, .founded, "2026-10-02", "person relate 0012 1 --as 兄弟"),
    .init(.records, .founded, "2026-10-02", "person household merge 012 001 --why 并户"),
    .init(.records, .recorded, "2026-10-25", "entry hide 1 --why 本人要求"),
    .init(.records, .founded, "2026-10-05", "record GI04 0012 --on 2026-10-04"),
    .init(.records, .founded, "2026-10-02", "setting set noticeDays 7 --why 决定"),
    .init(.records, .founded, "2026-10-02", "handover clerk deputy"),
    .init(
      .records, .founded, "2026-10-02",
      "campaign add C1 --name 信义+ --from 2026-10-02 --to 2026-10-20"),
    .init(.records, .recorded, "2026-10-25", "entry evidence 1 --evidence 照片"),
    .init(.records, .recorded, "2026-10-25", "withdraw B0001 --why 错了"),
    .init(.records, .recorded, "2026-10-26", "review open --present 1,2,3,4,5 --chair 1"),
    .init(.records, .inReview, "2026-10-26", "review recuse 2 1"),
    .init(.records, .inReview, "2026-10-26", "review approve 1"),
    .init(.records, .inReview, "2026-10-26", "review amend 2 --points 3 --why 核实"),
    .init(.records, .inReview, "2026-10-26", "review reject 1 --why 不实"),
    .init(.records, .inReview, "2026-10-26", "review defer 1 --why 待核实"),
    .init(.records, .decided, "2026-10-26", "review undo 1"),
    .init(.records, .decided, "2026-10-26", "review close"),
    .init(.records, .closed, "2026-10-26", "review reopen --why 漏了一条"),
    .init(.records, .closed, "2026-10-27", "notice publish"),
    .init(.records, .onNotice, "2026-10-28", "notice void 2026-10 --why 印错"),
    .init(.records, .corrected, "2026-10-30", "notice supplement"),
    .init(.records, .onNotice, "2026-10-28", "objection file 10-1 --why 不对"),
    .init(
      .records, .objected, "2026-10-29",
      "objection resolve O-2026-10-01 --outcome withdrawn --why 核实"),
    .init(.records, .onNotice, "2026-11-03", "confirm"),
    .init(.records, .effective, "2026-11-03", "platform export 2026-10"),
    .init(.records, .effective, "2026-11-04", "reverse 10-1 --why 错了"),
    .init(.records, .effective, "2026-11-04", "fix 2026-10-0001 --why 错了"),
    .init(.records, .founded, "2026-10-05", "reminder issue 0012 RJ01"),
    .init(.records, .effective, "2026-11-03", "shop add FZ --name 肥皂 --price 1.5"),
    .init(.records, .effective, "2026-11-03", "shop price PEN 2"),
    .init(.records, .effective, "2026-11-03", "shop receive PEN 5"),
    .init(.records, .effective, "2026-11-03", "redeem 0012 PEN"),
    .init(.records, .effective, "2026-11-03", "shop remove PEN"),
    .init(.records, .effective, "2026-11-03", "shop count PEN 3"),
    .init(.records, .effective, "2026-11-03", "shop return PEN 1 --why 坏了"),
    .init(.records, .redeemed, "2026-11-03", "refund t-0 --why 坏了"),
    .init(.records, .effective, "2026-11-03", "card issue --cards 1x3,2x2"),
    .init(.records, .effective, "2026-11-03", "card count 1x0"),
  ]

  private static let looking: [EveryCommand] =
    [
      .init(.looks, .redeemed, "2026-11-03", "slip t-0"),
      .init(.looks, .redeemed, "2026-11-03", "print slip t-0 --format html"),
      .init(.looks, .effective, "2026-11-03", "redeem 0012 PEN --dry-run"),
    ]
    + [
      "reminder list", "redress list", "campaign list", "calendar", "entry trail 10-1",
      "review minutes", "report month", "report year", "report sample", "year preview",
      "rule check {folder}/catalog.json", "rule import {folder}/catalog.json",
      "setting show", "rule list", "rule search 垃圾", "rule show GI04", "person list",
      "person find 玉", "person show 0012", "entry list", "entry show 10-1", "review agenda",
      "notice show", "objection list", "person export 0012", "shop list", "status", "balance",
      "statement 0012", "rank", "shop label", "shop close", "card list", "report shop",
      "verify", "repair", "doctor", "completions bash", "help", "help record", "export hledger",
      "notice check {folder}/notices/2026-10.txt",
    ].map { .init(.looks, .effective, "2026-11-03", $0) }

  /// What is not tried, with the reason.
  static let untried = [
    "demo": "a village of its own, made once and not kept by anyone",
    "restore": "a folder of its own, and the backup stays",
    "person resume": "written like `person suspend`, which comes before it",
    "entry unhide": "written like `entry hide`, which comes before it",
    "reminder done": "one line, written as that of reminder issue is",
    "campaign show": "written like `campaign list`, which is tried",
    "platform receipt": "needs the town's file; one line, written as that of platform export is",
    "rule adopt": "needs a list that differs; a file and one line, written as a notice is",
    "year close": "needs a year that is over; a paper and lines, written as a notice is",
    "year expire": "needs a year that is over; one line, written as that of confirm is",
    "menu": "a dialogue; what it records is written as that of its commands is",
    "counter": "a dialogue; what it records is written as that of redeem is",
    "shop write-off": "needs a second operator; one line, written as that of shop return is",
    "card take": "needs a card that is out; one line, written as that of redeem is",
    "card change": "needs a card that is out; one line, written as that of redeem is",
    "card return": "needs a card in the till; one line, written as that of card issue is",
    "card bar": "needs a card that is out; one line, written as that of card count is",
    "card reissue": "needs a barred card; one line, written as that of card issue is",
    "redress apply": "one line, written as that of reverse is",
  ]
}

extension EveryCommand {
  /// The commands that the program's own help names, such as `person add`.
  static func named() throws -> Set<String> {
    let top = try Binary.run(["help"]).text
    var names: Set<String> = []
    for word in top.matches(of: #/\n  \S+ +([a-z]+) +[a-z]{2,3} /#).map({ String($0.output.1) }) {
      let page = try Binary.run(["help", word]).text
      let parts = page.matches(of: #/\n  xinyi \S+ \S+ +([a-z]+ [a-z]+) /#).map {
        String($0.output.1)
      }
      names.formUnion(parts.filter { $0.hasPrefix(word + " ") })
      if parts.isEmpty { names.insert(word) }
    }
    guard names.count > 40 else { throw Broken("help names only \(names.sorted())") }
    return names
  }

  /// The words that name the command.
  private func isCommand(_ name: String) -> Bool { line == name || line.hasPrefix(name + " ") }

  /// Throws `Broken` with the commands that help names and nobody tries.
  static func requireAll() throws {
    let missing = try named().filter { name in
      untried[name] == nil && !all.contains { $0.isCommand(name) }
    }
    guard missing.isEmpty else { throw Broken("nobody tries \(missing.sorted())") }
  }
}
