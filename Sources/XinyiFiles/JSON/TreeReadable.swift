import XinyiLedger

/// The types that our reader takes straight from a node, in place of their general decoding.
protocol TreeReadable: Decodable {
  /// The value, or a stand-in where the node is faulty or absent.
  static func read(from session: JSONDecodingSession, at node: Int) -> Self
}

extension FixedWidthInteger where Self: TreeReadable {
  static func read(from session: JSONDecodingSession, at node: Int) -> Self {
    session.integer(Self.self, at: node)
  }
}

extension Int: TreeReadable {}
extension Int8: TreeReadable {}
extension Int16: TreeReadable {}
extension Int32: TreeReadable {}
extension Int64: TreeReadable {}
extension UInt: TreeReadable {}
extension UInt8: TreeReadable {}
extension UInt16: TreeReadable {}
extension UInt32: TreeReadable {}
extension UInt64: TreeReadable {}

extension Bool: TreeReadable {
  static func read(from session: JSONDecodingSession, at node: Int) -> Bool {
    session.bool(at: node)
  }
}

extension String: TreeReadable {
  static func read(from session: JSONDecodingSession, at node: Int) -> String {
    session.string(at: node) ?? ""
  }
}

extension Double: TreeReadable {
  static func read(from session: JSONDecodingSession, at node: Int) -> Double {
    session.double(at: node)
  }
}

extension Float: TreeReadable {
  static func read(from session: JSONDecodingSession, at node: Int) -> Float {
    Float(session.double(at: node))
  }
}

extension Array: TreeReadable where Element: Decodable {
  static func read(from session: JSONDecodingSession, at node: Int) -> [Element] {
    session.list(of: Element.self, at: node)
  }
}

extension JSONNode: TreeReadable {
  static func read(from session: JSONDecodingSession, at node: Int) -> JSONNode {
    JSONNode(tape: session.tape, index: node)
  }
}
