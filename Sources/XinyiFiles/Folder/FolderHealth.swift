/// What the machine knows about a village's folder beside the bytes in it, for whoever asks whether
/// all is well. Nothing is written to find it out.
public struct FolderHealth: Hashable, Sendable {
  /// Files and folders that others of this machine may read or change, in ascending order.
  public let open: [String]
  /// Files and folders that belong to another account than the one that asks.
  public let foreign: [String]
  /// Files that a stopped command left behind.
  public let leftovers: [String]
  /// How many pieces of unacknowledged bytes were set aside.
  public let quarantined: Int
  /// Whether a program is writing right now.
  public let isBeingWritten: Bool
  /// Bytes that may still be written there; nil where the system does not tell.
  public let freeBytes: Int?

  package init(
    open: [String], foreign: [String], leftovers: [String], quarantined: Int,
    isBeingWritten: Bool, freeBytes: Int?
  ) {
    self.open = open
    self.foreign = foreign
    self.leftovers = leftovers
    self.quarantined = quarantined
    self.isBeingWritten = isBeingWritten
    self.freeBytes = freeBytes
  }
}

extension VillageFolder {
  /// The lock is taken for a moment, so that a writer may have to ask for it once more.
  public func health() throws(SystemFailure) -> FolderHealth {
    let names = try descriptor.names()
    let user = files.calls.user()
    var open: [String] = []
    var foreign: [String] = []
    for name in ["."] + names {
      let status = try descriptor.status(of: name)
      if status.mode & 0o077 != 0 && status.kind != .link { open.append(name) }
      if status.owner != user { foreign.append(name) }
    }
    return FolderHealth(
      open: open, foreign: foreign, leftovers: names.filter(DataFile.isTemporary),
      quarantined: try quarantined(), isBeingWritten: try isBeingWritten(),
      freeBytes: freeBytes())
  }

  private func quarantined() throws(SystemFailure) -> Int {
    do throws(SystemFailure) {
      return try openSubfolder(LedgerFormat.quarantine, creating: false).names().count
    } catch {
      if error.reason == .missing { return 0 }
      throw error
    }
  }

  private func isBeingWritten() throws(SystemFailure) -> Bool {
    do throws(SystemFailure) {
      return try !descriptor.open(LedgerFormat.lock, for: .locking).tryLock()
    } catch {
      switch error.reason {
      // What is wrong with the file itself, `lockDamage` says.
      case .missing, .notAPlainFile, .notPermitted, .readOnly: return false
      default: throw error
      }
    }
  }

  private func freeBytes() -> Int? {
    let number = descriptor.number
    return try? files.retrying(.status, descriptor.name) { () throws(ErrorNumber) in
      try files.calls.freeBytes(number)
    }
  }
}
