import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let personExport = Command(
    .personExport, .reads, summary: "把一个人的全部登记导出给本人：一个 JSON 文件",
    examples: ["xinyi 村民 导出本人资料 0012 --输出 0012.json"],
    words: [Word(.person, .person, .one, "谁")],
    options: [.optional(.output, .path, "写到文件；不写就打在屏幕上")]
  ) { session, arguments in
    try session.read(strict: true) { view in
      let person = try view.directory.person(arguments[word: .person].text ?? "")
      let members = view.ownData(of: person)
      let page = JSON.object([("schema", 1)] + members).page
      var answer = Answer(json: members, text: "")
      guard let path = arguments[.output].text else {
        answer.raw = page
        return answer
      }
      try session.save(page, to: path)
      answer.json = [("person", .text(person)), ("output", .string(path))]
      answer.text = "\(view.naming.person(person)) 的资料已写到 \(safe(path))；只交给本人。\n"
      return answer
    }
  }
}

extension VillageView {
  /// Everything that is held about a person, and nothing about others: who objected to an entry
  /// stays unnamed.
  fileprivate func ownData(of person: PersonNumber) -> Row {
    let account = ledger.account(of: person, on: today)
    let standings = account.map { ledger.standings(of: [$0], on: today) } ?? []
    return [
      ("village", .string(ledger.opened.village.name)), ("exportedOn", .text(today)),
      ("person", .object(directory.row(of: person))),
      ("facts", .array((ledger.roster[person]?.facts ?? []).map { .object($0.row) })),
      ("consents", .array(consents(of: person))),
      ("entries", .array(ledger.entries(of: person).map { .object(row(of: $0)) })),
      ("objections", .array(objections(of: person))),
      ("reminders", .array(reminders(of: person))),
      ("redemptions", .array(redemptions(of: person))),
      ("balances", .array(standings.map { .object(directory.row(of: $0)) })),
      ("statement", .array(account.map(statement(of:)) ?? [])),
    ]
  }

  private func row(of entry: Entry) -> Row {
    let recorded = entry.recorded
    let evidence = recorded.evidence + entry.laterEvidence
    return directory.row(of: entry) + [
      ("recordedAt", .text(entry.at)), ("evidence", .array(evidence.map { .string($0) })),
      ("document", .optional(recorded.document)), ("note", .optional(recorded.note)),
      ("why", .optional(recorded.why)), ("source", .text(recorded.source)),
      ("decision", .optional(entry.decision?.outcome)),
      ("decisionWhy", .optional(entry.decision?.why)), ("hidden", .bool(entry.isHidden)),
    ]
  }

  private func consents(of person: PersonNumber) -> [JSON] {
    snapshot.events.compactMap { line in
      guard case .consentChanged(let event) = line.event, event.person == person else {
        return nil
      }
      return .object([
        ("scope", .text(event.scope)), ("given", .bool(event.given)), ("at", .text(line.at)),
      ])
    }
  }

  /// Objections that the person filed, and those to the person's entries; whoever else filed one
  /// is not told.
  private func objections(of person: PersonNumber) -> [JSON] {
    let found = ledger.objections.values.filter { objection in
      objection.filed.by == person
        || ledger[objection.filed.entry]?.recorded.person == person
    }.sorted { $0.filed.objection < $1.filed.objection }
    return found.map { objection in
      .object([
        ("objection", .text(objection.filed.objection)), ("entry", .text(objection.filed.entry)),
        ("own", .bool(objection.filed.by == person)), ("on", .text(objection.filed.on)),
        ("due", .text(objection.filed.due)), ("why", .string(objection.filed.why)),
        ("outcome", .optional(objection.resolved?.outcome)),
        ("resolvedOn", .optional(objection.resolvedOn)),
        ("answer", .optional(objection.resolved?.why)),
      ])
    }
  }

  private func reminders(of person: PersonNumber) -> [JSON] {
    ledger.reminderOrder.compactMap { ledger.reminders[$0] }
      .filter { $0.issued.person == person }.map { reminder in
        .object([
          ("reminder", .text(reminder.issued.reminder)), ("rule", .text(reminder.issued.rule)),
          ("due", .text(reminder.issued.due)),
        ])
      }
  }

  /// What the person took, and what others fetched in the person's name.
  private func redemptions(of person: PersonNumber) -> [JSON] {
    ledger.redemptions.filter { $0.redeemed.person == person }.map { redemption in
      .object([
        ("slip", .string(redemption.slip)), ("on", .text(redemption.redeemed.on)),
        ("total", .tenths(redemption.redeemed.total)),
        ("lines", .array(redemption.redeemed.lines.map { .object(row(of: $0)) })),
      ])
    }
  }

  private func row(of line: Event.BasketLine) -> Row {
    [
      ("item", .text(line.item)), ("name", .string(naming.item(line.item))),
      ("count", .int(line.count)), ("price", .tenths(line.price)),
    ]
  }

  private func statement(of account: Account) -> [JSON] {
    let whole = ledger.statement(
      of: account, from: ledger.opened.firstMonth.firstDay, to: today)
    return directory.rows(of: whole).map { .object($0) }
  }
}

extension RosterFact {
  fileprivate var row: Row {
    [("from", .text(from)), ("what", .text(what)), ("value", .string(value))]
  }
}
