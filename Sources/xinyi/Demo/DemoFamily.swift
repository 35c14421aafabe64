import XinyiLedger

/// Who lives together under one roof, before they get numbers.
struct DemoFamily {
  var members: [Member] = []

  struct Member {
    var surname: String
    var isWoman: Bool
    var born: Day
    var isHead = false
  }

  /// A family of so many people as it is on a day.
  init(size: Int, surname: String, on day: Day, _ random: inout DemoRandom) {
    switch size {
    case 1: addAlone(surname, on: day, &random)
    case 2:
      let isOld = random.chance(percent: 50)
      let age = isOld ? random.number(in: 60...82) : random.number(in: 30...59)
      addCouple(surname, age: age, on: day, &random)
    default: addGenerations(size: size, surname, on: day, &random)
    }
  }

  private mutating func addAlone(_ surname: String, on day: Day, _ random: inout DemoRandom) {
    let isOld = random.chance(percent: 65)
    let age = isOld ? random.number(in: 63...86) : random.number(in: 32...60)
    let isWoman = isOld && random.chance(percent: 55)
    let born = birthday(age: age, on: day, &random)
    members.append(Member(surname: surname, isWoman: isWoman, born: born, isHead: true))
  }

  private mutating func addCouple(
    _ surname: String, age: Int, on day: Day, _ random: inout DemoRandom
  ) {
    let born = birthday(age: age, on: day, &random)
    members.append(Member(surname: surname, isWoman: false, born: born, isHead: true))
    let other = DemoNames.surname(besides: surname, &random)
    let wife = birthday(age: age + random.number(in: -3...1), on: day, &random)
    members.append(Member(surname: other, isWoman: true, born: wife))
  }

  /// Husband and wife, their children, and with more people under the roof his parents.
  private mutating func addGenerations(
    size: Int, _ surname: String, on day: Day, _ random: inout DemoRandom
  ) {
    let age = random.number(in: 27...56)
    addCouple(surname, age: age, on: day, &random)
    let others = size - 2
    let fewest = max(0, others - 3)
    let parents = min(2, max(fewest, random.chance(percent: size >= 5 ? 85 : 25) ? 1 : 0))
    for parent in 0..<parents {
      let isWoman = parents == 1 ? random.chance(percent: 60) : parent == 1
      let parentAge = min(age + random.number(in: 22...30), 92)
      let family = isWoman ? DemoNames.surname(besides: surname, &random) : surname
      let born = birthday(age: parentAge, on: day, &random)
      members.append(Member(surname: family, isWoman: isWoman, born: born))
    }
    for _ in 0..<(others - parents) {
      let childAge = max(age - random.number(in: 22...33), random.below(3))
      let born = birthday(age: childAge, on: day, &random)
      members.append(
        Member(surname: surname, isWoman: random.chance(percent: 48), born: born))
    }
  }

  private func birthday(age: Int, on day: Day, _ random: inout DemoRandom) -> Day {
    day + -(age * 1461 / 4 + 1 + random.below(365))
  }
}
