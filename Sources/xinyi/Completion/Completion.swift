/// What may stand next on an unfinished line, for the shells' completion scripts.
struct Completion {
  let table: CommandTable
  /// What the village's own files offer for a kind of value that begins so.
  let known: (ValueKind, String) -> [Candidate]

  /// One word that may stand there, and what a shell shows beside it.
  struct Candidate: Hashable {
    let word: String
    let note: String
  }

  enum Offer: Equatable {
    case words([Candidate])
    /// The shell knows its files better than anybody.
    case files
  }

  /// `words` are the finished words after `xinyi`, `start` what is typed of the next one.
  func offer(after words: [String], start: String) -> Offer {
    let line = LineSplitter.split(words)
    let typed = InputText.normalised(start)
    var path: CommandPath?
    var rest = line.words[...]
    while let word = rest.first.map(InputText.normalised),
      let child = table.child(of: path, named: word)
    {
      path = child
      rest.removeFirst()
    }
    if case .complete(.missingValue(let name))? = line.faults.last {
      let kind = path.flatMap { table[$0]?.option(name)?.kind } ?? Self.common(name)
      return kind.map { offer($0, start: typed) } ?? .words([])
    }
    guard let path else { return .words(rest.isEmpty ? commands(under: nil, typed) : []) }
    if path == .help { return .words(topics(Array(rest), typed)) }
    guard let command = table[path] else {
      return .words(rest.isEmpty ? commands(under: path, typed) : [])
    }
    if start.unicodeScalars.first.map(InputText.isDash) == true {
      return .words(Self.fitting(options(of: command, given: line), typed))
    }
    let next = command.words.dropFirst(rest.count).first
    let several = command.words.last.flatMap { $0.takesSeveral ? $0 : nil }
    guard let word = next ?? several else { return .words([]) }
    // A receipt that is looked for may have any form, and is read as a plain word.
    return offer(word.name == .receipt ? .receiptKey : word.kind, start: typed)
  }
}

extension Completion {
  private static func common(_ name: OptionName) -> ValueKind? {
    Command.Option.common.first { $0.name == name }?.kind
  }

  private func offer(_ kind: ValueKind, start: String) -> Offer {
    switch kind {
    case .path, .evidence: return .files
    case .choice(let set): return .words(Self.fitting(set.values.flatMap { named($0, "") }, start))
    default: break
    }
    guard kind.isList, let comma = start.lastIndex(of: ",") else {
      return .words(known(kind, start))
    }
    // Of a list, the part behind its last comma is what is being typed.
    let done = String(start[...comma])
    let part = String(start[start.index(after: comma)...])
    return .words(
      known(kind, part).map { Candidate(word: done + $0.word, note: $0.note) })
  }

  /// What begins as it was typed; where nothing does, what has it in its note: 垃圾 finds the rules
  /// with it in their titles.
  static func fitting(_ all: [Candidate], _ start: String) -> [Candidate] {
    let begun = all.filter { $0.word.lowercased().hasPrefix(start.lowercased()) }
    if !begun.isEmpty || start.isEmpty { return begun }
    return all.filter { $0.note.contains(start) }
  }

  private func commands(under path: CommandPath?, _ start: String) -> [Candidate] {
    let found = table.children(of: path).flatMap { child in
      named(child.name, summary(of: child))
    }
    return Self.starting(found, start)
  }

  /// Words of the program are not looked for by what they mean.
  private static func starting(_ all: [Candidate], _ start: String) -> [Candidate] {
    all.filter { $0.word.hasPrefix(start) }
  }

  private func topics(_ words: [String], _ start: String) -> [Candidate] {
    var path: CommandPath?
    for word in words {
      guard let child = table.child(of: path, named: InputText.normalised(word)) else { return [] }
      path = child
    }
    let tasks = path == nil ? TaskGuide.all.map { Candidate(word: $0.title, note: $0.about) } : []
    let known = Set(tasks.map(\.word))
    return Self.starting(tasks, start)
      + commands(under: path, start).filter { !known.contains($0.word) }
  }

  private func summary(of path: CommandPath) -> String {
    table[path]?.summary
      ?? table.children(of: path).map { $0.name.shown(in: .chinese) }.joined(separator: "、")
  }

  private func options(of command: Command, given line: SplitLine) -> [Candidate] {
    let open = command.options.filter { $0.number == .repeatable || !line.isGiven($0.name) }
    return open.flatMap { option in
      [Language.english, .chinese].map { language in
        Candidate(word: option.name.spelled(in: language, of: command.path), note: option.help)
      }
    }
  }

  private func named(_ name: Name, _ note: String) -> [Candidate] {
    ([name.english] + name.chinese.prefix(1)).map { Candidate(word: $0, note: note) }
  }
}
