import XinyiLedger

/// A parsed JSON text as one flat list of nodes in the order of the text.
///
/// A container is followed by its content: an array by its elements, an object by its members, each
/// a key node and a value node. `after` names the first node behind a node's content, so a reader
/// hops from sibling to sibling. Nothing is copied out of the bytes until somebody asks for it.
final class JSONTape: Sendable {
  struct Node: Sendable {
    enum Kind: UInt8 { case object, array, string, number, yes, no, null, faulty }

    /// The bytes of the node in the text, quotes and brackets included.
    var start: UInt32
    var end: UInt32
    var after: UInt32
    var kind: Kind
    var flags: Flags

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  struct Flags: OptionSet {
    let rawValue: UInt8
    /// A string with at least one escape in it.
    static let escaped = Flags(rawValue: 1)
    /// A key or value whose fault is already reported.
    static let faulty = Flags(rawValue: 2)
    /// An object or array some of whose members may have been lost to a fault.
    static let damaged = Flags(rawValue: 4)
    /// A key that stands without its quotes.
    static let bare = Flags(rawValue: 8)
    /// A key that occurred before in the same object.
    static let duplicate = Flags(rawValue: 16)
    /// The value of a member: its key is the node before it.
    static let member = Flags(rawValue: 32)
  }

  let file: String
  /// The number of the text's first line in its file.
  let firstLine: Int
  let bytes: [UInt8]
  let nodes: [Node]
  /// The faults of spelling.
  let faults: [RawFault]
  /// Behind this offset the brackets are guesswork, so that other faults mean nothing.
  let lostAt: Int

  init(bytes: [UInt8], file: String, firstLine: Int, allowsBOM: Bool) {
    var parser = JSONParser(bytes: bytes)
    parser.parse(allowsBOM: allowsBOM)
    self.file = file
    self.firstLine = firstLine
    self.bytes = bytes
    self.nodes = parser.nodes
    self.faults = parser.faults
    self.lostAt = parser.lostAt
  }
}

extension JSONTape {
  /// The value of the member `key` of an object, searched from the first member on.
  func member(_ key: String, of object: Int) -> Int? {
    guard nodes[object].kind == .object else { return nil }
    var index = object + 1
    while index < Int(nodes[object].after) {
      if matches(key, index) { return index + 1 }
      index = Int(nodes[index + 1].after)
    }
    return nil
  }

  func element(_ position: Int, of array: Int) -> Int? {
    guard nodes[array].kind == .array, position >= 0 else { return nil }
    var index = array + 1
    var rest = position
    while index < Int(nodes[array].after) {
      if rest == 0 { return index }
      rest -= 1
      index = Int(nodes[index].after)
    }
    return nil
  }

  /// Whether the text of a string node is `text`, byte for byte.
  func matches(_ text: String, _ index: Int) -> Bool {
    let node = nodes[index]
    if node.flags.contains(.escaped) { return self.text(of: index).utf8.elementsEqual(text.utf8) }
    var position = Int(node.start) + (node.flags.contains(.bare) ? 0 : 1)
    let end = Int(node.end) - (node.flags.contains(.bare) ? 0 : 1)
    guard end - position == text.utf8.count else { return false }
    for byte in text.utf8 {
      if bytes[position] != byte { return false }
      position += 1
    }
    return true
  }

  /// The text of a string node, without quotes and escapes.
  func text(of index: Int) -> String { JSONString.text(of: nodes[index], in: bytes) }

  /// The bytes of a node as they stand in the file.
  func source(of index: Int) -> String {
    String(decoding: bytes[nodes[index].range], as: UTF8.self)
  }

  /// The name of the member that a value node is the value of.
  func key(of index: Int) -> String? {
    guard index > 0, nodes[index].flags.contains(.member) else { return nil }
    return text(of: index - 1)
  }

  /// What a caret points at for a value: the whole of it, or the bracket that opens it.
  func caret(of index: Int) -> Range<Int> {
    let range = nodes[index].range
    switch nodes[index].kind {
    case .object, .array: return range.lowerBound..<range.lowerBound + 1
    default: return range
    }
  }
}
