import Testing
import XinyiLedger

@testable import xinyi

@Suite struct DemoPeopleTests {
  private func population(_ people: Int, seed: UInt64) throws -> DemoPopulation {
    let start = try #require(Month("2026-03"))
    let options = try #require(DemoOptions(people: people, months: 3, seed: seed, start: start))
    return DemoVillage(options).population
  }

  @Test(arguments: [20, 21, 60, 120, 500, 3000], [1, 2, 3] as [UInt64])
  func `exactly two people share a full name, and live in different households`(
    people: Int, seed: UInt64
  ) throws {
    let population = try population(people, seed: seed)
    let byName = Dictionary(grouping: population.people, by: \.name).values.filter { $0.count > 1 }
    #expect(byName.count == 1)
    let pair = try #require(byName.first)
    #expect(pair.count == 2)
    #expect(pair[0].home != pair[1].home)
  }

  @Test(arguments: [5, 11, 19])
  func `in a very small village all names differ`(people: Int) throws {
    let names = try population(people, seed: 6).people.map(\.name)
    #expect(Set(names).count == people)
  }

  @Test(arguments: [5, 20, 120, 3000])
  func `every household has one head of age, and at most six people`(people: Int) throws {
    let day = try #require(Day("2026-03-01"))
    let population = try population(people, seed: 2)
    for home in population.homes {
      #expect((1...6).contains(home.members.count))
      let heads = home.members.filter { population.people[$0].isHead }
      #expect(heads == [home.head])
      #expect(population.people[home.head].age(on: day) >= 18)
    }
    #expect(population.people.count == people)
    #expect(population.people.allSatisfy { $0.born <= day })
    #expect(population.homes[0].number.text == "001")
  }

  @Test func `a village has children, old people, a compound surname, and several groups`() throws {
    let day = try #require(Day("2026-03-01"))
    let population = try population(400, seed: 2)
    #expect(population.people.contains { $0.age(on: day) < 10 })
    #expect(population.people.contains { $0.age(on: day) > 75 })
    #expect(population.people.contains { $0.name.hasPrefix("欧阳") && $0.name.count == 4 })
    #expect((3...5).contains(population.groupCount))
  }

  @Test(arguments: [5, 12, 20, 120, 3000], [1, 2, 3, 4] as [UInt64])
  func `the council is odd, and its secretary and supervisors are not on it`(
    people: Int, seed: UInt64
  ) throws {
    let offices = try population(people, seed: seed).offices
    #expect(offices.council.count == (people >= 12 ? 7 : 5))
    #expect(Set(offices.council).count == offices.council.count)
    #expect(offices.secretary.map(offices.council.contains) != true)
    #expect(!offices.supervisors.contains { offices.council.contains($0) })
    #expect(!offices.supervisors.contains { offices.committee.contains($0) })
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `one person studies, one serves and one moves out while the story goes on`(
    seed: UInt64
  ) throws {
    let told = try DemoRehearsal(people: 120, months: 3, seed: seed)
    let statuses = told.ledger.roster.order.compactMap { number in
      told.ledger.roster[number]?.status(on: told.lastDay)
    }
    #expect(statuses.count { $0 == .student } == 1)
    #expect(statuses.count { $0 == .soldier } == 1)
    #expect(statuses.count { $0 == .left } == 1)
    let consents = told.ledger.roster.order.compactMap { told.ledger.roster[$0]?.consents }
    #expect((45...75).contains(consents.count { $0[.names] != nil } * 100 / 120))
    #expect((55...85).contains(consents.count { $0[.platform] != nil } * 100 / 120))
  }

  @Test func `the dice of a seed fall alike everywhere`() {
    var dice = DemoRandom(seed: 1)
    #expect(dice.next() == 0x910A_2DEC_8902_5CC1)
    #expect((0..<6).map { _ in dice.below(100) } == [74, 97, 44, 44, 76, 87])
  }
}
