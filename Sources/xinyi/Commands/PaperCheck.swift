import XinyiFiles
import XinyiLedger
import XinyiText

/// A paper held against the ledger: whether it is the one that was posted, and whether the ledger
/// is still the one that it names.
struct PaperCheck {
  let view: VillageView
  let held: HeldPaper
  /// 账本校验码 of the ledger up to each notice, and up to the line that the paper names.
  let fingerprints: [Int: Digest]
  /// The notice that the paper is taken for; nil where it cannot be told.
  let subject: Notice?
  var findings: [Finding]
  /// What was compared and agrees, and what could not be compared.
  var agreements: [String] = []

  init(_ held: HeldPaper, against view: VillageView) {
    self.held = held
    self.view = view
    let notices = view.ledger.notices.values
    let section = held.paper.section
    fingerprints = view.snapshot.lines.fingerprints(
      lines: notices.map(\.sequence) + [section.records ?? 0])
    findings = view.snapshot.damages.map { Finding($0) }
    let named = fingerprints.first { $0.value == Digest(section.digits) }?.key
    subject =
      notices.first { $0.sequence == named }
      ?? (held.paper.isTitled(by: view.ledger.opened.village.name)
        ? held.paper.number.flatMap { view.ledger.notices[$0] } : nil)
  }

  var paper: PostedPaper { held.paper }
  var section: PostedPaper.Section { paper.section }
  /// The 账本校验码 as the paper has it.
  var digest: Digest? { Digest(section.digits) }

  mutating func run() throws {
    checkSection()
    checkDigest()
    checkTitle()
    try checkBody()
    checkPrevious()
    checkRecipe()
    try checkEnding()
  }

  mutating func find(
    _ code: String, _ message: String, line: Int? = nil, details: [String] = []
  ) {
    findings.append(
      Finding(code: code, file: held.file, line: line, message: message, details: details))
  }

  /// Whether the paper speaks of lines that damage keeps from being read. Of a ledger that is
  /// older than it was, all the lines that are left can be.
  var isBeyondDamage: Bool {
    let damages = view.snapshot.damages
    guard let records = section.records, !damages.isEmpty,
      !damages.contains(where: \.isRollback)
    else { return false }
    return records > view.ledger.sequence
  }

  /// The line of the paper on which the section begins.
  var sectionLine: Int { section.start + 1 }
}

// MARK: - The 账本校验码

extension PaperCheck {
  private mutating func checkSection() {
    if paper.sectionCount > 1 {
      find("V503", "有 \(paper.sectionCount) 处“账本校验码”，只核对第一处；一次只放一张公示", line: sectionLine)
    }
    if section.records == nil {
      find("V503", "读不出校验码管到账本第几行，应写“账本第1至几行”", line: sectionLine)
    }
    if digest == nil {
      find("V503", "校验码应有 64 位，读出 \(section.digits.count) 位，请照纸补全", line: sectionLine)
    }
  }

  private mutating func checkDigest() {
    guard let digest, let records = section.records else { return }
    if fingerprints[records] == digest {
      agreements.append("校验码相符：是账本第 1 至 \(records) 行的校验码，这些行张贴以后没有改动。")
      return
    }
    let lines = view.snapshot.lines
    if let prefix = DigestPrefix(typed: section.digits),
      let count = lines.findFingerprint(prefix)
    {
      find("V505", "纸上的校验码是账本前 \(count) 行的，纸上却写前 \(records) 行", line: sectionLine)
    } else if isBeyondDamage {
      agreements.append("校验码没有核对：账本坏了，好的行数不到纸上写的第 \(records) 行。")
    } else if records > lines.count {
      find(
        "V504",
        "纸上是账本前 \(records) 行的校验码，这里的账本只有 \(lines.count) 行，"
          + "少 \(records - lines.count) 行：账本退回了旧的，或者不是同一本账", line: sectionLine)
    } else {
      find(
        "V501", "账本里没有这个校验码：不是同一本账，或者张贴以后账上前 \(records) 行被改动过",
        line: sectionLine, details: misreadGroups(records))
    }
  }

  /// Digests of different ledgers have hardly a group in common, so a few groups that differ are
  /// a slip of whoever typed them.
  private func misreadGroups(_ records: Int) -> [String] {
    guard let expected = fingerprints[records]?.description else { return [] }
    let (own, other) = (Array(section.digits), Array(expected))
    let groups = (0..<16).filter { own[$0 * 4..<$0 * 4 + 4] != other[$0 * 4..<$0 * 4 + 4] }
    guard groups.count <= 4 else { return [] }
    let words = groups.map { "\($0 + 1)" }.joined(separator: "、")
    return ["64 位分成 16 组，只有第 \(words) 组不同，多半是抄错了，请照纸再看一遍"]
  }

  private mutating func checkPrevious() {
    guard let subject else { return }
    let earlier = view.ledger.noticeBefore(subject.number)
    let expected = earlier.flatMap { fingerprints[$0.sequence] }
    switch (section.previous, expected) {
    case (.unreadable, _): find("V507", "读不出上期校验码", line: sectionLine)
    case (.none, nil): agreements.append("上期校验码相符：这是第一期公示。")
    case (.none, .some): find("V507", "纸上说没有上期，账上有上期公示", line: sectionLine)
    case (.digits, nil): find("V507", "纸上有上期校验码，账上这是第一期公示", line: sectionLine)
    case (.digits(let digits), .some(let expected)):
      if digits.count >= 16 && expected.description.hasPrefix(digits) {
        agreements.append("上期校验码相符。")
      } else {
        find("V507", "上期校验码与账上的不同", line: sectionLine)
      }
    }
  }

  /// A recipe that names other digits would lead whoever follows it astray.
  private mutating func checkRecipe() {
    let isOther = section.recipeDigits.map { $0.count < 16 || !section.digits.hasPrefix($0) }
    let isElsewhere = section.recipeRecords.map { $0 != section.records }
    if isOther == true || isElsewhere == true {
      find("V509", "“核对”一行写的校验码或行数，与上面的不同", line: sectionLine)
    }
  }
}
