/// One thing that a village has to do, from its beginning to its end: the commands in the order in
/// which they come, and what tends to go wrong.
struct TaskGuide: Sendable {
  /// What it is asked for by; the first one is shown.
  let names: [String]
  /// What happens, in a sentence or two.
  let about: String
  /// Whole command lines as a person types them.
  let steps: [Step]
  let troubles: [Trouble]
  /// The command whose own page tells the rest; nil where no single one does.
  let command: CommandPath?

  struct Step: Sendable {
    let line: String
    let purpose: String

    init(_ line: String, _ purpose: String) {
      self.line = line
      self.purpose = purpose
    }
  }

  struct Trouble: Sendable {
    let sign: String
    let remedy: String

    init(_ sign: String, _ remedy: String) {
      self.sign = sign
      self.remedy = remedy
    }
  }

  var title: String { names.first ?? "" }

  static func named(_ word: String) -> TaskGuide? { all.first { $0.names.contains(word) } }

  /// In the order of a village's year.
  static let all: [TaskGuide] = [
    .founding, .people, .recording, .review, .notice, .redeeming, .correcting, .yearEnd, .handover,
    .moving, .trouble,
  ]
}
