import XinyiLedger

extension ValueReader {
  /// A magnitude; zero is one, for the council may give nothing.
  static func points(_ text: String) throws(ValueProblem) -> Points {
    try tenths(text.hasSuffix("分") ? String(text.dropLast()) : text)
  }

  static func quantity(_ text: String) throws(ValueProblem) -> Quantity {
    try tenths(text)
  }

  /// A whole number of at most six digits.
  static func whole(_ text: String, atLeast least: Int) throws(ValueProblem) -> Int {
    let expectation = "整数，\(least) 到 999999"
    if text.hasPrefix("-") { throw .negative }
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      throw .malformed(expectation: expectation)
    }
    let digits = text.drop { $0 == "0" }
    guard digits.utf8.count <= 6 else { throw .tooLarge(expectation: expectation) }
    let number = Int(digits) ?? 0
    if number < least { throw .zero }
    return number
  }

  static func votes(_ text: String) throws(ValueProblem) -> Votes {
    let malformed = ValueProblem.malformed(expectation: "票数，写成 赞成-反对-弃权，如 5-1-1")
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ (1...3).contains($0.utf8.count) }) else {
      throw malformed
    }
    guard let yes = try? whole(String(parts[0]), atLeast: 0),
      let no = try? whole(String(parts[1]), atLeast: 0),
      let abstain = try? whole(String(parts[2]), atLeast: 0)
    else { throw malformed }
    return Votes(for: yes, against: no, abstain: abstain)
  }

  static func goods(_ text: String) throws(ValueProblem) -> BasketLine {
    if let (item, digits) = splitCount(text) {
      _ = try FreeText.checked(item, .anyNumber, limit: 40)
      _ = try whole(digits, atLeast: 1)
    }
    return BasketLine(typed: try FreeText.checked(text, .anyNumber, limit: 48))
  }

  /// Parts `肥皂x2` at the sign of its count; nil where there is none.
  static func splitCount(_ text: String) -> (item: String, digits: String)? {
    guard let sign = text.lastIndex(where: { "xX*".contains($0) }) else { return nil }
    let digits = text[text.index(after: sign)...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return (InputText.trimmed(String(text[..<sign])), String(digits))
  }

  /// Reads tenths more freely than a file may write them (`5.0`, `05`), never rounding.
  private static func tenths<Amount: TenthsValue>(
    _ text: String
  ) throws(ValueProblem) -> Amount {
    if text.hasPrefix("-") { throw .negative }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let areDigits = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) }
    }
    guard areDigits, parts.count <= 2 else {
      throw .malformed(expectation: Amount.expectation)
    }
    let decimals = parts.count == 2 ? dropTrailingZeros(parts[1]) : ""
    if decimals.utf8.count > 1 { throw .tooManyDecimals }
    let digits = parts[0].drop { $0 == "0" }
    guard digits.utf8.count <= 9 else { throw .tooLarge(expectation: Amount.expectation) }
    let tenths = (Int(digits) ?? 0) * 10 + (Int(decimals) ?? 0)
    guard let amount = Amount(tenths: tenths) else {
      throw tenths == 0 ? .zero : .tooLarge(expectation: Amount.expectation)
    }
    return amount
  }

  private static func dropTrailingZeros(_ digits: Substring) -> Substring {
    var digits = digits
    while digits.last == "0" { digits.removeLast() }
    return digits
  }
}
