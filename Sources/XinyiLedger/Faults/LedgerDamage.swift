/// Why the ledger's files cannot be trusted from one line on (`docs/formats.md`, the ledger).
///
/// Facts only. Each kind has a code that never changes its meaning; the words are made elsewhere.
public struct LedgerDamage: Error, Hashable, Sendable {
  /// The file that the damage was seen in.
  public enum File: String, Hashable, Sendable, CaseIterable {
    case ledger = "ledger.jsonl"
    case head = "head.json"
    case lock
  }

  public enum Kind: Hashable, Sendable {
    /// There is no head.json.
    case headMissing
    /// head.json is not, byte for byte, what this program writes.
    case headMalformed
    /// head.json is a link, a folder, a pipe or a device.
    case headNotPlainFile
    /// There is no ledger.jsonl.
    case ledgerMissing
    /// ledger.jsonl is a link, a folder, a pipe or a device (1), or a file that has several names.
    case ledgerNotPlainFile(names: Int)
    /// Sizes in bytes.
    case ledgerTooLarge(size: Int, limit: Int)
    /// There is no lock file, so that two could write at once.
    case lockMissing
    /// The lock file is a link, a folder, a pipe or a device.
    case lockNotPlainFile
    /// The ledger ends before the place up to which head.json has acknowledged it: an older copy
    /// was put back, or its end was cut off. Sizes in bytes.
    case rolledBack(size: Int, acknowledged: Int)
    /// Longer than the limit, in bytes with the line end.
    case lineTooLong(limit: Int)
    /// The acknowledged bytes end in the middle of a line.
    case lineWithoutEnd
    /// The line does not end in `,"hash":"…"}` with 64 hexadecimal digits.
    case hashMissing
    /// The content of the line is not what its hash was made of.
    case hashWrong(written: Digest, computed: Digest)
    /// The line does not begin `{"seq":…,"prev":"…",`.
    case beginningMalformed
    /// A line is missing, doubled or in the wrong place.
    case sequenceWrong(expected: Int, found: Int)
    /// The line names another predecessor than the line before it.
    case chainBroken(expected: Digest, found: Digest)
    /// head.json counts other lines than there are.
    case countWrong(head: Int, ledger: Int)
    /// head.json ends on another line than the ledger.
    case lastHashWrong(head: Digest, ledger: Digest)
    /// This workstation has seen more lines of this ledger: an older copy of the folder, or of
    /// ledger and head together, was put back.
    case behindWitness(seen: Int, ledger: Int)
    /// This workstation has seen another line in this place: the ledger was made anew from an
    /// older copy.
    case otherThanWitnessed(line: Int)
  }

  /// Counted from 1; nil where the whole file is meant. All lines before it are sound.
  public let line: Int?
  public let kind: Kind

  public init(line: Int?, kind: Kind) {
    self.line = line
    self.kind = kind
  }
}

extension LedgerDamage {
  /// `V1` and two digits.
  public var code: String {
    switch kind {
    case .headMissing: "V101"
    case .headMalformed: "V102"
    case .headNotPlainFile: "V103"
    case .ledgerMissing: "V104"
    case .ledgerNotPlainFile: "V105"
    case .ledgerTooLarge: "V106"
    case .lockMissing: "V107"
    case .lockNotPlainFile: "V108"
    case .rolledBack: "V110"
    case .lineTooLong: "V111"
    case .lineWithoutEnd: "V112"
    case .hashMissing: "V113"
    case .hashWrong: "V114"
    case .beginningMalformed: "V115"
    case .sequenceWrong: "V116"
    case .chainBroken: "V117"
    case .countWrong: "V118"
    case .lastHashWrong: "V119"
    case .behindWitness: "V120"
    case .otherThanWitnessed: "V121"
    }
  }

  public var file: File {
    switch kind {
    case .headMissing, .headMalformed, .headNotPlainFile: .head
    case .lockMissing, .lockNotPlainFile: .lock
    case .ledgerMissing, .ledgerNotPlainFile, .ledgerTooLarge, .rolledBack, .lineTooLong,
      .lineWithoutEnd, .hashMissing, .hashWrong, .beginningMalformed, .sequenceWrong,
      .chainBroken, .countWrong, .lastHashWrong, .behindWitness, .otherThanWitnessed:
      .ledger
    }
  }

  /// The ledger is older than what was already acknowledged (exit 4 instead of 3).
  public var isRollback: Bool {
    switch kind {
    case .rolledBack, .behindWitness, .otherThanWitnessed: true
    case .headMissing, .headMalformed, .headNotPlainFile, .ledgerMissing, .ledgerNotPlainFile,
      .ledgerTooLarge, .lockMissing, .lockNotPlainFile, .lineTooLong, .lineWithoutEnd,
      .hashMissing, .hashWrong, .beginningMalformed, .sequenceWrong, .chainBroken, .countWrong,
      .lastHashWrong:
      false
    }
  }
}
