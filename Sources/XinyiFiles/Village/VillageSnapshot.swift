public import XinyiLedger

/// A village as its folder holds it at one moment: the ledger replayed, and the books beside it.
public struct VillageSnapshot: Sendable {
  public let lines: LedgerLines
  /// The replayed lines, with their envelopes.
  public let events: LedgerEvents
  public let ledger: Ledger
  public let roster: RosterBook
  public let shop: ShopList
  public let village: VillageBook
  /// The lines end before the first of these; empty when the ledger is sound.
  public internal(set) var damages: [Damage]
  /// Where a book does not say what the ledger says. The ledger counts.
  public let differences: [BookDifference]
  /// Bytes behind the acknowledged end, which nobody was told of.
  public let tail: Int
  /// The ledger's file when it was opened.
  let ledgerStatus: FileStatus?
  /// The saved state that the ledger lies over; nil when all lines were read.
  let state: StateFile?

  /// Whether the ledger lies over a saved state: its lines are not all here, and the books were not
  /// compared with it.
  public var isByState: Bool { state != nil }
  /// False when the saved state turned out to be damaged: what was made of it is to be thrown away.
  public var isSound: Bool { state?.isSound ?? true }

  /// Why the ledger cannot be read to its end.
  public enum Damage: Error, Equatable, Sendable {
    case ledger(LedgerDamage)
    case replay(ReplayFault)

    /// An older copy was put back, or the end was cut off (exit 4).
    public var isRollback: Bool {
      if case .ledger(let damage) = self { damage.isRollback } else { false }
    }
  }

  /// A book that was changed beside the ledger.
  public enum BookDifference: Equatable, Sendable {
    case village
    case person(PersonNumber)
    case goods(ItemCode)
  }
}

extension VillageSnapshot {
  /// The ledger as it stood after a line, from 1 to the last.
  public func ledger(upTo line: Int) throws(VillageFault) -> Ledger {
    let run = try Replay(lines, upTo: line, catalogs: ledger.catalogs, .unseen) { _ in nil }
    if let ledger = run.ledger { return ledger }
    let fault = run.impossible ?? ReplayFault(line: 1, kind: .impossible(.notOpened))
    throw .unreadable(.replay(run.unreadable ?? fault))
  }
}

/// Why a village cannot be opened at all.
public enum VillageFault: Error, Sendable {
  /// Not even the first line can be believed.
  case unreadable(VillageSnapshot.Damage)
  case missingFile(String)
  /// A catalog is not the one that was adopted.
  case catalogChanged(file: String, adopted: Digest, found: Digest)
  case files(FileFaults)
  case system(SystemFailure)
}

extension VillageFolder {
  /// Reads the village without taking the lock.
  ///
  /// Damage behind the first line is part of the answer, so that what was sound can be shown.
  public func readVillage() throws(VillageFault) -> VillageSnapshot {
    try snapshot(of: try wrapped { () throws(SystemFailure) in try readLedger() })
  }

  /// The village's calendar; one without a day where it has none.
  public func readCalendar() throws(VillageFault) -> CalendarBook {
    let bytes = try wrapped { () throws(SystemFailure) in try read(.calendar) }
    guard let bytes else { return CalendarBook(days: []) }
    return try parsed { () throws(FileFaults) in
      try readCalendarBook(bytes, file: DataFile.calendar.name)
    }
  }

  /// The village by its saved state, for the commands that may trust one (S10); nil where none
  /// stands for the ledger as it is, and where a command was stopped before all its files were in
  /// place.
  public func readVillageByState() throws(VillageFault) -> VillageSnapshot? {
    let reading = try wrapped { () throws(SystemFailure) in try readHead() }
    guard let head = reading.head,
      let ledger = try? descriptor.open(LedgerFormat.ledger, for: .reading),
      let status = try? ledger.status()
    else { return nil }
    return try snapshot(byStateUnder: head, of: status)
  }

  func snapshot(
    byStateUnder head: LedgerHead, of status: FileStatus
  ) throws(VillageFault) -> VillageSnapshot? {
    guard status.kind == .file, status.links == 1,
      let reading = try readState(under: head, of: status)
    else { return nil }
    for file in [DataFile.village, .roster, .shop] {
      let staged = try wrapped { () throws(SystemFailure) in try self.staged(file) }
      if staged != nil { return nil }
    }
    return VillageSnapshot(
      lines: reading.lines, events: LedgerEvents(.none, count: 0), ledger: reading.ledger,
      roster: try book(.roster, [], readRosterBook, isCurrent: { _ in true }),
      shop: try book(.shop, [], readShopList, isCurrent: { _ in true }),
      village: try book(.village, [], readVillageBook, isCurrent: { _ in true }),
      damages: [], differences: [], tail: 0, ledgerStatus: status, state: reading.state)
  }

  /// The village as a scan of its ledger shows it, under the lock or not.
  public func snapshot(of scan: LedgerScan) throws(VillageFault) -> VillageSnapshot {
    try snapshot(of: scan, puttingBack: [])
  }

  /// The village as it would be with these parts in the folder.
  func snapshot(
    of scan: LedgerScan, puttingBack parts: [VillageCopy.Part]
  ) throws(VillageFault) -> VillageSnapshot {
    var damages = scan.damage.map { [VillageSnapshot.Damage.ledger($0)] } ?? []
    let (ledger, count) = try replay(scan.lines, parts, damages: &damages)
    return try snapshot(
      scan: scan, parts, events: LedgerEvents(scan.lines, count: count), ledger: ledger,
      damages: damages)
  }

  /// Replays as far as the lines can be read and can be true; what follows becomes a damage.
  private func replay(
    _ lines: LedgerLines, _ parts: [VillageCopy.Part], damages: inout [VillageSnapshot.Damage]
  ) throws(VillageFault) -> (Ledger, count: Int) {
    var run = try Replay(lines, upTo: lines.count, catalogs: [:], files.progress) {
      (adopted) throws(VillageFault) in try self.catalog(adopted, parts)
    }
    var count = lines.count
    if let fault = run.unreadable {
      damages.append(.replay(fault))
      count = fault.line - 1
    }
    while true {
      if !run.isInDoubt, let ledger = run.ledger { return (ledger, count) }
      if !run.isInDoubt {
        let fault = run.impossible ?? ReplayFault(line: 1, kind: .impossible(.notOpened))
        guard fault.line > 1 else { throw .unreadable(damages.first ?? .replay(fault)) }
        damages.append(.replay(fault))
        count = fault.line - 1
      }
      // Again from the beginning, up to where it went well or with catalogs that were missed.
      run = try Replay(lines, upTo: count, catalogs: run.catalogs, files.progress) { _ in nil }
    }
  }

  private func snapshot(
    scan: LedgerScan, _ parts: [VillageCopy.Part], events: LedgerEvents, ledger: Ledger,
    damages: [VillageSnapshot.Damage]
  ) throws(VillageFault) -> VillageSnapshot {
    let village = try book(.village, parts, readVillageBook, isCurrent: { $0.agrees(with: ledger) })
    let roster = try book(
      .roster, parts, readRosterBook, isCurrent: { $0.differences(from: ledger.roster).isEmpty })
    let shop = try book(
      .shop, parts, readShopList, isCurrent: { $0.differences(from: ledger.stock).isEmpty })
    var differences: [VillageSnapshot.BookDifference] = []
    if damages.isEmpty {
      if !village.agrees(with: ledger) { differences.append(.village) }
      differences += roster.differences(from: ledger.roster).map { .person($0) }
      differences += shop.differences(from: ledger.stock).map { .goods($0) }
    }
    return VillageSnapshot(
      lines: scan.lines, events: events, ledger: ledger, roster: roster, shop: shop,
      village: village, damages: damages, differences: differences, tail: scan.tail,
      ledgerStatus: scan.status, state: nil)
  }

  /// A book; the staged one where a command was stopped between its ledger line and its book.
  private func book<Book>(
    _ file: DataFile, _ parts: [VillageCopy.Part],
    _ read: ([UInt8]) throws(FileFaults) -> Book, isCurrent: (Book) -> Bool
  ) throws(VillageFault) -> Book {
    let bytes = try wrapped { () throws(SystemFailure) in try self.bytes(of: file, parts) }
    guard let bytes else { throw .missingFile(file.name) }
    let current = try parsed { () throws(FileFaults) in try read(bytes) }
    if isCurrent(current) { return current }
    let staged = try wrapped { () throws(SystemFailure) in try self.staged(file) }
    guard let staged, let next = try? read(staged), isCurrent(next) else { return current }
    return next
  }

  /// What is put back counts, since it is missing here or cannot be read.
  private func bytes(
    of file: DataFile, _ parts: [VillageCopy.Part]
  ) throws(SystemFailure) -> [UInt8]? {
    if let part = parts.first(where: { $0.path == file.description }) { return part.bytes }
    return try read(file)
  }

  /// A catalog that a line puts in force: exactly the file that was adopted.
  func catalog(
    _ adopted: Event.CatalogAdopted, _ parts: [VillageCopy.Part]
  ) throws(VillageFault) -> Catalog {
    let name = adopted.version == 1 ? "catalog.json" : "catalog-\(adopted.version).json"
    guard let file = DataFile(name) else { throw .missingFile(name) }
    let bytes = try wrapped { () throws(SystemFailure) in try self.bytes(of: file, parts) }
    guard let bytes else { throw .missingFile(name) }
    let catalog = try parsed { () throws(FileFaults) in try readCatalog(bytes, file: name) }
    let digest = SHA256.digest(of: bytes)
    guard digest == adopted.sha256 else {
      throw .catalogChanged(file: name, adopted: adopted.sha256, found: digest)
    }
    return catalog
  }

  private func wrapped<Answer>(
    _ body: () throws(SystemFailure) -> Answer
  ) throws(VillageFault) -> Answer {
    do throws(SystemFailure) { return try body() } catch { throw .system(error) }
  }

  private func parsed<Answer>(
    _ body: () throws(FileFaults) -> Answer
  ) throws(VillageFault) -> Answer {
    do throws(FileFaults) { return try body() } catch { throw .files(error) }
  }
}
