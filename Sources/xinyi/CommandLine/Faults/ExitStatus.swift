/// What the program tells its caller by its exit status. Never a count.
enum ExitStatus: Int32, CaseIterable, Sendable {
  /// Done and durable, or nothing to do.
  case done = 0
  /// A rule of the village says no; nothing was written.
  case refused = 1
  /// The words typed are wrong.
  case usage = 2
  /// A data file is wrong or damaged.
  case badData = 3
  /// The ledger is older than what was seen before.
  case rolledBack = 4
  /// Somebody else is writing; trying again helps.
  case busy = 5
  /// It could not be written; nothing is recorded.
  case notWritten = 6
  /// Whether it was recorded is not known; the same again with the same receipt settles it.
  case unknownOutcome = 7
  /// Recorded, but the answer could not be printed.
  case unprinted = 8
  /// A mistake in this program.
  case bug = 70
}
