import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let redressApply = Command(
    .redressApply, .writes, summary: "修复：扣分生效以后改正了，凭承诺和佐证申请退回一部分或全部",
    examples: [
      "xinyi 修复 申请 10-48 --分值 5 --承诺 今后不再乱倒 --佐证 复查照片",
      "xinyi 修复 申请 10-48 --分值 0 --承诺 已经清走 --佐证 复查照片",
    ],
    words: [Word(.entry, .entry, .one, "已经生效的扣分条目")],
    options: [
      .required(.points, .points, "退多少分；0 是只认定已经改正"), .required(.promise, .text, "本人的承诺"),
      .repeatable(.evidence, .evidence, "改正的佐证，至少一件；文件写 @路径"),
      .optional(.why, .text, "说明"),
    ]
  ) { session, arguments in
    guard arguments[.evidence].isGiven else { throw arguments.usage(.missingOption(.evidence)) }
    let evidence = try session.evidence(arguments[.evidence].texts)
    return try session.write { change in
      let number = try change.directory.entry(
        arguments[word: .entry].text ?? "", arguments.path.entryPlace)
      try change.draft.redress(
        number, points: arguments[.points].points ?? .zero,
        promise: arguments[.promise].text ?? "", evidence: evidence, why: arguments[.why].text)
    } answer: { outcome in
      outcome.redressAnswer
    }
  }

  static let redressList = Command(
    .redressList, .reads, summary: "列出可以修复的扣分，还扣着多少，正在办的是哪些",
    examples: ["xinyi 修复 列表", "xinyi 修复 列表 --村民 0012"],
    options: [.optional(.person, .person, "只列这个人的")]
  ) { session, arguments in
    try session.read { view in
      let person = try arguments[.person].text.map { try view.directory.person($0) }
      let breaches = view.ledger.redressable.filter {
        person == nil || $0.recorded.person == person
      }
      return view.directory.redressAnswer(of: breaches)
    }
  }
}

extension Ledger {
  /// The breaches that can be put right, and the others for which it was applied.
  fileprivate var redressable: [Entry] {
    let open = Set(openBreaches.map(\.number))
    return entries.filter { open.contains($0.number) || redressUnderWay(of: $0) != nil }
  }

  /// The application that no notice has ended yet.
  fileprivate func redressUnderWay(of breach: Entry) -> Entry? {
    correctionUnderWay(of: breach.number).flatMap { $0.recorded.redresses == nil ? nil : $0 }
  }
}

extension Outcome {
  fileprivate var redressAnswer: Answer {
    let entries = corrections
    guard let redress = entries.first else { return Answer(rows: [], text: "") }
    let month = redress.recorded.month
    var text = "已提出修复，\(month) 评审，公示期满生效以后才退分。\n"
    text += directory.table(of: entries) + words(forCorrections: entries)
    text += balanceEffects(of: entries).map { sentence(of: $0) }.joined()
    text += "提错了，开会以前可以撤回："
    text += directory.command("withdraw", redress.number.description, "--why", "理由") + "\n"
    return Answer(
      rows: entries.map(directory.row(of:)), text: text,
      with: [("batch", .text(redress.recorded.batch)), ("month", .text(month))])
  }
}

extension Directory {
  fileprivate func redressAnswer(of breaches: [Entry]) -> Answer {
    let rows = breaches.map { breach -> Row in
      let underWay = ledger.redressUnderWay(of: breach)
      return row(of: breach) + [
        ("left", .tenths(ledger.stillTaken(by: breach))),
        ("redress", .optional(underWay?.number)),
        ("redressState", .optional(underWay?.state)),
      ]
    }
    guard !breaches.isEmpty else { return Answer(rows: rows, text: "没有可以修复的扣分。\n") }
    var text = answerTable(
      columns: [
        AnswerColumn("条目", .code), AnswerColumn("姓名", .text), AnswerColumn("日期", .code),
        AnswerColumn("事项", .text), AnswerColumn("还扣着", .number), AnswerColumn("正在办", .text),
      ],
      rows: breaches.map { breach in
        let underWay = ledger.redressUnderWay(of: breach)
        return [
          breach.number.description, naming.person(breach.recorded.person),
          breach.recorded.on.description, breach.recorded.title,
          ledger.stillTaken(by: breach).fixed,
          underWay.map { "\($0.number) \($0.state.word)" } ?? "",
        ]
      }, width: width)
    text += "怎样修复：本人把事情改正，写一句承诺，拍照作证；村里提出申请，议事会评审、公示，生效以后退分。\n"
    text += "年底还没有改正的，转到下一年继续扣评级分，改正一件消一件。\n"
    text += "申请："
    text += command(
      "redress", "apply", breaches[0].number.description, "--points", "分值", "--promise", "承诺",
      "--evidence", "佐证")
    return Answer(rows: rows, text: text + "\n")
  }
}
