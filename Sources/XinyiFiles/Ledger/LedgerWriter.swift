public import XinyiLedger

/// The ledger, locked and checked, ready to be added to.
///
/// There is no other way to append, and none to have a writer without the lock. The decision
/// about what to append is made while it is held.
public struct LedgerWriter: ~Copyable {
  /// What was read under the lock: sound.
  public let scan: LedgerScan
  /// The village by its saved state; nil when all lines were read.
  public let village: VillageSnapshot?
  /// What the last writer had left unacknowledged, and where it was put aside. Nothing is put aside
  /// before there is something to append: until then it may turn out that more than these lines
  /// was acknowledged.
  public private(set) var discarded: DiscardedTail?
  /// How far the ledger is acknowledged now.
  public private(set) var head: LedgerHead

  private let lock: LedgerLock
  private let ledger: Descriptor
  private let folder: VillageFolder
  /// After a failure the state of the disk is not known well enough to go on.
  private var failure: LedgerWriteFailure?

  init(
    lock: consuming LedgerLock, ledger: consuming Descriptor, folder: VillageFolder,
    scan: LedgerScan, village: VillageSnapshot? = nil, head: LedgerHead
  ) {
    self.lock = lock
    self.ledger = ledger
    self.folder = folder
    self.scan = scan
    self.village = village
    self.head = head
  }
}

/// What an append recorded.
public struct LedgerCommit: Hashable, Sendable {
  /// The acknowledged end of the ledger, these lines included.
  public let head: LedgerHead
  /// The number of the first of the lines.
  public let first: Int
  /// The hashes of the lines, in order.
  public let hashes: [Digest]
  /// The lines as they were written.
  public let bytes: [UInt8]
}

extension LedgerWriter {
  /// Appends `count` lines, all or none, and returns when they are on the disk.
  ///
  /// `body` is asked for each line's bytes before `,"hash":"`; they begin with
  /// `LedgerFormat.beginning(seq:prev:)` of the two values it is given. After a failure every
  /// further append fails in the same way.
  public mutating func append(
    count: Int, _ body: (_ seq: Int, _ prev: Digest) -> [UInt8]
  ) throws(LedgerWriteFailure) -> LedgerCommit {
    if let failure { throw failure }
    do throws(LedgerWriteFailure) {
      let (bytes, hashes) = try lines(count: count, body)
      let next = LedgerHead(
        seq: head.seq + count, end: head.end + bytes.count, last: hashes.last ?? head.last)
      let first = head.seq + 1
      if discarded == nil, scan.tail > 0 {
        discarded = try folder.discardTail(of: ledger, after: head)
      }
      try write(bytes)
      try makeDurable(end: next.end)
      try folder.replaceHead(with: next)
      head = next
      return LedgerCommit(head: next, first: first, hashes: hashes, bytes: bytes)
    } catch {
      failure = error
      throw error
    }
  }

  /// Returns when everything this writer read is on the disk. To be called before an earlier
  /// answer is given again: whoever wrote it may have been stopped just before this.
  public func ensureDurable() throws(LedgerWriteFailure) {
    do throws(SystemFailure) {
      try ledger.synchronize()
      try folder.descriptor.synchronize()
    } catch {
      throw .outcomeUnknown(error)
    }
  }

  /// The ledger's file as it is now.
  func ledgerStatus() throws(SystemFailure) -> FileStatus { try ledger.status() }

  private func lines(
    count: Int, _ body: (Int, Digest) -> [UInt8]
  ) throws(LedgerWriteFailure) -> (bytes: [UInt8], hashes: [Digest]) {
    guard count > 0 else { throw .unfitBody(seq: head.seq + 1, .none) }
    var bytes: [UInt8] = []
    var hashes: [Digest] = []
    for seq in head.seq + 1...head.seq + count {
      let prev = hashes.last ?? head.last
      let content = body(seq, prev)
      if let fault = Self.fault(of: content, seq: seq, prev: prev) {
        throw .unfitBody(seq: seq, fault)
      }
      let hash = SHA256.digest(of: content)
      bytes += LedgerFormat.line(body: content, hash: hash)
      hashes.append(hash)
    }
    return (bytes, hashes)
  }

  private static func fault(
    of body: [UInt8], seq: Int, prev: Digest
  ) -> LedgerWriteFailure.UnfitBody? {
    if body.count > LedgerFormat.maximumBody { return .tooLong(body.count) }
    if !body.starts(with: LedgerFormat.beginning(seq: seq, prev: prev)) { return .beginning }
    return body.contains(LedgerFormat.newline) ? .lineEnd : nil
  }

  private func write(_ bytes: [UInt8]) throws(LedgerWriteFailure) {
    do throws(SystemFailure) {
      try ledger.write(bytes)
    } catch {
      // What stays behind if this fails too is a tail, and the next writer takes it away.
      try? ledger.truncate(to: head.end)
      throw .notWritten(error)
    }
  }

  /// The ledger on the disk, and exactly as long as it should be.
  private func makeDurable(end: Int) throws(LedgerWriteFailure) {
    do throws(SystemFailure) {
      try ledger.synchronize()
    } catch {
      // Never tried again: the system may answer yes although it has dropped the bytes.
      try? ledger.truncate(to: head.end)
      throw .outcomeUnknown(error)
    }
    do throws(SystemFailure) {
      guard try ledger.status().size == end else {
        throw SystemFailure(.checkSize, .inputOutput, LedgerFormat.ledger)
      }
    } catch {
      throw .outcomeUnknown(error)
    }
  }
}

extension VillageFolder {
  /// Replaces `head.json`. Until this has returned, the new lines are not acknowledged.
  func replaceHead(with head: LedgerHead) throws(LedgerWriteFailure) {
    do throws(SystemFailure) {
      try Self.replaceFile(
        LedgerFormat.head, in: descriptor, by: LedgerFormat.newHead, with: head.bytes)
    } catch {
      throw .outcomeUnknown(error)
    }
  }
}
