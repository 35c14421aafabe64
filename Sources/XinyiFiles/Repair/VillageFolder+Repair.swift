public import XinyiLedger

/// What a repair did, and what it must still be told of in the ledger.
public struct RepairDone: Sendable {
  public let plan: RepairPlan
  /// The files in `quarantine/` that hold what was taken away.
  public let kept: [String]

  /// The line that tells of the repair, with the reason that was given.
  public func event(records: Int, why: String?) -> Event {
    .repaired(
      .init(steps: plan.steps, records: records, kept: kept, givenUp: plan.givenUp, why: why))
  }
}

/// A repair that cannot be made, or that there is no need of; nothing was written.
public struct RepairRefused: Error {
  public let plan: RepairPlan
}

extension VillageFolder {
  /// Works out how the ledger's files can be mended, and changes nothing.
  public func repairPlan(
    from backup: VillageFolder?, adoptingEnd: Bool, witness: Witness?
  ) throws(SystemFailure) -> RepairPlan {
    try RepairPlanner(folder: self, backup: backup, adoptsEnd: adoptingEnd, witness: witness).plan()
  }

  /// Mends the ledger's files under the lock, and hands the writer to `body`, which is to record
  /// that it was done.
  ///
  /// What is taken away lies in `quarantine/` first. A stop at any moment leaves files that the
  /// same repair mends. Throws `RepairRefused`, `LedgerWriteFailure`, or what `body` throws.
  public func repair<Answer>(
    from backup: VillageFolder?, adoptingEnd: Bool, witness: Witness?,
    patience: Int = VillageFolder.patience,
    _ body: (inout LedgerWriter, RepairDone) throws -> Answer
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
    let kept = try writing { () throws(SystemFailure) in try carryOut(plan) }
    var writer = try writer(holding: lock)
    return try body(&writer, RepairDone(plan: plan, kept: kept))
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

  /// Puts aside what is replaced, then the ledger in its place, then the head.
  private func carryOut(_ plan: RepairPlan) throws(SystemFailure) -> [String] {
    var kept: [String] = []
    let replacesLedger = !plan.raw.ledger.starts(with: plan.content)
    if replacesLedger, !plan.raw.ledger.isEmpty {
      kept.append(try keepAside("ledger-\(plan.end.seq)", plan.raw.ledger))
    } else if plan.tail > 0 {
      kept.append(
        try keepAside("tail-\(plan.end.seq)", Array(plan.raw.ledger[plan.content.count...])))
    }
    if plan.acknowledged != plan.end, !plan.raw.head.isEmpty {
      kept.append(try keepAside("head-\(plan.end.seq)", plan.raw.head))
    }
    if replacesLedger {
      try Self.replaceFile(
        LedgerFormat.ledger, in: descriptor, by: LedgerFormat.newLedger, with: plan.content)
    }
    if plan.acknowledged != plan.end {
      try Self.replaceFile(
        LedgerFormat.head, in: descriptor, by: LedgerFormat.newHead, with: plan.end.bytes)
    }
    if plan.tail > 0 {
      let ledger = try descriptor.open(LedgerFormat.ledger, for: .appending)
      try ledger.truncate(to: plan.content.count)
      try ledger.synchronize()
    }
    for part in plan.missing { try put(part) }
    return kept
  }

  private func keepAside(_ prefix: String, _ bytes: [UInt8]) throws(SystemFailure) -> String {
    try keepAside(as: prefix) { (target) throws(SystemFailure) in try target.write(bytes) }
  }
}
