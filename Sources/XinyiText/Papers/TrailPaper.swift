public import XinyiLedger

/// Where an entry comes from (来历): each line of the ledger that concerns it. For the file and for
/// the person, so it names him in full.
public struct TrailPaper: Sendable, Equatable {
  public var village: PaperVillage
  public var entry: EntryNumber
  public var name: String
  public var group: String
  public var on: Day
  public var deed: String
  public var points: Points
  public var state: Entry.State
  public var evidence: [String]
  public var steps: [Step]
  public var record: StatementRecord

  public struct Step: Sendable, Equatable {
    public var line: Int
    public var at: Moment
    public var by: Operator
    public var sentence: String
  }
}

extension PaperSource {
  /// The trail of an entry; `digest` is that of the whole ledger.
  public func trail(of entry: Entry, _ steps: [TrailStep], digest: Digest) -> TrailPaper {
    let recorded = entry.recorded
    return TrailPaper(
      village: village, entry: entry.number, name: naming.person(recorded.person),
      group: group(of: recorded.person), on: recorded.on,
      deed: "\(recorded.rule) \(recorded.title)", points: ledger.assessment(of: entry).points,
      state: entry.state, evidence: recorded.evidence + entry.laterEvidence,
      steps: steps.map {
        TrailPaper.Step(line: $0.line, at: $0.at, by: $0.by, sentence: $0.sentence(naming))
      },
      record: StatementRecord(records: ledger.sequence, digest: digest))
  }
}

/// Every step with its day, its line of the ledger and who did it.
public func trailSheet(_ paper: TrailPaper) -> Sheet {
  let table = SheetTable(
    columns: [
      TableColumn("账本行", .fits(6...8), .right), TableColumn("时间", .fixed(16), .left),
      TableColumn("经手人", .fits(6...12), .left), TableColumn("经过", .fills, .left),
    ],
    rows: paper.steps.map {
      [
        String($0.line), "\($0.at.day) \($0.at.clock)", $0.by.text, $0.sentence,
      ]
    }, gap: 2, foot: [.rule])
  let evidence = paper.evidence.isEmpty ? "无" : paper.evidence.joined(separator: "；")
  return Sheet(
    name: "\(paper.village.name)信义积分条目来历", banner: practiceBanner(paper.village),
    parts: [
      .title("\(paper.village.name)信义积分条目来历"),
      .subtitle("（\(paper.entry.spoken(in: paper.on.year))）"),
      .blank,
      .pair("条目：\(paper.entry)", "现状：\(paper.state.word)", at: 46),
      .pair("姓名：\(paper.name)", "组别：\(paper.group)", at: 46),
      .pair("日期：\(paper.on.inFull)", "分值：\(paper.points.signed)分", at: 46),
      .item("事项：", paper.deed), .item("佐证：", evidence), .blank, .table(table),
    ],
    ending: [
      .text("本页照账本逐行列出，一步不少。只给本人和存档，不张贴。", first: 0, rest: 2),
      .text(
        "账本第1至\(paper.record.records)行  校验码前16位 " + paper.record.digest.inGroups(first: 16),
        first: 0, rest: 2), .blank,
      .pair("经手人（签字）：", "本人（签字或按手印）：", at: 46), .blank,
    ], size: .a4, numbering: .ofSeveral)
}
