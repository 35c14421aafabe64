import XinyiLedger

/// Lets ordinary `Codable` types read from parsed nodes; the session notes what is wrong.
struct JSONTreeDecoder: Decoder {
  let session: JSONDecodingSession
  let node: Int
  /// The frames from this one on belong to the type that is being decoded.
  let mark: Int

  /// Always empty: places are told by line and column.
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// Throws for a value that is no object: a type may then look at it in another way, and if it
  /// does not, the session tells the fault.
  func container<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    guard session.mayBeObject(at: node) else {
      throw DecodingError.typeMismatch(
        Key.self, DecodingError.Context(codingPath: [], debugDescription: ""))
    }
    return KeyedDecodingContainer(JSONKeyedContainer<Key>(session: session, node: node, mark: mark))
  }

  func unkeyedContainer() -> any UnkeyedDecodingContainer {
    JSONUnkeyedContainer(session: session, node: node, mark: mark)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    JSONSingleValueContainer(session: session, node: node)
  }
}

/// The value of a type that stands for one leaf.
private struct JSONSingleValueContainer: SingleValueDecodingContainer {
  let session: JSONDecodingSession
  let node: Int

  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { session.isNull(at: node) }
  func decode(_ type: Bool.Type) -> Bool { session.bool(at: node) }
  func decode(_ type: String.Type) -> String { session.string(at: node) ?? "" }
  func decode(_ type: Double.Type) -> Double { session.double(at: node) }
  func decode(_ type: Int.Type) -> Int { session.integer(Int.self, at: node) }
  func decode<T: Decodable>(_ type: T.Type) throws -> T { try session.value(type, at: node) }
}

extension JSONDecodingSession {
  /// Absent and faulty values pass: what is wrong with them was noted before.
  func mayBeObject(at node: Int) -> Bool {
    guard node >= 0 else { return true }
    return tape.nodes[node].kind == .object || tape.nodes[node].kind == .faulty
  }

  /// Nothing is said by leaving the key out: a `null` is a fault, and then taken for nothing.
  func isNull(at node: Int) -> Bool {
    guard node >= 0 else { return true }
    guard tape.nodes[node].kind == .null else { return false }
    reportNull(at: node)
    return true
  }
}
