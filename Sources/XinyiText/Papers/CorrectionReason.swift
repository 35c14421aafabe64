import XinyiLedger

extension PaperSource {
  /// Why a line corrects an earlier one, in the few words of a notice: 异议成立，撤销.
  ///
  /// What the operator wrote is shown for what everybody may see, cut to its first clause; never
  /// where it names somebody, or where the item itself is not shown (S7.3).
  func correctionReason(of entry: Entry) -> String {
    guard let original = ledger.reference(of: entry) else { return "" }
    let recorded = entry.recorded
    if recorded.redresses != nil {
      return entry.frozen == .zero ? "已经改正，不再转下年" : "信用修复，退回"
    }
    if recorded.second != nil {
      return recorded.reverses == nil ? "随上条重新计算，已即时更正" : "重复记录，已即时更正"
    }
    if recorded.reverses != nil {
      if bringsBack(entry) { return "冲正有误，恢复原分" }
      if original.recorded.reverses != nil { return "查明仍应撤销" }
      return upheld(recorded.why) ? "异议成立，撤销" : shortened(recorded.why, of: entry)
    }
    guard let leader = ledger.leader(of: entry) else {
      return upheld(recorded.why) ? "异议成立，更正" : "限额或累计有变，重新计算"
    }
    return consequence(entry, original, of: leader)
  }

  /// An objection that was upheld writes its number at the head of the reason.
  private func upheld(_ why: String?) -> Bool {
    why.map { $0.hasPrefix("异议") && $0.prefix(24).contains("成立") } ?? false
  }

  /// What changed for a line because another one was taken back, or brought back.
  private func consequence(_ entry: Entry, _ original: Entry, of leader: Entry) -> String {
    let isBroughtBack = bringsBack(leader)
    let isNext = entry.number.serial == leader.number.serial + 1
    let cause = isNext ? "上条" : "第\(leader.number.label(in: entry.month))条"
    let change =
      switch (ledger.item(of: original)?.amount.kind, ledger.item(of: original)?.sign) {
      case (.perUnit, _), (.tier, _): "累计重算"
      case (_, .minus) where sharesDeed(original, leader): "同一事件重算"
      case (_, .minus): isBroughtBack ? "重新加倍" : "不再加倍"
      case (_, _) where sharesDeed(original, leader): "同一事件重算"
      case (_, _): isBroughtBack ? "重新限额" : "不再限额"
      }
    return "\(cause)\(isBroughtBack ? "恢复" : "撤销")，\(change)"
  }

  /// Whether a reversal takes a reversal back, so that the case itself counts again.
  private func bringsBack(_ reversal: Entry) -> Bool {
    var steps = 0
    var next: Entry? = reversal
    while let number = next?.recorded.reverses {
      steps += 1
      next = ledger[number]
    }
    return steps.isMultiple(of: 2)
  }

  /// Whether the case that was taken back is of the same deed as a line.
  private func sharesDeed(_ line: Entry, _ leader: Entry) -> Bool {
    var root = leader
    while let number = root.recorded.reverses, let next = ledger[number] { root = next }
    guard let deed = line.recorded.deed else { return false }
    return root.recorded.deed == deed
  }

  /// The first clause, in at most fourteen characters.
  private func shortened(_ why: String?, of entry: Entry) -> String {
    let plain = "经核实有误，撤销"
    guard let why, ledger.item(of: entry)?.mask == .shown,
      !roster.people.contains(where: { $0.name.count > 1 && why.contains($0.name) })
    else { return plain }
    let clause = why.prefix { !"，。；;,：:！".contains($0) }
    return clause.isEmpty || clause.count > 14 ? plain : "\(clause)，撤销"
  }

  /// What a line of a statement says of a correction; nil for every other line.
  func correctionWords(of entry: Entry, in year: Year) -> String? {
    guard let original = ledger.reference(of: entry) else { return nil }
    let what = "\(original.number.voucher(in: year)) \(original.recorded.title)"
    if entry.recorded.redresses != nil { return "修复\(what)，退回" }
    if entry.recorded.reverses != nil {
      return original.recorded.reverses == nil ? "冲正\(what)" : "恢复被冲正的\(what)"
    }
    return "更正\(what)"
  }
}
