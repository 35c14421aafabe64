import XinyiLedger

/// Works out how a ledger's files can be mended.
struct RepairPlanner {
  let folder: VillageFolder
  /// A backup of the same village, for lines and files that are missing here.
  let backup: VillageFolder?
  /// Whether the ledger may end where its sound lines end, whatever was acknowledged.
  let adoptsEnd: Bool
  let witness: Witness?

  func plan() throws(SystemFailure) -> RepairPlan {
    var plan = RepairPlan(
      raw: (try folder.rawBytes(LedgerFormat.ledger), try folder.rawBytes(LedgerFormat.head)))
    plan.damage = try folder.readLedger().damage
    plan.acknowledged = try folder.readHead().head
    if let odd = try oddFile(plan) {
      plan.obstacle = .notAPlainFile(odd)
      return plan
    }
    var own = LineStore()
    own.add(plan.raw.ledger)
    var all = own
    if let backup { all.add(try backup.rawBytes(LedgerFormat.ledger)) }
    plan.sighting = try sighting(of: all)
    let chain = choose(in: own, all, for: &plan)
    plan.content = all.bytes(of: chain)
    plan.end = LedgerHead(seq: chain.count, end: plan.content.count, last: chain.last ?? .zero)
    if plan.obstacle == nil { plan.obstacle = obstacle(to: chain, plan) }
    if plan.obstacle == nil { try addSteps(chain, own, to: &plan) }
    return plan
  }
}

// MARK: - Which lines

extension RepairPlanner {
  /// The lines that the ledger is to consist of: those that lead to the furthest line that was ever
  /// acknowledged or seen, or as many as there are where that is allowed.
  private func choose(
    in own: LineStore, _ all: LineStore, for plan: inout RepairPlan
  ) -> [Digest] {
    let seen = plan.sighting.map { ($0.last, $0.seq) }
    guard let head = plan.acknowledged else {
      if !adoptsEnd { plan.obstacle = .endUnknown }
      let start = seen.flatMap { all.chain(endingOn: $0.0, seq: $0.1) } ?? []
      return start + all.longestChain(after: start.last ?? .zero)
    }
    let known = (head.last, head.seq)
    let wanted = seen.flatMap { $0.1 > known.1 ? $0 : nil } ?? known
    if let chain = own.chain(endingOn: wanted.0, seq: wanted.1)
      ?? all.chain(endingOn: wanted.0, seq: wanted.1)
    {
      return chain
    }
    if !adoptsEnd {
      plan.obstacle = .lineMissing(all.firstMissing(before: wanted.0, seq: wanted.1) ?? wanted.1)
    }
    return all.chain(endingOn: known.0, seq: known.1) ?? all.longestChain()
  }

  private func obstacle(to chain: [Digest], _ plan: RepairPlan) -> RepairPlan.Obstacle? {
    if chain.isEmpty { return .nothingLeft }
    if let line = disagreement(of: chain, with: plan.sighting), !adoptsEnd {
      return .otherThanWitnessed(line: line)
    }
    return unreadable(plan)
  }

  /// Why the village could not be opened with these lines; a file that the backup has is no reason.
  private func unreadable(_ plan: RepairPlan) -> RepairPlan.Obstacle? {
    let scan = LedgerScan(
      head: plan.end, lines: plan.lines, damage: nil, tail: 0, status: nil)
    do throws(VillageFault) {
      let snapshot = try folder.snapshot(of: scan)
      return snapshot.damages.first.map { .unreadable(.unreadable($0)) }
    } catch {
      if case .missingFile = error, let backup {
        return replayFault(scan, backup).map { .unreadable(.unreadable(.replay($0))) }
      }
      return .unreadable(error)
    }
  }

  /// The number of the line that this workstation saw otherwise, or that is not there any more.
  private func disagreement(of chain: [Digest], with sighting: Sighting?) -> Int? {
    guard let sighting else { return nil }
    let isThere = chain.indices.contains(sighting.seq - 1)
    return isThere && chain[sighting.seq - 1] == sighting.last ? nil : sighting.seq
  }

  private func replayFault(_ scan: LedgerScan, _ backup: VillageFolder) -> ReplayFault? {
    let (events, fault) = readLines(of: scan.lines)
    if let fault { return fault }
    let catalogs = [folder, backup].lazy.compactMap { try? $0.catalogs(for: events) }.first
    do throws(ReplayFault) {
      _ = try Ledger(replaying: events, catalogs: catalogs ?? [:])
      return nil
    } catch {
      return error
    }
  }

  /// What this workstation has seen of the ledger that begins with these lines.
  private func sighting(of store: LineStore) throws(SystemFailure) -> Sighting? {
    guard let witness, let first = store.first,
      case .ledgerOpened(let opened)? = try? readFirstLine(first)
    else { return nil }
    guard let ledger = try folder.identity(of: opened) else { return nil }
    return try witness.sighting(of: ledger)
  }

  private func readFirstLine(_ line: ArraySlice<UInt8>) throws(ReplayFault) -> Event {
    let bytes = Array(line) + [LedgerFormat.newline]
    var scanner = LedgerScanner()
    _ = scanner.scan(bytes, areAll: true)
    return try readLine(1, of: LedgerLines(bytes: bytes, lines: scanner.lines)).recorded.event
  }
}

// MARK: - Which steps

extension RepairPlanner {
  private func addSteps(
    _ chain: [Digest], _ own: LineStore, to plan: inout RepairPlan
  ) throws(SystemFailure) {
    if try folder.lockDamage() != nil { plan.steps.append(.lock) }
    if plan.raw.ledger.starts(with: plan.content) {
      plan.tail = plan.raw.ledger.count - plan.content.count
      if plan.tail > 0 { plan.steps.append(.tail) }
    } else {
      plan.steps.append(own.holds(chain) ? .lines : .backup)
    }
    if plan.acknowledged != plan.end || disagreement(of: chain, with: plan.sighting) != nil {
      plan.steps.append(.head)
    }
    if let backup, try isSameLedger(backup, chain) {
      for part in try backup.booksAndPapers() where try !folder.holds(part) {
        plan.missing.append(part)
      }
      if !plan.missing.isEmpty { plan.steps.append(.files) }
    }
  }

  /// Whether the backup's ledger begins as this one, so that its books are those of this village.
  private func isSameLedger(
    _ backup: VillageFolder, _ chain: [Digest]
  ) throws(SystemFailure) -> Bool {
    var theirs = LineStore()
    theirs.add(try backup.rawBytes(LedgerFormat.ledger))
    return theirs.holds(Array(chain.prefix(1)))
  }

  /// What lies in a file's place and is none.
  private func oddFile(_ plan: RepairPlan) throws(SystemFailure) -> LedgerDamage? {
    if let lock = try folder.lockDamage(), lock.kind == .lockNotPlainFile { return lock }
    guard let damage = plan.damage else { return nil }
    switch damage.kind {
    case .headNotPlainFile, .ledgerNotPlainFile(names: 1), .ledgerTooLarge: return damage
    default: return nil
    }
  }
}

extension VillageFolder {
  /// The bytes of one of the ledger's own files; none when it is missing or no plain file.
  func rawBytes(_ name: String) throws(SystemFailure) -> [UInt8] {
    do throws(SystemFailure) {
      let file = try descriptor.open(name, for: .reading)
      guard try file.status().kind == .file else { return [] }
      return try files.readAll(file, atMost: LedgerFormat.maximumLedger)
    } catch {
      switch error.reason {
      case .missing, .notAPlainFile, .tooLarge: return []
      default: throw error
      }
    }
  }
}
