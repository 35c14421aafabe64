/// What the system knows about a file without reading it.
public struct FileStatus: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case file, folder, link, other }

  public let kind: Kind
  /// In bytes.
  public let size: Int
  /// How many names the file has.
  public let links: Int
  /// The permission bits, such as 0o600.
  public let mode: UInt32
  /// The number of the account that it belongs to.
  public let owner: UInt32
  public let device: UInt64
  public let inode: UInt64
  /// When the content last changed, in nanoseconds since 1970.
  public let modified: Int
  /// When anything about the file last changed, in nanoseconds since 1970.
  public let changed: Int

  package init(
    kind: Kind, size: Int, links: Int, mode: UInt32, owner: UInt32, device: UInt64, inode: UInt64,
    modified: Int, changed: Int
  ) {
    self.kind = kind
    self.size = size
    self.links = links
    self.mode = mode
    self.owner = owner
    self.device = device
    self.inode = inode
    self.modified = modified
    self.changed = changed
  }

  /// Whether both describe one and the same file.
  func isSameFile(as other: FileStatus) -> Bool {
    device == other.device && inode == other.inode
  }
}
