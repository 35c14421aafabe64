import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let reverse = Command(
    .reverse, .writes, summary: "冲正：退回已经生效的一条，由它引起的一并更正；评审、公示以后才算",
    examples: [
      "xinyi 冲正 3-1 --理由 异议成立", "xinyi 冲正 10-12 --理由 记重了 --笔误 --复核人 deputy",
    ],
    words: [Word(.entry, .entry, .one, "已经生效的条目")],
    options: [
      .required(.why, .text, "为什么退回"),
      .flag(.clerical, "笔误：同一人同一天同一项记重了，两名经手人核对后当场退回"),
      .optional(.second, .operatorLabel, "笔误的复核人，须是另一名经手人"),
    ]
  ) { session, arguments in
    if arguments[.clerical].isGiven != arguments[.second].isGiven {
      throw arguments.usage(.missingOption(arguments[.clerical].isGiven ? .second : .clerical))
    }
    return try session.write { change in
      let number = try change.directory.entry(
        arguments[word: .entry].text ?? "", arguments.path.entryPlace)
      let second = try change.secondOperator(arguments)
      try change.draft.reverse(number, why: arguments[.why].text ?? "", second: second)
    } answer: { outcome in
      outcome.reversalAnswer
    }
  }
}

extension Outcome {
  fileprivate var reversalAnswer: Answer {
    let entries = corrections
    guard let reversal = entries.first else { return Answer(rows: [], text: "") }
    let isClerical = reversal.recorded.second != nil
    let month = reversal.recorded.month
    var text =
      isClerical
      ? "已当场冲正，立即生效，下一张公示上列出备查。\n"
      : "已提出冲正，\(month) 评审，公示期满生效以后才算；在那以前原来的照旧计分。\n"
    text += directory.table(of: entries) + words(forCorrections: entries)
    let effects = balanceEffects(of: entries)
    text += effects.map { sentence(of: $0) }.joined()
    let number = reversal.number.description
    text +=
      isClerical
      ? "退错了，再冲正这一条：\(directory.command("reverse", number, "--why", "理由"))\n"
      : "提错了，开会以前可以撤回（随它提出的一并撤回）：\(directory.command("withdraw", number, "--why", "理由"))\n"
    return Answer(
      rows: entries.map(directory.row(of:)), text: text,
      with: [
        ("batch", .text(reversal.recorded.batch)), ("month", .text(month)),
        ("clerical", .bool(isClerical)),
        ("balances", .array(effects.map { .object(row(of: $0)) })),
      ])
  }
}
