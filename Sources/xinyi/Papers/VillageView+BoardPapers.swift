import XinyiFiles
import XinyiLedger
import XinyiText

/// Papers for the board, and the sheet that goes out with an activity.
extension VillageView {
  /// The catalog in force in plain words.
  func guidePaper(_ request: PaperRequest) throws -> [Sheet] {
    try refuseSubjects(request)
    return directory.paperSource.guide().map { [guideSheet($0)] } ?? []
  }

  /// What was posted of a closed year. Of a year that is still open only a preview, which says so.
  func gradePaper(_ request: PaperRequest) throws -> PrintedPaper {
    let year =
      try request.subject(as: Year.self) ?? ledger.years.keys.max() ?? today.year
    let span = ledger.opened.firstMonth.year...max(ledger.opened.firstMonth.year, today.year)
    guard span.contains(year) else {
      throw Refusal.noReportOfYear(year, first: span.lowerBound, last: span.upperBound)
    }
    guard let closed = ledger.years[year] else {
      let paper = directory.paperSource.grades(ledger.yearEnd(of: year))
      return PrintedPaper(
        sheets: [gradePreview(paper)],
        warnings: ["注意：\(year) 年还没有结转，这只是预览，不要张贴。"])
    }
    return try postedGrades(closed)
  }

  /// The page says what the posted text says, as that of a notice does.
  private func postedGrades(_ closed: ClosedYear) throws -> PrintedPaper {
    let kept = try keptGrades(of: closed)
    let earlier = ledger.notice(before: closed.sequence)?.sequence
    let source = PaperSource(
      ledger: ledger, roster: snapshot.roster, shop: snapshot.shop, today: closed.closedOn)
    let page = gradeText(source.grades(YearEnd(closed))).page(
      records: closed.sequence,
      digest: snapshot.lines.fingerprint(lines: closed.sequence) ?? .zero,
      previousDigest: earlier.flatMap { snapshot.lines.fingerprint(lines: $0) })
    guard let text = kept.text else {
      return PrintedPaper(sheets: [page], warnings: kept.warnings)
    }
    return PrintedPaper(
      sheets: [page.text == text ? page : page.holding(text)], warnings: kept.warnings,
      status: kept.status)
  }
}
