/// Where each entry stands in the list of all, by its number.
///
/// The serials of a month follow each other, so that its places make a list, and what a ledger asks
/// for most often is found without hashing.
struct EntryPlaces: Sendable {
  /// The month of the first list.
  private var first: Month?
  /// By month from the first one on, the places of the serials 1, 2, 3 ….
  private var months: [[Int]] = []
  /// Those that came out of turn, and what is saved.
  private var others: LongTable<EntryNumber, Int>

  init(_ saved: LongTable<EntryNumber, Int> = .init()) { others = saved }

  subscript(number: EntryNumber) -> Int? {
    if let index = index(of: number.month), number.serial <= months[index].count {
      return months[index][number.serial - 1]
    }
    return others[number]
  }

  mutating func add(_ number: EntryNumber, at place: Int) {
    if first == nil { first = number.month }
    if let first, number.serial == 1, number.month >= first {
      while months.count <= number.month.number - first.number { months.append([]) }
    }
    if let index = index(of: number.month), number.serial == months[index].count + 1 {
      months[index].append(place)
    } else {
      others[number] = place
    }
  }

  private func index(of month: Month) -> Int? {
    guard let first else { return nil }
    let index = month.number - first.number
    return months.indices.contains(index) ? index : nil
  }

  /// All of them, as they are saved.
  var all: LongTable<EntryNumber, Int> {
    var all = others
    for (index, places) in months.enumerated() {
      guard let first, let month = Month(number: first.number + index) else { continue }
      for (offset, place) in places.enumerated() {
        all[EntryNumber(month: month, serial: offset + 1)] = place
      }
    }
    return all
  }
}

extension EntryPlaces: Equatable {
  static func == (left: EntryPlaces, right: EntryPlaces) -> Bool { left.all == right.all }
}
