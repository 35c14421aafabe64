/// What the month waits for, and which step comes next (进度).
public struct MonthStatus: Equatable, Sendable {
  public let month: Month
  public let state: ReviewMonth.State
  public let waiting: [Waiting]
  public let next: NextStep

  /// Something that is not finished.
  public enum Waiting: Equatable, Sendable {
    case undecided(Month, count: Int)
    case notice(NoticeNumber, to: Day)
    case objection(ObjectionNumber, entry: EntryNumber, due: Day)
    case corrected(Month, count: Int)
    case unsent(Month, count: Int)
    /// Sent back by the town, and no meeting has heard of it yet.
    case returned(count: Int)
    /// Reminders whose term is over; the earliest one ended on `since`.
    case overdueReminders(count: Int, since: Day)
    /// Points of a year that run out after a day, and in how many accounts.
    case expiring(Year, points: Points, accounts: Int, until: Day)
    /// Points that have run out and are not written off.
    case expired(points: Points, accounts: Int)
  }

  /// The step that brings the village on.
  public enum NextStep: Equatable, Sendable {
    case addPeople
    case nameCouncil(members: Int)
    case record
    case openReview(Month)
    case decideRest(Month)
    case decideEach(Month)
    case closeReview(Month)
    case publish(Month)
    case awaitNotice(NoticeNumber, until: Day)
    case resolve(ObjectionNumber)
    case supplement(Month)
    case confirm(Month)
    case closeYear(Year)
  }
}

extension Ledger {
  /// The earliest month that is not finished, with everything of any month that waits.
  public func status(on today: Day) -> MonthStatus {
    let month = unfinishedMonth
    return MonthStatus(
      month: month, state: reviewMonth(month).state, waiting: waiting(on: today),
      next: nextStep(on: today))
  }

  /// The earliest month that is not finished.
  public var unfinishedMonth: Month {
    var month = opened.firstMonth
    while reviewMonth(month).state == .confirmed { month = month.next }
    return month
  }

  private func waiting(on today: Day) -> [MonthStatus.Waiting] {
    var waiting: [MonthStatus.Waiting] = []
    for month in months.keys.sorted() {
      let undecided = agenda(of: month).count { $0.state.isUndecided }
      if reviewMonth(month).state == .inReview && undecided > 0 {
        waiting.append(.undecided(month, count: undecided))
      }
    }
    for number in noticeOrder {
      guard let notice = notices[number], notice.isHanging else { continue }
      waiting.append(.notice(number, to: notice.to))
    }
    for objection in openObjections {
      waiting.append(
        .objection(
          objection.filed.objection, entry: objection.filed.entry, due: objection.filed.due))
    }
    for (month, count) in correctedLines { waiting.append(.corrected(month, count: count)) }
    for month in months.keys.sorted() where reviewMonth(month).state == .confirmed {
      let count = platformPackage(of: month).rows.count { $0.state != .returned }
      if count > 0 { waiting.append(.unsent(month, count: count)) }
    }
    return waiting + laterWaiting(on: today)
  }

  /// Lines that an objection corrected and no supplement has posted yet, by month.
  private var correctedLines: [(month: Month, count: Int)] {
    months.keys.sorted().compactMap { month in
      guard reviewMonth(month).state >= .onNotice else { return nil }
      let count = (entriesByMonth[month] ?? []).count { entries[$0].state == .approved }
      return count > 0 ? (month, count) : nil
    }
  }

  /// What brings the earliest month that is not finished on.
  public func nextStep(on today: Day) -> MonthStatus.NextStep {
    let month = unfinishedMonth
    if roster.order.isEmpty { return .addPeople }
    if let corrected = correctedLines.first { return .supplement(corrected.month) }
    if let due = dueNotice(on: today) { return .confirm(due.month) }
    switch reviewMonth(month).state {
    case .open: return stepOfOpenMonth(month, on: today)
    case .inReview:
      if !rest(of: month).isEmpty { return .decideRest(month) }
      let isUndecided = agenda(of: month).contains { $0.state == .pending }
      return isUndecided ? .decideEach(month) : .closeReview(month)
    case .closed: return .publish(month)
    case .onNotice, .confirmed:
      if let objection = openObjections.first { return .resolve(objection.filed.objection) }
      let posted = reviewMonth(month).notices.compactMap { notices[$0] }
      guard let notice = posted.first(where: \.isHanging) else { return .record }
      return .awaitNotice(notice.number, until: notice.to)
    }
  }

  private func dueNotice(on today: Day) -> Notice? {
    noticeOrder.compactMap { notices[$0] }.first { $0.isHanging && $0.to < today }
  }

  /// A year that is over, with every line of it settled.
  private func yearToClose(on today: Day) -> Year? {
    var year = opened.firstMonth.year
    while years[year] != nil { year = year.next }
    return obstacle(toClosing: year, on: today) == nil ? year : nil
  }

  private func stepOfOpenMonth(_ month: Month, on today: Day) -> MonthStatus.NextStep {
    if let objection = openObjections.first, objection.filed.due <= today {
      return .resolve(objection.filed.objection)
    }
    if let year = yearToClose(on: today) { return .closeYear(year) }
    // December is best reviewed after the year's end (S3.2).
    let isMeetingTime = today.dayOfMonth >= 25 && month.monthOfYear != 12
    let isReady = month < today.month || (month == today.month && isMeetingTime)
    guard isReady else { return .record }
    let members = roster.holders(of: .council, on: today).count
    return members < 5 ? .nameCouncil(members: members) : .openReview(month)
  }
}
