import XinyiLedger

/// The sums of what the notice lists, and the notes that explain them.
func totalsSection(_ paper: NoticePaper) -> [Part] {
  let sums: [Part] =
    paper.isEmpty ? [] : [.together([totalsTable(paper), .line(totalsNote(paper))])]
  return sums + [reviewNote(paper), shopNote(paper)].compactMap { $0 }.map(Part.paragraph)
}

private struct Counted {
  let person: PersonNumber
  let effect: NoticeEffect
}

private func totalsTable(_ paper: NoticePaper) -> Part {
  let plus = paper.plus.map { Counted(person: $0.subject.person, effect: $0.effect) }
  let minus = paper.minus.map { Counted(person: $0.subject.person, effect: $0.effect) }
  let corrections = paper.corrections.map {
    Counted(person: $0.subject.person, effect: $0.effect)
  }
  let parts = [("加分", plus), ("扣分", minus), ("更正", corrections)]
  let shown = parts.filter { !$1.isEmpty || !paper.isSupplement && $0 != "更正" }
  let rows = (shown + [("合计", plus + minus + corrections)]).map { totalsRow($0, $1) }
  let table = SheetTable(
    columns: [
      TableColumn("", .fixed(14), .left), TableColumn("条数", .fixed(4), .right),
      TableColumn("人数", .fixed(6), .right), TableColumn("计入评级分", .fixed(12), .right),
      TableColumn("计入可兑换分", .fixed(12), .right),
    ],
    rows: rows, gap: 2, foot: [])
  return .table(table.whole)
}

private func totalsRow(_ title: String, _ lines: [Counted]) -> [String] {
  [
    title, "\(lines.count)", "\(Set(lines.map(\.person)).count)",
    lines.map(\.effect.rating).sum.signed, lines.map(\.effect.spendable).sum.signed,
  ]
}

private func totalsNote(_ paper: NoticePaper) -> String {
  var sentences = accountNotes(paper)
  if !paper.minus.isEmpty {
    sentences.append(paper.minusLowersSpendable ? "扣分同时减可兑换分。" : "扣分不减可兑换分。")
  }
  sentences.append("合计人数按人计，一人多条只计一次。")
  return "注：" + sentences.joined()
}

/// The items that count for one of the two scores only, or not in full, so that a reader can
/// add the lines up himself. A masked line is not named here either.
private func accountNotes(_ paper: NoticePaper) -> [String] {
  let lines = paper.plus.sorted { $0.subject.entry < $1.subject.entry }
  let shown = lines.filter { $0.subject.masking == .shown }
  let hidden = lines.filter { $0.subject.masking != .shown }
  return AccountKind.allCases.flatMap { kind in
    let named = distinctRules(shown.filter { AccountKind(of: $0.effect) == kind })
    let isHidden = hidden.contains { AccountKind(of: $0.effect) == kind }
    return (named.isEmpty ? [] : ["编码\(named.joined(separator: "、"))\(kind.sentence)"])
      + (isHidden ? ["不列具体内容的条目，有的\(kind.sentence)"] : [])
  }
}

private func distinctRules(_ lines: [NoticePlusLine]) -> [String] {
  var seen: Set<RuleCode> = []
  return lines.filter { seen.insert($0.deed.rule).inserted }
    .map { "\($0.deed.rule)（\($0.deed.title)）" }
}

private enum AccountKind: CaseIterable {
  case spendableOnly, ratingOnly, spendableInPart

  init?(of effect: NoticeEffect) {
    if effect.points == .zero || effect.rating == effect.spendable { return nil }
    if effect.rating == .zero {
      self = .spendableOnly
    } else {
      self = effect.spendable == .zero ? .ratingOnly : .spendableInPart
    }
  }

  var sentence: String {
    switch self {
    case .spendableOnly: "只计可兑换分。"
    case .ratingOnly: "只计评级分。"
    case .spendableInPart: "计入可兑换分的有上限。"
    }
  }
}

private func reviewNote(_ paper: NoticePaper) -> String? {
  guard let review = paper.review else { return nil }
  let approved = paper.lineCount
  let submitted = approved + review.rejected + review.deferred
  let evaluated = "全村参加评价\(review.evaluated)\(review.countsHouseholds ? "户" : "人")。"
  if submitted == 0 { return "本月无送审条目。" + evaluated }
  var counts = ["送审\(submitted)条"]
  let amended = review.amended > 0 ? "（其中改分\(review.amended)条）" : ""
  counts.append("通过\(approved)条\(amended)")
  if review.rejected > 0 { counts.append("驳回\(review.rejected)条") }
  if review.deferred > 0 { counts.append("缓议\(review.deferred)条") }
  let told = [review.rejected > 0 ? "驳回" : nil, review.deferred > 0 ? "缓议" : nil]
    .compactMap(\.self).joined(separator: "、")
  return counts.joined(separator: "，") + (told.isEmpty ? "。" : "；\(told)的已书面告知本人。")
    + evaluated
}

private func shopNote(_ paper: NoticePaper) -> String? {
  guard let shop = paper.shop else { return nil }
  let month =
    shop.month.year == paper.month.year ? "\(shop.month.monthOfYear)月" : shop.month.inFull
  return "\(month)份\(shop.name)兑换\(shop.redemptions)笔、\(shop.redeemed.fixed)分；"
    + "\(month)底全村未兑换积分（含纸卡）\(shop.outstanding.fixed)分，"
    + "\(shop.name)存货折合\(shop.stock.fixed)分。"
}
