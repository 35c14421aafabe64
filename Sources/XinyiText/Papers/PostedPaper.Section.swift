extension PostedPaper {
  /// What the 账本校验码 section of a paper says, however it is spaced.
  public struct Section: Equatable, Sendable {
    /// Where its heading stands among the lines of the paper.
    public let start: Int
    /// N, of how many ledger lines it gives the digest.
    public let records: Int?
    /// The digits of the 账本校验码 in lower case; 64 on a paper that is whole.
    public let digits: String
    public let previous: Previous
    /// The digits that the recipe for `verify` says to type.
    public let recipeDigits: String?
    /// The number of lines that the recipe for `head` says to take.
    public let recipeRecords: Int?

    /// What stands for the 账本校验码 of the notice before.
    public enum Previous: Equatable, Sendable {
      case unreadable
      /// This is the first notice of the village.
      case none
      case digits(String)
    }
  }
}

extension PostedPaper.Section {
  private static let title = "账本校验码("
  private static let earlier = "上期校验码"

  /// Whether a section begins with this line: an ordinal of any kind, then 账本校验码（.
  static func begins(with line: String) -> Bool {
    // Few lines of a long file are worth a closer look.
    guard line.unicodeScalars.contains("账") else { return false }
    let text = compact(line)
    guard let title = text.firstRange(of: title) else { return false }
    var ordinal = text[..<title.lowerBound]
    if let last = ordinal.last, "、.,)".contains(last) { ordinal.removeLast() }
    return ordinal.count <= 4 && ordinal.allSatisfy { "(一二三四五六七八九十0123456789".contains($0) }
  }

  /// Reads the text from the heading on, which `compact` has made.
  init(start line: Int, _ text: String) {
    self.start = line
    let until = text.firstRange(of: Self.earlier)?.lowerBound ?? text.endIndex
    let own = text[..<until]
    records = own.number(after: "至", before: "行")
    // Behind the heading and before the earlier code, nothing else is nearly as long.
    let heading = text.firstRange(of: Self.title)?.upperBound ?? text.startIndex
    let rest = own[min(heading, until)...]
    let start = rest.firstIndex(of: ")") ?? rest.firstIndex(of: "行") ?? rest.startIndex
    digits = String(rest[start...].hexadecimalRuns.max { $0.count < $1.count } ?? "")
    previous = Self.previous(in: text[until...])
    recipeDigits = text.firstRange(of: "查账校验码")
      .map { String(text[$0.upperBound...].prefix(while: \.isHexadecimal)) }
    recipeRecords = text[...].number(after: "headn", before: "ledger")
  }

  private static func previous(in text: Substring) -> Previous {
    guard text.hasPrefix(earlier) else { return .unreadable }
    var rest = text.dropFirst(earlier.count)
    if let label = rest.firstRange(of: "16位") { rest = rest[label.upperBound...] }
    if rest.first == ":" { rest = rest.dropFirst() }
    if rest.hasPrefix("无") { return .none }
    let digits = rest.prefix(while: \.isHexadecimal)
    return digits.isEmpty ? .unreadable : .digits(String(digits))
  }
}

// MARK: - Text without its spacing

/// Letters, digits and signs of full width in their usual width.
func folded(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let isWide = (0xFF01...0xFF5E).contains(scalar.value)
    scalars.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
  }
  return String(scalars)
}

/// Folded, in lower case, without spaces and hyphens.
func compact(_ text: String) -> String {
  folded(text).lowercased().filter { !$0.isWhitespace && $0 != "-" }
}

extension Substring {
  /// The first whole number between these two marks.
  fileprivate func number(after mark: String, before end: String) -> Int? {
    var rest = self
    while let found = rest.firstRange(of: mark) {
      rest = rest[found.upperBound...]
      let digits = rest.prefix { $0.isASCII && $0.isWholeNumber }
      if rest[digits.endIndex...].hasPrefix(end), let number = Int(digits) { return number }
    }
    return nil
  }

  fileprivate var hexadecimalRuns: [Substring] { split { !$0.isHexadecimal } }
}

extension Character {
  fileprivate var isHexadecimal: Bool { isASCII && isHexDigit }
}
