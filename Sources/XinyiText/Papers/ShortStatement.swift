import XinyiLedger

/// Statements of a whole village in short form, four on a page to be cut apart: the figures, the
/// last movements, and how to object. In full form each takes a page.
public func shortStatementsSheet(_ papers: [StatementPaper]) -> Sheet? {
  guard let first = papers.first else { return nil }
  return Sheet(
    name: "\(first.village.name)信义积分对账单", banner: [],
    parts: [.quarters(papers.map(shortStatement))], ending: [], size: .quarters,
    numbering: .none)
}

/// Movements of the short form; older ones are on the full one.
private let shownMovements = 4

private func shortStatement(_ paper: StatementPaper) -> [Part] {
  let person = paper.person
  let household = person.household.map { " \($0)户" } ?? ""
  return practiceBanner(paper.village).map(Part.subtitle) + [
    .title("\(paper.village.name)信义积分对账单（简表）"),
    .text(
      "\(person.name)（\(person.number)） \(person.group)\(household)    \(paper.printed.inFull)",
      first: 0,
      rest: 2),
    .figures([
      "可兑换积分：\(paper.spendable.fixed)分"
        + (paper.carry.map { "（用到\($0.until.inFull)）" } ?? ""),
      shortRating(paper.rating) + "；待生效：\(paper.pending.fixed)分",
    ]),
  ] + movements(of: paper.spendableLines) + [
    .text(
      "有不对的，找村委会、村务监督委员会或\(paper.village.town)都行，当场给回执，"
        + "\(paper.objectionWorkingDays)个工作日内答复。要全部明细，可向村委会要整张对账单。",
      first: 0, rest: 0)
  ]
}

private func shortRating(_ rating: StatementRating) -> String {
  switch rating {
  case .notEvaluated(let reason): "评级分：不参加评级（\(reason)）"
  case .graded(let points, let grade, _): "评级分：\(points.fixed)分，\(grade)"
  }
}

private func movements(of account: StatementLines) -> [Part] {
  if account.lines.isEmpty { return [.line("本期可兑换积分没有变动。")] }
  let shown = account.lines.suffix(shownMovements)
  let earlier = account.lines.count - shown.count
  let head = earlier > 0 ? "最近\(shown.count)笔（另有\(earlier)笔在前）：" : "本期\(shown.count)笔："
  return [.line(head)]
    + shown.map { line in
      .amount("\(line.on.inTable) \(cut(line.reason, to: 50))", line.change.signed)
    }
}
