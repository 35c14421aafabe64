import XinyiLedger

/// Somebody of the practice village, known by the place in the list.
struct DemoVillager {
  let number: PersonNumber
  var name: String
  let surname: String
  let isWoman: Bool
  let born: Day
  /// The place of the household in the list of homes.
  let home: Int
  let isHead: Bool
  /// How keen somebody is on lending a hand, from 1 to 9.
  let zeal: Int

  func age(on day: Day) -> Int { (day - born) * 4 / 1461 }
}

/// A household.
struct DemoHome {
  let number: HouseholdNumber
  var group: Int
  var members: [Int] = []
  var head: Int { members[0] }
}

/// Everybody of the practice village: families, households, groups and offices.
struct DemoPopulation {
  private(set) var people: [DemoVillager] = []
  private(set) var homes: [DemoHome] = []
  private(set) var groupCount = 1
  var offices = DemoOffices()
  private var names = DemoNames()

  init(_ options: DemoOptions, _ random: inout DemoRandom) {
    let day = options.start.firstDay
    for size in Self.sizes(of: options.people, &random) {
      let surname = surnameOfNextHome(options, &random)
      settle(DemoFamily(size: size, surname: surname, on: day, &random), &random)
    }
    if options.people >= Self.sameNameFrom { giveOneNameTwice(&random) }
    formGroups()
    offices = DemoOffices(self, on: day, &random)
  }

  /// From so many people on two of them share a full name.
  static let sameNameFrom = 20

  /// The name of a group as the village says it: `1组`.
  func groupName(_ group: Int) -> String { "\(group + 1)组" }

  func group(of person: Int) -> Int { homes[people[person].home].group }
}

extension DemoPopulation {
  /// Household sizes that add up to the number of people. Small villages have small households, so
  /// that a council finds enough members who need not stand back.
  private static func sizes(of people: Int, _ random: inout DemoRandom) -> [Int] {
    let weights: [(value: Int, weight: Int)] =
      switch people {
      case ..<16: [(1, 40), (2, 60)]
      case ..<40: [(1, 20), (2, 40), (3, 40)]
      default: [(1, 10), (2, 22), (3, 23), (4, 24), (5, 13), (6, 8)]
      }
    // The first two are couples, so that there are always two heads to share a name.
    var sizes = people >= sameNameFrom ? [2, 2] : []
    var left = people - sizes.reduce(0, +)
    while left > 0 {
      sizes.append(min(left, random.pick(weighted: weights)))
      left -= sizes[sizes.count - 1]
    }
    return sizes
  }

  private func surnameOfNextHome(
    _ options: DemoOptions, _ random: inout DemoRandom
  ) -> String {
    let drawn = DemoNames.surname(&random)
    return switch homes.count {
    case 0, 1: DemoNames.commonest
    case 2: DemoNames.compound
    default: drawn
    }
  }

  private mutating func settle(
    _ family: DemoFamily, _ random: inout DemoRandom
  ) {
    let number = HouseholdNumber(unchecked: digits(homes.count + 1, width: 3))
    var home = DemoHome(number: number, group: 0)
    for member in family.members {
      let name = names.name(
        surname: member.surname, isWoman: member.isWoman, born: member.born, &random)
      home.members.append(people.count)
      people.append(
        DemoVillager(
          number: PersonNumber(unchecked: digits(people.count + 1, width: 4)), name: name,
          surname: member.surname, isWoman: member.isWoman, born: member.born,
          home: homes.count, isHead: member.isHead, zeal: random.number(in: 1...9)))
    }
    homes.append(home)
  }

  /// Two heads share a full name, as happens in every village. Those of the first two households
  /// have one surname, so there are always two to choose.
  private mutating func giveOneNameTwice(_ random: inout DemoRandom) {
    let heads = random.shuffled(homes.map(\.head))
    for one in heads {
      let namesakes = heads.filter {
        people[$0].home > people[one].home && people[$0].surname == people[one].surname
          && people[$0].isWoman == people[one].isWoman
      }
      guard !namesakes.isEmpty else { continue }
      people[random.pick(namesakes)].name = people[one].name
      return
    }
  }

  /// About forty households a group; a village that is large enough for two has two.
  private mutating func formGroups() {
    groupCount = homes.count < 24 ? 1 : max(2, (homes.count + 20) / 40)
    for index in homes.indices { homes[index].group = index * groupCount / homes.count }
  }
}

// MARK: - As time goes on

extension DemoPopulation {
  /// A small family that moves into a house of some group; who they are.
  mutating func settleNewcomers(on day: Day, _ random: inout DemoRandom) -> [Int] {
    let surname = DemoNames.surname(&random)
    settle(
      DemoFamily(size: random.number(in: 1...3), surname: surname, on: day, &random), &random)
    homes[homes.count - 1].group = random.below(groupCount)
    return homes[homes.count - 1].members
  }

  func isHead(_ person: Int) -> Bool { homes[people[person].home].head == person }

  /// Who becomes head after somebody: the wife or husband, else the next who is of age.
  func heir(of person: Int, on day: Day, where isThere: (Int) -> Bool) -> Int? {
    homes[people[person].home].members.first {
      isThere($0) && people[$0].age(on: day) >= 18
    }
  }

  mutating func makeHead(_ person: Int) {
    homes[people[person].home].members.removeAll { $0 == person }
    homes[people[person].home].members.insert(person, at: 0)
  }
}

/// The decimal digits of a number, filled up with zeros.
private func digits(_ number: Int, width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
