import Foundation
import TestSupport

/// What a hand with an editor and `sha256sum` can do to a ledger.
extension Village {
  /// The digest as the machine's own tool computes it.
  static func sha256(_ text: String) throws -> String {
    let file = try TemporaryFolder()
    try file.write(text, to: "text")
    let run = try Binary.start("/usr/bin/sha256sum", [file.path("text")]).wait()
    return String(run.text.prefix(64))
  }

  /// Gives the ledger other lines; the head stays as it is.
  func forge(_ change: (inout [String]) throws -> Void) throws {
    var lines = ledgerLines
    try change(&lines)
    try folder.write(lines.map { $0 + "\n" }.joined(), to: "ledger.jsonl")
  }

  /// A line whose hash was made anew.
  static func sealed(_ line: String) throws -> String {
    let body = line.components(separatedBy: #","hash":""#)[0]
    return try body + #","hash":"\#(sha256(body))"}"#
  }

  /// Makes all hashes anew from a line on, counted from 1, each line naming the one before.
  static func sealChain(_ lines: inout [String], from number: Int) throws {
    for index in (number - 1)..<lines.count {
      if index > 0 {
        let previous = String(lines[index - 1].suffix(66).prefix(64))
        let start = lines[index].components(separatedBy: #""prev":""#)[0] + #""prev":""#
        lines[index] = start + previous + lines[index].dropFirst(start.count + 64)
      }
      lines[index] = try sealed(lines[index])
    }
  }

  /// Writes a head that fits the ledger, or says something else on purpose.
  func sealHead(seq: Int? = nil, end: Int? = nil) throws {
    let lines = ledgerLines
    let last = String(lines.last?.suffix(66).prefix(64) ?? "")
    let size = folder.bytes("ledger.jsonl")?.count ?? 0
    let body = #"{"seq":\#(seq ?? lines.count),"end":\#(end ?? size),"last":"\#(last)""#
    try folder.write(body + #","hash":"\#(try Self.sha256(body))"}"# + "\n", to: "head.json")
  }

  /// Edits one line and makes every hash anew, the head's too: noticed only by what it says.
  func forgeWhole(_ number: Int, _ old: String, _ new: String) throws {
    try forge { lines in
      guard lines[number - 1].contains(old) else {
        throw SystemTestFault("line \(number) has no \(old): \(lines[number - 1])")
      }
      lines[number - 1] = lines[number - 1].replacingOccurrences(of: old, with: new)
      try Self.sealChain(&lines, from: number)
    }
    try sealHead()
  }

  /// The number of the first line of a kind.
  func line(of kind: String) throws -> Int {
    guard let index = ledgerLines.firstIndex(where: { $0.contains(#""kind":"\#(kind)""#) }) else {
      throw SystemTestFault("no line \(kind)")
    }
    return index + 1
  }
}
