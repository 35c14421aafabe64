import XinyiLedger

/// The minutes of a meeting, for the file and never for the board.
public func minutesSheet(_ paper: MinutesPaper) -> Sheet {
  var sections = NumberedSections(opening: minutesOpening(paper))
  sections.add("通报上次会议事项", minutesReports(paper))
  sections.add("逐条评审（\(minutesCounts(paper))）", minutesReview(paper))
  sections.add("一事一议", minutesSpecial(paper))
  sections.add("决定", [.paragraph(minutesDecision(paper))])
  return Sheet(
    name: "\(paper.village.name)信用议事会会议记录", banner: practiceBanner(paper.village),
    parts: sections.parts, ending: minutesClosing(paper), size: .a4, numbering: .always)
}

// MARK: - Who, when, where

private func minutesOpening(_ paper: MinutesPaper) -> [Part] {
  let year = paper.openedAt.day.year.number
  let facts = Part.pair("时间：\(minutesTime(paper))", "地点：____________________", at: 52)
  return [
    .together([
      .title("\(paper.village.name)信用议事会会议记录"),
      .subtitle("（\(year)年第\(paper.number)次，评审\(paper.month.inFull)）"),
      .subtitle("内部存档，不得张贴、不得拍照外传"),
    ]), .blank, .together([facts] + attendance(paper)), .blank,
  ]
}

private func minutesTime(_ paper: MinutesPaper) -> String {
  let opened = paper.openedAt
  let start = "\(opened.day.inFull)（\(opened.day.weekdayName)）\(opened.clock)至"
  guard let closed = paper.closedAt else { return start + "（会议尚未散会）" }
  return start + (closed.day == opened.day ? "" : closed.day.after(opened.day)) + closed.clock
}

private func attendance(_ paper: MinutesPaper) -> [Part] {
  let who = paper.attendance
  let (present, absent) = (who.present.count, who.absent.count)
  let chair = who.chair + (who.chairIsConvener ? "（议事会召集人）" : "")
  let count =
    "应到\(present + absent)人，实到\(present)人，缺席\(absent)人。"
    + "达到成员半数以上（\(who.quorum)人），会议有效。"
  let invited = [
    who.secretary.isEmpty ? nil : "党支部书记\(listed(who.secretary))",
    who.supervisors.isEmpty ? nil : "村务监督委员会\(listed(who.supervisors))",
  ].compactMap(\.self)
  let observers = invited.isEmpty ? "" : "（可以列席的有：\(invited.joined(separator: "；"))）"
  return [
    .pair("主持人：\(chair)", "记录人：________（信用管理员，无表决权）", at: 42), .line(count),
    .item("到会成员：", listed(who.present) + "。"),
  ]
    + (absent == 0 ? [] : [.item("缺席成员：", listed(who.absent) + "。")])
    + [.item("列席（无表决权）：", "____________________________________" + observers)]
}

private func listed(_ names: [String]) -> String { names.joined(separator: "、") }

private func minutesReports(_ paper: MinutesPaper) -> [Part] {
  let reports = paper.reports.isEmpty ? ["没有需要通报的事项。"] : paper.reports
  return [.paragraph(reports.joined())]
}

// MARK: - What was decided

private func minutesCounts(_ paper: MinutesPaper) -> String {
  func count(_ holds: (MinutesLine.Outcome) -> Bool) -> Int {
    paper.lines.count { holds($0.outcome) }
  }
  let amended = count { if case .amended = $0 { true } else { false } }
  let rejected = count { $0 == .rejected }
  let undecided = count { $0 == .undecided }
  let deferred = paper.lines.count(where: \.isLeft) - undecided
  return "送审\(paper.lines.count)条，通过\(paper.lines.count(where: \.isCarried))条"
    + (amended > 0 ? "（其中改分\(amended)条）" : "")
    + "，驳回\(rejected)条，缓议\(deferred)条" + (undecided > 0 ? "，未表决\(undecided)条" : "")
}

private func minutesDecision(_ paper: MinutesPaper) -> String {
  let carried = paper.lines.count(where: \.isCarried)
  let left = paper.lines.count(where: \.isLeft)
  let later = left > 0 ? "缓议和未表决的\(left)条列入以后的议程。" : ""
  guard let posting = paper.posting else {
    return "通过的\(carried)条在村公示栏公示，公示期自____年__月__日至____年__月__日。" + later
  }
  return "通过的\(carried)条自\(posting.from.inFull)起在村公示栏公示（公示\(posting.notice)），"
    + "公示期至\(posting.to.after(posting.from))止。" + later
}

private func minutesSpecial(_ paper: MinutesPaper) -> [Part] {
  guard !paper.special.isEmpty else { return [.paragraph("无。")] }
  return paper.special.map { .paragraph(specialSentence($0, in: paper.month)) }
}

private func specialSentence(_ line: MinutesLine, in month: Month) -> String {
  let votes = line.votes.map { "，\($0.words)" } ?? ""
  let name = line.name.map { "\($0)，" } ?? "（保密），"
  return "第\(line.entry.label(in: month))条：\(name)\(line.deed)，报\(line.asked.signed)分，"
    + "\(line.outcome.word)\(line.points.map { "，定\($0.signed)分" } ?? "")\(votes)"
    + "，另立记录\(line.minute ?? "")。" + (line.why.map { "理由：\($0.asSentence)" } ?? "")
    + (recusalSentence(line, in: month) ?? "")
}

// MARK: - Signatures

private func minutesClosing(_ paper: MinutesPaper) -> [Part] {
  let record = paper.ledgerLines.map {
    "评审结果已记入账本第\($0.lowerBound)至\($0.upperBound)行。"
  }
  let notice =
    (record ?? "会议尚未散会，本记录还不完整。")
    + "账面与本记录不符的，以经签字的本记录为准，由监督委员会督促更正。"
  return [.line("到会成员逐人签字："), .blank, .signatures(paper.attendance.present)]
    + [
      .pair("主持人（签字）：", "记录人（签字）：", at: 46), .blank, .line("监督委员会列席人员（签字）："),
      .blank, .text(notice, first: 0, rest: 2),
    ]
}
