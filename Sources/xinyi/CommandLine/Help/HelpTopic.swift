import XinyiText

/// What help is asked about.
enum HelpTopic: Sendable {
  case overview
  /// A command, or a group with what stands under it.
  case command(CommandPath)
  /// Something a person has to do, by its own word: which commands, in which order.
  case task(TaskGuide)
  /// A code that stood behind a message.
  case code(Explanation)
}

extension HelpTopic {
  /// What a single word after `help` means. A task comes before the command of the same name,
  /// whose own page `--help` shows.
  ///
  /// nil when the word is neither a task nor a code.
  init?(word: String) throws(UnknownCode) {
    if let guide = TaskGuide.named(word) {
      self = .task(guide)
      return
    }
    let code = word.uppercased().filter { $0 != "[" && $0 != "]" }
    guard Self.looksLikeCode(code) else { return nil }
    guard let explanation = Explanation.of(code) else { throw UnknownCode() }
    self = .code(explanation)
  }

  struct UnknownCode: Error {}

  /// A letter and three digits.
  private static func looksLikeCode(_ word: String) -> Bool {
    word.count == 4 && word.first?.isLetter == true && word.first?.isASCII == true
      && word.dropFirst().allSatisfy { ("0"..."9").contains($0) }
  }
}
