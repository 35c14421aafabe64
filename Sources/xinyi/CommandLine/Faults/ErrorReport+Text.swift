extension ErrorReport {
  /// What stands on the screen: the message with its code, every fault on a line of its own, the
  /// evidence, what may have been meant, and last the one command to run next. A fault that has a
  /// picture is shown by it.
  var text: String {
    var lines: [String]
    if let picture {
      return picture.hasSuffix("\n") ? picture : picture + "\n"
    } else if faults.isEmpty {
      lines = ["\(message) [\(code)]"]
    } else {
      lines = [message] + faults.prefix(Self.mostFaults).map { $0.part(of: self) }
      if faults.count > Self.mostFaults {
        lines.append("  共 \(faults.count) 处，以上是前 \(Self.mostFaults) 处")
      }
    }
    lines += facts.map { "  " + $0 }
    // A candidate that is a word alone stands in the message or the hint already.
    let meant = candidates.filter { $0.fields.count > 1 }
    lines += meant.prefix(Self.mostCandidates).map { "  " + $0.shown }
    if meant.count > Self.mostCandidates {
      lines.append("  共 \(candidates.count) 个，以上是前 \(Self.mostCandidates) 个")
    }
    if let hint { lines.append("  \(hint)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// More than a screenful helps nobody; `--json` has them all.
  private static let mostCandidates = 12

  /// As many as anybody mends before trying again.
  private static let mostFaults = 100

  /// One of several faults, with its place where no picture shows it, and its own remedy where that
  /// is not the remedy of all.
  private func part(of whole: ErrorReport) -> String {
    guard let picture else {
      let remedy = hint == whole.hint ? nil : hint.map { "\n    \($0)" }
      return "  \(place?.words ?? "")\(message) [\(code)]" + (remedy ?? "")
    }
    return picture.hasSuffix("\n") ? String(picture.dropLast()) : picture
  }
}

extension ErrorReport.Place {
  /// `第 5 行第 2 列：`; nothing for a file as a whole.
  fileprivate var words: String {
    guard let line else { return "" }
    return "第 \(line) 行\(column.map { "第 \($0) 列" } ?? "")："
  }
}

extension ErrorReport.Candidate {
  /// The fields that have something in them, side by side.
  fileprivate var shown: String {
    fields.map(\.value).filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
