extension PostedPaper {
  /// The lines from the 账本校验码 section on that are not those of the notice, at most `limit`.
  ///
  /// The numbers that the section gives are taken as they stand: whether they are right is asked
  /// of the ledger. Neither spaces nor line breaks count, and blanks may be filled in. Empty as
  /// well where the section cannot be read whole.
  public func endingDifferences(from notice: NoticeText, limit: Int) -> [PaperDifference] {
    guard let expected = section.lines else { return [] }
    let here = lines[section.start...].enumerated().compactMap { index, line in
      EndingComparison.Line(line, number: section.start + index + 1)
    }
    let heading = EndingPattern(heading: expected[0])
    let patterns =
      [(expected[0], heading)]
      + expected.dropFirst().map { ($0, EndingPattern(fixed: $0)) }
      + notice.closingLines.map { ($0, EndingPattern(closing: $0)) }
    // No paper has so many lines behind its body; the rest is surely not the notice's.
    let most = patterns.count + 200
    let comparison = EndingComparison(
      paper: Array(here.prefix(most)),
      printed: patterns.filter { !$0.1.parts.isEmpty }.map { .init(text: $0.0, pattern: $0.1) })
    let beyond = here.dropFirst(most).prefix(1)
      .map { PaperDifference(line: $0.number, paper: $0.text, ledger: nil) }
    return Array((comparison.differences() + beyond).prefix(limit))
  }
}

extension PostedPaper.Section {
  /// The section as the program would print it with the numbers that were read; nil where they
  /// could not be.
  fileprivate var lines: [String]? {
    guard let records, digits.count == 64 else { return nil }
    let earlier: String?
    switch previous {
    case .unreadable: return nil
    case .none: earlier = nil
    case .digits(let digits): earlier = digits
    }
    return fingerprintLines(
      number: "", records: records, digits: digits, previous: earlier,
      recipe: (recipeDigits ?? String(digits.prefix(16)), recipeRecords ?? records))
  }
}

extension EndingPattern {
  /// A line in which nothing is to be filled in.
  fileprivate init(fixed line: String) { self.init(compact(line).map { .text($0) }) }

  /// The heading, whatever its ordinal is and however that is written.
  fileprivate init(heading line: String) {
    self.init([.blank(.ordinal)] + compact(line).drop { $0 == "、" }.map { .text($0) })
  }

  fileprivate init(closing line: String) {
    let text = compact(line)
    let isFooter = text.hasPrefix("第") && text.hasSuffix("页)")
    if isFooter { self.init(footer: line) } else { self.init(printed: line) }
  }
}

/// Lines of a paper beside the printed ones, with as few differences as can be.
struct EndingComparison {
  struct Line {
    let text: String
    let number: Int
    let characters: [Character]

    /// nil for a line with nothing on it.
    init?(_ text: String, number: Int) {
      self.text = text
      self.number = number
      characters = Array(compact(text))
      if characters.isEmpty { return nil }
    }
  }

  struct Printed {
    let text: String
    let pattern: EndingPattern
  }

  let paper: [Line]
  let printed: [Printed]

  /// How many lines of a paper one printed line is spread over at most, and the other way round.
  private static let reach = 16

  /// What a line costs that only one of them has, and what two lines cost that are nearly alike.
  private static let (lone, pair) = (3, 2)

  /// From one place in both texts to the next.
  private struct Step {
    let cost: Int
    let own: Int
    let others: Int
  }

  func differences() -> [PaperDifference] {
    let steps = bestSteps()
    var (here, there) = (0, 0)
    var found: [PaperDifference] = []
    while here < paper.count || there < printed.count {
      let step = steps[here][there]
      if step.cost > steps[here + step.own][there + step.others].cost {
        found.append(
          PaperDifference(
            line: number(here), paper: step.own > 0 ? paper[here].text : nil,
            ledger: step.others > 0 ? printed[there].text : nil))
      }
      here += step.own
      there += step.others
    }
    return found
  }

  /// The number of a line of the paper, or of the line that would follow the last one.
  private func number(_ index: Int) -> Int {
    index < paper.count ? paper[index].number : (paper.last?.number ?? 0) + 1
  }

  /// For every pair of places the best step, counted from the ends.
  private func bestSteps() -> [[Step]] {
    let none = Step(cost: 0, own: 0, others: 0)
    var steps = Array(
      repeating: Array(repeating: none, count: printed.count + 1), count: paper.count + 1)
    for here in paper.indices {
      steps[here][printed.count] = Step(cost: Self.lone * (paper.count - here), own: 1, others: 0)
    }
    for there in printed.indices.reversed() {
      steps[paper.count][there] = Step(cost: Self.lone * (printed.count - there), own: 0, others: 1)
      for here in paper.indices.reversed() {
        var choices = meetings(here, there).map { own, others in
          Step(cost: steps[here + own][there + others].cost, own: own, others: others)
        }
        if isAlike(here, there) {
          choices.append(Step(cost: steps[here + 1][there + 1].cost + Self.pair, own: 1, others: 1))
        }
        choices.append(Step(cost: steps[here + 1][there].cost + Self.lone, own: 1, others: 0))
        choices.append(Step(cost: steps[here][there + 1].cost + Self.lone, own: 0, others: 1))
        steps[here][there] = choices.min { $0.cost < $1.cost } ?? none
      }
    }
    return steps
  }

  /// How many lines of each are one and the same text from here: one printed line on several of
  /// the paper, or several on one.
  private func meetings(_ here: Int, _ there: Int) -> [(own: Int, others: Int)] {
    var found: [(Int, Int)] = []
    var text: [Character] = []
    for own in 1...min(Self.reach, paper.count - here) {
      text += paper[here + own - 1].characters
      if text.count > printed[there].pattern.lengths.upperBound { break }
      if printed[there].pattern.fits(text) { found.append((own, 1)) }
    }
    var pattern = printed[there].pattern
    for others in 1..<min(Self.reach, printed.count - there) {
      pattern = pattern + printed[there + others].pattern
      if pattern.lengths.lowerBound > paper[here].characters.count { break }
      if pattern.fits(paper[here].characters) { found.append((1, others + 1)) }
    }
    return found
  }

  /// Whether two lines are the same with a mistake in it, so that they are shown together.
  private func isAlike(_ here: Int, _ there: Int) -> Bool {
    let own = String(paper[here].characters)
    let other = compact(printed[there].text)
    return own.prefix(3) == other.prefix(3) || own.suffix(4) == other.suffix(4)
  }
}
