/// What lines of a notice's ending look like on a paper: without spaces, with blanks that somebody
/// may have filled in.
struct EndingPattern {
  enum Part: Equatable {
    case text(Character)
    case blank(Blank)
  }

  /// What may be written into a blank. None of it has room for a name with points.
  enum Blank: Equatable {
    /// The number of a heading, however it is written: 六、 or (6).
    case ordinal
    /// A count, a page, a year, a month or a day of so many digits.
    case number(Int)
    /// The numbers of entries: 3、15.
    case list
    /// One or more names, or what is put for a seal.
    case names
  }

  let parts: [Part]

  /// How long a text may be that fits.
  let lengths: ClosedRange<Int>

  init(_ parts: [Part]) {
    self.parts = parts
    let least = parts.count { $0.isText }
    lengths =
      least...parts.reduce(least) { sum, part in
        if case .blank(let blank) = part { sum + blank.limit } else { sum }
      }
  }

  static func + (left: EndingPattern, right: EndingPattern) -> EndingPattern {
    EndingPattern(left.parts + right.parts)
  }

  /// Whether a text without spaces is this, its blanks filled in or not.
  func fits(_ text: [Character]) -> Bool {
    lengths.contains(text.count) && Self.fit(parts[...], text[...])
  }

  private static func fit(_ parts: ArraySlice<Part>, _ text: ArraySlice<Character>) -> Bool {
    var (parts, text) = (parts, text)
    while let part = parts.popFirst() {
      switch part {
      case .text(let expected):
        guard text.popFirst() == expected else { return false }
      case .blank(let blank):
        let longest = text.prefix(blank.limit).prefix { blank.takes($0) }.count
        return (0...longest).contains { count in
          blank.isFilled(by: text.prefix(count)) && fit(parts, text.dropFirst(count))
        }
      }
    }
    return text.isEmpty
  }
}

extension EndingPattern.Part {
  fileprivate var isText: Bool { if case .text = self { true } else { false } }
}

// MARK: - What fills a blank

extension EndingPattern.Blank {
  /// How many characters it has at most; a blank that was left as it is counts too.
  fileprivate var limit: Int {
    switch self {
    case .ordinal: 6
    case .number: 8
    case .list: 40
    case .names: 30
    }
  }

  fileprivate func takes(_ character: Character) -> Bool {
    if character == "_" { return true }
    return switch self {
    case .ordinal: "(一二三四五六七八九十0123456789)、.,".contains(character)
    case .number: character.isNumeral
    case .list: character.isNumeral || "、,.;和及至~/无".contains(character)
    // No name has 分 in it, and every award has.
    case .names: character.isLetter && character != "分" || "、,.;·()/".contains(character)
    }
  }

  fileprivate func isFilled(by text: ArraySlice<Character>) -> Bool {
    let digits = text.split { !$0.isWholeNumber || !$0.isASCII }.map(\.count).max() ?? 0
    return switch self {
    case .ordinal, .names: true
    case .number(let most): digits <= most
    case .list: digits <= 4
    }
  }
}

extension Character {
  /// A digit, in either script.
  fileprivate var isNumeral: Bool {
    isASCII && isWholeNumber || "〇零一二三四五六七八九十廿百两无".contains(self)
  }
}

// MARK: - From a line as it is printed

extension EndingPattern {
  /// The line with its blanks: the rules to write on, and the room behind 签字 and 盖章.
  init(printed line: String) {
    var parts: [Part] = []
    var rest = Array(compact(line))[...]
    while let character = rest.first {
      if character == "_" {
        rest = rest.drop { $0 == "_" }
        parts.append(.blank(Blank(before: rest.first)))
      } else {
        rest.removeFirst()
        parts.append(.text(character))
        if Self.roomEnds.contains(where: { parts.endText.hasSuffix($0) }) {
          parts.append(.blank(.names))
        }
      }
    }
    self.init(parts)
  }

  /// The foot of a page: it was made again, and the pages may have been others.
  init(footer line: String) {
    let text = Array(compact(line))
    let parts = text.enumerated().compactMap { index, character -> Part? in
      guard character.isASCII && character.isWholeNumber else { return .text(character) }
      let isFirst = index == 0 || !text[index - 1].isWholeNumber
      return isFirst ? .blank(.number(3)) : nil
    }
    self.init(parts)
  }

  private static let roomEnds = ["(签字):", "盖章)"]
}

extension EndingPattern.Blank {
  /// The blank before this word.
  fileprivate init(before word: Character?) {
    switch word {
    case "条": self = .list
    case "年", "件": self = .number(4)
    default: self = .number(2)
    }
  }
}

extension [EndingPattern.Part] {
  /// The text since the last blank.
  fileprivate var endText: String {
    let text = reversed().prefix(while: \.isText).compactMap { part -> Character? in
      if case .text(let character) = part { character } else { nil }
    }
    return String(text.reversed())
  }
}
