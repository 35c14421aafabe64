extension Arguments {
  /// Who asks, when, how it is printed and whether it is only tried does not make another
  /// request (S1.2).
  private static let notPartOfRequest: Set<OptionName> = [
    .receipt, .by, .today, .json, .again, .dryRun, .folder, .help,
  ]

  /// The command in one form, equal for all ways of typing the same: English words, canonical
  /// values, options by English name, one word a line.
  ///
  /// `resolve` gives persons, rules, entries and goods their numbers; other values are canonical
  /// already. A word that begins with `-` makes options come first and `--` after them.
  func canonicalRequest(
    resolve: (ValueKind, String) throws -> String
  ) rethrows -> String {
    var words: [String] = []
    for word in wordOrder {
      words += try canonical(self[word: word], resolve)
    }
    var options: [String] = []
    let given = OptionName.allCases.filter { self[$0].isGiven }
    for option in given.sorted(by: { $0.english < $1.english })
    where !Self.notPartOfRequest.contains(option) {
      for value in try canonical(self[option], resolve) {
        options += option.isFlag ? ["--" + option.english] : ["--" + option.english, value]
      }
    }
    let needsMark = words.contains { $0.hasPrefix("-") }
    let rest = needsMark ? options + ["--"] + words : words + options
    return (path.words + rest).joined(separator: "\n")
  }

  private func canonical(
    _ values: Values, _ resolve: (ValueKind, String) throws -> String
  ) rethrows -> [String] {
    try values.all.map { value in
      switch value {
      case .text(let text): values.kind.isReference ? try resolve(values.kind, text) : text
      case .goods(let line): try resolve(values.kind, line.typed)
      default: value.canonical
      }
    }
  }
}
