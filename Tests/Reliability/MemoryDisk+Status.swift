import XinyiFiles

extension MemoryDisk {
  /// How many bytes could be read from a position.
  func read(file place: Int, at position: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    files[place].bytes.withUnsafeBytes { bytes in
      let part = bytes.dropFirst(position).prefix(buffer.count)
      buffer.copyBytes(from: part)
      return part.count
    }
  }

  func status(of node: MemoryNode) -> FileStatus {
    switch node {
    case .file(let place):
      let file = files[place]
      return FileStatus(
        kind: .file, size: file.bytes.count, links: file.links, mode: file.mode, owner: 0,
        device: 1,
        inode: UInt64(place) * 2 + 1, modified: file.modified, changed: file.modified)
    case .folder(let place):
      return FileStatus(
        kind: .folder, size: 0, links: 2, mode: folders[place].mode, owner: 0, device: 1,
        inode: UInt64(place) * 2, modified: 0, changed: 0)
    }
  }

  /// The path of a file or folder that has a name; nil when it has none any more.
  func path(to node: MemoryNode) -> String? {
    if node == .folder(Self.root) { return "/" }
    for (place, folder) in folders.enumerated() {
      guard let name = folder.entries.first(where: { $0.value == node })?.key else { continue }
      let parent = path(to: .folder(place)) ?? ""
      return (parent == "/" ? "" : parent) + "/" + name
    }
    return nil
  }
}
