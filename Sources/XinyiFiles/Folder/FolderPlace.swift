/// Where a village folder lies, as far as it endangers the ledger.
public struct FolderPlace: Hashable, Sendable {
  /// Why locks may not exclude there, or files may change behind the program's back.
  public enum Hazard: Hashable, Sendable {
    /// Another machine's disk.
    case network
    /// A file system that a program of this machine runs (FUSE).
    case userSpace
    case synced(SyncProduct)
  }

  public let hazards: [Hazard]
  /// Files beside the village's own that a synchronizing program made of them, in ascending order.
  public let conflictedCopies: [String]
}

extension VillageFolder {
  /// What is unsafe about the place. What the system does not tell is not held against it: a disk
  /// that fails is noticed by whatever is written next.
  public func place() -> FolderPlace {
    let names = (try? descriptor.names()) ?? []
    return FolderPlace(
      hazards: files.hazards(of: descriptor, path: files.path(of: descriptor), names: names),
      conflictedCopies: names.filter(ConflictedCopy.isNamed))
  }
}

extension FileSystem {
  /// What would be unsafe about a folder that is still to be made, or is there and empty.
  public func placeOfNewFolder(_ path: String) -> FolderPlace {
    let (parent, name) = Self.splitLast(path)
    var hazards: [FolderPlace.Hazard] = []
    if let folder = try? open(path, for: .folderAsGiven) {
      hazards = self.hazards(of: folder, path: self.path(of: folder), names: [])
    } else if let folder = try? open(parent, for: .folderAsGiven) {
      hazards = self.hazards(of: folder, path: self.path(of: folder) + "/" + name, names: [])
    }
    return FolderPlace(hazards: hazards, conflictedCopies: [])
  }

  fileprivate func hazards(
    of folder: borrowing Descriptor, path: String, names: [String]
  ) -> [FolderPlace.Hazard] {
    let number = folder.number
    let mount = try? retrying(.status, folder.name) { () throws(ErrorNumber) in
      try calls.mount(number)
    }
    let product = productKeeping(path) ?? productLeaving(names, in: path)
    let synced = product.map { [FolderPlace.Hazard.synced($0)] } ?? []
    return switch mount {
    case .network: [.network] + synced
    case .userSpace: [.userSpace] + synced
    case .local, nil: synced
    }
  }

  /// The absolute path of a folder, links resolved; empty where the system does not tell.
  fileprivate func path(of folder: borrowing Descriptor) -> String {
    let number = folder.number
    let path = try? retrying(.status, folder.name) { () throws(ErrorNumber) in
      try calls.path(number)
    }
    return path ?? ""
  }

  /// The product that keeps a folder or one above it, by their names and by what it left there.
  private func productKeeping(_ path: String) -> SyncProduct? {
    let components = path.split(separator: "/")
    if let named = components.lazy.compactMap({ SyncProduct.keeping(folderNamed: String($0)) })
      .first
    {
      return named
    }
    var above = components[...]
    while !above.isEmpty {
      let folder = "/" + above.joined(separator: "/")
      if let product = productMarking(folder) { return product }
      above = above.dropLast()
    }
    return nil
  }

  private func productMarking(_ folder: String) -> SyncProduct? {
    SyncProduct.table.first { signs in
      signs.files.contains { kind(of: "\(folder)/\($0)") == .file }
        || signs.subfolders.contains { kind(of: "\(folder)/\($0)") == .folder }
    }?.product
  }

  /// The product that left a plain file of a name with a pattern; only the folder's own names are
  /// looked through.
  private func productLeaving(_ names: [String], in path: String) -> SyncProduct? {
    for name in names {
      guard let product = SyncProduct.leaving(fileNamed: name) else { continue }
      if kind(of: "\(path)/\(name)") == .file { return product }
    }
    return nil
  }

  private func kind(of path: String) -> FileStatus.Kind? {
    let status = try? retrying(.status, Self.lastComponent(of: path)) { () throws(ErrorNumber) in
      try calls.status(of: path, in: nil)
    }
    return status?.kind
  }
}
