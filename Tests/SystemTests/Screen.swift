import Foundation
import TestSupport

/// A terminal of any width, which tmux plays: what is typed, and what stands on it then.
struct Screen {
  private let tmux: Tmux

  /// Starts a line of the shell in a folder. Without tmux the test fails.
  init(_ line: String, in place: String, columns: Int, locale: String = "C.UTF-8") throws {
    let products = URL(fileURLWithPath: Binary.path).deletingLastPathComponent().path
    let environment = "PATH='\(products)':/usr/bin:/bin LANG=\(locale) XINYI_OPERATOR=clerk"
    tmux = try Tmux(
      "exec env -u LC_ALL \(environment) LLVM_PROFILE_FILE=/dev/null sh -c '\(line); sleep 60'",
      in: place, columns: columns, lines: 60)
  }

  /// Types a text, then a key by its name.
  func press(_ text: String, _ key: String) throws { try tmux.press(text, key) }

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
    let lines = try tmux.screen(joined: joined)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  func close() { tmux.close() }
}
