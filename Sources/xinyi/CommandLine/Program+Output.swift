import XinyiFiles

extension Program {
  /// What a command leaves for the two streams.
  struct Output {
    /// What goes to standard output.
    let answer: [UInt8]
    /// Words, whose lines may be broken where the screen is narrower; a paper, an export or an
    /// object for programs stays as it is.
    let isWords: Bool
    /// Lines for standard error in any case: a damage found, a file that differs.
    let warnings: [String]
    let status: ExitStatus
    /// A writing command has added no line.
    var recordsNothing = false
  }
}

extension Program.Output {
  /// Somebody has thought better of it.
  static let nothingDone = Program.Output(
    answer: Array("没有办，什么也没有记。\n".utf8), isWords: true, warnings: [], status: .done,
    recordsNothing: true)

  init(text: String) {
    self.init(answer: Array(text.utf8), isWords: true, warnings: [], status: .done)
  }

  /// Raw bytes as they are; else one JSON object on one line, or the words.
  init(_ answer: Answer, asJSON: Bool) {
    let object = JSON.object([("schema", .int(1))] + answer.json)
    let bytes = asJSON ? object.compact + [0x0A] : Array(answer.text.utf8)
    self.init(
      answer: answer.raw ?? bytes,
      isWords: answer.raw == nil && !asJSON && !answer.isPaper, warnings: answer.warnings,
      status: answer.status,
      recordsNothing: answer.recordsNothing)
  }
}
