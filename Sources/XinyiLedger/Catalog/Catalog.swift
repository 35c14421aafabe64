/// One version of the village's list of scored items (细则): what earns and what costs points.
///
/// A version never changes once it is adopted; the ledger holds the SHA-256 of its file. An entry
/// freezes the code, title and points it needs, so that a later version never changes the past.
public struct Catalog: Codable, Equatable, Sendable {
  /// The layout of the file; 1 is the only one so far.
  public var format: Int
  /// 1 for `catalog.json`, n for `catalog-n.json`.
  public var version: Int
  public var title: String
  public var note: String
  /// The items of a default catalog whose titles stand in a published report.
  public var fromReport: [RuleCode]
  /// How many items add points; a file whose items differ from it is refused.
  public var plus: Int
  /// How many items cost points.
  public var minus: Int
  public var items: [Item]

  package init(
    format: Int, version: Int, title: String, note: String, fromReport: [RuleCode], plus: Int,
    minus: Int, items: [Item]
  ) {
    self.format = format
    self.version = version
    self.title = title
    self.note = note
    self.fromReport = fromReport
    self.plus = plus
    self.minus = minus
    self.items = items
  }

  /// The item of a code, or nil.
  public subscript(code: RuleCode) -> Item? { items.first { $0.code == code } }

  /// The codes of the items that concern households.
  var householdItems: Set<RuleCode> {
    Set(items.lazy.filter { $0.subject == .household }.map(\.code))
  }

  /// The items of one sign, in the order of the list.
  public func items(of sign: Sign) -> [Item] { items.filter { $0.sign == sign } }
}

/// Whether an item adds points (加分) or costs points (扣分).
public enum Sign: String, WordValue {
  case plus, minus
}

extension Catalog {
  /// One scored item (细则项).
  public struct Item: Codable, Equatable, Sendable {
    public var code: RuleCode
    public var sign: Sign
    /// 大义, 公义, 道义, 公益 for plus items; a field such as 人居环境 for minus items.
    public var group: String
    public var title: String
    public var amount: Amount
    /// What is counted, in words: 次, 户, 班(满4小时).
    public var unit: String
    public var limit: Limit?
    public var subject: Subject
    /// Which proof is expected, in words.
    public var evidence: String
    public var level: ReviewLevel
    public var platform: PlatformRule
    /// True where nothing of this item may ever leave the village, whatever `platform` says.
    public var neverSend: Bool?
    /// Days to put a breach right after a reminder, before points fall.
    public var remindDays: Int?
    public var mask: Mask
    /// True where the points count also for somebody who is away, such as a soldier's honours.
    public var whileAway: Bool?
    public var account: AccountEffect
    /// Where the wording comes from: S report, W Wendeng, L local bylaw, O other villages, K own.
    public var sources: [String]
    /// Items of which one deed earns only the highest.
    public var rivals: [RuleCode]

    public init(
      code: RuleCode, sign: Sign, group: String, title: String, amount: Amount, unit: String,
      limit: Limit?, subject: Subject, evidence: String, level: ReviewLevel,
      platform: PlatformRule, neverSend: Bool?, remindDays: Int?, mask: Mask, whileAway: Bool?,
      account: AccountEffect, sources: [String], rivals: [RuleCode]
    ) {
      self.code = code
      self.sign = sign
      self.group = group
      self.title = title
      self.amount = amount
      self.unit = unit
      self.limit = limit
      self.subject = subject
      self.evidence = evidence
      self.level = level
      self.platform = platform
      self.neverSend = neverSend
      self.remindDays = remindDays
      self.mask = mask
      self.whileAway = whileAway
      self.account = account
      self.sources = sources
      self.rivals = rivals
    }
  }

  /// Whom an item concerns: the person, or the household through its head on the event's day.
  public enum Subject: String, WordValue {
    case person, household
  }

  /// V: the village decides; T: the town re-checks too.
  public enum ReviewLevel: String, WordValue {
    case village = "V"
    case town = "T"
  }

  /// N never leaves the village; C with the person's consent; D with a formal document.
  public enum PlatformRule: String, WordValue {
    case never = "N"
    case consent = "C"
    case document = "D"
  }

  /// How much of an entry the public notice shows. In the file: 0, 1 or 2.
  public enum Mask: Int, Codable, Sendable {
    case shown = 0
    case generalWording = 1
    case noName = 2
  }
}
