public import XinyiLedger

/// A notice set on pages, in the two parts that S7.1 tells apart: the body, whose
/// digest goes into the ledger, and the ending, which names the ledger's digest.
public struct NoticeText: Sendable {
  /// All bytes before the line that begins the 账本校验码 section.
  public let body: String
  /// The pages of the whole notice.
  public let pages: Int

  private let sectionNumber: String
  /// What follows the 账本校验码 section.
  private let closing: [Part]
  private let lastFooter: [String]
  let sheet: Sheet

  /// The rest of the notice: the 账本校验码 section, the signatures, and the part that is filled
  /// in after the term. `body` and this, put together, are the notice.
  ///
  /// `records` lines of the ledger have the digest `digest`; `previousDigest` is the last
  /// notice's, nil for the first notice of a village.
  public func ending(records: Int, digest: Digest, previousDigest: Digest?) -> String {
    let section = fingerprintSection(
      number: sectionNumber, records: records, digest: digest, previousDigest: previousDigest)
    return text(of: section + closingLines)
  }

  /// What follows the 账本校验码 section, with the footer of the last page.
  var closingLines: [String] { closing.lines(width: paperWidth) + lastFooter }

  /// The whole notice as a page of HTML that says what the text says.
  public func page(records: Int, digest: Digest, previousDigest: Digest?) -> Sheet {
    let section = fingerprintSection(
      number: sectionNumber, records: records, digest: digest, previousDigest: previousDigest)
    var page = sheet
    page.ending = [.heading(section[0])] + section.dropFirst().map(Part.line) + closing
    return page
  }
}

/// Lays a notice out. The same paper gives the same bytes.
public func noticeText(_ paper: NoticePaper) -> NoticeText {
  let name = "\(paper.village.name)\(paper.month.inFull)信义积分公示"
  let reprint = paper.isReprint ? ["【重印】原件已失，照账本重印"] : []
  return NoticeText(
    noticeSections(paper), closing: noticeClosing(paper), name: name,
    banner: practiceBanner(paper.village) + reprint)
}

extension NoticeText {
  /// Sets sections on pages, with room for the 账本校验码 section and the closing on the last one.
  init(_ sections: NumberedSections, closing: [Part], name: String, banner: [String]) {
    var sections = sections
    sectionNumber = sections.takeNumber()
    self.closing = closing
    sheet = Sheet(
      name: name, banner: banner, parts: sections.parts, ending: [], size: .large,
      numbering: .always)
    let section = fingerprintSection(
      number: sectionNumber, records: 1, digest: .zero, previousDigest: nil)
    let ending = section.count + closing.lines(width: paperWidth).count
    let pages = Pages(sheet.blocks, shape: sheet.pageShape, ending: ending)
    body = text(of: pages.beginning)
    self.pages = pages.count
    lastFooter = pages.lastFooter
  }
}

/// Parts under headings that are numbered 一、二、三 as they come.
struct NumberedSections {
  private(set) var parts: [Part]
  private var count = 0

  init(opening: [Part]) { self.parts = opening }

  mutating func takeNumber() -> String {
    count += 1
    return chineseOrdinal(count)
  }

  mutating func add(_ title: String, _ content: [Part]) {
    parts.append(.heading("\(takeNumber())、\(title)"))
    parts += content + [.blank]
  }
}

/// 一 … 九十九, as headings are numbered.
func chineseOrdinal(_ number: Int) -> String {
  let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  let tens = number / 10 % 10
  return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[number % 10]
}

private func noticeSections(_ paper: NoticePaper) -> NumberedSections {
  var sections = NumberedSections(opening: noticeOpening(paper))
  if paper.isEmpty {
    sections.add("评审结果", [.paragraph("本月无事项。" + reminderSentence(paper.reminders))])
  }
  if !paper.plus.isEmpty || !paper.isSupplement && !paper.isEmpty {
    sections.add(plusTitle(paper), plusSection(paper))
  }
  if !paper.minus.isEmpty || !paper.isSupplement && !paper.isEmpty {
    sections.add(minusTitle(paper), minusSection(paper))
  }
  if !paper.corrections.isEmpty || !paper.informed.isEmpty {
    sections.add(correctionTitle(paper), correctionSection(paper))
  }
  let totals = totalsSection(paper)
  if !totals.isEmpty { sections.add("汇总", totals) }
  sections.add("有意见怎么提", objectionSection(paper))
  return sections
}

/// `47条，+80.0分`, behind a section's title.
func summary(_ effects: [NoticeEffect]) -> String {
  effects.isEmpty ? "0条" : "\(effects.count)条，\(effects.map(\.points).sum.signed)分"
}

extension [Points] {
  var sum: Points { reduce(.zero, +) }
}
