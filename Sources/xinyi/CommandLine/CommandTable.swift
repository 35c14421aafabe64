/// The commands of the program, in the order in which help lists them.
struct CommandTable: Sendable {
  let commands: [Command]
  /// What the program's name alone shows; nil shows the overview of help.
  let opening: Command?
  private let byPath: [CommandPath: Command]
  private let childrenByParent: [CommandPath?: [CommandPath]]

  /// `help` is part of every table though no command of it: the parser answers it by itself.
  init(_ commands: [Command], opening: Command?) {
    self.commands = commands
    self.opening = opening
    self.byPath = Dictionary(
      commands.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var children: [CommandPath?: [CommandPath]] = [:]
    var known: Set<CommandPath> = []
    for path in commands.flatMap(\.path.lineage) + [.help] where known.insert(path).inserted {
      children[path.parent, default: []].append(path)
    }
    self.childrenByParent = children
  }

  subscript(path: CommandPath) -> Command? { byPath[path] }

  /// What stands directly under a group, or on the first level.
  func children(of path: CommandPath?) -> [CommandPath] { childrenByParent[path] ?? [] }

  /// The child that a typed word names.
  func child(of path: CommandPath?, named typed: String) -> CommandPath? {
    children(of: path).first { $0.name.language(ofSpelling: typed) != nil }
  }

  /// What is wrong with the declarations themselves; tests demand that it is empty.
  var flaws: [String] {
    var flaws: [String] = []
    if byPath.count != commands.count { flaws.append("a command is declared twice") }
    for command in commands {
      let english = command.path.words.joined(separator: " ")
      if command.words.dropLast().contains(where: { !$0.isRequired || $0.takesSeveral }) {
        flaws.append("\(english): only the last word may be optional or several")
      }
      if Set(command.words.map(\.name)).count != command.words.count {
        flaws.append("\(english): a word is declared twice")
      }
      if Set(command.ownOptions.map(\.name)).count != command.ownOptions.count {
        flaws.append("\(english): an option is declared twice")
      }
      for option in command.ownOptions where option.name.isFlag != (option.kind == .flag) {
        flaws.append("\(english): --\(option.name.english) must be a flag everywhere or nowhere")
      }
      for option in command.words.flatMap(\.replacedBy) where command.option(option) == nil {
        flaws.append("\(english): a word gives way to --\(option.english), which is not taken")
      }
      if command.examples.isEmpty { flaws.append("\(english): no example") }
    }
    return flaws
  }
}
