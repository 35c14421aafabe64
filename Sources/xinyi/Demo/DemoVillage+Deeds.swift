import XinyiLedger

/// Good deeds of many together, and the regular ones.
extension DemoVillage {
  private static let places = ["村北沟", "东大街", "文化广场", "村口公路两侧", "西坑塘", "南环路", "小学周边"]

  /// Ten to forty people of a group clean a place; some go on to a second one.
  mutating func planCleanUps(_ frame: DemoMonth) {
    guard let item = frame["GI04"] else { return }
    for _ in 0..<times(perThousand: 13, atLeast: 1) {
      let group = anyGroup()
      let day = anySaturday(frame)
      let most = max(3, min(40, cast.workers[group].count * 6 / 10))
      let size = random.number(in: min(10, most)...most)
      let people = claim(item, workers(size, of: group, on: day), on: day)
      guard !people.isEmpty else { continue }
      cleanUp(item, people, on: day, frame)
      if people.count > 8 && random.chance(percent: 20) {
        cleanUp(item, Array(people.prefix(2)), on: day, frame)
      }
    }
  }

  /// One clean-up, told apart from others of its day by a number of its own.
  private mutating func cleanUp(
    _ item: Catalog.Item, _ people: [Int], on day: Day, _ frame: DemoMonth
  ) {
    var request = request(item, people, on: day)
    memory.deeds += 1
    request.deed = DeedNumber("Q\(day.month)-\(memory.deeds)")
    request.campaign = campaign(of: frame)
    request.note = "\(random.pick(Self.places))集中清理"
    file(request, frame)
  }

  /// The collectors look at every yard; most are in order, a few are not.
  mutating func planYardCheck(_ frame: DemoMonth) {
    let day = frame.regular + -random.number(in: 2...5)
    for group in 0..<population.groupCount {
      let homes = population.homes.indices.filter { population.homes[$0].group == group }
      let good = homes.filter { _ in random.chance(percent: 62) }
      note("GI05", good, on: day, frame)
      for home in homes where !good.contains(home) && cast.suspectHomes.contains(home) {
        if random.chance(percent: 3) { note("RJ13", [home], on: day, frame) }
      }
      if random.chance(percent: 40) {
        note("GI08", homes.filter { _ in random.chance(percent: 40) }, on: day + 1, frame)
      }
    }
  }

  /// A few people work the same hours together.
  mutating func planVolunteering(_ frame: DemoMonth) {
    for _ in 0..<times(perThousand: 20, atLeast: 1) {
      let day = anyDay(frame)
      let count = random.number(in: 2...8)
      note("GI01", workers(count, of: anyGroup(), on: day), on: day, frame)
    }
  }

  /// Neighbours help each other; who does so often meets the month's cap.
  mutating func planNeighbours(_ frame: DemoMonth) {
    for _ in 0..<times(perThousand: 40, atLeast: 1) {
      guard let helper = worker(in: nil, on: frame.lastDay) else { continue }
      for _ in 0..<(random.chance(percent: 30) ? 3 : 1) {
        note("DD04", [helper], on: anyDay(frame), frame)
      }
    }
  }

  mutating func planDonations(_ frame: DemoMonth) {
    for _ in 0..<times(perThousand: 30, atLeast: 1) {
      let day = anyDay(frame)
      guard let giver = worker(in: nil, on: day) else { continue }
      note("GI14", [giver], on: day, frame)
    }
  }

  /// What calls the village together at its time of the year.
  mutating func planMeetings(_ frame: DemoMonth) {
    let calendar = frame.month.monthOfYear
    if calendar % 3 == 1 || frame.isFirst { planAssembly(frame) }
    for group in 0..<population.groupCount {
      if calendar % 2 == 0 && random.chance(percent: 50) { gather("GY13", group, 6...25, frame) }
      if [2, 5, 9, 10].contains(calendar) && random.chance(percent: 60) {
        gather("GY14", group, 5...14, frame)
      }
      if calendar == 4 { gather("DY11", group, 4...12, frame) }
      if calendar == 7 || calendar == 8 { gather("DY04", group, 3...8, frame) }
    }
  }

  private mutating func planAssembly(_ frame: DemoMonth) {
    let day = frame.day(random.number(in: 4...20))
    for group in 0..<population.groupCount {
      let homes = population.homes.indices.filter {
        population.homes[$0].group == group && random.chance(percent: 42)
      }
      note("GY08", homes, on: day, frame)
    }
  }

  private mutating func gather(
    _ code: String, _ group: Int, _ size: ClosedRange<Int>, _ frame: DemoMonth
  ) {
    let most = max(2, cast.workers[group].count / 3)
    let count = min(random.number(in: size), most)
    let day = anySaturday(frame)
    note(code, workers(count, of: group, on: day), on: day, frame)
  }
}
