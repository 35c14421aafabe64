import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let entryHide = hiding(
    .entryHide, true, summary: "隐去：本人要求不公开自己的加分条目；积分不变",
    example: "xinyi 台账 隐去 2026-10-0017 --理由 本人要求")
  static let entryUnhide = hiding(
    .entryUnhide, false, summary: "恢复公开隐去的加分条目",
    example: "xinyi 台账 恢复公开 2026-10-0017 --理由 本人同意")

  private static func hiding(
    _ path: CommandPath, _ hidden: Bool, summary: String, example: String
  ) -> Command {
    Command(
      path, .writes, summary: summary, examples: [example],
      words: [Word(.entry, .entries, .many, "条目号")],
      options: [.required(.why, .text, "理由")]
    ) { session, arguments in
      try session.write { change in
        let entries = try arguments[word: .entry].texts.map {
          try change.directory.entry($0, arguments.path.entryPlace)
        }
        try change.draft.setHidden(hidden, entries.unique, why: arguments[.why].text ?? "")
      } answer: { outcome in
        outcome.hidingAnswer(hidden)
      }
    }
  }
}

extension Outcome {
  fileprivate func hidingAnswer(_ hidden: Bool) -> Answer {
    let entries = touchedEntries
    var back = CommandText(hidden ? .entryUnhide : .entryHide)
    for entry in entries { back = back.word(entry.number.description) }
    let change = hidden ? "公开 → 不公开" : "不公开 → 公开"
    return Answer(
      rows: entries.map { directory.row(of: $0) + [("hidden", .bool($0.isHidden))] },
      text: "\(hidden ? "已隐去" : "已恢复公开") \(entries.count) 条（\(change)），积分不变。\n"
        + directory.table(of: entries) + (hidden ? covering(entries) : "")
        + "改回：\(shown(back.option(.why, "理由")))\n")
  }

  /// The papers that still show the lines.
  private func covering(_ entries: [Entry]) -> String {
    let notices = entries.compactMap { entry in
      entry.notice.map { "公示 \($0) 的 \(entry.number)" }
    }
    guard !notices.isEmpty else { return "以后的公示不列姓名和事项。\n" }
    return "请在 3 个工作日内把张贴着的这些行遮住：\(notices.joined(separator: "、"))。\n"
  }
}
