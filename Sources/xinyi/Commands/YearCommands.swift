import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let yearPreview = Command(
    .yearPreview, .reads, summary: "年结预览：等级、继续计入下年的扣分、会到期的积分；什么也不写",
    examples: ["xinyi 年结 预览", "xinyi 年结 预览 2026"],
    words: [Word(.year, .year, .optional, "哪一年；不写就是还没结转的最早一年")]
  ) { session, arguments in
    try session.read { view in
      let year = arguments[word: .year].year ?? view.ledger.firstOpenYear
      if let closed = view.ledger.years[year] { return try view.answer(closed) }
      return view.directory.preview(of: view.ledger.yearEnd(of: year))
    }
  }

  static let yearClose = Command(
    .yearClose, .writesForGood, summary: "年结：定下全年等级并张榜，没有改正的扣分计入下年，评级分回到基础分",
    examples: ["xinyi 年结 结转 2026"],
    words: [Word(.year, .year, .one, "哪一年")]
  ) { session, arguments in
    try session.closeYear(arguments)
  }

  static let yearExpire = Command(
    .yearExpire, .writesForGood, summary: "清零：把已经到期的可兑换积分从账上写掉", examples: ["xinyi 年结 清零 --试算"]
  ) { session, _ in
    try session.write { change in
      try change.draft.expireSpendable()
    } answer: { outcome in
      outcome.expiryAnswer
    }
  }
}

extension Session {
  /// Text and salt are kept first, then the lines, then the text is completed with the 账本校验码 of
  /// the ledger up to them (S7.1).
  fileprivate func closeYear(_ arguments: Arguments) throws -> Answer {
    var planned = ""
    return try write { change in
      guard let year = arguments[word: .year].year else { return }
      if let obstacle = change.ledger.obstacle(toClosing: year, on: change.today) {
        throw obstacle
      }
      let text = gradeText(change.directory.paperSource.grades(change.ledger.yearEnd(of: year)))
      let salt = files.randomBytes(16)
      let body = Array(text.body.utf8)
      let name = Posting.name(of: year)
      planned = text.body
      change.papers = KeptNotice.papers(name, salt: salt, text: body)
      let digest = SHA256.digest(of: salt + body)
      try change.draft.closeYear(year, body: digest)
      guard let closed = change.ledger.years[year] else { return }
      let previous = change.ledger.notice(before: closed.sequence)?.sequence
      change.papersAfter = { lines in
        let ending = text.ending(in: lines, records: closed.sequence, previous: previous)
        guard let file = KeptNotice.file(name) else { return [] }
        return [(file, body + Array(ending.utf8))]
      }
    } answer: { outcome in
      outcome.closingAnswer(planned: planned)
    }
  }
}

extension VillageView {
  /// The grade list of a closed year as it was posted.
  fileprivate func answer(_ closed: ClosedYear) throws -> Answer {
    let kept = try keptGrades(of: closed)
    var answer = Answer(
      rows: closed.grades.map(directory.row(of:)), text: kept.text ?? "",
      with: directory.facts(of: closed))
    answer.warnings = kept.warnings
    answer.status = kept.status
    answer.text += "\(closed.year) 年已于 \(closed.closedOn) 结转，等级 \(closed.grades.count) 户（人）。\n"
    return answer
  }

  /// The kept text of a grade list, and what is wrong with it.
  func keptGrades(
    of closed: ClosedYear
  ) throws -> (text: String?, warnings: [String], status: ExitStatus) {
    let earlier = ledger.notice(before: closed.sequence)
    let fingerprints = snapshot.lines.fingerprints(
      lines: [closed.sequence, earlier?.sequence ?? 0])
    switch try KeptNotice(
      Posting(closed), after: earlier, in: folder, fingerprints: fingerprints)
    {
    case .genuine(let text), .unfinished(let text): return (text, [], .done)
    case .forged(let text):
      return (text, ["警告：保存的等级公示与账本记的不一致，被改动过。"], .badData)
    case .missing: return (nil, ["注意：保存的等级公示不在了。"], .done)
    }
  }
}

extension Outcome {
  fileprivate func closingAnswer(planned: String) -> Answer {
    let years = events.compactMap { event -> Year? in
      if case .yearClosed(let closed) = event.event { closed.year } else { nil }
    }
    guard let closed = years.first.flatMap({ ledger.years[$0] }) else {
      return Answer(json: [], text: "")
    }
    let name = Posting.name(of: closed.year)
    let kept = isDryRun ? [] : KeptNotice.file(name).flatMap { try? folder.read($0) } ?? []
    var text = isDryRun ? planned : String(decoding: kept, as: UTF8.self)
    text += "\(closed.year) 年\(isDryRun ? "将" : "已")结转：等级 \(closed.grades.count) 个"
    text += "，\(closed.carried.count) 条没有改正的扣分计入 \(closed.year.next) 年。\n"
    text += directory.table(ofCarried: closed.carried) + directory.runningOut(of: closed.year)
    text += "结转以后不能撤回；以后发现的错，用冲正，列入下一期公示。\n"
    return Answer(
      rows: closed.grades.map(directory.row(of:)), text: text,
      with: directory.facts(of: closed))
  }

  fileprivate var expiryAnswer: Answer {
    let expired = events.compactMap { event -> Event.SpendableExpired? in
      if case .spendableExpired(let expired) = event.event { expired } else { nil }
    }
    let rows = expired.flatMap { event in
      event.lines.map { (event.year, $0.account, $0.points) }
    }
    let total = rows.map(\.2).reduce(Points.zero, +)
    let columns = [
      AnswerColumn("户名", .text), AnswerColumn("年份", .code), AnswerColumn("清零", .number),
    ]
    return Answer(
      rows: rows.map { year, account, points in
        directory.members(of: account) + [("year", .text(year)), ("points", .tenths(points))]
      },
      text: "已清零 \(rows.count) 笔，共 \(total.fixed) 分（本来就已经不能用）。\n"
        + answerTable(
          columns: columns,
          rows: rows.map { [directory.name(of: $1), "\($0)", $2.fixed] }, width: directory.width)
        + "清零以后不能撤回。\n")
  }
}

extension Directory {
  fileprivate func preview(of end: YearEnd) -> Answer {
    var text = gradeText(paperSource.grades(end)).body
    text += "【预览，没有写入】\(end.year) 年结转以后：\n"
    text += "没有改正、计入 \(end.year.next) 年的扣分 \(end.carried.count) 条。\n"
    text += table(ofCarried: end.carried)
    if !end.cut.isEmpty {
      let sum = end.cut.reduce(Points.zero) { $0 + $1.points }
      text += "超过结转上限、要写掉的积分：\(end.cut.count) 户（人），\(sum.fixed) 分。\n"
    }
    text += runningOut(of: end.year)
    if let obstacle = ledger.obstacle(toClosing: end.year, on: today) {
      let told = obstacle.notification(naming)
      text += "现在还不能结转：" + told.facts.joined() + "\n"
    } else {
      text += "可以结转：\(command("year", "close", end.year.description))\n"
    }
    return Answer(
      rows: end.grades.map(row(of:)), text: text,
      with: [
        ("year", .text(end.year)),
        ("carried", .array(end.carried.map(json(of:)))),
        ("cut", .array(end.cut.map(json(of:)))),
        ("closed", .bool(false)),
      ])
  }

  /// Until when the points of a year can still be used, and how many there are.
  fileprivate func runningOut(of year: Year) -> String {
    guard let until = ledger.settings(on: year.lastDay).carryRule.lastDay(of: year) else {
      return "\(year) 年的可兑换积分不过期。\n"
    }
    let left = ledger.accounts.values.map { $0.spendable.byYear }
      .compactMap { $0.first { $0.year == year && !$0.points.isNegative }?.points }
    let sum = left.reduce(Points.zero, +)
    return "\(year) 年的可兑换积分还有 \(sum.fixed) 分没有用，用到 \(until) 止，请提前提醒。\n"
  }

  fileprivate func facts(of closed: ClosedYear) -> Row {
    [
      ("year", .text(closed.year)), ("closed", .bool(true)), ("on", .text(closed.closedOn)),
      ("carried", .array(closed.carried.map(json(of:)))),
    ]
  }

  private func json(of breach: Event.CarriedBreach) -> JSON {
    JSON.object([
      ("entry", .text(breach.entry)), ("person", .optional(ledger[breach.entry]?.recorded.person)),
      ("points", .tenths(breach.points)),
    ])
  }

  private func json(of line: Event.ExpiredLine) -> JSON {
    .object(members(of: line.account) + [("points", .tenths(line.points))])
  }

  fileprivate func row(of grade: Event.YearGrade) -> Row {
    members(of: grade.account) + [
      ("rating", .tenths(grade.rating)), ("grade", .string(grade.grade)),
    ]
  }

  /// Whose account it is, as rows have it.
  func members(of account: Account) -> Row {
    switch account {
    case .person(let person):
      [
        ("person", .text(person)), ("name", .string(naming.name(of: person))),
        ("household", .optional(ledger.roster[person]?.household(on: today))),
      ]
    case .household(let household):
      [("person", .null), ("name", .null), ("household", .text(household))]
    }
  }

  func name(of account: Account) -> String {
    switch account {
    case .person(let person): naming.person(person)
    case .household(let household): "户 \(household)"
    }
  }

  fileprivate func table(ofCarried carried: [Event.CarriedBreach]) -> String {
    guard !carried.isEmpty else { return "" }
    return answerTable(
      columns: [
        AnswerColumn("条目", .code), AnswerColumn("姓名", .text), AnswerColumn("事项", .text),
        AnswerColumn("计入", .number),
      ],
      rows: carried.compactMap { breach in
        ledger[breach.entry].map {
          [
            breach.entry.description, naming.person($0.recorded.person), $0.recorded.title,
            breach.points.signed,
          ]
        }
      }, width: width)
  }
}

extension Ledger {
  /// The earliest year that is not closed.
  fileprivate var firstOpenYear: Year {
    var year = opened.firstMonth.year
    while years[year] != nil { year = year.next }
    return year
  }
}
