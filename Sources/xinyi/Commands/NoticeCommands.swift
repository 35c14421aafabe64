import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let noticePublish = Command(
    .noticePublish, .writes, summary: "张榜：把评审结果公示出来",
    examples: ["xinyi 公示 张榜", "xinyi 公示 张榜 --月份 2026-10 --起 10-27"],
    options: [
      .optional(.month, .month, "哪个月；不写就是已评审的月"), .optional(.from, .dayAhead, "张贴的日期，不写就是今天"),
    ]
  ) { session, arguments in
    try session.publish(arguments, in: .closed) { draft, month, from throws(Refusal) in
      try draft.ledger.planNotice(
        of: month, from: from, today: draft.today, calendar: draft.calendar)
    }
  }

  static let noticeSupplement = Command(
    .noticeSupplement, .writes, summary: "补充公示异议后更正的条目", examples: ["xinyi 公示 补充 --月份 2026-10"],
    options: [
      .optional(.month, .month, "哪个月；不写就是公示中的月"), .optional(.from, .dayAhead, "张贴的日期，不写就是今天"),
    ]
  ) { session, arguments in
    try session.publish(arguments, in: .onNotice) { draft, month, from throws(Refusal) in
      try draft.ledger.planSupplement(
        of: month, from: from, today: draft.today, calendar: draft.calendar)
    }
  }

  static let noticeShow = Command(
    .noticeShow, .reads, summary: "看一张公示，原样打出", examples: ["xinyi 公示 查看", "xinyi 公示 查看 2026-10"],
    words: [Word(.notice, .notice, .optional, "公示号，不写就是最近一张")],
    options: [.optional(.format, .choice(.noticeFormats), "格式，不写就是文本")]
  ) { session, arguments in
    try session.read(strict: true) { view in
      let named = arguments[word: .notice].notice
      guard let number = named ?? view.ledger.noticeOrder.last else {
        throw Refusal.noMonthIn(.onNotice)
      }
      guard let notice = view.ledger.notices[number] else {
        throw WordFault.unknownNotice(number)
      }
      let paper = try view.paper(of: notice)
      let rows = view.directory.publicRows(of: notice)
      var answer = view.directory.answer(
        of: notice, rows: rows.map(\.row), lines: view.snapshot.lines, text: paper.text)
      answer.warnings =
        [notice.voidWarning(view.today), paper.warning].compactMap(\.self)
        + view.coverings(of: notice) + view.objections(on: notice)
      if paper.isForged { answer.status = .badData }
      answer.isPaper = true
      switch arguments[.format].choice {
      case "html": answer.raw = Array(try view.paperToPrint(of: notice).html.utf8)
      case "csv": answer.raw = PublicNoticeRow.table(of: rows)
      case "json": answer.raw = JSON.object([("schema", 1)] + answer.json).page
      default: break
      }
      return answer
    }
  }
}

extension VillageView {
  /// What is to be covered before the text of a notice is shown to anybody again.
  func coverings(of notice: Notice) -> [String] {
    let covered = directory.covered(of: notice)
    guard !covered.isEmpty else { return [] }
    let numbers = covered.map(\.description).joined(separator: "、")
    return ["注意：本人要求不公开，再贴出或给人看之前请遮住条目 \(numbers)。"]
  }
}

extension VillageView {
  /// Which lines of a posted notice wait for an answer; the text that hangs says nothing of it.
  fileprivate func objections(on notice: Notice) -> [String] {
    let open = notice.lines.compactMap { line in
      ledger[line.entry]?.openObjection.flatMap { ledger.objections[$0]?.filed }
    }
    guard !open.isEmpty else { return [] }
    let marked = open.map { "\($0.entry)（\($0.objection)，\($0.due) 前答复）" }
    return ["有异议，待答复：\(marked.joined(separator: "、"))。"]
  }
}

extension Session {
  /// Posts a plan: text and salt are kept first, then the line, then the text is completed with
  /// the 账本校验码 of the ledger up to that line (S7.1).
  fileprivate func publish(
    _ arguments: Arguments, in state: ReviewMonth.State,
    plan: (Draft, Month, Day) throws(Refusal) -> NoticePlan
  ) throws -> Answer {
    var planned = ""
    return try write { change in
      let month = try change.directory.month(
        arguments[.month].month, in: state,
        orElse: state == .onNotice ? change.ledger.noticeOrder.last?.month : nil)
      let from = arguments[.from].day?.nearest(to: change.today) ?? change.today
      try change.takeCalendar()
      let plan = try plan(change.draft, month, from)
      change.warn(ofUnknownHolidaysIn: from...plan.to)
      let text = noticeText(change.directory.paperSource.notice(plan))
      let salt = files.randomBytes(16)
      let body = Array(text.body.utf8)
      planned = text.body
      change.papers = KeptNotice.papers("\(plan.number)", salt: salt, text: body)
      let previous = change.ledger.noticeOrder.last.flatMap { change.ledger.notices[$0]?.sequence }
      change.papersAfter = { lines in
        let ending = text.ending(in: lines, records: lines.count, previous: previous)
        guard let file = KeptNotice.file(plan.number) else { return [] }
        return [(file, body + Array(ending.utf8))]
      }
      try change.draft.publish(plan, body: SHA256.digest(of: salt + body))
    } answer: { outcome in
      outcome.noticeAnswer(planned: planned)
    }
  }
}

extension Day {
  /// A day without its year was read as one to come; one that has just gone by was meant.
  func nearest(to today: Day) -> Day {
    guard self - today > 183, let earlier = Month(year: year.number - 1, month: month.monthOfYear)
    else { return self }
    return min(earlier.firstDay + (dayOfMonth - 1), earlier.lastDay)
  }
}

extension NoticeText {
  /// The closing part for a ledger of so many lines.
  func ending(in lines: LedgerLines, records: Int, previous: Int?) -> String {
    ending(
      records: records, digest: lines.fingerprint(lines: records) ?? .zero,
      previousDigest: previous.flatMap { lines.fingerprint(lines: $0) })
  }
}

extension Directory {
  var paperSource: PaperSource {
    PaperSource(ledger: ledger, roster: roster, shop: shop, today: today)
  }

  /// The lines of a posted notice that are kept from public view by now, though its text was
  /// posted with them.
  func covered(of notice: Notice) -> [EntryNumber] {
    notice.lines.map(\.entry).filter { ledger[$0].map(ledger.isHidden) == true }
  }

  /// The facts of a posted notice, with its text.
  fileprivate func answer(
    of notice: Notice, rows: [Row], lines: LedgerLines?, text: String
  ) -> Answer {
    Answer(
      rows: rows, text: text,
      with: [
        ("notice", .text(notice.number)), ("month", .text(notice.month)),
        ("from", .text(notice.from)), ("to", .text(notice.to)),
        ("records", .int(notice.sequence)),
        ("fingerprint", .optional(lines?.fingerprint(lines: notice.sequence))),
      ])
  }

  /// What anybody may read of a notice's lines (S7.3).
  fileprivate func publicRows(of notice: Notice) -> [PublicNoticeRow] {
    let people = notice.lines.compactMap { ledger[$0.entry]?.recorded.person }
    let names = paperNames(
      for: people.map {
        PaperPerson(
          number: $0, name: naming.name(of: $0), group: ledger.roster[$0]?.group(on: today) ?? "",
          household: ledger.roster[$0]?.household(on: today))
      })
    return notice.lines.compactMap { line in
      guard let entry = ledger[line.entry] else { return nil }
      let masking = ledger.masking(of: entry)
      let person = entry.recorded.person
      let isNamed = masking.isNamed
      return PublicNoticeRow(
        entry: entry.number, name: isNamed ? names[person]?.masked ?? "*" : nil,
        group: isNamed ? ledger.roster[person]?.group(on: today) : nil,
        on: isNamed ? entry.recorded.on : nil,
        rule: masking == .shown ? entry.recorded.rule : nil,
        title: masking.wording ?? entry.recorded.title, points: line.points,
        objection: entry.openObjection)
    }
  }
}

/// One line of a notice as the board shows it: masked, and without what must not be known.
private struct PublicNoticeRow {
  let entry: EntryNumber
  let name: String?
  let group: String?
  let on: Day?
  let rule: RuleCode?
  let title: String
  let points: Points
  /// The objection that waits for its answer.
  let objection: ObjectionNumber?

  var row: Row {
    [
      ("entry", .text(entry)), ("name", .optional(name)), ("group", .optional(group)),
      ("on", .optional(on)), ("rule", .optional(rule)), ("title", .string(title)),
      ("points", .tenths(points)), ("objection", .optional(objection)),
    ]
  }

  static func table(of rows: [PublicNoticeRow]) -> [UInt8] {
    let head = ["条目", "姓名", "组别", "日期", "编码", "事项", "分值", "异议"]
    return CSV.write(
      [head.map { .text($0) }]
        + rows.map { row in
          [
            .text(row.entry.description), .text(row.name ?? ""), .text(row.group ?? ""),
            .text(row.on?.description ?? ""), .text(row.rule?.text ?? "不列"), .text(row.title),
            .number(row.points.description), .text(row.objection?.description ?? ""),
          ]
        })
  }
}

extension Outcome {
  /// The posted paper and what comes next; in a dry run the paper as far as it can be known.
  fileprivate func noticeAnswer(planned: String) -> Answer {
    guard case .noticePublished(let event) = events.last?.event,
      let notice = ledger.notices[event.notice]
    else { return Answer(json: [], text: "") }
    let entries = notice.lines.compactMap { ledger[$0.entry] }.map(directory.row(of:))
    if isDryRun {
      return directory.answer(
        of: notice, rows: entries, lines: nil,
        text: planned + "将公示到 \(notice.to) 止。\n")
    }
    // What cannot be read again right now is shown by `notice show`.
    let lines = try? folder.readLedger().lines
    let kept = KeptNotice.file(notice.number).flatMap { try? folder.read($0) } ?? []
    let next = directory.command("confirm", "--month", notice.month.description)
    return directory.answer(
      of: notice, rows: entries, lines: lines,
      text: String(decoding: kept, as: UTF8.self)
        + "公示 \(notice.number) 已张榜，公示到 \(notice.to) 止。"
        + "\(notice.to + 1) 起确认生效：\(next)\n")
  }
}
