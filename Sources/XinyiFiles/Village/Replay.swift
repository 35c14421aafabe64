public import XinyiLedger

/// Why a line that is whole and chained still cannot be believed.
public struct ReplayFault: Error, Equatable, Sendable {
  /// Counted from 1.
  public let line: Int
  public let kind: Kind

  public enum Kind: Equatable, Sendable {
    /// The line is no event of this program's.
    case malformed(FileFaults)
    /// Read and written again, the line is not the same bytes.
    case notCanonical
    /// The line contradicts the ones before it.
    case impossible(HistoryFault)
  }
}

/// Reads one line: strictly, and only if it is exactly what this program would write.
func readLine(_ number: Int, of lines: LedgerLines) throws(ReplayFault) -> LedgerLine {
  let body = Array(lines.body(number) ?? []) + [UInt8(ascii: "}")]
  let line: LedgerLine
  do throws(FileFaults) {
    line = try JSONDocument(
      parsingLine: body, number: number, of: LedgerDamage.File.ledger.rawValue
    )
    .decode(LedgerLine.self)
  } catch {
    throw ReplayFault(line: number, kind: .malformed(error))
  }
  guard let written = try? JSONWriter.compact(line), written == body else {
    throw ReplayFault(line: number, kind: .notCanonical)
  }
  return line
}

extension Ledger {
  /// Replays lines that were read before.
  init(
    replaying events: [RecordedEvent], catalogs: [Int: Catalog]
  ) throws(ReplayFault) {
    guard let first = events.first else {
      throw ReplayFault(line: 1, kind: .impossible(.notOpened))
    }
    do throws(HistoryFault) {
      try self.init(opening: first, catalogs: catalogs)
    } catch {
      throw ReplayFault(line: 1, kind: .impossible(error))
    }
    for event in events.dropFirst() {
      do throws(HistoryFault) {
        try apply(event)
      } catch {
        throw ReplayFault(line: event.sequence, kind: .impossible(error))
      }
    }
  }
}
