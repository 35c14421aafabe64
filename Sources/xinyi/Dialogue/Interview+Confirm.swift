import XinyiLedger
import XinyiText

extension Interview {
  enum Verdict {
    case yes, no, back
  }

  /// The line that would have done the same, so that people learn it, and what it will do.
  func tell(_ trial: Answer) throws {
    try dialogue.say("\n等于打：\n")
    try dialogue.say(command: form.line.pieces(in: form.language))
    let lines = trial.text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.count <= Self.head + Self.tail {
      try dialogue.say(trial.text)
    } else {
      let left = lines.count - Self.head - Self.tail
      try dialogue.say(
        (lines.prefix(Self.head) + ["（中间还有 \(left) 行）"] + lines.suffix(Self.tail))
          .joined(separator: "\n"))
    }
    try dialogue.say(trial.warnings.map { $0 + "\n" }.joined())
  }

  /// With the questions above it, the summary fits a screen of 24 lines.
  private static var head: Int { 9 }
  private static var tail: Int { 5 }

  /// The one question after which something is written.
  func confirm(_ trial: Answer) throws -> Verdict {
    if form.command.effect == .writesForGood { return try confirmForGood(trial.rowCount) }
    while true {
      switch try dialogue.ask("办吗（y 办，n 不办，< 改）：", help: "写 y 就办；n 什么也不记；< 退回去改。\n") {
      case .back: return .back
      case .text("y"), .text("Y"), .text("是"), .text("办"): return .yes
      case .text("n"), .text("N"), .text("不"), .text("不办"): return .no
      case .text: try dialogue.say("写 y 或 n。\n")
      }
    }
  }

  /// What cannot be taken back wants its count typed (S11).
  private func confirmForGood(_ count: Int) throws -> Verdict {
    try dialogue.say("这一步不能撤回，涉及 \(count) 个账户。\n")
    while true {
      let prompt = "要办，请写出账户个数（n 不办）："
      switch try dialogue.ask(prompt, help: "写上一行的个数，说明您看过了；n 什么也不记。\n") {
      case .back: return .back
      case .text("n"), .text("N"), .text("不办"): return .no
      case .text(let typed) where Int(typed) == count: return .yes
      case .text: try dialogue.say("不是 \(count)。没有办。\n")
      }
    }
  }
}
