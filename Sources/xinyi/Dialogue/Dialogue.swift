import XinyiText

/// A conversation, question by question. Nothing is remembered from one question to the next, so
/// that it may end at any of them.
struct Dialogue {
  let console: Console
  /// Columns of the screen; no line that is said is wider.
  let columns: Int

  /// What comes back to a question that Enter may answer.
  enum Reply: Equatable {
    case text(String)
    /// Enter alone.
    case nothing
    /// One step back (`<`).
    case back
  }

  /// What comes back to a question that something is to be typed to.
  enum Typed: Equatable {
    case text(String)
    case back
  }

  /// No more input will come, or nobody reads what is said.
  struct Ended: Error {
    let status: ExitStatus
  }

  /// Says something in lines that fit the screen.
  func say(_ text: String) throws(Ended) { try show(paper: folded(text, width: columns)) }

  /// Shows a paper as it is: its lines are as wide as the sheet.
  func show(paper: String) throws(Ended) {
    switch console.write(paper) {
    case .written: return
    case .closed: throw Ended(status: .done)
    case .failed: throw Ended(status: .notWritten)
    }
  }

  /// Says a command that may be copied: where it is too long, its pieces go on in the next line
  /// as the shell reads them.
  func say(command pieces: [String]) throws(Ended) {
    var lines: [String] = []
    var line = " "
    for piece in pieces {
      if displayWidth(of: line + " " + piece) > columns - 2 && line != " " && line != "   " {
        lines.append(line + " \\")
        line = "   "
      }
      line += " " + piece
    }
    try say((lines + [line]).map { $0 + "\n" }.joined())
  }

  /// Asks once: `?` explains and asks again.
  func put(_ question: String, help: String) throws(Ended) -> Reply {
    while true {
      try say(question)
      guard let line = console.read() else { throw Ended(status: .done) }
      switch InputText.normalised(line) {
      case "": return .nothing
      case "<", "退回": return .back
      case "?", "帮助": try say(help)
      default: return .text(InputText.trimmed(line))
      }
    }
  }

  /// Asks until something is typed: an empty line asks again. What was typed is normalised.
  func ask(_ question: String, help: String) throws(Ended) -> Typed {
    while true {
      switch try put(question, help: help) {
      case .nothing: continue
      case .back: return .back
      case .text(let typed): return .text(InputText.normalised(typed))
      }
    }
  }

  /// How many of a list are shown at once; a screen has 24 lines.
  private static let page = 15

  /// Lets one of a numbered list be picked, by its number or by words that only it has; nil for a
  /// step back. Enter shows the next page.
  func choose<Choice>(
    _ choices: [Choice], _ question: String, shown: (Choice) -> String
  ) throws(Ended) -> Choice? {
    var from = 0
    try showPage(choices, from, shown)
    while true {
      let hasMore = from + Self.page < choices.count
      let help = "写前面的序号，或者里面的字；< 退一步。\n"
      let prompt = hasMore ? "回车看后面的。" + question : question
      switch try put(prompt, help: help) {
      case .back, .text("0"): return nil
      case .nothing:
        from = hasMore ? from + Self.page : 0
        if choices.count > Self.page { try showPage(choices, from, shown) }
      case .text(let typed):
        let word = InputText.normalised(typed)
        if let number = Int(word), choices.indices.contains(number - 1) {
          return choices[number - 1]
        }
        let meant = choices.indices.filter { shown(choices[$0]).contains(word) }
        if meant.count == 1 { return choices[meant[0]] }
        try say(meant.map { "  \($0 + 1)  \(shown(choices[$0]))\n" }.joined())
        if meant.isEmpty { try say("没有“\(safe(typed))”，请写 1 到 \(choices.count)，或写里面的字。\n") }
      }
    }
  }

  private func showPage<Choice>(
    _ choices: [Choice], _ from: Int, _ shown: (Choice) -> String
  ) throws(Ended) {
    let list = choices.enumerated().dropFirst(from).prefix(Self.page)
      .map { "  \($0.offset + 1)  \(shown($0.element))\n" }.joined()
    try say(list)
  }
}
