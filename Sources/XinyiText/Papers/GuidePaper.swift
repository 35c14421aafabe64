public import XinyiLedger

/// What earns points and what costs them, for the board (明白纸).
public struct GuidePaper: Sendable, Equatable {
  public var village: PaperVillage
  public var shop: String
  public var version: Int
  public var from: Day
  /// In the order of the catalog, group by group.
  public var plus: [Group]
  public var minus: [Group]
  public var settings: Settings
  public var goods: [Goods]
  public var printed: Day

  public struct Group: Sendable, Equatable {
    public var name: String
    public var items: [Catalog.Item]
  }

  public struct Goods: Sendable, Equatable {
    public var name: String
    public var unit: String
    public var price: Points
  }
}

extension PaperSource {
  /// The catalog in force; nil where there is none yet.
  public func guide() -> GuidePaper? {
    guard let catalog = ledger.catalog(on: today) else { return nil }
    let adopted = ledger.adoptions.first { $0.version == catalog.version }
    return GuidePaper(
      village: village, shop: Self.shopName, version: catalog.version,
      from: adopted?.from ?? ledger.opened.firstMonth.firstDay,
      plus: groups(catalog.items(of: .plus)), minus: groups(catalog.items(of: .minus)),
      settings: ledger.settings(on: today),
      goods: ledger.stock.order.compactMap { item in
        guard let held = ledger.stock[item], held.isListed else { return nil }
        return GuidePaper.Goods(
          name: naming.item(item), unit: naming.unit(of: item), price: held.price)
      }, printed: today)
  }

  private func groups(_ items: [Catalog.Item]) -> [GuidePaper.Group] {
    var names: [String] = []
    for item in items where !names.contains(item.group) { names.append(item.group) }
    return names.map { name in
      GuidePaper.Group(name: name, items: items.filter { $0.group == name })
    }
  }
}
