/// The person on the other side: what is said to them, and the lines they type.
struct Console: Sendable {
  /// The next line without its end; nil when no more will come.
  let read: @Sendable () -> String?
  let write: @Sendable (String) -> Program.Writing
}

/// A conversation, question by question. Nothing is remembered from one question to the next, so
/// that it may end at any of them.
struct Dialogue {
  let console: Console

  enum Reply {
    case text(String)
    /// One step back (`<`).
    case back
  }

  /// No more input will come, or nobody reads what is said.
  struct Ended: Error {
    let status: ExitStatus
  }

  func say(_ text: String) throws(Ended) {
    switch console.write(text) {
    case .written: return
    case .closed: throw Ended(status: .done)
    case .failed: throw Ended(status: .notWritten)
    }
  }

  /// Asks until something is typed: an empty line asks again, `?` explains.
  func ask(_ question: String, help: String) throws(Ended) -> Reply {
    while true {
      try say(question)
      guard let line = console.read() else { throw Ended(status: .done) }
      let typed = InputText.normalised(line)
      switch typed {
      case "": continue
      case "<", "退回": return .back
      case "?", "帮助": try say(help)
      default: return .text(typed)
      }
    }
  }

  /// Lets one of a numbered list be picked; nil for a step back.
  func choose<Choice>(
    _ choices: [Choice], _ question: String, shown: (Choice) -> String
  ) throws(Ended) -> Choice? {
    let list = choices.enumerated().map { "  \($0 + 1)  \(shown($1))\n" }.joined()
    try say(list)
    while true {
      switch try ask(question, help: "写前面的序号，< 退一步。\n") {
      case .back: return nil
      case .text(let typed):
        if let number = Int(typed), choices.indices.contains(number - 1) {
          return choices[number - 1]
        }
        try say("没有第 \(typed) 个，请写 1 到 \(choices.count)。\n")
      }
    }
  }
}
