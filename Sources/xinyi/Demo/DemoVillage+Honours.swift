import XinyiLedger

/// Honours of the quarter, single good deeds, and what goes wrong in the books.
extension DemoVillage {
  /// Fine yards and lanes at the end of a quarter, rents paid and straw cleared in their season.
  mutating func planHonours(_ frame: DemoMonth) {
    let calendar = frame.month.monthOfYear
    if calendar % 3 == 0 {
      let day = frame.day(random.number(in: 18...23))
      for home in anyHomes(perThousand: 60) { note("GI06", [home], on: day, frame) }
      let lane = random.below(population.homes.count)
      let last = min(lane + 7, population.homes.count)
      note("GI07", Array(lane..<last), on: day, frame)
    }
    if calendar == 6 || calendar == 10 {
      note("GY17", anyHomes(perThousand: 120), on: frame.day(random.number(in: 8...22)), frame)
    }
    if calendar == 12 {
      note("GY16", anyHomes(perThousand: 100), on: frame.day(random.number(in: 8...22)), frame)
    }
    if frame.isFirst, let soldier = population.offices.soldier {
      note("DY07", [soldier], on: frame.day(random.number(in: 3...9)), frame)
    }
  }

  private mutating func anyHomes(perThousand rate: Int) -> [Int] {
    let count = max(1, population.homes.count * rate / 1000)
    return random.sample(count, of: Array(population.homes.indices))
  }

  /// Single deeds; one of each month is for the greater good.
  mutating func planOddJobs(_ frame: DemoMonth) {
    if memory.valourLeft.isEmpty { memory.valourLeft = random.shuffled(DemoItems.valour) }
    if let code = memory.valourLeft.popLast() { noteOddJob(code, frame) }
    for _ in 0..<times(perThousand: 90, atLeast: 1) {
      noteOddJob(random.pick(weighted: DemoItems.oddJobs), frame)
    }
  }

  private mutating func noteOddJob(_ code: String, _ frame: DemoMonth) {
    let day = anyDay(frame)
    guard let person = worker(in: nil, on: day), let item = frame[code] else { return }
    let isHousehold = item.subject == .household
    note(code, [isHousehold ? population.people[person].home : person], on: day, frame)
  }

  /// A form that was forgotten until after the meeting, and a batch for the wrong person.
  mutating func planSlips(_ frame: DemoMonth) {
    if !frame.isFirst { planLateForm(frame) }
    guard options.people >= 10, frame.isFirst || random.chance(percent: 50),
      let item = frame["DD05"]
    else { return }
    let day = frame.day(random.number(in: 5...18))
    let drawn = workers(2, of: anyGroup(), on: day)
    let pair = drawn.count == 2 ? claim(item, drawn, on: day) : []
    guard pair.count == 2 else { return }
    let right = request(item, [pair[0]], on: day)
    var wrong = right
    wrong.recipients = [.person(number(pair[1]))]
    schedule.add(
      .mistake(wrong: wrong, right: right), at: DemoClock.moment(on: day + 1, thousandth: 400))
  }

  private mutating func planLateForm(_ frame: DemoMonth) {
    let day = frame.month.previous.firstDay + random.number(in: 13...19)
    guard let person = worker(in: nil, on: day), let item = frame["GY11"] else { return }
    let free = claim(item, [person], on: day)
    guard !free.isEmpty else { return }
    let written = frame.day(random.number(in: 3...8))
    schedule.add(
      .record(request(item, free, on: day)), at: DemoClock.moment(on: written, thousandth: 300))
  }

  mutating func recordWrongly(
    _ wrong: RecordRequest, _ right: RecordRequest, _ ledger: Ledger, at moment: Moment
  ) {
    let isTaken = (wrong.recipients + right.recipients).allSatisfy {
      ledger.accepts(wrong, for: $0, today: max(moment, ledger.lastAt).day)
    }
    guard isTaken else { return record(right, ledger, at: moment) }
    take(.record(wrong), at: moment)
    schedule.addNext(.takeBack(right: right), at: Moment(seconds: moment.seconds + 200))
  }

  mutating func takeBack(_ ledger: Ledger, _ right: RecordRequest, at moment: Moment) {
    guard let last = ledger.entries.last else { return }
    let batch = ledger.entries(of: last.recorded.batch).map(\.number)
    take(.withdraw(batch, why: DemoWords.mistake), at: moment)
    take(.record(right), at: Moment(seconds: moment.seconds + 120))
  }
}
