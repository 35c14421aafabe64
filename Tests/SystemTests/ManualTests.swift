import Foundation
import TestSupport
import Testing

/// The manual says in comments, which no reader sees, in which ledger a chapter begins and which day
/// its commands are typed on.
@Suite struct ManualTests {
  @Test(arguments: ["村信用管理员", "议事会和监督委员", "超市管理员", "支部书记", "村民"])
  func `Every command of the manual can be typed as it stands there`(chapter: String) throws {
    let page = try Self.page()
    let text = try #require(page.components(separatedBy: "\n## \(chapter)\n").last)
      .components(separatedBy: "\n## ")[0]
    var typist = try Typist()
    for step in ManualStep.steps(of: text) { try typist.take(step) }
    #expect(typist.typed > 3)
    let end = try typist.shell("xinyi verify")
    #expect(end.status == 0, "\(end.complaint)")
  }

  @Test func `Every chapter of the manual is typed`() throws {
    let chapters = try Self.page().matches(of: /\n## (.*)\n/).map { String($0.1) }
    #expect(chapters == ["村信用管理员", "议事会和监督委员", "超市管理员", "支部书记", "村民"])
  }

  private static func page() throws -> String {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/手册.md")
    return try String(contentsOf: page, encoding: .utf8)
  }
}

/// What stands in the manual for whoever types it.
private enum ManualStep {
  case ledger(String)
  case today(String)
  case file(name: String, text: String)
  case commands([String])

  static func steps(of text: String) -> [ManualStep] {
    text.matches(of: /<!-- (账本|今天)：(\S+) -->|```(\S+) ?(\S*)\n([^`]*)```/).compactMap { match in
      if let kind = match.1, let value = match.2 {
        return kind == "账本" ? .ledger(String(value)) : .today(String(value))
      }
      let body = String(match.5 ?? "")
      switch match.3 {
      case "csv"?: return .file(name: String(match.4 ?? ""), text: body)
      case "sh"?: return .commands(body.split(separator: "\n").map(String.init))
      default: return nil
      }
    }
  }
}

/// Types the commands in a shell, each on its day.
private struct Typist {
  private let folder: TemporaryFolder
  private var place: String
  private var today: String?
  /// Kept, since its folder goes when it does.
  private var village: Village?
  private(set) var typed = 0

  init() throws {
    folder = try TemporaryFolder()
    place = folder.path
  }

  mutating func take(_ step: ManualStep) throws {
    switch step {
    case .ledger("空"): break
    case .ledger("公示中"): try begin(at: .onNotice)
    case .ledger("生效"): try begin(at: .effective)
    case .ledger(let other): Issue.record("no such ledger: \(other)")
    case .today(let day): today = day
    case .file(let name, let text):
      try text.write(toFile: place + "/" + name, atomically: false, encoding: .utf8)
    case .commands(let lines): for line in lines { try type(line) }
    }
  }

  private mutating func begin(at stage: Stage) throws {
    let village = try stage.village()
    place = village.folder.path
    self.village = village
  }

  private mutating func type(_ line: String) throws {
    if line.hasPrefix("cd ") {
      place += "/" + line.dropFirst(3)
      return
    }
    let isRefused = line.hasSuffix(" || true")
    let run = try shell(line.replacing(" || true", with: ""))
    #expect(run.status == (isRefused ? 1 : 0), "\(line): \(run.complaint)")
    typed += 1
  }

  func shell(_ line: String) throws -> Run {
    let isOfNoDay = ["帮助", "自检", "补全"].contains { line.hasPrefix("xinyi \($0)") }
    let day = isOfNoDay ? nil : today.map { " --today \($0)" }
    let words = line.replacing("xinyi", with: Binary.path + (day ?? ""), maxReplacements: 1)
    return try Binary.start("/bin/sh", ["-c", "cd '\(place)' && \(words)"]).wait()
  }
}
