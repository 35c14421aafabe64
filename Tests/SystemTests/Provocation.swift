import Foundation
import TestSupport
import Testing

/// Bad input, and what the program is to say of it.
///
/// `line` may hold `{folder}` for the village's folder and `{outside}` for an empty folder beside
/// it.
struct Provocation: Sendable, CustomTestStringConvertible {
  let code: String
  let status: Int32
  let stage: Stage
  let today: String?
  let line: String
  /// The operator of the environment.
  var by = "clerk"
  /// Where the fault is said to be.
  var file: String?
  var place: Int?
  /// Whether `-C` is left to the line.
  var isAlone = false
  let prepare: @Sendable (Village, TemporaryFolder) throws -> Void

  var testDescription: String { "\(code): \(line)" }

  /// A fault that lines of the clerk's own lead to.
  init(
    _ code: String, _ status: Int32, _ stage: Stage, _ today: String?, _ line: String,
    by: String = "clerk", after steps: [String] = []
  ) {
    self.init(code, status, stage, today, line, by: by) { village, _ in
      for step in steps { try village.done(today ?? "2180-01-01", step) }
    }
  }

  /// A fault that needs other preparation.
  init(
    _ code: String, _ status: Int32, _ stage: Stage, _ today: String?, _ line: String,
    by: String = "clerk", prepare: @escaping @Sendable (Village, TemporaryFolder) throws -> Void
  ) {
    self.code = code
    self.status = status
    self.stage = stage
    self.today = today
    self.line = line
    self.by = by
    self.prepare = prepare
  }

  /// The same without `-C` before the line.
  var alone: Provocation {
    var copy = self
    copy.isAlone = true
    return copy
  }

  /// The same with the place that the answer is to name.
  func at(_ file: String, _ line: Int? = nil) -> Provocation {
    var copy = self
    copy.file = file
    copy.place = line
    return copy
  }
}

extension Provocation {
  /// What was typed may be said again, and what stands in the files or may stand there.
  private static func known(
    _ line: String, _ village: Village, _ outside: TemporaryFolder
  ) throws -> Set<String> {
    let files = try [village.folder, outside].flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: folder.path).map(folder.path)
    }
    let books = files.filter { !$0.hasSuffix(".jsonl") }
      .compactMap { FileManager.default.contents(atPath: $0) }
      .flatMap { latinWords(in: String(decoding: $0, as: UTF8.self)) }
    let typed = [line, village.folder.path, outside.path].flatMap(latinWords)
    return fileWords.union(typed).union(books)
  }

  /// Provokes the fault and demands its status, its code, a Chinese sentence, an empty answer, and
  /// files whose bytes are the same afterwards.
  func check() throws {
    let village = try stage.village()
    let outside = try TemporaryFolder()
    try prepare(village, outside)
    let before = village.fingerprint
    let words = line.replacingOccurrences(of: "{folder}", with: village.folder.path)
      .replacingOccurrences(of: "{outside}", with: outside.path)
      .split(separator: " ").map(String.init)
    var environment = Binary.environment
    environment["XINYI_OPERATOR"] = by
    let common = ["--json"] + (isAlone ? [] : ["-C", village.folder.path])
    let run = try Binary.run(
      common + (today.map { ["--today", $0] } ?? []) + words, environment: environment)
    #expect(run.status == status, "\(run.complaint)")
    #expect(run.output.isEmpty, "\(run.text)")
    #expect(village.fingerprint == before, "the files have changed")
    let answer = try Answer(run.messages)
    #expect(answer["schema"].whole == 1)
    let error = answer["error"]
    let faults = error["faults"].isMissing ? [error] : error["faults"].list ?? []
    let fault = faults.first { $0["code"].text == code } ?? error
    #expect(fault["code"].text == code, "\(error)")
    #expect(fault["message"].text?.hasChinese == true, "\(error)")
    #expect(error["message"].text?.hasChinese == true, "\(error)")
    // What may be typed instead is listed in the language that was typed, which is English here.
    let listsWords = ["U002", "U013", "U170"].contains(code)
    let parts = [fault["message"].text, error["message"].text, error["hint"].text]
    let known = try Self.known(line, village, outside)
    for part in listsWords ? [] : parts {
      let words = foreignWords(in: part ?? "", known: known)
      #expect(words.isEmpty, "\(words): \(part ?? "")")
    }
    if let file {
      #expect(fault["file"].text == file, "\(error)")
      #expect(fault["line"].whole != nil && fault["column"].whole != nil, "\(error)")
    }
    if let place { #expect(fault["line"].whole == place, "\(error)") }
  }
}

extension String {
  fileprivate var hasChinese: Bool {
    unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
}

/// Keys and values of the village's files, which faults name as they stand there: all that the
/// page of formats tells.
private let fileWords: Set<String> = {
  let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/formats.md")
  let bytes = FileManager.default.contents(atPath: page.path) ?? Data()
  return Set(latinWords(in: String(decoding: bytes, as: UTF8.self)))
}()

private func latinWords(in text: String) -> [String] {
  text.split { !$0.isASCII || !$0.isLetter }.map(String.init)
}
