import Foundation
import TestSupport
import Testing

/// A village folder of one test, worked on by commands alone.
struct Village {
  let folder: TemporaryFolder
  /// What the commands find around them.
  var environment = Binary.environment

  /// Runs the words of a line, parted by single spaces, in this village; a day or moment is
  /// today's.
  @discardableResult
  func run(
    _ today: String?, _ line: String, environment: [String: String]? = nil,
    answer: Binary.Sink = .kept
  ) throws -> Run {
    try run(
      today, line.split(separator: " ").map(String.init), environment: environment,
      answer: answer)
  }

  func run(
    _ today: String?, _ words: [String], environment: [String: String]? = nil,
    answer: Binary.Sink = .kept
  ) throws -> Run {
    // What follows `--` is no option any more, so the common options come first.
    let common = ["-C", folder.path] + (today.map { ["--today", $0] } ?? [])
    return try Binary.run(
      common + words, environment: environment ?? self.environment, answer: answer)
  }

  /// A line that is to succeed, and its answer.
  @discardableResult
  func done(
    _ today: String?, _ line: String, at place: SourceLocation = #_sourceLocation
  ) throws -> Answer {
    let run = try run(today, line + " --json")
    try #require(run.status == 0, "\(line): \(run.complaint)", sourceLocation: place)
    // The villages of the tests have no calendar, which the commands that begin a term say.
    let complaints = run.complaint.split(separator: "\n").filter { !$0.contains("年的节假日") }
    #expect(complaints.isEmpty, "\(line): \(complaints)", sourceLocation: place)
    return try Answer(run.output)
  }

  /// A line that is to be refused with a code, without a trace in the files.
  func refused(
    _ today: String?, _ line: String, _ code: String, status: Int32 = 1,
    at place: SourceLocation = #_sourceLocation
  ) throws {
    let before = fingerprint
    let run = try run(today, line + " --json")
    #expect(run.status == status, "\(line)", sourceLocation: place)
    #expect(run.text.isEmpty, "\(line)", sourceLocation: place)
    let error = try Answer(run.messages)["error"]
    #expect(error["code"].text == code, "\(line): \(error)", sourceLocation: place)
    #expect(fingerprint == before, "\(line) left a trace", sourceLocation: place)
  }

  /// `verify` finds nothing, and complains of nothing but what is allowed.
  func isSound(
    allowing complaint: String? = nil, at place: SourceLocation = #_sourceLocation
  ) throws {
    let run = try run(nil, "verify --json")
    let answer = try Answer(run.output)
    #expect(answer["ok"].truth == true, "\(answer["findings"])", sourceLocation: place)
    #expect(
      run.complaint.isEmpty || complaint.map { run.complaint.contains($0) } ?? false,
      "\(run.complaint)", sourceLocation: place)
  }

  /// The same village on a workstation of its own, which keeps what it sees in this folder.
  func on(_ workstation: TemporaryFolder) -> Village {
    var village = self
    village.environment["XDG_STATE_HOME"] = workstation.path
    return village
  }

  /// The text of a paper or a list.
  func text(_ today: String?, _ line: String) throws -> String {
    let run = try run(today, line)
    try #require(run.status == 0, "\(line): \(run.complaint)")
    return run.text
  }
}

// MARK: - The files

extension Village {
  /// Every file with its bytes, and every folder: equal before and after when nothing was written.
  var fingerprint: [String: [UInt8]] { Self.files(below: folder.path) }

  /// Every file below a path with its bytes.
  static func files(below path: String) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: path) ?? .init() {
      let bytes = FileManager.default.contents(atPath: path + "/" + name)
      found[name] = bytes.map { Array($0) } ?? []
    }
    return found
  }

  var ledgerLines: [String] {
    let text = String(decoding: folder.bytes("ledger.jsonl") ?? [], as: UTF8.self)
    return text.split(separator: "\n").map(String.init)
  }

  /// What the events of the ledger say, without the envelope.
  func events() throws -> [Answer] { try ledgerLines.map { try Answer(Array($0.utf8)) } }

  func text(of name: String) -> String {
    String(decoding: folder.bytes(name) ?? [], as: UTF8.self)
  }

  /// Puts one text in the place of the first occurrence of another in a file.
  func edit(_ name: String, _ old: String, _ new: String) throws {
    let text = text(of: name)
    guard let range = text.range(of: old) else {
      throw SystemTestFault("\(name) has no \(old)")
    }
    try folder.write(text.replacingCharacters(in: range, with: new), to: name)
  }
}
