/// What a new version of the list changes, item by item.
public struct CatalogComparison: Equatable, Sendable {
  /// In the order of the new list.
  public let added: [Catalog.Item]
  /// In the order of the old list.
  public let removed: [Catalog.Item]
  /// In the order of the new list.
  public let changed: [Change]
  public let unchanged: Int

  public struct Change: Equatable, Sendable {
    public let old: Catalog.Item
    public let new: Catalog.Item
  }

  public init(from old: Catalog, to new: Catalog) {
    added = new.items.filter { old[$0.code] == nil }
    removed = old.items.filter { new[$0.code] == nil }
    let kept = new.items.compactMap { item in
      old[item.code].map { Change(old: $0, new: item) }
    }
    changed = kept.filter { $0.old != $0.new }
    unchanged = kept.count - changed.count
  }

  public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }
}
