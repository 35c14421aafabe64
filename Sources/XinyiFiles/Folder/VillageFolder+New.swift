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
    guard let leftovers = try leftovers(in: descriptor) else { throw .notEmpty(path: path) }
    try faulting { () throws(SystemFailure) in
      for name in leftovers { try descriptor.remove(name) }
    }
    do throws(SystemFailure) {
      try descriptor.setPermissions(0o700)
    } catch {
      // A stick with a file system that knows no modes says so.
      guard error.reason == .notPermitted else { throw .system(error) }
    }
    return VillageFolder(path: path, descriptor: descriptor, files: files)
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
    let folder = try faulting { () throws(SystemFailure) in
      try files.open(path, for: .folderAsGiven)
    }
    guard try leftovers(in: folder) != nil else { throw .notEmpty(path: path) }
  }

  /// The names that a stopped founding left, none in an empty folder; nil for a folder in use.
  ///
  /// A founding writes `village.json` last and records three lines: where there is more, somebody
  /// has lost `village.json`, and nothing must be taken away.
  private static func leftovers(
    in folder: borrowing Descriptor
  ) throws(VillageFolderFault) -> [String]? {
    let names = try faulting { () throws(SystemFailure) in try folder.names() }
    guard Set(names).isSubset(of: foundingNames) else { return nil }
    guard names.contains(LedgerFormat.ledger) else { return names }
    let limit = foundingLines * LedgerFormat.maximumLine
    let bytes = try faulting { () throws(SystemFailure) in
      try folder.open(LedgerFormat.ledger, for: .reading).read(atMost: limit + 1)
    }
    let lines = bytes.count { $0 == LedgerFormat.newline }
    return lines <= foundingLines && bytes.count <= limit ? names : nil
  }

  /// How many lines a founding records at once.
  private static let foundingLines = 3
  private static let foundingNames: Set<String> = [
    LedgerFormat.lock, LedgerFormat.ledger, LedgerFormat.head, LedgerFormat.newHead,
    DataFile.catalog.name, DataFile.roster.name, DataFile.shop.name,
    DataFile.village.temporaryName,
  ]
}
