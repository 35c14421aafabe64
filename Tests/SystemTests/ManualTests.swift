import Foundation
import TestSupport
import Testing

@Suite struct ManualTests {
  @Test func `The shop keeper's day in the manual can be typed as it stands there`() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/手册.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let chapter = try #require(text.components(separatedBy: "\n## 超市管理员\n").last)
    let blocks = chapter.components(separatedBy: "```sh\n").dropFirst()
    let lines = blocks.flatMap {
      $0.components(separatedBy: "```")[0].split(separator: "\n").map(String.init)
    }
    #expect(lines.count > 20)
    let village = try Stage.effective.village()
    for line in lines {
      let isRefused = line.hasSuffix(" || true")
      let words = line.replacing("xinyi ", with: "", maxReplacements: 1)
        .replacing(" || true", with: "")
      let run = try village.run("2026-11-03", words)
      #expect(run.status == (isRefused ? 1 : 0), "\(line): \(run.complaint)")
    }
    try village.isSound()
  }
}
