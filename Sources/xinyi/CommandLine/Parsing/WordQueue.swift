/// The words of a line in order, parted at wide spaces only as they are taken: free text keeps
/// its wide spaces, names and references do not.
struct WordQueue {
  private var words: [Word]

  private struct Word {
    let text: String
    /// Whether it stands before `--`.
    let isPlain: Bool
  }

  init(_ line: SplitLine) {
    self.words = line.words.enumerated().map { index, text in
      Word(text: text, isPlain: index < line.plainWords)
    }
  }

  var isEmpty: Bool { words.isEmpty }
  var count: Int { words.count }

  /// The next word as the name of a command, or nil when none is left or it stands after `--`.
  mutating func peekName() -> String? {
    partFirst()
    guard let first = words.first, first.isPlain else { return nil }
    return InputText.normalised(first.text)
  }

  mutating func takeName() -> String? {
    partFirst()
    return words.isEmpty ? nil : InputText.normalised(words.removeFirst().text)
  }

  /// The next word as it was typed, whole for a verbatim kind.
  mutating func take(_ kind: ValueKind) -> String? {
    if !kind.isVerbatim { partFirst() }
    return words.isEmpty ? nil : words.removeFirst().text
  }

  private mutating func partFirst() {
    guard let first = words.first, first.isPlain else { return }
    let parts = InputText.partedByWideSpace(first.text)
    guard parts.count > 1 else { return }
    words.replaceSubrange(0..<1, with: parts.map { Word(text: $0, isPlain: true) })
  }
}
