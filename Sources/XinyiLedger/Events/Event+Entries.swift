extension Event {
  /// An entry as it was recorded (记分), before anybody decided on it.
  public struct Recorded: Codable, Equatable, Sendable {
    public var entry: EntryNumber
    public var batch: BatchNumber
    /// Whose entry it is; for a household item the head on the event's day.
    public var person: PersonNumber
    public var household: HouseholdNumber
    public var rule: RuleCode
    /// The catalog version in force on `on`.
    public var catalog: Int
    public var title: String
    /// The day it happened.
    public var on: Day
    /// The month in whose review it is to be decided (账期).
    public var month: Month
    public var quantity: Quantity?
    public var level: String?
    /// The value of the set that was proposed, as a magnitude.
    public var choice: Points?
    public var deed: DeedNumber?
    public var campaign: CampaignCode?
    public var document: String?
    public var evidence: [String]
    public var note: String?
    public var why: String?
    public var collector: PersonNumber?
    public var source: EntrySource
    /// Signed: what this line gives by rule and quantity, before doubling and caps.
    public var asked: Points
    public var flags: [EntryFlag]
    public var reverses: EntryNumber?
    public var adjusts: EntryNumber?
    public var corrects: EntryNumber?
    public var redresses: EntryNumber?
    /// The second operator of a clerical reversal (笔误), which takes effect in the same write.
    public var second: Operator?

    package init(
      entry: EntryNumber, batch: BatchNumber, person: PersonNumber, household: HouseholdNumber,
      rule: RuleCode, catalog: Int, title: String, on: Day, month: Month, quantity: Quantity? = nil,
      level: String? = nil, choice: Points? = nil, deed: DeedNumber? = nil,
      campaign: CampaignCode? = nil, document: String? = nil, evidence: [String],
      note: String? = nil, why: String? = nil, collector: PersonNumber? = nil, source: EntrySource,
      asked: Points, flags: [EntryFlag], reverses: EntryNumber? = nil, adjusts: EntryNumber? = nil,
      corrects: EntryNumber? = nil, redresses: EntryNumber? = nil, second: Operator? = nil
    ) {
      self.entry = entry
      self.batch = batch
      self.person = person
      self.household = household
      self.rule = rule
      self.catalog = catalog
      self.title = title
      self.on = on
      self.month = month
      self.quantity = quantity
      self.level = level
      self.choice = choice
      self.deed = deed
      self.campaign = campaign
      self.document = document
      self.evidence = evidence
      self.note = note
      self.why = why
      self.collector = collector
      self.source = source
      self.asked = asked
      self.flags = flags
      self.reverses = reverses
      self.adjusts = adjusts
      self.corrects = corrects
      self.redresses = redresses
      self.second = second
    }
  }

  public struct Withdrawn: Codable, Equatable, Sendable {
    public var entries: [EntryNumber]
    public var why: String
    public var part: Int?
    public var parts: Int?

    package init(entries: [EntryNumber], why: String, part: Int? = nil, parts: Int? = nil) {
      self.entries = entries
      self.why = why
      self.part = part
      self.parts = parts
    }
  }
}

/// Where the information came from (信息来源).
public enum EntrySource: String, WordValue {
  case own = "self"
  case collector, town, outside
}

/// What the council should look at twice. `late`, `noEvidence` and `notReminded` are frozen when
/// the entry is recorded; the others are derived at every replay (S8.1).
public enum EntryFlag: String, WordValue {
  case late, capped, doubled, sameDay, noEvidence, related, maybeOneDeed, notReminded, special
}

/// The code of a campaign (活动).
public struct CampaignCode: AsciiCode {
  public let text: String
  public init(unchecked text: String) { self.text = text }
  public static let noun = "活动代号"
}

extension Event.Recorded {
  /// A case of its own: no reversal, no adjustment, and nothing given back.
  public var isOriginal: Bool { reverses == nil && adjusts == nil && redresses == nil }

  /// The entry that this one takes back, adjusts, puts in the place of, or gives back.
  public var reference: EntryNumber? { reverses ?? adjusts ?? corrects ?? redresses }
}
