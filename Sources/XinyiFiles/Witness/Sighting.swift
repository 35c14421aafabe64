public import XinyiLedger

/// How far this workstation has seen one ledger, kept outside of the village's folder: when an old
/// copy of ledger and head together is put back, nothing inside the folder can tell.
public struct Sighting: Codable, Hashable, Sendable {
  public let ledger: LedgerIdentity
  /// The number of the last line ever seen.
  public let seq: Int
  /// The hash of that line.
  public let last: Digest
  /// The day of the first sighting.
  public let since: Day
  /// The last backup that was made here.
  public let backup: Backup?

  public struct Backup: Codable, Hashable, Sendable {
    public let on: Day
    /// How many lines it holds.
    public let seq: Int
  }

  /// Why a sighting is noted.
  public enum Occasion: Hashable, Sendable {
    /// The line was read or written.
    case seen
    /// A backup with this line as its last was made.
    case backedUp
    /// Somebody decided that the ledger ends here, whatever was seen before.
    case adopted
  }
}

extension Sighting: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Sighting(
        ledger: try line.value("ledger"), seq: try line.value("seq"),
        last: try line.value("last"), since: try line.value("since"),
        backup: try line.value(ifAny: "backup"))
    }
  }
}

extension Sighting.Backup: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Sighting.Backup(on: try line.value("on"), seq: try line.value("seq"))
    }
  }
}

extension LedgerIdentity: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      LedgerIdentity(origin: try line.value("origin"), place: try line.value(ifAny: "place"))
    }
  }
}

extension Sighting {
  /// What is known after an occasion. Of two lines the later one counts, and of two with the same
  /// number the one that was seen first, unless the ledger was adopted as it is.
  init(
    _ ledger: LedgerIdentity, seq: Int, last: Digest, on day: Day, _ occasion: Occasion,
    after earlier: Sighting?
  ) {
    let ahead = earlier.flatMap { occasion != .adopted && $0.seq >= seq ? $0 : nil }
    self.ledger = ledger
    self.seq = ahead?.seq ?? seq
    self.last = ahead?.last ?? last
    self.since = earlier?.since ?? day
    self.backup = occasion == .backedUp ? Backup(on: day, seq: seq) : earlier?.backup
  }
}

/// What tells one ledger from every other.
public struct LedgerIdentity: Codable, Hashable, Sendable {
  /// As in the ledger's first line: random, so that no two villages have the same.
  public let origin: String
  /// For practice villages alone: where it lies. They are copied, thrown away and made again with
  /// the same origin, and each copy is a village of its own.
  public let place: String?
}

extension VillageFolder {
  /// The identity of the ledger in this folder; nil for a practice village without its lock file.
  public func identity(of opened: Event.LedgerOpened) throws(SystemFailure) -> LedgerIdentity? {
    guard opened.practice else { return LedgerIdentity(origin: opened.origin, place: nil) }
    do throws(SystemFailure) {
      // Nobody ever writes to the lock file, so what the system knows of it stays the same.
      let lock = try descriptor.status(of: LedgerFormat.lock)
      return LedgerIdentity(
        origin: opened.origin, place: "\(lock.device)-\(lock.inode)-\(lock.changed)")
    } catch {
      if error.reason == .missing { return nil }
      throw error
    }
  }
}

extension VillageSnapshot {
  /// This village, with the damage that shows only against what was seen before.
  public func compared(with sighting: Sighting?) -> VillageSnapshot {
    guard let sighting, damages.isEmpty, let kind = disagreement(with: sighting) else {
      return self
    }
    var copy = self
    copy.damages.append(.ledger(LedgerDamage(line: nil, kind: kind)))
    return copy
  }

  private func disagreement(with sighting: Sighting) -> LedgerDamage.Kind? {
    guard lines.count >= sighting.seq else {
      return .behindWitness(seen: sighting.seq, ledger: lines.count)
    }
    guard lines.hash(of: sighting.seq) != sighting.last else { return nil }
    return .otherThanWitnessed(line: sighting.seq)
  }
}
