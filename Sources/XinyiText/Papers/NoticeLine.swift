public import XinyiLedger

/// What a line may show (S7.3), from the item's `mask` 0, 1, 2.
public enum NoticeMasking: Sendable, Equatable {
  case shown
  /// Code and deed stay away: 涉及个人隐私，不列具体内容.
  case generalWording
  /// Name, group and date stay away too: 依规不公开，由监督委员会核对.
  case noName
  /// The same at the person's own wish, for a plus line: 本人要求不公开.
  case ownWish

  /// What stands in place of the deed; nil where the deed itself may stand.
  public var wording: String? {
    switch self {
    case .shown: nil
    case .generalWording: "涉及个人隐私，不列具体内容"
    case .noName: "依规不公开，由监督委员会核对"
    case .ownWish: "本人要求不公开"
    }
  }

  /// Whether name, group and date may stand.
  public var isNamed: Bool {
    switch self {
    case .shown, .generalWording: true
    case .noName, .ownWish: false
    }
  }
}

/// Whom a line of a notice is about.
public struct NoticeSubject: Sendable, Equatable {
  public var entry: EntryNumber
  public var person: PersonNumber
  /// As it is printed.
  public var name: String
  /// The villagers' group: `2组`.
  public var group: String
  public var masking: NoticeMasking

  public init(
    entry: EntryNumber, person: PersonNumber, name: String, group: String,
    masking: NoticeMasking
  ) {
    self.entry = entry
    self.person = person
    self.name = name
    self.group = group
    self.masking = masking
  }
}

/// What a line of a notice is for.
public struct NoticeDeed: Sendable, Equatable {
  public var on: Day
  public var rule: RuleCode
  /// The title of the rule, as the entry froze it.
  public var title: String
  /// Printed behind the title in （）, and behind “：” for a group event: the step, the campaign,
  /// the cap that cut the line, the first breach of a doubled one.
  public var detail: String?

  public init(on: Day, rule: RuleCode, title: String, detail: String?) {
    self.on = on
    self.rule = rule
    self.title = title
    self.detail = detail
  }

  var wording: String { detail.map { "\(title)（\($0)）" } ?? title }
}

/// What a line of a notice moves.
public struct NoticeEffect: Sendable, Equatable {
  /// The signed points that are shown.
  public var points: Points
  public var rating: Points
  public var spendable: Points

  public init(points: Points, rating: Points, spendable: Points) {
    self.points = points
    self.rating = rating
    self.spendable = spendable
  }
}

/// The four groups of plus items, in the order of the catalog.
public enum PlusGroup: String, Sendable, CaseIterable {
  case greaterGood = "大义"
  case publicDuty = "公义"
  case morals = "道义"
  case publicBenefit = "公益"
}

/// A line of 加分事项.
public struct NoticePlusLine: Sendable, Equatable {
  public var subject: NoticeSubject
  public var deed: NoticeDeed
  public var effect: NoticeEffect
  public var plusGroup: PlusGroup
  /// Lines of one batch may be one group event.
  public var batch: BatchNumber
  /// An item of the household, whose points go to its head.
  public var isHousehold: Bool

  public init(
    subject: NoticeSubject, deed: NoticeDeed, effect: NoticeEffect, plusGroup: PlusGroup,
    batch: BatchNumber, isHousehold: Bool
  ) {
    self.subject = subject
    self.deed = deed
    self.effect = effect
    self.plusGroup = plusGroup
    self.batch = batch
    self.isHousehold = isHousehold
  }
}

/// A line of 扣分事项.
public struct NoticeMinusLine: Sendable, Equatable {
  public var subject: NoticeSubject
  public var deed: NoticeDeed
  public var effect: NoticeEffect
  /// What came before: `不需提示`, `逾期未改`.
  public var reminder: String

  public init(
    subject: NoticeSubject, deed: NoticeDeed, effect: NoticeEffect, reminder: String
  ) {
    self.subject = subject
    self.deed = deed
    self.effect = effect
    self.reminder = reminder
  }
}

/// A line of 以前月份更正: a reversal, or an adjustment that follows from one.
public struct NoticeCorrection: Sendable, Equatable {
  public var subject: NoticeSubject
  /// The entry that is corrected.
  public var original: EntryNumber
  public var before: Points
  public var after: Points
  /// `points` is what is given back or taken: `after` less `before`.
  public var effect: NoticeEffect
  public var reason: String

  public init(
    subject: NoticeSubject, original: EntryNumber, before: Points, after: Points,
    effect: NoticeEffect, reason: String
  ) {
    self.subject = subject
    self.original = original
    self.before = before
    self.after = after
    self.effect = effect
    self.reason = reason
  }
}
