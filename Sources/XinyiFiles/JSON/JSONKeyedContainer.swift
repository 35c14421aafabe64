import XinyiLedger

/// The members of an object, by the keys of a type. An object that is none has no members.
struct JSONKeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let session: JSONDecodingSession
  private let node: Int
  /// Which frame of the session notes the keys; nil without an object.
  private let frame: Int?

  init(session: JSONDecodingSession, node: Int, mark: Int) {
    self.session = session
    guard node >= 0, session.tape.nodes[node].kind == .object else {
      (self.node, self.frame) = (JSONDecodingSession.absent, nil)
      return
    }
    self.node = node
    if let frame = session.frames[mark...].firstIndex(where: { $0.object == node }) {
      self.frame = frame
    } else {
      self.frame = session.frames.count
      session.frames.append(KeyFrame(object: node))
    }
  }

  var codingPath: [any CodingKey] { [] }

  var allKeys: [Key] {
    guard node >= 0 else { return [] }
    var keys: [Key] = []
    var index = node + 1
    while index < Int(session.tape.nodes[node].after) {
      if let key = Key(stringValue: session.tape.text(of: index)) { keys.append(key) }
      index = Int(session.tape.nodes[index + 1].after)
    }
    return keys
  }

  private func find(_ key: Key) -> Int? {
    guard let frame else { return nil }
    return session.frames[frame].member(key.stringValue, in: session.tape)
  }

  /// The value of a member that must be there.
  private func require(_ key: Key) -> Int {
    if let value = find(key) { return value }
    if node >= 0, !session.tape.nodes[node].flags.contains(.damaged) {
      session.report(.missingKey(key.stringValue), at: node)
    }
    return JSONDecodingSession.absent
  }

  func contains(_ key: Key) -> Bool { find(key) != nil }

  func decodeNil(forKey key: Key) -> Bool {
    session.isNull(at: find(key) ?? JSONDecodingSession.absent)
  }
  func decode(_ type: Bool.Type, forKey key: Key) -> Bool { session.bool(at: require(key)) }
  func decode(_ type: String.Type, forKey key: Key) -> String {
    session.string(at: require(key)) ?? ""
  }
  func decode(_ type: Double.Type, forKey key: Key) -> Double { session.double(at: require(key)) }
  func decode(_ type: Int.Type, forKey key: Key) -> Int {
    session.integer(Int.self, at: require(key))
  }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try session.value(type, at: require(key))
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder(at: require(key)).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer {
    decoder(at: require(key)).unkeyedContainer()
  }
  func superDecoder() -> any Decoder { decoder(at: node) }
  func superDecoder(forKey key: Key) -> any Decoder { decoder(at: require(key)) }

  private func decoder(at node: Int) -> JSONTreeDecoder {
    JSONTreeDecoder(session: session, node: node, mark: frame ?? session.frames.count)
  }
}
