import Foundation
import TestSupport
import XinyiFiles
import XinyiLedger

/// The files of a village folder at one moment, to be laid out again as often as needed.
struct SmallVillage: Hashable, Sendable {
  /// By their path inside the folder.
  let files: [String: [UInt8]]

  init(files: [String: [UInt8]]) { self.files = files }

  /// What lies in a folder; no files when there is no such folder.
  init(in folder: String) {
    var files: [String: [UInt8]] = [:]
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for name in names {
      var isFolder: ObjCBool = false
      let path = folder + "/" + name
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      if !isFolder.boolValue { files[name] = wholeFile(path) }
    }
    self.files = files
  }

  /// Makes the folder hold these files and nothing else; without files there is no folder.
  func put(in folder: String) throws {
    try? FileManager.default.removeItem(atPath: folder)
    guard !files.isEmpty else { return }
    try makeFolder(folder)
    for (name, bytes) in files {
      if let slash = name.lastIndex(of: "/") { try makeFolder("\(folder)/\(name[..<slash])") }
      guard
        FileManager.default.createFile(
          atPath: "\(folder)/\(name)", contents: Data(bytes),
          attributes: [.posixPermissions: 0o600])
      else { throw Broken("\(name) cannot be laid out in \(folder)") }
    }
  }

  private func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }
}

func wholeFile(_ path: String) -> [UInt8] {
  FileManager.default.contents(atPath: path).map { Array($0) } ?? []
}

/// A folder for many short-lived files: in memory where the machine has such a place.
final class Workshop: Sendable {
  let path: String

  init() throws {
    let root = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()
    path = "\(root)/xinyi-reliability-\(UUID().uuidString.lowercased())"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { path + "/" + name }
}

// MARK: - Whether a village is sound

extension SmallVillage {
  /// Reads a village as a whole; throws `Broken` with whatever `verify` would find.
  @discardableResult
  static func requireSound(_ folder: String) throws -> VillageSnapshot {
    let snapshot = try VillageFolder.open(folder).readVillage()
    guard snapshot.damages.isEmpty else { throw Broken("damaged: \(snapshot.damages)") }
    guard snapshot.differences.isEmpty else { throw Broken("differs: \(snapshot.differences)") }
    return snapshot
  }
}

extension VillageSnapshot {
  /// The numbers of the lines with a receipt; nil when there is none.
  func lines(of receipt: String) throws -> ClosedRange<Int>? {
    let numbers = events.filter { $0.receipt.text == receipt }.map(\.sequence)
    guard let first = numbers.first, let last = numbers.last else { return nil }
    guard numbers == Array(first...last) else {
      throw Broken("\(receipt) stands in the lines \(numbers)")
    }
    return first...last
  }
}
