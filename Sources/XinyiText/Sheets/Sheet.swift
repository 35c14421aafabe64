/// A whole paper: the same parts give its text for the file and its page for the printer.
public struct Sheet: Sendable, Equatable {
  /// What the paper is, for the name of a window or a file.
  public var name: String
  /// Stands at the top of every page: that it is practice, or a reprint.
  var banner: [String]
  var parts: [Part]
  /// Kept in one piece at the end of the last page: who signs.
  var ending: [Part]
  var size: Size
  var numbering: Numbering

  /// What the paper is printed on, and how large.
  enum Size: Sendable, Equatable {
    /// A4 for the file.
    case a4
    /// A4 in the large type of a board or of old eyes; A3 when the printer enlarges it.
    case large
    /// Half of it.
    case a5
    /// A4 without margins, each quarter with its own, so that cutting lines meet the edges.
    case quarters
    /// A till roll of so many columns.
    case roll(Int)
  }

  /// Whether the pages of the text are numbered. A page of HTML is always numbered.
  enum Numbering: Sendable, Equatable {
    case always
    /// Not on a paper of one page.
    case ofSeveral
    /// One long strip.
    case none
  }

  /// Columns of the text.
  var width: Int {
    switch size {
    case .a4, .large, .a5, .quarters: paperWidth
    case .roll(let columns): columns
    }
  }
}

extension Sheet {
  /// A paper without pages.
  init(strip name: String, _ village: PaperVillage, size: Size, _ parts: [Part]) {
    self.init(
      name: name, banner: practiceBanner(village), parts: parts, ending: [], size: size,
      numbering: .none)
  }

  /// The paper in columns of text. The same paper gives the same bytes.
  public var text: String { XinyiText.text(of: lines) }

  var lines: [String] {
    let head = banner.map { centred($0, width: width) }
    if numbering == .none { return head + (parts + ending).lines(width: width) }
    let closing = ending.lines(width: width)
    let pages = Pages(blocks, shape: pageShape, ending: closing.count)
    let isNumbered = numbering == .always || pages.count > 1
    return pages.beginning + closing + (isNumbered ? pages.lastFooter : [])
  }

  var blocks: [Block] { parts.flatMap { $0.blocks(width: width) } }

  var pageShape: PageShape {
    let head = banner.map { centred($0, width: width) }
    return .sheet(head: numbering == .always && !head.isEmpty ? head + [""] : head)
  }
}
