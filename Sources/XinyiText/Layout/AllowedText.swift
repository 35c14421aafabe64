/// Whether a character may stand in what people type as free words: letters, marks, digits,
/// punctuation and the two spaces. Not controls, nothing that reverses the direction or takes no
/// room, nothing private or unassigned, no pictures.
public func isAllowedInText(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return (0x20...0x7E).contains(scalar.value) }
  if scalar.value == 0x3000 { return true }
  if scalar.properties.isDefaultIgnorableCodePoint { return false }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
    .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation,
    .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation,
    .mathSymbol, .currencySymbol:
    return true
  case .otherSymbol:
    // Units of measure: ℃, №, ㎡.
    return (0x2100...0x214F).contains(scalar.value) || (0x3300...0x33FF).contains(scalar.value)
  case .modifierSymbol, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control,
    .format, .surrogate, .privateUse, .unassigned:
    return false
  @unknown default:
    return false
  }
}
