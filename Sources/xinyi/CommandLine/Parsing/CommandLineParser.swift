import XinyiLedger

/// What a command line asks for.
enum Invocation: Sendable {
  case run(Command, Arguments)
  case help(HelpTopic)
  /// A good line but for what is missing, which may be asked for on a terminal.
  case incomplete(Form, UsageFaults)
}

/// Turns the words of a line into a command and its checked arguments, or into all that is wrong
/// with them at once.
struct CommandLineParser: Sendable {
  let table: CommandTable
  /// The clock's day, unless the line itself says `--today`.
  let clock: Day

  /// The invocation of a whole line; what is missing is a fault.
  func parse(_ arguments: [String]) throws(UsageFaults) -> Invocation {
    let invocation = try understand(arguments)
    if case .incomplete(_, let faults) = invocation { throw faults }
    return invocation
  }

  /// The invocation of a line of which words may be missing.
  func understand(_ arguments: [String]) throws(UsageFaults) -> Invocation {
    let line = LineSplitter.split(arguments)
    var words = WordQueue(line)
    if words.isEmpty { return try withoutWords(line, arguments) }
    let found = try resolve(&words)
    if found.asksForHelp || line.isGiven(.help) {
      return .help(Self.topic(found.path))
    }
    if found.path == .help { return .help(try helpTopic(&words, found)) }
    guard let path = found.path, let command = table[path] else {
      throw missingSubcommand(found)
    }
    let form = Form(command: command, typedName: found.typed, language: found.language)
    return try read(line, &words, form)
  }

  /// The program's name alone: the village as it stands, where the table has such a page.
  private func withoutWords(
    _ line: SplitLine, _ arguments: [String]
  ) throws(UsageFaults) -> Invocation {
    guard let opening = table.opening, !line.isGiven(.help) else {
      if let fault = line.faults.first {
        throw UsageFaults(
          faults: [completed(fault, OptionName.allCases)], path: nil,
          language: Language(of: arguments.joined()))
      }
      return .help(.overview)
    }
    var words = WordQueue(line)
    return try read(line, &words, Form(opening, language: .chinese))
  }

  private func read(
    _ line: SplitLine, _ words: inout WordQueue, _ empty: Form
  ) throws(UsageFaults) -> Invocation {
    let command = empty.command
    var reading = Reading(command: command, line: line, reader: ValueReader(today: today(line)))
    reading.readOptions(faults: line.faults.map { completed($0, command.options.map(\.name)) })
    reading.readWords(&words)
    var form = empty
    form.values = reading.values
    if reading.faults.isEmpty { return .run(command, form.arguments) }
    let faults = UsageFaults(
      faults: reading.faults, path: command.path, language: form.language)
    if reading.faults.allSatisfy(\.isOmission) { return .incomplete(form, faults) }
    throw faults
  }

  /// `--today` comes first, since the other dates are said relative to it.
  private func today(_ line: SplitLine) -> Day {
    guard let typed = line.options.first(where: { $0.name == .today })?.value,
      let stated = try? DateReader(today: clock).stated(InputText.normalised(typed))
    else { return clock }
    return stated.day
  }

  private func completed(_ fault: SplitLine.LineFault, _ options: [OptionName]) -> UsageFault {
    switch fault {
    case .complete(let fault): return fault
    case .unknownOption(let typed):
      let bare = String(typed.drop { $0 == "-" })
      return .unknownOption(
        typed: typed, nearest: OptionName.nearest(to: bare, among: options))
    }
  }
}

extension CommandLineParser {
  /// How far the first words led.
  private struct Found {
    var path: CommandPath?
    var typed = ""
    var language: Language
    var asksForHelp = false
  }

  /// Follows the words as long as they name commands. A wrong one ends everything: no other fault
  /// is worth saying before the command is known.
  private func resolve(_ words: inout WordQueue) throws(UsageFaults) -> Found {
    var found = Found(path: nil, language: .chinese)
    while let typed = words.peekName() {
      if typed == "?" {
        found.asksForHelp = true
        return found
      }
      if let path = table.child(of: found.path, named: typed) {
        _ = words.takeName()
        if found.path == nil { found.language = path.name.language(ofSpelling: typed) ?? .english }
        found.path = path
        found.typed = typed
        if table.children(of: path).isEmpty { break }
      } else if let path = found.path, table[path] != nil {
        break
      } else {
        throw unknown(typed, found)
      }
    }
    if words.peekName() == "?" && words.count == 1 { found.asksForHelp = true }
    return found
  }

  private func unknown(_ typed: String, _ found: Found) -> UsageFaults {
    let children = table.children(of: found.path)
    let name = Suggestion.nearest(to: typed, among: children.map(\.name))
    let nearest = children.first { $0.name == name }
    guard let group = found.path else {
      let language = suggestionLanguage(typed, name)
      return UsageFaults(
        faults: [.unknownCommand(typed: typed, nearest: nearest)], path: nil, language: language)
    }
    return UsageFaults(
      faults: [.unknownSubcommand(of: group, typed: typed, nearest: nearest)], path: group,
      language: found.language)
  }

  /// `jifen` is not Chinese by its letters, but it is by its meaning.
  private func suggestionLanguage(_ typed: String, _ name: Name?) -> Language {
    guard let name, Language(of: typed) == .english else { return Language(of: typed) }
    let sounds = name.chinese.map { pinyin(of: $0) }
    return sounds.contains(typed.lowercased()) ? .chinese : .english
  }

  private func missingSubcommand(_ found: Found) -> UsageFaults {
    guard let group = found.path else {
      return UsageFaults(
        faults: [.unknownCommand(typed: found.typed, nearest: nil)], path: nil,
        language: found.language)
    }
    let available = table.children(of: group)
    return UsageFaults(
      faults: [.missingSubcommand(of: group, available: available)], path: group,
      language: found.language)
  }

  private static func topic(_ path: CommandPath?) -> HelpTopic {
    guard let path, path != .help else { return .overview }
    return .command(path)
  }

  /// `help 记分` names a task, `help R301` a code, `help review open` a command by its words.
  private func helpTopic(
    _ words: inout WordQueue, _ help: Found
  ) throws(UsageFaults) -> HelpTopic {
    if words.isEmpty { return .overview }
    if words.count == 1, let word = words.peekName() {
      do throws(HelpTopic.UnknownCode) {
        if let topic = try HelpTopic(word: word) { return topic }
      } catch {
        throw UsageFaults(faults: [.unknownCode(typed: word)], path: .help, language: help.language)
      }
    }
    let topic = try resolve(&words)
    if let surplus = words.takeName(), surplus != "?" {
      throw UsageFaults(
        faults: [.surplusWord(typed: surplus)], path: topic.path, language: help.language)
    }
    return Self.topic(topic.path)
  }
}
