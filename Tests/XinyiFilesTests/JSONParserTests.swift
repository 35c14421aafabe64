import Testing
import XinyiFiles
import XinyiLedger

/// The kinds of the faults of spelling in `text`, as “line:column code”.
func spelling(_ text: String) -> [String] {
  JSONDocument(parsing: Array(text.utf8), file: "x.json", allowsBOM: false).faults.map {
    "\($0.line):\($0.column) \($0.code)"
  }
}

@Suite struct JSONParserTests {
  @Test(
    arguments: [
      "{}", "[]", "0", "-0", "-1.5e+10", "\"\"", "true", "null", " [1 , 2 ] \n",
      #"{"a":{"b":[1,{"c":"\u4e94\ud840\udc00\/\b\f\n\r\t\\\""}]}}"#, #""五""#,
    ]) func `strict JSON is read without a fault`(text: String)
  {
    #expect(spelling(text) == [])
  }

  @Test(
    arguments: [
      ("{\"a\":1,}", "1:7 E209"),
      ("[1,2,]", "1:5 E209"),
      ("{\"a\":1 \"b\":2}", "1:7 E210"),
      ("[1 2]", "1:3 E210"),
      ("{\"a\" 1}", "1:5 E211"),
      ("{\"a\":}", "1:6 E212"),
      ("{\"a\":,\"b\":1}", "1:6 E212"),
      ("", "1:1 E212"),
      ("[1,,2]", "1:4 E201"),
      ("{\"a\":\"b\n}", "1:6 E213"),
      ("[\"a, 1]\n", "1:2 E213"),
      ("[\"\\q\"]", "1:3 E214"),
      ("[\"\\ud800\"]", "1:3 E214"),
      ("[\"\\udc00x\"]", "1:3 E214"),
      ("[\"\\u12g4\"]", "1:3 E214"),
      ("[\"a\tb\"]", "1:4 E215"),
      ("[01]", "1:2 E216"),
      ("[-]", "1:2 E216"),
      ("[1.]", "1:2 E216"),
      ("[.5]", "1:2 E216"),
      ("[+1]", "1:2 E216"),
      ("[1e]", "1:2 E216"),
      ("[5分]", "1:2 E216"),
      ("[-Infinity]", "1:2 E216"),
      ("[NaN]", "1:2 E224"),
      ("[True]", "1:2 E224"),
      ("{a:1}", "1:2 E224"),
      ("{\"a\":好\"}", "1:6 E224"),
      ("{'a':1}", "1:2 E201"),
      ("{\"a\":1，\"b\":2}", "1:7 E201"),
      ("{\"a\"：1}", "1:5 E201"),
      ("{“a”:1}", "1:2 E201"),
      ("[“a, b”]", "1:2 E201"),
      ("[1,\u{3000}2]", "1:4 E201"),
      ("[1,\u{A0}2]", "1:4 E201"),
      ("{\"a\":=1}", "1:6 E201"),
      ("// x\n[1]", "1:1 E225"),
      ("[1,/* x */2]", "1:4 E225"),
      ("[1] 2", "1:5 E217"),
      ("{\"a\":1}}", "1:8 E217"),
      ("{\"a\":1", "1:7 E222"),
      ("[[1,2", "1:6 E222"),
      ("{\"a\":[1,2}", "1:10 E222"),
      ("[1,2}", "1:5 E201"),
      ("{\"a\":1,\"b\":2,\"a\":3}", "1:14 E202"),
      ("{\"a\":1,\"\\u0061\":3}", "1:8 E202"),
      ("[\"abc", "1:2 E213"),
      ("}", "1:1 E212"),
    ]) func `one mistake gives one fault at its place`(text: String, fault: String)
  {
    #expect(spelling(text) == [fault])
  }

  @Test func `a forgotten brace between two items is one fault at the end of the first`() {
    let text = """
      [
        {"a": 1, "b": 2
        {"a": 1, "b": 2},
        {"a": 1,
        {"a": 1, "b": 2}
      ]
      """
    #expect(spelling(text) == ["2:18 E222", "4:11 E222"])
  }

  @Test func `a lost opening brace costs its line and hides no other line`() {
    let text = """
      {"items": [
        "code": "A", "points": 5},
        {"code": "B", "points": 05}
      ]}
      """
    #expect(spelling(text) == ["2:9 E201", "3:27 E216"])
  }

  @Test func `a quote left out in a line of items is one fault and hides no other line`() {
    let text = """
      {"items": [
        {"code": "A, "points": 5, "title": "x"},
        {"code: "B", "points": 5},
        {"code": C", "points": 5},
        {"code": "D", "points": 05}
      ]}
      """
    #expect(spelling(text) == ["2:17 E201", "3:12 E211", "4:12 E224", "5:27 E216"])
  }

  @Test func `three faults at three places are three faults`() {
    let text = "{\"a\": [1, 2,],\n \"b\": 01,\n \"c\": \"\\x\"}"
    #expect(spelling(text) == ["1:12 E209", "2:7 E216", "3:8 E214"])
  }

  @Test func `bytes that are no UTF-8 are one fault for each string`() {
    let bytes = Array("[\"".utf8) + [0xC4, 0xE3, 0xBA] + Array("\", \"".utf8) + [0xFF, 0x22, 0x5D]
    let faults = JSONDocument(parsing: bytes, file: "x", allowsBOM: false).faults
    #expect(faults.map(\.code) == ["E218", "E218"])
    #expect(faults[0].excerpt.contains("\u{FFFD}"))
  }

  @Test func `surrogates and overlong sequences are no UTF-8`() {
    for bytes: [UInt8] in [[0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE4]] {
      let document = JSONDocument(
        parsing: [0x22] + bytes + [0x22], file: "x", allowsBOM: false)
      #expect(document.faults.map(\.kind) == [.invalidUTF8])
    }
  }

  @Test func `sixty-four levels are read and the sixty-fifth is refused once`() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(spelling(nested(64)) == [])
    #expect(spelling(nested(65)) == ["1:65 E219"])
    #expect(spelling(nested(100_000)) == ["1:65 E219"])
    #expect(spelling(String(repeating: "{\"a\":", count: 100_000)) == ["1:321 E219"])
  }

  @Test func `a file over thirty-two MiB is refused unread`() {
    let bytes = [UInt8](repeating: 32, count: 32 << 20 + 1)
    let faults = JSONDocument(parsing: bytes, file: "x", allowsBOM: false).faults
    #expect(faults.map(\.kind) == [.tooLarge(limit: 32 << 20)])
  }

  @Test func `a byte order mark is for files that people edit`() {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("[1]".utf8)
    #expect(JSONDocument(parsing: bytes, file: "x", allowsBOM: true).faults == [])
    let faults = JSONDocument(parsing: bytes, file: "x", allowsBOM: false).faults
    #expect(faults.map(\.kind) == [.byteOrderMark])
  }

  @Test func `what stands in the place of a typed character is said`() throws {
    let fault = try #require(
      JSONDocument(parsing: Array("[1，2]".utf8), file: "x", allowsBOM: false).faults.first)
    #expect(fault.kind == .unexpectedCharacter("，", meant: ","))
  }
}
