import XinyiText

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
      guard isAllowedInText(scalar) else { throw .forbidden(scalar, position: index + 1) }
      run = scalar.properties.generalCategory == .decimalNumber ? run + 1 : 0
      hasLongNumber = hasLongNumber || run > longestNumber
    }
    if text.unicodeScalars.count > limit { throw .tooLong(limit: limit) }
    if hasLongNumber && digits == .noLongNumber { throw .longDigits }
    return text
  }
}
