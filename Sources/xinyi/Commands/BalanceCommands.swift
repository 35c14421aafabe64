import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let balance = Command(
    .balance, .reads, summary: "查分：评级分、可兑换积分、待生效", examples: ["xinyi 查分 苏玉强", "xinyi 查分"],
    words: [Word(.who, .people, .any, "谁；不写就是所有人")]
  ) { session, arguments in
    let typed = arguments[word: .who].texts
    // Everybody is most of a saved state, and the ledger is read faster from end to end.
    return try session.read(byState: !typed.isEmpty) { view in
      let named = typed.isEmpty ? [] : try view.directory.people(listed: typed)
      let accounts =
        named.isEmpty
        ? view.ledger.allAccounts(on: view.today)
        : named.compactMap { view.ledger.account(of: $0, on: view.today) }.unique
      let standings = view.ledger.standings(of: accounts, on: view.today)
      return Answer(
        rows: standings.map(view.directory.row(of:)),
        text: view.directory.table(of: standings))
    }
  }

  static let rank = Command(
    .rank, .reads, summary: "排名：评级分从高到低，同分同名次；重点人群单独排",
    examples: ["xinyi 排名", "xinyi 排名 --组 3组 --月份 2026-10"],
    options: [.optional(.group, .word, "只排这一组"), .optional(.month, .month, "算到这个账期为止")]
  ) { session, arguments in
    try session.read { view in
      let group = arguments[.group].text
      let ranking = view.ledger.ranking(
        on: view.today, upTo: arguments[.month].month, in: group)
      return Answer(
        rows: ranking.map {
          [("list", .text($0.list)), ("rank", .int($0.rank))]
            + view.directory.row(of: $0.standing)
        },
        text: view.directory.table(ofRanking: ranking))
    }
  }

  static let statement = Command(
    .statement, .reads, summary: "对账单：每一分从哪里来、到哪里去",
    examples: ["xinyi 明细 苏玉强", "xinyi 明细 0012 --起 2026-10-01 --止 2026-11-03"],
    words: [Word(.who, .person, .one, "谁")],
    options: [
      .optional(.from, .day, "从哪天起，不写就是年初"), .optional(.to, .day, "到哪天止，不写就是今天"),
    ]
  ) { session, arguments in
    try session.read(byState: true) { view in
      let person = try view.directory.person(arguments[word: .who].text ?? "")
      let (from, to) = try view.statementTerm(arguments)
      let (statement, paper) = try view.statement(
        of: person, from: from, to: to, digest: view.wholeDigest)
      return Answer(
        rows: view.directory.rows(of: statement),
        text: statementSheet(paper).text + view.directory.bars(of: statement),
        with: [
          ("person", .text(person)), ("name", .string(view.naming.name(of: person))),
          ("from", .text(from)), ("to", .text(to)),
        ])
    }
  }
}

extension VillageView {
  /// `--from` and `--to`, both inclusive; else from the beginning of the year or of the ledger on,
  /// to today.
  func statementTerm(_ arguments: Arguments) throws -> (from: Day, to: Day) {
    let to = arguments[.to].day ?? today
    let yearStart = Month(year: to.year.number, month: 1)?.firstDay ?? to
    let from = arguments[.from].day ?? max(yearStart, min(to, ledger.opened.firstMonth.firstDay))
    guard from <= to else { throw WordFault.daysReversed(from, to) }
    guard to <= today else { throw Refusal.futureDay(to, today: today) }
    return (from, to)
  }

  /// Of all lines of the ledger.
  var wholeDigest: Digest { snapshot.lines.fingerprint(lines: snapshot.lines.count) ?? .zero }

  func statement(
    of person: PersonNumber, from: Day, to: Day, digest: Digest
  ) throws -> (Statement, StatementPaper) {
    guard let account = ledger.account(of: person, on: today) else {
      throw Refusal.noHousehold(person, on: today)
    }
    let statement = ledger.statement(of: account, from: from, to: to)
    return (statement, directory.paperSource.statement(of: person, statement, digest: digest))
  }
}

extension Directory {
  func row(of standing: Standing) -> Row {
    [
      ("person", .optional(standing.person)),
      ("name", .optional(standing.person.map { naming.name(of: $0) })),
      ("household", .optional(standing.household)), ("group", .optional(standing.group)),
      ("status", .text(standing.status)), ("rating", .tenths(standing.rating)),
      ("spendable", .tenths(standing.spendable)), ("pending", .tenths(standing.pending)),
      ("grade", .optional(standing.grade)),
    ]
  }

  private func cells(of standing: Standing) -> [String] {
    [
      standing.person.map(naming.person) ?? "（无户主）", standing.household?.text ?? "",
      standing.group ?? "", standing.rating.fixed, standing.grade ?? standing.status.word,
      standing.spendable.fixed, standing.pending.signed,
    ]
  }

  private var standingColumns: [AnswerColumn] {
    [
      AnswerColumn("姓名", .text), AnswerColumn("户号", .code), AnswerColumn("组", .code),
      AnswerColumn("评级分", .number), AnswerColumn("星级", .text), AnswerColumn("可兑换", .number),
      AnswerColumn("待生效", .number),
    ]
  }

  fileprivate func table(of standings: [Standing]) -> String {
    guard !standings.isEmpty else { return "名册里还没有人。\n" }
    return answerTable(
      columns: standingColumns, rows: standings.map(cells(of:)), width: width)
  }

  fileprivate func table(
    ofRanking ranking: [(list: RankList, rank: Int, standing: Standing)]
  ) -> String {
    guard !ranking.isEmpty else { return "没有参加评价的人。\n" }
    return RankList.allCases.map { list in
      let ranked = ranking.filter { $0.list == list }
      guard !ranked.isEmpty else { return "\(list.word)：没有人。\n" }
      return "\(list.word)：\n"
        + answerTable(
          columns: [AnswerColumn("名次", .number)] + standingColumns,
          rows: ranked.map { [String($0.rank)] + cells(of: $0.standing) }, width: width)
    }.joined(separator: "\n")
  }

  /// What was there before, then a row for each movement.
  func rows(of statement: Statement) -> [Row] {
    let opening = row(
      on: statement.from, kind: "opening", ref: nil, title: "上期结余",
      change: statement.opening, after: statement.opening)
    return [opening] + statement.lines.map(row(of:))
  }

  private func row(of line: Statement.Line) -> Row {
    switch line.cause {
    case .yearBase(let year):
      row(
        on: line.on, kind: "yearBase", ref: year.description, title: "\(year)年基础分",
        change: line.change, after: line.after)
    case .expired:
      row(
        on: line.on, kind: "expired", ref: nil, title: "上年结余到期", change: line.change,
        after: line.after)
    case .cut:
      row(
        on: line.on, kind: "expired", ref: nil, title: "上年结余超过结转上限", change: line.change,
        after: line.after)
    case .entry(let number):
      row(
        on: line.on, kind: "entry", ref: number.description,
        title: ledger[number]?.recorded.title ?? "", change: line.change, after: line.after)
    case .moved(let moved):
      row(
        on: line.on, kind: "moved", ref: nil, title: moved.why, change: line.change,
        after: line.after)
    case .carried(let number):
      row(
        on: line.on, kind: "carried", ref: number.description,
        title: ledger[number]?.recorded.title ?? "", change: line.change, after: line.after)
    case .redemption(let slip, let receipt):
      row(
        on: line.on, kind: "redeemed", ref: slip,
        title: goods(of: ledger.redemption(receipt.text)), change: line.change,
        after: line.after)
    case .refund(let slip, let receipt):
      row(
        on: line.on, kind: "refunded", ref: slip,
        title: "退货：单 \(ledger.redemption(receipt.text)?.slip ?? receipt.text)",
        change: line.change, after: line.after)
    case .cards(let move):
      row(
        on: line.on, kind: "cards", ref: nil,
        title: move.total.isNegative ? "领积分卡" : "积分卡存回", change: line.change,
        after: line.after)
    }
  }

  private func goods(of redemption: Redemption?) -> String {
    (redemption?.redeemed.lines ?? []).map { "\(naming.item($0.item)) ×\($0.count)" }
      .joined(separator: "、")
  }

  private func row(
    on day: Day, kind: String, ref: String?, title: String, change: ScoreDelta,
    after: ScoreDelta
  ) -> Row {
    [
      ("on", .text(day)), ("kind", .string(kind)), ("ref", .optional(ref)),
      ("title", .string(title)), ("rating", .tenths(change.rating)),
      ("spendable", .tenths(change.spendable)), ("ratingAfter", .tenths(after.rating)),
      ("spendableAfter", .tenths(after.spendable)),
    ]
  }
}
