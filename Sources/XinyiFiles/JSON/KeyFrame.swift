import XinyiLedger

/// Which members of one object its type has asked for.
struct KeyFrame {
  let object: Int
  /// Every key the type asked for, there or not: what it knows.
  var asked: [String] = []
  /// Where the next key is looked for first: types ask in the order that files are written in.
  var cursor: Int
  /// The members that were found, by their place in the object.
  private var found: UInt64 = 0
  private var foundBehind: Set<Int> = []
  private var ordinal = 0

  init(object: Int) {
    self.object = object
    self.cursor = object + 1
  }

  /// The value of the member `key`; notes that it was asked for.
  mutating func member(_ key: String, in tape: JSONTape) -> Int? {
    if asked.isEmpty { asked.reserveCapacity(8) }
    asked.append(key)
    let end = Int(tape.nodes[object].after)
    if let value = search(key, in: tape, upTo: end) { return value }
    let behind = (cursor, ordinal)
    (cursor, ordinal) = (object + 1, 0)
    if let value = search(key, in: tape, upTo: behind.0) { return value }
    (cursor, ordinal) = behind
    return nil
  }

  private mutating func search(_ key: String, in tape: JSONTape, upTo end: Int) -> Int? {
    var (index, place) = (cursor, ordinal)
    while index < end {
      if tape.matches(key, index) {
        (cursor, ordinal) = (index, place)
        if place < 64 { found |= 1 << UInt64(place) } else { foundBehind.insert(place) }
        return index + 1
      }
      index = Int(tape.nodes[index + 1].after)
      place += 1
    }
    return nil
  }

  /// The keys of the members that nobody asked for.
  func unknown(in tape: JSONTape) -> [Int] {
    var result: [Int] = []
    var (index, place) = (object + 1, 0)
    while index < Int(tape.nodes[object].after) {
      let isFound = place < 64 ? found & 1 << UInt64(place) != 0 : foundBehind.contains(place)
      if !isFound, tape.nodes[index].flags.isDisjoint(with: [.faulty, .duplicate]) {
        result.append(index)
      }
      index = Int(tape.nodes[index + 1].after)
      place += 1
    }
    return result
  }
}

extension JSONDecodingSession {
  func reportUnknownKeys(of frame: KeyFrame) {
    let unknown = frame.unknown(in: tape)
    if unknown.isEmpty { return }
    let free = frame.asked.filter { tape.member($0, of: frame.object) == nil }
    for key in unknown where !isFull {
      let text = tape.text(of: key)
      let nearest = nearestWord(to: text, among: free)
      report(.unknownKey(text, nearest: nearest), at: key)
    }
  }
}
