public import XinyiLedger

/// The parts of a month's inspection pack (检查材料) that no other paper holds: its cover, the list
/// of entries with their evidence, and how to check the ledger. Names are in full: it is shown to
/// inspectors and kept, never posted.
public struct InspectionPaper: Sendable, Equatable {
  public var village: PaperVillage
  public var month: Month
  public var state: ReviewMonth.State
  public var printed: Day
  public var entries: [Line]
  public var record: StatementRecord

  public struct Line: Sendable, Equatable {
    public var entry: EntryNumber
    public var name: String
    public var on: Day
    public var deed: String
    public var points: Points
    public var state: Entry.State
    public var evidence: [String]
  }
}

extension PaperSource {
  /// The pack's own pages of a month; `digest` is that of the whole ledger.
  public func inspection(of month: Month, digest: Digest) -> InspectionPaper {
    let entries = ledger.agenda(of: month)
    let names = fileNames(of: entries.map(\.recorded.person))
    return InspectionPaper(
      village: village, month: month, state: ledger.reviewMonth(month).state, printed: today,
      entries: entries.map { entry in
        let isSecret = ledger.item(of: entry)?.mask == .noName
        let person = entry.recorded.person
        return InspectionPaper.Line(
          entry: entry.number, name: isSecret ? "（保密）" : names[person] ?? person.text,
          on: entry.recorded.on,
          deed: isSecret
            ? "\(ledger.item(of: entry)?.group ?? "")类（当面核对）"
            : "\(entry.recorded.rule) \(entry.recorded.title)",
          points: ledger.assessment(of: entry).points, state: entry.state,
          evidence: entry.recorded.evidence + entry.laterEvidence)
      }, record: StatementRecord(records: ledger.sequence, digest: digest))
  }
}

/// The cover: what is in the pack, in order.
public func inspectionCover(_ paper: InspectionPaper, contents: [String]) -> Sheet {
  let name = "\(paper.village.name)\(paper.month.inFull)信义积分检查材料"
  return Sheet(
    strip: name, paper.village, size: .a4,
    [
      .blank, .title(name), .subtitle("内部存档，供检查用，不得张贴"), .blank,
      .line("整理日期：\(paper.printed.inFull)"),
      .line("本月状态：\(paper.state.word)；条目\(paper.entries.count)条。"), .blank,
      .heading("目录"),
    ] + contents.enumerated().map { .item("\(chineseOrdinal($0 + 1))、", $1) } + [
      .blank, .pair("整理人（签字）：", "村务监督委员会（签字）：", at: 46), .blank,
      seal(of: paper.village, on: paper.printed),
    ])
}

/// Every entry of the month with what was shown for it.
public func evidenceSheet(_ paper: InspectionPaper) -> Sheet {
  let name = "\(paper.month.inFull)条目和佐证清单"
  let table = SheetTable(
    columns: [
      TableColumn("条号", .fits(4...7), .left), TableColumn("姓名", .fits(6...14), .left),
      TableColumn("日期", .fixed(5), .left), TableColumn("事项", .fills, .left),
      TableColumn("分值", .fits(5...7), .right), TableColumn("现状", .fits(4...6), .left),
      TableColumn("佐证", .fits(4...22), .left),
    ],
    rows: paper.entries.map { line in
      [
        line.entry.label(in: paper.month), line.name, line.on.inTable, line.deed,
        line.points.signed, line.state.word,
        line.evidence.isEmpty ? "无" : line.evidence.map(shortened).joined(separator: "、"),
      ]
    }, gap: 1, foot: [.rule])
  let missing = paper.entries.count { $0.evidence.isEmpty }
  return Sheet(
    name: name, banner: practiceBanner(paper.village),
    parts: [
      .title(name), .blank,
      .line("共\(paper.entries.count)条，其中没有佐证的\(missing)条。存档文件按前8位校验码在存档夹里找。"),
      .blank,
    ] + (paper.entries.isEmpty ? [] : [.table(table)]), ending: [], size: .a4,
    numbering: .ofSeveral)
}

/// A kept file by the first digits of its digest.
private func shortened(_ evidence: String) -> String {
  let mark = "sha256:"
  return evidence.hasPrefix(mark)
    ? "存档\(evidence.dropFirst(mark.count).prefix(8))" : evidence
}

/// The ledger's digest, and how anybody checks it without this program.
public func ledgerCheckSheet(_ paper: InspectionPaper) -> Sheet {
  let (records, digest) = (paper.record.records, paper.record.digest)
  let name = "账本校验码和核对办法"
  return Sheet(
    strip: name, paper.village, size: .a4,
    [
      .title(name), .blank,
      .line("账本第1至\(records)行的校验码（账上改动任何一个字，此码就对不上）："),
      .text(digest.inGroups(first: 64), first: 2, rest: 2), .blank,
    ]
      + Part.numbered([
        "用本程序核对：xinyi 查账 --校验码 \(digest.description.prefix(16))",
        "不用本程序核对：head -n \(records) ledger.jsonl | sha256sum，所得应与上面逐字相同。",
        "每期公示和对账单上都印有当时的校验码，和本页用同一办法核对：行数用那张纸上写的行数。",
        "逐条追查：xinyi 台账 来历 后面写条目号，列出账本里关于这一条的每一行。",
      ]) + [.blank, .pair("核对人（签字）：", "核对日期：____年__月__日", at: 46), .blank])
}
