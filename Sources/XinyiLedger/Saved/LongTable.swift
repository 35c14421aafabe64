/// A table that only grows, of which a part may lie in a saved state: those values are fetched
/// when somebody asks for them. What is in it stays in it.
public struct LongTable<Key: Hashable & Sendable, Value: Equatable & Sendable>: Sendable {
  private let saved: SavedTable<Key, Value>?
  /// What is new or has changed since.
  private var changed: [Key: Value] = [:]

  package init(_ saved: SavedTable<Key, Value>? = nil) { self.saved = saved }

  public subscript(key: Key) -> Value? {
    get { changed[key] ?? saved?.value(key) }
    _modify {
      fetch(key)
      yield &changed[key]
    }
  }

  public subscript(key: Key, default value: @autoclosure () -> Value) -> Value {
    get { self[key] ?? value() }
    _modify {
      fetch(key)
      yield &changed[key, default: value()]
    }
  }

  /// Whether there is a value, without a look at it.
  func contains(_ key: Key) -> Bool {
    changed.index(forKey: key) != nil || saved?.contains(key) == true
  }

  /// Copies a saved value to where it can be changed.
  private mutating func fetch(_ key: Key) {
    guard let saved, changed[key] == nil else { return }
    changed[key] = saved.value(key)
  }

  /// In no particular order. Reads the whole saved state.
  public var keys: some Collection<Key> & Sendable { all.keys }

  /// In no particular order. Reads the whole saved state.
  public var values: some Collection<Value> & Sendable { all.values }

  /// Reads the whole saved state.
  package var all: [Key: Value] {
    guard let saved else { return changed }
    var all = changed
    for (key, value) in saved.all() where all[key] == nil { all[key] = value }
    return all
  }
}

extension LongTable where Value == [Int] {
  /// Adds a place to a key's list; true when it is the first.
  @discardableResult
  mutating func note(_ place: Int, under key: Key) -> Bool {
    func add(to places: inout [Int]) -> Bool {
      places.append(place)
      return places.count == 1
    }
    return add(to: &self[key, default: []])
  }
}

/// Values of a table as they were saved, fetched one at a time.
package struct SavedTable<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  package let contains: @Sendable (Key) -> Bool
  package let value: @Sendable (Key) -> Value?
  package let all: @Sendable () -> [(key: Key, value: Value)]

  package init(
    contains: @escaping @Sendable (Key) -> Bool,
    value: @escaping @Sendable (Key) -> Value?,
    all: @escaping @Sendable () -> [(key: Key, value: Value)]
  ) {
    self.contains = contains
    self.value = value
    self.all = all
  }
}

extension LongTable: Equatable {
  public static func == (left: LongTable, right: LongTable) -> Bool { left.all == right.all }
}
