extension Sheet {
  /// The paper as one page of HTML that needs nothing else: no script, no other file. A browser
  /// prints it on A4, or on the roll, with the heads of tables repeated.
  public var html: String { htmlPage(of: [self], name: name) }

  /// The same paper around a text that was set before: what hangs must read as it was posted.
  public func holding(_ text: String) -> Sheet {
    let text = text.hasSuffix("\n") ? String(text.dropLast()) : text
    return Sheet(
      name: name, banner: [], parts: [.fixed(text)], ending: [], size: size, numbering: .none)
  }

  fileprivate var body: String {
    let banner = banner.map { "<p class=\"banner\">\(escaped($0))</p>\n" }.joined()
    return banner + parts.html + (ending.isEmpty ? "" : Part.together(ending).html)
  }
}

/// Several papers of one kind, each on pages of its own, in one page to be printed at once.
public func htmlPage(of sheets: [Sheet], name: String) -> String {
  let body = sheets.map { "<section>\n\($0.body)</section>\n" }.joined()
  return htmlPage(name: name, size: sheets.first?.size ?? .a4, body: body)
}

private func htmlPage(name: String, size: Sheet.Size, body: String) -> String {
  """
  <!DOCTYPE html>
  <html lang="zh-CN">
  <head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>\(escaped(name))</title>
  <style>
  \(size.pageStyle)
  \(sheetStyle)
  </style>
  </head>
  <body class="\(size.styleName)">
  \(body)</body>
  </html>

  """
}

extension Sheet.Size {
  fileprivate var styleName: String {
    switch self {
    case .a4: "file"
    case .large: "large"
    case .a5: "half"
    case .quarters: "cut"
    case .roll: "roll"
    }
  }

  /// The page of the printer. A roll is as wide as its paper, and as long as the slip.
  fileprivate var pageStyle: String {
    switch self {
    case .a4, .large:
      "@page { size: A4; margin: 16mm 14mm 18mm; @bottom-center { content: \"第\" counter(page) "
        + "\"页（共\" counter(pages) \"页）\"; font-size: 9pt; } }"
    case .quarters: "@page { size: A4; margin: 0; }"
    case .a5: "@page { size: A5 landscape; margin: 10mm 12mm; }"
    case .roll(let columns):
      "@page { size: \(columns > 40 ? 80 : 58)mm 297mm; margin: 3mm; }"
    }
  }
}

/// 宋体 for the text and 黑体 for headings, by the names that systems in China have them under.
private let sheetStyle = """
  * { box-sizing: border-box; }
  body { margin: 0 auto; max-width: 186mm; padding: 4mm; color: #000; background: #fff;
    font-family: "SimSun", "NSimSun", "Songti SC", "STSong", "Noto Serif CJK SC",
      "Source Han Serif SC", "FandolSong", serif; font-size: 11pt; line-height: 1.5; }
  body.large { font-size: 14pt; line-height: 1.4; }
  body.large h3 { margin-top: 0.4em; }
  body.half { font-size: 11pt; max-width: 190mm; line-height: 1.35; }
  body.cut .figures { font-size: 1.05em; }
  body.cut { font-size: 11pt; max-width: none; padding: 0; line-height: 1.4; }
  body.roll { font-size: 9pt; max-width: 74mm; line-height: 1.3; padding: 0; }
  h1, h2, h3, th, .banner, .figures { font-family: "SimHei", "Microsoft YaHei", "Heiti SC",
    "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei", sans-serif; }
  h1 { font-size: 1.6em; text-align: center; margin: 0.2em 0; font-weight: bold; }
  h2 { font-size: 1em; text-align: center; margin: 0.1em 0; font-weight: normal; }
  h3 { font-size: 1.1em; margin: 0.7em 0 0.3em; break-after: avoid; }
  p { margin: 0.1em 0; white-space: pre-wrap; overflow-wrap: anywhere; }
  .banner { text-align: center; font-weight: bold; border: 1px solid #000; }
  .pair { display: flex; gap: 1em; }
  .pair > span { flex: 1 1 50%; white-space: pre-wrap; overflow-wrap: anywhere; }
  .amount { display: flex; justify-content: space-between; gap: 1em; }
  .sign { margin: 1em 0 1.4em; }
  .blank { height: 0.6em; }
  .figures { border: 2px solid #000; padding: 0.3em 0.8em; margin: 0.5em 0; font-size: 1.25em;
    font-weight: bold; break-inside: avoid; }
  table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 0.2em 0; font-size: 0.94em; }
  body.large table { font-size: 0.86em; }
  thead { display: table-header-group; }
  th { border-bottom: 1.5px solid #000; border-top: 1.5px solid #000; font-weight: bold;
    white-space: nowrap; }
  th, td { padding: 0.12em 0.25em; text-align: left; vertical-align: top; }
  td { border-bottom: 0.5px solid #999; overflow-wrap: anywhere; }
  tr { break-inside: avoid; }
  table.by-hand th, table.by-hand td { border: 0.7px solid #000; vertical-align: middle; }
  table.by-hand td { height: 9mm; }
  td.centre, th.centre { text-align: center; }
  .box { display: inline-block; width: 4mm; height: 4mm; border: 1px solid #000; }
  .quarters { display: grid; grid-template: 148mm 148mm / 105mm 105mm; height: 296mm;
    width: 210mm; break-after: page; overflow: hidden; }
  .quarters:last-child { break-after: auto; }
  .quarters > div { padding: 9mm 8mm; border: 0 dashed #000; overflow: hidden; }
  .quarters > div:nth-child(odd) { border-right-width: 1px; }
  .quarters > div:nth-child(-n + 2) { border-bottom-width: 1px; }
  tr.group { break-after: avoid; }
  tr.group td { font-weight: bold; border-bottom: 0; padding-top: 0.5em; }
  td.right, th.right { text-align: right; white-space: nowrap; }
  .right + td:not(.right), .right + th:not(.right) { padding-left: 0.9em; }
  .names { display: flex; flex-wrap: wrap; }
  .names span { flex: 0 0 25%; white-space: nowrap; }
  .names b { font-weight: normal; color: #000; }
  hr { border: 0; border-top: 1px solid #000; margin: 0.4em 0; }
  hr.double { border-top: 3px double #000; }
  .names-to-sign { display: flex; flex-wrap: wrap; gap: 0.9em 1em; margin: 0.8em 0; }
  .names-to-sign span { flex: 0 0 30%; border-bottom: 1px solid #000; height: 2em; }
  .seal { width: 50%; margin: 1.2em 0 0 50%; text-align: center; break-inside: avoid; }
  .cards { display: flex; flex-wrap: wrap; gap: 3mm; margin: 2mm 0; }
  .cards div { flex: 0 0 calc(33.3% - 2mm); border: 1px dashed #000; padding: 2mm;
    break-inside: avoid; }
  .cards b { font-size: 1.5em; display: block; }
  figure { margin: 0.5em 0; break-inside: avoid; }
  figcaption { font-weight: bold; }
  svg { width: 100%; height: auto; }
  svg text { font-family: inherit; fill: #000; }
  .together { break-inside: avoid; }
  section { break-before: page; }
  section:first-of-type { break-before: auto; }
  .new-page { break-before: page; }
  pre { font-family: "NSimSun", "SimSun", "Noto Sans Mono CJK SC", monospace; font-size: 8.6pt;
    line-height: 1.35; white-space: pre-wrap; }
  @media print { body { padding: 0; max-width: none; } }
  """

// MARK: - Words in HTML

/// One text between tags: what a browser would take for markup, and what papers never hold, gone.
func escaped(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    safe(String(line)).reduce(into: "") { $0 += entity(for: $1) ?? String($1) }
  }.joined(separator: "\n")
}

private func entity(for character: Character) -> String? {
  switch character {
  case "&": "&amp;"
  case "<": "&lt;"
  case ">": "&gt;"
  case "\"": "&quot;"
  case "'": "&#39;"
  default: nil
  }
}
