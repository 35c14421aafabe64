import XinyiLedger

/// The first day: people, offices, consents, goods.
extension DemoVillage {
  mutating func openVillage() {
    let day = options.start.firstDay
    take(
      groupsOfPeople(from: day), at: DemoClock.moment(on: day, hour: 8, minute: 20), every: 150,
      by: Self.clerk)
    take(
      appointments(from: day), at: DemoClock.moment(on: day, hour: 9, minute: 40), every: 40,
      by: Self.clerk)
    take(
      statuses(from: day), at: DemoClock.moment(on: day, hour: 10, minute: 40), every: 180,
      by: Self.clerk)
    take(
      firstGoods(), at: DemoClock.moment(on: day, hour: 11, minute: 0), every: 60,
      by: Self.keeper)
    take(
      consents(), at: DemoClock.moment(on: day, hour: 14, minute: 10), every: 120,
      by: Self.clerk)
  }

  private func groupsOfPeople(from day: Day) -> [DemoStep] {
    (0..<population.groupCount).map { group in
      .addPeople(
        population.people.indices.filter { population.group(of: $0) == group }
          .map { newcomer($0, from: day) })
    }
  }

  func newcomer(_ person: Int, from day: Day) -> DemoPerson {
    let villager = population.people[person]
    let home = population.homes[villager.home]
    let offices = population.offices
    let roles: [(Role, [Int])] = [
      (.committee, offices.committee), (.representative, offices.representatives),
      (.partyMember, offices.partyMembers),
    ]
    return DemoPerson(
      facts: NewPerson(
        number: villager.number, household: home.number,
        group: population.groupName(home.group), isHead: villager.isHead,
        roles: roles.filter { $0.1.contains(person) }.map(\.0), from: day),
      name: villager.name, born: villager.born)
  }

  private func appointments(from day: Day) -> [DemoStep] {
    let offices = population.offices
    let appointed: [(Role, [Int])] = [
      (.council, offices.council), (.chair, Array(offices.council.prefix(1))),
      (.secretary, [offices.secretary].compactMap(\.self)),
      (.supervisor, offices.supervisors), (.collector, offices.collectors),
      (.keeper, [offices.keeper].compactMap(\.self)),
    ]
    return appointed.flatMap { role, holders in
      holders.map { DemoStep.assign(role, to: number($0), from: day) }
    }
  }

  private func statuses(from day: Day) -> [DemoStep] {
    let absent: [(ResidentStatus, Int?)] = [
      (.student, population.offices.student), (.soldier, population.offices.soldier),
    ]
    return absent.compactMap { status, person in
      person.map { DemoStep.setStatus(status, of: number($0), from: day) }
    }
  }

  private mutating func firstGoods() -> [DemoStep] {
    DemoGoods.all.flatMap { goods in
      [
        DemoStep.addGoods(goods.row),
        .receive(
          goods.row.item, count: goods.fullShelf(people: options.people),
          from: random.pick(DemoGoods.donors)),
      ]
    }
  }

  private mutating func consents() -> [DemoStep] {
    let shares: [(ConsentScope, Int)] = [(.names, 60), (.platform, 70)]
    return (0..<population.groupCount).flatMap { group in
      shares.compactMap { scope, percent in
        let signed = population.people.indices.filter {
          population.group(of: $0) == group && random.chance(percent: percent)
        }
        return signed.isEmpty ? nil : .consent(scope, by: signed.map(number))
      }
    }
  }

  mutating func leave(_ person: Int, at moment: Moment) {
    take(.setStatus(.left, of: number(person), from: moment.day), at: moment)
  }
}
