/// Where one account stands on a day: a row of `balance` and of `rank`.
public struct Standing: Equatable, Sendable {
  public let account: Account
  /// The account's person; for a household account its head, where it has one.
  public let person: PersonNumber?
  public let household: HouseholdNumber?
  public let group: String?
  public let status: ResidentStatus
  public let rating: Points
  public let spendable: Points
  /// The spendable effect of everything not yet effective.
  public let pending: Points
  /// nil for who is not evaluated.
  public let grade: String?
}

/// Which of the two lists ranks somebody (S6.1).
public enum RankList: String, WordValue {
  /// Ordinary villagers.
  case villagers
  /// Key people (重点人群): those who decide on points, collect them, or stand for the village.
  case key
}

extension Role {
  /// Ranked apart from ordinary villagers.
  public var isKey: Bool {
    switch self {
    case .secretary, .committee, .representative, .partyMember, .collector: true
    case .council, .chair, .supervisor, .keeper: false
    }
  }
}

extension Ledger {
  /// Every account there is on a day, by number.
  public func allAccounts(on day: Day) -> [Account] {
    switch opened.account {
    case .person: roster.order.sorted().map(Account.person)
    case .household:
      roster.households.filter { !roster.members(of: $0, on: day).isEmpty }
        .map(Account.household)
    }
  }

  public func standings(of accounts: [Account], on day: Day) -> [Standing] {
    let pending = pendingSpendable(of: accounts, on: day)
    return accounts.map { standing(of: $0, pending: pending[$0] ?? .zero, on: day) }
  }

  private func standing(of account: Account, pending: Points, on day: Day) -> Standing {
    let person: PersonNumber?
    let household: HouseholdNumber?
    switch account {
    case .person(let number):
      person = number
      household = roster[number]?.household(on: day)
    case .household(let number):
      person = roster.head(of: number, on: day)
      household = number
    }
    let known = person.flatMap { roster[$0] }
    let status = status(of: account, on: day)
    let rating = rating(of: account, on: day)
    return Standing(
      account: account, person: person, household: household, group: known?.group(on: day),
      status: status, rating: rating, spendable: spendable(of: account, on: day),
      pending: pending,
      grade: status.isEvaluated ? settings(on: day).grade(of: rating) : nil)
  }

  /// A person's own status; a household is evaluated as long as one of its members is, whoever
  /// its head is, and else has the status of its head.
  func status(of account: Account, on day: Day) -> ResidentStatus {
    switch account {
    case .person(let person): return roster[person]?.status(on: day) ?? .resident
    case .household(let household):
      let members = roster.members(of: household, on: day)
      let statuses = members.map { roster[$0]?.status(on: day) ?? .resident }
      if members.isEmpty || statuses.contains(where: \.isEvaluated) { return .resident }
      let head = roster.head(of: household, on: day) ?? members[0]
      return roster[head]?.status(on: day) ?? .resident
    }
  }

  /// How many accounts take part in the evaluation on a day: people, or households.
  public func evaluatedCount(on day: Day) -> Int {
    evaluatedAccounts(on: day).count
  }

  /// Everybody who is evaluated, ordinary villagers and then key people (重点人群), each list from
  /// rank 1 with the highest rating first; equal ratings share a rank.
  ///
  /// - Parameter month: counts the year's lines up to this month only; nil for all.
  /// - Parameter group: ranks the members of one group among themselves; nil for all.
  public func ranking(
    on day: Day, upTo month: Month?, in group: String?
  ) -> [(list: RankList, rank: Int, standing: Standing)] {
    let evaluated = standings(of: allAccounts(on: day), on: day).filter {
      $0.grade != nil && (group == nil || $0.group == group)
    }
    let ranked = evaluated.map { standing in
      guard let month else { return standing }
      return standing.rated(ratingUpTo(month, of: standing.account), settings(in: month))
    }.sorted {
      ($1.rating, $0.account) < ($0.rating, $1.account)
    }
    return RankList.allCases.flatMap { list in
      ranks(of: ranked.filter { self.list(of: $0.account, on: day) == list }, in: list)
    }
  }

  private func ranks(
    of standings: [Standing], in list: RankList
  ) -> [(list: RankList, rank: Int, standing: Standing)] {
    var rank = 0
    var last: Points?
    return standings.enumerated().map { index, standing in
      if standing.rating != last { rank = index + 1 }
      last = standing.rating
      return (list, rank, standing)
    }
  }

  /// In which list an account is ranked on a day; a household with a key person in it is a key one.
  public func list(of account: Account, on day: Day) -> RankList {
    let people =
      switch account {
      case .person(let person): [person]
      case .household(let household): roster.members(of: household, on: day)
      }
    let isKey = people.contains { person in
      Role.allCases.contains { $0.isKey && roster[person]?.has($0, on: day) == true }
    }
    return isKey ? .key : .villagers
  }

  private func ratingUpTo(_ month: Month, of account: Account) -> Points {
    let lines = entries.filter {
      $0.state.isEffective && ratingYear(of: $0) == month.year && $0.month <= month
        && self.account(of: $0.recorded) == account
    }
    let start = settings(in: month).base + carried(on: account, into: month.year)
    return lines.reduce(start) { $0 + $1.effect.rating }
  }
}

extension Standing {
  fileprivate func rated(_ rating: Points, _ settings: Settings) -> Standing {
    Standing(
      account: account, person: person, household: household, group: group, status: status,
      rating: rating, spendable: spendable, pending: pending,
      grade: grade == nil ? nil : settings.grade(of: rating))
  }
}
