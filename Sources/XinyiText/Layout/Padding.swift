/// Where a text stands in the room it is given.
public enum Alignment: Sendable {
  case left, right, centre
}

/// The text filled up with spaces to `width` columns; a wider text is returned as it is.
public func padded(_ text: String, to width: Int, _ alignment: Alignment) -> String {
  let room = max(0, width - displayWidth(of: text))
  return switch alignment {
  case .left: text + spaces(room)
  case .right: spaces(room) + text
  case .centre: spaces(room / 2) + text + spaces(room - room / 2)
  }
}

/// The longest beginning of the text that fits into `width` columns, and what is left. A
/// character is never split; the beginning is empty when not even the first one fits.
public func split(_ text: String, at width: Int) -> (head: String, rest: String) {
  var used = 0
  var end = text.startIndex
  while end < text.endIndex {
    used += displayWidth(of: String(text[end]))
    if used > width { break }
    end = text.index(after: end)
  }
  return (String(text[..<end]), String(text[end...]))
}

/// The text cut to `width` columns, ending in `..` when something was cut off. Only for a line
/// on the screen that has the whole text elsewhere; papers wrap and cut nothing.
public func cut(_ text: String, to width: Int) -> String {
  if displayWidth(of: text) <= width { return text }
  return width < 2 ? split(text, at: width).head : split(text, at: width - 2).head + ".."
}

/// A line of single dashes.
public func rule(_ width: Int) -> String { String(repeating: "-", count: width) }

/// A line of double dashes.
public func doubleRule(_ width: Int) -> String { String(repeating: "=", count: width) }

func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

/// Both texts on one line, the second from column `position` on; on two lines when the first
/// reaches that column or the second does not fit.
func sideBySide(_ left: String, _ right: String, at position: Int, width: Int) -> [String] {
  if displayWidth(of: left) < position && position + displayWidth(of: right) <= width {
    return [padded(left, to: position, .left) + right]
  }
  return [left, right].flatMap { wrapped($0, width: width, first: 0, rest: 2) }
}

/// The text in the middle of a line, without spaces behind it.
func centred(_ text: String, width: Int) -> String {
  spaces((width - displayWidth(of: text)) / 2) + text
}

/// A title in the middle of its lines, in as many as it needs.
func title(_ text: String, width: Int) -> [String] {
  wrapped(text, width: width, first: 0, rest: 0).map { centred($0, width: width) }
}

func withoutTrailingSpaces(_ line: String) -> String {
  var line = line
  while line.last == " " { line.removeLast() }
  return line
}
