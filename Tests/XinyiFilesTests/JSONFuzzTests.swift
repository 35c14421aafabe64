import Foundation
import Testing
import XinyiFiles
import XinyiLedger

/// A small generator with a seed, so that a failing run can be run again.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct JSONFuzzTests {
  private static let words = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\"a\"", "\"五\"", "1", "0", "-", ".", "e", "true",
    "null", " ", "\n", "\\u", "d800", "//", "/*", "*/", "#", "，", "：", "“", "”", "'", "\u{3000}",
    "\"a\":", "{\"a\":1}", "\t", "é",
  ].map { Array($0.utf8) }

  private func input(_ random: inout Seeded) -> [UInt8] {
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      let count = Int.random(in: 0...40, using: &random)
      return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    case 1:
      let count = Int.random(in: 0...20, using: &random)
      return (0..<count).flatMap { _ in Self.words.randomElement(using: &random) ?? [] }
    default:
      var bytes = randomJSON(depth: 3, using: &random).compact
      for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: Self.words.randomElement(using: &random)!, at: place)
        }
      }
      return bytes
    }
  }

  @Test func `what is accepted is JSON for Foundation too, and nothing crashes`() {
    var random = Seeded(state: 20_261_004)
    var accepted = 0
    for _ in 0..<20_000 {
      let bytes = input(&random)
      let document = JSONDocument(parsing: bytes, file: "x", allowsBOM: false)
      let faults = document.faults
      #expect(faults.allSatisfy { $0.line >= 1 && $0.column >= 1 && $0.caretStart <= $0.caretEnd })
      _ = try? document.decode([Loose].self)
      guard faults.isEmpty else { continue }
      accepted += 1
      let object = try? JSONSerialization.jsonObject(
        with: Data(bytes), options: .fragmentsAllowed)
      if object == nil { Issue.record("only we accept \(String(decoding: bytes, as: UTF8.self))") }
    }
    #expect(accepted > 1_000)
  }

  @Test func `a hundred thousand brackets, commas or quotes take no time and no stack`() {
    for word in [
      "[", "{", ",", "\"", "{\"a\":", "“", "'", "\\", "]", "[1,", "/*", "#", "a", "[\"\n",
    ] {
      let text = String(repeating: word, count: 100_000)
      let faults = JSONDocument(parsing: Array(text.utf8), file: "x", allowsBOM: false).faults
      #expect(!faults.isEmpty)
      #expect(faults.count <= 1_000)
    }
  }

  @Test func `a hundred thousand keys, known, unknown or twice, take no time`() {
    let keys = (0..<100_000).map { "\"k\($0)\":1" }
    for tail in ["", ",\"k7\":1", ",\"\\u006b7\":2"] {
      let text = "{" + keys.joined(separator: ",") + tail + "}"
      let document = JSONDocument(parsing: Array(text.utf8), file: "x", allowsBOM: false)
      #expect(document.faults.map(\.code) == (tail.isEmpty ? [] : ["E202"]))
      #expect(throws: FileFaults.self) { try document.decode(Loose.self) }
    }
  }

  @Test func `a thousand faults are told, and nobody looks for more`() throws {
    let wrong = String(repeating: "{},", count: 200_000)
    let document = JSONDocument(
      parsing: Array("[\(wrong){}]".utf8), file: "x", allowsBOM: false)
    #expect(document.faults == [])
    let error = #expect(throws: FileFaults.self) { try document.decode([Strict].self) }
    #expect(error?.faults.count == 1_000)
    let spoilt = String(repeating: "1 ", count: 200_000)
    let told = JSONDocument(parsing: Array("[\(spoilt)]".utf8), file: "x", allowsBOM: false).faults
    #expect(told.count == 1_000)
  }

  @Test func `keys of many combining marks take no time`() {
    let marks = String(repeating: "\u{301}\u{323}", count: 100_000)
    let others = String(repeating: "\u{323}\u{301}", count: 100_000)
    let text = "{\"a\(marks)\":1,\"a\(others)\":2,\"a\(marks)\":3}"
    let faults = JSONDocument(parsing: Array(text.utf8), file: "x", allowsBOM: false).faults
    #expect(faults.map(\.code) == ["E202"])
  }

  @Test func `canonical bytes come back the same over parsing, decoding and writing`() throws {
    var random = Seeded(state: 7)
    for _ in 0..<2_000 {
      let json = randomJSON(depth: 4, using: &random)
      let bytes = json.compact
      let document = JSONDocument(parsing: bytes, file: "x", allowsBOM: false)
      #expect(document.faults == [])
      #expect(Array(document.root.source) == bytes)
      let page = JSONDocument(parsing: json.page, file: "x", allowsBOM: false)
      #expect(page.faults == [])
      #expect(rebuilt(page.root).compact == bytes)
      #expect(rebuilt(page.root).page == json.page)
    }
  }
}

private struct Strict: Decodable {
  let a: Int
}

private struct Loose: Decodable {
  let a: Int?
}

func randomJSON(depth: Int, using random: inout Seeded) -> JSON {
  let count = Int.random(in: 0...4, using: &random)
  switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
  case 0: return .string(randomText(using: &random))
  case 1: return .int(Int.random(in: -1_000_000...1_000_000, using: &random))
  case 2: return Points(tenths: Int.random(in: -999...999, using: &random)).map { .tenths($0) } ?? 0
  case 3: return .bool(.random(using: &random))
  case 4: return .null
  case 5: return .array((0..<count).map { _ in randomJSON(depth: depth - 1, using: &random) })
  default:
    return .object(
      (0..<count).map {
        ("\($0)" + randomText(using: &random), randomJSON(depth: depth - 1, using: &random))
      })
  }
}

private func randomText(using random: inout Seeded) -> String {
  let scalars: [Character] = [
    "a", "\"", "\\", "\n", "\u{1}", "\u{1f}", "五", "𠀀", "é", "/", "\t", " ",
  ]
  return String(
    (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
      scalars.randomElement(using: &random)
    })
}

/// The value of a node, put together again from its parts.
private func rebuilt(_ node: JSONNode) -> JSON {
  switch node.source.first {
  case UInt8(ascii: "{"):
    .object(node.members.map { ($0.key, rebuilt($0.value)) })
  case UInt8(ascii: "["): .array(node.elements.map(rebuilt))
  case UInt8(ascii: "\""): .string(node.text ?? "")
  default: .number(String(decoding: node.source, as: UTF8.self))
  }
}
