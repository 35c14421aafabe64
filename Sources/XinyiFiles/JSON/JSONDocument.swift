public import XinyiLedger

/// A JSON file that was read, with the place of everything in it.
///
/// A faulty text gives a document too: its `faults` say what is wrong with the spelling, and what
/// could be understood can be looked at, so that all faults of a file are found in one run.
public struct JSONDocument: Sendable {
  let tape: JSONTape

  /// One step from a value into it: the key of a member or the index of an element.
  public enum Step: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case key(String)
    case index(Int)

    public init(stringLiteral key: String) { self = .key(key) }
    public init(integerLiteral index: Int) { self = .index(index) }
  }

  /// Reads a whole file. Files that people edit may begin with a byte order mark.
  public init(parsing bytes: [UInt8], file: String, allowsBOM: Bool) {
    tape = JSONTape(bytes: bytes, file: file, firstLine: 1, allowsBOM: allowsBOM)
  }

  /// Reads one line of a file of lines, without its newline; `number` counts from 1.
  public init(parsingLine bytes: [UInt8], number: Int, of file: String) {
    tape = JSONTape(bytes: bytes, file: file, firstLine: number, allowsBOM: false)
  }

  /// The outermost value.
  public var root: JSONNode { JSONNode(tape: tape, index: 0) }

  /// The faults of spelling, in order of place.
  public var faults: [FileFault] {
    tape.faults.isEmpty ? [] : FaultPlacing(tape).place(tape.faults).faults
  }

  /// Decodes the whole document; throws all its faults, those of spelling too.
  public func decode<T: Decodable>(_ type: T.Type) throws(FileFaults) -> T {
    try root.decode(type)
  }
}

extension JSONDocument {
  /// The bytes of the value at `path`, nil when there is none.
  public func place(of path: [Step]) -> Range<Int>? { node(at: path).map { tape.nodes[$0].range } }

  /// The bytes of the key whose member stands at `path`; nil for the elements of a list.
  public func placeOfKey(at path: [Step]) -> Range<Int>? {
    guard let node = node(at: path), tape.nodes[node].flags.contains(.member) else { return nil }
    return tape.nodes[node - 1].range
  }

  /// The value at `path`, nil when there is none.
  public subscript(path: Step...) -> JSONNode? {
    node(at: path).map { JSONNode(tape: tape, index: $0) }
  }

  /// A fault at the value at `path`. Where that value is not there, the fault stands at the nearest
  /// one around it.
  public func fault(at path: [Step], _ kind: FileFault.Kind) -> FileFault {
    var path = path
    while true {
      if let node = node(at: path) { return JSONNode(tape: tape, index: node).fault(kind) }
      path.removeLast()
    }
  }

  /// A fault at the key of the member at `path`, else at the value.
  public func fault(atKey path: [Step], _ kind: FileFault.Kind) -> FileFault {
    guard let range = placeOfKey(at: path) else { return fault(at: path, kind) }
    return JSONNode.fault(kind, at: range, in: tape)
  }

  /// What is wrong with the meaning of a value: the path to the value, and what it is.
  struct Finding {
    let path: [Step]
    let kind: FileFault.Kind

    init(at path: [Step], _ kind: FileFault.Kind) {
      self.path = path
      self.kind = kind
    }
  }

  /// The findings with their places, as `fault(at:_:)` gives them. Placed together they cost one
  /// look at the text, where each alone costs one; no more are told than of faulty spelling.
  func faults(of findings: [Finding]) -> FileFaults {
    let raw = findings.prefix(JSONParser.faultLimit).map { finding in
      var path = finding.path
      while node(at: path) == nil { path.removeLast() }
      return RawFault(tape.caret(of: node(at: path) ?? 0), finding.kind)
    }
    return FaultPlacing(tape).place(raw)
  }

  private func node(at path: [Step]) -> Int? {
    var node = 0
    for step in path {
      let next =
        switch step {
        case .key(let key): tape.member(key, of: node)
        case .index(let index): tape.element(index, of: node)
        }
      guard let next else { return nil }
      node = next
    }
    return node
  }
}
