import XinyiLedger

/// `cache/seal.json`: which ledger the saved state beside it stands for (S10).
///
/// It is written after every line, and the state only now and then: what has been written since is
/// replayed. The state is believed only while the ledger's head, its last line and everything the
/// system knows of its file are as the seal says.
struct StateSeal: Codable, Equatable, Sendable {
  var format: Int
  /// The number that all pages of the state bear.
  var state: String
  var pages: Int
  /// Where the state's directory lies in its content, and how long it is.
  var directory: Int
  var length: Int
  /// How far the state itself goes.
  var base: LedgerHead
  /// How far the ledger goes.
  var head: LedgerHead
  /// The ledger's file: device, inode, size, and when its content and anything about it last
  /// changed.
  var ledger: String
}

extension StateSeal {
  static let name = "seal.json"
  static let state = "state"

  static func mark(of ledger: FileStatus) -> String {
    "\(ledger.device)-\(ledger.inode)-\(ledger.size)-\(ledger.modified)-\(ledger.changed)"
  }

  /// Whether the state stands for a ledger as it is now.
  func holds(for head: LedgerHead, _ ledger: FileStatus) -> Bool {
    format == SavedState.format && self.head == head && ledger.size == head.end
      && self.ledger == Self.mark(of: ledger)
  }
}

extension VillageFolder {
  /// The seal; nil where there is none that can be understood.
  func readSeal() -> StateSeal? {
    guard let cache = try? openSubfolder(LedgerFormat.cache, creating: false),
      let file = try? cache.open(StateSeal.name, for: .reading),
      let bytes = try? file.read(atMost: 4096)
    else { return nil }
    return try? decodeJSON(StateSeal.self, from: bytes, file: StateSeal.name, allowsBOM: false)
  }

  func write(_ seal: StateSeal) throws(SystemFailure) {
    guard let bytes = try? JSONWriter.page(seal) else { return }
    try writeCache(StateSeal.name, bytes)
  }

  /// Without waiting for the disk: whatever a power cut leaves of it is noticed.
  func writeCache(_ name: String, _ bytes: [UInt8]) throws(SystemFailure) {
    let cache = try openCache()
    let temporary = "\(name)-\(hexadecimal(files.randomBytes(8))).tmp"
    let target = try cache.open(temporary, for: .creating)
    do throws(SystemFailure) {
      try target.write(bytes)
      try cache.rename(temporary, to: name)
    } catch {
      try? cache.remove(temporary)
      throw error
    }
  }

  private func openCache() throws(SystemFailure) -> Descriptor {
    do throws(SystemFailure) {
      try descriptor.makeFolder(LedgerFormat.cache)
    } catch {
      guard error.reason == .alreadyThere else { throw error }
    }
    return try descriptor.open(LedgerFormat.cache, for: .folder)
  }
}
