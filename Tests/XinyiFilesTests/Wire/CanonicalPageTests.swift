import TestSupport
import Testing
import XinyiFiles
import XinyiLedger

/// The quick readers of the books against the strict one, which is what their format means.
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
    #expect(try strictly(page) == book)
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

  @Test func `settings and goods as the program writes them are read at once`() throws {
    for village in [plainVillage, fullVillage] {
      let page = try JSONWriter.page(village)
      #expect(CanonicalPage.villageBook(of: page) == village)
      #expect(try strictly(page) == village)
    }
    let page = try JSONWriter.page(goods)
    #expect(CanonicalPage.shopList(of: page) == goods)
    #expect(try strictly(page) == goods)
  }

  @Test func `the default catalog is read at once`() throws {
    let strict: Catalog = try strictly(defaultCatalogBytes)
    #expect(CanonicalPage.catalog(of: defaultCatalogBytes) == strict)
    #expect(CanonicalPage.catalog(of: try JSONWriter.page(strict)) == strict)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a book with any change in its bytes is left to the strict reader or read as it reads it`(
    _ seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    var catalog: Catalog = try strictly(defaultCatalogBytes)
    // One item of each form, since a change among 153 is mostly one of a word.
    catalog.items = ["fixed", "perUnit", "level", "choice", "tier"].flatMap { kind in
      catalog.items.filter { $0.amount.kind.rawValue == kind }.shuffled(using: &random).prefix(2)
    }
    try compare(book, changes: 3_000, &random, seed, CanonicalPage.rosterBook)
    try compare(catalog, changes: 400, &random, seed, CanonicalPage.catalog)
    try compare(plainVillage, changes: 1_000, &random, seed, CanonicalPage.villageBook)
    try compare(fullVillage, changes: 1_000, &random, seed, CanonicalPage.villageBook)
    try compare(goods, changes: 1_000, &random, seed, CanonicalPage.shopList)
  }

  private func compare<Book: Codable & Equatable>(
    _ book: Book, changes: Int, _ random: inout SeededRandom, _ seed: UInt64,
    _ quickly: ([UInt8]) -> Book?
  ) throws {
    let page = try JSONWriter.page(book)
    var read = 0
    for _ in 0..<changes {
      var changed = page
      for _ in 0...Int.random(in: 0...1, using: &random) {
        changeSomewhere(in: &changed, &random)
      }
      guard let quick = quickly(changed) else { continue }
      read += 1
      if (try? strictly(changed)) != quick {
        Issue.record("seed \(seed): otherwise read: \(String(decoding: changed, as: UTF8.self))")
      }
    }
    #expect(read > changes / 80)
  }

  private func strictly<Book: Decodable>(_ page: [UInt8]) throws -> Book {
    try decodeJSON(Book.self, from: page, file: "book.json", allowsBOM: true)
  }

  private let plainVillage = VillageBook(
    village: .init(name: "苏庄村", town: "侯营镇", county: "东昌府区", code: nil), account: .person,
    practice: false, settings: .standard(operator: Operator(unchecked: "clerk")))

  /// With everything that a village may leave out.
  private var fullVillage: VillageBook {
    var village = plainVillage
    village.village.code = "371502104219"
    village.account = .household
    village.practice = true
    village.settings.base = Points(saved: -5)
    village.settings.votesOf = .present
    village.settings.minusSpendable = false
    village.settings.operators = ["clerk", "keeper"].map(Operator.init(unchecked:))
    village.settings.carry = .nothing
    village.settings.carryLimit = .whole(40)
    village.settings.platformColumns = [.init(field: .effectiveOn, title: "生效日")]
    village.settings.shopDays = [1, 5]
    village.settings.cardWaitDays = 0
    return village
  }

  private let goods = ShopList(goods: [
    .init(
      item: ItemCode(unchecked: "XYF"), name: "洗衣粉", unit: "袋", price: .whole(10), limit: 2),
    .init(
      item: ItemCode(unchecked: "FZ"), name: "肥皂", unit: "块", price: Points(saved: 35),
      limit: nil),
  ])
}
