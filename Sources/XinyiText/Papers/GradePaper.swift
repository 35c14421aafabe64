public import XinyiLedger

/// The grade list of a closed year (年度等级公示): those who kept at least the base grade, ordinary
/// villagers and key people apart; of the others only how many they are, since a low grade brings
/// no penalty and nobody is shown up on the board.
public struct GradePaper: Sendable, Equatable {
  public var village: PaperVillage
  public var year: Year
  /// In the order in which they stand on the paper.
  public var lists: [List]
  /// The grades from the highest down, with how many have each.
  public var counts: [Count]
  /// Breaches that go on weighing on the next year.
  public var carried: Int
  /// The rating that everybody starts the next year with.
  public var base: Points
  /// The last day on which the year's spendable points can be used; nil when they never run out.
  public var usableUntil: Day?
  public var objectionWorkingDays: Int
  public var posted: Day

  public struct List: Sendable, Equatable {
    public var title: String
    public var rows: [Row]
  }

  public struct Row: Sendable, Equatable {
    public var rank: Int
    /// As it is printed.
    public var name: String
    public var group: String
    public var rating: Points
    public var grade: String
  }

  public struct Count: Sendable, Equatable {
    public var grade: String
    public var people: Int
  }
}

extension PaperSource {
  /// The paper of what closing a year would freeze, or has frozen.
  public func grades(_ end: YearEnd) -> GradePaper {
    let last = end.year.lastDay
    let settings = ledger.settings(on: last)
    let people = end.grades.map { paperPerson($0.account, on: last) }
    let names = paperNames(for: people)
    let shown = end.grades.filter {
      settings.rank(of: $0.rating) >= settings.rank(of: settings.base)
    }
    let rows = Dictionary(grouping: shown) { ledger.list(of: $0.account, on: last) }
    return GradePaper(
      village: village, year: end.year,
      lists: RankList.allCases.map { list in
        GradePaper.List(
          title: list.heading, rows: ranked(rows[list] ?? [], names: names, on: last))
      },
      counts: (settings.bands.map(\.name) + [settings.topGrade]).reversed().map { grade in
        GradePaper.Count(grade: grade, people: end.grades.count { $0.grade == grade })
      },
      carried: end.carried.count, base: ledger.settings(on: end.year.next.firstMonth.firstDay).base,
      usableUntil: settings.carryRule.lastDay(of: end.year),
      objectionWorkingDays: settings.objectionWorkingDays, posted: today)
  }

  private func ranked(
    _ grades: [Event.YearGrade], names: [PersonNumber: PaperName], on day: Day
  ) -> [GradePaper.Row] {
    var rank = 0
    var last: Points?
    return grades.sorted { ($1.rating, $0.account) < ($0.rating, $1.account) }.enumerated().map {
      if $1.rating != last { rank = $0 + 1 }
      last = $1.rating
      let person = paperPerson($1.account, on: day)
      let name = names[person.number]
      let agreed =
        ledger.settings(on: day).names == .full
        || ledger.roster[person.number]?.consents[.names] != nil
      return GradePaper.Row(
        rank: rank, name: (agreed ? name?.full : name?.masked) ?? "*", group: person.group,
        rating: $1.rating, grade: $1.grade)
    }
  }

  /// The account's person; of a household account its head.
  private func paperPerson(_ account: Account, on day: Day) -> PaperPerson {
    let number: PersonNumber
    switch account {
    case .person(let person): number = person
    case .household(let household):
      number = ledger.roster.head(of: household, on: day) ?? PersonNumber(unchecked: household.text)
    }
    return PaperPerson(
      number: number, name: naming.name(of: number),
      group: ledger.roster[number]?.group(on: day) ?? "",
      household: ledger.roster[number]?.household(on: day))
  }
}

extension RankList {
  fileprivate var heading: String {
    switch self {
    case .villagers: "普通村民"
    case .key: "重点人群（支部书记、两委成员、村民代表、党员、采集员）"
    }
  }
}
