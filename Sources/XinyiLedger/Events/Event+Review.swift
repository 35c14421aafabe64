extension Event {
  public struct ReviewOpened: Codable, Equatable, Sendable {
    public var month: Month
    public var present: [PersonNumber]
    public var chair: PersonNumber

    public init(month: Month, present: [PersonNumber], chair: PersonNumber) {
      self.month = month
      self.present = present
      self.chair = chair
    }
  }

  public struct Decided: Codable, Equatable, Sendable {
    public var entries: [Decision]
    public var part: Int?
    public var parts: Int?

    package init(entries: [Decision], part: Int? = nil, parts: Int? = nil) {
      self.entries = entries
      self.part = part
      self.parts = parts
    }
  }

  /// What the council decided on one entry, with the votes.
  public struct Decision: Codable, Equatable, Sendable {
    public var entry: EntryNumber
    public var outcome: DecisionOutcome
    /// Signed; what the line is worth from now on. Zero when it was rejected.
    public var points: Points
    public var `for`: Int
    public var against: Int
    public var abstain: Int
    public var recused: [PersonNumber]
    public var why: String?
    public var minute: String?
    /// How much of `points` a campaign adds behind the cap, which it does not use.
    public var bonus: Points?

    package init(
      entry: EntryNumber, outcome: DecisionOutcome, points: Points, `for`: Int, against: Int,
      abstain: Int, recused: [PersonNumber], why: String? = nil, minute: String? = nil,
      bonus: Points? = nil
    ) {
      self.entry = entry
      self.outcome = outcome
      self.points = points
      self.for = `for`
      self.against = against
      self.abstain = abstain
      self.recused = recused
      self.why = why
      self.minute = minute
      self.bonus = bonus
    }
  }

  public struct ReviewClosed: Codable, Equatable, Sendable {
    public var month: Month
    /// Entries that wait for the next review, deferred ones among them.
    public var undecided: [EntryNumber]
    public var part: Int?
    public var parts: Int?

    package init(month: Month, undecided: [EntryNumber], part: Int? = nil, parts: Int? = nil) {
      self.month = month
      self.undecided = undecided
      self.part = part
      self.parts = parts
    }
  }

  public struct NoticePublished: Codable, Equatable, Sendable {
    public var notice: NoticeNumber
    public var month: Month
    /// The day of posting, not counted; the last day for objections is `to`.
    public var from: Day
    public var to: Day
    public var lines: [NoticeLine]
    /// SHA-256 of the salt and the posted body.
    public var body: Digest
    public var part: Int?
    public var parts: Int?

    package init(
      notice: NoticeNumber, month: Month, from: Day, to: Day, lines: [NoticeLine], body: Digest,
      part: Int? = nil, parts: Int? = nil
    ) {
      self.notice = notice
      self.month = month
      self.from = from
      self.to = to
      self.lines = lines
      self.body = body
      self.part = part
      self.parts = parts
    }
  }

  public struct NoticeLine: Codable, Equatable, Sendable {
    public var entry: EntryNumber
    public var points: Points

    public init(entry: EntryNumber, points: Points) {
      self.entry = entry
      self.points = points
    }
  }

  public struct ObjectionFiled: Codable, Equatable, Sendable {
    public var objection: ObjectionNumber
    public var entry: EntryNumber
    public var by: PersonNumber?
    public var on: Day
    /// The last day for the written answer.
    public var due: Day
    public var why: String

    package init(
      objection: ObjectionNumber, entry: EntryNumber, by: PersonNumber? = nil, on: Day, due: Day,
      why: String
    ) {
      self.objection = objection
      self.entry = entry
      self.by = by
      self.on = on
      self.due = due
      self.why = why
    }
  }

  public struct ObjectionResolved: Codable, Equatable, Sendable {
    public var objection: ObjectionNumber
    public var outcome: ObjectionOutcome
    /// Signed; present when the line was amended.
    public var points: Points?
    public var why: String
    public var meeting: Month?
    public var `for`: Int?
    public var against: Int?
    public var abstain: Int?
    public var document: String?

    package init(
      objection: ObjectionNumber, outcome: ObjectionOutcome, points: Points? = nil, why: String,
      meeting: Month? = nil, `for`: Int? = nil, against: Int? = nil, abstain: Int? = nil,
      document: String? = nil
    ) {
      self.objection = objection
      self.outcome = outcome
      self.points = points
      self.why = why
      self.meeting = meeting
      self.for = `for`
      self.against = against
      self.abstain = abstain
      self.document = document
    }
  }

  public struct Confirmed: Codable, Equatable, Sendable {
    public var month: Month
    public var notice: NoticeNumber
    public var lines: [ConfirmedLine]
    public var part: Int?
    public var parts: Int?

    package init(
      month: Month, notice: NoticeNumber, lines: [ConfirmedLine], part: Int? = nil,
      parts: Int? = nil
    ) {
      self.month = month
      self.notice = notice
      self.lines = lines
      self.part = part
      self.parts = parts
    }
  }

  /// What one entry moves from the day it takes effect; signed.
  public struct ConfirmedLine: Codable, Equatable, Sendable {
    public var entry: EntryNumber
    public var rating: Points
    public var spendable: Points

    package init(entry: EntryNumber, rating: Points, spendable: Points) {
      self.entry = entry
      self.rating = rating
      self.spendable = spendable
    }
  }

  public struct PlatformExported: Codable, Equatable, Sendable {
    public var package: PackageNumber
    public var entries: [EntryNumber]
    public var part: Int?
    public var parts: Int?

    package init(
      package: PackageNumber, entries: [EntryNumber], part: Int? = nil, parts: Int? = nil
    ) {
      self.package = package
      self.entries = entries
      self.part = part
      self.parts = parts
    }
  }
}

/// How the council decided on an entry (评审结果). `undone` puts it back among the undecided.
public enum DecisionOutcome: String, WordValue {
  case approved, amended, rejected, deferred, undone
}

/// How an objection ended (异议结果).
public enum ObjectionOutcome: String, WordValue {
  case dismissed, amended, cancelled, withdrawn
}
