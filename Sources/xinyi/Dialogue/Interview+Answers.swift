import XinyiLedger
import XinyiText

extension Interview {
  /// Asks one question until it is answered or left out; false for a step back.
  mutating func put(_ question: Question) throws -> Bool {
    if asked.isEmpty { try dialogue.say(Self.keys) }
    let offer = offer(for: question)
    if question.kind == .rule, view != nil {
      guard try askRule(question, offer) else { return false }
      asked.append(question.slot)
      return true
    }
    try dialogue.say(question.help + "\n")
    try show(offer)
    while true {
      switch try dialogue.put(prompt(for: question, offer), help: explanation(of: question)) {
      case .back: return false
      case .nothing:
        if let fallback = offer.fallback {
          guard try take(fallback, question, offer) else { continue }
        } else if question.isRequired {
          continue
        }
        asked.append(question.slot)
        return true
      case .text("-") where !question.isRequired:
        asked.append(question.slot)
        return true
      case .text(let typed):
        if try takeInstead(typed, of: question) { return true }
        guard try take(offer.value(of: typed), question, offer) else { continue }
        asked.append(question.slot)
        return true
      }
    }
  }

  private static var keys: String { "回车用方括号里的；< 退一步；? 说明；Ctrl-C 不办了。\n" }

  /// `谁 [0012]：`, `佐证（回车不写）：`
  func prompt(for question: Question, _ offer: Offer) -> String {
    let note: String
    if let fallback = offer.fallback {
      note = " [\(offer.fallbackShown ?? fallback)]"
    } else {
      note = question.isRequired ? "" : "（回车不写）"
    }
    return label(of: question.slot) + note + "："
  }

  func label(of slot: Slot) -> String {
    switch slot {
    case .word(let word): word.shown(in: .chinese)
    case .option(let option): option.chinese(in: form.command.path)
    }
  }

  func explanation(of question: Question) -> String {
    let example = form.command.examples.first.map { "例：\($0)\n" } ?? ""
    let several = question.takesSeveral ? "可以写几个，用空格或、隔开。\n" : ""
    let left = question.isRequired ? "" : "回车不写；方括号里的不要，写 - 。\n"
    return question.help + "\n" + several + left + "< 退回上一个问题。\n" + example
  }

  private func show(_ offer: Offer) throws {
    guard !offer.rows.isEmpty else { return }
    let rows = offer.rows.prefix(Offer.most).enumerated().map { index, row in
      offer.isNumbered ? "  \(index + 1)  \(row.shown)\n" : "  \(row.shown)\n"
    }
    try dialogue.say(rows.joined())
    if offer.rows.count > Offer.most {
      try dialogue.say("  （还有 \(offer.rows.count - Offer.most) 个没有列出）\n")
    }
  }

  /// `其余` in the place of entries: the option that stands in for the word.
  private mutating func takeInstead(_ typed: String, of question: Question) throws -> Bool {
    guard case .word(let name) = question.slot,
      let word = form.command.words.first(where: { $0.name == name })
    else { return false }
    let typed = InputText.normalised(typed)
    guard
      let option = word.replacedBy.first(where: {
        typed == $0.chinese(in: form.command.path) || $0.name.language(ofSpelling: typed) != nil
      })
    else { return false }
    let slot = Slot.option(option)
    if option.isFlag {
      form.values[slot] = Values(kind: .flag, all: [.given])
      asked.append(slot)
    } else {
      demanded.append(slot)
      asked.append(question.slot)
    }
    return true
  }

  /// Reads an answer into its place; says what is wrong with it and is false when it cannot be.
  mutating func take(_ typed: String, _ question: Question, _ offer: Offer) throws -> Bool {
    let reader = ValueReader(today: view?.today ?? surroundings.files.now().day)
    let all: [Value]
    do throws(ValueProblem) {
      let pieces = question.takesSeveral ? offer.pieces(of: typed, question.kind) : [typed]
      var read: [Value] = []
      for piece in pieces { read += try reader.values(piece, question.kind) }
      all = read
    } catch {
      try dialogue.say("\(label(of: question.slot))\(error.sentence(in: form.language))。\n")
      return false
    }
    let values = Values(kind: question.kind, all: all)
    guard let settled = try settled(values, question.slot) else { return false }
    form.values[question.slot] = settled
    return true
  }
}
