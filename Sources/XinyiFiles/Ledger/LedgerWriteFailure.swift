public import XinyiLedger

/// Why a writing command came to nothing, or to nothing certain.
public enum LedgerWriteFailure: Error, Hashable, Sendable {
  /// Somebody else held the lock all the time (exit 5).
  case busy
  /// The ledger cannot be trusted, so nothing is added to it (exit 3, or 4 for a rollback).
  case damaged(LedgerDamage)
  /// Nothing was recorded (exit 6).
  case notWritten(SystemFailure)
  /// The lines may or may not be recorded: the same command with the same receipt key will tell,
  /// and record them if they are not (exit 7).
  case outcomeUnknown(SystemFailure)
  /// The body of a line is not one that a ledger may have; nothing was recorded. A fault of this
  /// program, never of what was typed (exit 70).
  case unfitBody(seq: Int, UnfitBody)

  /// What is wrong with the body of a line.
  public enum UnfitBody: Hashable, Sendable {
    /// It does not begin with the number and the predecessor it was asked to begin with.
    case beginning
    case tooLong(Int)
    /// Read back, the line would not be the event it was made of.
    case unreadable
    case lineEnd
    /// There are no lines to append.
    case none
  }
}
