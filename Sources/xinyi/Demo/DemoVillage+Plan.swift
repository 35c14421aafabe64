import XinyiLedger

/// What happens in a month, planned on its first day.
extension DemoVillage {
  mutating func plan(_ month: Month, _ ledger: Ledger) {
    guard let frame = DemoMonth(month, options, ledger) else { return }
    if month.monthOfYear == 1 && !frame.isFirst {
      refreshCast(on: month.firstDay)
    }
    planRound(frame)
    planYear(frame)
    planLives(frame)
    planCleanUps(frame)
    planYardCheck(frame)
    planVolunteering(frame)
    planNeighbours(frame)
    planDonations(frame)
    planMeetings(frame)
    planHonours(frame)
    planOddJobs(frame)
    planBreaches(frame)
    planSlips(frame)
  }

  /// The fixed dates: goods, redemption, meeting.
  private mutating func planRound(_ frame: DemoMonth) {
    if !frame.isFirst {
      schedule.add(.restock, at: DemoClock.moment(on: frame.day(3), hour: 8, minute: 40))
    }
    schedule.add(
      .planRepeats(frame.month), at: DemoClock.moment(on: frame.day(12), hour: 8, minute: 0))
    if let leaver = cast.leaver, leaver.from.month == frame.month {
      schedule.add(
        .leave(leaver.person), at: DemoClock.moment(on: leaver.from, hour: 9, minute: 5))
    }
    schedule.add(.openShop, at: DemoClock.moment(on: frame.day(15), hour: 9, minute: 10))
    schedule.add(
      .openReview(frame.month), at: DemoClock.moment(on: frame.review, hour: 14, minute: 0))
  }

  /// How many times something happens that happens to so many of a thousand people a month.
  func times(perThousand rate: Int, atLeast least: Int) -> Int {
    max(least, (options.people * rate + 500) / 1000)
  }

  mutating func anyDay(_ frame: DemoMonth) -> Day {
    frame.firstDay + random.below(frame.lastDay - frame.firstDay + 1)
  }

  /// A Saturday where the month has one left.
  mutating func anySaturday(_ frame: DemoMonth) -> Day {
    let day = anyDay(frame)
    let saturday = day + (6 - day.weekday)
    return (frame.firstDay...frame.lastDay).contains(saturday) ? saturday : day
  }

  /// Somebody who lends a hand, rather a keen one.
  mutating func worker(in group: Int?, on day: Day) -> Int? {
    let pool = group.map { cast.workers[$0] } ?? cast.allWorkers
    guard !pool.isEmpty else { return nil }
    let one = random.pick(pool)
    let other = random.pick(pool)
    let keener = population.people[one].zeal >= population.people[other].zeal ? one : other
    return cast.isEvaluated(keener, on: day) ? keener : nil
  }

  mutating func workers(_ count: Int, of group: Int, on day: Day) -> [Int] {
    random.sample(count, of: cast.workers[group]).filter { cast.isEvaluated($0, on: day) }
  }

  mutating func anyGroup() -> Int { random.below(population.groupCount) }
}
