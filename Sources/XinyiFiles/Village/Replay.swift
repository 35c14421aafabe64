import Dispatch
import Synchronization
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

/// The events of all lines up to the first that cannot be read, and what is wrong with that one.
///
/// Lines are read in stretches on all processors: each stands for itself, and the scan has checked
/// their order already. Two processors read a year of a large village in little more than half
/// the time of one.
func readLines(
  of lines: LedgerLines, _ progress: Progress
) -> (events: [RecordedEvent], fault: ReplayFault?) {
  let stretches = (lines.count + stretchLength - 1) / stretchLength
  let read = Mutex<[Int: Stretch]>([:])
  DispatchQueue.concurrentPerform(iterations: stretches) { index in
    let first = index * stretchLength + 1
    let stretch = readStretch(first...min(first + stretchLength - 1, lines.count), of: lines)
    let done = read.withLock { read in
      read[index] = stretch
      return read.count
    }
    progress.note(.lines, min(done * stretchLength, lines.count), of: lines.count)
  }
  var events: [RecordedEvent] = []
  events.reserveCapacity(lines.count)
  for index in 0..<stretches {
    guard let stretch = read.withLock({ $0[index] }) else { break }
    events += stretch.events
    if let fault = stretch.fault { return (events, fault) }
  }
  return (events, nil)
}

/// Lines that one processor reads at a time.
private let stretchLength = 512

private struct Stretch: Sendable {
  var events: [RecordedEvent] = []
  var fault: ReplayFault?
}

private func readStretch(_ numbers: ClosedRange<Int>, of lines: LedgerLines) -> Stretch {
  var stretch = Stretch()
  stretch.events.reserveCapacity(numbers.count)
  for number in numbers {
    do throws(ReplayFault) {
      stretch.events.append(try readLine(number, of: lines).recorded)
    } catch {
      stretch.fault = error
      break
    }
  }
  return stretch
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

/// What the bytes of a ledger say without a folder around them: the ledger up to the first line that
/// cannot be believed, nil without any, and the checked lines. For trying many ledgers quickly.
package func replay(
  _ bytes: [UInt8], catalogs: [Int: Catalog]
) -> (ledger: Ledger?, lines: LedgerLines, isSound: Bool) {
  var scanner = LedgerScanner()
  var isSound = scanner.scan(bytes, areAll: true) == nil
  let lines = LedgerLines(bytes: bytes, lines: scanner.lines)
  var (events, fault) = readLines(of: lines, .unseen)
  isSound = isSound && fault == nil
  while true {
    do throws(ReplayFault) {
      return (try Ledger(replaying: events, catalogs: catalogs, .unseen), lines, isSound)
    } catch {
      guard error.line > 1 else { return (nil, lines, false) }
      events.removeSubrange((error.line - 1)...)
      isSound = false
    }
  }
}

extension Ledger {
  /// Replays lines that were read before.
  init(
    replaying events: [RecordedEvent], catalogs: [Int: Catalog], _ progress: Progress
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
      progress.note(.events, event.sequence, of: events.count)
    }
  }
}
