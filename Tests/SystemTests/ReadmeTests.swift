import Foundation
import TestSupport
import Testing

@Suite struct ReadmeTests {
  @Test func `The month of the README can be typed as it stands there`() throws {
    let readme = Self.repository.appendingPathComponent("README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    let month = try #require(text.components(separatedBy: "## A month in commands").last)
    let script = try #require(month.components(separatedBy: "```sh\n").dropFirst().first)
      .components(separatedBy: "```")[0]
    let folder = try TemporaryFolder()
    let run = try shell(script, in: folder.path)
    #expect(run.status == 0, "\(run.output)")
    for word in ["信义积分公示", "信义超市兑换单", "信义积分对账单", "账本完好"] {
      #expect(run.output.contains(word))
    }
  }

  private static var repository: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// Runs a script with the built program in the path, and stops at the first command that fails.
  private func shell(_ script: String, in folder: String) throws -> (status: Int32, output: String)
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-e", "-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let products = URL(fileURLWithPath: Binary.path).deletingLastPathComponent().path
    process.environment = ["PATH": "\(products):/usr/bin:/bin", "LANG": "C"]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
