import XinyiFiles
import XinyiLedger
import XinyiText

extension VillageView {
  /// What `print` was asked for. A paper that has a command of its own is made by the same code.
  func printed(_ request: PaperRequest) throws -> PrintedPaper {
    switch request.paper {
    case .notice: try noticePaper(request)
    case .minutes:
      PrintedPaper(sheets: [minutesSheet(try minutes(of: request.arguments[.month].month).paper)])
    case .statement: try statements(request)
    case .slip:
      PrintedPaper(
        sheets: [try slipSheet(request.requiredSubject(), width: request.arguments.slipWidth)])
    case .label:
      PrintedPaper(
        sheets: [labels(of: labelled(try request.subjects.map { try directory.item($0) }))])
    case .reminder: PrintedPaper(sheets: try reminder(request.requiredSubject()))
    case .objection: PrintedPaper(sheets: try objection(request.requiredSubject()))
    case .dayClose:
      PrintedPaper(
        sheets: [reportPaper(try daySheet(of: request.arguments[.on].day ?? today).sheet)])
    case .secretary:
      PrintedPaper(sheets: [secretaryPage(of: try reportedMonth(request))])
    case .agenda: PrintedPaper(sheets: [try agendaPaper(request)])
    case .signIn: PrintedPaper(sheets: [try signInPaper(request)])
    case .noObjection: PrintedPaper(sheets: [try noObjectionPaper(request)])
    case .cards: PrintedPaper(sheets: [try cardIssuePaper(request)])
    case .stockTaking: PrintedPaper(sheets: [try stockTakingPaper(request)])
    case .grades: try gradePaper(request)
    case .guide: PrintedPaper(sheets: try guidePaper(request))
    case .trail: PrintedPaper(sheets: [try trailPaper(request)])
    case .inspection: try inspectionPack(request)
    }
  }

  /// The month named, or the latest whose review was opened.
  func reportedMonth(_ request: PaperRequest) throws -> Month {
    try ledger.reportedMonth(request.arguments[.month].month, today: today)
  }

  private func secretaryPage(of month: Month) -> Sheet { reportPaper(monthSheet(of: month)) }

  private func reminder(_ typed: String) throws -> [Sheet] {
    let reminder = try directory.reminder(typed)
    return directory.paperSource.reminder(reminder).map { [reminderSheet($0)] } ?? []
  }

  private func objection(_ typed: String) throws -> [Sheet] {
    let number = ObjectionNumber(typed.uppercased())
    let filed = try directory.objection(number).filed.objection
    return directory.paperSource.objection(filed).map { [objectionSheet($0)] } ?? []
  }

  /// One for each person named, each in full. For everybody who has an account four to a page,
  /// household by household, so that whoever carries them round finds them in the order of the
  /// doors.
  private func statements(_ request: PaperRequest) throws -> PrintedPaper {
    let (from, to) = try statementTerm(request.arguments)
    let people = try statementPeople(request)
    let digest = wholeDigest
    let papers = try people.map { person in
      try statement(of: person, from: from, to: to, digest: digest).1
    }
    return PrintedPaper(
      sheets: request.arguments[.all].isGiven
        ? shortStatementsSheet(papers).map { [$0] } ?? [] : papers.map(statementSheet))
  }

  private func statementPeople(_ request: PaperRequest) throws -> [PersonNumber] {
    guard request.arguments[.all].isGiven else {
      guard !request.subjects.isEmpty else { throw request.arguments.usage(.missingWord(.subject)) }
      return try request.subjects.map { try directory.person($0) }.unique
    }
    if let surplus = request.subjects.first {
      throw request.arguments.usage(.surplusWord(typed: surplus))
    }
    return directory.peopleByDoor
  }

  /// The page says what the posted text says: where the ledger would give another text by now, or
  /// somebody has changed the kept one, the page holds that text as it is.
  private func noticePaper(_ request: PaperRequest) throws -> PrintedPaper {
    try paperToPrint(of: postedNotice(request))
  }

  func paperToPrint(of notice: Notice) throws -> PrintedPaper {
    let paper = try paper(of: notice)
    let earlier = ledger.noticeBefore(notice.number)?.sequence
    func page(_ text: NoticeText) -> Sheet {
      text.page(
        records: notice.sequence,
        digest: snapshot.lines.fingerprint(lines: notice.sequence) ?? .zero,
        previousDigest: earlier.flatMap { snapshot.lines.fingerprint(lines: $0) })
    }
    let again = page(noticeText(directory.paperSource.reprint(notice)))
    let pages = [page(try postedText(of: notice)), again]
    let warnings = [notice.voidWarning(today), paper.warning].compactMap(\.self)
    return PrintedPaper(
      sheets: [pages.first { $0.text == paper.text } ?? again.holding(paper.text)],
      warnings: warnings + coverings(of: notice), status: paper.isForged ? .badData : .done)
  }

  /// A notice laid out again from the ledger as it stood when it was posted.
  func postedText(of notice: Notice) throws -> NoticeText {
    let ledger: Ledger
    do throws(VillageFault) {
      ledger = try snapshot.ledger(upTo: notice.sequence)
    } catch {
      throw Failure(error)
    }
    let source = PaperSource(
      ledger: ledger, roster: snapshot.roster, shop: snapshot.shop, today: ledger.lastAt.day)
    return noticeText(source.posted(notice))
  }
}
