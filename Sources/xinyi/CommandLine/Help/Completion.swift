/// What may stand next on an unfinished line, for the shells' completion scripts.
struct Completion {
  let table: CommandTable

  /// `words` are the finished words after `xinyi`, `start` what is typed of the next one.
  func candidates(after words: [String], start: String) -> [String] {
    let typed = InputText.normalised(start)
    return unfiltered(after: words, start: typed).filter { $0.hasPrefix(typed) }
  }

  private func unfiltered(after words: [String], start: String) -> [String] {
    let line = LineSplitter.split(words)
    var path: CommandPath?
    var rest = line.words[...]
    while let word = rest.first.map(InputText.normalised),
      let child = table.child(of: path, named: word)
    {
      path = child
      rest.removeFirst()
    }
    guard let path, let command = table[path] else {
      return rest.isEmpty ? table.children(of: path).flatMap { spellings($0.name) } : []
    }
    if case .complete(.missingValue(let name))? = line.faults.last {
      return command.option(name).map { offered($0.kind) } ?? []
    }
    if start.hasPrefix("-") { return options(of: command, given: line) }
    let next = command.words.dropFirst(rest.count).first ?? command.words.last
    return next.map { offered($0.kind) } ?? []
  }

  private func options(of command: Command, given line: SplitLine) -> [String] {
    let open = command.options.filter { $0.number == .repeatable || !line.isGiven($0.name) }
    return open.flatMap { option in
      [
        option.name.spelled(in: .english, of: command.path),
        option.name.spelled(in: .chinese, of: command.path),
      ]
    }
  }

  private func offered(_ kind: ValueKind) -> [String] {
    guard case .choice(let set) = kind else { return [] }
    return set.values.flatMap(spellings)
  }

  private func spellings(_ name: Name) -> [String] {
    [name.english] + name.chinese.prefix(1)
  }
}
