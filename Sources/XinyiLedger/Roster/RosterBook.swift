/// `roster.json`: who the numbers are. The names stand only here; the facts are a copy of the
/// ledger's for people to read, and are checked against it.
public struct RosterBook: Codable, Equatable, Sendable {
  public var format: Int
  public var people: [Row]

  public struct Row: Codable, Equatable, Sendable {
    public var person: PersonNumber
    public var name: String
    /// How the name is spelled, where that is not what anybody would take it for.
    public var pinyin: Pinyin?
    public var born: Day?
    /// In the order they were recorded.
    public var facts: [RosterFact]

    public init(
      person: PersonNumber, name: String, pinyin: Pinyin?, born: Day?, facts: [RosterFact]
    ) {
      self.person = person
      self.name = name
      self.pinyin = pinyin
      self.born = born
      self.facts = facts
    }
  }

  public init(people: [Row]) {
    self.format = 1
    self.people = people
  }

  public subscript(person: PersonNumber) -> Row? { people.first { $0.person == person } }

  /// The book with the facts that a ledger holds, for everybody the ledger knows.
  public func updated(from roster: Roster) -> RosterBook {
    let rows = Dictionary(people.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
    return RosterBook(
      people: roster.order.map { number in
        Row(
          person: number, name: rows[number]?.name ?? number.text,
          pinyin: rows[number]?.pinyin, born: rows[number]?.born,
          facts: roster[number]?.facts ?? [])
      })
  }

  /// Where the book and the ledger's roster differ, by person; empty when they agree.
  public func differences(from roster: Roster) -> [PersonNumber] {
    let known = people.filter { roster[$0.person]?.facts != $0.facts }.map(\.person)
    let listed = Set(people.map(\.person))
    return known + roster.order.filter { !listed.contains($0) }
  }
}
