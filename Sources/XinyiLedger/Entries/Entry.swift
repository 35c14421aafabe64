/// One entry (条目) with what has become of it since it was recorded.
///
/// Entries are handed around wherever they are looked at, and are long: each lies in one place, and
/// one that two hold is copied when one of them changes it.
@dynamicMemberLookup
public struct Entry: Equatable, Sendable {
  private var kept: Kept

  /// As it was recorded.
  public var recorded: Event.Recorded { _read { yield kept.recorded } }
  public var number: EntryNumber { kept.recorded.entry }
  /// The ledger line that recorded it.
  public var line: Int { kept.line.sequence }
  public var at: Moment { kept.line.at }
  public var by: Operator { kept.line.by }
  /// What has become of it; its parts are the entry's own: `entry.state`.
  package internal(set) var course: EntryCourse {
    get { kept.course }
    @inline(__always) _modify {
      if !isKnownUniquelyReferenced(&kept) { kept = Kept(line: kept.line, course: kept.course) }
      yield &kept.course
    }
  }

  /// An entry as its line recorded it and as it went on; nil when the line records none.
  package init?(_ line: RecordedEvent, _ course: EntryCourse? = nil) {
    guard case .recorded(let recorded) = line.event else { return nil }
    kept = Kept(line: line, course: course ?? EntryCourse(month: recorded.month))
  }

  public subscript<Part>(dynamicMember part: KeyPath<EntryCourse, Part>) -> Part {
    kept.course[keyPath: part]
  }

  subscript<Part>(dynamicMember part: WritableKeyPath<EntryCourse, Part>) -> Part {
    @inline(__always) get { kept.course[keyPath: part] }
    @inline(__always) _modify { yield &course[keyPath: part] }
  }

  public static func == (left: Entry, right: Entry) -> Bool { left.kept == right.kept }

  /// Unchecked, for the compiler and while it runs: its course changes only while nobody but the
  /// entry that changes it has it. What is looked at most often stands first, where it takes one
  /// look at the memory.
  private final class Kept: Equatable, @unchecked Sendable {
    @exclusivity(unchecked) var course: EntryCourse
    /// One that records an entry.
    let line: RecordedEvent

    init(line: RecordedEvent, course: EntryCourse) {
      self.line = line
      self.course = course
    }

    var recorded: Event.Recorded {
      _read {
        guard case .recorded(let recorded) = line.event else {
          preconditionFailure("only lines that record an entry are kept")
        }
        yield recorded
      }
    }

    static func == (left: Kept, right: Kept) -> Bool {
      left === right || left.line == right.line && left.course == right.course
    }
  }
}

extension Entry {
  /// Where an entry stands on its way through the month (S8.1).
  public enum State: String, WordValue {
    case pending, rejected, deferred, approved, onNotice, objected
    case effective, cancelled, withdrawn
    /// Still effective: in a package, sent back by the town, entered on the platform.
    case sent, returned, entered

    public var isEffective: Bool {
      switch self {
      case .effective, .sent, .returned, .entered: true
      case .pending, .rejected, .deferred, .approved, .onNotice, .objected, .cancelled,
        .withdrawn:
        false
      }
    }

    /// Every state of an entry that counts.
    static let effectiveOnes = allCases.filter(\.isEffective)

    /// Not withdrawn, rejected or cancelled: what fills caps and counts as a case of its day.
    public var isLive: Bool {
      switch self {
      case .rejected, .cancelled, .withdrawn: false
      case .pending, .deferred, .approved, .onNotice, .objected, .effective, .sent, .returned,
        .entered:
        true
      }
    }

    /// The council still has to decide.
    public var isUndecided: Bool { self == .pending || self == .deferred }
  }
}

/// Whose account an entry or a basket moves.
public enum Account: Hashable, Comparable, Sendable {
  case person(PersonNumber)
  case household(HouseholdNumber)

  public static func < (left: Account, right: Account) -> Bool {
    switch (left, right) {
    case (.person(let one), .person(let other)): one < other
    case (.household(let one), .household(let other)): one < other
    case (.person, .household): true
    case (.household, .person): false
    }
  }
}

/// For whom the cases, caps and repeats of one item are counted together (S4.5).
struct ItemSubject: Hashable, Sendable {
  let rule: RuleCode
  let account: Account
}
