/// One month on its way from the first record to its effect (账期).
public struct ReviewMonth: Codable, Equatable, Sendable {
  public let month: Month
  public internal(set) var state: State = .open
  /// The meeting, once it was opened.
  public internal(set) var meeting: Meeting?
  /// The entries that the meeting left for a later month.
  public internal(set) var putOff: [EntryNumber] = []
  /// How the meeting decided on those of them that it deferred; a later meeting decides anew.
  public internal(set) var deferrals: [Event.Decision] = []
  /// The month's notice and its supplements.
  public internal(set) var notices: [NoticeNumber] = []

  init(month: Month) { self.month = month }

  public enum State: String, WordValue, Comparable {
    case open, inReview, closed, onNotice, confirmed

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    public static func < (left: State, right: State) -> Bool { left.rank < right.rank }
  }

  public struct Meeting: Codable, Equatable, Sendable {
    public let openedOn: Day
    public let openedAt: Moment
    /// nil while the meeting goes on.
    public internal(set) var closedAt: Moment?
    /// The ledger lines of its opening and of its end.
    public let firstLine: Int
    public internal(set) var lastLine: Int?
    public let present: [PersonNumber]
    public let chair: PersonNumber
    /// Everybody who was a member on the day of the meeting.
    public let members: [PersonNumber]
  }
}

/// A posted notice (公示).
public struct Notice: Codable, Equatable, Sendable {
  public let number: NoticeNumber
  public let month: Month
  /// The day of posting, not counted.
  public let from: Day
  /// The last day for objections.
  public let to: Day
  public internal(set) var lines: [Event.NoticeLine]
  /// SHA-256 of the salt and the posted body.
  public let body: Digest
  /// The ledger line that posted it, its last one when the lines needed several; the 账本校验码
  /// on the paper covers the ledger up to here.
  public internal(set) var sequence: Int
  public internal(set) var isConfirmed = false
  /// Taken down before anything of it counted, with the reason and the day.
  public internal(set) var voided: Event.NoticeVoided?
  public internal(set) var voidedOn: Day?
  /// The clerical reversals, with what followed from them, that had taken effect since the notice
  /// before: they stand on it as information (S2.4).
  public internal(set) var informed: [EntryNumber] = []
  /// Not the month's notice but a short one for lines corrected after it.
  public let isSupplement: Bool

  public var isVoid: Bool { voided != nil }

  /// Lines of it still wait for the confirm.
  public var isHanging: Bool { !isConfirmed && !isVoid }
}

/// An objection (异议) and how it ended.
public struct Objection: Codable, Equatable, Sendable {
  public let filed: Event.ObjectionFiled
  public internal(set) var resolved: Event.ObjectionResolved?
  public internal(set) var resolvedOn: Day?

  public var isOpen: Bool { resolved == nil }
}
