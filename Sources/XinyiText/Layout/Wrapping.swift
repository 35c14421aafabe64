/// The columns of a paper.
public let paperWidth = 84

/// The text in lines of at most `width` columns: the first indented by `first`, the others by
/// `rest`. No line begins with a closing mark or ends with an opening one, and numbers and Latin
/// words stay whole where a line can hold them.
public func wrapped(_ text: String, width: Int, first: Int, rest: Int) -> [String] {
  wrapped(pieces: pieces(of: safe(text)), width: width, first: first, rest: rest)
}

/// A command line in lines of at most `width` columns, broken between words only where one fits a
/// line: whoever types it must see where a space stands.
public func linesOfWords(_ text: String, width: Int, first: Int, rest: Int) -> [String] {
  let words = text.split(separator: " ").map { String($0) + " " }
  let whole = words.flatMap { word in
    displayWidth(of: word) <= width - max(first, rest) ? [word] : pieces(of: word)
  }
  return wrapped(pieces: whole, width: width, first: first, rest: rest)
}

/// A text whose lines are at most `width` columns wide: a wider one goes on in the next line, further
/// in than it began. A line that is a command is broken between its words.
public func folded(_ text: String, width: Int) -> String {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
    guard displayWidth(of: String(line)) > width else { return [String(line)] }
    let indent = line.prefix { $0 == " " }.count
    let words = String(line.dropFirst(indent))
    let rest = min(indent + 2, width / 2)
    return words.hasPrefix("xinyi ")
      ? linesOfWords(words, width: width, first: indent, rest: rest + 2)
      : wrapped(words, width: width, first: indent, rest: rest)
  }
  return lines.joined(separator: "\n")
}

/// Parts of a list, each kept whole where a line can hold it.
func wrapped(parts: [String], width: Int) -> [String] {
  let whole = parts.flatMap { part in
    displayWidth(of: part) <= width ? [part] : pieces(of: part)
  }
  return wrapped(pieces: whole, width: width, first: 0, rest: 0)
}

/// The parts of a list in one text, each with the 、 behind it.
func listParts(of text: String) -> [String] {
  var parts: [String] = []
  for part in text.split(separator: "、", omittingEmptySubsequences: false) {
    if !parts.isEmpty { parts[parts.count - 1].append("、") }
    parts.append(String(part))
  }
  return parts
}

private func wrapped(pieces: [String], width: Int, first: Int, rest: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var indent = first
  var room: Int { width - indent - displayWidth(of: line) }
  func finishLine() {
    lines.append(withoutTrailingSpaces(spaces(indent) + line))
    line = ""
    indent = rest
  }
  for piece in pieces {
    if displayWidth(of: withoutTrailingSpaces(piece)) > room && !line.isEmpty { finishLine() }
    var remainder = line.isEmpty && !lines.isEmpty ? String(piece.drop { $0 == " " }) : piece
    while displayWidth(of: withoutTrailingSpaces(remainder)) > room {
      let parts = split(remainder, at: room)
      if parts.head.isEmpty { break }
      line = parts.head
      remainder = parts.rest
      finishLine()
    }
    line += remainder
  }
  if !line.isEmpty || lines.isEmpty { finishLine() }
  return lines
}

/// The text in the smallest pieces that a line break may stand between.
private func pieces(of text: String) -> [String] {
  var pieces: [String] = []
  var last: Character?
  for character in text {
    if let last, !mayBreak(between: last, and: character) {
      pieces[pieces.count - 1].append(character)
    } else {
      pieces.append(String(character))
    }
    last = character
  }
  return pieces
}

private func mayBreak(between left: Character, and right: Character) -> Bool {
  if right == " " || closing.contains(right) || opening.contains(left) { return false }
  if left == " " { return true }
  if isWordPart(left) && isWordPart(right) { return false }
  return !(left == right && (left == "—" || left == "…"))
}

/// Digits, Latin letters and the ASCII signs between them, so that `-10.0` stays whole.
private func isWordPart(_ character: Character) -> Bool { character.isASCII }

/// Marks that no line begins with (行首禁则).
private let closing: Set<Character> = [
  "，", "。", "、", "；", "：", "！", "？", "）", "》", "〉", "”", "’", "】", "〕", "」", "』", "…", "．",
  ",", ".", ";", ":", "!", "?", ")", "]", "%",
]

/// Marks that no line ends with (行尾禁则).
private let opening: Set<Character> = [
  "（", "《", "〈", "“", "‘", "【", "〔", "「", "『", "(", "[",
]
