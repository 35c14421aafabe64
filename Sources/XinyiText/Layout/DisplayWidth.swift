/// How many columns a character takes whose width Unicode leaves open, such as “ or ·.
public enum AmbiguousWidth: Int, Sendable {
  /// One column: most terminals.
  case narrow = 1
  /// Two columns: Chinese fonts, so the worst case, which papers are laid out for.
  case wide = 2
}

/// The columns that `text` takes in the worst case, with every ambiguous character counted as 2.
public func displayWidth(of text: String) -> Int {
  displayWidth(of: text, ambiguous: .wide)
}

/// The columns that `text` takes: 2 for ideographs, 0 for combining marks, `ambiguous` for
/// characters whose width Unicode leaves open.
public func displayWidth(of text: String, ambiguous: AmbiguousWidth) -> Int {
  var width = 0
  var last = 0
  for scalar in text.unicodeScalars {
    if scalar == emojiPresentation {
      width += last == 1 ? 1 : 0
    } else {
      last = columns(of: scalar, ambiguous: ambiguous)
      width += last
    }
  }
  return width
}

/// Asks for the picture form of the character before it, which is two columns wide.
private let emojiPresentation: Unicode.Scalar = "\u{FE0F}"

private func columns(of scalar: Unicode.Scalar, ambiguous: AmbiguousWidth) -> Int {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0: 0
  case 0x20..<0x7F: 1
  case 0x4E00..<0xA000: 2
  case 0xAD: ambiguous.rawValue
  default:
    if hasNoWidth(scalar) {
      0
    } else if WidthTable.wide.contains(scalar.value) {
      2
    } else {
      WidthTable.ambiguous.contains(scalar.value) ? ambiguous.rawValue : 1
    }
  }
}

/// Combining marks, format characters, and the vowels and finals that complete a Hangul block.
private func hasNoWidth(_ scalar: Unicode.Scalar) -> Bool {
  if (0x1160..<0x1200).contains(scalar.value) || (0xD7B0..<0xD800).contains(scalar.value) {
    return true
  }
  return switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: true
  default: false
  }
}
