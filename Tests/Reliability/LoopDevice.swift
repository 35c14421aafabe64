import Foundation
import TestSupport

/// A file system of its own in a file, which can be made to lose what is not on its disk.
final class LoopDevice {
  /// Where it is mounted.
  let path: String
  private let image: String
  /// Removed only after the disk is unmounted.
  private let workshop: Workshop
  private var isMounted = false

  /// Throws `Skipped` where the machine does not allow it or has no such file system.
  init(_ kind: String, megabytes: Int, in workshop: Workshop) throws {
    self.workshop = workshop
    image = workshop.path(kind + ".img")
    path = workshop.path(kind)
    guard geteuid() == 0 else {
      throw Skipped("it mounts a disk image: sudo .build/release/reliability R8")
    }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let make = try shell("truncate -s \(megabytes)M \(image) && mkfs.\(kind) -q \(image)")
    guard make.status == 0 else { throw Skipped("there is no mkfs.\(kind): \(make.complaint)") }
    let mount = try shell("mount -o loop \(image) \(path)")
    guard mount.status == 0 else { throw Skipped("mount is not possible: \(mount.complaint)") }
    isMounted = true
  }

  deinit { if isMounted { _ = try? shell("umount \(path)") } }

  /// From this moment on nothing more reaches the disk, not even what the system has taken.
  func cutPower() throws {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw Broken("the disk is gone already") }
    defer { close(folder) }
    // EXT4_IOC_SHUTDOWN and XFS_IOC_GOINGDOWN are one number; 2 is "do not flush the log".
    var flag: UInt32 = 2
    guard ioctl(folder, UInt(0x8004_587D), &flag) == 0 else {
      throw Skipped("the file system cannot be shut down: error \(errno)")
    }
  }

  /// Mounts the disk again as it was left; its journal is read.
  func startAgain() throws {
    let run = try shell("umount \(path) && mount -o loop \(image) \(path)")
    guard run.status == 0 else { throw Broken("the disk cannot be mounted: \(run.complaint)") }
  }

  /// Everything so far is on the disk.
  func synchronize() throws { _ = try shell("sync -f \(path)") }
}

/// A line of the shell, with the paths of system programs.
func shell(_ line: String) throws -> Run {
  try Binary.start(
    "/bin/sh", ["-c", line],
    environment: ["PATH": "/usr/sbin:/sbin:/usr/bin:/bin", "LANG": "C"]
  ).wait()
}
