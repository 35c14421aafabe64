/// The text with everything replaced by `?` that could change how the rest is read or drawn:
/// control characters and line breaks, bidirectional controls, characters without a width, and a
/// combining mark that has nothing before it.
///
/// Every text from outside goes through it before output, because files may be edited by hand.
/// Variation selectors stay: rare forms of ideographs in names need them.
public func safe(_ text: String) -> String {
  guard isUnsafe(text) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let isLoose = result.isEmpty && isMark(scalar)
    result.append(isLoose || isUnsafe(scalar) ? "?" : scalar)
  }
  return String(result)
}

private func isUnsafe(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first else { return false }
  return isMark(first) || text.unicodeScalars.contains(where: isUnsafe)
}

private func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20..<0x7F, 0x4E00..<0xA000, 0x3000..<0x3030, 0xFF01..<0xFF5F: return false
  default: break
  }
  let properties = scalar.properties
  switch properties.generalCategory {
  case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: return true
  default:
    if properties.isNoncharacterCodePoint { return true }
    return properties.isDefaultIgnorableCodePoint && !properties.isVariationSelector
  }
}

private func isMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .spacingMark: true
  default: false
  }
}

/// The text as it stands in a table: safe, and without the characters whose width differs from
/// terminal to terminal, so that the columns stand everywhere. Each gives way to the nearest
/// character of certain width; one that has none stays, for nothing may be lost.
public func tableCell(_ text: String) -> String {
  var result = ""
  for character in safe(text) { result += certainForm(of: character) ?? String(character) }
  return result
}

private func certainForm(of character: Character) -> String? {
  switch character {
  case "“": "「"
  case "”": "」"
  case "‘": "『"
  case "’": "』"
  case "—", "–", "−", "‐", "―": "-"
  case "…": "..."
  case "×": "x"
  case "÷": "/"
  case "·", "•", "‧": "・"
  case "□": "[ ]"
  case "°": "度"
  case "→": "->"
  case "←": "<-"
  case "①"..."⑳": circledNumber(character)
  default: nil
  }
}

private func circledNumber(_ character: Character) -> String? {
  character.unicodeScalars.first.map { "(\($0.value - 0x245F))" }
}
