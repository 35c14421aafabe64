public import XinyiLedger

/// What the supervisors sign when the term of a notice is over (无异议): how many objections came,
/// against which lines, and that all others take effect.
public struct NoObjectionPaper: Sendable, Equatable {
  public var village: PaperVillage
  public var notice: NoticeNumber
  public var from: Day
  public var to: Day
  public var lines: Int
  public var objections: [Filed]
  /// Lines that still wait for an answer.
  public var waiting: [EntryNumber]
  /// The day on which the others took effect; nil before the confirm.
  public var effective: Day?
  /// Those who may sign.
  public var supervisors: [String]

  /// One objection that came while the notice hung; who brought it is not said.
  public struct Filed: Sendable, Equatable {
    public var objection: ObjectionNumber
    public var entry: EntryNumber
    public var on: Day
    /// How it was answered; nil while it is open.
    public var outcome: ObjectionOutcome?
    public var answered: Day?
  }
}

extension PaperSource {
  /// The sheet of a notice as things stand.
  public func noObjection(_ notice: Notice) -> NoObjectionPaper {
    let lines = notice.lines.map(\.entry)
    let entries = Set(lines)
    let filed = ledger.objections.values.filter {
      entries.contains($0.filed.entry) && $0.filed.on >= notice.from && $0.filed.on <= notice.to
    }.sorted { $0.filed.objection < $1.filed.objection }
    let supervisors = ledger.roster.holders(of: .supervisor, on: today)
    let names = fileNames(of: supervisors)
    return NoObjectionPaper(
      village: village, notice: notice.number, from: notice.from, to: notice.to,
      lines: lines.count,
      objections: filed.map {
        NoObjectionPaper.Filed(
          objection: $0.filed.objection, entry: $0.filed.entry, on: $0.filed.on,
          outcome: $0.resolved?.outcome, answered: $0.resolvedOn)
      },
      waiting: lines.filter { ledger[$0]?.openObjection != nil },
      effective: notice.isConfirmed
        ? lines.compactMap { ledger[$0]?.effectiveOn }.min() : nil,
      supervisors: supervisors.map { names[$0] ?? $0.text })
  }
}

/// The sheet for the file.
public func noObjectionSheet(_ paper: NoObjectionPaper) -> Sheet {
  let name = "\(paper.village.name)信义积分公示结果确认书"
  let number = paper.village.officialNumber(of: paper.notice)
  let term =
    "\(number)共\(paper.lines)条，自\(paper.from.inFull)张贴，公示期至\(paper.to.inFull)"
    + "（\(paper.to.weekdayName)）止，现已期满。"
  let opening: [Part] = [.title(name), .subtitle("（\(number)）"), .blank, .paragraph(term)]
  let result = objectionParts(paper) + [.paragraph(effectSentence(paper)), .blank]
  return Sheet(strip: name, paper.village, size: .a4, opening + result + signing(paper))
}

private func objectionParts(_ paper: NoObjectionPaper) -> [Part] {
  guard !paper.objections.isEmpty else {
    return [.paragraph("公示期内收到异议0件。")]
  }
  let year = paper.notice.month.year
  let table = SheetTable(
    columns: [
      TableColumn("异议号", .fits(8...16), .left), TableColumn("条目", .fills, .left),
      TableColumn("登记", .fits(5...10), .left), TableColumn("答复", .fits(8...14), .left),
      TableColumn("答复日期", .fits(8...10), .left),
    ],
    rows: paper.objections.map {
      [
        $0.objection.description, $0.entry.spoken(in: year), $0.on.inTable,
        $0.outcome?.word ?? "没有答复", $0.answered?.inTable ?? "",
      ]
    }, gap: 2, foot: [.rule])
  return [.paragraph("公示期内收到异议\(paper.objections.count)件："), .table(table)]
}

private func effectSentence(_ paper: NoObjectionPaper) -> String {
  let year = paper.notice.month.year
  let others = paper.objections.isEmpty ? "全部条目" : "其余各条"
  let labels = paper.waiting.map { $0.spoken(in: year) }
  let waiting = labels.isEmpty ? "" : "\(labels.joined(separator: "、"))等答复以后再定。"
  let effect =
    paper.effective.map { "自\($0.inFull)起生效。" } ?? "自____年__月__日起生效。"
  return "\(others)无异议，\(effect)\(waiting)"
}

private func signing(_ paper: NoObjectionPaper) -> [Part] {
  let names = paper.supervisors.isEmpty ? ["", "", ""] : paper.supervisors
  return [
    .line("村务监督委员会成员逐人签字："), .blank, .signatures(names),
    .pair("信用管理员（签字）：", "日期：____年__月__日", at: 46), .blank,
    .seal(
      "\(paper.village.name)村务监督委员会\(paper.village.isPractice ? "（演练，不盖章）" : "（盖章）")",
      on: "____年__月__日"),
  ]
}
