import XinyiLedger

/// 逐条评审: the lines carried together, then the others one by one.
func minutesReview(_ paper: MinutesPaper) -> [Part] {
  if paper.lines.isEmpty { return [.paragraph("本次没有送审的条目。")] }
  var parts: [Part] = []
  if !paper.together.isEmpty {
    parts.append(.heading("（一）无疑问的加分条目，宣读后合并表决"))
    parts += together(paper)
  }
  if !paper.single.isEmpty {
    let ordinal = paper.together.isEmpty ? "（一）" : "（二）"
    parts.append(.heading("\(ordinal)单独表决的条目"))
    parts += oneByOne(paper)
  }
  return parts
}

// MARK: - Carried together

private func together(_ paper: MinutesPaper) -> [Part] {
  let lines = paper.together
  let free = lines.filter(\.recused.isEmpty)
  let withRecusal = lines.filter { !$0.recused.isEmpty }
  var text = "第\(labels(lines, in: paper.month))条，共\(lines.count)条，通过。"
  if !withRecusal.isEmpty { text += "其中：" }
  var parts = [Part.paragraph(text)]
  for group in grouped(withRecusal, by: { $0.recused.count }) {
    guard let votes = group.first?.votes else { continue }
    let lists = grouped(group, by: { $0.recused.map(\.name) }).map { same in
      "第\(labels(same, in: paper.month))条（\(same[0].recused.map(\.name).joined(separator: "、"))）"
    }
    parts.append(
      .paragraph(
        "成员本人、本户、近亲属或者本人申请回避的\(group.count)条，该成员回避，"
          + "其余\(votes.count)人表决，\(votes.words)：\(lists.joined(separator: "，"))。"))
  }
  for group in grouped(free, by: { $0.votes?.for ?? 0 }) {
    guard let votes = group.first?.votes else { continue }
    let which = withRecusal.isEmpty ? "各条" : "其余\(group.count)条"
    parts.append(.paragraph("\(which)，\(votes.words)。"))
  }
  return parts
}

/// The lines in groups of one key, in the order in which the keys first come.
private func grouped<Key: Hashable>(
  _ lines: [MinutesLine], by key: (MinutesLine) -> Key
) -> [[MinutesLine]] {
  var order: [Key] = []
  var groups: [Key: [MinutesLine]] = [:]
  for line in lines {
    let key = key(line)
    if groups[key] == nil { order.append(key) }
    groups[key, default: []].append(line)
  }
  return order.compactMap { groups[$0] }
}

/// `001、003、005至008`: runs of three and more are drawn together.
private func labels(_ lines: [MinutesLine], in month: Month) -> String {
  var runs: [[EntryNumber]] = []
  for entry in lines.map(\.entry).sorted() {
    if let last = runs.last?.last, last.month == entry.month, last.serial + 1 == entry.serial {
      runs[runs.count - 1].append(entry)
    } else {
      runs.append([entry])
    }
  }
  return runs.flatMap { run -> [String] in
    let labels = run.map { $0.label(in: month) }
    guard labels.count > 2, let first = labels.first, let last = labels.last else {
      return labels
    }
    return ["\(first)至\(last)"]
  }.joined(separator: "、")
}

// MARK: - One by one

private func oneByOne(_ paper: MinutesPaper) -> [Part] {
  let counts = ["回避", "赞成", "反对", "弃权"].map { TableColumn($0, .fits(4...4), .right) }
  let table = SheetTable(
    columns: [
      TableColumn("条号", .fits(4...7), .left), TableColumn("姓名", .fits(8...18), .left),
      TableColumn("事项", .fills, .left), TableColumn("报分", .fits(6...9), .right),
      TableColumn("定分", .fits(6...9), .right),
    ] + counts + [TableColumn("结果", .fits(4...6), .left)],
    rows: paper.single.map { cells($0, in: paper.month) }, gap: 1, foot: [])
  return [.table(table), .rule] + remarks(paper).map { .text($0, first: 0, rest: 2) }
}

private func cells(_ line: MinutesLine, in month: Month) -> [String] {
  let votes = line.votes.map { [$0.for, $0.against, $0.abstain].map(String.init) }
  return [
    line.entry.label(in: month), line.name ?? "（保密）", line.deed, line.asked.signed,
    line.points?.signed ?? "", line.outcome == .undecided ? "" : String(line.recused.count),
  ] + (votes ?? ["", "", ""]) + [line.outcome.word]
}

/// Reasons and recusals of the lines above, then what the votes were about.
private func remarks(_ paper: MinutesPaper) -> [String] {
  let lines = paper.single
  let reasons = lines.compactMap { line -> String? in
    let label = "第\(line.entry.label(in: paper.month))条"
    if case .withoutQuorum(let voters) = line.outcome {
      return "\(label)缓议：回避后能投票的只有\(voters)人，不足\(paper.attendance.quorum)人。"
    }
    return line.why.map { "\(label)\(line.outcome.word)理由：\($0.asSentence)" }
  }
  let recusals = lines.compactMap { recusalSentence($0, in: paper.month) }
  let isRejected = lines.contains { $0.outcome == .rejected }
  let isDeferred = lines.contains { $0.outcome == .deferred }
  let meanings = [
    isDeferred ? "缓议的票数，是对“缓议”的表决票数" : nil,
    isRejected ? "驳回的票数，是对原案的表决票数" : nil,
  ].compactMap(\.self)
  return reasons + recusals + (meanings.isEmpty ? [] : [meanings.joined(separator: "；") + "。"])
}

/// Nobody is named beside a line that names nobody.
func recusalSentence(_ line: MinutesLine, in month: Month) -> String? {
  guard !line.recused.isEmpty, line.name != nil else { return nil }
  let who = line.recused.map { "\($0.name)（\($0.reason)）" }.joined(separator: "、")
  return "第\(line.entry.label(in: month))条回避：\(who)。"
}

extension Votes {
  /// `赞成6票，反对0票，弃权0票`.
  var words: String { "赞成\(`for`)票，反对\(against)票，弃权\(abstain)票" }
}

extension MinutesLine.Outcome {
  var word: String {
    switch self {
    case .passed: "通过"
    case .amended: "改分"
    case .rejected: "驳回"
    case .deferred, .withoutQuorum: "缓议"
    case .undecided: "未表决"
    }
  }
}

extension String {
  /// With a full stop, unless whoever wrote it has set one.
  var asSentence: String { hasSuffix("。") ? self : self + "。" }
}
