public import XinyiLedger

/// What the numbers of a village are called, for sentences and papers.
public struct Naming: Sendable {
  private let people: [RosterBook.Row]
  /// Where everybody stands in the list.
  private let places: [PersonNumber: Int]
  private let goods: [ItemCode: ShopList.Row]

  public init(roster: RosterBook, shop: ShopList) {
    people = roster.people
    places = Dictionary(
      people.indices.lazy.map { [people] in (people[$0].person, $0) },
      uniquingKeysWith: { first, _ in first })
    goods = Dictionary(
      shop.goods.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name alone, or the number where no name is known.
  public func name(of person: PersonNumber) -> String {
    let name = row(of: person).map { withoutLongNumbers($0.name) } ?? ""
    return name.isEmpty ? person.text : name
  }

  public func born(_ person: PersonNumber) -> Day? { row(of: person)?.born }

  private func row(of person: PersonNumber) -> RosterBook.Row? {
    places[person].map { people[$0] }
  }

  /// Name and number: `苏玉强（0012）`.
  public func person(_ person: PersonNumber) -> String {
    "\(name(of: person))（\(person.text)）"
  }

  public func item(_ item: ItemCode) -> String { goods[item]?.name ?? item.text }

  public func unit(of item: ItemCode) -> String { goods[item]?.unit ?? "件" }
}
