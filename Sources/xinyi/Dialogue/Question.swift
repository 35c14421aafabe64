import XinyiLedger

/// One thing that is asked for: a place of the command, as its declaration describes it.
struct Question: Equatable {
  let slot: Slot
  let kind: ValueKind
  let help: String
  let isRequired: Bool
  /// Whether the place may hold several values.
  let takesSeveral: Bool
}

extension Interview {
  /// The next place to fill: words first, then options in the order of the declaration.
  var nextQuestion: Question? {
    for word in form.command.words where isOpen(word) {
      return Question(
        slot: .word(word.name), kind: word.kind, help: word.help, isRequired: true,
        takesSeveral: word.takesSeveral)
    }
    for word in form.command.words where isOffered(word) {
      return Question(
        slot: .word(word.name), kind: word.kind, help: word.help, isRequired: false,
        takesSeveral: word.takesSeveral)
    }
    for option in form.command.options {
      let slot = Slot.option(option.name)
      guard !form.isFilled(slot), !asked.contains(slot), let isRequired = demand(for: option)
      else { continue }
      return Question(
        slot: slot, kind: option.kind, help: option.help, isRequired: isRequired,
        takesSeveral: option.number == .repeatable || option.kind.isList)
    }
    return nil
  }

  private func isOffered(_ word: Command.Word) -> Bool {
    let slot = Slot.word(word.name)
    return !word.isRequired && offersOptions && !form.isFilled(slot) && !asked.contains(slot)
  }

  private func isOpen(_ word: Command.Word) -> Bool {
    word.isRequired && !form.isFilled(.word(word.name))
      && !word.replacedBy.contains { form.isFilled(.option($0)) }
  }

  /// Whether an option is asked for: true where it must be filled, nil where it is not asked.
  private func demand(for option: Command.Option) -> Bool? {
    if option.number == .required || demanded.contains(.option(option.name)) { return true }
    if let need = chosenItem?.need(for: option.name) {
      return need && !hasQuantities(option.name) ? true : nil
    }
    guard option.isAsked && offersOptions else { return nil }
    return option.name == .collector && view?.hasCollectors != true ? nil : false
  }

  /// In `1-12=4` each has a quantity already.
  private func hasQuantities(_ option: OptionName) -> Bool {
    guard option == .quantity, let who = form.values[.word(.who)]?.texts, !who.isEmpty else {
      return false
    }
    return who.prefix { $0 != "除" }.allSatisfy { $0.contains("=") }
  }

  /// The rule that an entry is to be recorded for.
  var chosenItem: Catalog.Item? {
    guard form.command.path == .record, let typed = form.values[.word(.rule)]?.text else {
      return nil
    }
    return try? view?.directory.rule(typed, on: form.values[.option(.on)]?.day)
  }
}

extension Catalog.Item {
  /// Whether a line of this item must have the option; nil where the item says nothing of it.
  fileprivate func need(for option: OptionName) -> Bool? {
    switch (option, amount) {
    case (.quantity, .perUnit): !amount.countsFamilyMembers
    case (.level, .level), (.points, .choice): true
    case (.quantity, _), (.level, _), (.points, _): false
    default: nil
    }
  }
}
