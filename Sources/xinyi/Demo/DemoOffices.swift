import XinyiLedger

/// Who does what for the practice village, as places in the list of people.
struct DemoOffices {
  /// An odd number; the first one is in the chair.
  private(set) var council: [Int] = []
  private(set) var secretary: Int?
  private(set) var supervisors: [Int] = []
  /// One for each group.
  private(set) var collectors: [Int] = []
  private(set) var keeper: Int?
  private(set) var committee: [Int] = []
  private(set) var representatives: [Int] = []
  private(set) var partyMembers: [Int] = []
  /// Who is not evaluated from the first day on.
  private(set) var student: Int?
  private(set) var soldier: Int?
  /// Who moves out while the story goes on.
  private(set) var leaver: Int?

  init() {}

  /// Everybody with an office, or a part of their own in the story.
  var everybody: Set<Int> {
    let alone = [secretary, keeper, student, soldier, leaver].compactMap(\.self)
    return Set(
      council + supervisors + collectors + committee + representatives + partyMembers + alone)
  }

  mutating func giveSeat(_ place: Int, to person: Int) { council[place] = person }

  init(_ population: DemoPopulation, on day: Day, _ random: inout DemoRandom) {
    let people = population.people
    let adults = random.shuffled(people.indices.filter { people[$0].age(on: day) >= 18 })
    let able = adults.filter { people[$0].age(on: day) <= 72 }
    let prime = able.filter { (30...64).contains(people[$0].age(on: day)) }
    let known = Set(prime)
    let ranked = prime + adults.filter { !known.contains($0) }
    council = Self.council(population, among: ranked)
    var free = ranked.filter { !council.contains($0) && people[$0].age(on: day) <= 72 }
    func take() -> Int? { free.isEmpty ? nil : free.removeFirst() }
    secretary = take()
    collectors = (0..<population.groupCount).map { group in
      let index = free.firstIndex { population.group(of: $0) == group }
      return index.map { free.remove(at: $0) } ?? council[group % council.count]
    }
    keeper = take()
    committee = Array(council.prefix(1)) + [secretary].compactMap(\.self)
    if people.count >= 20 {
      // Whoever supervises is no near relative of the committee.
      let homes = Set(committee.map { people[$0].home })
      supervisors = Array(free.filter { !homes.contains(people[$0].home) }.prefix(3))
      free.removeAll { supervisors.contains($0) }
    }
    representatives = random.sample(population.homes.count / 12, of: population.homes.map(\.head))
    partyMembers = random.sample(able.count * 6 / 100, of: able)
    guard people.count >= DemoPopulation.sameNameFrom else { return }
    chooseAbsent(population, among: free.filter { !people[$0].isHead }, on: day)
  }

  /// Seven members, five in a very small village, from as many households as there are.
  private static func council(_ population: DemoPopulation, among adults: [Int]) -> [Int] {
    let size = population.people.count >= 12 ? 7 : 5
    var households: Set<Int> = []
    let first = adults.filter { households.insert(population.people[$0].home).inserted }
    households = []
    let second = adults.filter { !first.contains($0) }
      .filter { households.insert(population.people[$0].home).inserted }
    return Array((first + second).prefix(size))
  }

  private mutating func chooseAbsent(
    _ population: DemoPopulation, among candidates: [Int], on day: Day
  ) {
    let busy = Set(representatives + partyMembers)
    let free = candidates.filter { !busy.contains($0) }
    let young = free.filter { population.people[$0].age(on: day) <= 25 }
    student = young.first
    soldier = young.first { $0 != student && !population.people[$0].isWoman }
    leaver = free.first { person in
      person != student && person != soldier && population.people[person].age(on: day) <= 50
    }
  }
}
