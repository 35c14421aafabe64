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
    for paper in changes.papers { try replace(paper.file, with: paper.bytes, holding: writer) }
    let staged = try stage(changes, holding: writer)
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

  private func stage(
    _ changes: BookChanges, holding writer: borrowing LedgerWriter
  ) throws -> [DataFile] {
    var staged: [DataFile] = []
    if let book = changes.village {
      try stage(.village, try JSONWriter.page(book), holding: writer)
      staged.append(.village)
    }
    if let book = changes.roster {
      try stage(.roster, try JSONWriter.page(book), holding: writer)
      staged.append(.roster)
    }
    if let list = changes.shop {
      try stage(.shop, try JSONWriter.page(list), holding: writer)
      staged.append(.shop)
    }
    return staged
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
    guard case .ledgerOpened(let opened) = opening.first?.event else { return }
    try createLedger { writer in
      try create(.catalog, with: defaultCatalogBytes, holding: writer)
      try create(.roster, with: try JSONWriter.page(RosterBook(people: [])), holding: writer)
      try create(.shop, with: try JSONWriter.page(ShopList(goods: [])), holding: writer)
      _ = try writer.append(count: opening.count) { seq, prev in
        lineBody(opening[seq - 1], previous: prev)
      }
      let book = VillageBook(opened: opened, settings: settings)
      try create(.village, with: try JSONWriter.page(book), holding: writer)
    }
  }
}

/// The bytes of a line before `,"hash":"`. Events hold no number that JSON cannot write, so that
/// the writer never throws; were it to, the empty body is refused by the ledger.
func lineBody(_ recorded: RecordedEvent, previous: Digest) -> [UInt8] {
  let line = LedgerLine(previous: previous, recorded: recorded)
  guard let bytes = try? JSONWriter.compact(line) else { return [] }
  return Array(bytes.dropLast())
}
