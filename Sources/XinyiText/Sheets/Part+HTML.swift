extension [Part] {
  /// The parts in order. A line with room for a hand is told from other pairs by its words.
  var html: String { map(\.html).joined() }
}

extension Part {
  var html: String {
    switch self {
    case .title(let text): "<h1>\(escaped(text))</h1>\n"
    case .subtitle(let text): "<h2>\(escaped(text))</h2>\n"
    case .heading(let text): "<h3>\(escaped(text))</h3>\n"
    case .text(let text, let first, let rest):
      "<p\(indent(first: first, rest: rest))>\(escaped(text))</p>\n"
    case .pair(let left, let right, _):
      "<div class=\"pair\(isToSign ? " sign" : "")\">"
        + "<span>\(escaped(left))</span><span>\(escaped(right))</span></div>\n"
    case .amount(let text, let figure):
      "<div class=\"amount\"><span>\(escaped(text))</span><span>\(escaped(figure))</span></div>\n"
    case .figures(let lines):
      "<div class=\"figures\">\n" + lines.map { "<p>\(escaped($0))</p>\n" }.joined() + "</div>\n"
    case .table(let table): table.html
    case .signatures(let names):
      "<div class=\"names-to-sign\">" + names.map { "<span>\(escaped($0))</span>" }.joined()
        + "</div>\n"
    case .seal(let committee, let day):
      "<div class=\"seal\"><p>\(escaped(committee))</p><p>\(escaped(day))</p></div>\n"
    case .rule: "<hr>\n"
    case .doubleRule: "<hr class=\"double\">\n"
    case .blank: "<div class=\"blank\"></div>\n"
    case .cards(let cards): cardsHTML(cards)
    case .quarters(let quarters): quartersHTML(quarters)
    case .chart(let chart): chart.html
    case .fixed(let text): "<pre>\(escaped(text))</pre>\n"
    case .together(let parts): "<div class=\"together\">\n\(parts.html)</div>\n"
    case .newPage: "<div class=\"new-page\"></div>\n"
    }
  }

  /// Whether somebody signs on this line: it gets more room.
  private var isToSign: Bool {
    if case .pair(let left, let right, _) = self {
      (left + right).contains("签字") || right.contains("签收")
    } else {
      false
    }
  }
}

/// Two columns of text are one ideograph.
private func indent(first: Int, rest: Int) -> String {
  if first == 0 && rest == 0 { return "" }
  func ems(_ columns: Int) -> String { "\(columns / 2)\(columns % 2 == 0 ? "" : ".5")em" }
  let margin = min(first, rest)
  let style =
    first > rest
    ? "text-indent:\(ems(first - rest))" + (margin > 0 ? ";margin-left:\(ems(margin))" : "")
    : "padding-left:\(ems(rest))" + (rest > first ? ";text-indent:-\(ems(rest - first))" : "")
  return " style=\"\(style)\""
}

private func cardsHTML(_ cards: [[String]]) -> String {
  let bodies = cards.map { card in
    let first = card.prefix(1).map { "<b>\(escaped($0))</b>" }.joined()
    return "<div>\(first)" + card.dropFirst().map { "<p>\(escaped($0))</p>" }.joined() + "</div>\n"
  }
  return "<div class=\"cards\">\n\(bodies.joined())</div>\n"
}

/// Four to a page, with lines to cut along.
private func quartersHTML(_ quarters: [[Part]]) -> String {
  stride(from: 0, to: quarters.count, by: 4).map { start in
    let page = quarters[start..<Swift.min(start + 4, quarters.count)]
    return "<div class=\"quarters\">\n"
      + page.map { "<div>\n\($0.html)</div>\n" }.joined() + "</div>\n"
  }.joined()
}

extension SheetTable {
  fileprivate var html: String {
    let heads = columns.map { "<th\($0.style)>\(escaped($0.title))</th>" }.joined()
    let foot = foot.filter { $0 != .rule }.html
    let kind = byHand.isEmpty ? "" : " class=\"by-hand\""
    return "<table\(kind)>\n\(columnWidths)<thead><tr>\(heads)</tr></thead>\n<tbody>\n"
      + rows.map(html(of:)).joined() + "</tbody>\n</table>\n" + foot
  }

  /// The columns as wide as in text, where each was made for what stands in it.
  private var columnWidths: String {
    let widths = layout(width: paperWidth).widths
    // Capitals and figures are wider than half an ideograph; two columns are for the cell's edges.
    let whole = widths.reduce(0) { $0 + $1 + 3 }
    let columns = widths.map { width in
      let share = (width + 3) * 1000 / max(1, whole)
      return "<col style=\"width:\(share / 10).\(share % 10)%\">"
    }
    return "<colgroup>\(columns.joined())</colgroup>\n"
  }

  private func html(of row: Row) -> String {
    switch row {
    case .cells(let cells), .sum(let cells):
      let texts = columns.indices.map { index in
        "<td\(columns[index].style)>\(index < cells.count ? cellHTML(cells[index]) : "")</td>"
      }
      return "<tr>\(texts.joined())</tr>\n"
    case .heading(let text):
      return "<tr class=\"group\"><td colspan=\"\(columns.count)\">\(escaped(text))</td></tr>\n"
    case .event(let event):
      let names = event.names.map { name in
        "<span>\(escaped(name.label)) \(escaped(name.name))</span>"
      }
      return "<tr><td colspan=\"\(columns.count)\">\(escaped(event.start + event.title))"
        + "<div class=\"names\">\(names.joined())</div></td></tr>\n"
    }
  }
}

private func cellHTML(_ cell: String) -> String {
  cell == SheetTable.box ? "<span class=\"box\"></span>" : escaped(cell)
}

extension TableColumn {
  fileprivate var style: String {
    switch alignment {
    case .right: " class=\"right\""
    case .centre: " class=\"centre\""
    case .left: ""
    }
  }
}
