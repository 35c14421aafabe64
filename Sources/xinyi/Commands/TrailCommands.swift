import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let entryTrail = Command(
    .entryTrail, .reads, summary: "一个条目的来历：从记录到现在，账本里的每一步",
    examples: ["xinyi 台账 来历 10-17"],
    words: [Word(.entry, .entry, .one, "条目号")]
  ) { session, arguments in
    try session.read { view in
      let number = try view.directory.entry(
        arguments[word: .entry].text ?? "", arguments.path.entryPlace)
      let steps = view.ledger.trail(of: number, in: view.snapshot.events)
      let title = view.ledger[number]?.recorded.title ?? ""
      return Answer(
        rows: steps.map(view.directory.row(of:)),
        text: "条目 \(number)（\(title)）的来历：\n" + view.directory.table(of: steps),
        with: [("entry", .text(number))])
    }
  }

  static let entryEvidence = Command(
    .entryEvidence, .writes, summary: "给已记的条目补佐证",
    examples: ["xinyi 台账 补证 10-17 --佐证 照片", "xinyi 台账 补证 10-17 --佐证 @照片.jpg"],
    words: [Word(.entry, .entry, .one, "条目号")],
    options: [Option(name: .evidence, kind: .evidence, number: .repeatable, help: "佐证；文件写 @路径")]
  ) { session, arguments in
    let typed = arguments[.evidence].texts
    guard !typed.isEmpty else { throw arguments.usage(.missingOption(.evidence)) }
    guard typed.count <= mostEvidence else {
      throw arguments.usage(
        .invalidValue(
          .option(.evidence), typed: "", .tooLarge(expectation: "至多 \(mostEvidence) 件佐证")))
    }
    let evidence = try session.evidence(typed)
    return try session.write { change in
      let number = try change.directory.entry(
        arguments[word: .entry].text ?? "", arguments.path.entryPlace)
      try change.draft.addEvidence(evidence, to: number)
    } answer: { outcome in
      outcome.evidenceAnswer
    }
  }
}

extension Outcome {
  fileprivate var evidenceAnswer: Answer {
    guard let entry = touchedEntries.first else { return Answer(json: [], text: "") }
    let held = entry.recorded.evidence + entry.laterEvidence
    var text = "条目 \(entry.number) 已补佐证，现有 \(held.count) 件：\(held.joined(separator: "；"))\n"
    text += "补证不能撤回，也不改已记的佐证。"
    text += "看来历：\(directory.command("entry", "trail", entry.number.description))\n"
    let row = directory.row(of: entry) + [("evidence", .array(held.map { .string($0) }))]
    return Answer(rows: [row], text: text)
  }
}

extension Directory {
  fileprivate func row(of step: TrailStep) -> Row {
    [
      ("on", .text(step.at.day)), ("at", .string(step.at.description)), ("by", .text(step.by)),
      ("line", .int(step.line)), ("kind", .text(step.kind)),
      ("text", .string(step.sentence(naming))),
    ]
  }

  fileprivate func table(of steps: [TrailStep]) -> String {
    answerTable(
      columns: [
        AnswerColumn("日期", .code), AnswerColumn("经手人", .code), AnswerColumn("账本行", .number),
        AnswerColumn("发生了什么", .text),
      ],
      rows: steps.map {
        [$0.at.day.description, $0.by.text, String($0.line), $0.sentence(naming)]
      }, width: width)
  }
}
