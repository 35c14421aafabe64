import Foundation

/// The repository's `Fixtures` folder, found from where this file lies.
let fixturesFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Fixtures")

/// Compares a text with the golden file `Fixtures/NAME`: nil when they are the same, else what to
/// show. A missing file is a difference. With XINYI_WRITE_GOLDEN=1 in the environment the file is
/// written instead; read it before keeping it.
public func goldenDifference(_ actual: String, _ name: String) -> String? {
  let file = fixturesFolder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["XINYI_WRITE_GOLDEN"] == "1" {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
      return nil
    } catch {
      return "\(name) could not be written: \(error)"
    }
  }
  guard let data = FileManager.default.contents(atPath: file.path) else {
    return "\(name) is missing; run with XINYI_WRITE_GOLDEN=1, then read it"
  }
  return lineDifference(expected: String(decoding: data, as: UTF8.self), actual: actual)
    .map { "\(name)\n\($0)" }
}

/// The lines in which two texts differ, as `-` expected and `+` actual with their numbers; nil
/// when all bytes are the same. At most 40 lines are shown.
public func lineDifference(expected: String, actual: String) -> String? {
  if Array(expected.utf8) == Array(actual.utf8) { return nil }
  let old = byteLines(expected)
  let new = byteLines(actual)
  var shown: [(line: Int, isNew: Bool, text: String)] = []
  for change in new.difference(from: old) {
    switch change {
    case .remove(let offset, let line, _): shown.append((offset + 1, false, line.description))
    case .insert(let offset, let line, _): shown.append((offset + 1, true, line.description))
    }
  }
  shown.sort { ($0.line, $0.isNew ? 1 : 0) < ($1.line, $1.isNew ? 1 : 0) }
  let lines = shown.prefix(40).map { "\($0.isNew ? "+" : "-")\($0.line): \($0.text)" }
  let rest = shown.count > 40 ? ["… and \(shown.count - 40) more"] : []
  return (lines + rest).joined(separator: "\n")
}

/// A line compared by its bytes, because equal Strings may differ on disk.
private struct ByteLine: Hashable, CustomStringConvertible {
  let bytes: [UInt8]
  var description: String { String(decoding: bytes, as: UTF8.self) }
}

private func byteLines(_ text: String) -> [ByteLine] {
  text.utf8.split(separator: 10, omittingEmptySubsequences: false).map {
    ByteLine(bytes: Array($0))
  }
}
