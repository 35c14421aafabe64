public import XinyiLedger

/// The minutes of one meeting of the council (会议记录): a file copy, signed and never posted, so
/// it names people in full.
public struct MinutesPaper: Sendable, Equatable {
  public var village: PaperVillage
  /// The month whose lines were reviewed.
  public var month: Month
  /// Which meeting of its year it was, from 1.
  public var number: Int
  public var openedAt: Moment
  /// nil while the meeting goes on.
  public var closedAt: Moment?
  public var attendance: MinutesAttendance
  /// What the meeting was told of the last one, a sentence each.
  public var reports: [String]
  public var lines: [MinutesLine]
  /// The month's own notice, once it is posted.
  public var posting: MinutesPosting?
  /// The ledger lines of the meeting; nil while it goes on.
  public var ledgerLines: ClosedRange<Int>?

  public init(
    village: PaperVillage, month: Month, number: Int, openedAt: Moment, closedAt: Moment?,
    attendance: MinutesAttendance, reports: [String], lines: [MinutesLine],
    posting: MinutesPosting?, ledgerLines: ClosedRange<Int>?
  ) {
    self.village = village
    self.month = month
    self.number = number
    self.openedAt = openedAt
    self.closedAt = closedAt
    self.attendance = attendance
    self.reports = reports
    self.lines = lines
    self.posting = posting
    self.ledgerLines = ledgerLines
  }
}

/// Who was there, by name.
public struct MinutesAttendance: Sendable, Equatable {
  public var chair: String
  public var chairIsConvener: Bool
  public var present: [String]
  public var absent: [String]
  public var quorum: Int
  /// Those who may attend without a vote.
  public var secretary: [String]
  public var supervisors: [String]

  public init(
    chair: String, chairIsConvener: Bool, present: [String], absent: [String], quorum: Int,
    secretary: [String], supervisors: [String]
  ) {
    self.chair = chair
    self.chairIsConvener = chairIsConvener
    self.present = present
    self.absent = absent
    self.quorum = quorum
    self.secretary = secretary
    self.supervisors = supervisors
  }
}

/// One line of the agenda, with what the meeting made of it.
public struct MinutesLine: Sendable, Equatable {
  public var entry: EntryNumber
  /// nil where no name may stand (S7.3).
  public var name: String?
  /// Code and title, or what may stand in their place.
  public var deed: String
  /// Signed; as it came to the meeting.
  public var asked: Points
  public var outcome: Outcome
  public var votes: Votes?
  public var recused: [Recusal]
  public var why: String?
  /// The minute of a case decided on its own (一事一议).
  public var minute: String?
  /// One of the plus lines without doubt, which were read out and carried together.
  public var isTogether: Bool

  /// Points are signed.
  public enum Outcome: Sendable, Equatable {
    case passed(Points)
    case amended(Points)
    case rejected
    case deferred
    /// Put off because so many members may not vote on it that too few are left.
    case withoutQuorum(voters: Int)
    case undecided
  }

  public struct Recusal: Sendable, Equatable {
    public var name: String
    public var reason: String

    public init(name: String, reason: String) {
      self.name = name
      self.reason = reason
    }
  }

  public init(
    entry: EntryNumber, name: String?, deed: String, asked: Points, outcome: Outcome,
    votes: Votes?, recused: [Recusal], why: String?, minute: String?, isTogether: Bool
  ) {
    self.entry = entry
    self.name = name
    self.deed = deed
    self.asked = asked
    self.outcome = outcome
    self.votes = votes
    self.recused = recused
    self.why = why
    self.minute = minute
    self.isTogether = isTogether
  }
}

/// Where and how long the result is posted.
public struct MinutesPosting: Sendable, Equatable {
  public var notice: NoticeNumber
  public var from: Day
  public var to: Day

  public init(notice: NoticeNumber, from: Day, to: Day) {
    self.notice = notice
    self.from = from
    self.to = to
  }
}

extension MinutesLine {
  /// Signed; nil where nothing was fixed.
  public var points: Points? {
    switch outcome {
    case .passed(let points), .amended(let points): points
    case .rejected: .zero
    case .deferred, .withoutQuorum, .undecided: nil
    }
  }

  var isCarried: Bool {
    switch outcome {
    case .passed, .amended: true
    case .rejected, .deferred, .withoutQuorum, .undecided: false
    }
  }

  /// Put off to a later meeting, or left there.
  var isLeft: Bool {
    switch outcome {
    case .deferred, .withoutQuorum, .undecided: true
    case .passed, .amended, .rejected: false
    }
  }
}

extension MinutesPaper {
  var together: [MinutesLine] { lines.filter(\.isTogether) }
  /// Lines with a vote of their own, special ones aside.
  var single: [MinutesLine] { lines.filter { !$0.isTogether && $0.minute == nil } }
  var special: [MinutesLine] { lines.filter { $0.minute != nil } }
}
