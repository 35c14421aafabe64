import XinyiLedger
import XinyiText

extension Command {
  /// The program's name alone: where the village stands, on one screen.
  static let opening = Command(
    .status, .reads, summary: "村、账期、在等什么和接下来的三个命令", examples: ["xinyi"]
  ) { session, arguments in
    do {
      _ = try session.folder()
    } catch let report as WordFaultReport {
      guard case .noVillageHere = report.fault else { throw report }
      return session.beginnings
    }
    return try session.read { view in
      var answer = view.directory.statusAnswer
      let steps = view.directory.steps.map { $0.text(in: view.directory) }
      answer.json.append(("commands", .array(steps.map { .string($0) })))
      answer.text = view.directory.openingText(steps)
      return answer
    }
  }
}

extension Session {
  /// How to begin, where there is no village yet.
  fileprivate var beginnings: Answer {
    let steps: [(why: String, words: [String])] = [
      ("先用演练村试手", ["demo", "演示村"]),
      ("建自己村的账本", ["init", "村名"]),
      ("看有哪些命令", ["help"]),
    ]
    let lines = steps.map { "  \($0.why)：\(commandText($0.words, language))\n" }
    return Answer(
      json: [("commands", .array(steps.map { .string(commandText($0.words, language)) }))],
      text: "信义积分。这里还没有账本。\n" + lines.joined())
  }
}

extension Directory {
  /// The three commands that come next: the step of the month, what else waits, then what is
  /// always of use.
  var steps: [StepLine] {
    let status = ledger.status(on: today)
    let waiting = status.waiting.compactMap { line(of: $0) }
    let always = [StepLine(["record"], "细则编码", "编号"), StepLine(["menu"]), StepLine(["help"])]
    var steps: [StepLine] = []
    for step in [line(of: status.next)] + waiting + always
    where steps.count < 3 && !steps.contains(where: { $0.certain == step.certain }) {
      steps.append(step)
    }
    return steps
  }

  private func line(of waiting: MonthStatus.Waiting) -> StepLine? {
    switch waiting {
    case .objection: StepLine(["objection", "list"])
    case .unsent(let month, _): StepLine(["platform", "export", month.description])
    case .overdueReminders: StepLine(["reminder", "list"])
    case .corrected(let month, _): StepLine(["notice", "supplement", "--month", month.description])
    case .undecided(let month, _): StepLine(["review", "agenda", "--month", month.description])
    case .notice(let notice, _): StepLine(["notice", "show", notice.description])
    case .returned, .expiring, .expired: nil
    }
  }

  /// The village, the month and what waits, as the opening page and the menu begin.
  var standing: String {
    let status = ledger.status(on: today)
    let village = ledger.opened.village.name
    var text = "\(village)\(ledger.opened.practice ? "【演练】" : "")  今天 \(today)\n"
    text += "账期 \(status.month)：\(status.state.word)\n"
    text += status.waiting.map { "  在等：\(sentence(of: $0))\n" }.joined()
    return text
  }

  fileprivate func openingText(_ steps: [String]) -> String {
    let next = ledger.status(on: today).next
    return standing + "下一步：\(sentence(of: next))\n"
      + steps.enumerated().map { "  \($0 + 1)  \($1)\n" }.joined()
      + "不打命令也行：\(command("menu"))\n"
  }
}
