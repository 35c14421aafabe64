/// What a clerk asks to be recorded: one item for one or many people (记分).
public struct RecordRequest: Equatable, Sendable {
  public var rule: RuleCode
  public var recipients: [Recipient]
  public var on: Day
  public var quantity: Quantity?
  public var level: String?
  /// A magnitude.
  public var points: Points?
  public var deed: DeedNumber?
  public var campaign: CampaignCode?
  public var document: String?
  public var evidence: [String]
  public var collector: PersonNumber?
  public var source: EntrySource
  public var note: String?
  public var why: String?
  /// The entry that the new one stands in the place of.
  public var corrects: EntryNumber?

  /// A person, or a household for items that concern households.
  public enum Recipient: Equatable, Sendable {
    case person(PersonNumber)
    case household(HouseholdNumber)
  }

  public init(
    rule: RuleCode, recipients: [Recipient], on: Day, quantity: Quantity? = nil,
    level: String? = nil, points: Points? = nil, deed: DeedNumber? = nil,
    campaign: CampaignCode? = nil, document: String? = nil, evidence: [String] = [],
    collector: PersonNumber? = nil, source: EntrySource = .collector, note: String? = nil,
    why: String? = nil
  ) {
    self.rule = rule
    self.recipients = recipients
    self.on = on
    self.quantity = quantity
    self.level = level
    self.points = points
    self.deed = deed
    self.campaign = campaign
    self.document = document
    self.evidence = evidence
    self.collector = collector
    self.source = source
    self.note = note
    self.why = why
  }
}

/// A word that an item needs, cannot use or does not know (exit status 2).
public enum RecordValueFault: Error, Equatable, Sendable {
  case quantityMissing(RuleCode, measure: String)
  case quantityNotTaken(RuleCode)
  case levelMissing(RuleCode, [Catalog.Level])
  case levelUnknown(RuleCode, given: String, [Catalog.Level])
  case levelNotTaken(RuleCode)
  case pointsMissing(RuleCode, [Points])
  case householdForPersonItem(RuleCode, HouseholdNumber)
}
