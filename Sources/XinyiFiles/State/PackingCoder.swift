import XinyiLedger

/// Lets a value pack itself by its `Codable` form: the order of its properties is the order of the
/// bytes. Only `Account` has other keys from value to value; a flag tells which. What a ledger is
/// full of takes a shorter way.
final class PackingCoder: Encoder {
  var packer = Packer()
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func encode<Value: Encodable>(_ value: Value) throws {
    if Value.self == Points.self, let points = value as? Points {
      packer.pack(points.tenths)
    } else if Value.self == [Int].self, let numbers = value as? [Int] {
      packer.pack(numbers.count)
      for number in numbers { packer.pack(number) }
    } else if Value.self == Day.self, let day = value as? Day {
      packer.pack(Int(day.number))
    } else if Value.self == EntryNumber.self, let number = value as? EntryNumber {
      packer.pack(number.month.number)
      packer.pack(number.serial)
    } else if Value.self == Account.self, let account = value as? Account {
      switch account {
      case .person(let person):
        packer.pack(false)
        packer.pack(person.text)
      case .household(let household):
        packer.pack(true)
        packer.pack(household.text)
      }
    } else {
      try value.encode(to: self)
    }
  }

  func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Keyed<Key>(coder: self))
  }
  func unkeyedContainer() -> any UnkeyedEncodingContainer { Unkeyed(coder: self) }
  func singleValueContainer() -> any SingleValueEncodingContainer { Single(coder: self) }

  /// nil without an optional around it is in no saved type.
  private struct CannotBePacked: Error {}
}

extension PackingCoder {
  private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let coder: PackingCoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) throws { throw CannotBePacked() }
    func encode(_ value: Bool, forKey key: Key) { coder.packer.pack(value) }
    func encode(_ value: Int, forKey key: Key) { coder.packer.pack(value) }
    func encode(_ value: String, forKey key: Key) { coder.packer.pack(value) }
    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
      try coder.encode(value)
    }
    func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try option(value) }
    func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try option(value) }
    func encodeIfPresent(_ value: String?, forKey key: Key) throws { try option(value) }
    func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
      try option(value)
    }

    private func option<Value: Encodable>(_ value: Value?) throws {
      coder.packer.pack(value != nil)
      if let value { try coder.encode(value) }
    }

    func nestedContainer<Nested>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> { coder.container(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      coder.unkeyedContainer()
    }
    func superEncoder() -> any Encoder { coder }
    func superEncoder(forKey key: Key) -> any Encoder { coder }
  }

  private struct Unkeyed: UnkeyedEncodingContainer {
    let coder: PackingCoder
    private let place: Int
    private(set) var count = 0
    var codingPath: [any CodingKey] { [] }

    init(coder: PackingCoder) {
      self.coder = coder
      place = coder.packer.packPlaceholder()
    }

    mutating func encodeNil() throws { throw CannotBePacked() }
    mutating func encode(_ value: Int) {
      count += 1
      coder.packer.fill(place, with: count)
      coder.packer.pack(value)
    }
    mutating func encode<Value: Encodable>(_ value: Value) throws {
      count += 1
      coder.packer.fill(place, with: count)
      try coder.encode(value)
    }
    mutating func nestedContainer<Nested>(
      keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> { coder.container(keyedBy: type) }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
      coder.unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder { coder }
  }

  private struct Single: SingleValueEncodingContainer {
    let coder: PackingCoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil() throws { throw CannotBePacked() }
    func encode(_ value: Bool) { coder.packer.pack(value) }
    func encode(_ value: Int) { coder.packer.pack(value) }
    /// Quantities and amounts have one decimal.
    func encode(_ value: Double) { coder.packer.pack(Int((value * 10).rounded())) }
    func encode(_ value: String) { coder.packer.pack(value) }
    func encode<Value: Encodable>(_ value: Value) throws { try coder.encode(value) }
  }
}
