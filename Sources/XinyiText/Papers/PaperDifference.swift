/// One line in which a paper and the ledger's text of it differ.
public struct PaperDifference: Equatable, Sendable {
  /// The line of the paper, counted from 1; for a line that the paper lacks, the one before which
  /// it should stand.
  public let line: Int
  /// nil for a line that the paper lacks.
  public let paper: String?
  /// nil for a line that the paper has and the ledger's text has not.
  public let ledger: String?
}

extension PaperDifference {
  /// The first lines that differ, at most `limit` of them. How many spaces stand between words and
  /// at the ends of a line is no fact and is often lost in copying, and so are blank lines: none of
  /// that counts.
  public static func between(
    _ paper: some Sequence<String>, _ ledger: some Sequence<String>, limit: Int
  ) -> [PaperDifference] {
    var pair = TextPair(paper: TextPair.lines(of: paper), ledger: TextPair.lines(of: ledger))
    var found: [PaperDifference] = []
    while found.count < limit, let next = pair.next() { found += next }
    return Array(found.prefix(limit))
  }
}

/// Two texts that are read side by side.
private struct TextPair {
  struct Line {
    let number: Int
    let text: String
    /// The words, which are what is compared.
    let key: [Substring]

    /// Rules and blanks look alike wherever they stand, so two texts do not meet in them.
    var isTelling: Bool { text.contains { $0.isLetter || $0.isNumber } }
  }

  let paper: [Line]
  let ledger: [Line]
  private var here = 0
  private var there = 0

  /// How far ahead the texts are looked for a line in which they meet again.
  private static let reach = 60

  init(paper: [Line], ledger: [Line]) {
    self.paper = paper
    self.ledger = ledger
  }

  static func lines(of text: some Sequence<String>) -> [Line] {
    text.enumerated().compactMap { index, text in
      let words = text.split(whereSeparator: \.isWhitespace)
      return words.isEmpty ? nil : Line(number: index + 1, text: text, key: words)
    }
  }

  /// The next lines that differ; nil at the end of both texts.
  mutating func next() -> [PaperDifference]? {
    while here < paper.count, there < ledger.count, paper[here].key == ledger[there].key {
      here += 1
      there += 1
    }
    if here == paper.count && there == ledger.count { return nil }
    let (own, others) = stepsToMeeting()
    let differences = (0..<max(own, others)).compactMap { step -> PaperDifference? in
      let isPair = step < min(own, others)
      if isPair && paper[here + step].key == ledger[there + step].key { return nil }
      return PaperDifference(
        line: number(here + min(step, own)),
        paper: step < own ? paper[here + step].text : nil,
        ledger: step < others ? ledger[there + step].text : nil)
    }
    here += own
    there += others
    return differences
  }

  /// The number of a line of the paper, or of the line that would follow the last one.
  private func number(_ index: Int) -> Int {
    index < paper.count ? paper[index].number : (paper.last?.number ?? 0) + 1
  }

  /// How many lines of each text to pass over until they agree again: the fewest, and as evenly
  /// as can be. Texts that do not meet go on line by line.
  private func stepsToMeeting() -> (Int, Int) {
    let (left, right) = (paper.count - here, ledger.count - there)
    for total in 1...(2 * Self.reach) {
      let owns = (max(0, total - Self.reach)...min(total, Self.reach))
        .sorted { abs(2 * $0 - total) < abs(2 * $1 - total) }
      for own in owns where own <= left && total - own <= right {
        if meet(here + own, there + total - own) { return (own, total - own) }
      }
    }
    return (min(1, left), min(1, right))
  }

  /// Whether both texts go on alike from here, up to a line that is like no other, or the end.
  private func meet(_ own: Int, _ other: Int) -> Bool {
    var (own, other) = (own, other)
    while own < paper.count, other < ledger.count {
      guard paper[own].key == ledger[other].key else { return false }
      if paper[own].isTelling { return true }
      own += 1
      other += 1
    }
    return own == paper.count && other == ledger.count
  }
}
