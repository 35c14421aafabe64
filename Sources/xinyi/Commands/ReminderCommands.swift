import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let reminderIssue = Command(
    .reminderIssue, .writes, summary: "开具失信提示书，打印交本人；限期改正的不扣分",
    examples: ["xinyi 提示书 开具 0031 RJ01", "xinyi 提示书 开具 户:012 RJ02"],
    words: [
      Word(.who, .people, .one, "谁：编号、姓名，户项可写 户:012"),
      Word(.rule, .rule, .one, "细则编码或名称"),
    ]
  ) { session, arguments in
    let typed = arguments[word: .who].texts
    if let surplus = typed.dropFirst().first { throw arguments.usage(.surplusWord(typed: surplus)) }
    return try session.write { change in
      let recipient = try change.directory.recipient(typed.first ?? "")
      let item = try change.directory.rule(arguments[word: .rule].text ?? "")
      try change.draft.remind(recipient, of: item.code)
    } answer: { outcome in
      outcome.reminderPaper
    }
  }

  static let reminderDone = Command(
    .reminderDone, .writes, summary: "提示书办结：限期内改正了，不扣分；开错的作废",
    examples: ["xinyi 提示书 已改正 T-2026-10-01", "xinyi 提示书 已改正 10-01 --笔误"],
    words: [Word(.reminder, .reminder, .one, "提示书号")],
    options: [
      .optional(.on, .day, "哪天改正的，不写就是今天"), .flag(.clerical, "开错了，作废"),
    ]
  ) { session, arguments in
    if arguments[.clerical].isGiven && arguments[.on].isGiven {
      throw arguments.usage(.exclusive(.option(.clerical), .option(.on)))
    }
    return try session.write { change in
      let reminder = try change.directory.reminder(arguments[word: .reminder].text ?? "")
      try change.draft.closeReminder(
        reminder.number, arguments[.clerical].isGiven ? .cancelled : .putRight,
        on: arguments[.on].day ?? change.today)
    } answer: { outcome in
      outcome.reminderClosing
    }
  }

  static let reminderList = Command(
    .reminderList, .reads, summary: "列出提示书：逾期的在前，改正的、记了分的在后",
    examples: ["xinyi 提示书 列表"]
  ) { session, _ in
    try session.read { view in
      view.directory.reminderAnswer(of: view.ledger.remindersByUrgency)
    }
  }
}

extension Ledger {
  /// What waits, the earliest due first, then what is done with, the last first.
  fileprivate var remindersByUrgency: [Reminder] {
    openReminders
      + reminderOrder.reversed().compactMap { reminders[$0] }.filter { !$0.isOpen }
  }
}

extension Outcome {
  /// The reminder that this command issued or closed.
  fileprivate var reminder: Reminder? {
    switch events.first?.event {
    case .reminderIssued(let issued): ledger.reminders[issued.reminder]
    case .reminderClosed(let closed): ledger.reminders[closed.reminder]
    default: nil
    }
  }

  fileprivate var reminderPaper: Answer {
    guard let reminder, let paper = directory.paperSource.reminder(reminder) else {
      return Answer(rows: [], text: "")
    }
    let row = directory.row(of: reminder)
    var answer = Answer(rows: [row], text: reminderSheet(paper).text, with: row)
    answer.isPaper = true
    return answer
  }

  fileprivate var reminderClosing: Answer {
    guard let reminder else { return Answer(rows: [], text: "") }
    let row = directory.row(of: reminder)
    let issued = reminder.issued
    let end = reminder.outcome == .putRight ? "期内改正，不扣分" : "开错作废，不扣分"
    return Answer(
      rows: [row],
      text: "提示书 \(reminder.number)（\(naming.person(issued.person))，\(issued.rule)）：待改正 → \(end)。\n"
        + "办结不能撤回；办错了，再开一份："
        + directory.command("reminder", "issue", issued.person.text, issued.rule.text) + "\n",
      with: row)
  }
}

extension Directory {
  func row(of reminder: Reminder) -> Row {
    let issued = reminder.issued
    return [
      ("reminder", .text(reminder.number)), ("person", .text(issued.person)),
      ("name", .string(naming.name(of: issued.person))),
      ("household", .optional(reminder.household)), ("rule", .text(issued.rule)),
      ("title", .string(title(of: reminder))), ("on", .text(reminder.issuedOn)),
      ("due", .text(issued.due)), ("state", .string(stateName(of: reminder))),
      ("daysOverdue", reminder.isOpen ? .int(max(today - issued.due, 0)) : .null),
      ("closedOn", .optional(reminder.closedOn)),
      (
        "record",
        reminder.isOverdue(on: today) ? .string(recordCommand(of: reminder)) : .null
      ),
    ]
  }

  private func title(of reminder: Reminder) -> String {
    ledger.catalog(on: reminder.issuedOn)?[reminder.issued.rule]?.title ?? ""
  }

  private func stateName(of reminder: Reminder) -> String {
    reminder.outcome?.rawValue ?? (reminder.isOverdue(on: today) ? "overdue" : "open")
  }

  /// The breach as it is recorded after the term: of the day on which it was found.
  private func recordCommand(of reminder: Reminder) -> String {
    let issued = reminder.issued
    var words = [
      "record", issued.rule.text, issued.person.text, "--on", reminder.issuedOn.description,
      "--evidence", "提示书\(reminder.number)",
    ]
    if today - reminder.issuedOn > ledger.settings(on: today).lateDays {
      words += ["--why", "提示书逾期未改"]
    }
    return commandText(words, language)
  }

  fileprivate func reminderAnswer(of reminders: [Reminder]) -> Answer {
    let rows = reminders.map { row(of: $0) }
    guard !reminders.isEmpty else { return Answer(rows: rows, text: "没有开过提示书。\n") }
    var text = answerTable(
      columns: [
        AnswerColumn("提示书", .code), AnswerColumn("姓名", .text), AnswerColumn("编码", .code),
        AnswerColumn("事项", .text), AnswerColumn("开具", .code), AnswerColumn("期限", .code),
        AnswerColumn("情况", .text),
      ],
      rows: reminders.map { reminder in
        [
          reminder.number.description, naming.person(reminder.issued.person),
          reminder.issued.rule.text, title(of: reminder), reminder.issuedOn.description,
          reminder.issued.due.description, standing(of: reminder),
        ]
      }, width: width)
    for reminder in reminders where reminder.isOverdue(on: today) {
      text += "\(reminder.number) 逾期未改，提请评审：\(recordCommand(of: reminder))\n"
    }
    if let open = reminders.first(where: \.isOpen) {
      let number = open.number.description
      text += "改正了：\(command("reminder", "done", number))；"
      text += "开错了：\(command("reminder", "done", number, "--clerical"))\n"
    }
    return Answer(rows: rows, text: text)
  }

  private func standing(of reminder: Reminder) -> String {
    switch reminder.outcome {
    case .putRight: return "已改正，不扣分"
    case .recorded: return "逾期，已记扣分"
    case .cancelled: return "开错作废"
    case nil:
      let left = reminder.issued.due - today
      if left < 0 { return "逾期 \(-left) 天" }
      return left == 0 ? "今天到期" : "还有 \(left) 天"
    }
  }
}
