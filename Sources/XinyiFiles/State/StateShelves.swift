import Synchronization
import XinyiLedger

/// The lists and tables of a saved state, fetched from its file.
struct StateShelves: LedgerShelves {
  let file: StateFile
  let places: [LedgerShelf: StateSectionPlace]

  func list<Element: Codable & HasStandIn>(_ shelf: LedgerShelf) -> LongList<Element> {
    guard let place = place(of: shelf) else { return LongList() }
    let file = file
    return LongList(
      SavedList(count: place.count) { file.element($0, of: place) ?? Element.standIn })
  }

  func table<Key: Codable, Value: Codable>(_ shelf: LedgerShelf) -> LongTable<Key, Value> {
    guard let place = place(of: shelf) else { return LongTable() }
    let file = file
    return LongTable(
      SavedTable(
        contains: { file.row(of: $0, in: place) != nil },
        value: { file.value(of: $0, in: place) },
        all: { file.rows(of: place) }))
  }

  private func place(of shelf: LedgerShelf) -> StateSectionPlace? {
    if places[shelf] == nil { file.giveUp() }
    return places[shelf]
  }
}

extension StateFile {
  /// Where an element lies; nil, and the file given up, when that makes no sense.
  func place(of index: Int, in list: StateSectionPlace) -> Range<Int>? {
    let start = list.end + index * 8
    let words = bytes(start..<start + 16)
    let ends = [word(words, 0), word(words, 8)].map { Int(truncatingIfNeeded: $0) }
    guard words.count == 16, 0 <= ends[0], ends[0] <= ends[1], ends[1] <= list.content else {
      giveUp()
      return nil
    }
    return list.start + ends[0]..<list.start + ends[1]
  }

  fileprivate func element<Element: Decodable>(
    _ index: Int, of list: StateSectionPlace
  ) -> Element? {
    guard let place = place(of: index, in: list) else { return nil }
    return unpacked(bytes(place)) { (unpacker) in try unpacker.value(Element.self) }
  }

  fileprivate func value<Key: Codable, Value: Decodable>(
    of key: Key, in table: StateSectionPlace
  ) -> Value? {
    guard let (row, start) = row(of: key, in: table) else { return nil }
    return unpacked(row, at: start) { try $0.value(Value.self) }
  }

  /// The bytes of a key's row, and where its value begins in them.
  fileprivate func row(
    of key: some Codable, in table: StateSectionPlace
  ) -> (row: [UInt8], value: Int)? {
    var packer = Packer()
    packer.pack(value: key)
    let hash = StateSection.hash(of: packer.bytes)
    var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
    for _ in 0..<table.count {
      let place = table.end + slot * 8
      let found = word(bytes(place..<place + 8), 0)
      if found == 0 { return nil }
      let start = Int(truncatingIfNeeded: found & StateSection.startMask) - 1
      if found & ~StateSection.startMask == hash & ~StateSection.startMask {
        guard let row = row(at: start, of: table) else { return nil }
        if row.starts(with: packer.bytes) { return (row, packer.bytes.count) }
      }
      slot = (slot + 1) & (table.count - 1)
    }
    giveUp()
    return nil
  }

  fileprivate func rows<Key: Decodable, Value: Decodable>(
    of table: StateSectionPlace
  ) -> [(key: Key, value: Value)] {
    var rows: [(key: Key, value: Value)] = []
    var start = 0
    while start < table.content, let row = row(at: start, of: table) {
      let pair = unpacked(row) { (unpacker) -> (key: Key, value: Value) in
        (try unpacker.value(Key.self), try unpacker.value(Value.self))
      }
      guard let pair else { break }
      rows.append(pair)
      start += 4 + row.count
    }
    return rows
  }

  private func row(at start: Int, of table: StateSectionPlace) -> [UInt8]? {
    let begin = table.start + start
    var length = Unpacker(bytes(begin..<begin + 4))
    guard let count = try? length.filled(), start + 4 + count <= table.content else {
      giveUp()
      return nil
    }
    return bytes(begin + 4..<begin + 4 + count)
  }

  /// What bytes say; nil, and the file given up, when they say nothing.
  func unpacked<Value>(
    _ bytes: [UInt8], at position: Int = 0, _ body: (inout Unpacker) throws -> Value
  ) -> Value? {
    var unpacker = Unpacker(bytes, at: position)
    guard isSound, let value = try? body(&unpacker) else {
      giveUp()
      return nil
    }
    return value
  }

  /// Eight bytes, the lowest first; 0 where there are fewer.
  private func word(_ bytes: [UInt8], _ offset: Int) -> UInt64 {
    guard bytes.count >= offset + 8 else { return 0 }
    return (0..<8).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
  }
}
