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
    let sources = try sources(plan)
    if try isForeign(sources) {
      plan.obstacle = .otherVillage
      return plan
    }
    plan.sighting = try sighting(of: sources.all)
    plan.chain = try choose(in: sources, for: &plan)
    plan.content = sources.kept.bytes(of: plan.chain)
    plan.end = LedgerHead(
      seq: plan.chain.count, end: plan.content.count, last: plan.chain.last ?? .zero)
    try findObstacle(to: &plan, sources)
    if plan.obstacle == nil { try addSteps(to: &plan, sources) }
    return plan
  }
}

// MARK: - Where lines may come from

extension RepairPlanner {
  struct Sources {
    /// The ledger as it lies there.
    var own = LineStore()
    /// The backup's ledger by itself.
    var theirs = LineStore()
    /// Both.
    var all = LineStore()
    /// Both, and what was ever put aside: good for reaching a line that was acknowledged, never for
    /// going on behind one, since most of it was not.
    var kept = LineStore()
    /// How far the backup was acknowledged.
    var backedUp: LedgerHead?
  }

  private func sources(_ plan: RepairPlan) throws(SystemFailure) -> Sources {
    var sources = Sources()
    sources.own.add(plan.raw.ledger)
    sources.all = sources.own
    if let backup {
      let bytes = try backup.rawBytes(LedgerFormat.ledger)
      sources.theirs.add(bytes)
      sources.all.add(bytes)
      sources.backedUp = try backup.readHead().head
    }
    sources.kept = sources.all
    for part in try folder.copies(in: LedgerFormat.quarantine) { sources.kept.add(part.bytes) }
    return sources
  }

  /// Whether the backup is of another village: by its first line, or where that is lost here, by
  /// what both say they are.
  private func isForeign(_ sources: Sources) throws(SystemFailure) -> Bool {
    guard let backup else { return false }
    let theirs = sources.theirs.beginnings
    if !sources.own.beginnings.isEmpty { return !sources.own.holds(theirs) || theirs.isEmpty }
    let books = try [folder.read(.village), backup.read(.village)].map { bytes in
      bytes.flatMap { try? readVillageBook($0) }?.village
    }
    return books[0] != nil && books[0] != books[1]
  }

  /// What this workstation has seen of a ledger that begins with one of these lines.
  private func sighting(of store: LineStore) throws(SystemFailure) -> Sighting? {
    guard let witness else { return nil }
    var found: Sighting?
    for hash in store.beginnings {
      guard case .ledgerOpened(let opened)? = try? readFirstLine(store.content(of: hash)),
        let ledger = try folder.identity(of: opened),
        let sighting = try witness.sighting(of: ledger)
      else { continue }
      if sighting.seq > found?.seq ?? 0 { found = sighting }
    }
    return found
  }

  private func readFirstLine(_ line: ArraySlice<UInt8>) throws(ReplayFault) -> Event {
    let bytes = Array(line) + [LedgerFormat.newline]
    var scanner = LedgerScanner()
    _ = scanner.scan(bytes, areAll: true)
    return try readLine(1, of: LedgerLines(bytes: bytes, ends: scanner.ends)).recorded.event
  }
}

// MARK: - Which lines

extension RepairPlanner {
  /// The lines that the ledger is to consist of: those that lead to the furthest line that was ever
  /// acknowledged or seen, or as many as there are where that is allowed.
  private func choose(
    in sources: Sources, for plan: inout RepairPlan
  ) throws(SystemFailure) -> [Digest] {
    let known =
      [plan.acknowledged, sources.backedUp].compactMap { $0 }.map { ($0.last, $0.seq) }
      + (plan.sighting.map { [($0.last, $0.seq)] } ?? [])
    let furthest = known.max { $0.1 < $1.1 }
    let way = furthest.flatMap { sources.kept.chain(endingOn: $0.0, seq: $0.1) }
    guard plan.acknowledged != nil else {
      if !adoptsEnd { plan.obstacle = .endUnknown }
      return (way ?? []) + sources.all.longestChain(after: way?.last ?? .zero)
    }
    if let way { return way }
    if let furthest, !adoptsEnd {
      let missing = sources.kept.firstMissing(before: furthest.0, seq: furthest.1)
      plan.obstacle = .lineMissing(missing ?? furthest.1)
    }
    let head = plan.acknowledged.flatMap {
      sources.kept.chain(endingOn: $0.last, seq: $0.seq)
    }
    return head ?? sources.all.longestChain()
  }

  private func findObstacle(to plan: inout RepairPlan, _ sources: Sources) throws(SystemFailure) {
    if plan.obstacle != nil { return }
    if plan.chain.isEmpty {
      plan.obstacle = .nothingLeft
    } else if let line = plan.linesNotKept.min(), !adoptsEnd {
      plan.obstacle = .otherThanWitnessed(line: line)
    } else {
      plan.obstacle = try findMissing(to: &plan, sources)
    }
  }

  /// Takes from the backup what is missing beside the ledger, and what hinders the village from
  /// being opened; what still hinders then.
  private func findMissing(
    to plan: inout RepairPlan, _ sources: Sources
  ) throws(SystemFailure) -> RepairPlan.Obstacle? {
    let offered = try backup?.booksAndPapers() ?? []
    for part in offered where try !folder.holds(part) { plan.missing.append(part) }
    let scan = LedgerScan(
      head: plan.end, lines: plan.lines, damage: nil, tail: 0, status: nil)
    while true {
      do throws(VillageFault) {
        let snapshot = try folder.snapshot(of: scan, puttingBack: plan.missing)
        return snapshot.damages.first.map { .unreadable(.unreadable($0)) }
      } catch {
        guard let name = error.file, let part = offered.first(where: { $0.path == name }),
          !plan.missing.contains(where: { $0.path == name })
        else { return .unreadable(error) }
        plan.missing.append(part)
      }
    }
  }
}

// MARK: - Which steps

extension RepairPlanner {
  private func addSteps(
    to plan: inout RepairPlan, _ sources: Sources
  ) throws(SystemFailure) {
    if try folder.lockDamage() != nil { plan.steps.append(.lock) }
    let isInPlace = plan.raw.ledger.starts(with: plan.content)
    if isInPlace {
      plan.tail = plan.raw.ledger.count - plan.content.count
      if plan.tail > 0 { plan.steps.append(.tail) }
    }
    if !isInPlace || plan.hasSeveralNames {
      plan.steps.append(isFromBackup(plan, sources) ? .backup : .lines)
    }
    if plan.acknowledged != plan.end || !plan.linesNotKept.isEmpty { plan.steps.append(.head) }
    if !plan.missing.isEmpty { plan.steps.append(.files) }
  }

  private func isFromBackup(_ plan: RepairPlan, _ sources: Sources) -> Bool {
    backup != nil && !sources.own.holds(plan.chain)
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

extension VillageFault {
  /// The file that is in the way, if it is one beside the ledger.
  fileprivate var file: String? {
    switch self {
    case .missingFile(let name): name
    case .catalogChanged(let file, _, _): file
    case .files(let faults): faults.faults.first?.file
    case .system(let failure): failure.name
    case .unreadable: nil
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
