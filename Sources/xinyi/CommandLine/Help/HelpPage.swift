import XinyiText

/// The help of a command, a group, a task, a code or the whole program; a function of the command
/// table.
struct HelpPage {
  let table: CommandTable
  /// Columns of the screen, as far as they matter.
  let width: Int

  /// Wider lines are harder to read, and a pipe has no width that answers could depend on.
  static let greatestWidth = 80

  init(table: CommandTable, screen columns: Int) {
    self.table = table
    self.width = min(columns, Self.greatestWidth)
  }

  func text(about topic: HelpTopic) -> String {
    let lines: [String]
    switch topic {
    case .overview: lines = overview
    case .command(let path):
      lines = table[path].map(self.lines(of:)) ?? self.lines(ofGroup: path)
    case .task(let guide): lines = self.lines(of: guide)
    case .code(let explanation): return explanation.text(width: width)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// An example first, then what the command does, its words and its options.
  private func lines(of command: Command) -> [String] {
    let examples = ["例："] + command.examples.flatMap(line)
    let about = ["", Self.title(of: command.path)].flatMap(folded) + folded("  " + command.summary)
    let usage = [Language.chinese, .english].flatMap { language in
      folded((language == .chinese ? "用法：" : "      ") + Self.usage(of: command, in: language))
    }
    var words: [String] = []
    if !command.words.isEmpty {
      words = ["", "要写的词："] + aligned(command.words.map(Self.row))
    }
    let options = command.options.map { Self.row(of: $0, in: command.path) }
    return examples + about + [""] + usage + words + ["", "选项："] + aligned(options)
  }

  /// A command line to be typed, which goes on further in where it is longer than the screen.
  func line(_ command: String) -> [String] {
    linesOfWords(command, width: width, first: 2, rest: 6)
  }

  /// A line of its own with its indent, broken where it is longer than the screen.
  func folded(_ line: String) -> [String] {
    if line.isEmpty { return [""] }
    let indent = line.prefix { $0 == " " }.count
    return wrapped(String(line.dropFirst(indent)), width: width, first: indent, rest: indent + 2)
  }

  func aligned(_ rows: [[String]]) -> [String] {
    Columns(rows: rows, indent: 2, width: width).lines
  }

  /// `记分 record，也可写 加分、扣分、jf`.
  static func title(of path: CommandPath) -> String {
    let chinese = path.lineage.map { $0.name.shown(in: .chinese) }.joined(separator: " ")
    let others = path.name.chinese.dropFirst() + (path.name.initials.map { [$0] } ?? [])
    let also = others.isEmpty ? "" : "，也可写 " + others.joined(separator: "、")
    return "\(chinese)  \(path.words.joined(separator: " "))\(also)"
  }

  private static func usage(of command: Command, in language: Language) -> String {
    let words = command.words.map { word in
      let name = word.name.shown(in: language) + (word.takesSeveral ? "..." : "")
      return word.isRequired && word.replacedBy.isEmpty ? name : "[\(name)]"
    }
    let required = command.options.filter { $0.number == .required }.map { option in
      option.name.spelled(in: language, of: command.path) + " " + option.kind.placeholder
    }
    let rest = language == .chinese ? ["[选项]"] : ["[OPTIONS]"]
    let line = [CommandText(command.path).text(in: language)] + words + required + rest
    return line.joined(separator: " ")
  }

  private static func row(of word: Command.Word) -> [String] {
    let options = word.replacedBy.map { "--\($0.english)" }.joined(separator: " 或 ")
    let instead = options.isEmpty ? "" : "（写 \(options) 时不写）"
    return [
      word.name.shown(in: .chinese) + (word.takesSeveral ? "..." : ""),
      word.name.shown(in: .english), word.help + instead,
    ]
  }

  private static func row(of option: Command.Option, in path: CommandPath) -> [String] {
    let note =
      switch option.number {
      case .required: "（必写）"
      case .repeatable: "（可写多次）"
      case .optional: ""
      }
    return [
      option.name.spelled(in: .chinese, of: path), english(option.name, in: path),
      option.kind.placeholder, option.help + offered(option.kind) + note,
    ]
  }

  /// `--output -o`.
  private static func english(_ option: OptionName, in path: CommandPath) -> String {
    let long = option.spelled(in: .english, of: path)
    guard let letter = option.letter, long.hasPrefix("--") else { return long }
    return "\(long) -\(letter)"
  }

  private static func offered(_ kind: ValueKind) -> String {
    guard case .choice(let set) = kind else { return "" }
    let words = set.values.map { name in
      name.chinese.isEmpty ? name.english : "\(name.shown(in: .chinese)) \(name.english)"
    }
    return "：" + words.joined(separator: "、")
  }
}
