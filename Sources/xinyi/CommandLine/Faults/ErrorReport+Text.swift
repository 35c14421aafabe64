extension ErrorReport {
  /// What stands on the screen: the message with its code, every fault on a line of its own, the
  /// evidence, and last the one command to run next. A fault that has a picture is shown by it.
  var text: String {
    var lines: [String]
    if let picture {
      return picture.hasSuffix("\n") ? picture : picture + "\n"
    } else if faults.isEmpty {
      lines = ["\(message) [\(code)]"]
    } else {
      lines = [message] + faults.map(\.asPart)
    }
    lines += facts.map { "  " + $0 }
    if let hint { lines.append("  \(hint)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One of several faults.
  private var asPart: String {
    guard let picture else { return "  \(message) [\(code)]" }
    return picture.hasSuffix("\n") ? String(picture.dropLast()) : picture
  }
}
