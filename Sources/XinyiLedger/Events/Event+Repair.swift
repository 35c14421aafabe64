extension Event {
  /// The ledger's files were mended (修账本). Written as the first line after the mending, so that
  /// everybody who reads the ledger later knows of it.
  public struct Repaired: Codable, Equatable, Sendable {
    public var steps: [RepairStep]
    /// How many lines the ledger has before this one.
    public var records: Int
    /// The files in `quarantine/` that hold what was taken away; may be empty.
    public var kept: [String]
    /// What head.json had acknowledged, where that was given up.
    public var givenUp: GivenUp?
    public var why: String?

    public init(
      steps: [RepairStep], records: Int, kept: [String], givenUp: GivenUp?, why: String?
    ) {
      self.steps = steps
      self.records = records
      self.kept = kept
      self.givenUp = givenUp
      self.why = why
    }

    /// The last line that head.json, or a workstation, knew.
    public struct GivenUp: Codable, Equatable, Sendable {
      public var seq: Int
      public var last: Digest

      public init(seq: Int, last: Digest) {
        self.seq = seq
        self.last = last
      }
    }
  }
}

/// What was done to a ledger's files.
public enum RepairStep: String, WordValue, CaseIterable {
  /// The missing lock file was made anew.
  case lock
  /// Bytes behind the acknowledged end, which nobody was told of, were taken away.
  case tail
  /// All lines were there and sound; the file around them was put right.
  case lines
  /// Lines that were lost or changed came back from a backup.
  case backup
  /// head.json was made to say what the ledger holds.
  case head
  /// Missing files beside the ledger came back from a backup.
  case files
}
