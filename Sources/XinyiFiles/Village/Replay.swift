import Synchronization
public import XinyiLedger

/// Why a line that is whole and chained still cannot be believed.
public struct ReplayFault: Error, Equatable, Sendable {
  /// Counted from 1.
  public let line: Int
  public let kind: Kind

  package init(line: Int, kind: Kind) {
    self.line = line
    self.kind = kind
  }

  public enum Kind: Equatable, Sendable {
    /// The line is no event of this program's.
    case malformed(FileFaults)
    /// Read and written again, the line is not the same bytes.
    case notCanonical
    /// The line contradicts the ones before it.
    case impossible(HistoryFault)
  }
}

/// One run through the lines of a ledger: they are read in stretches on all processors, each for
/// itself, while the ledger takes up one after the other what they say, and its index beside it.
///
/// Events are not kept: a ledger has many, and their lines are there to be read again.
struct Replay {
  /// The ledger as the lines have it; nil once one of them cannot be true, and without any line.
  private(set) var ledger: Ledger?
  /// The first line that cannot be read. None behind it is looked at.
  private(set) var unreadable: ReplayFault?
  /// The first line that cannot be true. Those behind it are read and not taken up.
  private(set) var impossible: ReplayFault?
  /// The catalogs that the readable lines put in force.
  private(set) var catalogs: [Int: Catalog]
  /// A line named a catalog that only a later line put in force, so that the ledger may have been
  /// wrong not to know it. Another run with all the catalogs knows.
  private(set) var isInDoubt = false

  private let load: (Event.CatalogAdopted) throws(VillageFault) -> Catalog?
  private var failure: VillageFault?
  /// Versions that lines have named before they were there.
  private var unknown: Set<Int> = []

  /// Replays the lines from the first to the one with a number.
  ///
  /// `catalogs` are there from the beginning. Others are loaded when their lines come; `load` answers
  /// nil where all that there are were given.
  init(
    _ lines: LedgerLines, upTo limit: Int, catalogs: [Int: Catalog], _ progress: Progress,
    load: @escaping (Event.CatalogAdopted) throws(VillageFault) -> Catalog?
  ) throws(VillageFault) {
    self.catalogs = catalogs
    self.load = load
    let texts = Mutex<[SharedTexts]>([])
    let total = limit
    var read = 0
    var index = LedgerIndex()
    var reused: ReplayFault?
    convey(
      workers: (limit + Self.stretch - 1) / Self.stretch,
      fetch: { () -> ClosedRange<Int>? in
        guard read < limit else { return nil }
        let first = read + 1
        read = min(read + Self.stretch, limit)
        return first...read
      },
      work: { (numbers: ClosedRange<Int>) -> Stretch in
        let shared = texts.withLock { $0.popLast() } ?? SharedTexts()
        defer { texts.withLock { $0.append(shared) } }
        return Self.events(numbers, of: lines, sharing: shared)
      },
      hand: { (found: Stretch) -> Bool in
        let goesOn = take(found)
        progress.note(.events, found.numbers.upperBound, of: total)
        return goesOn
      },
      other: { (found: Stretch) -> Bool in
        if reused == nil { reused = Self.note(found, in: &index) }
        // Both end with the same line.
        return found.fault == nil
      })
    if let failure { throw failure }
    if let reused, reused.line <= impossible?.line ?? .max {
      impossible = reused
      ledger = nil
    }
    ledger?.complete(with: index)
  }

  /// Notes lines in the index, up to one whose receipt was used before.
  private static func note(_ stretch: Stretch, in index: inout LedgerIndex) -> ReplayFault? {
    for event in stretch.events {
      do throws(HistoryFault) {
        try index.add(event)
      } catch {
        return ReplayFault(line: event.sequence, kind: .impossible(error))
      }
    }
    return nil
  }

  /// Lines that one processor reads at a time.
  private static let stretch = 256

  private struct Stretch: Sendable {
    let numbers: ClosedRange<Int>
    var events: [RecordedEvent] = []
    var fault: ReplayFault?
    /// The catalogs that its entries name.
    var catalogs: Set<Int> = []
    var adoptsCatalog = false

    mutating func append(_ event: RecordedEvent) {
      switch event.event {
      case .recorded(let entry): catalogs.insert(entry.catalog)
      case .catalogAdopted: adoptsCatalog = true
      default: break
      }
      events.append(event)
    }
  }

  private static func events(
    _ numbers: ClosedRange<Int>, of lines: LedgerLines, sharing texts: SharedTexts
  ) -> Stretch {
    var stretch = Stretch(numbers: numbers)
    stretch.events.reserveCapacity(numbers.count)
    for number in numbers {
      do throws(ReplayFault) {
        stretch.append(try readEvent(number, of: lines, sharing: texts))
      } catch {
        stretch.fault = error
        break
      }
    }
    return stretch
  }

  /// Takes up what the next lines say; false when no further ones are wanted.
  private mutating func take(_ stretch: Stretch) -> Bool {
    if !stretch.adoptsCatalog {
      unknown.formUnion(stretch.catalogs.filter { catalogs[$0] == nil })
    }
    for event in stretch.events {
      if stretch.adoptsCatalog {
        do throws(VillageFault) {
          try admitCatalog(of: event)
        } catch {
          failure = error
          return false
        }
      }
      guard impossible == nil else { continue }
      do throws(HistoryFault) {
        try apply(event)
      } catch {
        impossible = ReplayFault(line: event.sequence, kind: .impossible(error))
        ledger = nil
      }
    }
    unreadable = stretch.fault
    return unreadable == nil
  }

  private mutating func apply(_ event: RecordedEvent) throws(HistoryFault) {
    if event.sequence == 1 {
      ledger = try Ledger(opening: event, catalogs: catalogs)
    } else {
      try ledger?.post(event)
    }
  }

  private mutating func admitCatalog(of event: RecordedEvent) throws(VillageFault) {
    switch event.event {
    case .recorded(let recorded) where catalogs[recorded.catalog] == nil:
      unknown.insert(recorded.catalog)
    case .catalogAdopted(let adopted):
      guard let catalog = try load(adopted) else { return }
      catalogs[adopted.version] = catalog
      ledger?.admit(catalog)
      if unknown.contains(adopted.version) { isInDoubt = true }
    default: return
    }
  }
}

/// The event of one line, in whichever way it is read.
func readEvent(
  _ number: Int, of lines: LedgerLines, sharing texts: SharedTexts?
) throws(ReplayFault) -> RecordedEvent {
  let event = lines.bytes.withUnsafeBytes { all in
    let body = lines.range(number).dropLast(LedgerFormat.endingLength)
    return CanonicalLine.event(of: UnsafeRawBufferPointer(rebasing: all[body]), sharing: texts)
  }
  if let event { return event }
  return try readLine(number, of: lines).recorded
}

/// Reads one line: strictly, and only if it is exactly what this program would write.
func readLine(_ number: Int, of lines: LedgerLines) throws(ReplayFault) -> LedgerLine {
  try readStrictly(lines.body(number) ?? [], number: number)
}

/// What the bytes before `,"hash":"` say.
package func readStrictly(
  _ body: ArraySlice<UInt8>, number: Int
) throws(ReplayFault) -> LedgerLine {
  let whole = body + [UInt8(ascii: "}")]
  let line: LedgerLine
  do throws(FileFaults) {
    line = try JSONDocument(
      parsingLine: Array(whole), number: number, of: LedgerDamage.File.ledger.rawValue
    )
    .decode(LedgerLine.self)
  } catch {
    throw ReplayFault(line: number, kind: .malformed(error))
  }
  guard let written = try? JSONWriter.compact(line), written[...] == whole else {
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
  let lines = LedgerLines(bytes: bytes, ends: scanner.ends)
  var limit = lines.count
  while limit > 0 {
    let run = try? Replay(lines, upTo: limit, catalogs: catalogs, .unseen) { _ in nil }
    guard let run, let fault = run.impossible ?? run.unreadable else {
      return (run?.ledger, lines, isSound && run != nil)
    }
    isSound = false
    if let ledger = run.ledger { return (ledger, lines, false) }
    limit = fault.line - 1
  }
  return (nil, lines, false)
}
