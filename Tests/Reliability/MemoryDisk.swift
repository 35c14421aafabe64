import Foundation
import TestSupport
import XinyiFiles

/// The files and folders of a `MemorySystem`; a value, so that a copy can be taken at any moment
/// and used again and again.
///
/// There are no symbolic links and nothing that is neither file nor folder, since no call makes
/// any.
struct MemoryDisk: Sendable {
  private(set) var files: [MemoryFile] = []
  private(set) var folders = [MemoryFolder(parent: 0)]

  static let root = 0

  /// The node that a path leads to from a folder; nil when there is none.
  func node(_ path: String, from folder: Int) throws(ErrorNumber) -> MemoryNode? {
    // Nearly every name is one in the folder itself; taking paths apart costs more than the rest.
    if let node = folders[folder][path] { return node }
    var current = MemoryNode.folder(path.utf8.first == 47 ? Self.root : folder)
    for name in path.split(separator: "/") where name != "." {
      guard case .folder(let place) = current else { throw ErrorNumber(ENOTDIR) }
      if name == ".." {
        current = .folder(folders[place].parent)
      } else if let next = folders[place][String(name)] {
        current = next
      } else {
        return nil
      }
    }
    return current
  }

  subscript(file place: Int) -> MemoryFile {
    get { files[place] }
    _modify { yield &files[place] }
  }

  subscript(folder place: Int) -> MemoryFolder {
    get { folders[place] }
    _modify { yield &folders[place] }
  }

  mutating func addFile(_ name: String, in folder: Int, _ bytes: [UInt8] = []) -> Int {
    files.append(MemoryFile(bytes))
    folders[folder].add(name, .file(files.count - 1))
    return files.count - 1
  }

  mutating func addFolder(_ name: String, in folder: Int, mode: UInt32) {
    folders.append(MemoryFolder(parent: folder))
    folders[folders.count - 1].mode = mode
    folders[folder].add(name, .folder(folders.count - 1))
  }

  /// Takes a name away, and with it one of the node's names.
  mutating func removeFile(_ name: String, in folder: Int, _ place: Int) {
    folders[folder].remove(name)
    files[place].links -= 1
  }

  mutating func rename(_ name: String, to newName: String, in folder: Int, _ node: MemoryNode) {
    if case .file(let place)? = folders[folder][newName] { files[place].links -= 1 }
    folders[folder].rename(name, to: newName, node)
  }

  mutating func cutPower(_ random: inout SeededRandom) {
    for place in files.indices { files[place].cutPower(&random) }
    for place in folders.indices { folders[place].cutPower(&random) }
    for place in files.indices { files[place].links = 0 }
    for folder in folders {
      for case .file(let place) in folder.entries.values { files[place].links += 1 }
    }
  }
}

extension MemoryDisk {
  /// The content of a file; nil when there is none.
  func content(_ path: String) -> [UInt8]? {
    guard case .file(let place)? = try? node(path, from: Self.root) else { return nil }
    return files[place].bytes
  }

  /// Gives an existing file another content, durably.
  mutating func setContent(_ path: String, _ bytes: [UInt8]) {
    guard case .file(let place)? = try? node(path, from: Self.root) else { return }
    var file = MemoryFile(bytes)
    file.links = files[place].links
    files[place] = file
  }

  /// The names in a folder, sorted; empty when there is no such folder.
  func names(_ path: String) -> [String] {
    guard case .folder(let place)? = try? node(path, from: Self.root) else { return [] }
    return folders[place].entries.keys.sorted()
  }
}
