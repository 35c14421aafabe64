/// Why an export was not written to the file that was asked for.
public enum OutputFault: Error, Hashable, Sendable {
  /// The name belongs to the village's own files.
  case dataFile(name: String)
  /// There is a link, a folder, a pipe or a device of this name.
  case notAPlainFile(name: String)
  case system(SystemFailure)
}

/// The folder and the name of a file to be written outside of the village.
private struct OutputPlace: ~Copyable {
  let folder: Descriptor
  let name: String
}

extension FileSystem {
  /// Writes an export, mode 0600: after a stop at any moment there is the old file or the new one,
  /// whole. `village` is the folder whose own files must not be written over.
  public func writeOutput(
    _ path: String, _ bytes: [UInt8], besides village: VillageFolder?
  ) throws(OutputFault) {
    let place = try outputPlace(path, besides: village)
    try outputStep { () throws(SystemFailure) in
      try replaceOutput(place.name, in: place.folder, with: bytes)
    }
  }

  /// Throws what `writeOutput` would throw before it writes a byte: to be called before anything
  /// is recorded that the file is to tell.
  public func checkOutput(
    _ path: String, besides village: VillageFolder?
  ) throws(OutputFault) {
    _ = try outputPlace(path, besides: village)
  }

  private func outputPlace(
    _ path: String, besides village: VillageFolder?
  ) throws(OutputFault) -> OutputPlace {
    let (folderPath, name) = Self.splitLast(path)
    let folder = try outputStep { () throws(SystemFailure) in
      try open(folderPath, for: .folderAsGiven)
    }
    let isOwn = try outputStep { () throws(SystemFailure) in
      try village?.owns(name, in: folder) ?? false
    }
    if isOwn { throw .dataFile(name: name) }
    guard try outputStep({ () throws(SystemFailure) in try isFree(name, in: folder) }) else {
      throw .notAPlainFile(name: name)
    }
    return OutputPlace(folder: folder, name: name)
  }

  /// Whether there is nothing of this name, or a plain file.
  private func isFree(
    _ name: String, in folder: borrowing Descriptor
  ) throws(SystemFailure) -> Bool {
    guard !name.isEmpty, name != ".", name != ".." else { return false }
    do throws(SystemFailure) {
      return try folder.status(of: name).kind == .file
    } catch {
      if error.reason == .missing { return true }
      throw error
    }
  }

  private func replaceOutput(
    _ name: String, in folder: borrowing Descriptor, with bytes: [UInt8]
  ) throws(SystemFailure) {
    // Somebody else's folder: a name of our own there must not meet one that is in use.
    let suffix = randomBytes(8).map { String($0, radix: 16) }.joined()
    let temporary = ".xinyi-\(suffix).tmp"
    let target = try folder.open(temporary, for: .creating)
    try VillageFolder.fill(target, with: bytes, in: folder, orRemove: temporary)
    do throws(SystemFailure) {
      try folder.rename(temporary, to: name)
    } catch {
      try? folder.remove(temporary)
      throw error
    }
    try folder.synchronize()
  }

  private func outputStep<Answer: ~Copyable>(
    _ body: () throws(SystemFailure) -> Answer
  ) throws(OutputFault) -> Answer {
    do throws(SystemFailure) { return try body() } catch { throw .system(error) }
  }
}

extension VillageFolder {
  /// Whether a file of this name in that folder would be one of the village's own.
  fileprivate func owns(
    _ name: String, in folder: borrowing Descriptor
  ) throws(SystemFailure) -> Bool {
    let place = try folder.status()
    if place.isSameFile(as: try descriptor.status()) { return DataFile.isTaken(name) }
    let subfolders = DataFile.Subfolder.allCases.map(\.rawValue) + [LedgerFormat.quarantine]
    for subfolder in subfolders {
      do throws(SystemFailure) {
        if place.isSameFile(as: try descriptor.status(of: subfolder)) { return true }
      } catch {
        guard error.reason == .missing else { throw error }
      }
    }
    return false
  }
}
