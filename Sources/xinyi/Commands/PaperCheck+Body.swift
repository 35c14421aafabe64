import XinyiFiles
import XinyiLedger
import XinyiText

extension PaperCheck {
  /// Whether the title names the notice that the 账本校验码 belongs to.
  mutating func checkTitle() {
    let village = view.ledger.opened.village.name
    let isOurs = paper.isTitled(by: village)
    if paper.hasBody && !isOurs {
      find("V508", "题目不是\(village)的信义积分公示", line: 1)
    }
    if isOurs, let number = paper.number, view.ledger.notices[number] == nil, !isBeyondDamage {
      find("V508", "账本里没有公示 \(number)", line: 1)
    }
    if let number = paper.number, let subject, subject.number != number {
      find("V508", "题目是公示 \(number)，校验码却是公示 \(subject.number) 的", line: 1)
    }
    guard let records = section.records, let digest, fingerprints[records] == digest else { return }
    if subject?.sequence != records && !isBeyondDamage {
      find("V505", "账本第 \(records) 行不是公示，公示的校验码只管到它自己的那一行", line: sectionLine)
    }
  }

  /// The body by its digest; where that is not the posted one, line by line.
  mutating func checkBody() throws {
    guard let subject else {
      agreements.append("正文没有核对：账本里找不到这张公示。")
      return
    }
    guard paper.hasBody else {
      find("V506", "“账本校验码”前面没有正文，只核对了校验码", line: sectionLine)
      return
    }
    let salt = try KeptNotice.salt(of: Posting(subject), in: view.folder)
    if let salt, held.bodies.contains(where: { SHA256.digest(of: salt + $0) == subject.body }) {
      agreements.append("正文相符：与张贴的原文一字不差。")
      return
    }
    let (text, isPosted) = try reference(for: subject, salt: salt)
    let differences = PaperDifference.between(paper.body, text, limit: Self.most + 1)
    if !isPosted {
      agreements.append("注意：保存的原文不在了或被改动过，正文是与照账本重做的文本逐行比的。")
    }
    if differences.isEmpty { agreements.append("正文相符：逐行相同，空行和空格多少不计。") }
    for difference in differences.prefix(Self.most) { tell(difference) }
    if differences.count > Self.most {
      find("V506", "以上是前 \(Self.most) 行不同，后面还有，没有列出")
    }
  }

  /// The rest of the paper, line by line: whoever adds to a notice adds at its end.
  mutating func checkEnding() throws {
    guard let subject, paper.sectionCount == 1 else { return }
    let notice = try view.postedText(of: subject)
    let differences = paper.endingDifferences(from: notice, limit: Self.most + 1)
    for difference in differences.prefix(Self.most) { tell(difference) }
    if differences.count > Self.most {
      find("V506", "以上是“账本校验码”起前 \(Self.most) 行不同，后面还有，没有列出")
    }
  }

  /// More lines than these say nothing new: it is another paper.
  private static let most = 20

  private mutating func tell(_ difference: PaperDifference) {
    switch (difference.paper, difference.ledger) {
    case (let paper?, let ledger?):
      find(
        "V506", "这一行与账上的不同", line: difference.line,
        details: ["纸上：\(shown(paper))", "账上：\(shown(ledger))"])
    case (let paper?, nil):
      find("V506", "账上没有这一行", line: difference.line, details: ["纸上：\(shown(paper))"])
    case (nil, let ledger?):
      find("V506", "纸上这里少一行", line: difference.line, details: ["账上：\(shown(ledger))"])
    case (nil, nil): break
    }
  }

  /// A line of the paper is no longer than a page is wide; a file may hold anything.
  private func shown(_ line: String) -> String {
    safe(line.count > 200 ? line.prefix(200) + "……" : line)
  }

  /// The lines of the body as it was posted, and whether they surely are.
  private func reference(
    for notice: Notice, salt: [UInt8]?
  ) throws -> (lines: [String], isPosted: Bool) {
    let earlier = view.ledger.noticeBefore(notice.number)
    switch try KeptNotice(
      Posting(notice), after: earlier, in: view.folder, fingerprints: fingerprints)
    {
    case .genuine(let text): return (PostedPaper(text).map { Array($0.body) } ?? [], true)
    case .unfinished(let body): return (lines(of: body), true)
    case .forged, .missing:
      let body = try view.postedText(of: notice).body
      let isPosted = salt.map { SHA256.digest(of: $0 + Array(body.utf8)) == notice.body }
      return (lines(of: body), isPosted ?? false)
    }
  }

  private func lines(of body: String) -> [String] {
    body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
