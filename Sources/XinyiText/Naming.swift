public import XinyiLedger

/// What the numbers of a village are called, for sentences and papers.
public struct Naming: Sendable {
  private let people: [PersonNumber: String]
  private let goods: [ItemCode: ShopList.Row]

  public init(roster: RosterBook, shop: ShopList) {
    people = Dictionary(
      roster.people.map { ($0.person, $0.name) },
      uniquingKeysWith: { first, _ in first })
    goods = Dictionary(
      shop.goods.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name alone, or the number where no name is known.
  public func name(of person: PersonNumber) -> String {
    let name = people[person].map(withoutLongNumbers) ?? ""
    return name.isEmpty ? person.text : name
  }

  /// Name and number: `苏玉强（0012）`.
  public func person(_ person: PersonNumber) -> String {
    "\(name(of: person))（\(person.text)）"
  }

  public func item(_ item: ItemCode) -> String { goods[item]?.name ?? item.text }

  public func unit(of item: ItemCode) -> String { goods[item]?.unit ?? "件" }
}
