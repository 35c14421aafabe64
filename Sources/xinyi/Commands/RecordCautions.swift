import XinyiFiles
import XinyiLedger
import XinyiText

/// What the clerk should know before an entry goes to the council: each flag in plain words, with
/// the entries that bear it, and who will keep out of the vote.
extension Directory {
  func cautions(of entries: [Entry]) -> [String] {
    let flags = entries.map { ledger.flags(of: $0) }
    let flagged = EntryFlag.allCases.compactMap { flag -> String? in
      let bearing = zip(entries, flags).filter { $1.contains(flag) }.map(\.0)
      return bearing.isEmpty ? nil : "\(flag.caution)：\(named(bearing))"
    }
    return flagged + recusals(of: entries)
  }

  private func recusals(of entries: [Entry]) -> [String] {
    var lines: [PersonNumber: [Entry]] = [:]
    for entry in entries {
      for member in recused(from: entry) { lines[member, default: []].append(entry) }
    }
    return lines.keys.sorted().map { member in
      "议事会成员 \(naming.person(member)) 表决时回避（本人、本户或亲属）：\(named(lines[member] ?? []))"
    }
  }

  /// The numbers of a few entries, or how many there are.
  private func named(_ entries: [Entry]) -> String {
    entries.count <= 5
      ? entries.map(\.number.description).joined(separator: "、") : "\(entries.count) 条"
  }
}

extension EntryFlag {
  /// The flag as it is said to whoever has just recorded an entry.
  fileprivate var caution: String {
    switch self {
    case .late: "补记，晚于事发月份的评审"
    case .capped: "限额已到，超出的不计"
    case .doubled: "重犯，加倍扣分"
    case .sameDay: "同一人、同一项、同一天已有另一条"
    case .noEvidence: "没有佐证"
    case .related: "采集员是本人、同户或亲属"
    case .maybeOneDeed: "同一天另有一项可能是同一件事，同一件事只取最高的一项"
    case .notReminded: "没有先发提示书"
    case .special: "一事一议"
    }
  }
}
