/// A piece of a paper: said once, and set twice, in columns of text and as HTML.
indirect enum Part: Sendable, Equatable {
  /// In the middle of lines of its own; what the paper is.
  case title(String)
  /// In the middle, under the title or apart from the text.
  case subtitle(String)
  /// Stays on the page of what it announces.
  case heading(String)
  /// Running text, indented by columns: its first line, and the others.
  case text(String, first: Int, rest: Int)
  /// Two texts on one line, the second from a column on.
  case pair(String, String, at: Int)
  /// A text with its figure at the end of the line, as on a till roll.
  case amount(String, String)
  /// What a reader looks for first, in large type.
  case figures([String])
  case table(SheetTable)
  /// A line for each to sign on.
  case signatures([String])
  /// Who answers for the paper, over the place of the seal, and of which day it is.
  case seal(String, on: String)
  case rule
  case doubleRule
  case blank
  /// Short texts to be cut out, each framed.
  case cards([[String]])
  /// Small papers, four on a page, to be cut apart.
  case quarters([[Part]])
  /// Drawn where a page can draw; in text it is what its figures say.
  case chart(Chart)
  /// A text that was set before, and must read to the letter as it did.
  case fixed(String)
  /// Stays on one page.
  case together([Part])
  /// What follows begins on a new page.
  case newPage
}

extension Part {
  /// The first line indented by four columns, as paragraphs are.
  static func paragraph(_ text: String) -> Part { .text(text, first: 4, rest: 0) }

  /// A line at the margin; what does not fit goes on under it.
  static func line(_ text: String) -> Part { .text(text, first: 0, rest: 0) }

  /// A numbered or labelled item: further lines hang under the text, not the label.
  static func item(_ label: String, _ text: String) -> Part {
    .text(label + text, first: 0, rest: displayWidth(of: label))
  }

  /// Items under 1．2．3．, each kept whole on a page.
  static func numbered(_ items: [String]) -> [Part] {
    items.enumerated().map { .item("\($0 + 1)．", $1) }
  }
}

// MARK: - As text

extension Part {
  /// The part in lines of at most `width` columns.
  func lines(width: Int) -> [String] {
    switch self {
    case .title(let text), .subtitle(let text): XinyiText.title(text, width: width)
    case .heading(let text): wrapped(text, width: width, first: 0, rest: 4)
    case .text(let text, let first, let rest):
      wrapped(text, width: width, first: first, rest: rest)
    case .pair(let left, let right, let position):
      sideBySide(left, right, at: position, width: width)
    case .amount(let text, let figure): amountLines(text, figure, width: width)
    case .figures(let lines):
      [XinyiText.doubleRule(width)]
        + lines.flatMap { wrapped($0, width: width, first: 2, rest: 4) }
        + [XinyiText.doubleRule(width)]
    case .table(let table): table.blocks(width: width).flatMap(\.lines)
    case .signatures(let names): signatureLines(names)
    case .seal(let committee, let day): sealLines(committee, day: day)
    case .rule: [XinyiText.rule(width)]
    case .doubleRule: [XinyiText.doubleRule(width)]
    case .blank, .newPage: [""]
    case .cards(let cards): cardLines(cards)
    case .quarters(let quarters): quarterLines(quarters, width: width)
    case .chart(let chart): chart.lines(width: width)
    case .fixed(let text):
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    case .together(let parts): parts.lines(width: width)
    }
  }

  /// The part in blocks that pages are filled with.
  func blocks(width: Int) -> [Block] {
    switch self {
    case .table(let table): table.blocks(width: width)
    case .heading: [Block(lines: lines(width: width), keepsWithNext: true)]
    case .title, .subtitle, .text, .pair, .amount, .figures, .signatures, .seal, .rule, .doubleRule,
      .blank, .cards, .quarters, .chart, .fixed, .together, .newPage:
      [Block(lines: lines(width: width))]
    }
  }
}

extension [Part] {
  func lines(width: Int) -> [String] { flatMap { $0.lines(width: width) } }
}

private func amountLines(_ text: String, _ figure: String, width: Int) -> [String] {
  let room = width - displayWidth(of: figure)
  let lines = wrapped(text, width: room - 1, first: 0, rest: 2)
  return lines.dropLast() + lines.suffix(1).map { padded($0, to: room, .left) + figure }
}

/// Three to a line, each with room for a hand.
private func signatureLines(_ names: [String]) -> [String] {
  stride(from: 0, to: names.count, by: 3).flatMap { start in
    let cells = names[start..<Swift.min(start + 3, names.count)].map { name in
      let label = split(name, at: 10).head + " "
      let blank = String(repeating: "_", count: 24 - displayWidth(of: label))
      return padded(label + blank, to: 28, .left)
    }
    return [withoutTrailingSpaces(cells.joined()), ""]
  }
}

/// The committee's name where the seal goes, the date below its middle.
private func sealLines(_ committee: String, day: String) -> [String] {
  let name = wrapped(committee, width: paperWidth, first: 0, rest: 0)
  let width = name.map { displayWidth(of: $0) }.max() ?? 0
  let start = max(0, min(50, paperWidth - width))
  let dateStart = start + max(0, (width - displayWidth(of: day)) / 2)
  return name.map { spaces(start) + $0 } + [spaces(dateStart) + day]
}

/// Three side by side on 84 columns, framed.
private func cardLines(_ cards: [[String]]) -> [String] {
  let width = 26
  let border = "+" + String(repeating: "-", count: width) + "+"
  return stride(from: 0, to: cards.count, by: 3).flatMap { start in
    let row = cards[start..<Swift.min(start + 3, cards.count)].map { card in
      card.flatMap { wrapped(" " + $0, width: width, first: 0, rest: 1) }
    }
    let height = row.map(\.count).max() ?? 0
    let borders = row.map { _ in border }.joined(separator: " ")
    let lines = (0..<height).map { index in
      row.map { "|" + padded(index < $0.count ? $0[index] : "", to: width, .left) + "|" }
        .joined(separator: " ")
    }
    return [borders] + lines + [borders]
  }
}

/// Four on a page of text, with a line to cut along under each but the last. Nothing is cut off:
/// one that is too long takes the room it needs.
private func quarterLines(_ quarters: [[Part]], width: Int) -> [String] {
  let page = PageShape.sheet(head: []).lines
  let height = page / 4 - 1
  return quarters.enumerated().flatMap { index, parts -> [String] in
    let lines = parts.lines(width: width)
    let filling = [String](repeating: "", count: max(0, height - lines.count))
    let isLast = index % 4 == 3
    let after = isLast ? [String](repeating: "", count: page % 4 + 1) : [cutLine(width)]
    return lines + filling + after
  }
}

private func cutLine(_ width: Int) -> String {
  withoutTrailingSpaces(String(repeating: "- ", count: width / 2))
}
