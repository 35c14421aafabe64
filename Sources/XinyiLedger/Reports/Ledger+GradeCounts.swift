extension Ledger {
  /// How many of those who are evaluated have each grade after a month, and had after the month
  /// before; the highest grade first.
  public func gradeCounts(of month: Month, on today: Day) -> [MonthReport.GradeCount] {
    let evaluated = evaluatedAccounts(on: today)
    let now = grades(of: evaluated, upTo: month)
    let before = month > opened.firstMonth ? grades(of: evaluated, upTo: month.previous) : now
    return gradeNames(in: month).map { name in
      MonthReport.GradeCount(
        grade: name, count: now.values.count { $0 == name },
        before: before.values.count { $0 == name })
    }
  }

  /// The names of the grades, the highest first.
  public func gradeNames(in month: Month) -> [String] {
    let settings = settings(in: month)
    return [settings.topGrade] + settings.bands.map(\.name).reversed()
  }

  /// The grade of every account by the lines of the year up to a month.
  public func grades(of accounts: [Account], upTo month: Month) -> [Account: String] {
    var ratings: [Account: Points] = [:]
    for entry in entries
    where entry.state.isEffective && entry.month <= month && ratingYear(of: entry) == month.year {
      ratings[account(of: entry.recorded), default: .zero] += entry.effect.rating
    }
    let settings = settings(in: month)
    var grades: [Account: String] = [:]
    for account in accounts {
      let rating =
        settings.base + (ratings[account] ?? .zero) + carried(on: account, into: month.year)
      grades[account] = settings.grade(of: rating)
    }
    return grades
  }

  /// Everybody who has a grade on a day: who is evaluated (S6.1) and had come to the village by then.
  public func evaluatedAccounts(on day: Day) -> [Account] {
    allAccounts(on: day).filter { account in
      guard status(of: account, on: day).isEvaluated else { return false }
      guard case .person(let person) = account else { return true }
      return roster[person]?.household(on: day) != nil
    }
  }
}
