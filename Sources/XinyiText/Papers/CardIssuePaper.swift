public import XinyiLedger

/// The sheet on which people sign for their cards (发卡表), household by household.
public struct CardIssuePaper: Sendable, Equatable {
  public var village: PaperVillage
  /// With whose month's points they were issued; nil for cards out of older points.
  public var month: Month?
  public var printed: Day
  /// The denominations, rising.
  public var values: [Int]
  public var rows: [Row]

  public struct Row: Sendable, Equatable {
    public var person: PersonNumber
    public var name: String
    public var household: HouseholdNumber?
    public var cards: [CardNumber]
  }
}

extension PaperSource {
  /// The cards that were issued to people with a month's points, those given again left out.
  public func cardIssue(of month: Month) -> CardIssuePaper {
    let cards = ledger.cards.cards.values.filter { $0.month == month && $0.state != .replaced }
    let byPerson = Dictionary(grouping: cards.filter { $0.person != nil }) { $0.person }
    return cardIssue(
      byPerson.compactMap { person, cards in
        person.map { ($0, cards.map(\.number).sorted()) }
      }, month: month)
  }

  /// The sheet of some issues.
  public func cardIssue(
    _ issues: [(person: PersonNumber, cards: [CardNumber])], month: Month?
  ) -> CardIssuePaper {
    let names = fileNames(of: issues.map(\.person))
    let rows = issues.map { issue in
      CardIssuePaper.Row(
        person: issue.person, name: names[issue.person] ?? issue.person.text,
        household: ledger.roster[issue.person]?.household(on: today), cards: issue.cards)
    }
    return CardIssuePaper(
      village: village, month: month, printed: today,
      values: Set(issues.flatMap { $0.cards.map(\.value) }).sorted(),
      rows: rows.sorted {
        ($0.household?.text ?? "", $0.person) < ($1.household?.text ?? "", $1.person)
      })
  }
}

/// Who gets which cards, and a place to sign for them.
public func cardIssueSheet(_ paper: CardIssuePaper) -> Sheet {
  let name = "\(paper.village.name)\(paper.month?.inFull ?? "")信义积分卡发放表"
  let all = paper.rows.flatMap(\.cards)
  return Sheet(
    name: name, banner: practiceBanner(paper.village),
    parts: [
      .title(name), .blank,
      .line("日期：\(paper.printed.inFull)。卡上的分已从账户转出，卡当面点清，遗失请及时挂失。"),
      .line("共 \(paper.rows.count) 人，\(all.count) 张，\(all.points.fixed) 分。"), .blank,
    ] + (paper.rows.isEmpty ? [.paragraph("没有发卡。")] : [.table(issueTable(paper))]),
    ending: [
      .blank, .pair("发卡人（签字）：", "监督人（签字）：", at: 46), .blank,
    ], size: .a4, numbering: .ofSeveral)
}

private func issueTable(_ paper: CardIssuePaper) -> SheetTable {
  let all = paper.rows.flatMap(\.cards)
  func counts(_ cards: [CardNumber]) -> [String] {
    paper.values.map { value in
      let count = cards.count { $0.value == value }
      return count == 0 ? "" : String(count)
    }
  }
  let rows = paper.rows.map { row in
    SheetTable.Row.cells(
      [row.household.map { "\($0)" } ?? "", row.person.text, row.name, row.cards.points.fixed]
        + counts(row.cards) + [runs(of: row.cards), ""])
  }
  let sum = SheetTable.Row.sum(
    ["合计", "", "\(paper.rows.count)人", all.points.fixed] + counts(all)
      + ["\(all.count)张", ""])
  let table = SheetTable(
    columns: [
      TableColumn("户", .fits(4...8), .left), TableColumn("编号", .fits(4...8), .left),
      TableColumn("姓名", .fits(6...16), .left), TableColumn("分值", .fits(4...9), .right),
    ] + paper.values.map { TableColumn("\($0)分", .fits(3...5), .right) } + [
      TableColumn("卡号", .fills, .left), TableColumn("签字或按手印", .fixed(14), .left),
    ], rows: rows + [sum], gap: 1)
  let sign = table.columns.count - 1
  return table.filledByHand(sign...sign)
}

/// `5-0031至0034、2-0107`: cards that follow each other are drawn together.
private func runs(of cards: [CardNumber]) -> String {
  var runs: [(first: CardNumber, last: CardNumber)] = []
  for card in cards.sorted() {
    if let run = runs.last, run.last.value == card.value, run.last.serial + 1 == card.serial {
      runs[runs.count - 1].last = card
    } else {
      runs.append((card, card))
    }
  }
  return runs.map { first, last in
    if first == last { return first.description }
    let end = last.description.drop { $0 != "-" }.dropFirst()
    return last.serial == first.serial + 1 ? "\(first)、\(last)" : "\(first)至\(end)"
  }.joined(separator: "、")
}
