import XinyiLedger

/// What comes once a year, and the year's end.
extension DemoVillage {
  mutating func planYear(_ frame: DemoMonth) {
    switch frame.month.monthOfYear {
    case 1 where !frame.isFirst: later(.changeCouncil, on: frame.day(10), hour: 16)
    case 2: later(.expire, on: workingDay(after: frame.day(2)), hour: 8)
    case 4: later(.objectLate, on: frame.day(9), hour: 10)
    case 8: later(.takeDoubleBack, on: frame.day(20), hour: 16)
    case 10:
      schedule.add(
        .later(.setCampaign(frame.month)),
        at: DemoClock.moment(on: frame.firstDay, hour: 8, minute: 5))
    default: break
    }
    if options.months > 14 && frame.month == options.story[13] {
      later(.lengthenNotice, on: frame.day(20), hour: 15)
    }
    if !frame.isFirst && random.chance(percent: 30) {
      later(.redress, on: frame.day(9), hour: 14)
    }
  }

  /// A year is closed once nothing of it waits any more, which is looked at after each confirm.
  mutating func planYearEnd(_ ledger: Ledger, at moment: Moment) {
    var year = options.start.year
    while ledger.years[year] != nil { year = year.next }
    guard ledger.obstacle(toClosing: year, on: moment.day) == nil else { return }
    later(.closeYear(year), on: workingDay(after: moment.day), hour: 10)
  }

  mutating func closeYear(_ year: Year, _ ledger: Ledger, at moment: Moment) {
    guard ledger.obstacle(toClosing: year, on: moment.day) == nil else { return }
    take(.closeYear(year), at: moment)
  }

  mutating func expire(_ ledger: Ledger, at moment: Moment) {
    if !ledger.expiredSpendable(on: moment.day).isEmpty { take(.expire, at: moment) }
  }
}

// MARK: - The campaign

extension DemoVillage {
  /// The campaign that the clean-ups of a month belong to.
  func campaign(of frame: DemoMonth) -> CampaignCode? {
    frame.month.monthOfYear == 10 ? Self.campaign(of: frame.month.year) : nil
  }

  private static func campaign(of year: Year) -> CampaignCode? { CampaignCode("QJ\(year)") }

  mutating func setCampaign(in month: Month, at moment: Moment) {
    guard let code = Self.campaign(of: month.year) else { return }
    take(
      .setCampaign(
        Event.CampaignSet(
          campaign: code, title: "信义+秋季清洁月", from: month.firstDay, to: month.lastDay,
          rules: [RuleCode(unchecked: "GI04")], bonus: .whole(1), percent: nil, budget: nil,
          groups: [], heading: "信义+秋季清洁月")), at: moment)
  }
}

// MARK: - Rules and offices that change

extension DemoVillage {
  /// The village wants notices to hang longer.
  mutating func lengthenNotice(_ ledger: Ledger, at moment: Moment) {
    let month = moment.day.month.next
    var settings = ledger.settings(in: month)
    settings.noticeDays = 7
    take(.set(.noticeDays, settings, from: month, why: DemoWords.longerNotice), at: moment)
  }

  /// One member gives the seat to somebody of another household, against whom nothing stands.
  mutating func changeCouncil(_ ledger: Ledger, at moment: Moment) {
    let council = population.offices.council
    let day = moment.day
    guard council.count >= 7 else { return }
    let homes = Set(council.map { population.people[$0].home })
    let busy = population.offices.everybody
    let free = cast.allWorkers.filter { person in
      let villager = population.people[person]
      return (30...64).contains(villager.age(on: day)) && !busy.contains(person)
        && !homes.contains(villager.home) && isBlameless(person, ledger)
    }
    guard !free.isEmpty else { return }
    let place = random.number(in: 1...council.count - 1)
    let next = random.pick(free)
    let steps: [DemoStep] = [
      .endRole(.council, of: number(council[place]), last: day + -1),
      .assign(.council, to: number(next), from: day),
    ]
    take(steps, at: moment, every: 60, by: Self.clerk)
    population.offices.giveSeat(place, to: next)
    refreshCast(on: day)
  }

  /// No breach was ever recorded for somebody or the head of the household.
  private func isBlameless(_ person: Int, _ ledger: Ledger) -> Bool {
    population.homes[population.people[person].home].members.allSatisfy { member in
      ledger.entries(of: number(member)).allSatisfy { ledger.item(of: $0)?.sign == .plus }
    }
  }

  /// Who can take which part from a day on.
  mutating func refreshCast(on day: Day) {
    cast = DemoCast(population, options, on: day, gone: cast.gone)
  }
}
