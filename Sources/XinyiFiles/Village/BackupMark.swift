public import XinyiLedger

/// `backup.json`: says that a village folder is a backup, which may be read and restored and is not
/// worked in, and whose ledger may well end before what a workstation has seen.
public struct BackupMark: Codable, Hashable, Sendable {
  public let format: Int
  public let village: String
  public let on: Day
  public let records: Int

  static let file = "backup.json"

  public init(village: String, on day: Day, records: Int) {
    self.format = 1
    self.village = village
    self.on = day
    self.records = records
  }
}

extension VillageFolder {
  /// Whether the folder is a backup. What stands in the mark is for people.
  public func isBackup() throws(SystemFailure) -> Bool {
    do throws(SystemFailure) {
      _ = try descriptor.status(of: BackupMark.file)
      return true
    } catch {
      if error.reason == .missing { return false }
      throw error
    }
  }
}

extension VillageCopy {
  /// The same copy as a backup.
  public func marked(_ mark: BackupMark) -> VillageCopy {
    let bytes = (try? JSONWriter.page(mark)) ?? []
    let part = Part(folder: nil, name: BackupMark.file, bytes: bytes)
    return VillageCopy(parts: Array(parts.prefix(1)) + [part] + parts.dropFirst())
  }
}
