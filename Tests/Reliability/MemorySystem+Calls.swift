import Foundation
import XinyiFiles

extension ErrorNumber {
  static let inputOutput = ErrorNumber(EIO)
}

extension MemorySystem {
  func open(
    _ path: String, in folder: Int32?, for purpose: OpenPurpose
  ) throws(ErrorNumber) -> Int32 {
    let (parentPath, name) = Self.split(path)
    try begin(.open, name)
    let start = try place(of: folder)
    let node = try disk.node(path, from: start)
    let writes = [.appending, .locking, .creating].contains(purpose)
    switch node {
    case .folder where writes && purpose != .creating: throw ErrorNumber(EISDIR)
    case .file where [.folder, .folderAsGiven].contains(purpose): throw ErrorNumber(ENOTDIR)
    case .some where purpose == .creating: throw ErrorNumber(EEXIST)
    case nil where purpose != .creating: throw ErrorNumber(ENOENT)
    default: break
    }
    let appends = purpose == .appending
    if let node {
      return open(Handle(node: node, name: name, appends: appends, isWritable: writes))
    }
    let parent = try disk.node(parentPath, from: start)
    guard case .folder(let place)? = parent else { throw ErrorNumber(ENOENT) }
    noteChange()
    let file = MemoryNode.file(disk.addFile(name, in: place))
    return open(Handle(node: file, name: name, appends: appends, isWritable: writes))
  }

  func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(ErrorNumber) -> Int {
    let handle = try handle(of: descriptor)
    try begin(.read, handle.name)
    guard case .file(let place) = handle.node else { throw ErrorNumber(EISDIR) }
    let count = disk.read(file: place, at: handle.position, into: buffer)
    move(descriptor, to: handle.position + count)
    return count
  }

  func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(ErrorNumber) -> Int {
    let handle = try handle(of: descriptor)
    try begin(.read, handle.name)
    guard case .file(let place) = handle.node else { throw ErrorNumber(EISDIR) }
    return disk.read(file: place, at: offset, into: buffer)
  }

  func write(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer
  ) throws(ErrorNumber) -> Int {
    let handle = try handle(of: descriptor)
    let longest = try begin(.write, handle.name)
    guard case .file(let place) = handle.node, handle.isWritable else { throw ErrorNumber(EBADF) }
    let part = UnsafeRawBufferPointer(rebasing: bytes.prefix(longest))
    let size = disk[file: place].bytes.count
    let start = handle.appends ? size : handle.position
    if start > size, !part.isEmpty { disk[file: place].truncate(to: start) }
    guard !part.isEmpty else { return 0 }
    disk[file: place].write(part, at: start)
    disk[file: place].modified = operations
    noteChange()
    move(descriptor, to: start + part.count)
    return part.count
  }

  func truncate(_ descriptor: Int32, to length: Int) throws(ErrorNumber) {
    let handle = try handle(of: descriptor)
    try begin(.truncate, handle.name)
    guard case .file(let place) = handle.node, handle.isWritable else { throw ErrorNumber(EINVAL) }
    disk[file: place].truncate(to: length)
    disk[file: place].modified = operations
    noteChange()
  }

  func synchronize(_ descriptor: Int32) throws(ErrorNumber) {
    let handle = try handle(of: descriptor)
    do throws(ErrorNumber) {
      try begin(.synchronize, handle.name)
    } catch {
      if error.value != EINTR, !isStopped { failToSynchronize(handle.node) }
      throw error
    }
    switch handle.node {
    case .file(let place): disk[file: place].synchronize()
    case .folder(let place): disk[folder: place].synchronize()
    }
  }

  /// The bytes of a file are dropped. The names in a folder are not: where those could not be
  /// written, a system stops writing at all, or keeps them for the next time.
  private func failToSynchronize(_ node: MemoryNode) {
    noteFailedSynchronization()
    if case .file(let place) = node { disk[file: place].failToSynchronize() }
  }

  func lock(_ descriptor: Int32) throws(ErrorNumber) -> Bool {
    let handle = try handle(of: descriptor)
    try begin(.lock, handle.name)
    return takeLock(of: handle.node, for: descriptor)
  }
}

extension MemorySystem {
  func status(_ descriptor: Int32) throws(ErrorNumber) -> FileStatus {
    let handle = try handle(of: descriptor)
    try begin(.status, handle.name)
    return disk.status(of: handle.node)
  }

  func status(of name: String, in folder: Int32?) throws(ErrorNumber) -> FileStatus {
    try begin(.status, name)
    guard let node = try disk.node(name, from: try place(of: folder)) else {
      throw ErrorNumber(ENOENT)
    }
    return disk.status(of: node)
  }

  func setPermissions(_ descriptor: Int32, _ mode: UInt32) throws(ErrorNumber) {
    let handle = try handle(of: descriptor)
    try begin(.setPermissions, handle.name)
    switch handle.node {
    case .file(let place): disk[file: place].mode = mode
    case .folder(let place): disk[folder: place].mode = mode
    }
  }

  func rename(
    _ name: String, to newName: String, in folder: Int32
  ) throws(ErrorNumber) {
    try begin(.rename, newName)
    let place = try place(of: folder)
    guard let node = disk[folder: place][name] else { throw ErrorNumber(ENOENT) }
    guard disk[folder: place][newName] != node else { return }
    if case .folder? = disk[folder: place][newName] { throw ErrorNumber(EISDIR) }
    noteChange()
    disk.rename(name, to: newName, in: place, node)
  }

  func remove(_ name: String, in folder: Int32) throws(ErrorNumber) {
    try begin(.remove, name)
    let place = try place(of: folder)
    noteChange()
    switch disk[folder: place][name] {
    case .file(let file)?: disk.removeFile(name, in: place, file)
    case .folder?: throw ErrorNumber(EISDIR)
    case nil: throw ErrorNumber(ENOENT)
    }
  }

  func removeFolder(_ name: String, in folder: Int32) throws(ErrorNumber) {
    try begin(.remove, name)
    let place = try place(of: folder)
    switch disk[folder: place][name] {
    case .folder(let inner)?:
      guard disk[folder: inner].entries.isEmpty else { throw ErrorNumber(ENOTEMPTY) }
      noteChange()
      disk[folder: place].remove(name)
    case .file?: throw ErrorNumber(ENOTDIR)
    case nil: throw ErrorNumber(ENOENT)
    }
  }

  func makeFolder(_ name: String, in folder: Int32, mode: UInt32) throws(ErrorNumber) {
    try begin(.makeFolder, name)
    let place = try place(of: folder)
    guard disk[folder: place][name] == nil else { throw ErrorNumber(EEXIST) }
    noteChange()
    disk.addFolder(name, in: place, mode: mode)
  }

  func names(in folder: Int32) throws(ErrorNumber) -> [String] {
    try begin(.list, try handle(of: folder).name)
    return disk[folder: try place(of: folder)].entries.keys.sorted(by: >)
  }

  func freeBytes(_ folder: Int32) throws(ErrorNumber) -> Int {
    try begin(.status, try handle(of: folder).name)
    return 1 << 40
  }

  func user() -> UInt32 { 0 }

  func mount(_ folder: Int32) throws(ErrorNumber) -> MountKind {
    try begin(.status, try handle(of: folder).name)
    return .local
  }

  func path(_ descriptor: Int32) throws(ErrorNumber) -> String {
    let handle = try handle(of: descriptor)
    try begin(.status, handle.name)
    guard let path = disk.path(to: handle.node) else { throw ErrorNumber(ENOENT) }
    return path
  }

  private func handle(of descriptor: Int32) throws(ErrorNumber) -> Handle {
    guard let handle = handle(descriptor) else { throw ErrorNumber(EBADF) }
    return handle
  }

  /// The place of an open folder; of the working folder, which is the root, when there is none.
  private func place(of folder: Int32?) throws(ErrorNumber) -> Int {
    guard let folder else { return MemoryDisk.root }
    guard case .folder(let place) = try handle(of: folder).node else {
      throw ErrorNumber(ENOTDIR)
    }
    return place
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard path.utf8.contains(47) else { return ("", path) }
    let parts = path.split(separator: "/")
    let parent = parts.dropLast().joined(separator: "/")
    return ((path.hasPrefix("/") ? "/" : "") + parent, parts.last.map(String.init) ?? "/")
  }
}
