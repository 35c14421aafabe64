import XinyiLedger

extension VillageFolder {
  /// Makes the folder, mode 0700, or takes one that is there and holds nothing, or nothing but what
  /// a founding left that was stopped. Its parent must exist.
  ///
  /// It becomes a village when `village.json` is written, which is therefore written last.
  public static func create(
    _ path: String, files: FileSystem = .host
  ) throws(VillageFolderFault) -> VillageFolder {
    let (parentPath, name) = FileSystem.splitLast(path)
    let parent = try faulting { () throws(SystemFailure) in
      try files.open(parentPath, for: .folderAsGiven)
    }
    do throws(SystemFailure) {
      try parent.makeFolder(name)
      try parent.synchronize()
    } catch {
      guard error.reason == .alreadyThere else { throw .system(error) }
    }
    let descriptor = try faulting { () throws(SystemFailure) in
      try files.open(path, for: .folderAsGiven)
    }
    let folder = VillageFolder(path: path, descriptor: descriptor, files: files)
    try folder.removeLeftovers()
    do throws(SystemFailure) {
      try folder.descriptor.setPermissions(0o700)
    } catch {
      // A stick with a file system that knows no modes says so.
      guard error.reason == .notPermitted else { throw .system(error) }
    }
    return folder
  }

  /// Takes away what a stopped founding left, the lock last and while it is held: a founding that
  /// is still at work keeps its files.
  private func removeLeftovers() throws(VillageFolderFault) {
    guard let found = try leftovers() else { throw .notEmpty(path: path) }
    guard found.contains(LedgerFormat.lock) else { return }
    let lock = try Self.faulting { () throws(SystemFailure) in
      try descriptor.open(LedgerFormat.lock, for: .locking)
    }
    let isAlone = try Self.faulting { () throws(SystemFailure) in try lock.tryLock() }
    guard isAlone, let names = try leftovers() else { throw .notEmpty(path: path) }
    try Self.faulting { () throws(SystemFailure) in
      for name in names where name != LedgerFormat.lock { try descriptor.remove(name) }
      try descriptor.remove(LedgerFormat.lock)
    }
  }

  /// Throws what `create` would throw, and makes nothing.
  public static func checkNew(
    _ path: String, files: FileSystem = .host
  ) throws(VillageFolderFault) {
    let (parentPath, name) = FileSystem.splitLast(path)
    let parent = try faulting { () throws(SystemFailure) in
      try files.open(parentPath, for: .folderAsGiven)
    }
    let isThere = try faulting { () throws(SystemFailure) in
      try parent.names().contains(name)
    }
    guard isThere else { return }
    let descriptor = try faulting { () throws(SystemFailure) in
      try files.open(path, for: .folderAsGiven)
    }
    let folder = VillageFolder(path: path, descriptor: descriptor, files: files)
    guard try folder.leftovers() != nil else { throw .notEmpty(path: path) }
  }

  /// The names that a stopped founding left, none in an empty folder; nil for a folder in use.
  ///
  /// A founding makes the lock first and the ledger next, writes books that know nobody yet, records
  /// three lines, and writes `village.json` last: where there is anything else, somebody has lost
  /// files, and nothing must be taken away.
  private func leftovers() throws(VillageFolderFault) -> [String]? {
    try Self.faulting { () throws(SystemFailure) in
      let names = try descriptor.names()
      if names.isEmpty { return names }
      guard names.contains(LedgerFormat.lock), Set(names).isSubset(of: Self.foundingNames),
        names.count == 1 || names.contains(LedgerFormat.ledger)
      else { return nil }
      for (book, content) in Self.foundingBooks {
        if let bytes = try read(book), !content.starts(with: bytes) { return nil }
      }
      guard names.contains(LedgerFormat.ledger) else { return names }
      let limit = Self.foundingLines * LedgerFormat.maximumLine
      let ledger = try descriptor.open(LedgerFormat.ledger, for: .reading)
      let bytes = try ledger.read(atMost: limit + 1)
      guard bytes.count <= limit, isFounding(bytes, under: try readHead()) else { return nil }
      return names
    }
  }

  /// Whether these bytes are no more than a founding wrote, all of it or a beginning: a head that
  /// knows of more lines, or of other ones, is what is left of a village.
  private func isFounding(_ bytes: [UInt8], under reading: HeadReading) -> Bool {
    let start = LedgerFormat.beginning(seq: 1, prev: .zero)
    guard start.starts(with: bytes.prefix(start.count)),
      bytes.count(where: { $0 == LedgerFormat.newline }) <= Self.foundingLines
    else { return false }
    switch reading {
    case .damage(let kind): return kind == .headMissing
    case .head(let head):
      var scanner = LedgerScanner()
      let damage = scanner.scan(bytes, areAll: true)
      return damage == nil && bytes.count == head.end
        && head.disagreement(with: LedgerLines(bytes: bytes, ends: scanner.ends)) == nil
    }
  }

  /// How many lines a founding records at once.
  private static let foundingLines = 3
  private static let foundingNames: Set<String> = [
    LedgerFormat.lock, LedgerFormat.ledger, LedgerFormat.head, LedgerFormat.newHead,
    DataFile.catalog.name, DataFile.roster.name, DataFile.shop.name,
    DataFile.village.temporaryName,
  ]
  /// The books of a village in which nobody lives yet.
  private static var foundingBooks: [(DataFile, [UInt8])] {
    let roster = (try? JSONWriter.page(RosterBook(people: []))) ?? []
    let shop = (try? JSONWriter.page(ShopList(goods: []))) ?? []
    return [(.catalog, defaultCatalogBytes), (.roster, roster), (.shop, shop)]
  }
}
