import XinyiLedger

/// `cache/seal.json`: which ledger the saved state beside it stands for (S10).
///
/// It is written after every line, and the state only now and then: what has been written since is
/// replayed. The state is believed only while the ledger's head, its last line and everything the
/// system knows of its file are as the seal says.
struct StateSeal: Encodable, Equatable, Sendable {
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

extension StateSeal: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      StateSeal(
        format: try line.value("format"), state: try line.value("state"),
        pages: try line.value("pages"), directory: try line.value("directory"),
        length: try line.value("length"), base: try line.value("base"),
        head: try line.value("head"), ledger: try line.value("ledger"))
    }
  }
}

extension LedgerHead: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      LedgerHead(
        seq: try line.value("seq"), end: try line.value("end"), last: try line.value("last"))
    }
  }
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

  /// Where the directory lies in the state's content; nil where no state is so long.
  var directoryPlace: Range<Int>? {
    guard (1...Self.mostPages).contains(pages) else { return nil }
    let content = pages * StatePages.content
    guard (0...content).contains(directory), (1...content).contains(length),
      length <= content - directory
    else { return nil }
    return directory..<directory + length
  }

  /// The pages of a state much larger than any ledger.
  private static let mostPages = 1 << 24
}

extension VillageFolder {
  /// The seal; nil where there is none that can be understood.
  func readSeal() -> StateSeal? {
    guard let cache = try? openSubfolder(LedgerFormat.cache, creating: false),
      let file = try? cache.open(StateSeal.name, for: .reading),
      let bytes = try? file.read(atMost: 4096)
    else { return nil }
    return CanonicalPage.value(of: bytes)
  }

  /// - Parameter cache: the folder of the seal and its state.
  func write(_ seal: StateSeal, in cache: borrowing Descriptor) throws(SystemFailure) {
    guard let bytes = try? JSONWriter.page(seal) else { return }
    try Self.writeCache(StateSeal.name, bytes, in: cache)
  }

  /// Without waiting for the disk: whatever a power cut leaves of it is noticed, and so is what two
  /// writers at once make of it.
  static func writeCache(
    _ name: String, _ bytes: [UInt8], in cache: borrowing Descriptor
  ) throws(SystemFailure) {
    let temporary = name + ".tmp"
    let target = try openTemporary(temporary, in: cache)
    do throws(SystemFailure) {
      try target.write(bytes)
      try cache.rename(temporary, to: name)
    } catch {
      try? cache.remove(temporary)
      throw error
    }
  }
}
