import XinyiLedger

/// People who come, go and die.
extension DemoVillage {
  /// The first months are quiet; then a few in a thousand people a year, and after the spring
  /// festival always a family that comes back to live here.
  mutating func planLives(_ frame: DemoMonth) {
    guard options.people >= 20, options.story.prefix(3).allSatisfy({ $0 < frame.month }) else {
      return
    }
    if frame.month.monthOfYear == 3 { later(.moveIn, on: frame.day(16), hour: 11) }
    let kinds: [(event: DemoTask.Event, rate: Int, hour: Int)] = [
      (.moveIn, 6, 11), (.moveOut, 8, 16), (.die, 9, 8),
    ]
    for (event, rate, hour) in kinds {
      let expected = options.people * rate
      let more = random.below(12_000) < expected % 12_000 ? 1 : 0
      for _ in 0..<(expected / 12_000 + more) {
        later(event, on: frame.day(random.number(in: 2...23)), hour: hour)
      }
    }
  }

  mutating func moveIn(at moment: Moment) {
    let members = population.settleNewcomers(on: moment.day, &random)
    take(.addPeople(members.map { newcomer($0, from: moment.day) }), at: moment)
    let signed = members.filter { _ in random.chance(percent: 60) }.map(number)
    if !signed.isEmpty {
      take(.consent(.platform, by: signed), at: Moment(seconds: moment.seconds + 240))
    }
    refreshCast(on: moment.day)
  }

  /// A grown child moves to town.
  mutating func moveOut(at moment: Moment) {
    let day = moment.day
    guard let person = anybody(aged: 18...40, withHeads: false, on: day) else {
      return
    }
    take(.setStatus(.left, of: number(person), from: day), at: moment)
    remember(person, isGoneFrom: day)
  }

  mutating func die(_ ledger: Ledger, at moment: Moment) {
    let day = moment.day
    guard let person = anybody(aged: 72...105, withHeads: true, on: day) else { return }
    let heir =
      population.isHead(person)
      ? population.heir(of: person, on: day) { cast.gone[$0] == nil && $0 != person } : nil
    take(.die(number(person), newHead: heir.map(number)), at: moment)
    if let heir { population.makeHead(heir) }
    remember(person, isGoneFrom: day)
  }

  private mutating func anybody(
    aged ages: ClosedRange<Int>, withHeads: Bool, on day: Day
  ) -> Int? {
    let busy = population.offices.everybody
    let pool = population.people.indices.filter {
      ages.contains(population.people[$0].age(on: day)) && cast.gone[$0] == nil
        && !busy.contains($0) && (withHeads || !population.isHead($0))
    }
    return pool.isEmpty ? nil : random.pick(pool)
  }

  private mutating func remember(_ person: Int, isGoneFrom day: Day) {
    cast.gone[person] = day
    refreshCast(on: day)
  }
}
