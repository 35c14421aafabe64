import XinyiLedger

/// What one decoding found: the faults, and which keys each object was asked for.
///
/// A fault never stops the reading. It is noted with its place, a stand-in takes the place of the
/// value, and the reading goes on; whoever started it throws the faults away or the value, never
/// both. The node `absent` stands for what is not there: every type decodes from it, silently, to
/// its stand-in.
final class JSONDecodingSession {
  static let absent = -1

  let tape: JSONTape
  private(set) var faults: [RawFault] = []
  /// The objects that are being decoded, the innermost last.
  var frames: [KeyFrame] = []
  private var leafKinds: [ObjectIdentifier: LeafKind] = [:]
  private var depth = 0

  init(_ tape: JSONTape) { self.tape = tape }

  /// Thrown by a type that cannot even be decoded from nothing; what is wrong was noted before.
  struct Abandoned: Error {}

  private enum LeafKind {
    case readable(any TreeReadable.Type)
    case text(any TextValue.Type)
    case tenths(any TenthsValue.Type)
    case composed
  }
}

extension JSONDecodingSession {
  /// No further fault is told, so there is no use in looking for any.
  var isFull: Bool { faults.count >= JSONParser.faultLimit }

  func report(_ kind: FileFault.Kind, at range: Range<Int>) {
    if !isFull { faults.append(RawFault(range, kind)) }
  }

  /// Notes a fault of a value; silent where the value is not there or is a fault already.
  func report(_ kind: FileFault.Kind, at node: Int) {
    guard node >= 0, !tape.nodes[node].flags.contains(.faulty) else { return }
    report(kind, at: tape.caret(of: node))
  }

  func reportType(_ expected: FileFault.Shape, _ expectation: String?, at node: Int) {
    guard node >= 0, let found = shape(of: node) else { return }
    if found == .nothing { return reportNull(at: node) }
    report(
      .wrongType(
        expected: expected, expectation: expectation, key: tape.key(of: node), found: found,
        source: snippet(of: node)),
      at: node)
  }

  func reportNull(at node: Int) {
    guard node >= 0 else { return }
    report(.explicitNull(key: tape.key(of: node)), at: node)
  }

  private func shape(of node: Int) -> FileFault.Shape? {
    switch tape.nodes[node].kind {
    case .object: .group
    case .array: .list
    case .string: .text
    case .number: .number
    case .yes, .no: .yesOrNo
    case .null: .nothing
    case .faulty: nil
    }
  }

  /// The value as it is spelled, at most forty characters of it.
  func snippet(of node: Int) -> String {
    let bytes = tape.bytes[tape.nodes[node].range]
    return String(String(decoding: bytes.prefix(400), as: UTF8.self).prefix(40))
  }
}

extension JSONDecodingSession {
  /// The value of any type at a node.
  ///
  /// Throws only `Abandoned`, and only for a type that refuses to be made from stand-ins.
  func value<T: Decodable>(_ type: T.Type, at node: Int) throws -> T {
    switch leafKind(of: type) {
    case .readable(let type): return try cast(type.read(from: self, at: node))
    case .text(let type): return try cast(text(type, at: node))
    case .tenths(let type): return try cast(tenths(type, at: node))
    case .composed: return try composed(type, at: node)
    }
  }

  private func cast<T>(_ value: Any) throws -> T {
    guard let value = value as? T else { throw Abandoned() }
    return value
  }

  private func composed<T: Decodable>(_ type: T.Type, at node: Int) throws -> T {
    guard depth <= 2 * JSONParser.depthLimit else { throw Abandoned() }
    depth += 1
    defer { depth -= 1 }
    let mark = frames.count
    defer { frames.removeSubrange(mark...) }
    do {
      let value = try T(from: JSONTreeDecoder(session: self, node: node, mark: mark))
      for frame in frames[mark...] { reportUnknownKeys(of: frame) }
      return value
    } catch {
      guard node >= 0 else { throw Abandoned() }
      if !(error is Abandoned) { report(refusal: error, at: node) }
      frames.removeSubrange(mark...)
      return try value(type, at: Self.absent)
    }
  }

  /// Notes what a type of its own reading said against the value, or against a part of it that the
  /// error names by its keys. A part that has a fault already gets no second one.
  private func report(refusal error: any Error, at node: Int) {
    if case DecodingError.typeMismatch = error { return reportType(.group, nil, at: node) }
    var node = node
    var expectation = String(describing: error)
    if case DecodingError.dataCorrupted(let context) = error {
      expectation = context.debugDescription
      node = context.codingPath.reduce(node) { step(from: $0, to: $1) }
    }
    let range = tape.caret(of: node)
    if faults.contains(where: { $0.range == range }) { return }
    let key = tape.key(of: node)
    report(
      .malformedValue(expectation: expectation, key: key, source: snippet(of: node)), at: node)
  }

  private func step(from node: Int, to key: any CodingKey) -> Int {
    if let index = key.intValue { return tape.element(index, of: node) ?? node }
    return tape.member(key.stringValue, of: node) ?? node
  }

  private func leafKind<T>(of type: T.Type) -> LeafKind {
    let identifier = ObjectIdentifier(type)
    if let kind = leafKinds[identifier] { return kind }
    let kind: LeafKind =
      if let type = type as? any TreeReadable.Type {
        .readable(type)
      } else if let type = type as? any TextValue.Type {
        .text(type)
      } else if let type = type as? any TenthsValue.Type {
        .tenths(type)
      } else {
        .composed
      }
    leafKinds[identifier] = kind
    return kind
  }
}
