import Foundation
import TestSupport

/// A server of tmux for one test, with one session on it. Without tmux the test fails.
struct Tmux {
  private let folder: TemporaryFolder
  private static let session = "till"

  /// Starts a line of the shell in a folder, on a screen of so many columns and lines.
  init(_ line: String, in place: String, columns: Int, lines: Int) throws {
    folder = try TemporaryFolder()
    let started = try run([
      "new-session", "-d", "-s", Self.session, "-x", String(columns), "-y", String(lines), "-c",
      place, line,
    ])
    guard started.status == 0 else { throw SystemTestFault("tmux: \(started.complaint)") }
  }

  private func run(_ words: [String]) throws -> Run {
    try Binary.start(
      "/usr/bin/tmux", ["-u", "-f", "/dev/null", "-S", folder.path("tmux")] + words,
      environment: Binary.environment.merging(["LANG": "C.UTF-8", "TERM": "xterm"]) { $1 }
    ).wait()
  }

  /// Types a text, then a key by its name.
  func press(_ text: String, _ key: String) throws {
    if !text.isEmpty { _ = try run(["send-keys", "-t", Self.session, "-l", text]) }
    _ = try run(["send-keys", "-t", Self.session, key])
  }

  /// What stands on the screen; `joined` puts together what the terminal itself had to part.
  func screen(joined: Bool) throws -> String {
    try run(["capture-pane", "-t", Self.session, "-p"] + (joined ? ["-J"] : [])).text
  }

  /// Ends the program as a pulled plug does.
  func kill() { _ = try? run(["kill-session", "-t", Self.session]) }

  func close() { _ = try? run(["kill-server"]) }
}
