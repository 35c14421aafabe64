import Foundation
import TestSupport
import Testing

/// Completion as the two shells do it, each with its own script, beside a village.
@Suite struct CompletionShellTests {
  /// What bash would offer where the line ends, in a folder.
  private func bash(
    _ line: String, in folder: TemporaryFolder, at place: SourceLocation = #_sourceLocation
  ) throws -> [String] {
    let script = """
      cd '\(folder.path)'; PATH="$1:$PATH"
      eval "$(xinyi 补全 bash)"
      COMP_LINE='\(line)'; COMP_POINT=${#COMP_LINE}
      compopt() { echo "compopt $*"; }
      _xinyi
      for word in "${COMPREPLY[@]}"; do printf '%s\\n' "$word"; done
      """
    return try shell("/bin/bash", script, place)
  }

  /// A shell that is not there fails the test: nobody else looks at its script.
  private func shell(
    _ path: String, _ script: String, _ place: SourceLocation
  ) throws -> [String] {
    try #require(
      FileManager.default.isExecutableFile(atPath: path), "\(path) is not installed",
      sourceLocation: place)
    let products = URL(fileURLWithPath: Binary.path).deletingLastPathComponent().path
    let run = try Binary.start(
      path, ["-c", script, "shell", products],
      environment: Binary.environment.merging(["LANG": "C.UTF-8"]) { $1 }
    ).wait()
    #expect(run.complaint.isEmpty, "\(line(of: run))", sourceLocation: place)
    #expect(run.status == 0, sourceLocation: place)
    return run.text.split(separator: "\n").map(String.init)
  }

  private func line(of run: Run) -> String { run.complaint }

  private func village() throws -> Village { try Stage.effective.village() }

  @Test func `Bash completes commands, options and values in both languages`() throws {
    let folder = try village().folder
    #expect(try bash("xinyi 记", in: folder) == ["记分"])
    #expect(try bash("xinyi 议事 散", in: folder) == ["散会"])
    #expect(try bash("xinyi review cl", in: folder) == ["close"])
    #expect(try bash("xinyi 兑换 0012 --代", in: folder) == ["--代领"])
    #expect(try bash("xinyi 公示 查看 --格式 网", in: folder) == ["网页"])
    #expect(try bash("xinyi 帮助 改", in: folder) == ["改错"])
  }

  @Test func `Bash completes people by number, by name and by sound`() throws {
    let folder = try village().folder
    #expect(try bash("xinyi 查分 苏玉强", in: folder) == ["苏玉强"])
    #expect(try bash("xinyi 查分 001", in: folder).contains("0012  苏玉强 3组 012户"))
    #expect(try bash("xinyi 记分 GI04 suyuq", in: folder) == ["苏玉强"])
    let twins = try bash("xinyi 明细 王小芳", in: folder)
    #expect(twins.count == 3 && twins.last == " ")
    #expect(twins.first?.hasPrefix("0031  王小芳") == true)
    #expect(
      try bash("xinyi 议事 开会 --到会 0012,002", in: folder).allSatisfy {
        $0.hasPrefix("0012,002")
      })
  }

  @Test func `Bash completes rules, goods, entries, receipts, notices and months`() throws {
    let village = try village()
    try village.done("2026-11-03", "redeem 0012 PEN --receipt SG-7")
    let folder = village.folder
    #expect(try bash("xinyi 记分 GI0", in: folder).contains { $0.hasPrefix("GI04  ") })
    #expect(try bash("xinyi 兑换 0012 PE", in: folder) == ["PEN"])
    #expect(try bash("xinyi 兑换 0012 洗衣粉", in: folder) == ["XYF"])
    #expect(try bash("xinyi 台账 查看 2026-10-", in: folder).contains { $0.contains("苏玉强") })
    #expect(try bash("xinyi 退货 SG", in: folder) == ["SG-7"])
    #expect(try bash("xinyi 公示 查看 2026-1", in: folder) == ["2026-10"])
    #expect(try bash("xinyi 报表 月报 --月份 2026-0", in: folder).count > 2)
  }

  @Test func `Without a village there are only words, and files are the shell's own`() throws {
    let empty = try TemporaryFolder()
    #expect(try bash("xinyi 查分 ", in: empty) == [])
    #expect(try bash("xinyi 查", in: empty).count == 2)
    #expect(try bash("xinyi 村民 导入 ", in: empty) == ["compopt -o default"])
    #expect(try bash("xinyi -C nowhere 查分 ", in: empty) == [])
    let village = try village()
    #expect(
      try bash("xinyi -C \(village.folder.path) 查分 苏玉强", in: empty) == ["苏玉强"])
  }

  @Test func `Completing writes nothing and complains of nothing, whatever lies there`() throws {
    let village = try village()
    try village.folder.write("{", to: "roster.json")
    try village.folder.write("nonsense\n", to: "ledger.jsonl")
    let before = village.fingerprint
    let folder = village.folder
    for line in ["xinyi 查分 ", "xinyi 台账 查看 ", "xinyi ' ", "xinyi -- ", "xinyi --nosuch "] {
      _ = try bash(line.replacing("'", with: "\""), in: folder)
    }
    #expect(village.fingerprint == before)
  }

  @Test func `Zsh completes on a terminal, and shows what the numbers are`() throws {
    try #require(
      FileManager.default.isExecutableFile(atPath: "/usr/bin/zsh"), "zsh is not installed")
    let village = try village()
    let products = URL(fileURLWithPath: Binary.path).deletingLastPathComponent().path
    try village.folder.write(
      """
      PATH='\(products)':/usr/bin:/bin; PS1='%% '; unsetopt beep; setopt ignore_eof
      autoload -Uz compinit; compinit -u -D
      eval "$(xinyi 补全 zsh)"
      """, to: "rc.txt")
    let screen = try Screen("ZDOTDIR=/nonexistent zsh -f -i", in: village.folder.path, columns: 80)
    defer { screen.close() }
    try screen.press(". ./rc.txt", "Enter")
    try screen.shows("%")
    for (typed, shown) in [
      ("xinyi 查分 suyuq", "xinyi 查分 苏玉强"), ("xinyi 记分 GI0", "GI04  "),
      ("xinyi 明细 王小", "0031  王小芳"), ("xinyi 议事 散", "xinyi 议事 散会"),
    ] {
      try screen.press(typed, "Tab")
      try screen.shows(shown)
      try screen.press("", "C-u")
    }
  }
}
