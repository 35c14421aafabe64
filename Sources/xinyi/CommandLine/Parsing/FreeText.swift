/// The rules for words that people write freely (S8.5, reliability section 7).
enum FreeText {
  static let limit = 200
  /// So many digits in a row are a telephone, card or identity number.
  static let longestNumber = 6

  enum Digits { case anyNumber, noLongNumber }

  /// The text in composed form without surrounding space, or why it cannot be taken.
  static func checked(
    _ text: String, _ digits: Digits, limit: Int
  ) throws(ValueProblem) -> String {
    let text = InputText.trimmed(composed(text))
    if text.isEmpty { throw .empty }
    var run = 0
    var hasLongNumber = false
    for (index, scalar) in text.unicodeScalars.enumerated() {
      guard isAllowed(scalar) else { throw .forbidden(scalar, position: index + 1) }
      run = scalar.properties.generalCategory == .decimalNumber ? run + 1 : 0
      hasLongNumber = hasLongNumber || run > longestNumber
    }
    if text.unicodeScalars.count > limit { throw .tooLong(limit: limit) }
    if hasLongNumber && digits == .noLongNumber { throw .longDigits }
    return text
  }

  /// Letters, marks, digits, punctuation and the two spaces. Not controls, nothing that reverses
  /// the direction or takes no room, nothing private or unassigned, no pictures.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
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
}
