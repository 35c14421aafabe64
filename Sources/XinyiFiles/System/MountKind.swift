/// What a folder lies on, as far as it decides whether a ledger can be kept there.
public enum MountKind: Hashable, Sendable {
  /// A disk of this machine: locks exclude, and what was synchronized stays.
  case local
  /// Another machine's disk: its locks and its promises are not ours to rely on.
  case network
  /// A file system run by a program of this machine (FUSE), such as a phone or a cloud drive.
  case userSpace
}

extension MountKind {
  /// Looks a device up in the table that Linux shows as `/proc/self/mountinfo`:
  ///
  ///     36 35 98:0 /root /mnt rw,noatime shared:1 - ext4 /dev/sda1 rw
  ///
  /// A device that is not there, such as a part of a Btrfs, is a disk of this machine.
  package init(of device: UInt64, in table: String) {
    let number = Self.spelling(of: device)
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 6, fields[2] == number,
        let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
      else { continue }
      self.init(named: String(fields[dash + 1]))
      return
    }
    self = .local
  }

  private init(named type: String) {
    if type.hasPrefix("fuse") {
      self = .userSpace
    } else {
      self = Self.networkTypes.contains(type) ? .network : .local
    }
  }

  private static let networkTypes: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "ceph", "9p", "gfs2", "ocfs2",
    "lustre", "beegfs", "davfs",
  ]

  /// Linux packs the major and the minor number of a device into one.
  private static func spelling(of device: UInt64) -> String {
    let major = (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF
    let minor = device & 0xFF | (device >> 12) & ~0xFF & 0xFFFF_FFFF
    return "\(major):\(minor)"
  }
}
