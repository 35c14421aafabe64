import XinyiFiles
import XinyiLedger
import XinyiText

/// The same commands by numbers, for who does not type them: pick a task, answer, say yes.
struct Menu {
  let session: Session

  private var dialogue: Dialogue { session.surroundings.dialogue }

  /// Goes on until somebody has had enough or the input ends, wherever that is.
  func work() throws -> ExitStatus {
    do {
      while try serve() {}
      try dialogue.say("再见。\n")
      return .done
    } catch let ended as Dialogue.Ended {
      if ended.status == .done { _ = dialogue.console.write("\n再见。没有办完的事什么也没有记。\n") }
      return ended.status
    }
  }

  /// One task; false when it is enough.
  private func serve() throws -> Bool {
    let view = try session.look()
    let next = view.ledger.status(on: view.today).next
    try dialogue.say("\n" + view.directory.standing)
    try dialogue.say("  1  下一步：\(view.directory.sentence(of: next))\n")
    try dialogue.say(list)
    while true {
      switch try dialogue.ask("办什么（序号）：", help: Self.help) {
      case .back, .text("0"), .text("退出"), .text("q"): return false
      case .text("1"):
        try told { try start(view.directory.line(of: next).certain) }
        return true
      case .text(let typed):
        guard let task = task(typed) else {
          try dialogue.say("没有“\(safe(typed))”，请写 0 到 \(Self.tasks.count + 1)。\n")
          continue
        }
        try told { try open(task) }
        return true
      }
    }
  }

  private static var help: String { "写序号；1 是程序建议的下一步；0 退出。每一步办以前都会再问。\n" }

  private func task(_ typed: String) -> Task? {
    if let number = Int(typed) {
      return Self.tasks.indices.contains(number - 2) ? Self.tasks[number - 2] : nil
    }
    return Self.tasks.first { $0.title.hasPrefix(typed) }
  }

  /// The tasks with their numbers, in as many columns as the screen has room for.
  private var list: String {
    let cells =
      Self.tasks.enumerated().map { index, task in
        padded("\(index + 2)", to: 3, .right) + "  " + task.title
      } + ["  0  退出"]
    let width = (cells.map { displayWidth(of: $0) }.max() ?? 0) + 2
    let columns = max(1, dialogue.columns / width)
    let height = (cells.count + columns - 1) / columns
    return (0..<height).map { row in
      let line = stride(from: row, to: cells.count, by: height).map { cells[$0] }
      return line.dropLast().map { padded($0, to: width, .left) }.joined() + (line.last ?? "")
        + "\n"
    }.joined()
  }

  /// A refusal is told, and the menu goes on.
  private func told(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch is Interview.Told {
    } catch let error as any ReportableError {
      try dialogue.say(error.report.text)
    }
  }

  // MARK: Tasks

  private func open(_ task: Task) throws {
    while true {
      let only = task.paths.count == 1 ? task.paths[0] : nil
      guard let path = try only ?? dialogue.choose(command: nil, among: task.paths) else { return }
      guard let command = CommandTable.all[path] else { return }
      if path == .counter { return try atCounter() }
      var form = Form(command, language: .chinese)
      form.values = common
      if try carryOut(form) || only != nil { return }
    }
  }

  /// A line of the program's own, with what is missing asked for.
  private func start(_ words: [String]) throws {
    let parser = CommandLineParser(table: .all, clock: session.files.now().day)
    switch try parser.understand(words) {
    case .help: return
    case .run(let command, let arguments):
      var form = Form(command, arguments)
      form.values.merge(common) { _, given in given }
      _ = try carryOut(form)
    case .incomplete(var form, _):
      form.values.merge(common) { _, given in given }
      _ = try carryOut(form)
    }
  }

  /// The village, the day and the operator that the menu was opened with.
  private var common: [Slot: Values] {
    let names: [OptionName] = [.folder, .by, .today]
    return Dictionary(
      uniqueKeysWithValues: names.map { (Slot.option($0), session.arguments[$0]) }
    ).filter { $0.value.isGiven }
  }

  /// False when somebody went back before the first question.
  private func carryOut(_ form: Form) throws -> Bool {
    var interview = try Interview(
      form, complaint: nil, dialogue: dialogue, surroundings: session.surroundings)
    switch try interview.work() {
    case .answered(let answer):
      let raw = answer.raw.map { String(decoding: $0, as: UTF8.self) }
      try dialogue.say("\n")
      if answer.isPaper || raw != nil {
        try dialogue.show(paper: raw ?? answer.text)
      } else {
        try dialogue.say(answer.text)
      }
      try dialogue.say(answer.warnings.map { $0 + "\n" }.joined())
      return true
    case .declined:
      try dialogue.say("没有办，什么也没有记。\n")
      return true
    case .left: return false
    }
  }

  private func atCounter() throws {
    _ = try Counter(dialogue: dialogue, session: session).work()
  }
}

extension Dialogue {
  /// Which command is meant, by its number; nil for a step back.
  func choose(
    command group: CommandPath?, among paths: [CommandPath]
  ) throws(Ended) -> CommandPath? {
    let title = group.map { "\($0.name.shown(in: .chinese))：做什么（序号）：" } ?? "做什么（序号）："
    return try choose(paths, title) { path in
      let words = path.lineage.suffix(2).map { $0.name.shown(in: .chinese) }
      let summary = CommandTable.all[path]?.summary ?? ""
      return "\(words.joined(separator: " "))  \(summary)"
    }
  }
}
