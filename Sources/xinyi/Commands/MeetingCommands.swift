import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let reviewRecuse = Command(
    .reviewRecuse, .writes, summary: "回避：到会成员不参加某几条的表决；本人、本户和亲属的自动回避",
    examples: ["xinyi 议事 回避 0015 17 18", "xinyi 议事 回避 0015 17 --撤回"],
    words: [
      Word(.person, .person, .one, "回避的成员"), Word(.entry, .entries, .many, "条目"),
    ],
    options: [.flag(.withdraw, "撤回登记过的回避"), .optional(.month, .month, "哪个月")]
  ) { session, arguments in
    try session.write { change in
      let person = try change.directory.person(arguments[word: .person].text ?? "")
      let numbers = try arguments[word: .entry].texts.map {
        try change.directory.entry($0, .inReview, of: arguments[.month].month)
      }.unique
      try change.draft.recuse(person, from: numbers, given: !arguments[.withdraw].isGiven)
    } answer: { outcome in
      outcome.recusalAnswer
    }
  }

  static let reviewReopen = Command(
    .reviewReopen, .writes, summary: "复会：散会早了，公示以前接着开", examples: ["xinyi 议事 复会 --理由 漏了两条"],
    options: [
      .required(.why, .text, "为什么复会"), .optional(.month, .month, "哪个月；不写就是已评审、待公示的月"),
    ]
  ) { session, arguments in
    try session.write { change in
      let month = try change.directory.month(arguments[.month].month, in: .closed)
      try change.draft.reopenReview(of: month, why: arguments[.why].text ?? "")
    } answer: { outcome in
      outcome.reopeningAnswer
    }
  }
}

extension Outcome {
  /// Who may vote on each line now, and how to take it back.
  fileprivate var recusalAnswer: Answer {
    guard case .recused(let event) = events.first?.event else {
      return Answer(rows: [], text: "没有条目。\n")
    }
    let entries = touchedEntries
    let isGiven = event.given != false
    var text = "\(isGiven ? "已登记" : "已撤回") \(naming.person(event.person)) 的回避，"
    text += "\(entries.count) 条。\n"
    text += entries.map { voters(on: $0, change: isGiven ? 1 : -1) }.joined()
    let back = entries.map(\.number.description)
    let option = isGiven ? ["--withdraw"] : []
    text += isGiven ? "要撤回：" : "要再登记："
    text += commandText(
      ["review", "recuse", event.person.text] + back + option, directory.language)
    return Answer(
      rows: entries.map(directory.row(of:)), text: text + "\n",
      with: [("person", .text(event.person)), ("given", .bool(isGiven))])
  }

  /// `2026-10-0017 可以投票 7 人 → 6 人，须 4 票赞成`.
  private func voters(on entry: Entry, change: Int) -> String {
    guard let council = ledger.council(of: entry.month) else { return "" }
    let voters = council.present.count - ledger.recused(from: entry, council: council).count
    let votes =
      voters < council.quorum
      ? "不足 \(council.quorum) 人，表决时自动缓议" : "须 \(council.passMark(voters: voters)) 票赞成"
    return "\(entry.number) 可以投票 \(voters + change) 人 → \(voters) 人，\(votes)。\n"
  }

  fileprivate var reopeningAnswer: Answer {
    guard case .reviewReopened(let event) = events.first?.event else {
      return Answer(rows: [], text: "")
    }
    let entries = ledger.agenda(of: event.month)
    let states = "\(ReviewMonth.State.closed.word) → \(ledger.reviewMonth(event.month).state.word)"
    return Answer(
      rows: entries.map(directory.row(of:)),
      text: "\(event.month) 复会，到会成员同前：\(states)。没有表决和缓议的条目已转回。\n"
        + directory.table(of: entries)
        + "改一条先重议：\(directory.command("review", "undo", "条目"))；"
        + "再散会：\(directory.command("review", "close"))\n",
      with: [("month", .text(event.month))])
  }
}
