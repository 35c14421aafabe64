public import XinyiLedger

/// What a reminder says (失信提示书): one page for the person, with a stub (存根) that the village
/// keeps.
public struct ReminderPaper: Sendable, Equatable {
  public var village: PaperVillage
  public var number: ReminderNumber
  public var issuedOn: Day
  /// The last day for putting it right.
  public var due: Day
  /// Calendar days of the term; the day of issue is not counted.
  public var days: Int
  /// Whom it is addressed to. It is the person's own paper, so it names in full.
  public var person: PaperPerson
  /// An item of the household: addressed to its head.
  public var isHousehold: Bool
  public var rule: RuleCode
  public var title: String
  /// What the item takes, in words: `-5`, `-3、-5、-10`.
  public var points: String
  /// A second breach within the year is multiplied by this; nil for items that are not.
  public var repeatFactor: Int?

  public init(
    village: PaperVillage, number: ReminderNumber, issuedOn: Day, due: Day, days: Int,
    person: PaperPerson, isHousehold: Bool, rule: RuleCode, title: String, points: String,
    repeatFactor: Int?
  ) {
    self.village = village
    self.number = number
    self.issuedOn = issuedOn
    self.due = due
    self.days = days
    self.person = person
    self.isHousehold = isHousehold
    self.rule = rule
    self.title = title
    self.points = points
    self.repeatFactor = repeatFactor
  }
}

extension PaperSource {
  /// The paper of a reminder; nil for an item that no catalog of that day has.
  public func reminder(_ reminder: Reminder) -> ReminderPaper? {
    let issued = reminder.issued
    guard let item = ledger.catalog(on: reminder.issuedOn)?[issued.rule] else { return nil }
    let factor = ledger.settings(on: reminder.issuedOn).repeatFactor
    return ReminderPaper(
      village: village, number: reminder.number, issuedOn: reminder.issuedOn, due: issued.due,
      days: issued.due - reminder.issuedOn,
      person: PaperPerson(
        number: issued.person, name: naming.name(of: issued.person),
        group: ledger.roster[issued.person]?.group(on: reminder.issuedOn) ?? "",
        household: reminder.household),
      isHousehold: item.subject == .household, rule: item.code, title: item.title,
      points: item.pointsLabel,
      repeatFactor: factor > 1 && item.unit != "月" ? factor : nil)
  }
}
