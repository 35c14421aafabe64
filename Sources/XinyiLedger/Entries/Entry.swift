/// One entry (条目) with what has become of it since it was recorded.
public struct Entry: Equatable, Sendable {
  private let kept: Kept
  /// The ledger line that recorded it.
  public let line: Int
  public let at: Moment
  public let by: Operator
  /// The month in whose review it is decided; moves on when the entry is put off.
  public internal(set) var month: Month
  public internal(set) var state: State
  /// The council's last decision.
  public internal(set) var decision: Event.Decision?
  /// Signed points as the council, or an answer to an objection, fixed them (S2.3).
  public internal(set) var frozen: Points?
  /// The council gave other points than were worked out, in a review or in answer to an objection.
  public internal(set) var isAmended = false
  /// How much of the frozen points a campaign added.
  public internal(set) var bonus: Points = .zero
  /// Members who keep out of the vote for reasons of their own.
  public internal(set) var recused: [PersonNumber] = []
  /// Evidence brought after it was recorded.
  public internal(set) var laterEvidence: [String] = []
  /// The person asked to have it kept from public view.
  public internal(set) var isHidden = false
  /// The packages it went to the town with, in order.
  public internal(set) var packages: [PackageNumber] = []
  /// What the town answered last.
  public internal(set) var platformAnswer: Event.PlatformAnswer?
  /// The day that answer was read in.
  public internal(set) var answeredOn: Day?
  /// The notice the line stands on, once it was posted.
  public internal(set) var notice: NoticeNumber?
  /// The objection that is open against it.
  public internal(set) var openObjection: ObjectionNumber?
  /// The day it took effect (生效).
  public internal(set) var effectiveOn: Day?
  /// What it moved when it took effect.
  public internal(set) var effect: ScoreDelta = .zero

  /// As it was recorded.
  public var recorded: Event.Recorded { kept.recorded }
  public var number: EntryNumber { kept.recorded.entry }

  /// Entries are copied wherever they are looked at; what never changes of one, most of it, stands
  /// once.
  private final class Kept: Equatable, Sendable {
    let recorded: Event.Recorded

    init(_ recorded: Event.Recorded) { self.recorded = recorded }

    static func == (left: Kept, right: Kept) -> Bool {
      left === right || left.recorded == right.recorded
    }
  }

  init(recorded: Event.Recorded, line: Int, at: Moment, by: Operator) {
    self.kept = Kept(recorded)
    self.line = line
    self.at = at
    self.by = by
    self.month = recorded.month
    self.state = .pending
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
struct ItemSubject: Codable, Hashable, Sendable {
  let rule: RuleCode
  let account: Account
}
