import Testing
import XinyiFiles

@Suite struct MountKindTests {
  private static let table = """
    22 27 0:21 / /proc rw,relatime - proc proc rw
    27 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw,errors=remount-ro
    41 27 0:38 / /srv/nfs rw,relatime shared:22 - nfs4 10.0.0.2:/export rw,vers=4.2,hard
    42 27 0:45 / /mnt/镇 rw,nosuid shared:23 master:4 - cifs //nas/镇 rw,vers=3.1.1
    43 27 0:46 / /mnt/手机 rw,nosuid,nodev - fuse.sshfs sshfs#u@h:/ rw,user_id=1000
    44 27 8:17 / /media/U\\040盘 rw,nosuid shared:30 - fuseblk /dev/sdb1 rw
    45 27 0:47 / /mnt/c rw,noatime - 9p C:\\134 rw,dirsync
    46 27 0:48 / /var/lib/docker rw,relatime - overlay overlay rw,lowerdir=/a
    47 27 259:5 / /home rw,relatime shared:31 - xfs /dev/nvme0n1p5 rw
    48 27 0:49 / /tmp rw,nosuid - tmpfs tmpfs rw

    """

  private func kind(_ major: UInt64, _ minor: UInt64, in table: String = table) -> MountKind {
    MountKind(of: minor & 0xFF | major << 8 | (minor & ~0xFF) << 12, in: table)
  }

  @Test func `disks of this machine are local`() {
    #expect(kind(8, 2) == .local)
    #expect(kind(259, 5) == .local)
    #expect(kind(0, 48) == .local)
    #expect(kind(0, 49) == .local)
  }

  @Test func `other machines' disks are network`() {
    #expect(kind(0, 38) == .network)
    #expect(kind(0, 45) == .network)
    #expect(kind(0, 47) == .network)
  }

  @Test func `what a program runs is in user space`() {
    #expect(kind(0, 46) == .userSpace)
    #expect(kind(8, 17) == .userSpace)
  }

  @Test func `a minor number of more than eight bits is put together`() {
    let line = "50 27 0:1234 / /mnt rw - nfs host:/ rw\n"
    #expect(kind(0, 1234, in: line) == .network)
  }

  @Test(arguments: [
    ("9p none rw,trans=fd,rfdno=4,wfdno=4,aname=/,cache=remote_revalidating", MountKind.local),
    (
      "9p C:\\134 rw,dirsync,aname=drvfs;path=C:\\;uid=1000,mmap,access=client,trans=fd,rfd=8",
      .network
    ),
    ("9p 10.0.0.3 rw,trans=tcp,port=564", .network), ("9p share rw,trans=virtio", .network),
    ("nfs4 host:/ rw,trans=fd", .network),
  ]) func `a sandbox's own disk is local, another's 9p is not`(_ end: String, _ kind: MountKind) {
    #expect(self.kind(8, 2, in: "50 27 8:2 / /mnt rw shared:4 - " + end) == kind)
  }

  @Test(arguments: [
    "", "\n\n", "garbage", "1 2 8:2", "1 2 8:2 / /mnt rw -", "1 2 8:2 / /mnt rw nfs4 a b",
    "1 2 8:20 / /mnt rw - nfs4 a b", "a b c d e f g - nfs4 a b", "- - - - - - - - - nfs4",
  ]) func `a device that is not told of is taken for local`(_ table: String) {
    #expect(kind(8, 2, in: table) == .local)
  }
}
