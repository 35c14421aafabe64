/// Where long work says how far it has come, for whoever waits for it.
///
/// It goes wherever the files go, so that reading a ledger need not be told of a screen.
public struct Progress: Sendable {
  public enum Work: Hashable, Sendable {
    /// Lines of a ledger that are read, and what they say worked out again.
    case events
    /// People who are put on the roster.
    case people
    /// Months of a demonstration that are lived through.
    case months
  }

  private let report: @Sendable (Work, Int, Int) -> Void

  public init(_ report: @escaping @Sendable (_ work: Work, _ done: Int, _ total: Int) -> Void) {
    self.report = report
  }

  /// Nobody waits.
  public static let unseen = Progress { _, _, _ in }

  /// May be called from any thread, and as often as a hundred thousand times.
  public func note(_ work: Work, _ done: Int, of total: Int) { report(work, done, total) }
}
