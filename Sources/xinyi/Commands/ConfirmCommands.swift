import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let confirm = Command(
    .confirm, .writes, summary: "公示期满，无异议的条目生效", examples: ["xinyi 生效", "xinyi 生效 --月份 2026-10"],
    options: [.optional(.month, .month, "哪个月；不写就是公示到期的月")]
  ) { session, arguments in
    try session.write { change in
      let month = try arguments[.month].month ?? change.dueMonth()
      try change.draft.confirm(month)
    } answer: { outcome in
      outcome.confirmAnswer(arguments[.month].month)
    }
  }
}

extension Change {
  /// The month whose notice is due, else the one that is on notice.
  fileprivate func dueMonth() throws -> Month {
    let open = ledger.noticeOrder.compactMap { ledger.notices[$0] }.filter(\.isHanging)
    if let due = open.first(where: { $0.to < today }) ?? open.first { return due.month }
    return try directory.month(nil, in: .onNotice, orElse: ledger.noticeOrder.last?.month)
  }
}

extension Outcome {
  fileprivate func confirmAnswer(_ named: Month?) -> Answer {
    let entries = touchedEntries.filter(\.state.isEffective)
    let noticed = ledger.noticeOrder.last?.month
    let confirmed: Month? = events.compactMap { event in
      if case .confirmed(let confirmed) = event.event { confirmed.month } else { nil }
    }.first
    guard let month = confirmed ?? named ?? noticed else { return Answer(json: [], text: "") }
    let waiting = ledger.entries.filter { $0.month == month && $0.state == .objected }
    var text = "\(month) 生效 \(entries.count) 条"
    text += waiting.isEmpty ? "。\n" : "，\(waiting.count) 条有异议，单独等待。\n"
    text += entries.isEmpty ? "" : directory.table(of: entries)
    text += proposedAdjustments
    let package = ledger.platformPackage(of: month)
    if !package.rows.isEmpty || !package.recheck.isEmpty {
      text += "上报：\(directory.command("platform", "export", month.description))\n"
    }
    return Answer(
      rows: entries.map(directory.row(of:)), text: text,
      with: [
        ("month", .text(month)), ("effective", .array(entries.map { .text($0.number) })),
        ("waiting", .array(waiting.map { .text($0.number) })),
      ])
  }
}
