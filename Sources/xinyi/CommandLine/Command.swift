/// One command: a single declaration gives its parsing, its help, its completion, and what is
/// suggested when it is mistyped.
struct Command: Sendable {
  let path: CommandPath
  /// One Chinese sentence.
  let summary: String
  /// What help shows first: whole lines as a person types them, in either language.
  let examples: [String]
  /// At most one word may stand for several, see `CommandTable.flaws`.
  let words: [Word]
  /// The command's own options, without the ones that `effect` adds.
  let ownOptions: [Option]
  let effect: Effect
  let run: @Sendable (inout Session, Arguments) throws -> Answer

  init(
    _ path: CommandPath, _ effect: Effect, summary: String, examples: [String],
    words: [Word] = [], options: [Option] = [],
    run: @escaping @Sendable (inout Session, Arguments) throws -> Answer
  ) {
    self.path = path
    self.effect = effect
    self.summary = summary
    self.examples = examples
    self.words = words
    self.ownOptions = options
    self.run = run
  }

  /// Whether a command may write to the ledger; a writing one takes `--dry-run` and `--receipt`.
  enum Effect: Sendable {
    case reads, writes
    /// What it writes cannot be taken back (不能撤回): on a terminal the count is to be typed (S11).
    case writesForGood

    var isWriting: Bool { self != .reads }
  }

  /// Everything the command takes, its own options first.
  var options: [Option] {
    let common = effect.isWriting ? Option.ofWriters + Option.common : Option.common
    let own = Set(ownOptions.map(\.name))
    return ownOptions + common.filter { !own.contains($0.name) }
  }

  func option(_ name: OptionName) -> Option? { options.first { $0.name == name } }
}

extension Command {
  /// A word of the command line that has no option before it.
  struct Word: Sendable {
    let name: WordName
    let kind: ValueKind
    let number: Number
    let help: String
    /// The options that stand in for this word: with `--rest` no entry is named.
    let replacedBy: [OptionName]

    enum Number: Sendable {
      case one, optional
      /// At least one.
      case many
      /// None, one or several.
      case any
    }

    init(
      _ name: WordName, _ kind: ValueKind, _ number: Number, _ help: String,
      replacedBy: OptionName...
    ) {
      self.name = name
      self.kind = kind
      self.number = number
      self.help = help
      self.replacedBy = replacedBy
    }

    var isRequired: Bool {
      switch number {
      case .one, .many: true
      case .optional, .any: false
      }
    }

    var takesSeveral: Bool {
      switch number {
      case .one, .optional: false
      case .many, .any: true
      }
    }
  }
}
