public import XinyiLedger

/// A fault in a file as a person reads it: place, code, sentence, the file's own line with a caret
/// under the fault, and how to put it right (section 6 of the design).
///
/// Several lines without a newline at the end.
public func text(of fault: FileFault) -> String {
  let place = "\(fault.file):\(fault.line):\(fault.column)"
  var lines = ["\(place): 错误[\(fault.code)] \(message(of: fault.kind))"]
  let number = String(fault.line)
  let margin = String(repeating: " ", count: number.utf8.count)
  if !fault.excerpt.isEmpty {
    let line = FaultLine(fault)
    lines += ["\(margin) |", "\(number) | \(line.excerpt)", "\(margin) | \(line.caret)"]
  }
  if let remedy = remedy(of: fault.kind) { lines.append("\(margin) = 改法：\(remedy)") }
  return lines.joined(separator: "\n")
}

/// The line of the file and the line with the caret below it.
private struct FaultLine {
  let excerpt: String
  let caret: String

  init(_ fault: FileFault) {
    let characters = fault.excerpt.map(visible)
    let start = min(max(fault.caretStart, 0), characters.count)
    let end = min(max(fault.caretEnd, start), characters.count)
    excerpt = String(characters)
    let before = displayWidth(of: String(characters[..<start]))
    let width = max(1, displayWidth(of: String(characters[start..<end])))
    caret = String(repeating: " ", count: before) + String(repeating: "^", count: width)
  }
}

/// A character that a terminal can show in its place: a file may hold control characters.
private func visible(_ character: Character) -> Character {
  if character == "\t" { return " " }
  let isShown = character.unicodeScalars.allSatisfy { scalar in
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
  return isShown ? character : "?"
}

/// The one line that a value of a file takes in a sentence; of a value that has no end, as of marks
/// upon one letter, its beginning.
func shown(_ source: String) -> String {
  let beginning = source.unicodeScalars.prefix(longestShown)
  return String(String(String.UnicodeScalarView(beginning)).map(visible))
}

private let longestShown = 400
