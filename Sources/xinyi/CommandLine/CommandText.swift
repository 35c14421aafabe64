/// A command line to be quoted in an answer, in the language the person types.
struct CommandText: Hashable, Sendable {
  let path: CommandPath
  private var parts: [Part] = []

  private enum Part: Hashable {
    case word(String)
    case choice(Name)
    case option(OptionName)
  }

  init(_ path: CommandPath) { self.path = path }

  func word(_ text: String) -> CommandText { adding(.word(text)) }

  func flag(_ option: OptionName) -> CommandText { adding(.option(option)) }

  func option(_ option: OptionName, _ value: String) -> CommandText {
    adding(.option(option)).adding(.word(value))
  }

  /// A value that has a Chinese word too; `english` is one of the set's.
  func option(_ option: OptionName, _ english: String, of set: ChoiceSet) -> CommandText {
    let part = set.named(english).map { Part.choice($0) } ?? .word(english)
    return adding(.option(option)).adding(part)
  }

  /// One value of a place, in the word of the language where it is of a closed set.
  func value(_ value: Value, _ kind: ValueKind) -> CommandText {
    adding(Self.part(value.canonical, kind))
  }

  /// The whole line: `xinyi review open --month 2026-10` or `xinyi 议事 开会 --月份 2026-10`.
  func text(in language: Language) -> String { pieces(in: language).joined(separator: " ") }

  /// The line in the pieces that a space parts, each quoted where the shell needs it.
  func pieces(in language: Language) -> [String] {
    let command = path.lineage.map { $0.name.shown(in: language) }
    let rest = parts.map { part in
      switch part {
      case .word(let text): Self.quoted(text)
      case .choice(let name): name.shown(in: language)
      case .option(let option): option.spelled(in: language, of: path)
      }
    }
    return ["xinyi"] + command + rest
  }

  private func adding(_ part: Part) -> CommandText {
    var copy = self
    copy.parts.append(part)
    return copy
  }

  /// Quoted for the shell where it must be.
  static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-_./:@,+%=、".unicodeScalars.contains(scalar)
    }
    if isPlain && !text.isEmpty { return text }
    let escaped = text.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + escaped.joined(separator: "'\\''") + "'"
  }
}

extension CommandText {
  private static func part(_ word: String, _ kind: ValueKind?) -> Part {
    if case .choice(let set) = kind, let name = set.named(word) { return .choice(name) }
    return .word(word)
  }

  /// Reads a line in English words, as the library's own hints give it; nil when its first words
  /// are no command. What the command takes from a closed set has its Chinese word too; all other
  /// words after the command stay as they are.
  init?(english line: [String], in table: CommandTable) {
    let longest = (1...3).reversed().compactMap { CommandPath(words: Array(line.prefix($0))) }
    guard let path = longest.first else { return nil }
    self.init(path)
    if path == .help, let topic = CommandPath(words: Array(line.dropFirst(path.words.count))) {
      parts = topic.lineage.map { .choice($0.name) }
      return
    }
    var slots = (table[path]?.words ?? [])[...]
    var awaited: ValueKind?
    for word in line.dropFirst(path.words.count) {
      if word.hasPrefix("--"), let option = OptionName.named(String(word.dropFirst(2))) {
        parts.append(.option(option))
        awaited = option.isFlag ? nil : table[path]?.option(option)?.kind ?? .text
      } else {
        parts.append(Self.part(word, awaited ?? slots.first?.kind))
        if awaited == nil && slots.first?.takesSeveral == false { slots.removeFirst() }
        awaited = nil
      }
    }
  }
}
