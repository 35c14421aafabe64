public import XinyiLedger

/// The right to write, held from before the ledger is read until after the answer is known.
///
/// The lock lies on a file that is made once and never renamed or removed: a lock on a file that
/// can be replaced would let two in. It ends with the process, however that ends.
struct LedgerLock: ~Copyable {
  private let file: Descriptor

  /// How often a lock that is taken is asked for again, in milliseconds.
  private static let interval = 20

  /// Waits at most `patience` milliseconds for whoever holds the lock.
  init(of folder: VillageFolder, patience: Int) throws(LedgerWriteFailure) {
    let file = try Self.open(in: folder)
    var waited = 0
    while try !writing({ () throws(SystemFailure) in try file.tryLock() }) {
      guard waited < patience else { throw .busy }
      folder.files.calls.pause(milliseconds: Self.interval)
      waited += Self.interval
    }
    self.file = file
  }

  /// Lets the next one write.
  consuming func release() {}

  private static func open(in folder: VillageFolder) throws(LedgerWriteFailure) -> Descriptor {
    do throws(SystemFailure) {
      let file = try folder.descriptor.open(LedgerFormat.lock, for: .locking)
      if try file.status().kind == .file { return file }
    } catch {
      switch error.reason {
      case .missing: throw .damaged(LedgerDamage(line: nil, kind: .lockMissing))
      case .notAPlainFile: break
      default: throw .notWritten(error)
      }
    }
    throw .damaged(LedgerDamage(line: nil, kind: .lockNotPlainFile))
  }
}

extension VillageFolder {
  /// What is wrong with the lock file, without which nobody can write; nil when it is sound.
  public func lockDamage() throws(SystemFailure) -> LedgerDamage? {
    do throws(SystemFailure) {
      let isPlain = try descriptor.status(of: LedgerFormat.lock).kind == .file
      return isPlain ? nil : LedgerDamage(line: nil, kind: .lockNotPlainFile)
    } catch {
      if error.reason == .missing { return LedgerDamage(line: nil, kind: .lockMissing) }
      throw error
    }
  }
}

/// Runs what leaves nothing recorded when it fails.
func writing<Answer: ~Copyable>(
  _ body: () throws(SystemFailure) -> Answer
) throws(LedgerWriteFailure) -> Answer {
  do throws(SystemFailure) { return try body() } catch { throw .notWritten(error) }
}
