import Foundation
import Testing
import XinyiFiles
import XinyiLedger

enum Mood: String, WordValue { case calm, glad }

struct Item: Codable, Equatable {
  let code: RuleCode
  let points: Points
  var count: Int?
  var title: String?
  var days: [Day]?
  var mood: Mood?
  var small: Int8?
  var isOpen: Bool?
  var place: Place?
}

struct Place: Codable, Equatable {
  let east: Int
  let north: Int
}

struct Page: Codable, Equatable {
  let version: Int
  let items: [Item]
}

func faults<T: Decodable>(_ type: T.Type, _ text: String) -> [FileFault] {
  do {
    _ = try decodeJSON(type, from: Array(text.utf8), file: "x.json", allowsBOM: true)
    return []
  } catch {
    return error.faults
  }
}

private func kinds(_ text: String) -> [FileFault.Kind] { faults(Item.self, text).map(\.kind) }

private func item(_ rest: String) -> [FileFault.Kind] {
  kinds(#"{"code":"A","points":1,"# + rest + "}")
}

@Suite struct JSONDecodingTests {
  @Test func `an ordinary Codable type is read as it is`() throws {
    let text = #"{"days":["2026-10-04"],"code":"GI04","points":-0.5,"mood":"glad","small":-128}"#
    let item = try decodeJSON(Item.self, from: Array(text.utf8), file: "x", allowsBOM: false)
    #expect(item.points.tenths == -5)
    #expect(item.days?.map(\.description) == ["2026-10-04"])
    #expect(item.small == -128 && item.mood == .glad && item.title == nil)
  }

  @Test func `a value of the wrong type names what is wanted and what is there`() {
    #expect(
      item(#""count":"3""#) == [
        .wrongType(
          expected: .wholeNumber, expectation: nil, key: "count", found: .text, source: "\"3\"")
      ])
    #expect(
      kinds(#"{"code":7,"points":"五"}"#) == [
        .wrongType(
          expected: .text, expectation: RuleCode.expectation, key: "code", found: .number,
          source: "7"),
        .wrongType(
          expected: .number, expectation: Points.expectation, key: "points", found: .text,
          source: "\"五\""),
      ])
    #expect(item(#""isOpen":1,"days":{},"place":[]"#).map(\.code) == ["E204", "E204", "E204"])
  }

  @Test(arguments: ["1.0", "1e2", "0.5", "1E0"])
  func `a fraction or an exponent is no whole number`(digits: String) {
    #expect(item("\"count\":\(digits)") == [.notWhole(key: "count", source: digits)])
  }

  @Test func `a number out of range is refused with its range`() {
    #expect(
      item(#""small":128"#) == [
        .outOfRange(bounds: -128...127, expectation: nil, key: "small", source: "128")
      ])
    #expect(item(#""count":9223372036854775808"#).map(\.code) == ["E207"])
    #expect(item(#""count":-9223372036854775808"#) == [])
    #expect(kinds(#"{"code":"A","points":10000000.1}"#).map(\.code) == ["E207"])
    #expect(kinds(#"{"code":"A","points":99999999999999999999}"#).map(\.code) == ["E207"])
  }

  @Test(arguments: ["0.25", "1.0", "1e1", "-0"])
  func `points have at most one decimal and one spelling`(digits: String) {
    let expected = FileFault.Kind.malformedValue(
      expectation: Points.expectation, key: "points", source: digits)
    #expect(kinds(#"{"code":"A","points":\#(digits)}"#) == [expected])
  }

  @Test func `an unknown key is told with the nearest known one, or with none`() {
    #expect(item(#""cuont":1"#) == [.unknownKey("cuont", nearest: "count")])
    #expect(item(#""Title":"""#) == [.unknownKey("Title", nearest: "title")])
    #expect(item(#""remark":1"#) == [.unknownKey("remark", nearest: nil)])
    #expect(item(#""codes":1"#) == [.unknownKey("codes", nearest: nil)])
    #expect(
      kinds(#"{"code":"A","point":1}"#) == [
        .missingKey("points"), .unknownKey("point", nearest: "points"),
      ])
  }

  @Test func `a key that occurs twice is told with the line of the first`() {
    #expect(
      kinds("{\"code\":\"A\",\n\"points\":1,\n\"code\":\"B\"}") == [
        .duplicateKey("code", firstLine: 1)
      ])
  }

  @Test func `null is no way to leave a value out`() {
    #expect(item(#""title":null"#) == [.explicitNull(key: "title")])
    #expect(item(#""place":null"#) == [.explicitNull(key: "place")])
    #expect(kinds(#"{"code":null,"points":1}"#) == [.explicitNull(key: "code")])
  }

  @Test func `a word outside of its closed set is told with the set`() {
    #expect(
      item(#""mood":"sad""#) == [
        .malformedValue(expectation: "calm、glad 之一", key: "mood", source: "\"sad\"")
      ])
  }

  @Test func `the faults of all elements are told in one run, in order of place`() {
    let text = """
      {"version": "1", "items": [
        {"code": "A A", "points": 1,},
        {"points": 0.25, "count": 1.5},
        7,
        {"code": "D", "points": 1, "days": ["2026-02-30", 5], "place": {"east": 1}}
      ], "extra": 1}
      """
    let told = faults(Page.self, text).map { "\($0.line):\($0.column) \($0.code)" }
    #expect(
      told == [
        "1:13 E204", "2:12 E208", "2:30 E209", "3:3 E205", "3:14 E208", "3:29 E206", "4:3 E204",
        "5:39 E208", "5:53 E204", "5:66 E205", "6:4 E203",
      ])
  }

  @Test func `a key without quotes is still understood, so it is not missing too`() {
    #expect(kinds(#"{code: "A", "points": 1}"#) == [.unquotedWord("code")])
    #expect(kinds(#"{"code" "A", "points": 1}"#) == [.missingColon])
    #expect(kinds(#"{"code": "A, "points": 1}"#).map(\.code) == ["E201"])
  }

  @Test func `after lost brackets nothing is guessed`() {
    #expect(kinds(#"{"code": "A""#) == [.unclosed(expected: "}")])
  }

  @Test func `places can be looked up by path for faults of meaning`() throws {
    let text = "{\"version\": 1, \"items\": [\n  {\"code\": \"五\", \"points\": 2.5}]}"
    let document = JSONDocument(parsing: Array(text.utf8), file: "x.json", allowsBOM: false)
    let kind = FileFault.Kind.other(code: "E301", message: "m", hint: nil)
    let fault = document.fault(at: ["items", 0, "points"], kind)
    #expect("\(fault.line):\(fault.column)" == "2:27")
    #expect(fault.excerpt == "  {\"code\": \"五\", \"points\": 2.5}]}")
    #expect(fault.caretStart == 26 && fault.caretEnd == 29)
    #expect(document.fault(atKey: ["items", 0, "points"], kind).column == 17)
    #expect(document.fault(at: ["items", 0, "days", 3], kind).column == 3)
    #expect(document.place(of: ["items", 1]) == nil)
    #expect(document["items", 0, "code"]?.text == "五")
  }

  @Test func `a very long line is shown around the fault only, in the file's own text`() throws {
    let text =
      "[" + String(repeating: "\"五五\", ", count: 100) + "01, "
      + String(repeating: "\"五五\", ", count: 100) + "1]"
    let fault = try #require(faults([JSONNode].self, text).first)
    #expect(fault.column == 602)
    #expect(text.contains(fault.excerpt))
    let characters = Array(fault.excerpt)
    #expect(characters.count == 100)
    #expect(String(characters[fault.caretStart..<fault.caretEnd]) == "01")
  }

  @Test func `a node is handed over and decoded by its kind afterwards`() throws {
    struct Envelope: Decodable {
      let seq: Int
      let kind: String
      let data: JSONNode
    }
    let line = #"{"seq":57,"kind":"place","data":{"east":1,"north":"x"}}"#
    let document = JSONDocument(parsingLine: Array(line.utf8), number: 57, of: "ledger.jsonl")
    let envelope = try document.decode(Envelope.self)
    #expect(Array(envelope.data.source) == Array(#"{"east":1,"north":"x"}"#.utf8))
    let faults = #expect(throws: FileFaults.self) { try envelope.data.decode(Place.self) }
    #expect(faults?.faults.map { "\($0.line):\($0.column) \($0.code)" } == ["57:51 E204"])
  }

  @Test func `a type with its own reading may refuse, and siblings go on`() {
    struct Even: Decodable {
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard try container.decode(Int.self) % 2 == 1 else {
          throw DecodingError.dataCorruptedError(in: container, debugDescription: "单数")
        }
      }
    }
    let expected: [FileFault.Kind] = ["2", "4"].map {
      .malformedValue(expectation: "单数", key: nil, source: $0)
    }
    #expect(faults([Even].self, "[1,2,3,4]").map(\.kind) == expected)
  }

  @Test func `a type that reads another from the same object knows both their keys`() throws {
    struct Sealed: Decodable {
      enum Keys: String, CodingKey { case hash }
      let place: Place
      let hash: String

      init(from decoder: any Decoder) throws {
        place = try Place(from: decoder)
        hash = try decoder.container(keyedBy: Keys.self).decode(String.self, forKey: .hash)
      }
    }
    #expect(faults(Sealed.self, #"{"east":1,"north":2,"hash":"x"}"#) == [])
    #expect(
      faults(Sealed.self, #"{"east":1,"north":2,"hasch":"x"}"#).map(\.kind) == [
        .missingKey("hash"), .unknownKey("hasch", nearest: "hash"),
      ])
  }

  @Test func `a type that cannot go on without a word says so at that word, and nothing else`() {
    struct Tagged: Decodable {
      enum Keys: String, CodingKey { case kind, data }

      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        guard try container.decode(String.self, forKey: .kind) == "place" else {
          throw DecodingError.dataCorruptedError(
            forKey: .kind, in: container, debugDescription: "place")
        }
        _ = try container.decode(Place.self, forKey: .data)
      }
    }
    #expect(
      faults(Tagged.self, #"{"kind":"五","data":{"x":1}}"#).map(\.kind) == [
        .malformedValue(expectation: "place", key: "kind", source: "\"五\"")
      ])
    #expect(faults(Tagged.self, #"{"kind":7,"data":{"x":1}}"#).map(\.code) == ["E204"])
    #expect(faults(Tagged.self, #"{"data":{"x":1}}"#).map(\.code) == ["E205"])
  }
}
