import XinyiFiles
import XinyiLedger
import XinyiText

extension VillageView {
  /// Everything that an inspector asks for of a month, in one document with a cover. What does not
  /// exist yet is left out, and the cover says so by not naming it.
  func inspectionPack(_ request: PaperRequest) throws -> PrintedPaper {
    let named = try request.subject(as: Month.self) ?? request.arguments[.month].month
    let month = try ledger.reportedMonth(named, today: today)
    let paper = directory.paperSource.inspection(of: month, digest: wholeDigest)
    let parts = try inspectionParts(of: month, paper)
    let cover = inspectionCover(paper, contents: parts.map(\.title))
    return PrintedPaper(sheets: [cover] + parts.flatMap(\.sheets))
  }

  private typealias PackPart = (title: String, sheets: [Sheet])

  private func inspectionParts(
    of month: Month, _ paper: InspectionPaper
  ) throws -> [PackPart] {
    let notices = ledger.reviewMonth(month).notices.compactMap { ledger.notices[$0] }
    var parts: [PackPart] = []
    if !notices.isEmpty {
      parts.append(("公示", try notices.flatMap { try paperToPrint(of: $0).sheets }))
    }
    if ledger.reviewMonth(month).meeting != nil {
      parts.append(("会议记录", [minutesSheet(try minutes(of: month).paper)]))
    }
    let over = notices.filter { !$0.isVoid && $0.to < today }
    if !over.isEmpty {
      parts.append(("公示结果确认书", try over.map { try noObjectionPaper(of: $0) }))
    }
    let objections = objectionSheets(of: month)
    if !objections.isEmpty { parts.append(("异议和答复（\(objections.count)件）", objections)) }
    let source = directory.paperSource
    return parts + [
      ("条目和佐证清单", [evidenceSheet(paper)]),
      ("加分、扣分分布", [reportPaper(source.fairnessSheet(of: month))]),
      ("超市月报", [reportPaper(source.shopSheet(ledger.shopReport(of: month, on: today)))]),
      ("账本校验码和核对办法", [ledgerCheckSheet(paper)]),
    ]
  }

  private func objectionSheets(of month: Month) -> [Sheet] {
    ledger.objections.values.filter { ledger[$0.filed.entry]?.month == month }
      .map(\.filed.objection).sorted()
      .compactMap { directory.paperSource.objection($0).map(objectionSheet) }
  }
}
