/// Why a value of the command line cannot be read. Facts only; the sentences are in
/// `UsageFault+Text.swift`.
enum ValueProblem: Error, Hashable, Sendable {
  case empty
  /// Holds what was expected: “日期，写成 2026-10-04”.
  case malformed(expectation: String)
  case noSuchDay
  case negative
  case zero
  case tooManyDecimals
  case tooLarge(expectation: String)
  case tooLong(limit: Int)
  /// Seven or more digits in a row: a telephone or identity number (S8.5).
  case longDigits
  /// A character that cannot be seen or has no place in a text, and where it stands, from 1.
  case forbidden(Unicode.Scalar, position: Int)
  case notOffered(ChoiceSet, nearest: Name?)
}
