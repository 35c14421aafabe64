public import XinyiLedger

extension PaperSource {
  /// The statement of a person's account; `digest` is that of the whole ledger.
  public func statement(
    of person: PersonNumber, _ statement: Statement, digest: Digest
  ) -> StatementPaper {
    let standing = ledger.standings(of: [statement.account], on: today)[0]
    let household = ledger.roster[person]?.household(on: today)
    let head = household.flatMap { ledger.roster.head(of: $0, on: today) }
    let settings = ledger.settings(on: today)
    return StatementPaper(
      village: village, from: statement.from, to: statement.to,
      person: StatementPerson(
        number: person, name: naming.name(of: person), group: group(of: person),
        household: household,
        head: head.map { $0 == person ? .own : .other(naming.name(of: $0)) } ?? .none),
      shop: Self.shopName, spendable: standing.spendable,
      rating: rating(of: standing, settings: settings), pending: standing.pending,
      unusedCards: unusedCards(of: person), spendableLines: spendableLines(of: statement),
      ratingLines: ratingLines(of: statement), ratingNotes: ratingNotes(of: statement),
      carry: settings.carryRule.lastDay(of: today.year).map {
        StatementCarry(year: today.year, until: $0, remindedFrom: nil)
      },
      earnable: nil, objectionWorkingDays: settings.objectionWorkingDays, printed: today,
      record: StatementRecord(records: ledger.sequence, digest: digest))
  }

  /// Cards that the office gave to the person and nobody has used yet.
  private func unusedCards(of person: PersonNumber) -> Int {
    let rule = ledger.settings(on: today).carryRule
    return ledger.cards.cards.values.count {
      $0.holder == person && ($0.state == .out || $0.state == .barred)
        && $0.isUsable(on: today, by: rule)
    }
  }

  private func rating(of standing: Standing, settings: Settings) -> StatementRating {
    guard let grade = standing.grade else {
      return .notEvaluated(reason: standing.status.word)
    }
    let next = settings.nextGrade(above: standing.rating)
    return .graded(
      points: standing.rating, grade: grade,
      next: next.map { StatementRating.NextGrade(name: $0.name, above: $0.edge) })
  }

  private func spendableLines(of statement: Statement) -> StatementLines {
    StatementLines(
      openingText: "上期结余", opening: statement.opening.spendable,
      lines: statement.lines.filter { $0.change.spendable != .zero }.map { line in
        StatementLine(
          on: line.on, reason: reason(of: line, in: statement), change: line.change.spendable,
          voucher: voucher(of: line))
      })
  }

  private func ratingLines(of statement: Statement) -> StatementLines {
    let base = ledger.settings(on: statement.from).base
    return StatementLines(
      openingText: "上期结余（年初基础分\(base.fixed)）", opening: statement.opening.rating,
      lines: statement.lines.filter { $0.change.rating != .zero }.map { line in
        StatementLine(
          on: line.on, reason: reason(of: line, in: statement), change: line.change.rating,
          voucher: voucher(of: line))
      })
  }

  private func reason(of line: Statement.Line, in statement: Statement) -> String {
    switch line.cause {
    case .yearBase(let year): return "\(year)年起从基础分重新计"
    case .expired: return "上年结余到期"
    case .cut: return "上年结余超过结转上限"
    case .entry(let number):
      guard let entry = ledger[number] else { return number.description }
      if let words = correctionWords(of: entry, in: line.on.year) { return words }
      let day = entry.recorded.on.inTable
      let detail = self.detail(of: entry).map { "（\($0)）" } ?? ""
      return "\(day) \(entry.recorded.title)\(detail)"
    case .moved(let moved):
      return statement.account == moved.to
        ? "由\(words(for: moved.from))转入" : "转给\(words(for: moved.to))"
    case .carried(let number): return "\(number.voucher(in: line.on.year))至今没有改正，继续扣评级分"
    case .redemption(_, let receipt):
      let lines = ledger.redemption(receipt.text)?.redeemed.lines ?? []
      let goods = slipLines(lines).map { "\($0.goods)\($0.count)\($0.unit)\($0.amount.fixed)" }
      return "兑换：" + goods.joined(separator: "，")
    case .refund(_, let receipt):
      return "退货：单\(ledger.redemption(receipt.text)?.slip ?? receipt.text)"
    case .cards(let move): return move.total.isNegative ? "领积分卡" : "积分卡存回"
    }
  }

  private func words(for account: Account) -> String {
    switch account {
    case .person(let person): naming.person(person)
    case .household(let household): "\(household)户"
    }
  }

  private func voucher(of line: Statement.Line) -> String {
    switch line.cause {
    case .yearBase, .expired, .cut, .moved: ""
    case .carried(let number): number.voucher(in: line.on.year)
    case .entry(let number): number.voucher(in: line.on.year)
    case .redemption(let slip, _), .refund(let slip, _): "单\(slip)"
    case .cards(let move): "第\(move.sequence)行"
    }
  }

  /// Which of the lines shown move one score only.
  private func ratingNotes(of statement: Statement) -> [String] {
    var codes: [RuleCode] = []
    for case .entry(let number) in statement.lines.map(\.cause) {
      guard let entry = ledger[number], let item = ledger.item(of: entry) else { continue }
      if !item.account.rating && !codes.contains(item.code) { codes.append(item.code) }
    }
    return codes.compactMap { code in
      let title = ledger.catalog(on: today)?[code]?.title ?? ""
      return "\(title)（\(code)）只计可兑换积分。"
    }
  }
}
