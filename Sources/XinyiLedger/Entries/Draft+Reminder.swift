extension Draft {
  /// Tells somebody in writing to put a breach right within the item's term (失信提示书): the day of
  /// issue is not counted, the last one still good.
  @discardableResult
  public mutating func remind(
    _ recipient: RecordRequest.Recipient, of rule: RuleCode
  ) throws -> ReminderNumber {
    guard let item = ledger.catalog(on: today)?[rule] else {
      throw Refusal.noSuchRuleThen(rule, on: today)
    }
    guard item.sign == .minus, let days = item.remindDays else {
      throw Refusal.notRemindable(rule)
    }
    let (person, household) = try ledger.concerned(recipient, item: item, on: today)
    try ledger.requireEvaluated(person, item: item, on: today)
    if let open = ledger.openReminder(of: item, person, household) {
      throw Refusal.reminderOpen(open.number, due: open.issued.due)
    }
    let number = ledger.nextReminder(in: today.month)
    try append(
      .reminderIssued(.init(reminder: number, person: person, rule: rule, due: today + days)))
    return number
  }

  /// Closes a reminder: put right on a day within its term, or issued by mistake.
  public mutating func closeReminder(
    _ number: ReminderNumber, _ outcome: ReminderOutcome, on day: Day
  ) throws {
    guard let reminder = ledger.reminders[number] else {
      throw HistoryFault.unknownReminder(number)
    }
    guard reminder.isOpen else { throw Refusal.reminderClosed(number) }
    guard day <= today else { throw Refusal.futureDay(day, today: today) }
    if outcome == .putRight && day > reminder.issued.due {
      throw Refusal.reminderOverdue(number, due: reminder.issued.due, on: day)
    }
    try append(.reminderClosed(.init(reminder: number, outcome: outcome)))
  }
}

extension Ledger {
  func nextReminder(in month: Month) -> ReminderNumber {
    let serial = reminderOrder.filter { $0.month == month }.map(\.serial).max() ?? 0
    return ReminderNumber(month: month, serial: serial + 1)
  }

  /// The open reminder of a person, or for household items of the household.
  func openReminder(
    of item: Catalog.Item, _ person: PersonNumber, _ household: HouseholdNumber
  ) -> Reminder? {
    unclosedReminders.lazy.compactMap { reminders[$0] }.first { reminder in
      guard reminder.issued.rule == item.code else { return false }
      return item.subject == .household
        ? reminder.household == household : reminder.issued.person == person
    }
  }

  /// The reminders that wait, the earliest due first.
  public var openReminders: [Reminder] {
    unclosedReminders.compactMap { reminders[$0] }.sorted {
      ($0.issued.due, $0.number) < ($1.issued.due, $1.number)
    }
  }
}
