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
    /// The figures of the section as a picture, under its table.
    public var chart: Chart? = nil
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
    /// In yuan.
    case money(Money)
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
    case .money(let money): money.description
    case .none: ""
    }
  }
}

/// The report as a paper.
public func reportPaper(_ sheet: ReportSheet) -> Sheet {
  let opening = [Part.title(sheet.title)] + sheet.notes.map(Part.line)
  let sections = sheet.sections.enumerated().flatMap { index, section in
    [Part.blank, .heading("\(chineseOrdinal(index + 1))、\(section.heading)")] + section.parts
  }
  let signatures = stride(from: 0, to: sheet.signatures.count, by: 2).map { index in
    let left = sheet.signatures[index] + "："
    return index + 1 < sheet.signatures.count
      ? Part.pair(left, sheet.signatures[index + 1] + "：", at: 42) : .line(left)
  }
  return Sheet(
    strip: sheet.title, sheet.village, size: .a4, opening + sections + [.blank] + signatures)
}

extension ReportSheet.Section {
  fileprivate var parts: [Part] {
    let remark = self.remark.map { [Part.text($0, first: 2, rest: 2)] } ?? []
    if rows.isEmpty { return self.remark == nil ? [.text("没有。", first: 2, rest: 2)] : remark }
    let picture = chart.map { [Part.blank, .chart($0)] } ?? []
    return (isOfFacts ? facts : [.table(table)]) + remark + picture
  }

  /// Two figures on a line.
  private var facts: [Part] {
    let facts = rows.map { "  \($0[1].shown)：\($0[2].shown)" }
    return stride(from: 0, to: facts.count, by: 2).map { index in
      index + 1 < facts.count
        ? .pair(facts[index], facts[index + 1], at: 42) : .text(facts[index], first: 0, rest: 4)
    }
  }

  private var table: SheetTable {
    let shown = rows.map { $0.map(\.shown) }
    let columns = columns.map { AnswerColumn($0.title, $0.kind) }
    return SheetTable(
      columns: tableColumns(of: columns, rows: shown), rows: shown, gap: 2, foot: [])
  }
}
