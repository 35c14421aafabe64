import XinyiLedger

/// A list or table of a saved state, in bytes.
///
///     list    elements ─ where each begins, and where the last ends: 8 bytes each
///     table   rows ─ slots of 8 bytes, twice as many as rows or more
///
/// A row is its length in 4 bytes, its key and its value. A slot is 0, or holds where a row begins
/// plus one in its lower 40 bits and a part of the key's hash above; a row has the first free slot
/// from the one its key's hash names.
struct StateSection: Sendable {
  private(set) var bytes: [UInt8] = []
  /// How long the part with the elements or the rows is.
  private(set) var content = 0
  /// How many elements there are, or how many slots.
  private(set) var count = 0

  init(list elements: some Collection<some Encodable>) {
    self.init(packing: elements) { $0.pack(value: $1) }
  }

  /// A list whose elements are packed otherwise than by their `Codable` form.
  init<Elements: Collection>(
    packing elements: Elements, _ pack: (inout Packer, Elements.Element) -> Void
  ) {
    var packer = Packer()
    var starts: [Int] = []
    starts.reserveCapacity(elements.count + 1)
    for element in elements {
      starts.append(packer.bytes.count)
      pack(&packer, element)
    }
    starts.append(packer.bytes.count)
    content = packer.bytes.count
    count = starts.count - 1
    bytes = packer.bytes
    append(starts.map { UInt64($0) })
  }

  init<Key: Encodable, Value: Encodable>(table: [Key: Value]) {
    var packer = Packer()
    var keys: [(hash: UInt64, start: Int)] = []
    keys.reserveCapacity(table.count)
    for (key, value) in table {
      let start = packer.packPlaceholder()
      packer.pack(value: key)
      keys.append((Self.hash(of: packer.bytes[(start + 4)...]), start))
      packer.pack(value: value)
      packer.fill(start, with: packer.bytes.count - start - 4)
    }
    content = packer.bytes.count
    bytes = packer.bytes
    var slots = [UInt64](repeating: 0, count: Self.slots(for: table.count))
    for (hash, start) in keys {
      var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = Self.slot(hash, start: start)
    }
    count = slots.count
    append(slots)
  }

  private mutating func append(_ words: [UInt64]) {
    words.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// A power of two.
  private static func slots(for keys: Int) -> Int {
    var slots = 2
    while slots < keys * 2 { slots *= 2 }
    return slots
  }

  static let startMask: UInt64 = 0xFF_FFFF_FFFF

  static func slot(_ hash: UInt64, start: Int) -> UInt64 {
    hash & ~startMask | UInt64(start + 1) & startMask
  }

  static func hash(of key: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ hash >> 33
  }
}

/// Where a section lies in the content of a saved state.
struct StateSectionPlace: Codable, Sendable {
  /// Where its bytes begin.
  var start: Int
  /// As the section's.
  var content: Int
  var count: Int

  var end: Int { start + content }
}
