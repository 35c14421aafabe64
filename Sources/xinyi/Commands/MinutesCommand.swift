import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let reviewMinutes = Command(
    .reviewMinutes, .reads, summary: "会议记录：到会、逐条表决、回避和理由，打出来签字存档",
    examples: ["xinyi 议事 记录", "xinyi 议事 记录 --月份 2026-10"],
    options: [.optional(.month, .month, "哪个月；不写就是最近开过会的月")]
  ) { session, arguments in
    try session.read(strict: true) { view in
      try view.minutesAnswer(of: arguments[.month].month)
    }
  }
}

extension VillageView {
  /// The minutes of a month, or of the last that had a meeting; with the notice that followed.
  func minutes(of named: Month?) throws -> (paper: MinutesPaper, posted: Notice?) {
    let last = ledger.months.values.filter { $0.meeting != nil }.map(\.month).max()
    guard let month = named ?? last else { throw Refusal.noMonthIn(.inReview) }
    let held = ledger.reviewMonth(month)
    // As the ledger stood when the meeting ended, so that later answers do not change the paper.
    let then = try held.meeting?.lastLine.map { line in
      do throws(VillageFault) { return try snapshot.ledger(upTo: line) } catch {
        throw Failure(error)
      }
    }
    let source = PaperSource(
      ledger: then ?? ledger, roster: snapshot.roster, shop: snapshot.shop, today: today)
    let posted = held.notices.compactMap { ledger.notices[$0] }.last {
      !$0.isSupplement && !$0.isVoid
    }
    guard held.meeting != nil, let paper = source.minutes(of: month, posted: posted) else {
      throw Refusal.monthIs(month, held.state, needed: .inReview)
    }
    return (paper, posted)
  }

  fileprivate func minutesAnswer(of named: Month?) throws -> Answer {
    let (paper, posted) = try minutes(of: named)
    let month = paper.month
    guard let meeting = ledger.reviewMonth(month).meeting else {
      throw Refusal.noMonthIn(.inReview)
    }
    var answer = Answer(
      rows: paper.lines.map(\.row), text: minutesSheet(paper).text,
      with: [
        ("month", .text(month)), ("number", .int(paper.number)),
        ("year", .int(meeting.openedOn.year.number)), ("openedAt", .text(meeting.openedAt)),
        ("closedAt", .optional(meeting.closedAt)), ("chair", .text(meeting.chair)),
        ("members", .array(meeting.members.map { .text($0) })),
        ("present", .array(meeting.present.map { .text($0) })),
        ("quorum", .int(paper.attendance.quorum)), ("firstLine", .int(meeting.firstLine)),
        ("lastLine", .optional(meeting.lastLine)), ("notice", .optional(posted?.number)),
        ("reports", .array(paper.reports.map { .string($0) })),
      ])
    answer.isPaper = true
    return answer
  }
}

extension MinutesLine {
  /// What the paper says of a line; nobody is named where the paper names nobody.
  fileprivate var row: Row {
    [
      ("entry", .text(entry)), ("name", .optional(name)), ("deed", .string(deed)),
      ("asked", .tenths(asked)), ("outcome", .string(outcome.english)),
      ("points", points.map { .tenths($0) } ?? .null), ("for", .optional(votes?.for)),
      ("against", .optional(votes?.against)), ("abstain", .optional(votes?.abstain)),
      ("recused", .array(name == nil ? [] : recused.map { .string($0.name) })),
      ("recusals", .int(recused.count)), ("why", .optional(why)),
      ("minute", .optional(minute)), ("together", .bool(isTogether)),
    ]
  }
}

extension MinutesLine.Outcome {
  fileprivate var english: String {
    switch self {
    case .passed: DecisionOutcome.approved.rawValue
    case .amended: DecisionOutcome.amended.rawValue
    case .rejected: DecisionOutcome.rejected.rawValue
    case .deferred, .withoutQuorum: DecisionOutcome.deferred.rawValue
    case .undecided: "undecided"
    }
  }
}
