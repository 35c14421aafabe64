import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let noticeVoid = Command(
    .noticeVoid, .writes, summary: "作废：撤下一张还没有生效的公示，改正后重新张榜",
    examples: ["xinyi 公示 作废 2026-10 --理由 张贴的日期写错"],
    words: [Word(.notice, .notice, .one, "公示号")],
    options: [.required(.why, .text, "为什么作废")]
  ) { session, arguments in
    try session.write { change in
      guard let number = arguments[word: .notice].notice else { return }
      guard change.ledger.notices[number] != nil else { throw WordFault.unknownNotice(number) }
      try change.draft.void(number, why: arguments[.why].text ?? "")
    } answer: { outcome in
      outcome.voidAnswer
    }
  }
}

extension Outcome {
  /// What becomes of the month, and how the lines are posted anew.
  fileprivate var voidAnswer: Answer {
    guard case .noticeVoided(let event) = events.first?.event,
      let notice = ledger.notices[event.notice]
    else { return Answer(rows: [], text: "") }
    let entries = notice.lines.compactMap { ledger[$0.entry] }
    let month = notice.month.description
    let path = notice.isSupplement ? ["notice", "supplement"] : ["notice", "publish"]
    var text = "公示 \(notice.number) 已作废，请从公示栏撤下；\(entries.count) 条都没有生效。\n"
    if !notice.isSupplement {
      text += "\(month)：\(ReviewMonth.State.onNotice.word) → "
      text += "\(ledger.reviewMonth(notice.month).state.word)；要改表决，可以复会。\n"
    }
    text += "要再公示，重新张榜："
    text += commandText(path + ["--month", month], directory.language)
    return Answer(
      rows: entries.map(directory.row(of:)), text: text + "\n",
      with: [("notice", .text(notice.number)), ("month", .text(notice.month))])
  }
}

extension Notice {
  /// Said to whoever looks at a paper that was taken down.
  func voidWarning(_ today: Day) -> String? {
    guard let voided, let day = voidedOn else { return nil }
    return "注意：这张公示已于 \(day.after(today)) 作废，不作数。理由：\(voided.why)"
  }
}
