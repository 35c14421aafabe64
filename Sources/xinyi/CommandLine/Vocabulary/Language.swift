/// The language of the command words a person types. Sentences are Chinese in any case; commands
/// quoted in an answer use the language that was typed.
enum Language: Sendable {
  case english, chinese

  /// The language a piece of text looks like: Chinese as soon as it holds one such character.
  init(of text: some StringProtocol) {
    self = text.unicodeScalars.contains { $0.value >= 0x2E80 } ? .chinese : .english
  }
}
