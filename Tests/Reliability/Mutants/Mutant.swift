/// A fault put into the protocol on purpose, and the check that must notice it: what no check
/// notices, nobody can rely on.
struct Mutant: Sendable {
  /// How it is switched on: lower-case words joined by `-`.
  let name: String
  /// What is wrong, in words.
  let wrong: String
  let edits: [Edit]
  /// The check that must break.
  let killer: Check

  /// A place in the sources and what stands there instead.
  struct Edit: Sendable {
    let file: String
    /// The beginning of the declaration that the place lies in; the file has it once.
    let declaration: String
    /// Stands once in the declaration, exactly so.
    let original: String
    let mutated: String
    let form: Form
  }

  enum Form: Sendable {
    /// Both are statements, and none of them declares a name.
    case statement
    /// Both are expressions of one type; a `try` stands before them.
    case expression
  }

  init(_ name: String, _ wrong: String, killer: Check, _ edits: Edit...) {
    self.name = name
    self.wrong = wrong
    self.edits = edits
    self.killer = killer
  }
}

extension Mutant.Edit {
  /// Other statements; none at all where nothing is given.
  static func statement(
    _ original: String, _ mutated: String = "", in declaration: String, of file: String
  ) -> Self {
    Self(
      file: file, declaration: declaration, original: original, mutated: mutated,
      form: .statement)
  }

  static func expression(
    _ original: String, _ mutated: String, in declaration: String, of file: String
  ) -> Self {
    Self(
      file: file, declaration: declaration, original: original, mutated: mutated,
      form: .expression)
  }
}

/// All mutants, in the order of the protocol.
let mutants = writingMutants + tailMutants + readingMutants + fileMutants + villageMutants
