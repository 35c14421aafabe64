/// The places of entries that may still take effect, in ledger order: whoever asks what is pending for
/// somebody need not look at everything that ever happened to them.
///
/// A few may be here that were rejected since; none is missing.
struct UnsettledPlaces: Codable, Equatable, Sendable {
  private(set) var places: [Int] = []

  /// Adds the place of a new entry, which is behind all others.
  mutating func append(_ place: Int) { places.append(place) }

  /// Takes out places, given in any order.
  mutating func remove(_ settled: [Int]) {
    let settled = settled.sorted()
    var next = 0
    places.removeAll { place in
      while next < settled.count, settled[next] < place { next += 1 }
      return next < settled.count && settled[next] == place
    }
  }

  /// Those of the places given that are here; both are in ledger order.
  func among(_ given: [Int]) -> [Int] {
    var next = 0
    return given.drop { $0 < places.first ?? .max }.filter { place in
      while next < places.count, places[next] < place { next += 1 }
      return next < places.count && places[next] == place
    }
  }
}
