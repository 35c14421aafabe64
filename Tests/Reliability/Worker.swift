import Foundation
import TestSupport
import XinyiFiles
import XinyiLedger

/// What this program does when a check has started it again as a process of its own.
enum Worker {
  /// Adds `count` lines to a ledger, 0 for no end, and after each one a line to `acknowledgements`.
  case append(folder: String, acknowledgements: String, name: String, count: Int)
  /// Becomes another program, which can make no file longer than so many bytes.
  case limit(bytes: UInt64, program: String, words: [String])

  static let word = "worker"

  /// nil when the words are not for a worker.
  init?(_ words: [String]) {
    guard words.first == Self.word, words.count > 3 else { return nil }
    switch (words[1], words.count) {
    case ("append", 6):
      guard let count = Int(words[5]) else { return nil }
      self = .append(
        folder: words[2], acknowledgements: words[3], name: words[4], count: count)
    case ("limit", _):
      guard let bytes = UInt64(words[2]) else { return nil }
      self = .limit(bytes: bytes, program: words[3], words: Array(words.dropFirst(4)))
    default: return nil
    }
  }

  /// The words that make this worker of another process.
  var words: [String] {
    switch self {
    case .append(let folder, let acknowledgements, let name, let count):
      [Self.word, "append", folder, acknowledgements, name, String(count)]
    case .limit(let bytes, let program, let words):
      [Self.word, "limit", String(bytes), program] + words
    }
  }

  func start(environment: [String: String] = Binary.environment) throws -> Started {
    let own = URL(fileURLWithPath: Binary.path).deletingLastPathComponent()
    return try Binary.start(
      own.appendingPathComponent("reliability").path, words, environment: environment)
  }

  /// Does the work; the exit status.
  func carryOut() -> Int32 {
    switch self {
    case .append(let folder, let acknowledgements, let name, let count):
      do {
        try RawLedger(folder).append(count, as: name, acknowledgingIn: acknowledgements)
        return 0
      } catch {
        FileHandle.standardError.write(Data("\(error)\n".utf8))
        return 1
      }
    case .limit(let bytes, let program, let words):
      var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
      guard setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else { return 1 }
      var arguments = ([program] + words).map { strdup($0) } + [nil]
      execv(program, &arguments)
      return 1
    }
  }
}
