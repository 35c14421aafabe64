public import XinyiLedger

/// A blank to be filled in by hand.
private let blank = "____________"

func objectionSection(_ paper: NoticePaper) -> [Part] {
  let village = paper.village
  let example = "“\(paper.month.monthOfYear)月第几条”"
  let items = [
    "对自己的或别人的条目都可以提。说清\(example)和理由，当面说、打电话、写条子都行，不收费。",
    "找谁：村委会信用管理员，电话\(blank)；村务监督委员会，电话\(blank)；"
      + "\(village.town)，电话\(blank)。三处都行。",
    "收到后当场给回执，\(paper.objectionWorkingDays)个工作日内书面答复。对提意见人的姓名保密。",
    "对答复不服的，可向\(village.town)申请复核。公示期过后发现错误的，也可随时提出。",
  ]
  return Part.numbered(items)
}

/// The 账本校验码 section. It has the same number of lines whatever the numbers are, so that the
/// pages are known before them.
func fingerprintSection(
  number: String, records: Int, digest: Digest, previousDigest: Digest?
) -> [String] {
  fingerprintLines(
    number: number, records: records, digits: digest.inGroups(first: 64),
    previous: previousDigest?.inGroups(first: 16),
    recipe: (digits: String(digest.description.prefix(16)), records: records))
}

/// The same section in the words of whoever wrote it down.
func fingerprintLines(
  number: String, records: Int, digits: String, previous: String?,
  recipe: (digits: String, records: Int)
) -> [String] {
  [
    "\(number)、账本校验码（账本第1至\(records)行；账上改动任何一个字，此码就对不上）",
    "  \(digits)",
    "  上期校验码前16位：\(previous ?? "无（本村第一期公示）")",
    "  核对：xinyi 查账 --校验码 \(recipe.digits)",
    "  或者：head -n \(recipe.records) ledger.jsonl | sha256sum",
  ]
}

/// The 账本校验码 section as a text, for comparing a kept notice with what was posted. `number` is
/// the section's ordinal on that paper.
public func fingerprintText(
  number: String, records: Int, digest: Digest, previousDigest: Digest?
) -> String {
  text(
    of: fingerprintSection(
      number: number, records: records, digest: digest, previousDigest: previousDigest))
}

/// Signatures, seal, date, and the part that the supervisors fill in after the term.
func noticeClosing(_ paper: NoticePaper) -> [Part] {
  [.blank, .pair("信用议事会召集人（签字）：", "信用管理员（签字）：", at: 46), .blank]
    + [.line("村务监督委员会主任（签字）："), .blank, seal(of: paper.village, on: paper.term.from)]
    + [
      .blank, .rule, .line("公示结果（期满后由村务监督委员会填写）"),
      .text("公示期内收到异议____件，涉及第__________________条。其余各条无异议，", first: 2, rest: 2),
      .text("自____年__月__日起生效。", first: 2, rest: 2),
      .text(
        "监督委员会成员（签字）：                                      ____年__月__日", first: 2,
        rest: 2),
    ]
}

/// Where the village committee puts its seal, and of which day.
func seal(of village: PaperVillage, on day: Day) -> Part {
  .seal("\(village.name)村民委员会\(village.isPractice ? "（演练，不盖章）" : "（盖章）")", on: day.inFull)
}
