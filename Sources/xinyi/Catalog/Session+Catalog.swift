import XinyiFiles
import XinyiLedger

extension Session {
  /// A list that the village means to adopt, from a JSON file or a spreadsheet; throws every fault
  /// of the file. What a table does not say stays as `current` has it.
  func newCatalog(in path: String, beside current: Catalog) throws -> Catalog {
    guard path.lowercased().hasSuffix(".csv") else {
      let bytes = try bytes(of: path)
      do throws(FileFaults) {
        return try readNewCatalog(bytes, file: path.lastComponent)
      } catch {
        throw Failure(error)
      }
    }
    let table = try TitledTable<CatalogColumn>(
      try table(in: path), file: path.lastComponent, titles: [:])
    var items: [Catalog.Item] = []
    var faults = table.overfullRows
    for row in table.rows {
      var reader = CatalogRowReader(table, row, in: current)
      if let item = reader.item() { items.append(item) }
      faults += reader.faults
    }
    if !faults.isEmpty { throw TitledTable<CatalogColumn>.failure(faults) }
    let catalog = current.withItems(table.has(.rivals) ? items : items.withRivalsAmongThem)
    let findings =
      catalog.faults().map { CatalogFinding($0) }
      + catalog.refusedItems().map { CatalogFinding($0) }
    if !findings.isEmpty { throw TitledTable<CatalogColumn>.failure(findings.map(table.fault)) }
    return catalog
  }

  /// The bytes of a file that the person named.
  func bytes(of path: String) throws -> [UInt8] {
    do throws(SystemFailure) {
      return try files.readInput(path, atMost: VillageFolder.largestDataFile)
    } catch {
      throw Failure(error, writing: false)
    }
  }
}

extension [Catalog.Item] {
  /// What the version in force says of one deed stands only between items that are still there.
  fileprivate var withRivalsAmongThem: [Catalog.Item] {
    let codes = Set(map(\.code))
    return map { item in
      var copy = item
      copy.rivals = item.rivals.filter(codes.contains)
      return copy
    }
  }
}

extension Catalog {
  /// The same list with other items, as a table of them gives it.
  fileprivate func withItems(_ items: [Item]) -> Catalog {
    var copy = self
    copy.items = items
    copy.plus = copy.items(of: .plus).count
    copy.minus = copy.items(of: .minus).count
    let codes = Set(items.map(\.code))
    copy.fromReport = fromReport.filter(codes.contains)
    return copy
  }
}
