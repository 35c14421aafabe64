/// A year for the village's page (年报).
public struct YearReport: Equatable, Sendable {
  public let year: Year
  public let months: [MonthLine]
  public let byGroup: [(group: String, counted: CountedPoints)]
  /// The items with most lines, first the plus ones.
  public let items: [ItemLine]
  /// By grade, the highest first: villagers and key people apart.
  public let grades: [GradeLine]
  public let breaches: Breaches

  public struct MonthLine: Equatable, Sendable {
    public let month: Month
    public let counted: CountedPoints
    public let objections: Int
    public let redemptions: Int
    public let redeemed: Points
  }

  public struct ItemLine: Equatable, Sendable {
    public let rule: RuleCode
    public let title: String
    public let lines: Int
    public let points: Points
  }

  public struct GradeLine: Equatable, Sendable {
    public let grade: String
    public let villagers: Int
    public let key: Int
  }

  public struct Breaches: Equatable, Sendable {
    /// Reminders that were followed in time, without points.
    public let putRightInTime: Int
    /// Minus lines that count.
    public let effective: Int
    /// Of those, what was given back in part or whole, or found put right.
    public let redressed: Int
    public let reversed: Int
    /// Breaches that can be put right and nobody has.
    public let open: Int
  }

  public static func == (left: YearReport, right: YearReport) -> Bool {
    left.year == right.year && left.months == right.months && left.items == right.items
      && left.grades == right.grades && left.breaches == right.breaches
      && left.byGroup.elementsEqual(right.byGroup, by: ==)
  }
}

extension Ledger {
  public func yearReport(of year: Year, on today: Day) -> YearReport {
    var months: [Month] = []
    var month = max(opened.firstMonth, Month(year: year.number, month: 1) ?? opened.firstMonth)
    while month.year == year && month <= today.month {
      months.append(month)
      month = month.next
    }
    let lines = months.flatMap { countedLines(of: $0) }
    return YearReport(
      year: year, months: months.map(monthLine), byGroup: byGroup(lines), items: topItems(lines),
      grades: gradeLines(after: months.last ?? today.month, on: today),
      breaches: breaches(of: year))
  }

  private func monthLine(_ month: Month) -> YearReport.MonthLine {
    let baskets = redemptions.filter { $0.redeemed.on.month == month }
    return YearReport.MonthLine(
      month: month, counted: CountedPoints(countedLines(of: month)),
      objections: objections.values.count { $0.filed.on.month == month },
      redemptions: baskets.count,
      redeemed: baskets.reduce(.zero) { $0 + $1.redeemed.total })
  }

  /// At most ten of each sign.
  private func topItems(_ lines: [Entry]) -> [YearReport.ItemLine] {
    let byRule = Dictionary(grouping: lines.filter(\.recorded.isOriginal), by: \.recorded.rule)
    let all = byRule.keys.sorted().compactMap { rule -> (Sign, YearReport.ItemLine)? in
      guard let ofRule = byRule[rule], let last = ofRule.last, let item = item(of: last) else {
        return nil
      }
      let points = ofRule.reduce(Points.zero) { $0 + ($1.frozen ?? .zero) }
      return (
        item.sign,
        YearReport.ItemLine(
          rule: rule, title: last.recorded.title, lines: ofRule.count, points: points)
      )
    }
    return Sign.allCases.flatMap { sign in
      all.filter { $0.0 == sign }.map(\.1)
        .sorted { ($1.lines, $0.rule) < ($0.lines, $1.rule) }.prefix(10)
    }
  }

  private func gradeLines(after month: Month, on today: Day) -> [YearReport.GradeLine] {
    let day = min(today, month.lastDay)
    let accounts = evaluatedAccounts(on: day)
    var grades = grades(of: accounts, upTo: month)
    for closed in years[month.year]?.grades ?? [] { grades[closed.account] = closed.grade }
    let key = Set(accounts.filter { list(of: $0, on: day) == .key })
    return gradeNames(in: month).map { name in
      let holders = accounts.filter { grades[$0] == name }
      let keyHolders = holders.count { key.contains($0) }
      return YearReport.GradeLine(
        grade: name, villagers: holders.count - keyHolders, key: keyHolders)
    }
  }

  private func breaches(of year: Year) -> YearReport.Breaches {
    let minus = entries.filter { entry in
      entry.month.year == year && entry.state.isEffective && entry.recorded.isOriginal
        && entry.frozen?.isNegative == true
    }
    return YearReport.Breaches(
      putRightInTime: reminders.values.count {
        $0.outcome == .putRight && $0.closedOn?.year == year
      },
      effective: minus.count { !isReversed($0.number) },
      redressed: minus.count { !isReversed($0.number) && isRedressed($0) },
      reversed: minus.count { isReversed($0.number) },
      open: openBreaches.count { $0.month.year == year })
  }
}
