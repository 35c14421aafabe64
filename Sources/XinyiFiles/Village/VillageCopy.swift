/// Everything of a village that cannot be made again, as it lay in the folder at one moment.
public struct VillageCopy: Sendable {
  public struct Part: Sendable {
    /// nil for what lies in the village folder itself.
    let folder: String?
    let name: String
    let bytes: [UInt8]

    /// The path inside the village folder, as it is shown.
    public var path: String { folder.map { "\($0)/\(name)" } ?? name }
    /// In bytes.
    public var size: Int { bytes.count }
  }

  /// In the order in which they are written: the lock is the first, and `village.json`, which makes a
  /// village of a folder, the last.
  public let parts: [Part]
}

/// Why a copy was not made.
public enum VillageCopyFault: Error, Hashable, Sendable {
  /// What was written is not what can be read back.
  case differs(path: String)
  case system(SystemFailure)
}

extension VillageFolder {
  /// Runs `body` on the ledger while nobody writes. Changes nothing, and needs no sound ledger.
  ///
  /// Throws `LedgerWriteFailure`, or what `body` throws.
  public func withoutWriters<Answer>(
    patience: Int = VillageFolder.patience, _ body: (LedgerScan) throws -> Answer
  ) throws -> Answer {
    let lock = try LedgerLock(of: self, patience: patience)
    let answer = try body(try readLedger())
    lock.release()
    return answer
  }

  /// A copy of the village as it was read, its ledger up to the acknowledged end.
  ///
  /// What is derived (`cache/`) and what is unfinished stays behind; a book that waits for its name
  /// since a command was stopped counts as the book.
  public func copy(
    of scan: LedgerScan, head: LedgerHead, _ snapshot: VillageSnapshot
  ) throws(SystemFailure) -> VillageCopy {
    var parts = [
      VillageCopy.Part(folder: nil, name: LedgerFormat.lock, bytes: []),
      VillageCopy.Part(
        folder: nil, name: LedgerFormat.ledger, bytes: Array(scan.lines.bytes[..<head.end])),
      VillageCopy.Part(folder: nil, name: LedgerFormat.head, bytes: head.bytes),
    ]
    parts += try copies(in: LedgerFormat.quarantine)
    let staged = try stagedBooks(of: snapshot)
    for part in try booksAndPapers() { parts.append(staged[part.path] ?? part) }
    return VillageCopy(parts: parts)
  }

  /// The staged books that were read in the place of the old ones.
  private func stagedBooks(
    of snapshot: VillageSnapshot
  ) throws(SystemFailure) -> [String: VillageCopy.Part] {
    let pages: [(DataFile, [UInt8]?)] = [
      (.village, try? JSONWriter.page(snapshot.village)),
      (.roster, try? JSONWriter.page(snapshot.roster)),
      (.shop, try? JSONWriter.page(snapshot.shop)),
    ]
    var parts: [String: VillageCopy.Part] = [:]
    for (file, page) in pages {
      guard let staged = try staged(file), staged == page else { continue }
      parts[file.name] = VillageCopy.Part(folder: nil, name: file.name, bytes: staged)
    }
    return parts
  }

  /// The files beside the ledger that cannot be made again, `village.json` last.
  func booksAndPapers() throws(SystemFailure) -> [VillageCopy.Part] {
    var parts = try copies(in: DataFile.Subfolder.notices.rawValue)
    let books = try descriptor.names().filter { DataFile.isBook($0) }
    let last = books.filter { $0 == DataFile.village.name }
    for name in books.filter({ $0 != DataFile.village.name }) + last {
      parts.append(
        VillageCopy.Part(folder: nil, name: name, bytes: try readWhole(name, in: descriptor)))
    }
    return parts
  }

  /// Whether there is something in the place of a part, whatever it holds.
  func holds(_ part: VillageCopy.Part) throws(SystemFailure) -> Bool {
    do throws(SystemFailure) {
      guard let folder = part.folder else {
        _ = try descriptor.status(of: part.name)
        return true
      }
      _ = try openSubfolder(folder, creating: false).status(of: part.name)
      return true
    } catch {
      if error.reason == .missing { return false }
      throw error
    }
  }

  func copies(in subfolder: String) throws(SystemFailure) -> [VillageCopy.Part] {
    do throws(SystemFailure) {
      let folder = try openSubfolder(subfolder, creating: false)
      var parts: [VillageCopy.Part] = []
      for name in try folder.names() where !DataFile.isTemporary(name) {
        parts.append(
          VillageCopy.Part(
            folder: subfolder, name: name, bytes: try readWhole(name, in: folder)))
      }
      return parts
    } catch {
      if error.reason == .missing { return [] }
      throw error
    }
  }

  fileprivate func readWhole(
    _ name: String, in folder: borrowing Descriptor
  ) throws(SystemFailure) -> [UInt8] {
    let file = try folder.open(name, for: .reading)
    guard try file.status().kind == .file else {
      throw SystemFailure(.open, .notAPlainFile, name)
    }
    return try files.readAll(file, atMost: LedgerFormat.maximumLedger)
  }
}

extension VillageFolder {
  /// Writes a file that is not there yet, and returns when it is on the disk.
  func put(_ part: VillageCopy.Part) throws(SystemFailure) {
    try inFolder(named: part.folder) { (folder) throws(SystemFailure) in
      let target = try folder.open(part.name, for: .creating)
      try Self.fill(target, with: part.bytes, in: folder, orRemove: part.name)
      try folder.synchronize()
    }
  }
}

extension VillageCopy {
  /// Writes the copy into a new village folder, and returns when all of it is on the disk and has
  /// been read back, the same byte for byte.
  public func write(into village: VillageFolder) throws(VillageCopyFault) {
    let (first, rest) = (parts.prefix { $0.path == LedgerFormat.lock }, parts.dropFirst())
    try steps { () throws(SystemFailure) in for part in first { try village.put(part) } }
    // Held while the rest is written, so that nobody takes the folder for one that was left.
    let lock: LedgerLock
    do throws(LedgerWriteFailure) {
      lock = try LedgerLock(of: village, patience: 0)
    } catch {
      throw .system(SystemFailure(.lock, .wouldWait, LedgerFormat.lock))
    }
    try steps { () throws(SystemFailure) in for part in rest { try village.put(part) } }
    for part in parts {
      var read: [UInt8] = []
      try steps { () throws(SystemFailure) in
        try village.inFolder(named: part.folder) { (folder) throws(SystemFailure) in
          read = try village.readWhole(part.name, in: folder)
        }
      }
      guard read == part.bytes else { throw .differs(path: part.path) }
    }
    lock.release()
  }

  private func steps(_ body: () throws(SystemFailure) -> Void) throws(VillageCopyFault) {
    do throws(SystemFailure) { try body() } catch { throw .system(error) }
  }
}
