extension VillageFolder {
  /// The largest data file that is read, in bytes: 32 MiB. The roster of 3,000 people has one, that
  /// of 100,000 has thirty.
  public static let largestDataFile = 32 << 20

  /// The bytes of a data file; nil when there is none. Links, folders, pipes and devices are
  /// refused with reason `.notAPlainFile`, more than `largestDataFile` bytes with `.tooLarge`.
  public func read(_ file: DataFile) throws(SystemFailure) -> [UInt8]? {
    try read(file.name, in: file.subfolder)
  }

  /// The names of the files in a subfolder, in ascending order, without unfinished ones; empty
  /// when there is no such subfolder.
  public func list(_ subfolder: DataFile.Subfolder) throws(SystemFailure) -> [DataFile] {
    do throws(SystemFailure) {
      let folder = try openSubfolder(subfolder.rawValue, creating: false)
      return try folder.names().compactMap { DataFile($0, in: subfolder) }
    } catch {
      if error.reason == .missing { return [] }
      throw error
    }
  }

  /// Writes a file that is not there yet and returns when it is on the disk. Throws
  /// `SystemFailure` with reason `.alreadyThere` when there is one, whatever it holds.
  public func create(
    _ file: DataFile, with bytes: [UInt8], holding writer: borrowing LedgerWriter
  ) throws(SystemFailure) {
    try inFolder(of: file) { (folder) throws(SystemFailure) in
      let target = try folder.open(file.name, for: .creating)
      try Self.fill(target, with: bytes, in: folder, orRemove: file.name)
      try folder.synchronize()
    }
  }

  /// Replaces a file, or writes it for the first time: after a stop at any moment there is the
  /// old content or the new one, whole. Only under the lock of a writer.
  public func replace(
    _ file: DataFile, with bytes: [UInt8], holding writer: borrowing LedgerWriter
  ) throws(SystemFailure) {
    try inFolder(of: file) { (folder) throws(SystemFailure) in
      try Self.refuseOddFile(file.name, in: folder)
      try Self.replaceFile(file.name, in: folder, by: file.temporaryName, with: bytes)
    }
  }
}

// MARK: - A file and a ledger line that change together

extension VillageFolder {
  /// Writes the next content of a file beside it, durably; it is not in force yet.
  ///
  /// What belongs to a ledger line is staged first, then the line is appended, which decides, then
  /// the content is promoted. A stop between leaves a staged file; whoever finds it promotes it
  /// when the ledger has its line, and discards it otherwise.
  public func stage(
    _ file: DataFile, _ bytes: [UInt8], holding writer: borrowing LedgerWriter
  ) throws(SystemFailure) {
    try inFolder(of: file) { (folder) throws(SystemFailure) in
      try Self.replaceFile(file.stagedName, in: folder, by: file.temporaryName, with: bytes)
    }
  }

  /// The content that is staged for a file, if any.
  public func staged(_ file: DataFile) throws(SystemFailure) -> [UInt8]? {
    try read(file.stagedName, in: file.subfolder)
  }

  /// Puts the staged content in the file's place.
  public func promote(
    _ file: DataFile, holding writer: borrowing LedgerWriter
  ) throws(SystemFailure) {
    try inFolder(of: file) { (folder) throws(SystemFailure) in
      try Self.refuseOddFile(file.name, in: folder)
      try Self.refuseOddFile(file.stagedName, in: folder)
      try folder.rename(file.stagedName, to: file.name)
      try folder.synchronize()
    }
  }

  /// Removes the staged content, if there is any.
  public func discard(
    _ file: DataFile, holding writer: borrowing LedgerWriter
  ) throws(SystemFailure) {
    try inFolder(of: file) { (folder) throws(SystemFailure) in
      try Self.removeIfThere(file.stagedName, in: folder)
      try folder.synchronize()
    }
  }
}

// MARK: - Below the names

extension VillageFolder {
  /// Writes `temporary`, durably, and gives it the name of the file.
  static func replaceFile(
    _ name: String, in folder: borrowing Descriptor, by temporary: String, with bytes: [UInt8]
  ) throws(SystemFailure) {
    let target = try openTemporary(temporary, in: folder)
    try fill(target, with: bytes, in: folder, orRemove: temporary)
    try folder.rename(temporary, to: name)
    try folder.synchronize()
  }

  func openSubfolder(_ name: String, creating: Bool) throws(SystemFailure) -> Descriptor {
    if creating {
      do throws(SystemFailure) {
        try descriptor.makeFolder(name)
      } catch {
        guard error.reason == .alreadyThere else { throw error }
      }
      // Also when it was there: whoever made it may have been stopped before this.
      try descriptor.synchronize()
    }
    return try descriptor.open(name, for: .folder)
  }

  private func inFolder(
    of file: DataFile, _ body: (borrowing Descriptor) throws(SystemFailure) -> Void
  ) throws(SystemFailure) {
    try inFolder(named: file.subfolder?.rawValue, body)
  }

  /// Runs `body` in a subfolder, which is made if it is missing, or in the village folder itself.
  func inFolder(
    named subfolder: String?, _ body: (borrowing Descriptor) throws(SystemFailure) -> Void
  ) throws(SystemFailure) {
    guard let subfolder else { return try body(descriptor) }
    try body(try openSubfolder(subfolder, creating: true))
  }

  private func read(
    _ name: String, in subfolder: DataFile.Subfolder?
  ) throws(SystemFailure) -> [UInt8]? {
    do throws(SystemFailure) {
      guard let subfolder else { return try read(name, in: descriptor) }
      return try read(name, in: try openSubfolder(subfolder.rawValue, creating: false))
    } catch {
      if error.reason == .missing { return nil }
      throw error
    }
  }

  private func read(
    _ name: String, in folder: borrowing Descriptor
  ) throws(SystemFailure) -> [UInt8] {
    let source = try folder.open(name, for: .reading)
    let status = try source.status()
    guard status.kind == .file else { throw SystemFailure(.open, .notAPlainFile, name) }
    guard status.size <= Self.largestDataFile else { throw SystemFailure(.read, .tooLarge, name) }
    return try files.readAll(source, atMost: Self.largestDataFile)
  }

  /// What a stopped command left under the name is of no use to anyone.
  static func openTemporary(
    _ name: String, in folder: borrowing Descriptor
  ) throws(SystemFailure) -> Descriptor {
    do throws(SystemFailure) {
      return try folder.open(name, for: .creating)
    } catch {
      guard error.reason == .alreadyThere else { throw error }
    }
    try folder.remove(name)
    return try folder.open(name, for: .creating)
  }

  static func fill(
    _ target: borrowing Descriptor, with bytes: [UInt8], in folder: borrowing Descriptor,
    orRemove name: String
  ) throws(SystemFailure) {
    do throws(SystemFailure) {
      try target.write(bytes)
      try target.synchronize()
    } catch {
      try? folder.remove(name)
      throw error
    }
  }

  /// A link or a device in a data file's place was put there by somebody: it stays.
  private static func refuseOddFile(
    _ name: String, in folder: borrowing Descriptor
  ) throws(SystemFailure) {
    do throws(SystemFailure) {
      guard try folder.status(of: name).kind == .file else {
        throw SystemFailure(.rename, .notAPlainFile, name)
      }
    } catch {
      guard error.reason == .missing else { throw error }
    }
  }

  private static func removeIfThere(
    _ name: String, in folder: borrowing Descriptor
  ) throws(SystemFailure) {
    do throws(SystemFailure) {
      try folder.remove(name)
    } catch {
      guard error.reason == .missing else { throw error }
    }
  }
}
