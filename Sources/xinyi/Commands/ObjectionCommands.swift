import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let objectionFile = Command(
    .objectionFile, .writes, summary: "登记对公示条目的异议，当场给回执",
    examples: ["xinyi 异议 登记 10月第017条 --理由 当天没有到场"],
    words: [Word(.entry, .entry, .one, "条目")],
    options: [
      .required(.why, .text, "提出的理由"),
      .optional(.from, .person, "提出人，保密，可以不写").asked,
    ]
  ) { session, arguments in
    try session.write { change in
      let number = try change.directory.entry(arguments[word: .entry].text ?? "", .onNotice)
      let by = try arguments[.from].text.map { try change.directory.person($0) }
      try change.takeCalendar()
      let objection = try change.draft.object(
        to: number, why: arguments[.why].text ?? "", by: by)
      if let due = change.ledger.objections[objection]?.filed.due {
        change.warn(ofUnknownHolidaysIn: change.today...due)
      }
    } answer: { outcome in
      outcome.objectionAnswer
    }
  }

  static let objectionResolve = Command(
    .objectionResolve, .writes, summary: "答复异议：维持、更正、撤销或本人撤回",
    examples: ["xinyi 异议 答复 O-2026-10-01 --结果 维持 --理由 有签到表 --会议 2026-10 --票数 7-0-0"],
    words: [Word(.objection, .objection, .one, "异议号")],
    options: [
      .required(.outcome, .choice(.outcomes), "结果"), .required(.why, .text, "答复的理由"),
      .optional(.points, .points, "更正为多少分"), .optional(.meeting, .month, "哪次会议（月份）"),
      .optional(.votes, .votes, "赞成-反对-弃权"), .optional(.document, .document, "镇里文书的文号"),
    ]
  ) { session, arguments in
    let resolution = try arguments.resolution()
    return try session.write { change in
      let objection = try change.directory.objection(arguments[word: .objection].objection)
      try change.draft.resolve(objection.filed.objection, resolution)
    } answer: { outcome in
      outcome.objectionAnswer
    }
  }

  static let objectionList = Command(
    .objectionList, .reads, summary: "列出异议，先到期的在前", examples: ["xinyi 异议 列表"]
  ) { session, _ in
    try session.read { view in
      let closed = view.ledger.objections.values.filter { !$0.isOpen }.sorted {
        $0.filed.objection < $1.filed.objection
      }
      let all = view.ledger.openObjections + closed
      return Answer(
        rows: all.map(view.directory.row(of:)), text: view.directory.table(of: all))
    }
  }
}

extension Arguments {
  /// The resolution typed: a meeting with votes or a document, neither for a withdrawn objection.
  fileprivate func resolution() throws -> Resolution {
    let outcome: ObjectionOutcome =
      switch self[.outcome].choice {
      case "dismiss": .dismissed
      case "amend": .amended
      case "cancel": .cancelled
      case "withdrawn": .withdrawn
      default: throw usage(.missingOption(.outcome))
      }
    if outcome == .amended && !self[.points].isGiven { throw usage(.missingOption(.points)) }
    if outcome != .amended && self[.points].isGiven {
      throw usage(.exclusive(.option(.outcome), .option(.points)))
    }
    if self[.meeting].isGiven && self[.document].isGiven {
      throw usage(.exclusive(.option(.meeting), .option(.document)))
    }
    if self[.meeting].isGiven && !self[.votes].isGiven { throw usage(.missingOption(.votes)) }
    if self[.votes].isGiven && !self[.meeting].isGiven { throw usage(.missingOption(.meeting)) }
    var authority: Resolution.Authority?
    if let month = self[.meeting].month, let votes = self[.votes].votes {
      authority = .meeting(month, votes)
    } else if let document = self[.document].text {
      authority = .document(document)
    }
    if outcome != .withdrawn && authority == nil {
      throw usage(.missingOneOf([.meeting, .document]))
    }
    return Resolution(
      outcome: outcome, points: self[.points].points, why: self[.why].text ?? "",
      authority: authority)
  }
}

extension Directory {
  fileprivate func row(of objection: Objection) -> Row {
    let filed = objection.filed
    return [
      ("objection", .text(filed.objection)), ("entry", .text(filed.entry)),
      ("state", .string(objection.resolved?.outcome.rawValue ?? "open")),
      ("on", .text(filed.on)), ("due", .text(filed.due)),
      ("resolvedOn", .optional(objection.resolvedOn)),
      ("daysLeft", objection.isOpen ? .int(filed.due - today) : .null),
      ("entryState", .optional(ledger[filed.entry]?.state)),
    ]
  }

  /// The last day still counts.
  private func timeLeft(of objection: Objection) -> String {
    guard objection.isOpen else { return "" }
    let days = objection.filed.due - today
    return days < 0 ? "已超 \(-days) 天" : days == 0 ? "今天到期" : "\(days) 天"
  }

  fileprivate func table(of objections: [Objection]) -> String {
    guard !objections.isEmpty else { return "没有异议。\n" }
    return answerTable(
      columns: [
        AnswerColumn("异议号", .code), AnswerColumn("条目", .code), AnswerColumn("登记", .code),
        AnswerColumn("答复期限", .code), AnswerColumn("还剩", .text), AnswerColumn("结果", .text),
        AnswerColumn("条目现状", .text),
      ],
      rows: objections.map {
        [
          $0.filed.objection.description, $0.filed.entry.description, $0.filed.on.description,
          $0.filed.due.description, timeLeft(of: $0), $0.resolved?.outcome.word ?? "待答复",
          ledger[$0.filed.entry]?.state.word ?? "",
        ]
      }, width: width)
  }
}

extension Outcome {
  fileprivate var objectionAnswer: Answer {
    let number: ObjectionNumber? =
      switch events.first?.event {
      case .objectionFiled(let event): event.objection
      case .objectionResolved(let event): event.objection
      default: nil
      }
    guard let objection = number.flatMap({ ledger.objections[$0] }) else {
      return Answer(json: [], text: "")
    }
    let row = directory.row(of: objection)
    let due = objection.filed.due
    let paper = directory.paperSource.objection(objection.filed.objection)
    var text = paper.map { objectionSheet($0).text + "\n" } ?? ""
    text += objection.isOpen ? "已登记异议，上面是给提出人的回执。" : "已答复异议，上面是给提出人的答复书。"
    text += "\n"
    if objection.isOpen, ledger[objection.filed.entry]?.state == .objected {
      text += "请在公示栏这一条旁边注明“有异议”；其余条目不受影响。\n"
    }
    text += proposedAdjustments
    if objection.isOpen {
      let members = ledger.roster.holders(of: .council, on: today).count
      text += "请在 \(due) 前书面答复："
      let command = directory.command(
        "objection", "resolve", objection.filed.objection.description, "--outcome", "dismiss",
        "--why", "理由", "--meeting", due.month.description, "--votes", "\(members)-0-0")
      text += command + "\n"
    } else if objection.resolved?.outcome == .amended,
      ledger[objection.filed.entry]?.state == .approved
    {
      let month = ledger[objection.filed.entry]?.month.description ?? ""
      text += "更正的条目要补充公示：\(directory.command("notice", "supplement", "--month", month))\n"
    }
    return Answer(rows: [row], text: text, with: row)
  }
}
