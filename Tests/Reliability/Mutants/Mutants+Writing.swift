private let writer = "Ledger/LedgerWriter.swift"
private let lock = "Ledger/LedgerLock.swift"

/// What can go wrong between the lock and the answer.
let writingMutants = [
  Mutant(
    "lock-ignored", "A writer that does not get the lock writes all the same",
    killer: interleavedWriters,
    .statement(
      "guard waited < patience else { throw .busy }",
      "guard waited < patience else { break }",
      in: "init(of folder: VillageFolder", of: lock)),
  Mutant(
    "lock-let-go", "The lock is let go before anything is written", killer: interleavedWriters,
    .statement(
      "self.file = file", "self.file = try Self.open(in: folder)",
      in: "init(of folder: VillageFolder", of: lock)),
  Mutant(
    "lock-asked-once", "A lock that is taken is not asked for again", killer: waitingWriters,
    .statement(
      "guard waited < patience else { throw .busy }", "throw .busy",
      in: "init(of folder: VillageFolder", of: lock)),
  Mutant(
    "failed-write-left", "What a failed write left is not taken back", killer: shortWrites,
    .statement(
      "try? ledger.truncate(to: head.end)", in: "private func write(_ bytes", of: writer)),
  Mutant(
    "lines-not-synced", "The new lines are not synchronized", killer: powerCuts,
    .statement("try ledger.synchronize()", in: "private func makeDurable(", of: writer)),
  Mutant(
    "answer-before-sync", "Yes is said before the lines are on the disk, whatever comes of it",
    killer: powerCuts,
    .statement(
      "try makeDurable(end: next.end)", "defer { try? makeDurable(end: next.end) }",
      in: "public mutating func append(", of: writer)),
  Mutant(
    "sync-failure-passed-over", "A failed synchronization is passed over", killer: powerCuts,
    .statement(
      "try ledger.synchronize()", "try? ledger.synchronize()",
      in: "private func makeDurable(", of: writer)),
  Mutant(
    "sync-tried-again", "A failed synchronization is tried again and believed",
    killer: powerCuts,
    .statement(
      "try ledger.synchronize()",
      "do { try ledger.synchronize() } catch { try ledger.synchronize() }",
      in: "private func makeDurable(", of: writer)),
  Mutant(
    "size-not-checked", "The size after the write is not looked at", killer: lawlessWriters,
    .expression(
      "ledger.status().size == end", "true", in: "private func makeDurable(", of: writer)),
  Mutant(
    "head-first", "The head is replaced before the lines are on the disk", killer: powerCuts,
    .statement(
      "try makeDurable(end: next.end)",
      "try folder.replaceHead(with: next); try makeDurable(end: next.end)",
      in: "public mutating func append(", of: writer)),
  Mutant(
    "head-not-replaced", "The head is not replaced", killer: powerCuts,
    .statement(
      "try folder.replaceHead(with: next)", in: "public mutating func append(", of: writer)),
  Mutant(
    "failure-forgotten", "After a failure the writer goes on", killer: powerCuts,
    .statement("failure = error", in: "public mutating func append(", of: writer)),
  Mutant(
    "repeat-not-synced", "An earlier answer is repeated without making sure that it is on the disk",
    killer: powerCuts,
    .statement(
      "try folder.descriptor.synchronize()", in: "public func ensureDurable(", of: writer)),
]
