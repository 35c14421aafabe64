import Foundation
import TestSupport
import Testing

/// The order in which a writing command calls the system: lock, head, ledger, decide, write, fsync,
/// head, answer. Each change of it is a change of what a power cut can leave, so that it is read
/// before the golden file is replaced.
@Suite struct TraceTests {
  /// To be set where strace is knowingly not there, as on a machine that allows no tracing.
  private static let isWithoutStrace =
    ProcessInfo.processInfo.environment["XINYI_WITHOUT_STRACE"] == "1"

  @Test(.disabled(if: isWithoutStrace, "XINYI_WITHOUT_STRACE says that strace is not there"))
  func `A record makes its system calls in the agreed order`() throws {
    let village = try Stage.founded.village()
    let calls = try trace(village, "record GI04 0012 --on 2026-10-04 --evidence 照片")
    let difference = goldenDifference(calls, "traces/record.txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(.disabled(if: isWithoutStrace, "XINYI_WITHOUT_STRACE says that strace is not there"))
  func `A price is staged before its line and put in force after it`() throws {
    let village = try Stage.effective.village()
    let calls = try trace(village, "shop price XYF 9.5")
    let difference = goldenDifference(calls, "traces/shop-price.txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// The calls on the village's files and on standard output, a line each.
  private func trace(_ village: Village, _ line: String) throws -> String {
    let outside = try TemporaryFolder()
    let log = outside.path("trace")
    let calls =
      "openat,read,pread64,write,fsync,fdatasync,ftruncate,flock,renameat,renameat2,"
      + "rename,unlinkat,mkdirat,fchmod,close"
    let strace = ["strace", "-f", "-y", "-qq", "-s", "0", "-e", "trace=" + calls, "-o", log]
    let words = ["-C", village.folder.path, "--today", "2026-11-03"]
    let run = try Binary.start(
      "/usr/bin/env",
      strace + [Binary.path] + words + line.split(separator: " ").map(String.init)
    ).wait()
    try #require(
      run.status != 127,
      "strace is needed for this test; where it cannot be, set XINYI_WITHOUT_STRACE=1")
    try #require(run.status == 0, "\(run.complaint)")
    let text = String(decoding: outside.bytes("trace") ?? [], as: UTF8.self)
    return Trace(text, folder: village.folder.path).text
  }
}

/// What strace wrote, in words.
private struct Trace {
  private(set) var lines: [String] = []
  private let folder: String

  init(_ text: String, folder: String) {
    self.folder = folder
    for line in text.split(separator: "\n") {
      guard let words = words(String(line)) else { continue }
      // How many pieces a file is read in is nobody's business.
      if words != lines.last || !words.hasPrefix("read ") { lines.append(words) }
    }
  }

  var text: String { lines.map { $0 + "\n" }.joined() }

  /// nil for a call on anything but the village's files and standard output.
  private func words(_ line: String) -> String? {
    guard let call = line.firstMatch(of: #/^(?:\d+ +)?(\w+)\((.*)$/#) else { return nil }
    let (name, arguments) = (String(call.output.1), String(call.output.2))
    if name == "write", arguments.hasPrefix("1<") { return "answer" }
    guard let first = file(arguments) else { return name == "openat" ? opening(arguments) : nil }
    let named = arguments.matches(of: #/"([^"]*)"/#).map { String($0.output.1) }
    switch name {
    case "openat": return opening(arguments)
    case "renameat", "renameat2": return "rename \(named[0]) \(named[1])"
    case "unlinkat": return "remove \(named[0])"
    case "mkdirat": return "make folder \(named[0])"
    case "flock": return arguments.contains("LOCK_EX") ? "lock \(first)" : "unlock \(first)"
    case "close": return first == "lock" ? "close lock" : nil
    case "pread64": return "read \(first)"
    default: return "\(name) \(first)"
    }
  }

  /// The file of the first descriptor, without the folder; `.` is the folder itself.
  private func file(_ arguments: String) -> String? {
    guard let path = arguments.firstMatch(of: #/^\d+<([^>]*)>/#)?.output.1 else { return nil }
    if path == folder { return "." }
    return path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.utf8.count + 1)) : nil
  }

  private func opening(_ arguments: String) -> String? {
    guard let path = arguments.firstMatch(of: #/"([^"]*)"/#)?.output.1 else { return nil }
    let isInside = file(arguments) != nil
    guard isInside || path == folder else { return nil }
    let verb = arguments.contains("O_EXCL") ? "create" : "open"
    let way = arguments.contains("O_APPEND") ? " for appending" : ""
    let end = arguments.contains(") = -1 ENOENT") ? ", which is missing" : ""
    return "\(verb) \(isInside ? String(path) : ".")\(way)\(end)"
  }
}
