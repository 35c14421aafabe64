import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let settingShow = Command(
    .settingShow, .reads, summary: "看本村的设置，以后月份已经定下的改动也列出",
    examples: ["xinyi 设置 查看", "xinyi 设置 查看 公示天数"],
    words: [Word(.key, .choice(.settings), .optional, "设置项，不写就是全部")]
  ) { session, arguments in
    try session.read { view in
      let key = arguments[word: .key].choice(as: Settings.Key.self)
      return view.directory.settingsAnswer(of: key.map { [$0] } ?? Settings.Key.allCases)
    }
  }

  static let settingSet = Command(
    .settingSet, .writes, summary: "改一项设置，从某个月的第一天起",
    examples: [
      "xinyi 设置 修改 公示天数 7 --起 2026-12 --理由 村民会议决定",
      "xinyi 设置 修改 星级 零星:800,一星:990,二星:1020,三星:1040,四星:1060,五星 --理由 村民会议决定",
      "xinyi 设置 修改 经手人 +op2 --理由 添一人",
    ],
    words: [
      Word(.key, .choice(.settings), .one, "设置项"), Word(.value, .text, .one, "新的值"),
    ],
    options: [
      .optional(.from, .monthAhead, "从哪个月起，不写就是下个月；基础分、小时合计从一月起；经手人立即起"),
      .required(.why, .text, "谁决定的，为什么"),
    ]
  ) { session, arguments in
    guard let key = arguments[word: .key].choice(as: Settings.Key.self) else {
      throw session.report(.unknownRule("", []))
    }
    return try session.write { change in
      let from = arguments[.from].month ?? key.firstMonth(after: change.today)
      let old =
        key.beginning == .atOnce ? change.ledger.latestSettings : change.ledger.settings(in: from)
      let reader = SettingReader(key, arguments[word: .value].text ?? "", changing: old)
      guard reader.problems.isEmpty else {
        throw change.directory.fault(in: key, reader.problems)
      }
      try change.draft.set(
        key, as: reader.settings, from: from, why: arguments[.why].text ?? "")
    } answer: { outcome in
      outcome.settingAnswer(of: key, from: arguments[.from].month)
    }
  }
}

extension Directory {
  fileprivate func fault(in key: Settings.Key, _ problems: [String]) -> Failure {
    Failure(
      status: .usage,
      report: ErrorReport(
        code: "U170", message: "未修改：\(key.label)的新值不合格：" + problems.joined(separator: "；"),
        hint: "查看现在的值和写法：\(command("setting", "show", key.rawValue))",
        facts: problems.count > 1 ? problems : []))
  }

  fileprivate func settingsAnswer(of keys: [Settings.Key]) -> Answer {
    let now = ledger.settings(on: today)
    let scheduled = ledger.scheduledSettings(after: today.month, keys)
    var text = answerTable(
      columns: [
        AnswerColumn("设置项", .text), AnswerColumn("文件里的名字", .code),
        AnswerColumn("含义", .text), AnswerColumn("现在", .text),
      ],
      rows: keys.map { [$0.word, $0.rawValue, $0.meaning, now.shown($0)] }, width: width)
    for change in scheduled {
      text += "\(change.from) 起，\(change.key.word)改为 \(change.settings.shown(change.key))。\n"
    }
    if keys.count == 1 { text += "可以写：\(keys[0].allowed)。\n" }
    return Answer(
      json: [
        ("settings", .object(keys.map { ($0.rawValue, now.json(of: $0)) })),
        (
          "scheduled",
          .array(
            scheduled.map {
              .object([
                ("from", .text($0.from)), ("setting", .text($0.key)),
                ("value", $0.settings.json(of: $0.key)),
              ])
            })
        ),
      ], text: text)
  }
}

extension Ledger {
  /// The changes that hold only from a later month on, in order.
  fileprivate func scheduledSettings(
    after month: Month, _ keys: [Settings.Key]
  ) -> [(from: Month, key: Settings.Key, settings: Settings)] {
    var before = settings(in: month)
    return settingsChanges(after: month).flatMap { from in
      let settings = settings(in: from)
      let changed = keys.filter { !settings.agrees(with: before, in: $0) }
      before = settings
      return changed.map { (from, $0, settings) }
    }
  }
}

extension Outcome {
  /// Old and new, and the same command with the old value as the way back.
  fileprivate func settingAnswer(of key: Settings.Key, from named: Month?) -> Answer {
    let from = named ?? key.firstMonth(after: today)
    let new = ledger.settings(in: from)
    let old = ledger.settings(in: from, withoutLast: events.count)
    var text =
      old.agrees(with: new, in: key)
      ? "\(key.label)从 \(from) 起本来就是 \(new.shown(key))，没有改。\n"
      : "\(key.label)：\(old.shown(key)) → \(new.shown(key))，从 \(from) 起。\n"
    let later = ledger.scheduledSettings(after: from, [key])
    for change in later {
      text += "\(change.from) 起另定的 \(change.settings.shown(key)) 不变。\n"
    }
    let back = directory.command(
      "setting", "set", key.rawValue, old.typed(key, in: directory.language), "--from",
      from.description, "--why", "撤回")
    if !events.isEmpty { text += "改回去：\(back)\n" }
    return Answer(
      json: [
        ("settings", .object(Settings.Key.allCases.map { ($0.rawValue, new.json(of: $0)) })),
        ("setting", .text(key)), ("from", .text(from)), ("old", old.json(of: key)),
        ("new", new.json(of: key)), ("back", .string(back)),
      ], text: text)
  }
}
