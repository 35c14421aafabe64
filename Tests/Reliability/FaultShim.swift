import Foundation
import TestSupport

/// The library that lets a chosen file call of the program fail, made from `Shim/faults.c` while
/// the checks run.
struct FaultShim: Sendable {
  /// What goes wrong with the chosen call.
  enum Fault: Hashable, Sendable, CustomStringConvertible {
    case killBefore, killAfter, shortWrite
    case error(Int32)

    var description: String {
      switch self {
      case .killBefore: "kill-before"
      case .killAfter: "kill-after"
      case .shortWrite: "short"
      case .error(let number): String(number)
      }
    }

    /// The program is to notice nothing of these.
    var isInvisible: Bool { self == .error(EINTR) || self == .shortWrite }
    var isKill: Bool { self == .killBefore || self == .killAfter }
  }

  private let folder: TemporaryFolder
  private var library: String { folder.path("faults.so") }

  /// Throws `Skipped` where there is no C compiler.
  init() throws {
    folder = try TemporaryFolder()
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Shim/faults.c").path
    let line =
      "for c in clang cc gcc; do command -v $c >/dev/null && exec $c \"$@\"; done; exit 127"
    let words = ["-c", line, "sh", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"]
    let run = try Binary.start("/bin/sh", words, environment: Self.compilerEnvironment).wait()
    if run.status == 127 { throw Skipped("no C compiler; it needs clang, cc or gcc") }
    guard run.status == 0 else { throw Broken("the shim does not compile: \(run.complaint)") }
  }

  private static var compilerEnvironment: [String: String] {
    ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LANG": "C"]
  }

  /// For a run in which one call goes wrong; calls are counted from the first opening of `path`.
  func environment(_ fault: Fault, at call: Int, from path: String) -> [String: String] {
    with(["FAULT_BEGIN": path, "FAULT_AT": String(call), "FAULT_KIND": fault.description])
  }

  /// For a run that writes every counted call into a file.
  func environment(loggingTo log: String, from path: String) -> [String: String] {
    with(["FAULT_BEGIN": path, "FAULT_LOG": log])
  }

  /// For a run in which nothing is ever forced onto the disk.
  func environmentWithoutSynchronizing() -> [String: String] { with(["FAULT_FSYNC": "skip"]) }

  /// For a run at a moment of the clock, in seconds since 1970.
  func environment(at seconds: Int, zone: String) -> [String: String] {
    with(["FAULT_TIME": String(seconds), "TZ": zone])
  }

  private func with(_ settings: [String: String]) -> [String: String] {
    var all = Binary.environment.merging(settings) { $1 }
    all["LD_PRELOAD"] = library
    return all
  }
}
