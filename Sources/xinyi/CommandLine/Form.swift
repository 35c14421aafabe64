/// A command line on its way: the command, and what its places hold so far.
///
/// However the places were filled, by words or by answers, the command gets the same arguments.
struct Form: Sendable {
  let command: Command
  let typedName: String
  let language: Language
  var values: [Slot: Values] = [:]

  var arguments: Arguments {
    Arguments(
      path: command.path, typedName: typedName, language: language,
      wordOrder: command.words.map(\.name), values: values)
  }

  func isFilled(_ slot: Slot) -> Bool { values[slot]?.isGiven == true }

  func kind(of slot: Slot) -> ValueKind {
    switch slot {
    case .word(let name): command.words.first { $0.name == name }?.kind ?? .text
    case .option(let name): command.option(name)?.kind ?? .text
    }
  }

  /// Every place that holds something, in the order of the declaration.
  var filled: [Slot] {
    (command.words.map { Slot.word($0.name) } + command.options.map { Slot.option($0.name) })
      .filter(isFilled)
  }

  /// The same command as one types it, with everything that was given or answered.
  var line: CommandText {
    filled.reduce(CommandText(command.path)) { line, slot in
      guard let values = values[slot] else { return line }
      switch slot {
      case .word: return values.all.reduce(line) { $0.value($1, values.kind) }
      case .option(let option):
        if values.kind == .flag { return line.flag(option) }
        if values.kind.isList {
          return line.option(option, values.all.map(\.canonical).joined(separator: ","))
        }
        return values.all.reduce(line) { $0.flag(option).value($1, values.kind) }
      }
    }
  }
}

extension Form {
  init(_ command: Command, _ arguments: Arguments) {
    self.init(
      command: command, typedName: arguments.typedName, language: arguments.language,
      values: arguments.values)
  }

  /// A command of which nothing is known yet.
  init(_ command: Command, language: Language) {
    self.init(
      command: command, typedName: command.path.name.shown(in: language), language: language)
  }
}
