public import XinyiLedger

/// A posted notice as somebody holds it in hand: the lines of a text that may have been copied,
/// typed off, or saved by another program.
public struct PostedPaper: Sendable {
  /// Without line ends and without spaces at their ends.
  public let lines: [String]
  /// The first 账本校验码 section.
  public let section: Section
  /// How many such sections the text has; more than one is no single notice.
  public let sectionCount: Int

  /// nil for a text without a 账本校验码 section.
  public init?(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { String($0.trimmed) }
    let starts = lines.indices.filter { Section.begins(with: lines[$0]) }
    guard let start = starts.first else { return nil }
    self.lines = lines
    section = Section(start: start, compact(lines[start...].joined()))
    sectionCount = starts.count
  }

  /// The lines before the section.
  public var body: ArraySlice<String> { lines[..<section.start] }

  /// Whether there is anything to read before the section.
  public var hasBody: Bool { body.contains { !$0.isEmpty } }
}

// MARK: - What the opening names

extension PostedPaper {
  /// The notice that the official number names, as in 苏庄信义公示〔2026〕10-2号; nil where the
  /// opening has none.
  public var number: NoticeNumber? {
    guard let year = opening.firstRange(of: "信义公示") else { return nil }
    let rest = opening[year.upperBound...].drop { !$0.isASCIIDigit }
    let serial = rest.dropFirst(4).drop { !$0.isASCIIDigit }.prefix { $0 != "号" }
    let parts = serial.split(separator: "-", maxSplits: 1)
    guard let monthOfYear = parts.first, monthOfYear.count <= 2 else { return nil }
    let month = "\(rest.prefix(4))-" + (monthOfYear.count == 1 ? "0" : "") + monthOfYear
    return NoticeNumber(([month] + parts.dropFirst().map(String.init)).joined(separator: "-"))
  }

  /// Whether the title is that of a notice of this village.
  public func isTitled(by village: String) -> Bool {
    let name = village.filter { !$0.isWhitespace }
    guard let title = opening.firstRange(of: "信义积分") else { return false }
    return opening[..<title.lowerBound].contains(name)
  }

  /// What stands above the salutation, without spaces: the title may be broken over lines.
  private var opening: String {
    let head = body.prefix { !$0.hasPrefix("全体村民") }.prefix(12)
    return folded(head.joined()).filter { !$0.isWhitespace }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isWholeNumber }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var rest = self
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest
  }
}
