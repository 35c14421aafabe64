import Testing
import XinyiFiles
import XinyiLedger

/// Types that take their JSON apart by hand are read and written like all others.
@Suite struct JSONNestingTests {
  private func read<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
    try decodeJSON(type, from: Array(text.utf8), file: "x", allowsBOM: false)
  }

  private func codes(_ text: String) -> [String] {
    do throws(FileFaults) {
      _ = try decodeJSON(Parcel.self, from: Array(text.utf8), file: "x", allowsBOM: false)
      return []
    } catch {
      return error.faults.map(\.code)
    }
  }

  @Test func `lists in lists and groups in lists are read in order`() throws {
    let parcel = try read(
      Parcel.self, #"{"list":["a",{"n":7},[1,2],{"n":8}],"group":{"n":9}}"#)
    #expect(parcel == Parcel(name: "a", inner: 7, numbers: [1, 2], last: 8, ends: true, group: 9))
  }

  @Test func `what is wrong inside is told with its own place`() {
    #expect(codes(#"{"list":["a",{"n":"x"},[1,2],{"n":8}],"group":{"n":9}}"#) == ["E204"])
    #expect(codes(#"{"list":["a",{"n":7},[1,2.5],{"n":8}],"group":{"n":9}}"#) == ["E206"])
    #expect(codes(#"{"list":["a",{"n":7},3,{"n":8}],"group":{"n":9}}"#) == ["E204"])
    #expect(codes(#"{"list":["a",{"n":7},[1,2],{"n":8},null],"group":{"n":9}}"#) == ["E223"])
    #expect(!codes(#"{"list":{},"group":[]}"#).isEmpty)
  }

  @Test func `numbers of every width are written with their digits`() throws {
    let widths = Widths(a: -128, b: -32768, c: 1 << 30, d: -1 << 60, e: 255, f: 65535, g: 9, h: 10)
    let bytes = try JSONWriter.compact(widths)
    #expect(try read(Widths.self, String(decoding: bytes, as: UTF8.self)) == widths)
    #expect(String(decoding: bytes, as: UTF8.self).contains(#""d":-1152921504606846976"#))
    #expect(throws: FileFaults.self) {
      try read(Widths.self, #"{"a":128,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1}"#)
    }
  }
}

private struct Widths: Codable, Equatable {
  var a: Int8, b: Int16, c: Int32, d: Int64, e: UInt8, f: UInt16, g: UInt32, h: UInt64
}

private struct Parcel: Decodable, Equatable {
  var name: String
  var inner: Int
  var numbers: [Int]
  var last: Int
  var ends: Bool
  var group: Int

  private enum Key: CodingKey { case list, group }
  private struct Inner: Decodable { var n: Int }
  private enum InnerKey: CodingKey { case n }

  init(name: String, inner: Int, numbers: [Int], last: Int, ends: Bool, group: Int) {
    (self.name, self.inner, self.numbers) = (name, inner, numbers)
    (self.last, self.ends, self.group) = (last, ends, group)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    var list = try container.nestedUnkeyedContainer(forKey: .list)
    name = try list.decode(String.self)
    let first = try list.nestedContainer(keyedBy: InnerKey.self)
    inner = try first.decode(Int.self, forKey: .n)
    var pair = try list.nestedUnkeyedContainer()
    numbers = []
    while !pair.isAtEnd { numbers.append(try pair.decode(Int.self)) }
    last = try Inner(from: try list.superDecoder()).n
    ends = try !list.decodeNil() && list.isAtEnd
    let nested = try container.nestedContainer(keyedBy: InnerKey.self, forKey: .group)
    group = try nested.decode(Int.self, forKey: .n)
  }
}
