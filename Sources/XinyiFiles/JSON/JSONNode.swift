public import XinyiLedger

/// One value inside a document, with its place.
///
/// A type may hold a node as a property: our reader hands it over as it stands, so that a value whose
/// type depends on another member can be decoded afterwards.
public struct JSONNode: Sendable {
  let tape: JSONTape
  /// Negative for a node that stands in for a missing value.
  let index: Int

  /// The bytes of the value in its file.
  public var place: Range<Int> { index < 0 ? 0..<0 : tape.nodes[index].range }

  /// The value as it is spelled in the file.
  public var source: ArraySlice<UInt8> { tape.bytes[place] }

  /// The value of a member of this object.
  public subscript(key: String) -> JSONNode? {
    guard index >= 0, let member = tape.member(key, of: index) else { return nil }
    return JSONNode(tape: tape, index: member)
  }

  /// The elements of this array; empty when it is no array.
  public var elements: [JSONNode] {
    guard index >= 0, tape.nodes[index].kind == .array else { return [] }
    var result: [JSONNode] = []
    var element = index + 1
    while element < Int(tape.nodes[index].after) {
      result.append(JSONNode(tape: tape, index: element))
      element = Int(tape.nodes[element].after)
    }
    return result
  }

  /// The members of this object in the order of the file; empty when it is no object.
  public var members: [(key: String, value: JSONNode)] {
    guard index >= 0, tape.nodes[index].kind == .object else { return [] }
    var result: [(key: String, value: JSONNode)] = []
    var key = index + 1
    while key < Int(tape.nodes[index].after) {
      result.append((tape.text(of: key), JSONNode(tape: tape, index: key + 1)))
      key = Int(tape.nodes[key + 1].after)
    }
    return result
  }

  /// The text of this string; nil when it is no string.
  public var text: String? {
    guard index >= 0, tape.nodes[index].kind == .string else { return nil }
    return tape.text(of: index)
  }

  /// A fault at this value: a list or group is pointed at by its first bracket.
  public func fault(_ kind: FileFault.Kind) -> FileFault {
    guard index >= 0 else { return Self.fault(kind, at: place, in: tape) }
    return Self.fault(kind, at: tape.caret(of: index), in: tape)
  }

  static func fault(_ kind: FileFault.Kind, at range: Range<Int>, in tape: JSONTape) -> FileFault {
    FaultPlacing(tape).place([RawFault(range, kind)]).faults[0]
  }

  /// Decodes this value alone; throws its faults, and those of the whole text's spelling.
  public func decode<T: Decodable>(_ type: T.Type) throws(FileFaults) -> T {
    let session = JSONDecodingSession(tape)
    let value = try? session.value(type, at: index)
    if let value, session.faults.isEmpty, tape.faults.isEmpty { return value }
    let raw = tape.faults + session.faults.filter { $0.range.lowerBound < tape.lostAt }
    throw FaultPlacing(tape).place(raw)
  }
}

extension JSONNode: Decodable {
  /// Only our own reader has nodes to hand over.
  public init(from decoder: any Decoder) throws {
    throw DecodingError.dataCorrupted(
      DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "JSONNode"))
  }
}
