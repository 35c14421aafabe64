/// The encoder of one value: whatever it writes goes straight into the output.
struct JSONEncoding: Encoder {
  let output: JSONOutput
  let depth: Int

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    let level = output.open(.openBrace, closer: .closeBrace, at: depth)
    return KeyedEncodingContainer(JSONKeyedEncoding<Key>(output: output, level: level))
  }
  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    let level = output.open(.openBracket, closer: .closeBracket, at: depth)
    return JSONUnkeyedEncoding(output: output, level: level)
  }
  func singleValueContainer() -> any SingleValueEncodingContainer {
    JSONSingleValueEncoding(output: output)
  }
}

private struct JSONSingleValueEncoding: SingleValueEncodingContainer {
  let output: JSONOutput

  var codingPath: [any CodingKey] { [] }

  func encodeNil() { output.write(digits: "null") }
  func encode(_ value: Bool) { output.write(value) }
  func encode(_ value: String) { output.write(value) }
  func encode(_ value: Double) throws { try output.write(value) }
  func encode(_ value: Float) throws { try output.write(Double(value)) }
  func encode(_ value: Int) { output.write(digits: String(value)) }
  func encode(_ value: Int8) { output.write(digits: String(value)) }
  func encode(_ value: Int16) { output.write(digits: String(value)) }
  func encode(_ value: Int32) { output.write(digits: String(value)) }
  func encode(_ value: Int64) { output.write(digits: String(value)) }
  func encode(_ value: UInt) { output.write(digits: String(value)) }
  func encode(_ value: UInt8) { output.write(digits: String(value)) }
  func encode(_ value: UInt16) { output.write(digits: String(value)) }
  func encode(_ value: UInt32) { output.write(digits: String(value)) }
  func encode(_ value: UInt64) { output.write(digits: String(value)) }
  func encode<T: Encodable>(_ value: T) throws { try output.write(value) }
}

private struct JSONKeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let output: JSONOutput
  let level: Int

  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) {
    output.next(at: level, key: key.stringValue)
    output.write(digits: "null")
  }
  func encode(_ value: String, forKey key: Key) {
    output.next(at: level, key: key.stringValue)
    output.write(value)
  }
  func encode(_ value: Int, forKey key: Key) {
    output.next(at: level, key: key.stringValue)
    output.write(digits: String(value))
  }
  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    output.next(at: level, key: key.stringValue)
    try output.write(value)
  }
  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    next(key).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    next(key).unkeyedContainer()
  }
  func superEncoder() -> any Encoder { JSONEncoding(output: output, depth: level) }
  func superEncoder(forKey key: Key) -> any Encoder { next(key) }

  private func next(_ key: Key) -> JSONEncoding {
    output.next(at: level, key: key.stringValue)
    return JSONEncoding(output: output, depth: output.depth)
  }
}

private struct JSONUnkeyedEncoding: UnkeyedEncodingContainer {
  let output: JSONOutput
  let level: Int

  var codingPath: [any CodingKey] { [] }
  var count: Int { output.count(at: level) }

  func encodeNil() {
    output.next(at: level)
    output.write(digits: "null")
  }
  func encode<T: Encodable>(_ value: T) throws {
    output.next(at: level)
    try output.write(value)
  }
  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    next().container(keyedBy: type)
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { next().unkeyedContainer() }
  func superEncoder() -> any Encoder { next() }

  private func next() -> JSONEncoding {
    output.next(at: level)
    return JSONEncoding(output: output, depth: output.depth)
  }
}
