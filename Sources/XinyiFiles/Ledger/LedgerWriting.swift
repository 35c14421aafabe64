import XinyiLedger

extension VillageFolder {
  /// How long a writing command waits for another one, in milliseconds: ten seconds.
  public static let patience = 10_000

  /// Takes the lock, reads and checks the ledger, and hands the writer to `body`, which decides and
  /// appends. The lock is held until `body` has ended.
  ///
  /// - Parameter byState: reads no more than what the saved state does not stand for, where there
  ///   is one that does (S10); the writer then has the `village`.
  ///
  /// Throws `LedgerWriteFailure`, or what `body` throws. To look at what a command would do
  /// without changing a byte, use `readLedger()` instead.
  public func withWriter<Answer>(
    patience: Int = VillageFolder.patience, byState: Bool = false,
    _ body: (inout LedgerWriter) throws -> Answer
  ) throws -> Answer {
    let lock = try LedgerLock(of: self, patience: patience)
    var writer = try writer(holding: lock, byState: byState)
    return try body(&writer)
  }

  func writer(
    holding lock: consuming LedgerLock, byState: Bool = false
  ) throws(LedgerWriteFailure) -> LedgerWriter {
    let reading = try writing { () throws(SystemFailure) in try readHead() }
    let ledger = try refusing(reading) { () throws(LedgerFileFault) -> Descriptor in
      try openLedger(for: .appending)
    }
    if byState, let head = reading.head, let status = try? ledger.status(),
      // What is wrong with a book is told by who reads everything.
      let village = try? snapshot(byStateUnder: head, of: status)
    {
      let scan = LedgerScan(
        head: head, lines: village.lines, damage: nil, tail: 0, status: status)
      return LedgerWriter(
        lock: lock, ledger: ledger, folder: self, scan: scan, village: village, head: head)
    }
    let scan = try refusing(reading) { () throws(LedgerFileFault) -> LedgerScan in
      try self.scan(ledger, under: reading)
    }
    if let damage = scan.damage { throw .damaged(damage) }
    guard let head = scan.head else {
      throw .damaged(LedgerDamage(line: nil, kind: .headMissing))
    }
    return LedgerWriter(lock: lock, ledger: ledger, folder: self, scan: scan, head: head)
  }

  /// Makes a refusal to write of what is wrong with a file; a damaged head comes first.
  private func refusing<Answer: ~Copyable>(
    _ reading: HeadReading, _ body: () throws(LedgerFileFault) -> Answer
  ) throws(LedgerWriteFailure) -> Answer {
    do throws(LedgerFileFault) {
      return try body()
    } catch {
      switch error {
      case .system(let failure): throw .notWritten(failure)
      case .damage(let kind):
        throw .damaged(LedgerDamage(line: nil, kind: reading.damage ?? kind))
      }
    }
  }

  /// Makes the lock and an empty ledger, and hands the writer to `body`, which is to append the
  /// first lines at least. Without lines there is no head, and the folder holds no ledger yet.
  ///
  /// Throws `LedgerWriteFailure`, with reason `.alreadyThere` when there is a ledger, or what
  /// `body` throws.
  public func createLedger<Answer>(
    _ body: (inout LedgerWriter) throws -> Answer
  ) throws -> Answer {
    try writing { () throws(SystemFailure) in
      _ = try descriptor.open(LedgerFormat.lock, for: .creating)
    }
    let lock = try LedgerLock(of: self, patience: 0)
    let ledger = try writing { () throws(SystemFailure) in
      try descriptor.open(LedgerFormat.ledger, for: .creating)
    }
    let scan = LedgerScan(head: nil, lines: .none, damage: nil, tail: 0, status: nil)
    var writer = LedgerWriter(
      lock: lock, ledger: ledger, folder: self, scan: scan, head: .origin)
    return try body(&writer)
  }
}
