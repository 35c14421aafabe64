public import XinyiLedger

extension VillageFolder {
  /// The ledger by its saved state, with what was written since replayed; nil unless the seal holds
  /// for the ledger as it is. What the state stands for is not checked again (S10).
  func readState(
    under head: LedgerHead, of ledger: FileStatus
  ) throws(VillageFault) -> StateReading? {
    guard let seal = readSeal(), seal.holds(for: head, ledger), let place = seal.directoryPlace,
      let number = UInt64(seal.state, radix: 16),
      let cache = try? openSubfolder(LedgerFormat.cache, creating: false),
      let stateFile = try? cache.open(StateSeal.state, for: .reading),
      let ledgerFile = try? descriptor.open(LedgerFormat.ledger, for: .reading)
    else { return nil }
    let state = StateFile(stateFile, state: number, pages: seal.pages)
    let file = LedgerFile(ledgerFile)
    guard let directory = state.directory(place), directory.head == seal.base,
      let lines = linesSince(directory, to: head, in: file)
    else { return nil }
    var events: [RecordedEvent] = []
    for number in directory.head.seq + 1..<lines.count + 1 {
      guard let event = try? readEvent(number, of: lines, sharing: nil) else { return nil }
      events.append(event)
    }
    var catalogs: [Int: Catalog] = [:]
    for adopted in directory.core.adoptions + adoptions(in: events) {
      catalogs[adopted.version] = try catalog(adopted, [])
    }
    var replayed = state.ledger(directory, ledger: file, catalogs: catalogs)
    for event in events where (try? replayed.apply(event)) == nil { return nil }
    return state.isSound ? StateReading(ledger: replayed, lines: lines, state: state) : nil
  }

  /// The lines behind a saved state, each checked; nil unless they end exactly at the head.
  private func linesSince(
    _ directory: StateDirectory, to head: LedgerHead, in file: LedgerFile
  ) -> LedgerLines? {
    let base = directory.head
    guard (1...head.end).contains(base.end), (1...head.seq).contains(base.seq),
      head.seq - base.seq <= Self.linesWithoutState, (1...base.end).contains(directory.lastLine),
      let fingerprint = SHA256(midway: directory.fingerprint),
      let bytes = file.bytes(base.end - directory.lastLine..<head.end),
      let ends = Self.ends(of: bytes, after: directory)
    else { return nil }
    let lines = LedgerLines(
      after: .init(head: base, fingerprint: fingerprint, lastLine: directory.lastLine),
      bytes: bytes, ends: ends)
    return lines.count == head.seq && lines.lastHash == head.last ? lines : nil
  }

  /// Where the lines end that follow the saved state's last one, with which the bytes begin.
  private static func ends(of bytes: [UInt8], after directory: StateDirectory) -> [UInt32]? {
    bytes.withUnsafeBytes { all in
      let last = UnsafeRawBufferPointer(rebasing: all[..<(directory.lastLine - 1)])
      guard LedgerFormat.writtenHash(of: last) == directory.head.last else { return nil }
      if all.count == directory.lastLine { return [] }
      var scanner = LedgerScanner(at: directory.lastLine, in: all)
      guard scanner.count == directory.head.seq, scanner.scan(all, areAll: true) == nil else {
        return nil
      }
      return scanner.ends
    }
  }

  private func adoptions(in events: [RecordedEvent]) -> [Event.CatalogAdopted] {
    events.compactMap {
      if case .catalogAdopted(let adopted) = $0.event { adopted } else { nil }
    }
  }
}

/// What a saved state and the lines since then say.
struct StateReading {
  let ledger: Ledger
  let lines: LedgerLines
  let state: StateFile
}

extension VillageFolder {
  /// How many lines a ledger may have without a saved state, or beyond one: replaying more takes
  /// longer than anybody should wait at the counter.
  public static let linesWithoutState = 4_096

  /// How many bytes of lines may lie behind a saved state when a command has read all of them anyway:
  /// half of that many lines of everyday. One that names thousands of entries is as long as the work
  /// of replaying it.
  private static let bytesWithoutState = linesWithoutState / 2 * 600
  /// Lines that name hundreds of entries, written at once.
  private static let manyBytes = 8_192

  /// Whether a command that trusts a saved state would have to read more lines before long than may
  /// be, there being none or one with half as many behind it.
  public func isStateOld(for snapshot: VillageSnapshot) -> Bool {
    guard snapshot.lines.count > Self.linesWithoutState else { return false }
    guard let seal = readSeal(), seal.format == SavedState.format else { return true }
    return snapshot.lines.length - seal.base.end > Self.bytesWithoutState
  }

  /// Saves what a village adds up to, so that the next command need not read all of it again.
  ///
  /// A state that cannot be written is no fault: everything is as before, and slower.
  ///
  /// - Parameter snapshot: of a ledger that was read whole and is sound; any other is not saved.
  public func saveState(of snapshot: VillageSnapshot) {
    saveState(of: snapshot.ledger, as: snapshot)
  }

  /// Tests save what is not so, to see who believes it.
  package func saveState(of ledger: Ledger, as snapshot: VillageSnapshot) {
    guard let status = snapshot.ledgerStatus, snapshot.damages.isEmpty, !snapshot.isByState else {
      return
    }
    saveState(of: ledger, snapshot.lines, status)
  }

  /// Saves what a village adds up to after lines that were just written, if they name so many entries
  /// that every command which trusts the state of before would have to wait for them.
  ///
  /// - Parameters:
  ///   - ledger: with these lines.
  ///   - snapshot: before them.
  public func saveState(
    of ledger: Ledger, with commit: LedgerCommit, after snapshot: VillageSnapshot,
    holding writer: borrowing LedgerWriter
  ) {
    guard commit.bytes.count > Self.manyBytes, snapshot.damages.isEmpty,
      !snapshot.isByState, let status = try? writer.ledgerStatus()
    else { return }
    saveState(of: ledger, snapshot.lines.followed(by: commit), status)
  }

  private func saveState(of ledger: Ledger, _ lines: LedgerLines, _ status: FileStatus) {
    let head = LedgerHead(seq: lines.count, end: lines.length, last: lines.lastHash)
    guard status.size == head.end else { return }
    let state = SavedState(of: ledger, lines: lines, head: head)
    let number = hexadecimal(files.randomBytes(8))
    let pages = state.pages(state: UInt64(number, radix: 16) ?? 0)
    let seal = StateSeal(
      format: SavedState.format, state: number, pages: pages.count / StatePages.size,
      directory: state.directory.lowerBound, length: state.directory.count,
      base: head, head: head, ledger: StateSeal.mark(of: status))
    do throws(SystemFailure) {
      let cache = try openSubfolder(LedgerFormat.cache, creating: true)
      try Self.writeCache(StateSeal.state, pages, in: cache)
      try write(seal, in: cache)
    } catch {
      return
    }
  }

  /// Says of a saved state that it also stands for what was written just now.
  ///
  /// - Parameter snapshot: the village before that: all of it was checked, or the seal held.
  public func renewSeal(after snapshot: VillageSnapshot, holding writer: borrowing LedgerWriter) {
    guard var seal = readSeal(), seal.format == SavedState.format,
      snapshot.lines.hash(of: seal.base.seq) == seal.base.last,
      let status = try? writer.ledgerStatus(), status.size == writer.head.end,
      let cache = try? openSubfolder(LedgerFormat.cache, creating: false)
    else { return }
    seal.head = writer.head
    seal.ledger = StateSeal.mark(of: status)
    try? write(seal, in: cache)
  }
}
