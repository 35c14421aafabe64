import XinyiFiles
import XinyiLedger
import XinyiText

/// Papers of the month's way from the meeting to its effect.
extension VillageView {
  /// Of the month named, or that of the meeting that goes on or comes next.
  func agendaPaper(_ request: PaperRequest) throws -> Sheet {
    try refuseSubjects(request)
    let held = ledger.months.values.filter { $0.state == .inReview }.map(\.month).min()
    let month =
      request.arguments[.month].month ?? held
      ?? ledger.firstUnopenedMonth(from: ledger.opened.firstMonth)
    return agendaSheet(directory.paperSource.agenda(of: month))
  }

  /// Of the notice named, or the last one; its term must be over, for the sheet says what came.
  func noObjectionPaper(_ request: PaperRequest) throws -> Sheet {
    let notice = try postedNotice(request)
    return try noObjectionPaper(of: notice)
  }

  func noObjectionPaper(of notice: Notice) throws -> Sheet {
    if today <= notice.to {
      throw Refusal.noticeStillHangs(notice.number, to: notice.to, today: today)
    }
    return noObjectionSheet(directory.paperSource.noObjection(notice))
  }

  /// The entry's steps, as `entry trail` has them.
  func trailPaper(_ request: PaperRequest) throws -> Sheet {
    let number = try directory.entry(
      request.requiredSubject(), .open, of: request.arguments[.month].month)
    guard let entry = ledger[number] else { throw WordFault.unknownEntry(number.description) }
    let steps = ledger.trail(of: number, in: snapshot.events)
    return trailSheet(directory.paperSource.trail(of: entry, steps, digest: wholeDigest))
  }

  /// A paper that is of nobody in particular takes no words behind its name.
  func refuseSubjects(_ request: PaperRequest) throws {
    if let surplus = request.subjects.first {
      throw request.arguments.usage(.surplusWord(typed: surplus))
    }
  }

  /// The notice named, or the last one.
  func postedNotice(_ request: PaperRequest) throws -> Notice {
    let named = try request.subject(as: NoticeNumber.self)
    guard let number = named ?? ledger.noticeOrder.last else { throw Refusal.noMonthIn(.onNotice) }
    guard let notice = ledger.notices[number] else { throw WordFault.unknownNotice(number) }
    return notice
  }
}
