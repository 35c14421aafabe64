import XinyiFiles
import XinyiLedger
import XinyiText

/// Papers of the shop and its cards.
extension VillageView {
  /// The cards that went out with a month's points; without a month, of the last that had any.
  func cardIssuePaper(_ request: PaperRequest) throws -> Sheet {
    try refuseSubjects(request)
    let last = ledger.cards.cards.values.compactMap(\.month).max()
    let month = try request.arguments[.month].month ?? last ?? reportedMonth(request)
    return cardIssueSheet(directory.paperSource.cardIssue(of: month))
  }

  func stockTakingPaper(_ request: PaperRequest) throws -> Sheet {
    try refuseSubjects(request)
    return stockTakingSheet(directory.paperSource.stockTaking())
  }
}
