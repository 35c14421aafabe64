/// A reminder (失信提示书) and how it ended.
public struct Reminder: Codable, Equatable, Sendable {
  public let issued: Event.ReminderIssued
  /// The household of the person on the day of issue; household items are reminded by household.
  public let household: HouseholdNumber?
  public let issuedOn: Day
  public internal(set) var outcome: ReminderOutcome?
  public internal(set) var closedOn: Day?

  public var number: ReminderNumber { issued.reminder }
  public var isOpen: Bool { outcome == nil }

  /// The term is over: its last day still counts.
  public func isOverdue(on today: Day) -> Bool { isOpen && today > issued.due }
}
