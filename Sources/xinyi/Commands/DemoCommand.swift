import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let demo = Command(
    .demo, .writes, summary: "演示：造一个像真的一样的演练村，带几个月的账", examples: ["xinyi 演示 演示村 --人数 120 --月数 3"],
    words: [Word(.folder, .path, .one, "放账本的文件夹")],
    options: [
      .optional(.people, .count, "多少人，5 至 3000，不写就是 120"),
      .optional(.months, .count, "几个月，1 至 300，不写就是 3"),
      .optional(.seed, .number, "种子：同一种子造出同一个村，不写就是 1"),
      .optional(.start, .month, "从哪个月起，不写就到上个月为止"),
    ]
  ) { session, arguments in
    let path = arguments[word: .folder].text ?? "."
    let options = try arguments.demoOptions(before: try session.today(practice: true).month)
    let village = DemoVillage(options)
    if let told = try session.toldBefore(village, in: path) { return told }
    if arguments[.dryRun].isGiven {
      try session.checkNew(path)
      return Answer(
        json: [("folder", .string(path)), ("people", .int(options.people)), ("events", .null)],
        text: "【试算，没有写入】将在 \(safe(path)) 造一个 \(options.people) 人的演练村。\n")
    }
    var telling = try DemoTelling(village, in: path, session)
    try telling.tell()
    return try session.demoAnswer(path)
  }
}

extension Arguments {
  fileprivate func demoOptions(before today: Month) throws -> DemoOptions {
    let people = self[.people].number ?? 120
    let months = self[.months].number ?? 3
    let start = self[.start].month ?? DemoOptions.start(ofMonths: months, before: today)
    let seed = UInt64(self[.seed].number ?? 1)
    if let options = DemoOptions(people: people, months: months, seed: seed, start: start) {
      return options
    }
    if !DemoOptions.peopleRange.contains(people) {
      throw usage(
        .invalidValue(
          .option(.people), typed: String(people), .malformed(expectation: "5 至 3000 的数")))
    }
    if !DemoOptions.monthsRange.contains(months) {
      throw usage(
        .invalidValue(
          .option(.months), typed: String(months), .malformed(expectation: "1 至 300 的数")))
    }
    throw usage(
      .invalidValue(
        .option(.start), typed: start.description,
        .malformed(expectation: "月份，最后一个月到 \(DemoOptions.lastMonth) 为止")))
  }
}

extension Session {
  /// The answer for a village that this very command made before; nil when it is to be made. Only
  /// with a receipt key is a folder in use not a mistake.
  fileprivate func toldBefore(_ village: DemoVillage, in path: String) throws -> Answer? {
    guard arguments[.receipt].isGiven, let snapshot = try villageIfAny(path),
      snapshot.ledger.opened.origin == hexadecimal(DemoTelling.origin(of: village.options))
    else { return nil }
    return try demoAnswer(path)
  }

  /// The last notice, and what comes next, as of the last day of the story.
  fileprivate func demoAnswer(_ path: String) throws -> Answer {
    let folder = try VillageFolder.open(path, files: files)
    let (snapshot, sight) = try openVillage(folder)
    let ledger = snapshot.ledger
    let directory = Directory(
      ledger: snapshot.ledger, roster: snapshot.roster, shop: snapshot.shop,
      today: ledger.lastAt.day, language: language, width: surroundings.columns)
    let notice = ledger.noticeOrder.last.flatMap { KeptNotice.file($0) }
    let text = try notice.flatMap { try folder.read($0) } ?? []
    let status = directory.statusAnswer
    var answer = Answer(
      json: [
        ("folder", .string(path)), ("people", .int(ledger.roster.order.count)),
        ("events", .int(ledger.sequence)), ("start", .text(ledger.opened.firstMonth)),
        ("entries", .int(ledger.entries.count)),
        ("today", .text(ledger.lastAt.day)),
      ],
      text: String(decoding: text, as: UTF8.self)
        + "\n演示村在 \(safe(path))：\(ledger.roster.order.count) 人，账本 \(ledger.sequence) 行。\n"
        + "命令后面加 -C \(CommandText.quoted(path)) --today \(ledger.lastAt.day) 就能接着办。\n"
        + status.text)
    answer.warnings += sight.warnings
    return answer
  }
}
