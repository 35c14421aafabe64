import XinyiLedger

/// Who of the people can take which part in the story, as places in the list of people.
struct DemoCast: Sendable {
  /// Who has moved out or died, from when on; only asked, never listed.
  var gone: [Int: Day]
  /// Who lends a hand, by group.
  var workers: [[Int]]
  var allWorkers: [Int]
  /// Who may be found at fault. The council's households are not: a member needs the base star.
  var suspects: [Int]
  /// Households whose head may be found at fault.
  var suspectHomes: [Int]
  /// Collectors that are no members of the council.
  let collectors: [Int]
  /// Representatives and party members who may miss a meeting.
  let invited: [Int]
  private let absent: Set<Int>
  /// Who moves out, and from when on.
  let leaver: (person: Int, from: Day)?

  /// The cast of a year, by the age of its first day.
  init(
    _ population: DemoPopulation, _ options: DemoOptions, on day: Day, gone: [Int: Day] = [:]
  ) {
    let offices = population.offices
    let absent = Set([offices.student, offices.soldier].compactMap(\.self))
    let able = population.people.indices.filter { person in
      (18...80).contains(population.people[person].age(on: day)) && !absent.contains(person)
        && gone[person] == nil
    }
    let respected = Set(offices.council.map { population.people[$0].home })
    let suspects = able.filter { !respected.contains(population.people[$0].home) }
    self.absent = absent
    self.gone = gone
    self.allWorkers = able
    self.workers = (0..<population.groupCount).map { group in
      able.filter { population.group(of: $0) == group }
    }
    self.suspects = suspects
    self.suspectHomes = population.homes.indices.filter { !respected.contains($0) }
    self.collectors = offices.collectors.filter {
      able.contains($0) && !offices.council.contains($0)
    }
    self.invited = suspects.filter {
      offices.representatives.contains($0) || offices.partyMembers.contains($0)
    }
    let leaving = options.story[options.months / 2].firstDay + 11
    self.leaver = options.months < 2 ? nil : offices.leaver.map { ($0, leaving) }
  }

  /// Whether somebody is evaluated on a day.
  func isEvaluated(_ person: Int, on day: Day) -> Bool {
    if let leaver, leaver.person == person { return day < leaver.from }
    if let from = gone[person] { return day < from }
    return !absent.contains(person)
  }
}
