extension Event {
  /// A meeting that was closed too early goes on (复会), while nothing of it is posted.
  public struct ReviewReopened: Codable, Equatable, Sendable {
    public var month: Month
    public var why: String
  }

  /// A member keeps out of the vote on some entries for a reason that the roster does not hold
  /// (回避).
  public struct Recused: Codable, Equatable, Sendable {
    public var person: PersonNumber
    public var entries: [EntryNumber]
    /// False takes the recusal back; absent is true.
    public var given: Bool?
  }

  /// A notice was taken down before anything of it counted (作废); its lines are to be posted anew.
  public struct NoticeVoided: Codable, Equatable, Sendable {
    public var notice: NoticeNumber
    public var why: String
  }

  /// Evidence that was brought later (补证).
  public struct EvidenceAdded: Codable, Equatable, Sendable {
    public var entry: EntryNumber
    public var evidence: [String]
  }

  /// A person's own plus entries, kept from public view at the person's wish, or shown again.
  public struct EntriesHidden: Codable, Equatable, Sendable {
    public var entries: [EntryNumber]
    public var hidden: Bool
    public var why: String

    public init(entries: [EntryNumber], hidden: Bool, why: String) {
      self.entries = entries
      self.hidden = hidden
      self.why = why
    }
  }

  /// What the town and the platform said to a package (回执).
  public struct PlatformAnswered: Codable, Equatable, Sendable {
    public var package: PackageNumber
    public var entries: [PlatformAnswer]
    public var part: Int?
    public var parts: Int?

    package init(
      package: PackageNumber, entries: [PlatformAnswer], part: Int? = nil, parts: Int? = nil
    ) {
      self.package = package
      self.entries = entries
      self.part = part
      self.parts = parts
    }
  }

  public struct PlatformAnswer: Codable, Equatable, Sendable {
    public var entry: EntryNumber
    public var outcome: PlatformOutcome
    /// The number on the platform, for an entry that was taken.
    public var number: String?
    /// Why an entry was sent back.
    public var why: String?

    public init(entry: EntryNumber, outcome: PlatformOutcome, number: String?, why: String?) {
      self.entry = entry
      self.outcome = outcome
      self.number = number
      self.why = why
    }
  }

  /// Somebody was told in writing to put a breach right by a day (失信提示书).
  public struct ReminderIssued: Codable, Equatable, Sendable {
    public var reminder: ReminderNumber
    /// For a household item the head.
    public var person: PersonNumber
    public var rule: RuleCode
    /// The last day for putting it right.
    public var due: Day

    package init(reminder: ReminderNumber, person: PersonNumber, rule: RuleCode, due: Day) {
      self.reminder = reminder
      self.person = person
      self.rule = rule
      self.due = due
    }
  }

  public struct ReminderClosed: Codable, Equatable, Sendable {
    public var reminder: ReminderNumber
    public var outcome: ReminderOutcome

    package init(reminder: ReminderNumber, outcome: ReminderOutcome) {
      self.reminder = reminder
      self.outcome = outcome
    }
  }

  /// A campaign (信义+活动) as the village set it up; said again under the same code it replaces
  /// what was said before.
  public struct CampaignSet: Codable, Equatable, Sendable {
    public var campaign: CampaignCode
    public var title: String
    public var from: Day
    /// The last day that counts.
    public var to: Day
    /// The items that count; empty for all plus items.
    public var rules: [RuleCode]
    /// Extra points of each line, behind the cap.
    public var bonus: Points?
    /// What a line counts in hundredths of its points, more than 100.
    public var percent: Int?
    /// At most so many points in all, bonus included.
    public var budget: Points?
    /// Only for people of these groups; empty for everybody.
    public var groups: [String]
    /// What the campaign is called on the notice.
    public var heading: String?

    public init(
      campaign: CampaignCode, title: String, from: Day, to: Day, rules: [RuleCode],
      bonus: Points?, percent: Int?, budget: Points?, groups: [String], heading: String?
    ) {
      self.campaign = campaign
      self.title = title
      self.from = from
      self.to = to
      self.rules = rules
      self.bonus = bonus
      self.percent = percent
      self.budget = budget
      self.groups = groups
      self.heading = heading
    }
  }
}

/// How the town answered for an entry.
public enum PlatformOutcome: String, WordValue {
  /// Taken, with its number where one was given.
  case entered
  case returned
}

/// How a reminder ended.
public enum ReminderOutcome: String, WordValue {
  /// Put right in time: no points.
  case putRight
  /// The breach was recorded after the term.
  case recorded
  /// Issued by mistake.
  case cancelled
}

/// The number of a reminder (提示书号): `T-2026-10-01`, by the month it was issued in.
public struct ReminderNumber: MonthlyNumber {
  public static let prefix = "T-"
  public static let width = 2
  public static let expectation = "提示书号，写成 T-2026-10-01"

  public let month: Month
  public let serial: Int

  public init(month: Month, serial: Int) {
    self.month = month
    self.serial = serial
  }
}
