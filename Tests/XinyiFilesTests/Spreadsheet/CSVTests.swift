import Foundation
import TestSupport
import Testing
import XinyiFiles

@Suite struct CSVReadingTests {
  private func texts(_ text: String) throws -> [[String]] {
    try CSV.read(Array(text.utf8)).rows.map { $0.cells.map(\.text) }
  }

  @Test func `cells stand between commas and rows between line ends`() throws {
    let expected = [["姓名", "编号"], ["苏玉强", "0012"]]
    for text in [
      "姓名,编号\n苏玉强,0012\n", "姓名,编号\r\n苏玉强,0012\r\n", "姓名,编号\r苏玉强,0012",
      "姓名,编号\n\n苏玉强,0012\n\n\n",
    ] {
      #expect(try texts(text) == expected, "\(text.debugDescription)")
    }
  }

  @Test func `empty cells are kept, at the end of a row too`() throws {
    #expect(try texts("a,,b,\n,\n") == [["a", "", "b", ""], ["", ""]])
    #expect(try texts("") == [])
    #expect(try texts("\n") == [])
    #expect(try texts("\"\"\n") == [[""]])
  }

  @Test func `quotes protect delimiters, line ends and quotes`() throws {
    #expect(try texts("\"a,b\",\"c\r\nd\",\"e\"\"f\"\ng\n") == [["a,b", "c\r\nd", "e\"f"], ["g"]])
    #expect(try texts("\"\"\"\",\"\"") == [["\"", ""]])
  }

  @Test func `the delimiter is what the first line has most of`() throws {
    #expect(try CSV.read(Array("a;b;c\n1,2;3\n".utf8)).delimiter == .semicolon)
    #expect(try CSV.read(Array("a\tb\n".utf8)).delimiter == .tab)
    #expect(try CSV.read(Array("\"a;b;c\",d\n;;;;\n".utf8)).delimiter == .comma)
    #expect(try CSV.read(Array("姓名\n".utf8)).delimiter == .comma)
    #expect(try texts("a;b\n\"1;2\";3") == [["a", "b"], ["1;2", "3"]])
  }

  @Test func `every cell knows its line and column`() throws {
    let text = "\u{FEFF}姓名,\"两\n行\"\r\n张三,\"x\",y\n"
    let rows = try CSV.read(Array(text.utf8)).rows
    #expect(rows.map(\.line) == [1, 3])
    let places = rows.flatMap(\.cells).map { "\($0.line):\($0.column)" }
    #expect(places == ["1:1", "1:4", "3:1", "3:4", "3:8"])
  }

  @Test func `a table may be as large as a spreadsheet, and no larger`() throws {
    func fault(_ text: String) -> CSVFault.Kind? {
      do throws(CSVFault) {
        _ = try CSV.read(Array(text.utf8))
        return nil
      } catch {
        return error.kind
      }
    }
    let wide = String(repeating: ",", count: CSV.mostColumns - 1)
    #expect(fault(wide) == nil)
    #expect(fault(wide + ",") == .tooManyCells)
    let long = String(repeating: "长", count: CSV.longestCell)
    #expect(fault(long) == nil)
    #expect(fault(long + "长") == .cellTooLong)
    #expect(fault("\"\(long)长\"") == .cellTooLong)
    let high = String(repeating: "a\n", count: CSV.mostRows)
    #expect(fault(high) == nil)
    #expect(fault(high + "\n\n") == nil)
    #expect(fault(high + "a") == .tooManyCells)
    let row = String(repeating: ",", count: 9_999) + "\n"
    #expect(fault(String(repeating: row, count: 100)) == nil)
    #expect(fault(String(repeating: row, count: 101)) == .tooManyCells)
  }

  @Test func `cells are in the one composed spelling`() throws {
    let decomposed = "e\u{301}"
    let cell = try #require(try texts("x,\(decomposed)").first?.last)
    #expect(Array(cell.unicodeScalars) == ["\u{E9}"])
  }

  static let faults: [(text: String, line: Int, column: Int, kind: CSVFault.Kind)] = [
    ("a,b\n1,\"2\n3,4\n", 2, 3, .quoteWithoutEnd), ("\"", 1, 1, .quoteWithoutEnd),
    ("a\n\"b\"c,d\n", 2, 4, .textAfterQuote), ("a,b\"c\n", 1, 4, .quoteInsideCell),
    ("甲\r\n乙,丙\0\r\n", 2, 4, .zeroCharacter), ("a\r\"x\ry\"z", 3, 3, .textAfterQuote),
  ]

  @Test(arguments: faults)
  func `a fault is told with its place`(
    _ fault: (text: String, line: Int, column: Int, kind: CSVFault.Kind)
  ) {
    let expected = CSVFault(line: fault.line, column: fault.column, kind: fault.kind)
    #expect(throws: expected) { try CSV.read(Array(fault.text.utf8)) }
  }
}

@Suite struct EncodingTests {
  private let table = "姓名,编号\r\n苏玉强,0012\r\n㐂𫝀,0013\r\n"

  private func gb18030(_ text: String) throws -> [UInt8] {
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    return Array(try #require(text.data(using: encoding)))
  }

  @Test func `UTF-8 with and without mark and GB 18030 give the same cells`() throws {
    let forms: [([UInt8], DecodedText.Encoding)] = [
      (Array(table.utf8), .utf8), ([0xEF, 0xBB, 0xBF] + Array(table.utf8), .utf8WithMark),
      (try gb18030(table), .gb18030),
    ]
    for (bytes, encoding) in forms {
      let read = try CSV.read(bytes)
      #expect(read.source.encoding == encoding)
      #expect(read.rows.map { $0.cells[0].text } == ["姓名", "苏玉强", "㐂𫝀"])
    }
  }

  @Test func `UTF-8 that is spoilt in one place is not read as other characters`() throws {
    var bytes = Array(table.utf8)
    let place = try #require(bytes.firstIndex(of: 0x8B) ?? bytes.lastIndex(of: 0xE5))
    bytes[place] = 0xFF
    let fault = #expect(throws: CSVFault.self) { try CSV.read(bytes) }
    #expect(fault?.kind == .undecodable)
    var cut = Array(table.utf8)
    cut.remove(at: Array("姓名,编号\r\n苏".utf8).count + 1)
    #expect(throws: CSVFault(line: 2, column: 2, kind: .undecodable)) { try CSV.read(cut) }
  }

  @Test func `bytes of no known encoding are a fault`() {
    let bytes: [UInt8] = [0x61, 0x0A, 0xFF, 0xFE, 0x00]
    #expect(throws: CSVFault(line: 2, column: 1, kind: .undecodable)) { try CSV.read(bytes) }
    #expect(throws: CSVFault.self) { try CSV.read([0xEF, 0xBB, 0xBF, 0xD0, 0xD5]) }
  }

  @Test func `a line is shown as it stands in the file`() throws {
    let source = try DecodedText(Array("a\r\n乙,b\r\n".utf8))
    #expect(source.line(2) == "乙,b")
    #expect(source.line(9).isEmpty)
  }
}

@Suite struct CSVWritingTests {
  private func written(_ values: CSV.Value...) -> String {
    String(decoding: CSV.write([values]).dropFirst(3), as: UTF8.self)
  }

  @Test func `a table begins with a byte order mark and its lines end in CR LF`() {
    #expect(CSV.write([[.text("a")], [.number("-5")]]) == Array("\u{FEFF}a\r\n-5\r\n".utf8))
    #expect(CSV.write([]) == [0xEF, 0xBB, 0xBF])
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@a", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠a",
  ])
  func `a text that looks like a formula is written as text`(_ text: String) throws {
    let read = try CSV.read(CSV.write([[.text(text)]]))
    #expect(read.rows[0].cells[0].text == "'" + text)
  }

  @Test func `a negative number stays a number and a number of 18 digits stays text`() {
    #expect(written(.number("-10"), .number("0.5")) == "-10,0.5\r\n")
    #expect(written(.text("110101199003070000")) == "'110101199003070000\r\n")
    #expect(written(.text("0012"), .text("2026-10")) == "0012,2026-10\r\n")
  }

  @Test(arguments: 0..<60)
  func `any table is read again as it was written, in every encoding and with every delimiter`(
    _ seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    let table = Self.randomTable(&random)
    let written = CSV.write(table.map { $0.map { .text($0) } })
    #expect(try Self.texts(of: written) == table, "seed \(seed)")
    for delimiter in CSV.Delimiter.allCases {
      let text = Self.spelled(table, delimiter)
      #expect(try Self.texts(of: Array(text.utf8)) == table, "seed \(seed), \(delimiter)")
      let gb18030 = String.Encoding(rawValue: 0x8000_0632)
      let bytes = try #require(text.data(using: gb18030), "seed \(seed)")
      #expect(try Self.texts(of: Array(bytes)) == table, "seed \(seed), \(delimiter), GB 18030")
    }
  }

  private static func texts(of bytes: [UInt8]) throws -> [[String]] {
    try CSV.read(bytes).rows.map { $0.cells.map(\.text) }
  }

  /// Cells that begin with no formula, since those are guarded; the first row has no delimiter in
  /// its cells, as titles have none.
  private static func randomTable(_ random: inout SeededRandom) -> [[String]] {
    let pieces = ["苏", "玉强", "12", ".5", "x", "，", "欧阳", "\"", ",", ";", "\t", "\n", "\r\n", " "]
    let width = Int.random(in: 2...6, using: &random)
    let titles = (0..<width).map { "列\($0)" }
    let rows = (0..<Int.random(in: 0...12, using: &random)).map { _ in
      (0..<width).map { column -> String in
        let middle = (0..<Int.random(in: 0...5, using: &random)).map { _ in random.pick(pieces) }
        // The first cell holds a word, for a row of a single empty cell would be an empty line.
        return (column == 0 || !middle.isEmpty ? "字" : "") + middle.joined()
      }
    }
    return [titles] + rows
  }

  private static func spelled(_ table: [[String]], _ delimiter: CSV.Delimiter) -> String {
    table.map { row in
      row.map { cell in
        let isOpen = cell.unicodeScalars.contains { ",;\t\"\r\n ".unicodeScalars.contains($0) }
        return isOpen ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }.joined(separator: String(delimiter.rawValue)) + "\n"
    }.joined()
  }

  @Test func `what is written is read again`() throws {
    let texts = ["", "a,b", "c\"d", "e\r\nf", " g ", "苏玉强", ";", "h\ti", "'", "\"\"", "x"]
    let table = try CSV.read(CSV.write([texts.map { .text($0) }]))
    #expect(table.rows.map { $0.cells.map(\.text) } == [texts])
  }
}
