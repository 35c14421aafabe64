/// A village folder on its way to the disk: under a name that ends in `.partial`, until every byte
/// of it has been read back.
enum UnfinishedVillage {
  static let ending = ".partial"

  /// Writes a copy and gives it its name, which is free or that of an empty folder.
  static func write(
    _ copy: VillageCopy, as name: String, in place: borrowing Descriptor, path: String,
    _ files: FileSystem
  ) throws {
    try discard(name + ending, in: place)
    do {
      let village = try VillageFolder.create(path + ending, files: files)
      try copy.write(into: village)
      try place.rename(name + ending, to: name)
    } catch {
      // The fault that ended the writing is the one to be told.
      try? discard(name + ending, in: place)
      throw error
    }
    try place.synchronize()
  }

  /// Takes an unfinished folder away, unless it is being written right now or holds what no copy
  /// of a village does.
  static func discard(_ name: String, in place: borrowing Descriptor) throws(SystemFailure) {
    do throws(SystemFailure) {
      let folder = try place.open(name, for: .folder)
      let lock = try folder.open(LedgerFormat.lock, for: .locking)
      guard try lock.tryLock() else { return }
      try empty(folder)
    } catch {
      guard error.reason == .missing else { throw error }
      // Without a lock there is nothing in it yet, or nothing any more.
    }
    do throws(SystemFailure) {
      try place.removeFolder(name)
    } catch {
      guard error.reason == .missing || error.reason == .alreadyThere else { throw error }
    }
  }

  private static func empty(_ folder: borrowing Descriptor) throws(SystemFailure) {
    for subfolder in [DataFile.Subfolder.notices.rawValue, LedgerFormat.quarantine] {
      do throws(SystemFailure) {
        let inner = try folder.open(subfolder, for: .folder)
        for file in try inner.names() { try inner.remove(file) }
        try folder.removeFolder(subfolder)
      } catch {
        guard error.reason == .missing else { throw error }
      }
    }
    let names = try folder.names()
    for file in names where file != LedgerFormat.lock { try folder.remove(file) }
    try folder.remove(LedgerFormat.lock)
  }
}

extension VillageFolder {
  /// Writes a copy as a new village: the folder has its name when all of it is there.
  public static func create(
    _ path: String, from copy: VillageCopy, files: FileSystem = .host
  ) throws {
    try checkNew(path, files: files)
    let (parent, name) = FileSystem.splitLast(path)
    let place = try files.open(parent, for: .folderAsGiven)
    try UnfinishedVillage.write(copy, as: name, in: place, path: path, files)
  }
}
