import XinyiLedger

extension VillageFolder {
  /// Reads and checks the whole ledger without taking the lock: first `head.json`, then the
  /// ledger up to the end that head gives, so that a writer at work cannot raise a false alarm.
  ///
  /// Damage is part of the answer, with the sound lines before it. Throws `SystemFailure` when a
  /// file is there and cannot be read.
  public func readLedger() throws(SystemFailure) -> LedgerScan {
    let head = try readHead()
    do throws(LedgerFileFault) {
      let ledger = try openLedger(for: .reading)
      return try scan(ledger, under: head)
    } catch {
      switch error {
      case .system(let failure): throw failure
      case .damage(let kind): return damagedScan(kind, under: head)
      }
    }
  }
}

/// Why one of the ledger's files could not be used at all.
enum LedgerFileFault: Error {
  case system(SystemFailure)
  case damage(LedgerDamage.Kind)
}

/// What reading `head.json` gave.
enum HeadReading {
  case head(LedgerHead)
  case damage(LedgerDamage.Kind)

  var head: LedgerHead? { if case .head(let head) = self { head } else { nil } }
  var damage: LedgerDamage.Kind? { if case .damage(let kind) = self { kind } else { nil } }
}

extension VillageFolder {
  func readHead() throws(SystemFailure) -> HeadReading {
    do throws(SystemFailure) {
      let file = try descriptor.open(LedgerFormat.head, for: .reading)
      guard try file.status().kind == .file else { return .damage(.headNotPlainFile) }
      let bytes = try file.read(atMost: LedgerHead.longest + 1)
      return LedgerHead(bytes: bytes).map { .head($0) } ?? .damage(.headMalformed)
    } catch {
      switch error.reason {
      case .missing: return .damage(.headMissing)
      case .notAPlainFile: return .damage(.headNotPlainFile)
      default: throw error
      }
    }
  }

  /// The ledger itself: a plain file with one name, of a size that can be read.
  func openLedger(for purpose: OpenPurpose) throws(LedgerFileFault) -> Descriptor {
    do throws(SystemFailure) {
      return try descriptor.open(LedgerFormat.ledger, for: purpose)
    } catch {
      switch error.reason {
      case .missing: throw .damage(.ledgerMissing)
      case .notAPlainFile: throw .damage(.ledgerNotPlainFile(names: 1))
      default: throw .system(error)
      }
    }
  }

  /// Reads and checks an open ledger from its first byte on. Without a head, the file is read to
  /// its end or its first damage, to find how far its lines are sound.
  func scan(
    _ ledger: borrowing Descriptor, under reading: HeadReading
  ) throws(LedgerFileFault) -> LedgerScan {
    let status = try wrapped { () throws(SystemFailure) in try ledger.status() }
    let names = status.kind == .file ? status.links : 1
    guard status.kind == .file, names == 1 else {
      throw .damage(.ledgerNotPlainFile(names: names))
    }
    let end = min(reading.head?.end ?? status.size, status.size)
    guard end <= LedgerFormat.maximumLedger else {
      throw .damage(.ledgerTooLarge(size: end, limit: LedgerFormat.maximumLedger))
    }
    let found = try wrapped { () throws(SystemFailure) in try readLines(of: ledger, to: end) }
    return LedgerScan(
      head: reading.head,
      lines: found.lines,
      damage: Self.first(
        found.damage, damage(under: reading, size: found.earlyEnd ?? status.size))
        ?? reading.head?.disagreement(with: found.lines),
      tail: reading.head.map { max(0, status.size - $0.end) } ?? 0,
      status: status)
  }

  /// Reads the ledger up to `end`. The first piece is checked before there is more of it, further
  /// ones while the next few are read: what lies behind the first damage is not worth its memory,
  /// and a file of garbage may be enormous.
  ///
  /// `earlyEnd` is the size of a file that had ended before.
  private func readLines(
    of ledger: borrowing Descriptor, to end: Int
  ) throws(SystemFailure) -> (lines: LedgerLines, damage: LedgerDamage?, earlyEnd: Int?) {
    var scanner = LedgerScanner()
    var damage: LedgerDamage?
    var failure: SystemFailure?
    var hasEnded = false
    let bytes = [UInt8](unsafeUninitializedCapacity: end) { buffer, count in
      HostSystem.adviseLargePages(UnsafeMutableRawBufferPointer(buffer))
      var pieces = LedgerPieces(buffer: UnsafeMutableRawBufferPointer(buffer), end: end)
      func next() -> LedgerPiece? {
        do throws(SystemFailure) {
          return try pieces.next(of: ledger)
        } catch {
          failure = error
          return nil
        }
      }
      func join(_ piece: ScannedPiece) -> Bool {
        damage = piece.joined(to: &scanner)
        return damage == nil
      }
      if let first = next(), join(first.scanned()), !first.isLast {
        convey(workers: pieces.count - 1, fetch: next, work: { $0.scanned() }, hand: join)
      }
      (count, hasEnded) = (pieces.filled, pieces.hasEnded)
    }
    // What could not be read lies behind what was found.
    if damage == nil, let failure { throw failure }
    return (LedgerLines(bytes: bytes, ends: scanner.ends), damage, hasEnded ? bytes.count : nil)
  }

  /// A line that is wrong in the middle says more than a file that is too short; a cut end is
  /// told as such, and so is a damaged head.
  private static func first(_ line: LedgerDamage?, _ whole: LedgerDamage?) -> LedgerDamage? {
    guard let line, line.kind != .lineWithoutEnd else { return whole ?? line }
    return whole?.isRollback == false ? whole : line
  }

  /// The damage that is seen without looking into the lines; it outweighs what they show.
  private func damage(under reading: HeadReading, size: Int) -> LedgerDamage? {
    switch reading {
    case .damage(let kind): LedgerDamage(line: nil, kind: kind)
    case .head(let head) where size < head.end:
      LedgerDamage(line: nil, kind: .rolledBack(size: size, acknowledged: head.end))
    case .head: nil
    }
  }

  /// Nothing could be read: the damage is that of the head, or else that of the ledger.
  private func damagedScan(_ kind: LedgerDamage.Kind, under reading: HeadReading) -> LedgerScan {
    LedgerScan(
      head: reading.head, lines: .none,
      damage: LedgerDamage(line: nil, kind: reading.damage ?? kind), tail: 0, status: nil)
  }

  private func wrapped<Answer>(
    _ body: () throws(SystemFailure) -> Answer
  ) throws(LedgerFileFault) -> Answer {
    do throws(SystemFailure) { return try body() } catch { throw .system(error) }
  }
}
