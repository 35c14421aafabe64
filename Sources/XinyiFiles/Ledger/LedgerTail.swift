/// Bytes after the acknowledged end of the ledger that a writer put aside.
public struct DiscardedTail: Hashable, Sendable {
  /// In bytes.
  public let count: Int
  /// The file in `quarantine/` that keeps them.
  public let name: String

  package init(count: Int, name: String) {
    self.count = count
    self.name = name
  }
}

extension VillageFolder {
  /// Moves what follows the acknowledged lines to `quarantine/`, first there and durably, then
  /// away from the ledger. Such bytes are what a stopped writer left. Nobody was told that they
  /// were recorded, so they are never taken for lines, however whole they look.
  func discardTail(
    of ledger: borrowing Descriptor, after head: LedgerHead
  ) throws(LedgerWriteFailure) -> DiscardedTail? {
    do throws(SystemFailure) {
      let count = try ledger.status().size - head.end
      guard count > 0 else { return nil }
      let name = try keepTail(of: ledger, after: head)
      try ledger.truncate(to: head.end)
      try ledger.synchronize()
      return DiscardedTail(count: count, name: name)
    } catch {
      throw .notWritten(error)
    }
  }

  /// Copies what has not been read of the ledger yet, and answers the new file's name.
  private func keepTail(
    of ledger: borrowing Descriptor, after head: LedgerHead
  ) throws(SystemFailure) -> String {
    try keepAside(as: "tail-\(head.seq)") { (target) throws(SystemFailure) in
      while case let piece = try ledger.read(atMost: 1 << 20), !piece.isEmpty {
        try target.write(piece)
      }
    }
  }

  /// Fills a new file in `quarantine/`, durably, and answers its name: what is taken away from a
  /// ledger is never lost.
  func keepAside(
    as prefix: String, _ fill: (borrowing Descriptor) throws(SystemFailure) -> Void
  ) throws(SystemFailure) -> String {
    let quarantine = try openSubfolder(LedgerFormat.quarantine, creating: true)
    for counter in 1...9_999 {
      let name = "\(prefix)-\(counter)"
      do throws(SystemFailure) {
        let target = try quarantine.open(name, for: .creating)
        try fill(target)
        try target.synchronize()
        try quarantine.synchronize()
        return name
      } catch {
        guard error.call == .open, error.reason == .alreadyThere else { throw error }
      }
    }
    throw SystemFailure(.open, .alreadyThere, LedgerFormat.quarantine)
  }
}
