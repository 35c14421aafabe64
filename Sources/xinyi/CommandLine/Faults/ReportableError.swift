/// An error that can be told to a person and to a program: whoever throws it gives the facts, and
/// one place prints them.
protocol ReportableError: Error {
  var status: ExitStatus { get }
  var report: ErrorReport { get }
}

/// The facts of one error, in the fields of `--json`.
struct ErrorReport: Equatable, Sendable {
  /// Never changes its meaning: `U001`, `R301`, `E204`.
  let code: String
  /// What is wrong, in one Chinese sentence.
  let message: String
  /// One command to run next, or what to do.
  var hint: String?
  var place: Place?
  /// What an ambiguous or unknown word may have meant, for programs: flat rows of named fields.
  var candidates: [Candidate] = []
  /// When one run found several faults: all of them, this one being their summary.
  var faults: [ErrorReport] = []
  /// The evidence, each a line of its own: both numbers and their difference.
  var facts: [String] = []
  /// A fault of a file as people see it: place, line, caret and remedy in one piece.
  var picture: String?

  struct Place: Equatable, Sendable {
    let file: String
    var line: Int?
    var column: Int?
  }

  struct Candidate: Equatable, Sendable {
    let fields: [Field]
  }

  struct Field: Equatable, Sendable {
    let name: String
    let value: String
  }
}
