import XinyiLedger

/// Reads what a `PackingCoder` wrote, the same types in the same order.
final class UnpackingCoder: Decoder {
  var unpacker: Unpacker
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(_ unpacker: Unpacker) { self.unpacker = unpacker }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if type == Points.self, let value = Points(saved: try unpacker.number()) as? Value {
      return value
    }
    if type == [Int].self, let value = try numbers() as? Value { return value }
    if type == Day.self, let value = try day() as? Value { return value }
    if type == EntryNumber.self, let value = try entryNumber() as? Value { return value }
    if type == Account.self, let value = try account() as? Value { return value }
    return try Value(from: self)
  }

  private func numbers() throws -> [Int] {
    let count = try unpacker.number()
    guard count >= 0, count <= unpacker.remaining else { throw Unpacker.Fault() }
    var numbers: [Int] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count { numbers.append(try unpacker.number()) }
    return numbers
  }

  private func day() throws -> Day {
    guard let number = Int32(exactly: try unpacker.number()) else { throw Unpacker.Fault() }
    return Day(number: number)
  }

  private func entryNumber() throws -> EntryNumber {
    guard let month = Month(number: try unpacker.number()) else { throw Unpacker.Fault() }
    return EntryNumber(month: month, serial: try unpacker.number())
  }

  private func account() throws -> Account {
    let isHousehold = try unpacker.flag()
    let text = try unpacker.text()
    return isHousehold
      ? .household(HouseholdNumber(unchecked: text)) : .person(PersonNumber(unchecked: text))
  }

  func container<Key>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Keyed<Key>(coder: self))
  }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    Unkeyed(coder: self, count: try unpacker.filled())
  }
  func singleValueContainer() -> any SingleValueDecodingContainer { Single(coder: self) }
}

extension UnpackingCoder {
  private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let coder: UnpackingCoder
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) -> Bool { false }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try coder.unpacker.flag() }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try coder.unpacker.number() }
    func decode(_ type: String.Type, forKey key: Key) throws -> String {
      try coder.unpacker.text()
    }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      try coder.decode(type)
    }
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
      try coder.unpacker.flag() ? try coder.unpacker.flag() : nil
    }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
      try coder.unpacker.flag() ? try coder.unpacker.number() : nil
    }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
      try coder.unpacker.flag() ? try coder.unpacker.text() : nil
    }
    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
      try coder.unpacker.flag() ? try coder.decode(type) : nil
    }

    func nestedContainer<Nested>(
      keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { coder.container(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try coder.unkeyedContainer()
    }
    func superDecoder() throws -> any Decoder { coder }
    func superDecoder(forKey key: Key) throws -> any Decoder { coder }
  }

  private struct Unkeyed: UnkeyedDecodingContainer {
    let coder: UnpackingCoder
    let count: Int?
    private(set) var currentIndex = 0
    var codingPath: [any CodingKey] { [] }
    var isAtEnd: Bool { currentIndex >= count ?? 0 }

    init(coder: UnpackingCoder, count: Int) {
      self.coder = coder
      self.count = count
    }

    mutating func decodeNil() -> Bool { false }
    mutating func decode(_ type: Int.Type) throws -> Int {
      currentIndex += 1
      return try coder.unpacker.number()
    }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
      currentIndex += 1
      return try coder.decode(type)
    }
    mutating func nestedContainer<Nested>(
      keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> { coder.container(keyedBy: type) }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
      try coder.unkeyedContainer()
    }
    mutating func superDecoder() throws -> any Decoder { coder }
  }

  private struct Single: SingleValueDecodingContainer {
    let coder: UnpackingCoder
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }
    func decode(_ type: Bool.Type) throws -> Bool { try coder.unpacker.flag() }
    func decode(_ type: Int.Type) throws -> Int { try coder.unpacker.number() }
    func decode(_ type: Double.Type) throws -> Double { Double(try coder.unpacker.number()) / 10 }
    func decode(_ type: String.Type) throws -> String { try coder.unpacker.text() }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try coder.decode(type) }
  }
}
