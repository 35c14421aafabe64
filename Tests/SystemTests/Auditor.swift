import Foundation
import TestSupport
import Testing

/// A bookkeeping program that we did not write, and that knows nothing of villages.
enum Auditor: String, CaseIterable, Sendable {
  case hledger, ledger

  /// What the program does not accept.
  struct Objection: Error, CustomStringConvertible {
    let description: String
  }

  /// The balances of all accounts, after the program has checked every transaction and every
  /// assertion; a program that is not there fails the test.
  func balances(of journal: String) throws -> [String: String] {
    let folder = try TemporaryFolder()
    let path = folder.path("audit.journal")
    try journal.write(toFile: path, atomically: false, encoding: .utf8)
    switch self {
    case .hledger:
      _ = try run(["-f", path, "check", "--strict", "ordereddates"])
      return Self.rows(
        of: try run(["-f", path, "balance", "--flat", "-N", "-E", "-O", "csv"]), apart: "\",\"")
    case .ledger:
      return Self.rows(
        of: try run([
          "--args-only", "--strict", "-f", path, "balance", "--flat", "--no-total", "--empty",
          "--format", "%A|%T\\n",
        ]), apart: "|")
    }
  }

  private func run(_ words: [String]) throws -> String {
    let path = "/usr/bin/" + rawValue
    try #require(
      FileManager.default.isExecutableFile(atPath: path), "\(rawValue) is not installed")
    let environment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]
    let run = try Binary.start(path, words, environment: environment).wait()
    guard run.status == 0, run.messages.isEmpty else {
      throw Objection(description: String(run.complaint.prefix(2000)))
    }
    return run.text
  }

  /// Only accounts that stand in one unit are compared; the village's side is what they leave.
  private static func rows(of text: String, apart: String) -> [String: String] {
    var balances: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.components(separatedBy: apart)
      guard parts.count == 2 else { continue }
      let account = parts[0].replacing("\"", with: "")
      if account.hasPrefix("村") || account == "account" { continue }
      let amount = parts[1].replacing("\"", with: "").split(separator: " ").first ?? ""
      balances[account] = String(amount)
    }
    return balances
  }
}
