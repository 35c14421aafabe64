/// The folder of one village, open. Every file in it is reached through its descriptor, so that
/// renaming or replacing the folder meanwhile changes nothing.
public final class VillageFolder: Sendable {
  /// The path by which it was opened, for answers and suggestions only.
  public let path: String
  public let files: FileSystem
  let descriptor: Descriptor

  init(path: String, descriptor: consuming Descriptor, files: FileSystem) {
    self.path = path
    self.descriptor = descriptor
    self.files = files
  }
}

/// Why there is no village folder to work in.
public enum VillageFolderFault: Error, Hashable, Sendable {
  /// Neither this folder nor one above it holds `village.json`.
  case notFound(from: String)
  /// The folder that was named holds no `village.json`.
  case notAVillage(path: String)
  /// A new village needs an empty folder.
  case notEmpty(path: String)
  case system(SystemFailure)
}

extension VillageFolder {
  /// Opens the folder that a person named.
  public static func open(
    _ path: String, files: FileSystem = .host
  ) throws(VillageFolderFault) -> VillageFolder {
    let descriptor = try faulting { () throws(SystemFailure) in
      try files.open(path, for: .folderAsGiven)
    }
    guard try holdsVillage(descriptor) else { throw .notAVillage(path: path) }
    return VillageFolder(path: path, descriptor: descriptor, files: files)
  }

  /// Opens a folder that holds a village, or what is left of one that has lost its `village.json`.
  public static func openRemains(
    _ path: String, files: FileSystem = .host
  ) throws(VillageFolderFault) -> VillageFolder {
    let descriptor = try faulting { () throws(SystemFailure) in
      try files.open(path, for: .folderAsGiven)
    }
    let names = try faulting { () throws(SystemFailure) in try descriptor.names() }
    guard names.contains(DataFile.village.name) || names.contains(LedgerFormat.head) else {
      throw .notAVillage(path: path)
    }
    return VillageFolder(path: path, descriptor: descriptor, files: files)
  }

  /// Opens the nearest folder, from `path` upwards, that holds `village.json`.
  public static func find(
    from path: String, files: FileSystem = .host
  ) throws(VillageFolderFault) -> VillageFolder {
    var current = try faulting { () throws(SystemFailure) in
      try files.open(path, for: .folderAsGiven)
    }
    var shown = path
    while try !holdsVillage(current) {
      let above = try faulting { () throws(SystemFailure) in
        try current.open("..", for: .folder)
      }
      let (here, there) = try faulting { () throws(SystemFailure) in
        (try current.status(), try above.status())
      }
      // Only the root is its own parent.
      if here.isSameFile(as: there) { throw .notFound(from: path) }
      current = above
      shown = shown == "." ? ".." : shown + "/.."
    }
    return VillageFolder(path: shown, descriptor: current, files: files)
  }

  private static func holdsVillage(
    _ folder: borrowing Descriptor
  ) throws(VillageFolderFault) -> Bool {
    do throws(SystemFailure) {
      return try folder.status(of: DataFile.village.name).kind == .file
    } catch {
      if error.reason == .missing { return false }
      throw .system(error)
    }
  }

  static func faulting<Answer: ~Copyable>(
    _ body: () throws(SystemFailure) -> Answer
  ) throws(VillageFolderFault) -> Answer {
    do throws(SystemFailure) { return try body() } catch { throw .system(error) }
  }
}
