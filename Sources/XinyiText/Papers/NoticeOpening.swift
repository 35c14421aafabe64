import XinyiLedger

/// Title, number, opening paragraph, term.
func noticeOpening(_ paper: NoticePaper) -> [Part] {
  let kind = paper.isSupplement ? "信义积分补充公示" : "信义积分公示"
  let heading =
    [
      Part.title("\(paper.village.name)\(paper.month.inFull)\(kind)"),
      .subtitle("（\(paper.officialNumber(of: paper.number))）"), .blank, .line("全体村民："),
    ]
  let opening =
    paper.supplements.map { supplementOpening(paper, to: $0) } ?? monthOpening(paper)
  return [
    .together(heading + [.paragraph(opening)]), .blank, .together(termParts(paper.term)), .blank,
  ]
}

private func monthOpening(_ paper: NoticePaper) -> String {
  let short = paper.village.name
  let rules =
    "根据《\(short)信义积分管理办法》和《\(short)信义积分细则》"
    + "（第\(paper.catalog.version)版，自\(paper.catalog.from.inFull)起施行），"
  let result =
    paper.isEmpty
    ? "本月没有应予公示的条目。现予公示，接受全体村民监督。"
    : "现将评审结果予以公示，接受全体村民监督。"
  return rules + meetingPhrase(paper.meeting) + "对此前发生、尚未评审的积分事项逐条评审。" + result
    + replacement(paper)
}

private func supplementOpening(_ paper: NoticePaper, to number: NoticeNumber) -> String {
  "\(paper.officialNumber(of: number))公示后，有村民提出意见，"
    + meetingPhrase(paper.meeting) + "对有关条目重新核定。现将更改后的条目补充公示，接受全体村民监督。"
    + replacement(paper)
}

/// Whoever has read the one that was taken down is told that it no longer holds.
private func replacement(_ paper: NoticePaper) -> String {
  paper.replaces.map { "原\(paper.officialNumber(of: $0))已作废，以本公示为准。" } ?? ""
}

private func meetingPhrase(_ meeting: Day?) -> String {
  meeting.map { "村信用议事会于\($0.inFull)召开会议，" } ?? "村信用议事会"
}

private func termParts(_ term: NoticeTerm) -> [Part] {
  let effective = (term.to + 1).after(term.from)
  return [
    .item("公示期：", "\(term.from.inFull)至\(term.to.after(term.from))"),
    .text("（\(termReason(term))）", first: 8, rest: 10),
    .item("生效：", "无异议的，自\(effective)起可确认生效，以确认之日为准；有异议的，只缓该条。"),
  ]
}

private func termReason(_ term: NoticeTerm) -> String {
  let end = term.nominalEnd
  if end == term.to { return "张贴当日不计；第\(term.days)日为\(end.after(term.from))" }
  let day = end.weekday > 5 ? end.weekdayName : "休息日"
  return "张贴当日不计；第\(term.days)日\(end.after(term.from))为\(day)，"
    + "顺延至\(term.to.after(term.from))"
}
