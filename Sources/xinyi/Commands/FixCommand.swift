import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let fix = Command(
    .fix, .writes, summary: "改错：没评审的撤回重记，公示中的自查异议，生效的冲正重记，程序看情况选",
    examples: [
      "xinyi 改错 2026-10-0017 --村民 0013 --理由 记成了父亲", "xinyi 改错 B0042 --日期 10-08 --理由 日期写错",
      "xinyi 改错 17 --理由 那天没有到场",
    ],
    words: [Word(.entry, .entryOrBatch, .many, "条目号或批号；只写 17 是公示中那个月的")],
    options: [
      .required(.why, .text, "错在哪里"), .optional(.person, .person, "应是谁").asked,
      .optional(.rule, .rule, "应是哪一项").asked,
      .optional(.on, .day, "应是哪一天").asked,
      .optional(.quantity, .quantity, "应是多少数量"), .optional(.level, .text, "应是哪一档"),
      .optional(.points, .points, "应是多少分（可选分值的项）"),
    ]
  ) { session, arguments in
    try session.write { change in
      let numbers = try arguments[word: .entry].texts.flatMap {
        try change.directory.entriesToFix($0, arguments.path.entryPlace)
      }.unique
      try change.takeCalendar()
      let correction = try arguments.correction(change.directory, on: change.today)
      try change.draft.fix(numbers, correction, why: arguments[.why].text ?? "")
    } answer: { outcome in
      outcome.fixAnswer(arguments)
    }
  }
}

extension Directory {
  /// The entries of a batch that somebody recorded: tier lines and what follows from a reversal go
  /// with what they hang on.
  fileprivate func entriesToFix(
    _ typed: String, _ place: EntryPlace
  ) throws(WordFault) -> [EntryNumber] {
    let numbers = try entries(ofBatchOr: typed, place)
    guard numbers.count > 1 else { return numbers }
    return numbers.filter { number in
      guard let entry = ledger[number] else { return false }
      return ledger.item(of: entry)?.amount.kind != .tier && ledger.leader(of: entry) == nil
    }
  }
}

extension Arguments {
  /// What is right instead, as far as it was typed.
  fileprivate func correction(
    _ directory: Directory, on today: Day
  ) throws(WordFault) -> Correction {
    var correction = Correction(
      on: self[.on].day, quantity: self[.quantity].quantity, level: self[.level].text,
      points: self[.points].points)
    if let typed = self[.person].text {
      correction.recipient = .person(try directory.person(typed))
    }
    if let typed = self[.rule].text {
      correction.rule = try directory.rule(typed, on: self[.on].day ?? today).code
    }
    return correction
  }

  /// The corrections typed, as they are quoted in a command: `--person 0013`.
  fileprivate var correctionWords: [String] {
    [OptionName.person, .rule, .on, .quantity, .level, .points].flatMap { option -> [String] in
      self[option].all.first.map { ["--" + option.english, $0.canonical] } ?? []
    }
  }
}

extension Outcome {
  fileprivate func fixAnswer(_ arguments: Arguments) -> Answer {
    let typed = arguments[.why].text
    var text = ""
    var ways: [Row] = []
    func take(_ entry: EntryNumber, _ way: String, _ ref: String?, _ sentence: String) {
      ways.append([
        ("entry", .text(entry)), ("way", .string(way)), ("ref", .optional(ref)),
      ])
      text += sentence
    }
    for event in events {
      switch event.event {
      case .withdrawn(let withdrawn) where withdrawn.why == typed:
        for number in withdrawn.entries where !isFollower(number) {
          take(number, "withdrawn", nil, "\(number) 还没有评审：已撤回。\n")
        }
      case .objectionFiled(let filed):
        take(
          filed.entry, "objected", filed.objection.description,
          objected(filed, arguments: arguments))
      case .recorded(let recorded):
        guard let reversed = recorded.reverses else { continue }
        take(
          reversed, "reversed", recorded.entry.description,
          "\(reversed) 已经生效：不能抹掉，已提出冲正 \(recorded.entry)，\(recorded.month) 评审、公示以后退回。\n")
      default: continue
      }
    }
    text += corrected + words(forCorrections: corrections)
    text += words(forLapsed: lapsed(why: typed))
    text += balanceEffects(of: corrections).map { sentence(of: $0) }.joined()
    let entries = touchedEntries
    text += directory.table(of: entries)
    return Answer(
      rows: entries.map(directory.row(of:)), text: text,
      with: [("fixes", .array(ways.map { .object($0) }))])
  }

  private func isFollower(_ number: EntryNumber) -> Bool {
    ledger[number].flatMap { ledger.leader(of: $0) } != nil
  }

  /// The entries that stand in the place of wrong ones, and how to take them back.
  private var corrected: String {
    let entries = events.compactMap { event -> Entry? in
      guard case .recorded(let recorded) = event.event, recorded.corrects != nil else { return nil }
      return ledger[recorded.entry]
    }
    guard !entries.isEmpty else { return "" }
    return entries.map { entry in
      let old = entry.recorded.corrects?.description ?? ""
      return "改正为 \(entry.number)（代替 \(old)），\(entry.recorded.month) 评审。\n"
    }.joined()
      + "改得不对，开会以前可以再改：\(directory.command("fix", entries[0].number.description, "--why", "理由"))\n"
  }

  /// What the village does next about its own objection.
  private func objected(_ filed: Event.ObjectionFiled, arguments: Arguments) -> String {
    let number = filed.objection.description
    let members = ledger.roster.holders(of: .council, on: today).count
    let why = arguments[.why].text ?? "理由"
    let words = arguments.correctionWords
    let onlyPoints = words.count == 2 && arguments[.points].isGiven
    let outcome =
      onlyPoints
      ? ["--outcome", "amend", "--points", arguments[.points].points?.description ?? "分值"]
      : ["--outcome", "cancel"]
    let resolve = commandText(
      ["objection", "resolve", number] + outcome
        + ["--why", why, "--meeting", today.month.description, "--votes", "\(members)-0-0"],
      directory.language)
    var text = "\(filed.entry) 正在公示：不能暗改，已登记本村自查异议 \(number)，这一条先不生效。\n"
    text += "  下一步，\(filed.due) 前由议事会答复：\(resolve)\n"
    if !onlyPoints && !words.isEmpty {
      text += "  撤销以后，改正的一条照常重新记（\(directory.command("help", "record"))）。\n"
    }
    text += "  弄错了，异议可以撤回："
    text += directory.command(
      "objection", "resolve", number, "--outcome", "withdrawn", "--why", "理由")
    return text + "\n"
  }
}
