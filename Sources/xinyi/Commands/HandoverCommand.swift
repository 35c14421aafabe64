import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let handover = Command(
    .handover, .writes, summary: "交接：换经手人，打出两人签字的交接单", examples: ["xinyi 交接 clerk op2"],
    words: [
      Word(.giver, .operatorLabel, .one, "交出人的代号"),
      Word(.taker, .operatorLabel, .one, "接手人的代号"),
    ]
  ) { session, arguments in
    let giver = Operator(arguments[word: .giver].text ?? "") ?? .placeholder
    let taker = Operator(arguments[word: .taker].text ?? "") ?? .placeholder
    return try session.write { change in
      let known = change.ledger.latestSettings.operators
      guard known.contains(giver) else {
        throw WordFault.unknownOperator(giver.text, known: known)
      }
      if giver == taker { throw session.handedToOneself(giver) }
      try change.draft.handOver(from: giver, to: taker)
    } answer: { outcome in
      outcome.handoverAnswer(from: giver, to: taker)
    }
  }
}

extension Session {
  fileprivate func handedToOneself(_ label: Operator) -> Failure {
    Failure(
      status: .usage,
      report: ErrorReport(
        code: "U171", message: "未交接：交出人和接手人都是 \(label)",
        hint: "查看经手人：\(commandText(["setting", "show", "operators"], language))"))
  }
}

extension Outcome {
  fileprivate func handoverAnswer(from giver: Operator, to taker: Operator) -> Answer {
    // A paper that cannot name the ledger's state is still a paper: the digest is on the next one.
    let digest = isDryRun ? nil : try? folder.readLedger().lines.fingerprint(lines: line)
    let paper = directory.paperSource.handover(
      from: giver, to: taker,
      record: digest.flatMap { $0 }.map { StatementRecord(records: line, digest: $0) })
    let operators = ledger.latestSettings.operators
    let back = directory.command("handover", taker.text, giver.text)
    return Answer(
      rows: handoverRows(paper),
      text: handoverSheet(paper).text + "经手人现在是 \(operators.map(\.text).joined(separator: "、"))。"
        + "交接错了的：\(back)\n",
      with: [
        ("from", .text(giver)), ("to", .text(taker)),
        ("operators", .array(operators.map { .text($0) })),
        ("records", .int(line)), ("fingerprint", .optional(digest.flatMap { $0 })),
        ("back", .string(back)),
      ])
  }

  /// What is open, one thing a row.
  private func handoverRows(_ paper: HandoverPaper) -> [Row] {
    func row(_ what: String, _ ref: JSON, _ count: Int? = nil, until: Day? = nil) -> Row {
      [
        ("what", .string(what)), ("ref", ref), ("count", .optional(count)),
        ("until", .optional(until)),
      ]
    }
    return paper.entries.map { row("entries", .text($0.state), $0.count) }
      + paper.months.map { row("month", .text($0.month)) }
      + paper.notices.map { row("notice", .text($0.number), $0.lines.count, until: $0.to) }
      + paper.objections.map { row("objection", .text($0.filed.objection), until: $0.filed.due) }
      + paper.reminders.map { row("reminder", .text($0.number), until: $0.issued.due) }
      + paper.goods.map { row("goods", .string($0.name), $0.count) }
  }
}
