import TestSupport
import Testing
import XinyiFiles
import XinyiLedger

/// The quick reader of `roster.json` against the strict one, which is what the format means.
@Suite struct CanonicalPageTests {
  private let book = RosterBook(people: [
    .init(
      person: PersonNumber(unchecked: "0001"), name: "苏玉强", pinyin: nil, born: Day("1980-02-29"),
      facts: [
        .init(from: .placeholder, what: .household, value: "001"),
        .init(from: .placeholder, what: .group, value: "1组 东街, {南}"),
      ]),
    .init(
      person: PersonNumber(unchecked: "A-2"), name: "曾 广文", pinyin: Pinyin("zeng guang wen"),
      born: nil, facts: []),
  ])

  @Test func `the list of people as the program writes it is read at once`() throws {
    let page = try JSONWriter.page(book)
    #expect(CanonicalPage.rosterBook(of: page) == book)
    #expect(try readRosterBookStrictly(page) == book)
  }

  @Test func `spaces and lines may be anybody's`() throws {
    let page = try JSONWriter.page(book)
    #expect(CanonicalPage.rosterBook(of: try JSONWriter.compact(book)) == book)
    let spaced = page.flatMap { $0 == UInt8(ascii: "\n") ? Array("\r\n\t ".utf8) : [$0] }
    #expect(CanonicalPage.rosterBook(of: spaced) == book)
  }

  @Test(
    arguments: [
      ("\"format\": 1", "\"format\": 2"), ("\"format\": 1", "\"format\": 1 1"),
      ("\"format\": 1", "\"note\": 1"), ("苏玉强", "苏\\u7389强"), ("1980-02-29", "1979-02-29"),
      ("\"0001\"", "\"00 01\""), ("zeng guang", "zeng  guang"), ("\"0001\",", "\"0001\""),
      ("{\n  \"format\"", "\u{FEFF}{\n  \"format\""),
    ])
  func `what is spelled otherwise is left to the strict reader`(
    _ change: (from: String, to: String)
  ) throws {
    let page = String(decoding: try JSONWriter.page(book), as: UTF8.self)
    try #require(page.contains(change.from))
    let changed = page.replacing(change.from, with: change.to)
    #expect(CanonicalPage.rosterBook(of: Array(changed.utf8)) == nil)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a list with any change in its bytes is left to the strict reader or read as it reads it`(
    _ seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    let page = try JSONWriter.page(book)
    var read = 0
    for _ in 0..<3_000 {
      var changed = page
      for _ in 0...Int.random(in: 0...1, using: &random) {
        changeSomewhere(in: &changed, &random)
      }
      guard let quick = CanonicalPage.rosterBook(of: changed) else { continue }
      read += 1
      // What is not to be in a list, such as a number twice, is looked for in either's.
      let isRead = (try? readRosterBook(changed)) == (try? readRosterBookStrictly(changed))
      let isSame = (try? readRosterBookStrictly(changed)).map { $0 == quick } ?? true
      if !isRead || !isSame {
        Issue.record("seed \(seed): otherwise read: \(String(decoding: changed, as: UTF8.self))")
      }
    }
    #expect(read > 100)
  }

  @Test func `the default catalog is read at once`() throws {
    let strict = try readCatalogStrictly(defaultCatalogBytes, file: "catalog.json")
    #expect(CanonicalPage.catalog(of: defaultCatalogBytes) == strict)
    #expect(CanonicalPage.catalog(of: try JSONWriter.page(strict)) == strict)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a catalog with any change in its bytes is left to the strict reader or read as it reads it`(
    _ seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    var catalog = try readCatalogStrictly(defaultCatalogBytes, file: "catalog.json")
    // One item of each form, since a change among 153 is mostly one of a word.
    catalog.items = ["fixed", "perUnit", "level", "choice", "tier"].flatMap { kind in
      catalog.items.filter { $0.amount.kind.rawValue == kind }.shuffled(using: &random).prefix(2)
    }
    let page = try JSONWriter.page(catalog)
    var read = 0
    for _ in 0..<400 {
      var changed = page
      for _ in 0...Int.random(in: 0...1, using: &random) {
        changeSomewhere(in: &changed, &random)
      }
      guard let quick = CanonicalPage.catalog(of: changed) else { continue }
      read += 1
      let document = try? decodeJSON(
        Catalog.self, from: changed, file: "catalog.json", allowsBOM: false)
      if document != quick {
        Issue.record("seed \(seed): otherwise read: \(String(decoding: changed, as: UTF8.self))")
      }
    }
    #expect(read > 10)
  }
}
