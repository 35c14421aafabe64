/// Fills the places of one command with the values of one line, collecting every fault.
struct Reading {
  let command: Command
  let line: SplitLine
  let reader: ValueReader
  private(set) var values: [Slot: Values] = [:]
  private(set) var faults: [UsageFault] = []

  init(command: Command, line: SplitLine, reader: ValueReader) {
    self.command = command
    self.line = line
    self.reader = reader
  }

  /// Options in the order typed, then the required ones that are missing.
  mutating func readOptions(faults known: [UsageFault]) {
    faults += known
    for typed in line.options {
      guard let option = command.option(typed.name) else {
        let bare = String(typed.typed.drop { $0 == "-" })
        let nearest = OptionName.nearest(to: bare, among: command.options.map(\.name))
        faults.append(.optionNotTaken(typed: typed.typed, nearest: nearest))
        continue
      }
      let isFirst = values[.option(option.name)] == nil
      guard isFirst || option.number == .repeatable else {
        if !faults.contains(.repeatedOption(option.name)) {
          faults.append(.repeatedOption(option.name))
        }
        continue
      }
      if option.kind == .flag {
        values[.option(option.name)] = Values(kind: .flag, all: [.given])
      } else if let text = typed.value {
        read(text, .option(option.name), option.kind)
      }
    }
    for option in command.options
    where option.number == .required && !line.isGiven(option.name) {
      faults.append(.missingOption(option.name))
    }
  }

  mutating func readWords(_ words: inout WordQueue) {
    for word in command.words {
      if word.replacedBy.contains(where: line.isGiven) { continue }
      let slot = Slot.word(word.name)
      var texts: [String] = []
      while texts.isEmpty || word.takesSeveral, let text = words.take(word.kind) {
        texts.append(text)
      }
      for text in ValueReader.joiningCounts(texts, word.kind) { read(text, slot, word.kind) }
      if texts.isEmpty && word.isRequired {
        faults.append(.missingWord(word.name))
      }
    }
    while let surplus = words.takeName() { faults.append(surplusFault(surplus)) }
  }

  /// Where words were left out because an option stands in for them, the two exclude each other.
  private func surplusFault(_ typed: String) -> UsageFault {
    for word in command.words {
      if let option = word.replacedBy.first(where: line.isGiven) {
        return .exclusive(.option(option), .word(word.name))
      }
    }
    return .surplusWord(typed: typed)
  }

  private mutating func read(_ text: String, _ slot: Slot, _ kind: ValueKind) {
    do throws(ValueProblem) {
      let found = try reader.values(text, kind)
      values[slot] = Values(kind: kind, all: (values[slot]?.all ?? []) + found)
    } catch {
      faults.append(.invalidValue(slot, typed: InputText.trimmed(text), error))
      // The place counts as filled, so that a second faulty value of it is still a repetition.
      values[slot] = values[slot] ?? Values(kind: kind, all: [])
    }
  }
}
