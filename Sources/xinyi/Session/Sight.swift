import XinyiFiles
import XinyiLedger

extension Surroundings {
  /// Where this workstation keeps what it has seen: `$XDG_STATE_HOME/xinyi`, else
  /// `~/.local/state/xinyi`; nil when it has no such place.
  var witness: Witness? {
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.local/state" : nil }
    guard let folder = state ?? home else { return nil }
    return Witness(folder: folder + "/xinyi", files: files)
  }
}

/// What this workstation has seen of one village, while a command works on it.
///
/// A witness that cannot be read or written never stops a command: it is told, and that is all.
struct Sight {
  /// What was seen before this command.
  private(set) var sighting: Sighting?
  private(set) var warnings: [String] = []
  private let witness: Witness?
  private var ledger: LedgerIdentity?

  init(of snapshot: VillageSnapshot, in folder: VillageFolder, by witness: Witness?) {
    self.witness = witness
    guard let witness else { return }
    do throws(SystemFailure) {
      ledger = try folder.identity(of: snapshot.ledger.opened)
      if let ledger { sighting = try witness.sighting(of: ledger) }
      if try folder.isBackup() {
        // It may well end before what was seen, and it is not what goes on.
        ledger = nil
        if let seen = sighting?.seq, seen > snapshot.lines.count { sighting = nil }
      }
    } catch {
      ledger = nil
      warnings = [Self.warning(error)]
    }
  }

  /// Whether what was seen before is a line that is here, the very same; true when nothing was.
  func fits(_ snapshot: VillageSnapshot) -> Bool {
    sighting.map { snapshot.lines.hash(of: $0.seq) == $0.last } ?? true
  }

  /// Notes how far the ledger goes, on a day of the village.
  mutating func note(
    _ occasion: Sighting.Occasion, seq: Int, last: Digest, on day: Day
  ) {
    guard let witness, let ledger else { return }
    do throws(SystemFailure) {
      if try !witness.note(occasion, of: ledger, seq: seq, last: last, on: day) {
        warnings.append(Self.startedAnew)
      }
    } catch {
      warnings.append(Self.warning(error))
    }
  }

  /// What `--today` of a practice village, or the clock, has as days since the last backup; nil
  /// while there is nothing to remind of.
  func daysWithoutBackup(_ snapshot: VillageSnapshot, today: Day) -> (days: Int, last: Day?)? {
    guard let sighting, snapshot.lines.count > sighting.backup?.seq ?? 0 else { return nil }
    let days = today - (sighting.backup?.on ?? sighting.since)
    return days > 7 ? (days, sighting.backup?.on) : nil
  }

  private static let startedAnew =
    "注意：这台电脑的见证文件读不懂，留作 witness.json.bad，从现在起重新记；以前见过哪一行，这次看不出。"

  private static func warning(_ failure: SystemFailure) -> String {
    "注意：这台电脑的见证文件用不了（\(failure.sentence)），旧账本被放回来时就看不出；账本本身不受影响。"
  }
}
