public import XinyiLedger

/// A report of one or a few pages: the same facts as a page for people and as rows for programs.
public struct ReportSheet: Sendable, Equatable {
  public var village: PaperVillage
  public var title: String
  /// Under the title: of which day it is, and how it was made.
  public var notes: [String]
  public var sections: [Section]
  /// Who signs, side by side.
  public var signatures: [String]

  public struct Section: Sendable, Equatable {
    /// The name of the section in rows.
    public var key: String
    public var heading: String
    public var columns: [Column]
    public var rows: [[Cell]]
    /// What stands in place of a table without rows, or under the table.
    public var remark: String?
  }

  public struct Column: Sendable, Equatable {
    /// The name of the field in rows; a column without a title is only there.
    public var key: String
    public var title: String
    public var kind: AnswerColumn.Kind

    init(_ key: String, _ title: String, _ kind: AnswerColumn.Kind) {
      self.key = key
      self.title = title
      self.kind = kind
    }
  }

  public enum Cell: Sendable, Equatable {
    case text(String)
    case count(Int)
    /// With its sign.
    case signed(Points)
    /// An amount that is never negative.
    case amount(Points)
    case none
  }
}

extension ReportSheet.Section {
  /// Single figures, each with its name in rows and its label on the page.
  static func facts(
    _ key: String, _ heading: String,
    _ facts: [(name: String, label: String, value: ReportSheet.Cell)]
  ) -> Self {
    Self(
      key: key, heading: heading,
      columns: [.init("name", "", .code), .init("label", "", .text), .init("value", "", .text)],
      rows: facts.map { [.text($0.name), .text($0.label), $0.value] }, remark: nil)
  }

  fileprivate var isOfFacts: Bool { columns.allSatisfy(\.title.isEmpty) }
}

extension ReportSheet.Cell {
  var shown: String {
    switch self {
    case .text(let text): text
    case .count(let count): String(count)
    case .signed(let points): points.signed
    case .amount(let points): points.fixed
    case .none: ""
    }
  }
}

/// Lays a report out in 84 columns. The same report gives the same bytes.
public func reportText(_ sheet: ReportSheet) -> String {
  var lines = practiceLine(sheet.village, width: paperWidth)
  lines += title(sheet.title, width: paperWidth)
  for note in sheet.notes { lines += wrapped(note, width: paperWidth, first: 0, rest: 0) }
  for (index, section) in sheet.sections.enumerated() {
    lines += ["", "\(ordinal(index + 1))、\(section.heading)"] + section.lines
  }
  lines += [""] + signatureLines(sheet.signatures)
  return text(of: lines)
}

extension ReportSheet.Section {
  fileprivate var lines: [String] {
    let remark = self.remark.map { wrapped($0, width: paperWidth, first: 2, rest: 2) } ?? []
    if rows.isEmpty { return self.remark == nil ? ["  没有。"] : remark }
    return (isOfFacts ? factLines : tableLines) + remark
  }

  /// Two figures on a line.
  private var factLines: [String] {
    let facts = rows.map { "  \($0[1].shown)：\($0[2].shown)" }
    return stride(from: 0, to: facts.count, by: 2).flatMap { index in
      index + 1 < facts.count
        ? sideBySide(facts[index], facts[index + 1], at: 42, width: paperWidth)
        : wrapped(facts[index], width: paperWidth, first: 0, rest: 4)
    }
  }

  private var tableLines: [String] {
    answerTable(
      columns: columns.map { AnswerColumn($0.title, $0.kind) },
      rows: rows.map { $0.map(\.shown) }, width: paperWidth
    ).split(separator: "\n").map(String.init)
  }
}

private func signatureLines(_ signatures: [String]) -> [String] {
  stride(from: 0, to: signatures.count, by: 2).flatMap { index in
    let left = signatures[index] + "："
    return index + 1 < signatures.count
      ? sideBySide(left, signatures[index + 1] + "：", at: 42, width: paperWidth) : [left]
  }
}

/// 1…20 in the way headings are counted.
private func ordinal(_ number: Int) -> String {
  let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
  return number <= 10 ? digits[number] : "十" + digits[number - 10]
}
