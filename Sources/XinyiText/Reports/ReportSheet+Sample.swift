public import XinyiLedger

extension PaperSource {
  /// The supervisors' sheet: a sample to look up on the spot, and who gets what of the month.
  public func sampleSheet(of month: Month, sample: [Entry], seed: Int) -> ReportSheet {
    let lines = ledger.countedLines(of: month)
    let total = ledger.sampleable(of: month).count
    return ReportSheet(
      village: village, title: "\(village.name)信义积分\(month.inFull)抽查表",
      notes: [
        "制表日期：\(today.inFull)。从 \(total) 条里抽出 \(sample.count) 条，各条机会相等；"
          + "种子 \(seed)，用同一种子、同一账本再抽，抽出的是同样的条目。"
      ],
      sections: [sampleSection(sample), fairnessSection(lines), collectorSection(lines)],
      signatures: ["监督委员（签字）", "信用管理员（签字）"])
  }

  /// Who gets what of a month, without a sample.
  public func fairnessSheet(of month: Month) -> ReportSheet {
    let lines = ledger.countedLines(of: month)
    return ReportSheet(
      village: village, title: "\(village.name)信义积分\(month.inFull)加分、扣分分布",
      notes: ["制表日期：\(today.inFull)。"],
      sections: [fairnessSection(lines), collectorSection(lines)],
      signatures: ["监督委员（签字）", "信用管理员（签字）"])
  }

  private func sampleSection(_ sample: [Entry]) -> ReportSheet.Section {
    ReportSheet.Section(
      key: "entry", heading: "抽查的条目（属实的在后面打勾，不属实的写明）",
      columns: [
        .init("entry", "条目", .code), .init("name", "姓名", .text), .init("on", "日期", .code),
        .init("title", "事项", .text), .init("points", "分值", .number),
        .init("evidence", "佐证", .text), .init("checked", "核实", .code),
      ],
      rows: sample.map { entry in
        [
          .text(entry.number.description), .text(naming.person(entry.recorded.person)),
          .text(entry.recorded.on.inTable), .text(entry.recorded.title),
          .signed(ledger.assessment(of: entry).points), .text(evidence(of: entry)),
          .text("[    ]"),
        ]
      }, remark: nil)
  }

  private func evidence(of entry: Entry) -> String {
    let held = entry.recorded.evidence + entry.laterEvidence
    if held.isEmpty { return "无" }
    return held.map { $0.hasPrefix("sha256:") ? "存档文件" : $0 }.joined(separator: "、")
  }

  /// Plus and minus by group, by surname, and by key people and others.
  private func fairnessSection(_ lines: [Entry]) -> ReportSheet.Section {
    let bySurname = Dictionary(grouping: lines) { surname(of: naming.name(of: $0.recorded.person)) }
    let byStanding = Dictionary(grouping: lines) {
      ledger.isOfKeyPerson($0) ? "重点人群" : "普通村民"
    }
    let parts: [(by: String, of: String, counted: CountedPoints)] =
      ledger.byGroup(lines).map { ("组", $0.group.isEmpty ? "（没有分组）" : $0.group, $0.counted) }
      + bySurname.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .map { ("姓", $0.key, CountedPoints($0.value)) }
      + byStanding.sorted { $0.key < $1.key }.map { ("身份", $0.key, CountedPoints($0.value)) }
    return ReportSheet.Section(
      key: "fairness", heading: "本月加分、扣分是不是偏向一边",
      columns: [
        .init("by", "按", .text), .init("of", "哪些人", .text), .init("people", "人数", .number),
        .init("lines", "条数", .number), .init("plus", "加分", .number),
        .init("minus", "扣分", .number),
      ],
      rows: parts.map { part in
        [
          .text(part.by), .text(part.of), .count(part.counted.people.count),
          .count(part.counted.lines), .signed(part.counted.plus), .signed(part.counted.minus),
        ]
      }, remark: nil)
  }

  private func collectorSection(_ lines: [Entry]) -> ReportSheet.Section {
    ReportSheet.Section(
      key: "collector", heading: "采集员给自己、本户和亲属记的",
      columns: [
        .init("collector", "采集员", .text), .init("lines", "采集条数", .number),
        .init("ofKin", "其中自己人的", .number), .init("percent", "占百分之", .number),
      ],
      rows: ledger.collectors(of: lines).map { line in
        [
          .text(naming.person(line.collector)), .count(line.lines), .count(line.ofKin),
          .count(line.ofKin * 100 / line.lines),
        ]
      }, remark: nil)
  }
}
