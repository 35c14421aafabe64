public import XinyiLedger

/// What can be done about a ledger's files, worked out without changing a byte.
///
/// No plan makes a hash anew. Either sound lines lead to what was acknowledged, or somebody has to
/// say that the ledger ends earlier.
public struct RepairPlan: Sendable {
  /// What is to be done; empty when nothing is wrong, and when nothing can be done.
  public internal(set) var steps: [RepairStep] = []
  /// Why nothing can be done, or nothing without being told more.
  public internal(set) var obstacle: Obstacle?
  /// What is wrong with the ledger; nil when it is no more than a tail or a missing file.
  public internal(set) var damage: LedgerDamage?
  /// What head.json says; nil when it cannot be read.
  public internal(set) var acknowledged: LedgerHead?
  /// What this workstation has seen.
  public internal(set) var sighting: Sighting?
  /// The end of the sound lines that could be put together; what head.json says afterwards.
  public internal(set) var end = LedgerHead.origin
  /// How many bytes are taken away behind that end.
  public internal(set) var tail = 0
  /// Files that are missing here and are put back from the backup.
  public internal(set) var missing: [VillageCopy.Part] = []

  /// The ledger and the head as they lie there.
  let raw: (ledger: [UInt8], head: [UInt8])
  /// The ledger as it is to be, and the hashes of its lines.
  var content: [UInt8] = []
  var chain: [Digest] = []

  public enum Obstacle: Sendable {
    /// A link, a folder or a device lies in a file's place, to be taken away by hand.
    case notAPlainFile(LedgerDamage)
    /// head.json does not tell where the ledger ends.
    case endUnknown
    /// This line, or an earlier one, is nowhere; what followed it cannot be had back.
    case lineMissing(Int)
    /// This workstation has seen another line in this place.
    case otherThanWitnessed(line: Int)
    /// With the sound lines, the village could still not be opened.
    case unreadable(VillageFault)
    /// There is no sound line.
    case nothingLeft
    /// The backup is of another village.
    case otherVillage
  }

  /// The furthest line that was acknowledged or seen and is given up; nil when none is.
  public var givenUp: Event.Repaired.GivenUp? {
    known.filter { !keeps($0) }.max { $0.seq < $1.seq }
  }

  /// The numbers of lines that were acknowledged or seen and are not in the ledger any more.
  var linesNotKept: [Int] { known.filter { !keeps($0) }.map(\.seq) }

  private var known: [Event.Repaired.GivenUp] {
    [
      acknowledged.map { .init(seq: $0.seq, last: $0.last) },
      sighting.map { .init(seq: $0.seq, last: $0.last) },
    ].compactMap { $0 }
  }

  private func keeps(_ line: Event.Repaired.GivenUp) -> Bool {
    chain.indices.contains(line.seq - 1) && chain[line.seq - 1] == line.last
  }

  /// Whether other names lead to the ledger, which a new file ends.
  var hasSeveralNames: Bool {
    if case .ledgerNotPlainFile(let names)? = damage?.kind { names > 1 } else { false }
  }

  /// The sound lines that could be put together; for holding the papers against them.
  public var lines: LedgerLines {
    var scanner = LedgerScanner()
    _ = scanner.scan(content, areAll: true)
    return LedgerLines(bytes: content, ends: scanner.ends)
  }
}
