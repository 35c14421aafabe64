/// One month for the party secretary's page (月报): figures alone, no words.
public struct MonthReport: Equatable, Sendable {
  public let month: Month
  public let review: Review
  public let counted: CountedPoints
  public let byGroup: [(group: String, counted: CountedPoints)]
  /// Open on the day of the report, the earliest due first.
  public let openObjections: [Objection]
  public let notices: [Notice]
  public let reminders: Reminders
  /// nil while the shop has no goods.
  public let shop: ShopSummary?
  /// This month and those before it.
  public let trend: [MonthTrend]
  /// nil while no goods have gone out in this year.
  public let giftCost: GiftCost?
  public let unheard: Unheard
  public let grades: [GradeCount]
  public let campaigns: [CampaignCount]
  /// Packages with entries that the town has not answered.
  public let unanswered: [(package: PackageNumber, entries: Int)]

  /// What the council did with the month's entries.
  public struct Review: Equatable, Sendable {
    /// Recorded for this month and not withdrawn.
    public let recorded: Int
    public let approved: Int
    public let amended: Int
    public let rejected: Int
    public let deferred: Int
    public let undecided: Int
  }

  public struct Reminders: Equatable, Sendable {
    public let issued: Int
    public let putRight: Int
    /// Over their term on the day of the report, of any month.
    public let overdue: Int
  }

  /// Who had no entry for half a year.
  public struct Unheard: Equatable, Sendable {
    public let since: Day
    public let people: [PersonNumber]
  }

  public struct GradeCount: Equatable, Sendable {
    public let grade: String
    public let count: Int
    public let before: Int
  }

  public struct CampaignCount: Equatable, Sendable {
    public let campaign: CampaignCode
    public let title: String
    public let entries: Int
    public let points: Points
  }

  public static func == (left: MonthReport, right: MonthReport) -> Bool {
    left.month == right.month && left.review == right.review && left.counted == right.counted
      && left.byGroup.elementsEqual(right.byGroup, by: ==)
      && left.openObjections == right.openObjections && left.notices == right.notices
      && left.reminders == right.reminders && left.shop == right.shop
      && left.trend == right.trend && left.giftCost == right.giftCost
      && left.unheard == right.unheard && left.grades == right.grades
      && left.campaigns == right.campaigns
      && left.unanswered.elementsEqual(right.unanswered, by: ==)
  }
}

/// People and points of some lines that were approved and not cancelled.
public struct CountedPoints: Equatable, Sendable {
  public var lines = 0
  public var people: Set<PersonNumber> = []
  public var plus = Points.zero
  /// Negative or zero.
  public var minus = Points.zero

  public init() {}

  public init(_ entries: some Sequence<Entry>) {
    for entry in entries {
      lines += 1
      people.insert(entry.recorded.person)
      let points = entry.frozen ?? .zero
      if points.isNegative { minus += points } else { plus += points }
    }
  }
}

extension Ledger {
  public func monthReport(of month: Month, on today: Day) -> MonthReport {
    let counted = countedLines(of: month)
    return MonthReport(
      month: month, review: review(of: month), counted: CountedPoints(counted),
      byGroup: byGroup(counted), openObjections: openObjections,
      notices: reviewMonth(month).notices.compactMap { notices[$0] },
      reminders: reminders(of: month, on: today), shop: shopSummary(of: month),
      trend: trend(upTo: month), giftCost: giftCost(through: min(today, month.lastDay)),
      unheard: unheard(upTo: month), grades: gradeCounts(of: month, on: min(today, month.lastDay)),
      campaigns: campaignCounts(of: month), unanswered: unansweredPackages)
  }

  /// The lines of a month that the council let pass and nobody has cancelled.
  public func countedLines(of month: Month) -> [Entry] {
    agenda(of: month).filter { $0.frozen != nil && $0.state.isLive && !$0.state.isUndecided }
  }

  /// By the group that each person belonged to on the event's day; those without one come last.
  public func byGroup(_ entries: [Entry]) -> [(group: String, counted: CountedPoints)] {
    let groups = Dictionary(grouping: entries) {
      roster[$0.recorded.person]?.group(on: $0.recorded.on) ?? ""
    }
    return groups.keys.sorted { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }
      .map { ($0, CountedPoints(groups[$0] ?? [])) }
  }

  private func review(of month: Month) -> MonthReport.Review {
    let agenda = agenda(of: month)
    func count(_ outcome: DecisionOutcome) -> Int {
      agenda.count { $0.decision?.outcome == outcome }
    }
    return MonthReport.Review(
      recorded: entries.count { $0.recorded.month == month && $0.state != .withdrawn },
      approved: count(.approved), amended: count(.amended), rejected: count(.rejected),
      deferred: reviewMonth(month).putOff.count
        + agenda.count { $0.state == .deferred },
      undecided: agenda.count { $0.state == .pending })
  }

  private func reminders(of month: Month, on today: Day) -> MonthReport.Reminders {
    let all = reminders.values
    return MonthReport.Reminders(
      issued: all.count { $0.issuedOn.month == month },
      putRight: all.count { $0.outcome == .putRight && $0.closedOn?.month == month },
      overdue: all.count { $0.isOverdue(on: today) })
  }

  /// Everybody who is evaluated on the last day of the month and had no live entry in the six months
  /// up to it, or since the first month of the account.
  private func unheard(upTo month: Month) -> MonthReport.Unheard {
    var start = month
    for _ in 1..<6 where start > opened.firstMonth { start = start.previous }
    let days = start.firstDay...month.lastDay
    let heard = Set(
      entries.filter { $0.state.isLive && days.contains($0.recorded.on) }.map(\.recorded.person))
    let people = roster.order.filter { number in
      guard let person = roster[number], !heard.contains(number) else { return false }
      return person.status(on: days.upperBound).isEvaluated
        && person.household(on: days.lowerBound) != nil
    }
    return MonthReport.Unheard(since: days.lowerBound, people: people.sorted())
  }

  private func campaignCounts(of month: Month) -> [MonthReport.CampaignCount] {
    campaigns.keys.sorted().compactMap { code in
      let lines = countedLines(of: month).filter { $0.recorded.campaign == code }
      guard let campaign = campaigns[code], !lines.isEmpty else { return nil }
      return MonthReport.CampaignCount(
        campaign: code, title: campaign.title, entries: lines.count,
        points: lines.reduce(.zero) { $0 + ($1.frozen ?? .zero) })
    }
  }

  private var unansweredPackages: [(package: PackageNumber, entries: Int)] {
    packages.keys.sorted().compactMap { number in
      let waiting = (packages[number] ?? []).count {
        self[$0]?.state == .sent && lastPackage(of: $0) == number
      }
      return waiting > 0 ? (number, waiting) : nil
    }
  }
}
