public import XinyiLedger

/// The events of a ledger's lines with their envelopes, read from a line whenever one is asked for.
///
/// Every line was read before: what stands in so many bytes need not stand in the memory again as
/// ten times as many.
public struct LedgerEvents: RandomAccessCollection, Sendable {
  private let lines: LedgerLines
  public let endIndex: Int

  /// The first `count` lines, each of which can be read.
  init(_ lines: LedgerLines, count: Int) {
    self.lines = lines
    endIndex = count
  }

  public var startIndex: Int { 0 }

  /// The event with number n stands at n − 1.
  public subscript(position: Int) -> RecordedEvent {
    do throws(ReplayFault) {
      return try readEvent(position + 1, of: lines, sharing: nil)
    } catch {
      preconditionFailure("a line that was read cannot be read again: \(error)")
    }
  }
}
