import XinyiLedger

/// A folder that holds backups, on a stick for instance: each is a village folder of its own.
public struct BackupPlace: Sendable {
  public let path: String
  private let files: FileSystem

  public init(_ path: String, files: FileSystem) {
    self.path = path
    self.files = files
  }

  /// Writes a copy under a name that is free, `name` or `name-2` …, and answers which.
  ///
  /// The place is made if it is missing, in a folder that is there. A stop at any moment leaves a
  /// folder that ends in `.partial` and is no backup; the next one of this village takes it away.
  public func keep(_ copy: VillageCopy, of village: String, as name: String) throws -> String {
    let (parent, own) = FileSystem.splitLast(path)
    let place = try folder(own, in: try files.open(parent, for: .folderAsGiven))
    for old in try place.names()
    where old.hasPrefix(village + "-") && old.hasSuffix(UnfinishedVillage.ending) {
      try UnfinishedVillage.discard(old, in: place)
    }
    let free = Self.freeName(like: name, besides: try place.names())
    try UnfinishedVillage.write(copy, as: free, in: place, path: path + "/" + free, files)
    return free
  }

  /// Throws what `keep` would throw before it writes a byte.
  public func check() throws(SystemFailure) {
    do throws(SystemFailure) {
      _ = try files.open(path, for: .folderAsGiven)
    } catch {
      guard error.reason == .missing else { throw error }
      _ = try files.open(FileSystem.splitLast(path).folder, for: .folderAsGiven)
    }
  }

  /// Whether the place lies in a village's own folder, where a backup is none.
  public func isInside(_ village: VillageFolder) throws(SystemFailure) -> Bool {
    var path = path
    while true {
      do throws(SystemFailure) {
        let folder = try files.open(path, for: .folderAsGiven)
        let own = try absolutePath(of: village.descriptor)
        let found = try absolutePath(of: folder)
        return found == own || found.hasPrefix(own + "/")
      } catch {
        let parent = FileSystem.splitLast(path).folder
        guard error.reason == .missing, parent != path else { throw error }
        path = parent
      }
    }
  }

  /// The village at this path itself, or of every village that has finished backups below it the
  /// one with the most lines, by name.
  public func latest() throws(VillageFolderFault) -> [VillageFolder] {
    do throws(VillageFolderFault) {
      return [try VillageFolder.open(path, files: files)]
    } catch {
      guard case .notAVillage = error else { throw error }
    }
    var latest: [(village: Village, lines: Int, folder: VillageFolder)] = []
    for name in try names() where !name.hasSuffix(UnfinishedVillage.ending) {
      guard let folder = try? VillageFolder.open(path + "/" + name, files: files),
        let village = folder.backedUpVillage, let lines = folder.backedUpLines
      else { continue }
      if let index = latest.firstIndex(where: { $0.village == village }) {
        if latest[index].lines < lines { latest[index] = (village, lines, folder) }
      } else {
        latest.append((village, lines, folder))
      }
    }
    return latest.map(\.folder)
  }

  private func names() throws(VillageFolderFault) -> [String] {
    do throws(SystemFailure) {
      return try files.open(path, for: .folderAsGiven).names()
    } catch {
      throw .system(error)
    }
  }

  private func absolutePath(of folder: borrowing Descriptor) throws(SystemFailure) -> String {
    try files.retrying(.status, folder.name) { () throws(ErrorNumber) in
      try files.calls.path(folder.number)
    }
  }

  private func folder(
    _ name: String, in parent: borrowing Descriptor
  ) throws(SystemFailure) -> Descriptor {
    do throws(SystemFailure) {
      return try files.open(path, for: .folderAsGiven)
    } catch {
      guard error.reason == .missing else { throw error }
    }
    try parent.makeFolder(name)
    try parent.synchronize()
    return try files.open(path, for: .folderAsGiven)
  }

  private static func freeName(like name: String, besides taken: [String]) -> String {
    let names = [name] + (2...999).map { "\(name)-\($0)" }
    let taken = Set(taken)
    return names.first { !taken.contains($0) && !taken.contains($0 + UnfinishedVillage.ending) }
      ?? name
  }
}

extension VillageFolder {
  /// Who the village says it is; nil where that cannot be read.
  fileprivate var backedUpVillage: Village? {
    (try? read(.village)).flatMap { try? readVillageBook($0) }?.village
  }

  /// How many lines are acknowledged; nil where that cannot be read.
  fileprivate var backedUpLines: Int? { (try? readHead())?.head?.seq }
}
