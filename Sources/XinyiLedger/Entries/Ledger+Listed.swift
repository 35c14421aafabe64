/// Entries that a list asks for, and may have asked for before.
extension Ledger {
  /// What two rows of a list share when they ask for the same thing: a person or household, an
  /// item, a day and a deed (S4.3).
  public struct Case: Hashable, Sendable {
    let subject: ItemSubject
    let on: Day
    let deed: DeedNumber?
  }

  /// nil where the item or the household is not there on that day; why is the recording's to say.
  public func `case`(of request: RecordRequest, for recipient: RecordRequest.Recipient) -> Case? {
    guard let item = catalog(on: request.on)?[request.rule],
      let (person, household) = try? concerned(recipient, item: item, on: request.on)
    else { return nil }
    let account: Account = item.subject == .household ? .household(household) : .person(person)
    return Case(
      subject: ItemSubject(rule: item.code, account: account), on: request.on, deed: request.deed)
  }

  /// The entry that is there already for a case, with the same quantity, level and value.
  ///
  /// One that was withdrawn is not there: the clerk took it back to record it anew. One that the
  /// council rejected is, so that a list cannot bring it before the council again unnoticed.
  public func entry(listed case: Case, as request: RecordRequest) -> Entry? {
    places(of: `case`.subject).map { entries[$0] }.last { entry in
      let recorded = entry.recorded
      return recorded.on == `case`.on && recorded.deed == `case`.deed && recorded.isOriginal
        && entry.state != .withdrawn
        && (request.quantity == nil || recorded.quantity == request.quantity)
        && recorded.level == request.level
        && (request.points == nil || recorded.asked.magnitude == request.points)
    }
  }
}
