public import XinyiLedger

/// A repair that cannot be made, or that there is no need of; nothing was written.
public struct RepairRefused: Error {
  public let plan: RepairPlan
}

/// The files of a village at the moment of mending: locked, and not changed yet.
public struct RepairWork: ~Copyable {
  public let plan: RepairPlan
  /// The village as it will be, without the line that tells of the repair.
  public let snapshot: VillageSnapshot
  private let folder: VillageFolder
  private let lock: LedgerLock

  init(
    plan: RepairPlan, snapshot: VillageSnapshot, folder: VillageFolder,
    lock: consuming LedgerLock
  ) {
    self.plan = plan
    self.snapshot = snapshot
    self.folder = folder
    self.lock = lock
  }
}

extension VillageFolder {
  /// Works out how the ledger's files can be mended, and changes nothing.
  public func repairPlan(
    from backup: VillageFolder?, adoptingEnd: Bool, witness: Witness?
  ) throws(SystemFailure) -> RepairPlan {
    try RepairPlanner(folder: self, backup: backup, adoptsEnd: adoptingEnd, witness: witness).plan()
  }

  /// Locks the village and hands its files to `body`, which decides what is recorded of the repair
  /// and commits it. Until then nothing is changed, but for a lock file that was missing.
  ///
  /// Throws `RepairRefused`, `LedgerWriteFailure`, or what `body` throws.
  public func repair<Answer>(
    from backup: VillageFolder?, adoptingEnd: Bool, witness: Witness?,
    patience: Int = VillageFolder.patience, _ body: (borrowing RepairWork) throws -> Answer
  ) throws -> Answer {
    let before = try soundPlan(from: backup, adoptingEnd: adoptingEnd, witness: witness)
    if before.steps.isEmpty { throw RepairRefused(plan: before) }
    let lacksLock = before.steps.contains(.lock)
    if lacksLock { try writing { () throws(SystemFailure) in try makeLock() } }
    let lock = try LedgerLock(of: self, patience: patience)
    // Once more, since somebody may have written before the lock was had.
    var plan = try soundPlan(from: backup, adoptingEnd: adoptingEnd, witness: witness)
    if lacksLock { plan.steps.insert(.lock, at: 0) }
    if plan.steps.isEmpty { throw RepairRefused(plan: plan) }
    let scan = LedgerScan(
      head: plan.end, lines: plan.lines, damage: nil, tail: 0, status: nil)
    let snapshot = try snapshot(of: scan, puttingBack: plan.missing)
    return try body(RepairWork(plan: plan, snapshot: snapshot, folder: self, lock: lock))
  }

  private func soundPlan(
    from backup: VillageFolder?, adoptingEnd: Bool, witness: Witness?
  ) throws -> RepairPlan {
    let plan = try writing { () throws(SystemFailure) in
      try repairPlan(from: backup, adoptingEnd: adoptingEnd, witness: witness)
    }
    if plan.obstacle != nil { throw RepairRefused(plan: plan) }
    return plan
  }

  private func makeLock() throws(SystemFailure) {
    _ = try descriptor.open(LedgerFormat.lock, for: .creating)
    try descriptor.synchronize()
  }
}

extension RepairWork {
  /// Puts aside what is replaced, and answers the names it has in `quarantine/`.
  public func putAside() throws(LedgerWriteFailure) -> [String] {
    try writing { () throws(SystemFailure) in
      var kept: [String] = []
      let isInPlace = plan.raw.ledger.starts(with: plan.content)
      if !isInPlace, !plan.raw.ledger.isEmpty {
        kept.append(try keep("ledger-\(plan.end.seq)", plan.raw.ledger))
      } else if plan.raw.ledger.count > plan.content.count {
        kept.append(
          try keep("tail-\(plan.end.seq)", Array(plan.raw.ledger[plan.content.count...])))
      }
      if plan.acknowledged != plan.end, !plan.raw.head.isEmpty {
        kept.append(try keep("head-\(plan.end.seq)", plan.raw.head))
      }
      for part in plan.missing where try folder.holds(part) {
        kept.append(try keep(part.name, try folder.rawBytes(part.name)))
      }
      return kept
    }
  }

  /// Puts the missing files back, and then the ledger with the line that tells of the repair in the
  /// place of the old one; the head, which decides, comes last.
  ///
  /// After a stop before that, the head still says what it said: what had been given up is not
  /// given up yet, and the same repair can be made again.
  public func commit(_ events: [RecordedEvent]) throws(LedgerWriteFailure) -> LedgerHead {
    try writing { () throws(SystemFailure) in
      for part in plan.missing { try folder.putBack(part) }
    }
    var content = plan.content
    var last = plan.end.last
    for event in events {
      let body = lineBody(event, previous: last)
      guard !body.isEmpty, body.count <= LedgerFormat.maximumBody else {
        throw .unfitBody(seq: event.sequence, .tooLong(body.count))
      }
      last = SHA256.digest(of: body)
      content += LedgerFormat.line(body: body, hash: last)
    }
    let head = LedgerHead(seq: plan.end.seq + events.count, end: content.count, last: last)
    try writing { () throws(SystemFailure) in
      try VillageFolder.replaceFile(
        LedgerFormat.ledger, in: folder.descriptor, by: LedgerFormat.newLedger, with: content)
    }
    try folder.replaceHead(with: head)
    return head
  }

  private func keep(_ prefix: String, _ bytes: [UInt8]) throws(SystemFailure) -> String {
    try folder.keepAside(as: prefix) { (target) throws(SystemFailure) in try target.write(bytes) }
  }
}

extension VillageFolder {
  /// Writes a part in the place of what is missing or cannot be read.
  fileprivate func putBack(_ part: VillageCopy.Part) throws(SystemFailure) {
    try inFolder(named: part.folder) { (folder) throws(SystemFailure) in
      try Self.replaceFile(part.name, in: folder, by: part.name + ".tmp", with: part.bytes)
    }
  }
}
