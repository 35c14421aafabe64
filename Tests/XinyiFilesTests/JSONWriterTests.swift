import Foundation
import Testing
import XinyiFiles
import XinyiLedger

private let sample = Page(
  version: 1,
  items: [
    Item(code: RuleCode(unchecked: "GI04"), points: Points(tenths: 5) ?? .zero),
    Item(
      code: RuleCode(unchecked: "GI05"), points: .whole(-10), count: 3, title: "五\"\\\n\u{1}/",
      days: [Day(number: 20_000)], mood: .glad, small: -128, isOpen: false,
      place: Place(east: 1, north: -2)),
  ])

private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

@Suite struct JSONWriterTests {
  @Test func `keys stand in the order of the type, and what is nil is left out`() throws {
    #expect(
      string(try JSONWriter.compact(sample.items[0])) == #"{"code":"GI04","points":0.5}"#)
    #expect(
      string(try JSONWriter.compact(sample.items[1]))
        == #"{"code":"GI05","points":-10,"count":3,"title":"五\"\\\n\u0001/","#
        + #""days":["2024-10-04"],"mood":"glad","small":-128,"isOpen":false,"#
        + #""place":{"east":1,"north":-2}}"#)
  }

  @Test func `reading and writing again gives the same bytes`() throws {
    let bytes = try JSONWriter.compact(sample)
    let read = try decodeJSON(Page.self, from: bytes, file: "x", allowsBOM: false)
    #expect(read == sample)
    #expect(try JSONWriter.compact(read) == bytes)
  }

  @Test func `random values come back the same`() throws {
    var random = Seeded(state: 3)
    for _ in 0..<500 {
      var item = sample.items[1]
      item.count = Int.random(in: .min ... .max, using: &random)
      item.title = String(UnicodeScalar(UInt32.random(in: 0..<0xD800, using: &random)) ?? "a")
      let points = Points(tenths: Int.random(in: -Points.limit...Points.limit, using: &random))
      let amounts = [points ?? .zero]
      let bytes = try JSONWriter.compact([item])
      #expect(try decodeJSON([Item].self, from: bytes, file: "x", allowsBOM: false) == [item])
      let digits = try JSONWriter.compact(amounts)
      #expect(string(digits) == "[\(amounts[0])]")
      #expect(try decodeJSON([Points].self, from: digits, file: "x", allowsBOM: false) == amounts)
    }
  }

  @Test func `any JSON library reads what we write`() throws {
    for bytes in [try JSONWriter.compact(sample), try JSONWriter.page(sample)] {
      #expect(try JSONDecoder().decode(Page.self, from: Data(bytes)) == sample)
    }
  }

  @Test func `a page has one item on a line`() throws {
    #expect(
      string(try JSONWriter.page(sample)) == #"""
        {
          "version": 1,
          "items": [
            {"code": "GI04", "points": 0.5},
            {"code": "GI05", "points": -10, "count": 3, "title": "五\"\\\n\u0001/", "days": \#
        ["2024-10-04"], "mood": "glad", "small": -128, "isOpen": false, "place": \#
        {"east": 1, "north": -2}}
          ]
        }

        """#)
  }

  @Test func `answers are written in the order they were put together, with null`() {
    let json: JSON = [
      "schema": 1, "points": .tenths(Points(tenths: 25) ?? .zero), "on": .text(Day(number: 0)),
      "who": .optional(String?.none), "rows": [["a": true], [:], []],
    ]
    #expect(
      string(json.compact)
        == #"{"schema":1,"points":2.5,"on":"1970-01-01","who":null,"rows":[{"a":true},{},[]]}"#)
    #expect(
      string(json.page) == """
        {
          "schema": 1,
          "points": 2.5,
          "on": "1970-01-01",
          "who": null,
          "rows": [
            {"a": true},
            {},
            []
          ]
        }

        """)
  }

  @Test func `nested containers of a type's own writing are closed in order`() throws {
    struct Own: Encodable {
      enum Keys: String, CodingKey { case list, inner, last }

      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        var list = container.nestedUnkeyedContainer(forKey: .list)
        try list.encode(1)
        var inner = container.nestedContainer(keyedBy: Keys.self, forKey: .inner)
        try inner.encode("x", forKey: .last)
        try container.encode(UInt8(2), forKey: .last)
      }
    }
    #expect(
      string(try JSONWriter.compact([Own()])) == #"[{"list":[1],"inner":{"last":"x"},"last":2}]"#)
  }

  @Test func `a number that is none is refused`() {
    #expect(throws: EncodingError.self) { try JSONWriter.compact(Double.infinity) }
    #expect(throws: EncodingError.self) { try JSONWriter.compact([Double.nan]) }
  }
}
