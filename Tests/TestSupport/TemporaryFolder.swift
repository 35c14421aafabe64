import Foundation

/// An empty folder that disappears with the last reference to it.
public final class TemporaryFolder: Sendable {
  public let path: String

  public init() throws {
    let name = "xinyi-test-\(UUID().uuidString.lowercased())"
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something inside, whether it exists or not.
  public func path(_ name: String) -> String { path + "/" + name }

  /// The bytes of a file inside; nil when there is none.
  public func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path(name)).map { Array($0) }
  }

  /// Writes in place, so that a file keeps its inode and its mode.
  public func write(_ bytes: [UInt8], to name: String) throws {
    guard let handle = FileHandle(forWritingAtPath: path(name)) else {
      return try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    }
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }

  public func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  public func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path(name))
  }

  public func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path(name), withIntermediateDirectories: false)
  }

  /// A symbolic link inside, to a path.
  public func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path(name), withDestinationPath: target)
  }

  /// A second name for a file inside.
  public func hardLink(_ name: String, to target: String) throws {
    try FileManager.default.linkItem(atPath: path(target), toPath: path(name))
  }

  /// The names in a folder inside, in ascending order; empty when there is no such folder.
  public func names(_ name: String = ".") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path(name))) ?? []).sorted()
  }

  /// The permission bits of something inside; nil when there is nothing.
  public func mode(_ name: String = ".") -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path(name))
    return (attributes?[.posixPermissions] as? NSNumber)?.intValue
  }
}
