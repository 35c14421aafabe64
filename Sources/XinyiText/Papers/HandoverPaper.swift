public import XinyiLedger

/// The sheet that the old and the new clerk sign (交接单): what is open in the ledger that day.
public struct HandoverPaper: Sendable, Equatable {
  public let village: PaperVillage
  public let from: Operator
  public let to: Operator
  public let on: Day
  /// The entries that are not settled, by state, none left out.
  public let entries: [(state: Entry.State, count: Int)]
  public let notices: [Notice]
  public let objections: [Objection]
  public let reminders: [Reminder]
  /// Months up to the day's own that have not taken effect.
  public let months: [(month: Month, state: ReviewMonth.State)]
  public let goods: [Goods]
  /// Lines and digest of the ledger with the hand-over in it; nil while it is only tried.
  public let record: StatementRecord?

  public struct Goods: Sendable, Equatable {
    public let name: String
    public let unit: String
    public let count: Int
  }

  public static func == (left: HandoverPaper, right: HandoverPaper) -> Bool {
    handoverSheet(left) == handoverSheet(right)
  }
}

extension PaperSource {
  public func handover(
    from giver: Operator, to taker: Operator, record: StatementRecord?
  ) -> HandoverPaper {
    let open: [Entry.State] = [.pending, .deferred, .approved, .onNotice, .objected, .returned]
    var months: [(month: Month, state: ReviewMonth.State)] = []
    var month = ledger.opened.firstMonth
    while month <= today.month {
      let state = ledger.reviewMonth(month).state
      if state != .confirmed { months.append((month, state)) }
      month = month.next
    }
    return HandoverPaper(
      village: village, from: giver, to: taker, on: today,
      entries: open.map { state in
        (state, ledger.entries.filter { $0.state == state }.count)
      },
      notices: ledger.noticeOrder.compactMap { ledger.notices[$0] }.filter(\.isHanging),
      objections: ledger.openObjections,
      reminders: ledger.openReminders,
      months: months,
      goods: ledger.stock.order.map { item in
        .init(
          name: naming.item(item), unit: naming.unit(of: item),
          count: ledger.stock[item]?.count ?? 0)
      }, record: record)
  }
}
