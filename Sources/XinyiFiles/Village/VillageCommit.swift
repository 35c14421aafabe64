public import XinyiLedger

/// What a command writes besides its ledger lines.
public struct BookChanges: Sendable {
  public var village: VillageBook?
  public var roster: RosterBook?
  public var shop: ShopList?
  /// Papers to be kept before the lines are written, such as a notice and its salt.
  public var papers: [(file: DataFile, bytes: [UInt8])] = []

  public init() {}
}

extension VillageFolder {
  /// Writes the lines of one command with the books that belong to them.
  ///
  /// Papers and the books' next contents are on the disk before the lines; the lines decide; then
  /// the books take their places. Throws `LedgerWriteFailure`, or `SystemFailure` while nothing is
  /// recorded yet.
  public func commit(
    _ events: [RecordedEvent], _ changes: BookChanges, holding writer: inout LedgerWriter
  ) throws -> LedgerCommit {
    try requireReadable(events)
    for paper in changes.papers { try replace(paper.file, with: paper.bytes, holding: writer) }
    let staged = try stage(changes, holding: writer)
    if events.isEmpty { return try putInForce(staged, holding: writer) }
    let commit = try writer.append(count: events.count) { seq, prev in
      lineBody(events[seq - events[0].sequence], previous: prev)
    }
    do throws(SystemFailure) {
      for file in staged { try promote(file, holding: writer) }
    } catch {
      // The lines are recorded; the staged books are found by whoever opens the village next.
      return commit
    }
    return commit
  }

  /// A change that the ledger holds nothing of, such as a corrected name: the staged book takes the
  /// old one's place, whole. After a stop before that the old one counts.
  private func putInForce(
    _ staged: [DataFile], holding writer: borrowing LedgerWriter
  ) throws(LedgerWriteFailure) -> LedgerCommit {
    do throws(SystemFailure) {
      for file in staged { try promote(file, holding: writer) }
    } catch {
      throw .outcomeUnknown(error)
    }
    return LedgerCommit(head: writer.head, first: writer.head.seq + 1, hashes: [], bytes: [])
  }

  /// No command writes what the next one would refuse to read: every line is read back before
  /// the first byte of it is written.
  private func requireReadable(_ events: [RecordedEvent]) throws(LedgerWriteFailure) {
    for event in events where !isReadable(event) {
      throw .unfitBody(seq: event.sequence, .unreadable)
    }
  }

  private func stage(
    _ changes: BookChanges, holding writer: borrowing LedgerWriter
  ) throws -> [DataFile] {
    var pages: [(file: DataFile, bytes: [UInt8])] = []
    if let book = changes.village { pages.append((.village, try JSONWriter.page(book))) }
    if let book = changes.roster { pages.append((.roster, try JSONWriter.page(book))) }
    if let list = changes.shop { pages.append((.shop, try JSONWriter.page(list))) }
    for page in pages { try stage(page.file, page.bytes, holding: writer) }
    return pages.map(\.file)
  }

  /// Finishes what a stopped command left: a staged book that the ledger has the line for takes
  /// its place, any other is removed.
  public func settleStagedBooks(
    of snapshot: VillageSnapshot, holding writer: borrowing LedgerWriter
  ) throws {
    try settle(.village, is: try JSONWriter.page(snapshot.village), holding: writer)
    try settle(.roster, is: try JSONWriter.page(snapshot.roster), holding: writer)
    try settle(.shop, is: try JSONWriter.page(snapshot.shop), holding: writer)
  }

  private func settle(
    _ file: DataFile, is current: [UInt8], holding writer: borrowing LedgerWriter
  ) throws {
    guard let staged = try staged(file) else { return }
    if staged == current {
      try promote(file, holding: writer)
    } else {
      try discard(file, holding: writer)
    }
  }

  /// Makes a new village: the books, the ledger's first lines, and last `village.json`.
  public func found(_ opening: [RecordedEvent], settings: Settings) throws {
    guard case .ledgerOpened(let opened) = opening.first?.event else {
      throw LedgerWriteFailure.unfitBody(seq: 1, .beginning)
    }
    try createLedger { writer in
      try create(.catalog, with: defaultCatalogBytes, holding: writer)
      try create(.roster, with: try JSONWriter.page(RosterBook(people: [])), holding: writer)
      try create(.shop, with: try JSONWriter.page(ShopList(goods: [])), holding: writer)
      _ = try writer.append(count: opening.count) { seq, prev in
        lineBody(opening[seq - 1], previous: prev)
      }
      let book = VillageBook(opened: opened, settings: settings)
      // Whole or not at all: the name alone makes the folder a village.
      let page = try JSONWriter.page(book)
      do throws(SystemFailure) {
        try replace(.village, with: page, holding: writer)
      } catch {
        throw LedgerWriteFailure.outcomeUnknown(error)
      }
    }
  }
}

/// Whether a line with this event is read as this event.
private func isReadable(_ recorded: RecordedEvent) -> Bool {
  let line = LedgerLine(previous: .zero, recorded: recorded)
  guard let bytes = try? JSONWriter.compact(line) else { return false }
  let read = try? JSONDocument(parsingLine: bytes, number: recorded.sequence, of: "")
    .decode(LedgerLine.self)
  return read == line
}

/// The bytes of a line before `,"hash":"`. Events hold no number that JSON cannot write, so that
/// the writer never throws; were it to, the empty body is refused by the ledger.
func lineBody(_ recorded: RecordedEvent, previous: Digest) -> [UInt8] {
  let line = LedgerLine(previous: previous, recorded: recorded)
  guard let bytes = try? JSONWriter.compact(line) else { return [] }
  return Array(bytes.dropLast())
}
