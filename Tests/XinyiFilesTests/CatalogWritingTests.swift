import Testing
import XinyiFiles
import XinyiLedger

@Suite struct CatalogWritingTests {
  @Test func `the catalog comes back the same, item by item`() throws {
    let catalog = try defaultCatalog()
    let page = try JSONWriter.page(catalog)
    let again = try readCatalog(page, file: "catalog.json")
    #expect(again == catalog)
    #expect(try JSONWriter.page(again) == page)
  }

  @Test func `every kind of amount, limit and effect is in it`() throws {
    let items = try defaultCatalog().items
    #expect(Set(items.map(\.amount.kind)).count == 5)
    #expect(items.contains { if case .upTo = $0.account.spendable { true } else { false } })
    #expect(items.contains { $0.limit != nil })
  }
}
