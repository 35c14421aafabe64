import XinyiLedger

/// The elements of an array, for types that read them one by one; `[T]` does not come this way.
struct JSONUnkeyedContainer: UnkeyedDecodingContainer {
  private let session: JSONDecodingSession
  private let mark: Int
  private var next: Int
  private let end: Int
  let count: Int?
  private(set) var currentIndex = 0

  init(session: JSONDecodingSession, node: Int, mark: Int) {
    self.session = session
    self.mark = mark
    guard node >= 0, session.tape.nodes[node].kind == .array else {
      session.reportType(.list, nil, at: node)
      (next, end, count) = (0, 0, 0)
      return
    }
    next = node + 1
    end = Int(session.tape.nodes[node].after)
    count = JSONNode(tape: session.tape, index: node).elements.count
  }

  var codingPath: [any CodingKey] { [] }
  var isAtEnd: Bool { next >= end }

  /// Steps over the next element. Behind the last one there is nothing to go on with.
  private mutating func step() throws -> Int {
    guard !isAtEnd else { throw JSONDecodingSession.Abandoned() }
    defer {
      next = Int(session.tape.nodes[next].after)
      currentIndex += 1
    }
    return next
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, session.isNull(at: next) else { return false }
    _ = try step()
    return true
  }
  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    try session.value(type, at: try step())
  }
  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder().container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try decoder().unkeyedContainer()
  }
  mutating func superDecoder() throws -> any Decoder { try decoder() }

  private mutating func decoder() throws -> JSONTreeDecoder {
    JSONTreeDecoder(session: session, node: try step(), mark: mark)
  }
}
