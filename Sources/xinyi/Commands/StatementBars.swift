import XinyiLedger
import XinyiText

extension Directory {
  /// What came in and went out in each month of a statement, drawn under it on the screen; nothing
  /// for a statement of one month.
  func bars(of statement: Statement) -> String {
    var months: [(month: Month, gained: Points, used: Points)] = []
    var month = statement.from.month
    while month <= statement.to.month {
      let changes = statement.lines.filter { $0.on.month == month }.map(\.change.spendable)
      months.append(
        (
          month, changes.filter { !$0.isNegative }.reduce(.zero, +),
          -changes.filter(\.isNegative).reduce(.zero, +)
        ))
      month = month.next
    }
    guard months.count > 1, months.contains(where: { $0.gained + $0.used > .zero }) else {
      return ""
    }
    let chart = Chart(
      title: "可兑换积分，各月得了多少、用了多少", series: ["得", "用"],
      groups: months.suffix(24).map {
        .init(label: $0.month.description, values: [$0.gained, $0.used])
      })
    return "\n" + chart.lines(width: width).joined(separator: "\n") + "\n"
  }
}
