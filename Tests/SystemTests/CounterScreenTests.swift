import Foundation
import TestSupport
import Testing

/// The counter in a real terminal of 80 columns, key by key; its screens are kept as fixtures.
@Suite("The counter on a screen") struct CounterScreenTests {
  @Test func `a customer, from the first key to the slip`() throws {
    let village = try Stage.effective.village()
    let terminal = try Terminal("'\(Binary.path)' -C . --today 2026-11-04 柜台", in: village)
    defer { terminal.close() }
    try terminal.awaits("谁兑换：")
    try terminal.type("苏玉强", then: "商品（= 算账）：")
    try terminal.type("盆", then: "商品（= 算账）：")
    #expect(goldenDifference(terminal.screen(), "screens/counter-basket.txt") == nil)
    try terminal.type("=", then: "代领）：")
    try terminal.type("y", then: "谁兑换：")
    // The line's digest holds the receipt key, which is made anew each time.
    let slip = terminal.screen().replacing(/查单码( [0-9a-f]{4}){4}/, with: "查单码 …")
    #expect(goldenDifference(slip, "screens/counter-slip.txt") == nil)
    for line in slip.split(separator: "\n") { #expect(line.count <= 80) }
    try terminal.type("收工", then: "已收工。")
    try village.isSound()
  }

  /// Killed at every key: nothing before the yes, and after it the slip is there.
  @Test func `a counter that is killed at any key loses nothing`() throws {
    let keys = ["0012", "PEN", "=", "y"]
    let prompts = ["谁兑换：", "商品（= 算账）：", "商品（= 算账）：", "代领）：", "谁兑换："]
    for length in 0...keys.count {
      let village = try Stage.effective.village()
      let before = village.ledgerLines.count
      let terminal = try Terminal("'\(Binary.path)' -C . --today 2026-11-04 counter", in: village)
      defer { terminal.close() }
      try terminal.awaits(prompts[0])
      for (key, prompt) in zip(keys, prompts.dropFirst()).prefix(length) {
        try terminal.type(key, then: prompt)
      }
      terminal.kill()
      try village.isSound()
      #expect(village.ledgerLines.count == before + (length == keys.count ? 1 : 0), "\(length)")
    }
  }
}

/// A terminal with a screen, which tmux plays.
struct Terminal {
  private let tmux: Tmux

  /// Starts a line of the shell in the village's folder, on 80 columns and 40 lines.
  init(_ line: String, in village: Village) throws {
    try self.init(line, in: village, columns: 80, lines: 40)
  }

  init(_ line: String, in village: Village, columns: Int, lines: Int) throws {
    tmux = try Tmux(
      "exec sh -c \"clear; \(line); sleep 60\"", in: village.folder.path, columns: columns,
      lines: lines)
  }

  func type(_ text: String, then prompt: String) throws {
    let before = screen()
    try tmux.press(text, "Enter")
    try awaits(prompt, otherThan: before)
  }

  /// Waits until the screen ends with a text, as it does when something is asked.
  func awaits(_ text: String, otherThan before: String? = nil) throws {
    for _ in 0..<600 {
      let now = screen()
      if now.hasSuffix(text + "\n"), now != before { return }
      usleep(50_000)
    }
    throw SystemTestFault("the screen never ended with \(text):\n\(screen())")
  }

  /// What stands on the screen, without the empty lines below.
  func screen() -> String {
    let text = (try? tmux.screen(joined: false)) ?? ""
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .reversed().drop { $0.isEmpty }.reversed().joined(separator: "\n") + "\n"
  }

  /// Ends the program as a pulled plug does.
  func kill() { tmux.kill() }

  func close() { tmux.close() }
}
