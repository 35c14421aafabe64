import Foundation
import TestSupport
import Testing
import XinyiFiles

@Suite struct MountTests {
  private static let table = """
    22 28 0:21 / /proc rw,nosuid - proc proc rw
    28 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
    40 28 0:44 / /mnt/share rw - nfs4 server:/share rw
    41 28 0:45 / /mnt/phone rw shared:7 master:2 - fuse.jmtpfs jmtpfs rw
    42 28 259:65537 / /data rw - xfs /dev/nvme0n1 rw
    43 28 0:46 / /mnt/office rw - cifs //server/office rw
    broken line

    """

  static let devices: [(device: UInt64, kind: MountKind)] = [
    (0x801, .local), (44, .network), (45, .userSpace), (46, .network), (99, .local),
  ]

  @Test(arguments: devices)
  func `a folder is on the disk that the system's table names`(
    device: UInt64, kind: MountKind
  ) {
    #expect(MountKind(of: device, in: Self.table) == kind)
  }

  @Test func `an open folder knows its path and what it lies on`() throws {
    let folder = try TemporaryFolder()
    let system = HostSystem()
    let descriptor = try system.open(folder.path, in: nil, for: .folderAsGiven)
    defer { system.close(descriptor) }
    let path = try system.path(descriptor)
    #expect(path == URL(fileURLWithPath: folder.path).resolvingSymlinksInPath().path)
    #expect(try system.mount(descriptor) == .local)
  }
}
