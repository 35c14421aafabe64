import TestSupport
import XinyiFiles
import XinyiLedger

/// A whole village in memory: ledger, books and catalog.
enum MemoryVillage {
  static let path = "/village"
  static let clerk = Operator(unchecked: "clerk")
  static let day = Day("2026-11-21")!

  /// The first lines of a village, with this file for a catalog.
  static func opening(catalog: Catalog, _ bytes: [UInt8]) -> [RecordedEvent] {
    let events: [Event] = [
      .ledgerOpened(
        .init(
          village: Village(name: "苏庄村", town: "侯营镇", county: "东昌府区", code: nil),
          account: .person, practice: false, origin: String(repeating: "0", count: 32),
          firstMonth: day.month, operator: clerk)),
      .settingsSet(.init(from: day.month, settings: .standard(operator: clerk), why: nil)),
      .catalogAdopted(
        .init(
          version: 1, from: day.month.firstDay, sha256: SHA256.digest(of: bytes),
          plus: catalog.plus, minus: catalog.minus)),
    ]
    return events.enumerated().map { index, event in
      RecordedEvent(
        sequence: index + 1, at: Moment(day: day, secondOfDay: 8 * 3600), by: clerk,
        receipt: ReceiptKey(unchecked: "open"), request: .zero, event: event)
    }
  }

  /// A village of the default catalog, as `init` makes it.
  static func found(on system: MemorySystem) throws {
    let lines = opening(catalog: try defaultCatalog(), defaultCatalogBytes)
    let folder = try VillageFolder.create(path, files: system.files)
    try folder.found(lines, settings: .standard(operator: clerk))
  }

  /// A village whose catalog is empty, since reading one takes longer than all the rest.
  static func disk() throws -> MemoryDisk {
    var catalog = try defaultCatalog()
    (catalog.items, catalog.fromReport, catalog.plus, catalog.minus) = ([], [], 0, 0)
    let bytes = try JSONWriter.page(catalog)
    let lines = opening(catalog: catalog, bytes)
    let system = MemorySystem()
    let folder = try VillageFolder.create(path, files: system.files)
    try folder.createLedger { writer in
      try folder.create(.catalog, with: bytes, holding: writer)
      let roster = try JSONWriter.page(RosterBook(people: []))
      try folder.create(.roster, with: roster, holding: writer)
      try folder.create(.shop, with: try JSONWriter.page(ShopList(goods: [])), holding: writer)
      _ = try folder.commit(lines, BookChanges(), holding: &writer)
      guard case .ledgerOpened(let opened)? = lines.first?.event else { return }
      let book = VillageBook(opened: opened, settings: .standard(operator: clerk))
      try folder.create(.village, with: try JSONWriter.page(book), holding: writer)
    }
    return system.disk
  }
}

extension VillageSnapshot {
  /// Makes sure that nothing is damaged and that every book says what the ledger says.
  func requireSound(_ what: String) throws {
    if let damage = damages.first { throw Broken("\(what): false alarm \(damage)") }
    if let difference = differences.first { throw Broken("\(what): \(difference) differs") }
  }
}
