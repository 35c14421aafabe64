import Foundation
import TestSupport

/// A terminal of any width, which tmux plays: what is typed, and what stands on it then.
struct Screen {
  private let socket: String
  private let folder: TemporaryFolder

  /// Starts a line of the shell in a folder. Without tmux the test fails.
  init(_ line: String, in place: String, columns: Int, locale: String = "C.UTF-8") throws {
    folder = try TemporaryFolder()
    socket = folder.path + "/tmux"
    let products = URL(fileURLWithPath: Binary.path).deletingLastPathComponent().path
    let environment = "PATH='\(products)':/usr/bin:/bin LANG=\(locale) XINYI_OPERATOR=clerk"
    let started = try run([
      "new-session", "-d", "-s", "till", "-x", String(columns), "-y", "60", "-c", place,
      "exec env -u LC_ALL \(environment) LLVM_PROFILE_FILE=/dev/null sh -c '\(line); sleep 60'",
    ])
    guard started.status == 0 else { throw SystemTestFault("tmux: \(started.complaint)") }
  }

  @discardableResult
  private func run(_ words: [String]) throws -> Run {
    try Binary.start(
      "/usr/bin/tmux", ["-u", "-f", "/dev/null", "-S", socket] + words,
      environment: Binary.environment.merging(["LANG": "C.UTF-8", "TERM": "xterm"]) { $1 }
    ).wait()
  }

  /// Types a text, then a key by its name.
  func press(_ text: String, _ key: String) throws {
    if !text.isEmpty { try run(["send-keys", "-t", "till", "-l", text]) }
    try run(["send-keys", "-t", "till", key])
  }

  /// Waits until a text stands on the screen.
  @discardableResult
  func shows(_ text: String) throws -> [String] {
    for _ in 0..<400 {
      let lines = try self.lines()
      if lines.contains(where: { $0.contains(text) }) { return lines }
      usleep(25_000)
    }
    throw SystemTestFault(
      "the screen never showed \(text):\n\(try lines().joined(separator: "\n"))")
  }

  /// The lines as they stand there; `joined` puts together what the terminal itself had to part.
  func lines(joined: Bool = false) throws -> [String] {
    let words = ["capture-pane", "-t", "till", "-p"] + (joined ? ["-J"] : [])
    let lines = try run(words).text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  func close() { _ = try? run(["kill-server"]) }
}
